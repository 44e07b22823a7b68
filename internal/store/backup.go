package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"

	"ntm/internal/problem"
)

// Backup writes the whole store as it is at this moment into a new SQLite file.
func (s *Store) Backup(ctx context.Context, path string) error {
	if _, ok := s.engine.(*sqliteFile); !ok {
		return s.backupServer(ctx, path)
	}
	path, err := filepath.Abs(path) // else a name could be read as a URI
	if err == nil {
		_, err = s.write.ExecContext(ctx, "VACUUM INTO $1", path)
	}
	return (&sqliteFile{path}).explain(err)
}

// backupServer copies what a server holds into a file.
func (s *Store) backupServer(ctx context.Context, path string) (err error) {
	growing := path + ".kho"
	defer func() {
		for _, tail := range []string{"", "-wal", "-shm"} {
			if gone := os.Remove(growing + tail); !errors.Is(gone, os.ErrNotExist) {
				err = errors.Join(err, gone)
			}
		}
	}()
	part, err := OpenOrMake(ctx, growing, s.now)
	if err != nil {
		return err
	}
	_, err = Transfer(ctx, s, part, func(int) {})
	if err == nil {
		err = part.Backup(ctx, path) // one whole file, with nothing beside it
	}
	return errors.Join(err, part.Close())
}

// Copy writes the store in the file from, as it is at this moment, into a new file.
// What other programs have written and not yet brought into the main file comes
// along; the file itself is only read, after it was looked at: it holds our tables
// and no more, and is within bounds. The error is a problem.Problem.
func Copy(ctx context.Context, from, to string) error {
	to, err := filepath.Abs(to)
	if err != nil {
		return err
	}
	if info, err := os.Stat(from); err == nil && info.Size() == 0 { // which the engine takes for a new store
		return problem.Problem{File: from, Message: "tệp trống, không có gì bên trong",
			Hint: "chép lại tệp; có thể lần trước bị ngắt giữa chừng"}
	}
	f := &sqliteFile{from}
	if err := f.look(ctx, false); err != nil {
		return f.explain(err)
	}
	err = f.reading(ctx, func(db *sql.DB) error {
		if err := os.Remove(to); err != nil && !errors.Is(err, os.ErrNotExist) { // of a first attempt
			return err
		}
		if err := f.bounded(ctx, db); err != nil {
			return err
		}
		_, err := db.ExecContext(ctx, "VACUUM INTO $1", to)
		return err
	})
	return f.explain(err)
}
