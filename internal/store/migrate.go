package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"path"
	"slices"

	"ntm/internal/problem"
)

//go:embed migrations
var migrations embed.FS

// pending are the steps from a version to the newest, in order; the file 0001.sql
// leads from version 0 to 1.
func pending(engine string, from int) ([]string, error) {
	files, err := migrations.ReadDir(path.Join("migrations", engine))
	if err != nil {
		return nil, err
	}
	var out []string
	for _, f := range files {
		text, err := migrations.ReadFile(path.Join("migrations", engine, f.Name()))
		if err != nil {
			return nil, err
		}
		out = append(out, string(text))
	}
	if from > len(out) {
		return nil, problem.Problem{Message: fmt.Sprintf("kho dữ liệu do phiên bản mới hơn của ntm lập (phiên "+
			"bản cấu trúc %d, chương trình này biết đến %d)", from, len(out)), Hint: "dùng phiên bản ntm mới hơn"}
	}
	return slices.Clip(out[from:]), nil
}

// version is how far the store's structure has come, 0 for an empty one.
func (s *Store) version(ctx context.Context, on querier) (int, error) {
	if there, err := s.hasTable(ctx, on, "store_version"); err != nil || !there {
		return 0, err
	}
	versions, err := columnOf[int](ctx, on, "SELECT version FROM store_version")
	if err != nil || len(versions) != 1 {
		return 0, err
	}
	return versions[0], nil
}

// migrate brings the structure up to date. A store that is needs no writer's
// turn; of two programs that start at once, the second finds it done.
func (s *Store) migrate(ctx context.Context) error {
	version, err := s.version(ctx, s.write)
	if err != nil {
		return err
	}
	if steps, err := pending(s.kind(), version); err != nil || len(steps) == 0 {
		return err
	}
	return s.change(ctx, func(tx *sql.Tx) error {
		if err := s.alone(ctx, tx); err != nil {
			return err
		}
		version, err := s.version(ctx, tx)
		if err != nil {
			return err
		}
		return s.step(ctx, tx, version)
	})
}

// step brings the structure up to date from a version on.
func (s *Store) step(ctx context.Context, tx *sql.Tx, version int) error {
	steps, err := pending(s.kind(), version)
	if err != nil {
		return err
	}
	if version == 0 {
		steps = append([]string{versionTable + "; INSERT INTO store_version VALUES (0);"}, steps...)
		version--
	}
	for _, step := range steps {
		version++
		_, err := tx.ExecContext(ctx, step)
		if after := upgrades[version]; err == nil && after != nil {
			err = after(ctx, s, tx)
		}
		if err != nil {
			return fmt.Errorf("migration %d: %w", version, err)
		}
	}
	_, err = tx.ExecContext(ctx, "UPDATE store_version SET version = $1", version)
	return err
}
