package form

import (
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// wideReader puts the cells of a row into a report.
type wideReader struct {
	cellReader
	lib    *criteria.Library
	report *commune.Report
}

// unread notes a cell that says something for which there is no place.
func (r *wideReader) unread(c given, why, hint string) {
	if !c.blank() {
		r.notes.Add(c.at.Problem(why, hint))
	}
}

// cell reads a cell in its column.
func (r *wideReader) cell(column *layout.WideColumn, c given) {
	switch column.ID {
	case commune.ArrearsFigure:
		r.arrears(c)
	case commune.SecurityFigure:
		if met := r.yes(c); met != nil {
			r.report.Security = &commune.Security{Pos: c.at, Met: met}
		}
	case commune.SmartFigure:
		if names, ok := r.names(c, "thôn"); ok {
			r.report.SmartVillage = &commune.SmartVillage{Pos: c.at, Villages: names}
		}
	case commune.FieldsFigure:
		if names, ok := r.names(c, "lĩnh vực"); ok {
			r.report.OutstandingFields = []commune.Field{}
			for _, name := range names {
				r.report.OutstandingFields = append(r.report.OutstandingFields, commune.Field{Pos: c.at, Name: name})
			}
		}
	case commune.SatisfactionFigure:
		r.satisfied(c)
	case commune.CoverageFigure:
		r.covered(c)
	default:
		if level, is := strings.CutPrefix(column.ID, layout.WideTitle); is {
			r.title(c, criteria.Level(level))
			return
		}
		if column.Figure == nil {
			return // who and when
		}
		if f, ok := r.figure(c, column.Figure); ok && !r.asksShare(c, f, column.Figure) {
			r.report.Figures = append(r.report.Figures, *f)
		}
	}
}

// arrears reads what is still owed in all. The sheet has no room for the works.
func (r *wideReader) arrears(c given) {
	if c.blank() {
		return
	}
	if owes, err := typed.Has(c.Text); err == nil && c.Text != "1" {
		if owes {
			r.fail(c, "ghi số còn nợ tính bằng triệu đồng; không nợ thì ghi 0",
				"đọc thấy %q, ở đây cần số tiền còn nợ", vi.NFC(c.Text))
		} else {
			r.report.Arrears = []commune.Arrear{}
		}
		return
	}
	owed := r.owed(c)
	if owed == nil {
		return
	}
	r.report.Arrears = []commune.Arrear{}
	if owed.IsPositive() || !owed.IsExact() {
		r.report.Arrears = append(r.report.Arrears, commune.Arrear{Pos: c.at, Work: "Theo bảng tổng hợp các xã",
			Owed: owed})
	}
}

// names reads the names of what is counted by name; "không" is none.
func (r *wideReader) names(c given, what string) ([]string, bool) {
	text := r.text(c)
	if text == "" {
		return nil, false
	}
	if has, err := typed.Has(text); err == nil && !has {
		return []string{}, true
	}
	names := items(c.Text)
	for _, name := range names {
		if !r.isName(c, name, what) {
			return nil, false
		}
	}
	return names, true
}
