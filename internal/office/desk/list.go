package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
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

// List is the communes' years of a store in whose names, codes or years each word that was asked
// for begins one, typed with tone marks or without; all for none. They are in the order of
// their names, those that were not reported yet first.
func (d *Desk) List(ctx context.Context, asked string) ([]Line, error) {
	all, err := d.lines(ctx)
	if err != nil {
		return nil, err
	}
	words := strings.Fields(vi.Fold(asked))
	var out []Line
	for i := range all {
		if all[i].answers(words) {
			out = append(out, all[i].Line)
		}
	}
	return out, nil
}

// listed are the lines as they were last made. Reading those of a whole country takes the
// store a second, and who looks for one asks at every letter.
type listed struct {
	lines  []found
	newest time.Time // event of the store then
	copies []store.WorkingCopy
	at     time.Time
}

// found is a line with the words it is found by.
type found struct {
	Line
	words []string
}

// mostAge is how long lines are held while nothing shows that somebody changed them.
const mostAge = 5 * time.Second

func (d *Desk) lines(ctx context.Context) ([]found, error) {
	copies, err := d.Store.WorkingCopies(ctx)
	if err != nil {
		return nil, err
	}
	newest, err := d.Store.Newest(ctx)
	if err != nil {
		return nil, err
	}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if l := d.listed; l != nil && time.Since(l.at) < mostAge && l.newest.Equal(newest) &&
		slices.Equal(l.copies, copies) {
		return l.lines, nil
	}
	dossiers, err := d.Store.Dossiers(ctx, store.Filter{})
	if err != nil {
		return nil, err
	}
	d.listed = &listed{linesOf(dossiers, copies), newest, copies, time.Now()}
	return d.listed.lines, nil
}

// changed forgets the lines.
func (d *Desk) changed() {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.listed = nil
}

func linesOf(dossiers []*docket.Dossier, copies []store.WorkingCopy) []found {
	reported := map[store.OfYear]bool{}
	for _, d := range dossiers {
		reported[ofYear(d)] = true
	}
	level := map[store.OfYear]criteria.Level{}
	typed := map[store.OfYear]bool{}
	var out []found
	for i := range copies {
		of := copies[i].OfYear
		s, err := stateOf(&copies[i]) // one that cannot be read names no commune and no level
		if level[of], typed[of] = s.Level, true; !reported[of] && err == nil {
			out = append(out, foundBy(Line{OfYear: of, Place: s.Place, Level: s.Level, Typed: true}))
		}
	}
	for _, d := range dossiers {
		of := ofYear(d)
		out = append(out, foundBy(Line{OfYear: of, Place: d.Place, Level: cmp.Or(d.Level, level[of]), Dossier: d,
			Typed: typed[of]}))
	}
	return out
}

func foundBy(l Line) found {
	return found{l, strings.Fields(vi.Fold(fmt.Sprintf("%s %s %s %s %d", l.Place.Name, l.Place.District,
		l.Place.Province, l.Commune, l.Year)))}
}

// ofYear is whose dossier it is.
func ofYear(d *docket.Dossier) store.OfYear {
	return store.OfYear{Province: d.Province, Commune: d.Commune, Year: d.Year}
}

// answers tells whether each of some folded words begins one that the line is found by.
func (f *found) answers(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		return !slices.ContainsFunc(f.words, func(o string) bool { return strings.HasPrefix(o, w) })
	})
}

// History are the commune's years that the store has, side by side; none where it has one at most.
func (d *Desk) History(ctx context.Context, of store.OfYear) (*office.History, error) {
	c, err := d.Store.Commune(ctx, of.Province, of.Commune)
	if err != nil || c == nil || len(c.Dossiers) < 2 {
		return &office.History{}, err
	}
	return office.HistoryOf(ctx, d.Store, c)
}
