package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
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

// List is the communes' years of a store in whose names, codes or years each word that was asked
// for begins one, typed with tone marks or without; all for none. They are in the order of
// their names.
func (d *Desk) List(ctx context.Context, asked string) ([]Line, error) {
	found, err := d.Store.Dossiers(ctx, store.Filter{})
	if err != nil {
		return nil, err
	}
	copies, err := d.Store.WorkingCopies(ctx)
	if err != nil {
		return nil, err
	}
	typed := map[store.OfYear]*store.WorkingCopy{}
	for i := range copies {
		typed[copies[i].OfYear] = &copies[i]
	}
	var all []Line
	for i := range copies { // what was not reported yet comes first: somebody is at it
		reported := slices.ContainsFunc(found, func(d *docket.Dossier) bool { return ofYear(d) == copies[i].OfYear })
		if s, err := stateOf(&copies[i]); !reported && err == nil {
			all = append(all, Line{OfYear: copies[i].OfYear, Place: s.Place, Level: s.Level, Typed: true})
		}
	}
	for _, d := range found {
		line := Line{OfYear: ofYear(d), Place: d.Place, Level: d.Level, Dossier: d}
		if c := typed[line.OfYear]; c != nil {
			s, _ := stateOf(c) // one that cannot be read names no level
			line.Typed, line.Level = true, cmp.Or(line.Level, s.Level)
		}
		all = append(all, line)
	}
	words := strings.Fields(vi.Fold(asked))
	return slices.DeleteFunc(all, func(l Line) bool { return !l.answers(words) }), nil
}

// ofYear is whose dossier it is.
func ofYear(d *docket.Dossier) store.OfYear {
	return store.OfYear{Province: d.Province, Commune: d.Commune, Year: d.Year}
}

// answers tells whether each of some folded words begins one of the commune's name, its code
// or its year.
func (l *Line) answers(words []string) bool {
	if len(words) == 0 {
		return true
	}
	of := strings.Fields(vi.Fold(fmt.Sprintf("%s %s %s %s %d", l.Place.Name, l.Place.District, l.Place.Province,
		l.Commune, l.Year)))
	return !slices.ContainsFunc(words, func(w string) bool {
		return !slices.ContainsFunc(of, func(o string) bool { return strings.HasPrefix(o, w) })
	})
}
