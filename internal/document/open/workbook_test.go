package open_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/document"
	"ntm/internal/document/open"

	"github.com/xuri/excelize/v2"
)

// written is a workbook in a file.
func written(t *testing.T, fill func(f *excelize.File) error) string {
	t.Helper()
	f := excelize.NewFile()
	path := filepath.Join(t.TempDir(), "gia-dinh.xlsx")
	if err := fill(f); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func tablesOf(t *testing.T, path string) (*document.Document, []*document.Table) {
	t.Helper()
	d, err := open.Document(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	var out []*document.Table
	for _, b := range d.Blocks {
		out = append(out, b.Table)
	}
	return d, out
}

// A cell says what a person sees in it; what cannot be read as shown is marked.
func TestCellsOfAWorkbook(t *testing.T) {
	percent, day, odd := 9, 14, `0" cái"`
	for _, c := range []struct {
		name string
		fill func(f *excelize.File) error
		want string // "" for what is not readable
		odd  string // in what it is marked with
	}{
		{"words", func(f *excelize.File) error { return f.SetCellStr("Sheet1", "A1", " Đạt ") }, "Đạt", ""},
		{"a number without dots", func(f *excelize.File) error {
			return f.SetCellFloat("Sheet1", "A1", 45000.5, -1,
				64)
		},
			"45000,5", ""},
		{"a share", func(f *excelize.File) error { return styled(f, 0.85, &excelize.Style{NumFmt: percent}) },
			"85%", ""},
		{"a day", func(f *excelize.File) error { return styled(f, 45000, &excelize.Style{NumFmt: day}) },
			document.Unreadable, "ngày tháng"},
		{"shown otherwise", func(f *excelize.File) error {
			return styled(f, 4.25,
				&excelize.Style{CustomNumFmt: &odd})
		},
			"4,25", "đang giữ số"},
		{"yes", func(f *excelize.File) error { return f.SetCellBool("Sheet1", "A1", true) }, "TRUE", ""},
		{"a formula never computed", func(f *excelize.File) error { return f.SetCellFormula("Sheet1", "A1", "1+1") },
			document.Unreadable, "chưa có kết quả"},
		{"a hidden row", func(f *excelize.File) error {
			if err := f.SetCellStr("Sheet1", "A1", "Đạt"); err != nil {
				return err
			}
			return f.SetRowVisible("Sheet1", 1, false)
		}, "Đạt", "bị ẩn"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, tables := tablesOf(t, written(t, c.fill))
			if len(tables) != 1 || tables[0].IsFlat {
				t.Fatalf("%d tables", len(tables))
			}
			cell := tables[0].At(1, 1)
			if cell == nil || cell.Text != c.want || (len(cell.Odd) > 0) != (c.odd != "") ||
				!strings.Contains(strings.Join(cell.Odd, "; "), c.odd) {
				t.Errorf("%+v", cell)
			}
		})
	}
}

// The mark of a note that stands above the line is none of the text, and is kept; what is struck out beside it, or
// may be a power, is marked. Runs of several fonts are one text.
func TestRunsOfACell(t *testing.T) {
	raised, bold := &excelize.Font{VertAlign: "superscript"}, &excelize.Font{Bold: true}
	for _, c := range []struct {
		name        string
		runs        []excelize.RichTextRun
		want, notes string
		isOdd       bool
	}{
		{"a number in several fonts", []excelize.RichTextRun{{Text: "≥", Font: bold}, {Text: " 8"}, {Text: "5",
			Font: bold}, {Text: "%"}}, "≥ 85%", "", false},
		{"a mark behind", []excelize.RichTextRun{{Text: "≥ 80%", Font: bold}, {Text: "(1)", Font: raised}}, "≥ 80%",
			"1", false},
		{"a mark within", []excelize.RichTextRun{{Text: "≥ 80"}, {Text: "1", Font: raised}, {Text: "%"}}, "≥ 80%", "1",
			false},
		{"a star", []excelize.RichTextRun{{Text: "Đạt"}, {Text: "*", Font: raised}}, "Đạt", "*", false},
		{"a square", []excelize.RichTextRun{{Text: "≥ 4 m"}, {Text: "2", Font: raised}}, "≥ 4 m2", "", false},
		{"words", []excelize.RichTextRun{{Text: "Đạt"}, {Text: "trừ", Font: raised}}, "Đạt", "", true},
		{"struck out beside it", []excelize.RichTextRun{{Text: "≥ 80%"}, {Text: "1", Font: raised}, {Text: "85%",
			Font: &excelize.Font{Strike: true}}}, "≥ 80%", "", true},
	} {
		_, tables := tablesOf(t, written(t, func(f *excelize.File) error {
			return f.SetCellRichText("Sheet1", "A1", c.runs)
		}))
		cell := tables[0].At(1, 1)
		if cell == nil || cell.Text != c.want || strings.Join(cell.Notes, " ") != c.notes ||
			(len(cell.Odd) > 0) != c.isOdd {
			t.Errorf("%s: %+v", c.name, cell)
		}
	}
}

func styled(f *excelize.File, value float64, s *excelize.Style) error {
	style, err := f.NewStyle(s)
	if err != nil {
		return err
	}
	if err := f.SetCellStyle("Sheet1", "A1", "A1", style); err != nil {
		return err
	}
	return f.SetCellFloat("Sheet1", "A1", value, -1, 64)
}

// Merged cells are one; each sheet that is shown is a table, and the others are told of.
func TestSheetsOfAWorkbook(t *testing.T) {
	d, tables := tablesOf(t, written(t, func(f *excelize.File) error {
		for _, name := range []string{"An", "Hai"} {
			if _, err := f.NewSheet(name); err != nil {
				return err
			}
			if err := f.SetCellStr(name, "B3", name); err != nil {
				return err
			}
		}
		if err := f.SetCellStr("Sheet1", "A1", "Mức đạt"); err != nil {
			return err
		}
		if err := f.MergeCell("Sheet1", "A1", "C2"); err != nil {
			return err
		}
		return f.SetSheetVisible("An", false)
	}))
	if len(tables) != 2 || tables[1].At(3, 2).Text != "Hai" {
		t.Fatalf("%d tables", len(tables))
	}
	merged := tables[0].At(1, 1)
	if merged.Rows != 2 || merged.Columns != 3 || tables[0].At(2, 3) != merged {
		t.Errorf("%+v", merged)
	}
	if said := strings.Join(d.Said, "; "); !strings.Contains(said, `"An" bị ẩn`) || !strings.Contains(said, `"Hai"`) {
		t.Error(said)
	}
}

// A CSV keeps no merged cells.
func TestFlat(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gia-dinh.csv")
	if err := os.WriteFile(path, []byte("TT,Mức đạt\n1,\"≥ 45,5\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, tables := tablesOf(t, path)
	if len(tables) != 1 || !tables[0].IsFlat || tables[0].At(2, 2).Text != "≥ 45,5" {
		t.Errorf("%+v", tables)
	}
}
