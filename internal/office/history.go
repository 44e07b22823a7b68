package office

import (
	"context"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// History is a commune's years side by side.
type History struct {
	Commune places.Unit     `json:"commune"`
	Years   []HistoryYear   `json:"years"`
	Changes []HistoryChange `json:"changes"`
	Apart   []HistoryApart  `json:"apart,omitempty"`
	Figures []HistoryFigure `json:"figures"`

	Notes problem.List `json:"-"` // where a kept assessment now comes out otherwise
}

// HistoryYear is how a year came out.
type HistoryYear struct {
	Year  int          `json:"year"`
	Stage docket.Stage `json:"stage"`
	Brief assess.Brief `json:"brief"`
}

// HistoryChange is an indicator whose outcome is not that of the year before.
type HistoryChange struct {
	Level  criteria.Level `json:"level"`
	No     string         `json:"no"`
	Name   string         `json:"name"`
	From   int            `json:"from"`
	To     int            `json:"to"`
	Before assess.Outcome `json:"before"`
	After  assess.Outcome `json:"after"`
}

// HistoryApart are two years that judge a level by two sets of criteria, so that nothing
// of them is compared.
type HistoryApart struct {
	Level criteria.Level `json:"level"`
	From  int            `json:"from"`
	To    int            `json:"to"`
}

// HistoryFigure is a figure in each year, "" for a year without it.
type HistoryFigure struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Unit   string   `json:"unit"`
	Values []string `json:"values"` // by year, as a reader writes them
	// Apart are the years from which on the figure is taken under other terms, as by another
	// line of poverty: it is no more or less than before.
	Apart []int `json:"apart,omitempty"`

	Of []*assess.Figure `json:"-"` // by year, nil for a year without it

	terms string // of the last year that says them
}

// Same tells that every year says the same of the figure, by the same terms.
func (f *HistoryFigure) Same() bool {
	return len(f.Values) > 1 && len(f.Apart) == 0 && len(slices.Compact(slices.Clone(f.Values))) == 1
}

// HistoryOf puts a commune's years side by side, each by its own report and the
// requirements of its day.
func HistoryOf(ctx context.Context, st *store.Store, c *docket.Commune) (*History, error) {
	h := &History{Commune: unitOf(c), Years: []HistoryYear{}, Changes: []HistoryChange{}, Figures: []HistoryFigure{}}
	var before *assess.Assessment
	for _, d := range c.Dossiers {
		if d.Assessment == nil {
			continue
		}
		a, note, err := Again(ctx, st, d)
		if err != nil {
			return nil, err
		}
		h.Notes = append(h.Notes, note...)
		h.Commune = a.Commune
		h.Years = append(h.Years, HistoryYear{d.Year, d.Stage, d.Assessment.Brief})
		h.figures(a)
		if before != nil {
			h.changes(before, a)
		}
		before = a
	}
	return h, nil
}

// unitOf is the commune as its newest dossier has it; of one with titles alone what its key names.
func unitOf(c *docket.Commune) places.Unit {
	return (&docket.Dossier{Commune: c.Key, Code: places.CodeOf(c.Key), Place: c.Place()}).Unit()
}

// figures adds a year's figures.
func (h *History) figures(a *assess.Assessment) {
	year := len(h.Years)
	add := func(leaf *assess.Judgement) {
		f := leaf.Figure
		if f == nil {
			return
		}
		i := slices.IndexFunc(h.Figures, func(known HistoryFigure) bool { return known.ID == f.ID })
		if i < 0 {
			i = len(h.Figures)
			h.Figures = append(h.Figures, HistoryFigure{ID: f.ID, Name: f.Entry.Name, Unit: string(f.Unit),
				Values: make([]string, year), Of: make([]*assess.Figure, year)})
		}
		known := &h.Figures[i]
		if terms := f.Entry.In(f.Year); terms != "" && known.terms != terms {
			if known.terms != "" {
				known.Apart = append(known.Apart, a.Year)
			}
			known.terms = terms
		}
		known.Values[year-1], known.Of[year-1] = f.String(), f
	}
	for i := range h.Figures {
		h.Figures[i].Values, h.Figures[i].Of = append(h.Figures[i].Values, ""), append(h.Figures[i].Of, nil)
	}
	for i := range a.Levels {
		for x := range a.Levels[i].Judged() {
			x.Leaves(add)
		}
	}
}

// changes compares two years, indicator by indicator of one number. Where the
// years have different standards, one number asks for different things: they are not
// compared.
func (h *History) changes(was, now *assess.Assessment) {
	for i := range now.Levels {
		level := &now.Levels[i]
		for k := range was.Levels {
			if old := &was.Levels[k]; old.Level == level.Level && old.Standard != level.Standard {
				h.Apart = append(h.Apart, HistoryApart{level.Level, was.Year, now.Year})
			}
		}
		for k := range level.Criteria {
			for n := range level.Criteria[k].Indicators {
				ind := &level.Criteria[k].Indicators[n]
				_, _, old, ok := was.Indicator(level.Level, ind.No)
				if ok && old.Name == ind.Name && !h.apart(level.Level, now.Year) && old.Outcome != ind.Outcome {
					h.Changes = append(h.Changes, HistoryChange{level.Level, ind.No, ind.Name, was.Year, now.Year,
						old.Outcome, ind.Outcome})
				}
			}
		}
	}
}

// apart tells whether a level of the year was judged by another set than the year before.
func (h *History) apart(level criteria.Level, year int) bool {
	return slices.ContainsFunc(h.Apart, func(a HistoryApart) bool { return a.Level == level && a.To == year })
}
