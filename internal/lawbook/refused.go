package lawbook

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/problem"
)

// Refused is a problem with a rule that the workbook made, told of the cells that it was made
// of; false where none of them was entered here.
func (f *Filled) Refused(p problem.Problem, set *criteria.OverlayRule) (problem.Problem, bool) {
	for _, e := range f.entries {
		if e.Topic.ID != set.Indicator || !slices.ContainsFunc(e.Columns, func(c criteria.Region) bool {
			return len(set.Columns) == 0 || slices.Contains(set.Columns, c)
		}) || strings.TrimPrefix(set.LaxerBy, e.laxerBy) != "" && e.laxerBy == "" {
			continue
		}
		return f.toldOf(p, e.at, idValue), true
	}
	for _, a := range f.additions {
		if string(f.law.Std.Level)+"/"+a.indicator.No == set.Indicator {
			return f.toldOf(p, a.at, idNo), true
		}
	}
	return p, false
}

func (f *Filled) toldOf(p problem.Problem, l line, id string) problem.Problem {
	p.File, p.Line, p.Column, p.Sheet, p.Cell = f.file, 0, 0, l.name, l.cell(id)
	if strings.Contains(p.Hint, "laxer_by") {
		p.Hint = "sửa ngưỡng ở ô này, hoặc ghi điều khoản cho phép thấp hơn vào ô " + l.cell(idLaxer) + " của dòng này"
	}
	return p
}
