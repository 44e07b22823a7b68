package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"ntm/internal/docket"
)

// Subjects are those of a province ("" for all), or only one commune of it.
func (s *Store) Subjects(ctx context.Context, province, commune string) ([]Subject, error) {
	f := Filter{Province: province, Commune: commune}
	where, values := f.where()
	found, err := collect(ctx, s.read, func(scan func(...any) error) (Subject, error) {
		var of Subject
		err := scan(&of.Province, &of.Commune, &of.Council)
		return of, err
	}, "SELECT DISTINCT province, commune, council FROM events"+where+" ORDER BY province, commune, council", values...)
	return found, s.explain(err)
}

// MergeFrom adds to the store what another one knows of the subjects and it does
// not: an event that both hold is there once. It tells how many events were new.
// Events keep their ids and times, so that merging again, or the other way round,
// ends in the same.
func (s *Store) MergeFrom(ctx context.Context, other *Store, of []Subject, done func(subjects int)) (added int, err error) {
	const together = 200 // subjects of one transaction
	for part := range slices.Chunk(of, together) {
		n, err := s.mergePart(ctx, other, part)
		if err != nil {
			return added, err
		}
		added += n
		done(len(part))
	}
	return added, nil
}

func (s *Store) mergePart(ctx context.Context, other *Store, of []Subject) (added int, err error) {
	w, err := s.begin(ctx)
	if err != nil {
		return 0, s.explain(err)
	}
	defer w.tx.Rollback() //nolint:errcheck // nothing to undo after Commit
	for _, key := range of {
		theirs, err := other.Events(ctx, key)
		if err != nil {
			return 0, err
		}
		ours, err := w.subject(ctx, key)
		if err != nil {
			return 0, s.explain(err)
		}
		fresh := slices.DeleteFunc(theirs, func(e docket.Event) bool {
			return slices.ContainsFunc(ours.events, func(o docket.Event) bool { return o.ID == e.ID })
		})
		if len(fresh) == 0 {
			continue
		}
		for i := range fresh {
			for _, digest := range docket.Documents(&fresh[i]) {
				if err := w.carry(ctx, other, key.Province, digest); err != nil {
					return 0, s.explain(err)
				}
			}
			if err := w.insert(ctx, &fresh[i]); err != nil {
				return 0, s.explain(err)
			}
		}
		added += len(fresh)
		ours.events = append(ours.events, fresh...)
		docket.Sort(ours.events)
		if err := ours.fold(key); err != nil {
			return 0, err
		}
	}
	return added, s.explain(w.commit(ctx))
}

// carry brings a document over, checked on the way.
func (w *writing) carry(ctx context.Context, from *Store, province, digest string) error {
	data, err := from.Document(ctx, province, digest)
	if err != nil {
		return err
	}
	d := NewDocument(data)
	return w.keep(ctx, province, &d)
}

// Backup writes the whole store as it is at this moment into a new file.
func (s *Store) Backup(ctx context.Context, path string) error {
	path, err := filepath.Abs(path) // else a name could be read as a URI
	if err == nil {
		_, err = s.write.ExecContext(ctx, "VACUUM INTO ?", path)
	}
	return explain(path, err)
}

// Copy writes the store in the file from, as it is at this moment, into a new file.
// What other programs have written and not yet brought into the main file comes
// along; the file itself is only read. The error is a problem.Problem.
func Copy(ctx context.Context, from, to string) error {
	to, err := filepath.Abs(to)
	if err != nil {
		return err
	}
	err = vacuum(ctx, fileURI(from, fmt.Sprintf("mode=ro&_pragma=busy_timeout(%d)", patience.Milliseconds())), to)
	if wal, none := os.Stat(from + "-wal"); err != nil && (none != nil || wal.Size() == 0) {
		err = vacuum(ctx, fileURI(from, "immutable=1"), to) // on a disk that may only be read
	}
	return explain(from, err)
}

func vacuum(ctx context.Context, source, to string) error {
	db, err := sql.Open("sqlite", source)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", to)
	return errors.Join(err, db.Close())
}
