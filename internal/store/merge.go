package store

import (
	"context"
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
// ends in the same; and what was cut off goes on where it was.
func (s *Store) MergeFrom(ctx context.Context, other *Store, of []Subject, done func(subjects int)) (added int, err error) {
	return s.merge(ctx, merging{from: other}, of, done)
}

// MergeSome is MergeFrom without the events that are to be left out.
func (s *Store) MergeSome(ctx context.Context, other *Store, of []Subject, leave func(*docket.Event) bool, done func(subjects int)) (added int, err error) {
	return s.merge(ctx, merging{from: other, leave: leave}, of, done)
}

// merging is what of another store comes in.
type merging struct {
	from  *Store
	leave func(*docket.Event) bool // nil for none
	sound bool                     // what cannot be read, or is damaged, is left out
}

// events are those that come in.
func (m *merging) events(ctx context.Context, of []Subject) (map[Subject][]docket.Event, error) {
	theirs, err := events(ctx, m.from.read, of...)
	if m.sound {
		theirs, err = readableEvents(ctx, m.from.read, of)
	}
	if m.leave != nil {
		for key := range theirs {
			theirs[key] = slices.DeleteFunc(theirs[key], func(e docket.Event) bool { return m.leave(&e) })
		}
	}
	return theirs, m.from.explain(err)
}

func (s *Store) merge(ctx context.Context, m merging, of []Subject, done func(subjects int)) (added int, err error) {
	for part := range slices.Chunk(of, mostRows) {
		theirs, err := m.events(ctx, part)
		if err != nil {
			return added, err
		}
		var n int
		err = s.surely(ctx, func(bool) error {
			n, err = s.mergePart(ctx, m, part, theirs)
			return err
		})
		if err != nil {
			return added, s.explain(err)
		}
		added += n
		done(len(part))
	}
	return added, nil
}

// documents are those of the digests.
func (m *merging) documents(ctx context.Context, province string, digests []string) ([]Document, error) {
	if !m.sound {
		return m.from.documents(ctx, province, digests)
	}
	var out []Document
	for _, digest := range digests { // one by one: those that are damaged are left out
		if found, err := m.from.documents(ctx, province, []string{digest}); err == nil {
			out = append(out, found...)
		} else if ctx.Err() != nil {
			return nil, err
		}
	}
	return out, nil
}

func (s *Store) mergePart(ctx context.Context, m merging, of []Subject, theirs map[Subject][]docket.Event) (added int, err error) {
	w, err := s.begin(ctx, of)
	if err != nil {
		return 0, err
	}
	defer w.end()
	named := map[string][]string{} // documents, by province
	for _, key := range of {
		ours := w.subjects[key]
		known := make(map[string]bool, len(ours.events))
		for i := range ours.events {
			known[ours.events[i].ID] = true
		}
		for i := range theirs[key] {
			e := &theirs[key][i]
			if known[e.ID] {
				continue
			}
			w.insert(e)
			ours.events = append(ours.events, *e)
			named[key.Province] = append(named[key.Province], docket.Documents(e)...)
			added++
		}
		if !ours.changed {
			continue
		}
		docket.Sort(ours.events)
		if err := ours.fold(key); err != nil {
			return 0, err
		}
	}
	for province, digests := range named {
		slices.Sort(digests)
		found, err := m.documents(ctx, province, slices.Compact(digests))
		if err != nil {
			return 0, err
		}
		for _, d := range found {
			w.keep(province, d)
		}
	}
	return added, w.commit(ctx)
}
