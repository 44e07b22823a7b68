package cases

import (
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/testenv"

	"github.com/shopspring/decimal"
)

// edge is a number a figure must reach, or must not exceed.
type edge struct {
	figure *criteria.Figure
	op     criteria.Op
	value  decimal.Decimal
}

// edgeOf is the edge of a requirement without parts, if it has one.
func edgeOf(r *criteria.Requirement) (edge, bool) {
	return edge{r.Figure, r.Op, r.Value}, len(r.Parts) == 0 && r.Known && r.Op.Sign() != ""
}

func (e edge) same(f edge) bool {
	return e.figure == f.figure && e.op == f.op && e.value.Equal(f.value)
}

// at is the figure on its edge or, past it, the least step on the wrong side.
func (e edge) at(past bool) commune.Figure {
	f, value := commune.Figure{ID: e.figure.ID}, e.value
	step := decimal.New(1, -4)
	if e.figure.Unit == criteria.Grade || assess.CountsWhole(e.figure, false) {
		step = decimal.New(1, 0)
	}
	if e.op == criteria.AtLeast {
		step = step.Neg()
	}
	if past {
		value = value.Add(step)
	}
	if e.figure.Unit == criteria.Percent {
		f.Measure = commune.Rate{Numerator: value.Shift(4), Denominator: decimal.New(1, 6)}
		return f
	}
	f.Measure = commune.Number{Decimal: value}
	return f
}

// requirements calls f for each requirement without parts that a set holds.
func requirements(set *criteria.Set, f func(*criteria.Requirement)) {
	for i := range set.Levels {
		l := &set.Levels[i]
		for j := range l.Criteria {
			for k := range l.Criteria[j].Indicators {
				l.Criteria[j].Indicators[k].Requirement.Leaves(f)
			}
		}
		for j := range l.Conditions {
			l.Conditions[j].Requirement.Leaves(f)
		}
	}
}

// judgements calls f for each judgement without parts that an assessment
// holds, with its place in words.
func judgements(a *assess.Assessment, f func(id string, j *assess.Judgement)) {
	for i := range a.Levels {
		l := &a.Levels[i]
		for j := range l.Criteria {
			for k := range l.Criteria[j].Indicators {
				ind := &l.Criteria[j].Indicators[k]
				ind.Leaves(func(leaf *assess.Judgement) { f(string(l.Level)+"/"+ind.No, leaf) })
			}
		}
		for j := range l.Conditions {
			c := &l.Conditions[j]
			c.Leaves(func(leaf *assess.Judgement) { f(string(l.Level)+"/"+c.ID, leaf) })
		}
	}
}

// queries lists the communes and days that between them meet every threshold
// of the packs: each year and region, each province that has rules, each
// commune group, each day on which the texts change.
func queries(lib *criteria.Library) []criteria.Query {
	provinces, groups, changes := []string{""}, [][]criteria.Trait{nil}, []criteria.Date{}
	add := func(rule *criteria.Rule) {
		if !rule.Until.IsZero() {
			changes = append(changes, rule.Until)
		}
	}
	zones := func(list []*criteria.Group) {
		for _, g := range list {
			groups = append(groups, g.AnyOf...)
		}
	}
	for _, std := range lib.Standards {
		zones(std.Groups)
		for _, c := range std.Criteria {
			for _, ind := range c.Indicators {
				for _, rule := range ind.Rules {
					add(rule)
				}
			}
		}
	}
	for _, o := range lib.Overlays {
		provinces = append(provinces, o.Province)
		zones(o.Groups)
		for _, set := range o.Set {
			add(&set.Rule)
		}
	}
	var out []criteria.Query
	for year := 2016; year <= 2030; year++ {
		days := map[criteria.Date]bool{criteria.Day(year, 12, 31): true}
		for _, day := range changes {
			if day.Year() == year {
				days[day] = true
			}
		}
		for day := range days {
			for _, region := range criteria.Regions {
				for _, province := range provinces {
					for _, traits := range groups {
						out = append(out, criteria.Query{Year: year, On: day, Region: region, Province: province,
							Traits: traits})
					}
				}
			}
		}
	}
	return out
}

// Every known number of every pack is met at its value, and missed by the
// least step past it, in each column and year.
func TestEveryEdge(t *testing.T) {
	lib, seen, checked := packs.Embedded(), map[string]bool{}, 0
	for _, q := range testenv.Every(t, 4, queries(lib)) {
		set, err := lib.Resolve(q)
		if err != nil {
			t.Fatal(err)
		}
		if seen[set.Digest] {
			continue
		}
		seen[set.Digest] = true
		edges := map[string][]edge{} // by figure: standards may ask different things of one
		requirements(set, func(r *criteria.Requirement) {
			if e, ok := edgeOf(r); ok {
				edges[r.Figure.ID] = append(edges[r.Figure.ID], e)
			}
		})
		for round, more := 0, true; more; round++ {
			more = false
			now := map[string]edge{}
			for id, list := range edges {
				now[id] = list[min(round, len(list)-1)]
				more = more || round < len(list)-1
			}
			checked += checkEdges(t, lib, q, now, false, assess.Met)
			checked += checkEdges(t, lib, q, now, true, assess.NotMet)
		}
	}
	if checked < testenv.Some(t, 3000, 15000) {
		t.Errorf("only %d edges were checked", checked)
	}
}

// checkEdges puts every figure on its edge, or past it, and holds each verdict
// that rests on one of these edges against what must come of it.
func checkEdges(t *testing.T, lib *criteria.Library, q criteria.Query, edges map[string]edge, past bool,
	want assess.Outcome) int {
	t.Helper()
	c := Case{Name: "mốc", Year: q.Year, Date: q.On, Commune: Commune{Region: q.Region, Province: q.Province,
		Traits: q.Traits}}
	for _, e := range edges {
		c.Figures = append(c.Figures, e.at(past))
	}
	a, err := c.assess(lib)
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	judgements(a, func(id string, j *assess.Judgement) {
		e, ok := edgeOf(j.Threshold.Requirement)
		if !ok || !e.same(edges[e.figure.ID]) || j.Outcome == assess.NotApplicable {
			return
		}
		checked++
		if j.Outcome != want {
			t.Errorf("%s, %s, %s %s %v: %s against %s is %s", q.On, id, q.Region, q.Province, q.Traits, j.Figure,
				j.Threshold.Text(), j.Outcome)
		}
	})
	return checked
}
