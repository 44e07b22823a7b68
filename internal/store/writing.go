package store

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"slices"
	"time"

	"ntm/internal/docket"
	"ntm/internal/list"
)

// writing is a transaction that adds to some subjects, which it alone may do until
// it ends. What it adds is gathered, and written at its end.
type writing struct {
	s         *Store
	tx        *sql.Tx
	now       time.Time
	subjects  map[Subject]*subject
	fresh     [][]any // rows of events
	documents map[[2]string]Document
}

// subject is one subject's events and what they add up to.
type subject struct {
	events  []docket.Event
	commune *docket.Commune
	council *docket.Council
	changed bool
}

// add runs work in a transaction that adds to some subjects, at whose turn it waits before; more
// than once where another program came in between. again is true from the second time: the first
// may have committed.
func (s *Store) add(ctx context.Context, of []Subject, work func(w *writing, again bool) error) error {
	of = slices.Clone(of)
	slices.SortFunc(of, func(a, b Subject) int {
		return cmp.Or(cmp.Compare(a.Province, b.Province), cmp.Compare(a.Commune, b.Commune),
			cmp.Compare(a.Council, b.Council))
	})
	of = slices.Compact(of)
	return s.explain(s.retry(ctx, func(again bool) error {
		return s.change(ctx, func(tx *sql.Tx) error {
			w, err := s.begin(ctx, tx, of)
			if err == nil {
				err = work(w, again)
			}
			if err == nil {
				err = w.finish(ctx)
			}
			return err
		})
	}))
}

// begin waits for the turn at the subjects, and reads them.
func (s *Store) begin(ctx context.Context, tx *sql.Tx, of []Subject) (*writing, error) {
	w := &writing{s: s, tx: tx, now: s.now().UTC().Truncate(time.Microsecond),
		subjects: make(map[Subject]*subject, len(of)), documents: map[[2]string]Document{}}
	if err := s.turn(ctx, tx, of); err != nil {
		return nil, err
	}
	if err := s.earlier.look(ctx, tx); err != nil {
		return nil, err
	}
	found, err := events(ctx, tx, of...)
	for _, key := range of {
		w.subjects[key] = &subject{events: found[key]}
	}
	return w, err
}

// change runs a transaction that writes: all of what work does, or nothing.
func (s *Store) change(ctx context.Context, work func(tx *sql.Tx) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // nothing to undo after Commit
	if err := s.patient(ctx, tx); err != nil {
		return err
	}
	if err := work(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// subject is one of those the writing began with, added up.
func (w *writing) subject(key Subject) (*subject, error) {
	s := w.subjects[key]
	if s.commune != nil || s.council != nil {
		return s, nil
	}
	return s, s.fold(key)
}

func (s *subject) fold(key Subject) (err error) {
	if key.Council != "" {
		s.council, err = docket.FoldCouncil(s.events)
	} else {
		s.commune, err = docket.Fold(s.events)
	}
	return err
}

func (s *subject) take(e *docket.Event) error {
	if s.council != nil {
		return s.council.Take(e)
	}
	return s.commune.Take(e)
}

// keep adds a document.
func (w *writing) keep(province string, d Document) {
	w.documents[[2]string{province, d.Digest}] = d
}

// insert adds an event.
func (w *writing) insert(e *docket.Event) {
	w.subjects[subjectOf(e)].changed = true
	w.fresh = append(w.fresh, eventRow(e))
}

// finish writes what was gathered and what now stands beside it. Documents, which
// other subjects may name too, go in one order, so that two writers never wait for
// each other.
func (w *writing) finish(ctx context.Context) error {
	keys := slices.SortedFunc(maps.Keys(w.documents), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	documents := list.Map(keys, func(key [2]string) []any { return []any{key[0], key[1], w.documents[key].packed} })
	states, err := w.states()
	if err != nil {
		return err
	}
	load := func(t *table, rows [][]any, tail string) {
		if err == nil && len(rows) > 0 {
			err = w.s.load(ctx, w.tx, t, rows, tail)
		}
	}
	load(documentsTable, documents, keep)
	load(eventsTable, w.fresh, "")
	for _, t := range stateTables {
		load(t, states[t], t.over())
	}
	return err
}

// states are the rows of what the events of changed subjects add up to.
func (w *writing) states() (map[*table][][]any, error) {
	out := map[*table][][]any{}
	for key, s := range w.subjects {
		if !s.changed {
			continue
		}
		rows, err := s.rows(key)
		if err != nil {
			return nil, err
		}
		for t, more := range rows {
			out[t] = append(out[t], more...)
		}
	}
	return out, nil
}

// retry runs attempt until it succeeds, fails for good, or patience runs out; again is
// true from the second attempt: the first may have committed.
func (s *Store) retry(ctx context.Context, attempt func(again bool) error) error {
	wait := 50 * time.Millisecond
	for since, again := time.Now(), false; ; again = true {
		err := attempt(again)
		if err == nil || !s.lost(err) || time.Since(since) > patience {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
			wait = min(2*wait, 2*time.Second)
		}
	}
}
