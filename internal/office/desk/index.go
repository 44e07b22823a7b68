package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/places"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// index is what communes' years are found by, as it was when the store last changed: who looks
// for one asks at every letter.
type index struct {
	entries []entry
	words   [][]string // of each entry, folded
	seen    store.Mark // of the store then
	copies  []store.WorkingCopy
}

// entry is a commune's year in it.
type entry struct {
	row   store.Row
	place docket.Place // of one that was not reported yet
}

func (d *Desk) index(ctx context.Context, s *store.Store, copies []store.WorkingCopy) (*index, error) {
	d.listing.Lock()
	defer d.listing.Unlock()
	var seen store.Mark
	if d.listed != nil {
		seen = d.listed.seen
	}
	now, _, _, err := s.Since(ctx, seen)
	if err != nil {
		return nil, err
	}
	if x := d.listed; x != nil && x.seen == now && slices.Equal(x.copies, copies) {
		return x, nil
	}
	begun, err := begunOnly(ctx, s)
	if err != nil {
		return nil, err
	}
	reported, err := s.Rows(ctx, store.Filter{})
	if err != nil {
		return nil, err
	}
	x := &index{entries: slices.Concat(begun, reportedOf(reported)), seen: now, copies: copies}
	for i := range x.entries {
		x.words = append(x.words, x.entries[i].words())
	}
	d.listed = x
	return x, nil
}

// begunOnly are the entries of what was begun and not reported yet.
func begunOnly(ctx context.Context, s *store.Store) (out []entry, err error) {
	copies, err := s.Unreported(ctx)
	for i := range copies {
		of := copies[i].OfYear
		if known, err := stateOf(&copies[i]); err == nil { // one that cannot be read names no commune
			out = append(out, entry{store.Row{Province: of.Province, Commune: of.Commune, Year: of.Year,
				District: known.Place.District, Name: known.Place.Name}, known.Place})
		}
	}
	return out, err
}

func reportedOf(rows []store.Row) []entry {
	return list.Map(rows, func(r store.Row) entry { return entry{row: r} })
}

// answering are the entries of which each word begins one that they are found by.
func (x *index) answering(words []string) (out []entry) {
	for i, known := range x.words {
		if !slices.ContainsFunc(words, func(w string) bool {
			return !slices.ContainsFunc(known, func(k string) bool { return strings.HasPrefix(k, w) })
		}) {
			out = append(out, x.entries[i])
		}
	}
	return out
}

// words are what a commune's year is found by: its names, those of the provinces that its code
// was and is of, the code, the year.
func (e *entry) words() []string {
	was, is, _, _ := places.OfCode(places.CodeOf(e.row.Commune))
	return strings.Fields(vi.Fold(fmt.Sprint(e.row.Name, " ", e.row.District, " ", e.row.Province, " ",
		e.place.Province, " ", was.Province, " ", is.Province, " ", e.row.Commune, " ", e.row.Year)))
}
