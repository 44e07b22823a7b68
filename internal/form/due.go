package form

import (
	"ntm/criteria/division"
	"ntm/internal/form/layout"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// due reads by when departments are to answer, by their ids: what stands on the page In nhanh, or
// what the first sheet of a department's part says of it. It judges nothing, so nothing in it is
// wrong.
func (d *cellReader) due(file string, sheets []scan) map[string]string {
	out := map[string]string{}
	for _, s := range sheets {
		if s.At(1, 1).Text == layout.Mark && s.At(1, 5).Text != "" && s.At(1, 6).Text != "" {
			out[s.At(1, 5).Text] = s.At(1, 6).Text
		}
		if s.name != layout.BriefSheet {
			continue
		}
		column := 0
		for row := 1; row <= s.rows(); row++ {
			for at := 1; column == 0 && at <= s.width; at++ {
				if vi.Fold(s.At(row, at).Text) == vi.Fold(layout.DueHead) {
					column = at
				}
			}
			of := division.DepartmentNamed(s.At(row, 1).Text)
			if column == 0 || of == nil {
				continue
			}
			c := given{Cell: s.At(row, column).Typed(), at: problem.Pos{File: file, Sheet: s.name}}
			quiet := cellReader{use1904: d.use1904}
			if says := quiet.text(c); says != "" {
				out[of.ID] = says
			}
		}
	}
	return out
}
