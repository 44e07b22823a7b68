package store

import (
	"context"
	"slices"

	"ntm/internal/docket"
	"ntm/internal/list"
)

// Subjects are those of a province ("" for all), or only one commune of it.
func (s *Store) Subjects(ctx context.Context, province, commune string) ([]Subject, error) {
	where, values := Filter{Province: province, Commune: commune}.where()
	found, err := subjects(ctx, s.read, where, values...)
	return found, s.explain(err)
}

// subjects are those of the events that a filter chooses, in their order.
func subjects(ctx context.Context, on querier, where string, values ...any) ([]Subject, error) {
	return collect(ctx, on, scanSubject, "SELECT DISTINCT province, commune, council FROM events"+where+
		" ORDER BY province, commune, council", values...)
}

// MergeFrom adds to the store what another one knows of the subjects and it does
// not: an event that both hold is there once. It tells how many events were new.
// Events keep their ids and times, so that merging again, or the other way round,
// ends in the same; and what was cut off goes on where it was.
func (s *Store) MergeFrom(ctx context.Context, other *Store, of []Subject, done func(subjects int)) (added int,
	err error) {
	fresh, _, err := s.merge(ctx, merging{from: other}, of, done)
	return len(fresh), err
}

// MergeSome is MergeFrom for those of a subject's new events that choose lets in, in
// their order; nil for all. It tells which came in, and which did not.
func (s *Store) MergeSome(ctx context.Context, other *Store, of []Subject, choose Choice,
	done func(subjects int)) (added, left []docket.Event, err error) {
	return s.merge(ctx, merging{from: other, choose: choose}, of, done)
}

// Choice is which of a subject's new events come in.
type Choice func(of Subject, fresh []docket.Event) []docket.Event

// merging is what of another store comes in.
type merging struct {
	from   *Store
	choose Choice // nil for all
	sound  bool   // what cannot be read, or is damaged, is left out
}

// events are those that there are.
func (m *merging) events(ctx context.Context, of []Subject) (map[Subject][]docket.Event, error) {
	read := events
	if m.sound {
		read = readableEvents
	}
	theirs, err := read(ctx, m.from.read, of...)
	return theirs, m.from.explain(err)
}

// chosen parts a subject's events that we do not have into those that come in and the
// others.
func (m *merging) chosen(of Subject, theirs, ours []docket.Event) (come, left []docket.Event) {
	known := make(map[string]bool, len(ours))
	for i := range ours {
		known[ours[i].ID] = true
	}
	fresh := list.Where(theirs, func(e docket.Event) bool { return !known[e.ID] })
	if m.choose == nil {
		return fresh, nil
	}
	come = m.choose(of, fresh)
	for i := range come {
		known[come[i].ID] = true
	}
	return come, list.Where(fresh, func(e docket.Event) bool { return !known[e.ID] })
}

func (s *Store) merge(ctx context.Context, m merging, of []Subject, done func(subjects int)) (added,
	left []docket.Event, err error) {
	for part := range slices.Chunk(of, mostRows) {
		theirs, err := m.events(ctx, part)
		if err != nil {
			return added, left, err
		}
		var came, stayed []docket.Event
		err = s.add(ctx, part, func(w *writing, _ bool) (err error) {
			came, stayed, err = w.merge(ctx, m, part, theirs)
			return err
		})
		if err != nil {
			return added, left, err
		}
		added, left = append(added, came...), append(left, stayed...)
		done(len(part))
	}
	return added, left, nil
}

// documents are those of the digests.
func (m *merging) documents(ctx context.Context, province string, digests []string) ([]Document, error) {
	if !m.sound {
		return m.from.documents(ctx, province, digests)
	}
	return m.from.sound(ctx, province, digests)
}

func (w *writing) merge(ctx context.Context, m merging, of []Subject, theirs map[Subject][]docket.Event) (added,
	left []docket.Event, err error) {
	named := map[string][]string{} // documents, by province
	for _, key := range of {
		ours := w.subjects[key]
		come, stay := m.chosen(key, theirs[key], ours.events)
		for i := range come {
			w.insert(&come[i])
			named[key.Province] = append(named[key.Province], docket.Documents(&come[i])...)
		}
		ours.events = append(ours.events, come...)
		added, left = append(added, come...), append(left, stay...)
		if !ours.changed {
			continue
		}
		docket.Sort(ours.events)
		if err := ours.fold(key); err != nil {
			return nil, nil, err
		}
	}
	for province, digests := range named {
		slices.Sort(digests)
		found, err := m.documents(ctx, province, slices.Compact(digests))
		if err != nil {
			return nil, nil, err
		}
		for _, d := range found {
			w.keep(province, d)
		}
	}
	return added, left, nil
}
