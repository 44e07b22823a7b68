package dossier

import (
	"github.com/xuri/excelize/v2"
	"ntm/criteria"
	"ntm/internal/assess"
)

// field is a cell that takes an entry, and which.
type field struct {
	at    string
	takes takes
}

type takes int

const (
	whole       takes = iota // a count
	percent                  // a share, typed without its sign: Excel makes 0.9 of "90%"
	anyNumber                // a figure
	declaration              // met or not
	grade                    // one of criteria.Grades
	tick                     // a mark in a box
	kinds                    // how many there are
)

// mostCounted is more than any council has members.
const mostCounted = 9999

// leastPercent is below every rule of a council and above what Excel makes of
// "100%".
const leastPercent = 2

// mostEntered is more than any figure of a commune.
const mostEntered = 1e12

// form has the fields of a sheet take what belongs into them, and a locked sheet
// take nothing anywhere else. There is no password: whoever means to change the
// rest can.
func (b *book) form(s *sheet) error {
	for kind := range kinds {
		rule := excelize.NewDataValidation(true)
		for _, f := range s.fields {
			if f.takes == kind {
				rule.SetSqref(f.at)
			}
		}
		if rule.Sqref == "" {
			continue
		}
		if err := firstError(kind.rule(rule), b.file.AddDataValidation(s.name, rule)); err != nil {
			return err
		}
	}
	if !s.locked {
		return nil
	}
	return b.file.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatCells: true, FormatColumns: true, FormatRows: true,
	})
}

// rule says what a kind of field takes, and what a person reads who types
// something else.
func (k takes) rule(r *excelize.DataValidation) error {
	refuse := func(title, words string) { r.SetError(excelize.DataValidationErrorStyleStop, title, words) }
	switch k {
	case whole:
		refuse("Số không đúng", "Ghi số nguyên, từ 0 trở lên.")
		return r.SetRange(0, mostCounted, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
	case percent:
		refuse("Tỷ lệ không đúng", "Ghi số phần trăm không kèm dấu %, ví dụ 90.")
		return r.SetRange(leastPercent, 100, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
	case declaration:
		refuse("Chưa đúng", "Ghi Đạt hoặc Chưa đạt.")
		return r.SetDropList([]string{assess.Met.Word(), assess.NotMet.Word()})
	case tick:
		refuse("Chưa đúng", "Đánh dấu x, hoặc để trống.")
		return r.SetDropList([]string{"x"})
	case grade:
		refuse("Chưa đúng", "Chọn một mức trong danh sách.")
		return r.SetDropList(criteria.Grades)
	}
	refuse("Số không đúng", "Ghi số, không kèm đơn vị và dấu %.")
	return r.SetRange(-mostEntered, mostEntered, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
}
