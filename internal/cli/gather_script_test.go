package cli

import (
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// answer writes into a form as a department does: answer FILE KEY COLUMN VALUE fills in the
// row of that key, or of that number below the heads, in the column of that id.
func answer(ts *testscript.TestScript, _ bool, given []string) {
	book, err := excelize.OpenFile(ts.MkAbs(given[0]))
	ts.Check(err)
	defer book.Close() //nolint:errcheck // what is written is saved below
	key, column, value := given[1], "ntm:"+given[2], given[3]
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		ts.Check(err)
		at, head := 0, 0
		for i, row := range rows {
			for k, text := range row {
				if text == column {
					at, head = k+1, i+1
				}
			}
			n, numbered := strconv.Atoi(key)
			if at == 0 || (len(row) == 0 || row[0] != key) && (numbered != nil || i+1 != head+1+n) {
				continue
			}
			if n, err := strconv.ParseFloat(value, 64); err == nil && !strings.HasPrefix(value, "0") {
				ts.Check(book.SetCellValue(sheet, cellAt(at, i+1), n))
			} else {
				ts.Check(book.SetCellStr(sheet, cellAt(at, i+1), value))
			}
			ts.Check(book.Save())
			return
		}
	}
	ts.Fatalf("%s: no row %s with a column %s", given[0], key, column)
}
