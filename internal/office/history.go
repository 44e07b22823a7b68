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

// HistoryFigure is a figure in each year, "" for a year without it.
type HistoryFigure struct {
	ID     string   `json:"id"`
	Name   string   `json:"name"`
	Unit   string   `json:"unit"`
	Values []string `json:"values"` // by year, as a reader writes them
}

// HistoryOf puts a commune's years side by side, each by its own report and the
// requirements of its day.
func HistoryOf(ctx context.Context, st *store.Store, c *docket.Commune) (*History, error) {
	h := &History{Years: []HistoryYear{}, Changes: []HistoryChange{}, Figures: []HistoryFigure{}}
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
			h.Figures = append(h.Figures, HistoryFigure{f.ID, f.Entry.Name, string(f.Unit), make([]string, year)})
		}
		h.Figures[i].Values[year-1] = f.String()
	}
	for i := range h.Figures {
		h.Figures[i].Values = append(h.Figures[i].Values, "")
	}
	for i := range a.Levels {
		for x := range a.Levels[i].Judged() {
			x.Leaves(add)
		}
	}
}

// changes compares two years, indicator by indicator of one number. Where the
// years have different standards, one number may ask for different things; names
// that differ are not compared.
func (h *History) changes(was, now *assess.Assessment) {
	for i := range now.Levels {
		level := &now.Levels[i]
		for k := range level.Criteria {
			for n := range level.Criteria[k].Indicators {
				ind := &level.Criteria[k].Indicators[n]
				_, _, old, ok := was.Indicator(level.Level, ind.No)
				if ok && old.Name == ind.Name && old.Outcome != ind.Outcome {
					h.Changes = append(h.Changes, HistoryChange{level.Level, ind.No, ind.Name, was.Year, now.Year,
						old.Outcome, ind.Outcome})
				}
			}
		}
	}
}
