package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"ntm/internal/docket"
	"ntm/internal/problem"
)

// Change is what one act adds: its events, all or none, and the documents they
// name.
type Change struct {
	Province  string
	Documents []Document
	Events    []docket.Event
}

// Append adds changes one after the other and is on the disk when it returns. The
// events get their ids and times. A change that may not be made now leaves the
// others be: its place in refused holds why (see docket.IsRefusal). On an error
// nothing was added.
func (s *Store) Append(ctx context.Context, changes ...Change) (refused []error, err error) {
	w, err := s.begin(ctx)
	if err != nil {
		return nil, s.explain(err)
	}
	defer w.tx.Rollback() //nolint:errcheck // nothing to undo after Commit
	refused = make([]error, len(changes))
	for i := range changes {
		why := w.add(ctx, &changes[i])
		if docket.IsRefusal(why) {
			refused[i], why = why, nil
		}
		if why != nil {
			return nil, s.explain(why)
		}
	}
	return refused, s.explain(w.commit(ctx))
}

// AppendOne adds one change; that it may not be made is an error too.
func (s *Store) AppendOne(ctx context.Context, c Change) error {
	refused, err := s.Append(ctx, c)
	if err != nil {
		return err
	}
	return refused[0]
}

// writing is a transaction with what it has read.
type writing struct {
	tx       *sql.Tx
	now      time.Time
	subjects map[Subject]*subject
	order    []Subject
}

// subject is one subject's events and what they add up to.
type subject struct {
	events  []docket.Event
	commune *docket.Commune
	council *docket.Council
}

func (s *Store) begin(ctx context.Context) (*writing, error) {
	tx, err := s.write.BeginTx(ctx, nil)
	return &writing{tx: tx, now: s.now().UTC().Truncate(time.Microsecond), subjects: map[Subject]*subject{}}, err
}

// subject reads one, once.
func (w *writing) subject(ctx context.Context, key Subject) (*subject, error) {
	if known := w.subjects[key]; known != nil {
		return known, nil
	}
	found, err := events(ctx, w.tx, key)
	if err != nil {
		return nil, err
	}
	out := &subject{events: found}
	w.subjects[key] = out
	w.order = append(w.order, key)
	return out, out.fold(key)
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

// add takes the events of a change in their turn. Where one is refused, those
// before it are forgotten.
func (w *writing) add(ctx context.Context, c *Change) error {
	before := map[Subject]int{}
	for i := range c.Events {
		e := &c.Events[i]
		key := SubjectOf(e)
		for _, text := range []string{e.Province, e.Commune, e.Council, e.By} {
			if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
				return problem.Problem{Message: fmt.Sprintf("tên %q có ký tự không ghi được", text), Hint: "gõ lại tên bằng bộ gõ tiếng Việt Unicode"}
			}
		}
		of, err := w.subject(ctx, key)
		if err != nil {
			return err
		}
		if _, touched := before[key]; !touched {
			before[key] = len(of.events)
		}
		e.ID, e.At = rand.Text(), w.now
		if n := len(of.events); n > 0 && !e.At.After(of.events[n-1].At) {
			e.At = of.events[n-1].At.Add(time.Microsecond) // a clock set back does not change what came first
		}
		if err := of.take(e); err != nil {
			for key, n := range before {
				s := w.subjects[key]
				s.events = s.events[:n]
				if broken := s.fold(key); broken != nil {
					return broken
				}
			}
			return err
		}
		of.events = append(of.events, *e)
	}
	for i := range c.Documents {
		if err := w.keep(ctx, c.Province, &c.Documents[i]); err != nil {
			return err
		}
	}
	for i := range c.Events {
		if err := w.insert(ctx, &c.Events[i]); err != nil {
			return err
		}
	}
	return nil
}

// keep adds a document, unless it is there.
func (w *writing) keep(ctx context.Context, province string, d *Document) error {
	_, err := w.tx.ExecContext(ctx, "INSERT INTO documents (province, digest, packed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", province, d.Digest, d.packed)
	return err
}

func (w *writing) insert(ctx context.Context, e *docket.Event) error {
	_, err := w.tx.ExecContext(ctx, "INSERT INTO events ("+eventColumns+") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		e.ID, e.Province, e.Commune, e.Council, e.Year, string(e.Kind), timeText(e.At), e.By, string(e.Body))
	return err
}

// commit writes what stands now beside the events, and ends the transaction.
func (w *writing) commit(ctx context.Context) error {
	for _, key := range w.order {
		s := w.subjects[key]
		rows, err := s.rows(key)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if _, err := w.tx.ExecContext(ctx, r.upsert(), r.values...); err != nil {
				return err
			}
		}
	}
	return w.tx.Commit()
}

// rows is what is kept of a subject's state.
func (s *subject) rows(key Subject) ([]stateRow, error) {
	if len(s.events) == 0 {
		return nil, nil
	}
	if s.council != nil {
		state, err := json.Marshal(s.council)
		return []stateRow{{councilsTable, []any{key.Province, key.Council, s.council.Year, string(state)}}}, err
	}
	c := s.commune
	state, err := json.Marshal(communeState{c.Titles, c.Origin, c.Into})
	if err != nil {
		return nil, err
	}
	out := []stateRow{{communesTable, []any{key.Province, key.Commune, c.Name(), string(c.Held()), string(state)}}}
	for _, d := range c.Dossiers {
		state, err := json.Marshal(d)
		if err != nil {
			return nil, err
		}
		out = append(out, stateRow{dossiersTable, []any{key.Province, key.Commune, d.Year, d.Place.District, string(d.Stage), string(d.Level), d.Council, string(state)}})
	}
	return out, nil
}

// communeState is what is kept of a commune beside its dossiers.
type communeState struct {
	Titles []docket.Title         `json:"titles,omitempty"`
	Origin *docket.MergedBody     `json:"origin,omitempty"`
	Into   *docket.MergedIntoBody `json:"into,omitempty"`
}
