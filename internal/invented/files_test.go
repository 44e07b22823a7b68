package invented_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/invented"

	"github.com/xuri/excelize/v2"
)

// The wide sheet says the same as text and as a workbook, whose numbers are numbers.
func TestWideSheetsAgree(t *testing.T) {
	country := invented.New(packs.Embedded(), 1)
	var text, book bytes.Buffer
	if err := country.WriteCSV(&text, 40, 5, 2023); err != nil {
		t.Fatal(err)
	}
	if err := country.WriteWide(&book, 40, 5, 2023); err != nil {
		t.Fatal(err)
	}
	in := csv.NewReader(&text)
	in.Comma = ';'
	want, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	file, err := excelize.OpenReader(&book)
	if err != nil {
		t.Fatal(err)
	}
	got, err := file.GetRows("Sheet1", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(want) != 6 || len(got) != len(want) {
		t.Fatalf("%d rows as text, %d in the workbook, want a head and 5 communes", len(want), len(got))
	}
	numbers := 0
	for i, row := range want {
		for j, cell := range row {
			held := ""
			if j < len(got[i]) {
				held = got[i][j]
			}
			if held == cell {
				continue
			}
			if numbers++; held != strings.Replace(cell, ",", ".", 1) {
				t.Errorf("row %d, %s: %q as text, %q in the workbook", i+1, want[0][j], cell, held)
			}
		}
	}
	if numbers == 0 {
		t.Error("no number with a fraction is among the cells")
	}
}
