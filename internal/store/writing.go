package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
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

// begin waits for the turn at the subjects, and reads them.
func (s *Store) begin(ctx context.Context, of []Subject) (w *writing, err error) {
	of = slices.Clone(of)
	slices.SortFunc(of, func(a, b Subject) int {
		return cmp.Or(cmp.Compare(a.Province, b.Province), cmp.Compare(a.Commune, b.Commune),
			cmp.Compare(a.Council, b.Council))
	})
	of = slices.Compact(of)
	w = &writing{s: s, now: s.now().UTC().Truncate(time.Microsecond), subjects: make(map[Subject]*subject, len(of)),
		documents: map[[2]string]Document{}}
	defer func() {
		if err != nil {
			w.end()
		}
	}()
	if w.tx, err = s.beginTx(ctx); err != nil {
		return w, err
	}
	if err := s.turn(ctx, w.tx, of); err != nil {
		return w, err
	}
	if err := s.earlier.look(ctx, w.tx); err != nil {
		return w, err
	}
	found, err := events(ctx, w.tx, of...)
	for _, key := range of {
		w.subjects[key] = &subject{events: found[key]}
	}
	return w, err
}

// beginTx begins a transaction that writes.
func (s *Store) beginTx(ctx context.Context) (*sql.Tx, error) {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	if err := s.patient(ctx, tx); err != nil {
		return nil, errors.Join(err, tx.Rollback())
	}
	return tx, nil
}

// end undoes what was not committed.
func (w *writing) end() {
	if w.tx != nil {
		_ = w.tx.Rollback()
	}
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

// commit writes what was gathered and what now stands beside it, and ends the
// transaction. Documents, which other subjects may name too, go in one order, so
// that two writers never wait for each other.
func (w *writing) commit(ctx context.Context) error {
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
	if err != nil {
		return err
	}
	return w.tx.Commit()
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
