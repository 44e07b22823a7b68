package store

import (
	"context"
	"crypto/rand"
	"fmt"
	"slices"
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
// events get their ids and times, and those without a day of their own today's. A
// change that may not be made now leaves the others be: its place in refused holds
// why (see docket.IsRefusal). On an error nothing was added, unless the error says that
// this could not be found out.
func (s *Store) Append(ctx context.Context, changes ...Change) (refused []error, err error) {
	var keys []Subject
	for i := range changes {
		for j := range changes[i].Events {
			e := &changes[i].Events[j]
			if err := nameable(e); err != nil {
				return nil, err
			}
			e.ID = rand.Text()
			if e.Day.IsZero() {
				e.Day = docket.Today(s.now())
			}
			keys = append(keys, subjectOf(e))
		}
	}
	err = s.add(ctx, keys, func(w *writing, again bool) error {
		if again && w.has(changes) {
			return nil // it was done, only the word of it was lost
		}
		refused = make([]error, len(changes))
		for i := range changes {
			why := w.add(&changes[i])
			if docket.IsRefusal(why) {
				refused[i], why = why, nil
			}
			if why != nil {
				return why
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return refused, nil
}

// AppendOne adds one change; that it may not be made is an error too.
func (s *Store) AppendOne(ctx context.Context, c Change) error {
	refused, err := s.Append(ctx, c)
	if err != nil {
		return err
	}
	return refused[0]
}

// mostOfKey is how many bytes the names of a subject may have together: what every
// engine can keep in order.
const mostOfKey = 2000

// nameable tells whether the names in an event can be kept.
func nameable(e *docket.Event) error {
	for _, text := range []string{e.Province, e.Commune, e.Council, e.By} {
		if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
			return problem.Problem{Message: fmt.Sprintf("tên %q có ký tự không ghi được", text),
				Hint: "gõ lại tên bằng bộ gõ tiếng Việt Unicode"}
		}
	}
	if len(e.Province)+len(e.Commune)+len(e.Council) > mostOfKey {
		return problem.Problem{Message: fmt.Sprintf("tên xã, huyện, tỉnh %.60q… dài quá, không ghi vào kho được",
			e.Commune+e.Council), Hint: "ghi tên đúng như trong danh mục hành chính"}
	}
	return nil
}

// has tells whether one of the changes' events is there already.
func (w *writing) has(changes []Change) bool {
	for i := range changes {
		for j := range changes[i].Events {
			e := &changes[i].Events[j]
			is := func(kept docket.Event) bool { return kept.ID == e.ID }
			if slices.ContainsFunc(w.subjects[subjectOf(e)].events, is) {
				return true
			}
		}
	}
	return false
}

// add takes the events of a change in their turn. Where one is refused, those
// before it are forgotten.
func (w *writing) add(c *Change) error {
	before := map[Subject]int{}
	for i := range c.Events {
		e := &c.Events[i]
		key := subjectOf(e)
		of, err := w.subject(key)
		if err != nil {
			return err
		}
		if _, touched := before[key]; !touched {
			before[key] = len(of.events)
		}
		e.At = w.now
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
	for i := range c.Events {
		w.insert(&c.Events[i])
	}
	for i := range c.Documents {
		w.keep(c.Province, c.Documents[i])
	}
	return nil
}
