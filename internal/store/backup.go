package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
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
	part, err := Open(ctx, growing, s.now)
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
// along; the file itself is only read. The error is a problem.Problem.
func Copy(ctx context.Context, from, to string) error {
	to, err := filepath.Abs(to)
	if err != nil {
		return err
	}
	if info, err := os.Stat(from); err == nil && info.Size() == 0 { // which the engine takes for a new store
		return problem.Problem{File: from, Message: "tệp trống, không có gì bên trong", Hint: "chép lại tệp; có thể lần trước bị ngắt giữa chừng"}
	}
	err = vacuum(ctx, fileURI(from, fmt.Sprintf("mode=ro&_pragma=busy_timeout(%d)", patience.Milliseconds())), to)
	if wal, none := os.Stat(from + "-wal"); err != nil && (none != nil || wal.Size() == 0) {
		err = vacuum(ctx, fileURI(from, "immutable=1"), to) // on a disk that may only be read
	}
	return (&sqliteFile{from}).explain(err)
}

func vacuum(ctx context.Context, source, to string) error {
	db, err := sql.Open("sqlite", source)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO $1", to)
	return errors.Join(err, db.Close())
}
