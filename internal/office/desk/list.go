package desk

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/office"
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
func (d *Desk) List(ctx context.Context, asked string, from, most int) (out *Listing, err error) {
	err = d.Store.Moment(ctx, func(s *store.Store) error {
		copies, err := s.WorkingCopies(ctx)
		if err != nil {
			return err
		}
		var page []entry
		if words := strings.Fields(vi.Fold(asked)); len(words) > 0 {
			out, page, err = d.sought(ctx, s, copies, words, from, most)
		} else {
			out, page, err = unsought(ctx, s, from, most)
		}
		if err == nil {
			out.Lines, err = linesOf(ctx, s, page, copies)
		}
		return err
	})
	return out, err
}

// ReadAhead reads what communes' years are looked for by, so that nobody waits for the first letter.
func (d *Desk) ReadAhead(ctx context.Context) error {
	return d.Store.Moment(ctx, func(s *store.Store) error {
		copies, err := s.WorkingCopies(ctx)
		if err == nil {
			_, err = d.index(ctx, s, copies)
		}
		return err
	})
}

// sought are those of a page of the entries that words find, for which all are known.
func (d *Desk) sought(ctx context.Context, s *store.Store, copies []store.WorkingCopy, words []string,
	from, most int) (*Listing, []entry, error) {
	x, err := d.index(ctx, s, copies)
	if err != nil {
		return nil, nil, err
	}
	found := x.answering(words)
	out := listing(from, most, len(found))
	return out, found[out.From:min(out.From+most, len(found))], nil
}

// unsought are those of a page of all: of the provinces that they are of alone is anything read.
func unsought(ctx context.Context, s *store.Store, from, most int) (*Listing, []entry, error) {
	page, err := begunOnly(ctx, s)
	if err != nil {
		return nil, nil, err
	}
	provinces, err := s.Counted(ctx)
	if err != nil {
		return nil, nil, err
	}
	found := len(page)
	for _, p := range provinces {
		found += p.Dossiers
	}
	out := listing(from, most, found)
	before := max(0, out.From-len(page)) // of those that were reported, how many come before the page
	page = page[min(out.From, len(page)):]
	for _, p := range provinces {
		if before < p.Dossiers && len(page) < most {
			rows, err := s.Rows(ctx, store.Filter{Province: p.Province})
			if err != nil {
				return nil, nil, err
			}
			page = append(page, reportedOf(rows[before:])...)
		}
		before = max(0, before-p.Dossiers)
	}
	return out, page[:min(most, len(page))], nil
}

// listing is where a page begins that was asked for, of so many that were found.
func listing(from, most, found int) *Listing {
	return &Listing{From: min(max(0, from), max(0, found-1)/most*most), Found: found}
}

// linesOf reads the dossiers of entries.
func linesOf(ctx context.Context, s *store.Store, page []entry, copies []store.WorkingCopy) ([]Line, error) {
	dossiers, err := s.DossiersOf(ctx, list.Map(page, func(e entry) store.Row { return e.row }))
	if err != nil {
		return nil, err
	}
	of := map[store.OfYear]*docket.Dossier{}
	for _, d := range dossiers {
		of[store.YearOf(d)] = d
	}
	typed := map[store.OfYear]criteria.Level{}
	for i := range copies {
		known, _ := stateOf(&copies[i]) // one that cannot be read names no level
		typed[copies[i].OfYear] = known.Level
	}
	var out []Line
	for i := range page {
		e := &page[i]
		line := Line{OfYear: e.row.OfYear(), Place: e.place, Dossier: of[e.row.OfYear()]}
		line.Level, line.Typed = typed[line.OfYear]
		if d := line.Dossier; d != nil {
			line.Place, line.Level = d.Place, cmp.Or(d.Level, line.Level)
		}
		out = append(out, line)
	}
	return out, nil
}

// History are the commune's years that the store has, side by side; none where it has one at most.
func (d *Desk) History(ctx context.Context, of store.OfYear) (*office.History, error) {
	c, err := d.Store.Commune(ctx, of.Province, of.Commune)
	if err != nil || c == nil {
		return &office.History{}, err
	}
	return office.HistoryOf(ctx, d.Store, c)
}
