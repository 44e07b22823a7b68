package papers

import (
	"bytes"
	"strings"
	"testing"

	"ntm/internal/xlsx/draw"

	"github.com/xuri/excelize/v2"
)

// A vote that is struck out is asked about, and counts for nobody.
func TestAStruckVote(t *testing.T) {
	const number = "AAAA-BBBB-CCCC-DDDD"
	first := blankBallot(InventedCouncil(), inventedCases, number).first
	cell := draw.Ref(forColumn, first)
	for name, set := range map[string]func(*excelize.File, string) error{
		"in a run": func(f *excelize.File, sheet string) error {
			return f.SetCellRichText(sheet, cell,
				[]excelize.RichTextRun{{Text: "x", Font: &excelize.Font{Strike: true}}})
		},
		"by the cell": func(f *excelize.File, sheet string) error {
			style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
			if err != nil {
				return err
			}
			if err := f.SetCellValue(sheet, cell, "x"); err != nil {
				return err
			}
			return f.SetCellStyle(sheet, cell, cell, style)
		},
	} {
		f, err := excelize.OpenReader(bytes.NewReader(ballot(t, number)))
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := set(f, f.GetSheetName(0)); err != nil {
			t.Fatal(err)
		}
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		_, err = ReadBallot(t.Context(), "phieu.xlsx", out.Bytes(), InventedCouncil(), inventedCases)
		if err == nil || !strings.Contains(err.Error(), "không rõ còn dùng không") ||
			!strings.Contains(err.Error(), "ô "+cell) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
