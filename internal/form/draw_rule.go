package form

import (
	"strings"

	"github.com/xuri/excelize/v2"
	"ntm/criteria"
)

// rule is what may be written in an area, and what a person is told there.
type rule struct {
	area    string
	kind    kind
	options []option
	most    int    // of a number; 0 for no limit
	hint    string // what a person is told who chooses the cell
}

// Excel shows no more of a message.
const (
	longestTitle   = 32
	longestMessage = 255
)

// rule has a sheet check and prompt what is written. Days are not checked: they
// are typed as text, for "5/11" is the fifth of November on one machine and the
// eleventh of May on another.
func (b *book) rule(p *page, r rule) error {
	v := excelize.NewDataValidation(true)
	v.SetSqref(r.area)
	var err error
	switch r.kind {
	case number:
		err = r.number(v)
	case count:
		err = v.SetRange(0, 0, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorGreaterThanOrEqual)
		refuse(v, "Cần một số nguyên", "Ghi một số nguyên từ 0 trở lên, không kèm chữ. Chưa biết thì để trống.")
	case year:
		err = v.SetRange(1990, 2100, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
		refuse(v, "Cần một năm", "Ghi năm bằng bốn chữ số, ví dụ 2023.")
	case choice:
		err = r.choices(p, v)
		refuse(v, "Chọn trong danh sách", "Bấm mũi tên ở ô này rồi chọn một ý, hoặc để trống.")
	}
	if err != nil {
		return err
	}
	if r.hint != "" {
		v.SetInput("", cut(r.hint, longestMessage))
	}
	if v.Type == "" && r.hint == "" {
		return nil
	}
	return b.file.AddDataValidation(p.name, v)
}

func (r rule) number(v *excelize.DataValidation) error {
	if r.most > 0 {
		refuse(v, "Cần một số từ 0 đến 100", "Ghi tỷ lệ % bằng một số từ 0 đến 100, không kèm chữ. Nếu máy hiện 153 khi gõ 1,53 thì gõ 1.53. Chưa biết thì để trống.")
		return v.SetRange(0, r.most, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
	}
	refuse(v, "Cần một con số", "Ghi một con số từ 0 trở lên, không kèm đơn vị hay chữ. Nếu máy không nhận 1,53 thì gõ 1.53. Chưa biết thì để trống.")
	return v.SetRange(0, 0, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorGreaterThanOrEqual)
}

// choices makes the drop-down. Words with commas, which part a list that stands
// in the rule itself, and long lists stand in a hidden column.
func (r rule) choices(p *page, v *excelize.DataValidation) error {
	var names []string
	for _, o := range r.options {
		names = append(names, o.word)
	}
	if all := strings.Join(names, ""); strings.Contains(all, ",") || len(all) > longestMessage/2 {
		v.SetSqrefDropList(p.list(r.options))
		return nil
	}
	return v.SetDropList(names)
}

func refuse(v *excelize.DataValidation, title, message string) {
	v.SetError(excelize.DataValidationErrorStyleStop, cut(title, longestTitle), cut(message, longestMessage))
}

// cut ends a text that is too long with an ellipsis.
func cut(s string, most int) string {
	letters := []rune(s)
	if len(letters) <= most {
		return s
	}
	return string(letters[:most-1]) + "…"
}

// resultRule is what a figure's result may be.
func resultRule(f *criteria.Figure, at, hint string) rule {
	r := rule{area: at, kind: number, hint: hint}
	switch f.Unit {
	case criteria.Declared:
		r.kind, r.options = choice, metOr
	case criteria.Grade:
		r.kind, r.options = choice, grades()
	case criteria.Percent:
		r.most = 100
	}
	return r
}

func grades() []option {
	out := make([]option, len(criteria.Grades))
	for i, g := range criteria.Grades {
		out[i] = option{g, g}
	}
	return out
}
