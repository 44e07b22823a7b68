package blank

import (
	"ntm/criteria"
	"ntm/internal/form/layout"
	"ntm/internal/xlsx/draw"
)

// rule is what may be written in an area, and what a person is told there.
type rule struct {
	area    string
	kind    layout.Kind
	options []layout.Option
	most    float64 // of a number; 0 for no limit
	hint    string  // what a person is told who chooses the cell
}

// What each kind of entry refuses. Days are not checked: they are typed as text,
// for "5/11" is the fifth of November on one machine and the eleventh of May on
// another.
var refusals = map[layout.Kind]draw.Rule{
	layout.Number: {Kind: draw.Decimal, Title: "Cần một con số",
		Refuse: "Ghi một con số từ 0 trở lên, không kèm đơn vị hay chữ. Nếu máy không nhận 1,53 thì gõ 1.53. " +
			"Chưa biết thì để trống."},
	layout.Amount: {Kind: draw.Said, Title: "Số phải từ 0 trở lên",
		Refuse: "Ghi một con số từ 0 trở lên; chưa có số chính xác thì ghi như báo cáo: trên 70; ước 44,1. Nếu máy " +
			"không nhận 1,53 thì gõ 1.53. Chưa biết thì để trống."},
	layout.Count: {Kind: draw.Whole, Title: "Cần một số nguyên",
		Refuse: "Ghi một số nguyên từ 0 trở lên, không kèm chữ. Chưa biết thì để trống."},
	layout.Year: {Kind: draw.Whole, Least: 1990, Most: 2100, Title: "Cần một năm",
		Refuse: "Ghi năm bằng bốn chữ số, ví dụ 2023."},
	layout.Choice: {Kind: draw.Choice, Title: "Chọn trong danh sách",
		Refuse: "Bấm mũi tên ở ô này rồi chọn một ý, hoặc để trống."},
}

// take has the page check and prompt what is written.
func (p *page) take(rules ...rule) {
	for _, r := range rules {
		checked := refusals[r.kind]
		if r.most > 0 {
			checked.Title = "Cần một số từ 0 đến 100"
			checked.Refuse = "Ghi tỷ lệ % bằng một số từ 0 đến 100; chưa có số chính xác thì ghi như báo cáo: " +
				"trên 95%. " +
				"Nếu máy hiện 153 khi gõ 1,53 thì gõ 1.53. Chưa biết thì để trống."
			checked.Most = r.most
		}
		for _, o := range r.options {
			checked.Words = append(checked.Words, o.Word)
		}
		checked.Hint = r.hint
		p.Take(&checked, r.area)
	}
}

// resultRule is what a figure's result may be.
func resultRule(f *criteria.Figure, at, hint string) rule {
	r := rule{area: at, kind: layout.Amount, hint: hint}
	switch f.Unit {
	case criteria.Declared:
		r.kind, r.options = layout.Choice, layout.MetOr
	case criteria.Grade:
		r.kind, r.options = layout.Choice, layout.Grades()
	case criteria.Percent:
		r.most = 100
	}
	return r
}
