package blank

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// tallied is a line of the guide's table: what is asked, how much of it is
// given, and the formulas that count both.
type tallied struct {
	name           string
	who            string // the department that answers for a section; "" for a criterion
	asked, given   int
	askedF, givenF string
}

// areGiven are the states of figures that are given, as ntm check counts them: also those
// of a year before, and those that are to be looked at.
var areGiven = []string{stateGiven, stateOdd, stateWords, stateOld}

// givenStates counts those in an area.
func givenStates(area string) string {
	return vi.List("+", areGiven, func(state string) string { return fmt.Sprintf(`COUNTIF(%s,"%s")`, area, state) })
}

func (d *drawing) tallies() []tallied {
	var out []tallied
	for i, g := range d.groups {
		s := d.states[i]
		if g.Optional() == len(g.Figures) {
			continue // nobody must report any
		}
		t := tallied{
			name:   strings.Replace(heading(&g), "Tiêu chí ", "", 1),
			askedF: fmt.Sprintf(`ROWS(%s)-COUNTIF(%s,"%s")`, s.area, s.area, stateIdle),
			asked:  -g.Optional(),
			givenF: givenStates(s.area),
		}
		for _, cell := range s.free {
			t.givenF += "-(" + givenStates(cell) + ")"
		}
		if n := g.Optional(); n > 0 {
			t.askedF += fmt.Sprintf("-%d", n)
		}
		for k, state := range s.shown {
			if state != stateIdle {
				t.asked++
			}
			if !g.Figures[k].Optional && slices.Contains(areGiven, state) {
				t.given++
			}
		}
		out = append(out, t)
	}
	for _, o := range d.plan.Sections() {
		line := tallied{name: "Tờ " + o.Name, who: d.plan.Division.OfSheet(o.Name).Name,
			asked: 1, given: d.isGiven(o.ID), givenF: d.others[o.ID]}
		if tests := d.beyond(layout.From(o.ID)); tests != "" {
			line.askedF, line.givenF = fmt.Sprintf("IF(%s,0,1)", tests), fmt.Sprintf("IF(%s,0,%s)", tests, line.givenF)
		}
		out = append(out, line)
	}
	return out
}

func (t *tallied) cells() []draw.Cell {
	name := draw.Look{Size: 10, Box: draw.Grey}
	return []draw.Cell{draw.Text(t.name, name), {Value: t.asked, Formula: t.askedF, Look: centre},
		{Value: t.given, Formula: t.givenF, Look: centre}}
}

// counts says how many figures are in the states that want looking at.
func (d *drawing) counts() draw.Cell {
	formula, says := "", ""
	for k, state := range []string{stateMissing, stateWrong, stateOdd, stateOld} {
		areas := vi.List("+", d.states, func(g states) string { return fmt.Sprintf(`COUNTIF(%s,"%s")`, g.area, state) })
		count := 0
		for _, g := range d.states {
			count += list.Count(g.shown, func(s string) bool { return s == state })
		}
		lead := state + ": "
		if k > 0 {
			lead = "; " + strings.ToLower(state[:1]) + state[1:] + ": "
		}
		says += fmt.Sprintf("%s%d", lead, count)
		formula += fmt.Sprintf(`&"%s"&(%s)`, lead, cmp.Or(areas, "0"))
	}
	return draw.Cell{Value: says, Formula: formula[1:], Look: draw.Look{Size: 10, Italic: true}}
}
