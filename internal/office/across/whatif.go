package across

import (
	"context"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/office/asking"
	"ntm/internal/outlook"
	"ntm/internal/places"
	"ntm/internal/problem"
)

// TurnsSchema names the JSON document of Turns.
const TurnsSchema = "ntm.whatif-many.v1"

// Turns is what a supposition would turn, level by level.
type Turns struct {
	Schema string      `json:"schema"`
	Levels []LevelTurn `json:"levels"`
	// Untouched are communes for which nothing can be supposed so: of which the figure that is
	// added to is not reported.
	Untouched []Unread `json:"untouched"`
	Aside
}

// LevelTurn is what turns at one level.
type LevelTurn struct {
	Level    criteria.Level         `json:"level"`
	Before   map[assess.Verdict]int `json:"before"` // how many communes have each verdict
	After    map[assess.Verdict]int `json:"after"`
	Verdicts []Turn                 `json:"verdicts"`   // the communes whose verdict turns
	Outcomes []Turn                 `json:"indicators"` // whose indicators turn, but not the verdict
}

// Turn is a commune of which something comes out otherwise.
type Turn struct {
	Commune places.Unit    `json:"commune"`
	Year    int            `json:"year"`
	Before  assess.Verdict `json:"before"`
	After   assess.Verdict `json:"after"`
	// Changed are the indicators and conditions that turn.
	Changed []Changed `json:"changed"`
}

// Changed is an indicator or condition that turns.
type Changed struct {
	ID     string         `json:"id"`
	No     string         `json:"no"`
	Name   string         `json:"name"`
	Before assess.Outcome `json:"before"`
	After  assess.Outcome `json:"after"`
}

// WhatIf supposes the same of all communes: "10=+5", "thu nhập=72" each. The law is that by
// which each was judged.
func WhatIf(ctx context.Context, from Source, lib *criteria.Library, supposed []string, level criteria.Level,
	version string, begin Begin) (*Turns, error) {
	out := &Turns{Schema: TurnsSchema, Levels: []LevelTurn{}, Untouched: []Unread{}, Aside: Aside{Unread: []Unread{}}}
	names := asking.NewNames(lib, level)
	err := from.each(ctx, begin, func(o one) func() {
		var after *assess.Assessment
		var err error
		if o.Assessment != nil {
			var values []outlook.Supposition
			values, _, err = names.Of(o.Assessment).Read(supposed)
			if err == nil {
				after = asking.Suppose(o.Assessment, values, version)
			}
		}
		return func() {
			switch {
			case !out.take(o):
			case err != nil:
				out.Untouched = append(out.Untouched, Unread{o.name, problem.Of(err)[0].Message})
			default:
				out.add(o.Assessment, after, level)
			}
		}
	})
	return out, err
}

func (t *Turns) add(before, after *assess.Assessment, level criteria.Level) {
	for i := range before.Levels {
		b, a := &before.Levels[i], &after.Levels[i]
		if level != "" && b.Level != level {
			continue
		}
		l := t.level(b.Level)
		l.Before[b.Verdict]++
		l.After[a.Verdict]++
		turn := Turn{Commune: before.Commune, Year: before.Year, Before: b.Verdict, After: a.Verdict,
			Changed: changes(b, a)}
		switch {
		case b.Verdict != a.Verdict:
			l.Verdicts = append(l.Verdicts, turn)
		case len(turn.Changed) > 0:
			l.Outcomes = append(l.Outcomes, turn)
		}
	}
}

// changes are the indicators and conditions whose outcomes turn.
func changes(before, after *assess.Level) []Changed {
	out := []Changed{}
	was := map[string]assess.Outcome{}
	for x := range before.Judged() {
		was[x.ID] = x.Outcome
	}
	for x := range after.Judged() {
		if b := was[x.ID]; b != x.Outcome {
			out = append(out, Changed{x.ID, x.No, x.Name, b, x.Outcome})
		}
	}
	return out
}

func (t *Turns) level(l criteria.Level) *LevelTurn {
	none := LevelTurn{Level: l, Before: map[assess.Verdict]int{}, After: map[assess.Verdict]int{},
		Verdicts: []Turn{}, Outcomes: []Turn{}}
	return list.Entry(&t.Levels, func(x LevelTurn) bool { return x.Level == l }, none)
}
