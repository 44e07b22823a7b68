package dossier

import "github.com/xuri/excelize/v2"

// field is a cell of a form that takes a number, and what number.
type field struct {
	at    string
	takes takes
}

type takes int

const (
	whole   takes = iota // a count
	percent              // a share, typed without its sign: Excel makes 0.9 of "90%"
)

// mostCounted is more than any council has members.
const mostCounted = 9999

// leastPercent is below every rule of a council and above what Excel makes of
// "100%".
const leastPercent = 2

// form has a sheet with fields take what belongs into them and nothing anywhere
// else. There is no password: whoever means to change the rest can.
func (b *book) form(s *sheet) error {
	if len(s.fields) == 0 {
		return nil
	}
	for _, f := range s.fields {
		rule := excelize.NewDataValidation(true)
		rule.SetSqref(f.at)
		var err error
		switch f.takes {
		case whole:
			err = rule.SetRange(0, mostCounted, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
			rule.SetError(excelize.DataValidationErrorStyleStop, "Số không đúng", "Ghi số nguyên, từ 0 trở lên.")
		case percent:
			err = rule.SetRange(leastPercent, 100, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
			rule.SetError(excelize.DataValidationErrorStyleStop, "Tỷ lệ không đúng", "Ghi số phần trăm không kèm dấu %, ví dụ 90.")
		}
		if err := firstError(err, b.file.AddDataValidation(s.name, rule)); err != nil {
			return err
		}
	}
	return b.file.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true,
	})
}
