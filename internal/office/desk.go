package office

import (
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

// DeskLine is a commune's year as it lies on the desk of who works on it: the dossier that
// the store has of it, or only a working copy.
type DeskLine struct {
	Province, Commune string
	Year              int
	Place             docket.Place
	Level             criteria.Level  // that it is after, "" where nobody said
	Dossier           *docket.Dossier // nil: nothing was reported yet
}

// Owed says in short what is still missing at the level that the commune is after, at the
// lowest where nobody said which.
func (l *DeskLine) Owed() string {
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

// OnDesk are the communes' years of a store whose names hold each word that was asked for,
// typed with tone marks or without; all for none. They are in the order of their names.
func OnDesk(ctx context.Context, st *store.Store, asked string) ([]DeskLine, error) {
	found, err := st.Dossiers(ctx, store.Filter{})
	if err != nil {
		return nil, err
	}
	words := strings.Fields(vi.Fold(asked))
	var out []DeskLine
	for _, d := range found {
		line := DeskLine{Province: d.Province, Commune: d.Commune, Year: d.Year, Place: d.Place, Level: d.Level,
			Dossier: d}
		if line.answers(words) {
			out = append(out, line)
		}
	}
	return out, nil
}

// answers tells whether each of some folded words begins one of the commune's name, its code
// or its year.
func (l *DeskLine) answers(words []string) bool {
	if len(words) == 0 {
		return true
	}
	of := strings.Fields(vi.Fold(fmt.Sprintf("%s %s %s %s %d", l.Place.Name, l.Place.District, l.Place.Province,
		l.Commune, l.Year)))
	return !slices.ContainsFunc(words, func(w string) bool {
		return !slices.ContainsFunc(of, func(o string) bool { return strings.HasPrefix(o, w) })
	})
}
