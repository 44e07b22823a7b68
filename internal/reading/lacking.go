package reading

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/decision"
	"ntm/internal/list"
)

// lacking are the commune groups of a standard that a table by groups has no column for.
func lacking(a *decision.Annex, std *criteria.Standard) []*criteria.Group {
	var has []string
	for _, row := range a.Rows {
		for _, c := range row.Cells {
			if c.Column.Kind == decision.Group {
				has = append(has, c.Column.IDs...)
			}
		}
	}
	return list.Where(std.Groups, func(g *criteria.Group) bool { return len(has) > 0 && !slices.Contains(has, g.ID) })
}

// yearsOf are the years that a decision names in its titles, where they are some of the
// standard's; none where it names all of them, or others.
func yearsOf(d *decision.Decision, a *decision.Annex, std *criteria.Standard) criteria.Years {
	out, says := periodOf(d, a)
	if says && out.From >= std.Years.From && out.To <= std.Years.To && out.From <= out.To && out != std.Years {
		return out
	}
	return criteria.Years{}
}
