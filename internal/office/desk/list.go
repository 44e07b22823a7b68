package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// Line is a commune's year as it lies on the desk: the dossier that the store has of it, a
// working copy, or both.
type Line struct {
	store.OfYear
	Place   docket.Place
	Level   criteria.Level  // that it is after, "" where nobody said
	Dossier *docket.Dossier // nil: nothing was reported yet
	Typed   bool            // there is a working copy
}

// Owed says in short what is still missing at the level that the commune is after, at the
// lowest where nobody said which.
func (l *Line) Owed() string {
	if l.Dossier == nil || l.Dossier.Assessment == nil {
		return ""
	}
	for i := range l.Dossier.Assessment.Brief.Levels {
		b := &l.Dossier.Assessment.Brief.Levels[i]
		if l.Level != "" && b.Level != l.Level {
			continue
		}
		var owed []string
		if n := b.Indicators.With(assess.NotMet); n > 0 {
			owed = append(owed, fmt.Sprintf("%d chỉ tiêu chưa đạt", n))
		}
		if n := b.Indicators.With(assess.NoFigure); n > 0 {
			owed = append(owed, fmt.Sprintf("%d chỉ tiêu chưa có số liệu", n))
		}
		return strings.Join(owed, ", ")
	}
	return ""
}

// Listing is a part of the communes' years that were asked for.
type Listing struct {
	Lines []Line
	From  int // how many come before
	Found int // in all
}

// List is the communes' years of a store in whose names, codes or years each word that was asked
// for begins one, typed with tone marks or without; all for none. They are in the order of
// their names, those that were not reported yet first. Of them come at most so many from one on,
// or where there are not as many the last: of these alone the dossiers are read.
func (d *Desk) List(ctx context.Context, asked string, from, most int) (*Listing, error) {
	index, err := d.index(ctx)
	if err != nil {
		return nil, err
	}
	found := index.entries
	if words := strings.Fields(vi.Fold(asked)); len(words) > 0 {
		found = index.answering(words)
	}
	out := &Listing{From: min(max(0, from), max(0, len(found)-1)/most*most), Found: len(found)}
	page := found[out.From:min(out.From+most, len(found))]
	var rows []store.Row
	for i := range page {
		rows = append(rows, page[i].row)
	}
	dossiers, err := d.Store.DossiersOf(ctx, rows)
	if err != nil {
		return nil, err
	}
	of := map[store.OfYear]*docket.Dossier{}
	for _, d := range dossiers {
		of[ofYear(d)] = d
	}
	for i := range page {
		e := &page[i]
		line := Line{OfYear: e.of(), Place: e.place, Dossier: of[e.of()]}
		line.Level, line.Typed = index.typed[line.OfYear]
		if d := line.Dossier; d != nil {
			line.Place, line.Level = d.Place, cmp.Or(d.Level, line.Level)
		}
		out.Lines = append(out.Lines, line)
	}
	return out, nil
}

// index is what communes' years are found by, as it was when the store last changed: who looks
// for one asks at every letter.
type index struct {
	entries []entry
	typed   map[store.OfYear]criteria.Level // that a working copy is for
	seen    store.Mark                      // of the store then
	copies  []store.WorkingCopy

	once  sync.Once
	words [][]string // of each entry, folded
}

// entry is a commune's year in it.
type entry struct {
	row   store.Row
	place docket.Place // of one that was not reported yet
}

func (e *entry) of() store.OfYear {
	return store.OfYear{Province: e.row.Province, Commune: e.row.Commune, Year: e.row.Year}
}

func (d *Desk) index(ctx context.Context) (*index, error) {
	copies, err := d.Store.WorkingCopies(ctx)
	if err != nil {
		return nil, err
	}
	d.listing.Lock()
	defer d.listing.Unlock()
	var seen store.Mark
	if d.listed != nil {
		seen = d.listed.seen
	}
	now, _, _, err := d.Store.Since(ctx, seen)
	if err != nil {
		return nil, err
	}
	if i := d.listed; i != nil && i.seen == now && slices.Equal(i.copies, copies) {
		return i, nil
	}
	reported, err := d.Store.Rows(ctx, store.Filter{})
	if err != nil {
		return nil, err
	}
	d.listed = indexOf(reported, copies)
	d.listed.seen = now
	go d.listed.fold() // who looks at the list types next
	return d.listed, nil
}

func indexOf(reported []store.Row, copies []store.WorkingCopy) *index {
	out := &index{typed: map[store.OfYear]criteria.Level{}, copies: copies}
	there := make(map[store.OfYear]bool, len(reported))
	for i := range reported {
		e := entry{row: reported[i]}
		there[e.of()] = true
	}
	for i := range copies {
		of := copies[i].OfYear
		s, err := stateOf(&copies[i]) // one that cannot be read names no commune and no level
		if out.typed[of] = s.Level; !there[of] && err == nil {
			out.entries = append(out.entries, entry{store.Row{Province: of.Province, Commune: of.Commune, Year: of.Year,
				District: s.Place.District, Name: s.Place.Name}, s.Place})
		}
	}
	for i := range reported {
		out.entries = append(out.entries, entry{row: reported[i]})
	}
	return out
}

// answering are the entries of which each word begins one that they are found by.
func (x *index) answering(words []string) (out []entry) {
	x.fold()
	for i, known := range x.words {
		if !slices.ContainsFunc(words, func(w string) bool {
			return !slices.ContainsFunc(known, func(k string) bool { return strings.HasPrefix(k, w) })
		}) {
			out = append(out, x.entries[i])
		}
	}
	return out
}

// fold makes the words, once.
func (x *index) fold() {
	x.once.Do(func() {
		for i := range x.entries {
			x.words = append(x.words, x.entries[i].words())
		}
	})
}

// words are what a commune's year is found by: its names, those of the provinces that its code
// was and is of, the code, the year.
func (e *entry) words() []string {
	was, is, _, _ := places.OfCode(places.CodeOf(e.row.Commune))
	return strings.Fields(vi.Fold(fmt.Sprint(e.row.Name, " ", e.row.District, " ", e.row.Province, " ",
		e.place.Province, " ", was.Province, " ", is.Province, " ", e.row.Commune, " ", e.row.Year)))
}

// History are the commune's years that the store has, side by side; none where it has one at most.
func (d *Desk) History(ctx context.Context, of store.OfYear) (*office.History, error) {
	c, err := d.Store.Commune(ctx, of.Province, of.Commune)
	if err != nil || c == nil {
		return &office.History{}, err
	}
	return office.HistoryOf(ctx, d.Store, c)
}

// ofYear is whose dossier it is.
func ofYear(d *docket.Dossier) store.OfYear {
	return store.OfYear{Province: d.Province, Commune: d.Commune, Year: d.Year}
}
