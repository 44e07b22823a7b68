package form

import (
	"strings"

	"ntm/criteria"
	"ntm/internal/form/layout"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// printedThresholds is what the form prints beside the figures, by level and figure, or
// nil where the form is not of this law: of an older one, or of another office's.
type printedThresholds map[criteria.Level]map[string]string

// printedAlike is how much of what stands in a column of thresholds must be what the form
// prints there, in tenths, for the rest to be somebody's own.
const printedAlike = 9

// printed is what the form prints. What is typed over it as text can be told in no other
// way: "≥ 95 %" is what a form says, and what a person writes.
func (g *grid) printed() printedThresholds {
	up, _ := g.r.levels()
	if up == "" {
		up = string(criteria.KieuMau)
	}
	out, best := printedThresholds{}, map[criteria.Level]int{}
	place, err := g.r.report.Place()
	at := &place
	if err != nil {
		at = nil
	}
	laws := [][]criteria.Trait{nil}
	if len(g.r.report.Traits) > 0 {
		laws = append(laws, g.r.report.Traits)
	}
	for _, traits := range laws {
		plan, err := layout.NewPlan(g.r.lib, g.r.report.Year, criteria.Level(up), at, traits)
		if err != nil {
			return nil
		}
		for _, l := range criteria.Levels {
			says := printsOf(plan, l)
			if n := g.alike(l, says); n > best[l] {
				out[l], best[l] = says, n
			}
		}
	}
	return out
}

// printsOf is what stands in a level's column, by figure.
func printsOf(p *layout.Plan, l criteria.Level) map[string]string {
	out := map[string]string{}
	for i := range p.Groups {
		for k := range p.Groups[i].Figures {
			a := &p.Groups[i].Figures[k]
			out[a.ID] = a.Printed(l)
		}
	}
	return out
}

// alike is how many thresholds of a level's column are these; 0 where more than a few are
// none of them.
func (g *grid) alike(l criteria.Level, says map[string]string) int {
	column, ok := g.at["ntm:"+string(l)]
	if !ok {
		return 0
	}
	same, all := 0, 0
	for row := g.head + 1; row < g.end; row++ {
		id := record{g, row}.cell("ntm:figure").Text
		want, known := says[id]
		if !known {
			continue
		}
		all++
		if sameWords(g.sheet.At(row, column).Text, want) {
			same++
		}
	}
	if same*10 < all*printedAlike {
		return 0
	}
	return same
}

// isOverprinted tells a text in a column of thresholds that is none the form prints there;
// known is false where nobody knows what it prints.
func (g *grid) isOverprinted(row int, id, text string) (over, known bool) {
	level, ok := strings.CutPrefix(id, "ntm:")
	if !ok || g.table.Sheet != layout.FigureSheet {
		return false, false
	}
	if g.prints == nil {
		g.prints = g.printed()
	}
	says := g.prints[criteria.Level(level)]
	want, known := says[record{g, row}.cell("ntm:figure").Text]
	if !known || sameWords(text, want) {
		return false, known
	}
	_, answer := typed.YesNo(text)
	return strings.ContainsAny(text, digits) || answer == nil, true // another word alone is no figure
}

const digits = "0123456789"

// alikes makes the same words of the ways in which forms of this and of earlier versions print
// a threshold: one of all there is had a sign before it.
var alikes = strings.NewReplacer(" ", "", "\u00a0", "", "\n", "", "≥ 100 %", "100%", "≥100%", "100%")

func sameWords(a, b string) bool {
	return a == b || vi.Fold(alikes.Replace(a)) == vi.Fold(alikes.Replace(b))
}
