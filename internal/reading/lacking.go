package reading

import (
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/decision"
)

// lacking are the commune groups of a standard that a table by groups has no column for.
func lacking(a *decision.Annex, std *criteria.Standard) []criteria.Region {
	var has []string
	for _, row := range a.Rows {
		for _, c := range row.Cells {
			if c.Column.Kind == decision.Group {
				has = append(has, c.Column.IDs...)
			}
		}
	}
	var out []criteria.Region
	for _, g := range std.Groups {
		if len(has) > 0 && !slices.Contains(has, g.ID) {
			out = append(out, criteria.Region(g.ID))
		}
	}
	return out
}

// groupNames names commune groups, without what explains them.
func groupNames(std *criteria.Standard, ids []criteria.Region) string {
	var out []string
	for _, g := range std.Groups {
		if slices.Contains(ids, criteria.Region(g.ID)) {
			name, _, _ := strings.Cut(g.Name, ",")
			out = append(out, name)
		}
	}
	return strings.Join(out, ", ")
}

// yearsOf are the years that a decision names in its titles, where they are some of the
// standard's; none where it names all of them, or others.
func yearsOf(d *decision.Decision, a *decision.Annex, std *criteria.Standard) criteria.Years {
	for _, title := range []string{a.Title, d.Title} {
		m := period.FindStringSubmatch(title)
		if m == nil {
			continue
		}
		from, _ := strconv.Atoi(m[1]) // they are digits
		to, _ := strconv.Atoi(m[2])
		out := criteria.Years{From: from, To: to}
		if from >= std.Years.From && to <= std.Years.To && from <= to && out != std.Years {
			return out
		}
		return criteria.Years{}
	}
	return criteria.Years{}
}
