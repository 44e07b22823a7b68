package read

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// handedIn is a sheet that each program writes in its own way, and that must
// read the same from all of them.
var handedIn = map[string]Cell{
	"A1": {Kind: Text, Text: "Số liệu xã giả định"},
	"A2": {Kind: Text, Text: "538.336"}, "B2": {Kind: Number, Text: "538.336"}, "C2": {Kind: Number, Text: "-7"},
	"A3": {Kind: Number, Text: "0.0153", Shown: Percent}, "B3": {Kind: Number, Text: "44635", Shown: Date},
	"C3": {Kind: Number, Text: "0.125", Shown: Percent},
	"A4": {Kind: Bool, Text: "TRUE"}, "B4": {Kind: Text, Text: "dòng một\ndòng hai"},
	"C4": {Kind: Text, Text: " Kiêm\u0309m "},
	"A6": {Kind: Text, Text: "X· gi¶ ®Þnh", Font: TCVN3}, "B6": {Kind: Text, Text: "Xaõ", Font: VNI},
	"B9": {Kind: Text, Text: "gộp"}, "A11": {Kind: Text, Text: "ẩn"},
}

const writeByOpenpyxl = `import sys, datetime, openpyxl
from openpyxl.styles import Font
book = openpyxl.Workbook()
s = book.active
s.title = 'Số liệu'
for cell, value, shown, font in [
    ('A1', 'Số liệu xã giả định', None, None), ('A2', '538.336', None, None), ('B2', 538.336, None, None), ('C2', -7, None, None),
    ('A3', 0.0153, '0.00%', None), ('B3', datetime.date(2022, 3, 15), 'dd/mm/yyyy', None), ('C3', 0.125, '0.0%;[Red]-0.0%', None),
    ('A4', True, None, None), ('B4', 'dòng một\ndòng hai', None, None), ('C4', ' Kiêm\u0309m ', None, None),
    ('A6', 'X· gi¶ ®Þnh', None, '.VnTime'), ('B6', 'Xaõ', None, 'VNI-Times'), ('B9', 'gộp', None, None), ('A11', 'ẩn', None, None)]:
    s[cell] = value
    if shown: s[cell].number_format = shown
    if font: s[cell].font = Font(name=font)
s.merge_cells('B9:D10')
s.row_dimensions[11].hidden = True
book.create_sheet('Ẩn').sheet_state = 'hidden'
if len(sys.argv) > 2:
    s['A12'] = '=1+1'
    s['B12'] = '=1/0'
    s['C12'] = '="a"&"b"'
book.save(sys.argv[1])
`

// byLibreOffice is a file as LibreOffice saves it in a format.
func byLibreOffice(t *testing.T, path, extension, format string) string {
	t.Helper()
	return readers.Save(t, readers.Format{Extension: extension, Filter: format}, t.TempDir(), path)[0]
}

// check holds a file against what was handed in.
func check(t *testing.T, path string) {
	t.Helper()
	b, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close() //nolint:errcheck // opened for reading: nothing is lost
	if len(b.Sheets) != 2 || b.Sheets[0].Name != "Số liệu" || b.Sheets[0].Hidden || b.Sheets[1].Name != "Ẩn" ||
		!b.Sheets[1].Hidden {
		t.Errorf("got the sheets %+v", b.Sheets)
	}
	got := cells(t, b.Sheets[0])
	if truth := got["A4"]; truth.Formula { // LibreOffice saves TRUE as the formula TRUE()
		truth.Formula = false
		got["A4"] = truth
	}
	if diff := cmp.Diff(handedIn, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	table, err := b.Sheets[0].Table()
	if err != nil {
		t.Fatal(err)
	}
	if got := table.At(10, 4); got != (Cell{}) {
		t.Errorf("in the merged area stands %+v", got)
	}
	if last := table.Rows[len(table.Rows)-1]; last.Number != 11 || !last.Hidden {
		t.Errorf("the hidden row is %+v", last)
	}
	if len(cells(t, b.Sheets[1])) > 0 {
		t.Error("the hidden sheet has cells")
	}
}

func TestOpenpyxlAndLibreOffice(t *testing.T) {
	testenv.LeftToWhole(t)
	python := readers.Python(t, "openpyxl")
	path := filepath.Join(t.TempDir(), "openpyxl.xlsx")
	readers.Run(t, nil, python, "-c", writeByOpenpyxl, path)
	check(t, path)
	t.Run("LibreOffice", func(t *testing.T) {
		readers.NeedLibreOffice(t)
		check(t, byLibreOffice(t, path, "xlsx", "Calc MS Excel 2007 XML"))
	})
	t.Run("excelize", func(t *testing.T) {
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		saved := filepath.Join(t.TempDir(), "excelize.xlsx")
		if err := f.SaveAs(saved); err != nil {
			t.Fatal(err)
		}
		check(t, saved)
	})
}

// A formula has no result until a program that calculates has saved it.
func TestFormulas(t *testing.T) {
	testenv.LeftToWhole(t)
	python := readers.Python(t, "openpyxl")
	readers.NeedLibreOffice(t)
	path := filepath.Join(t.TempDir(), "a.xlsx")
	readers.Run(t, nil, python, "-c", writeByOpenpyxl, path, "formulas")
	at := func(path, name string) Cell {
		b, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer b.Close() //nolint:errcheck // opened for reading: nothing is lost
		return cells(t, b.Sheets[0])[name]
	}
	saved := byLibreOffice(t, path, "xlsx", "Calc MS Excel 2007 XML")
	for name, want := range map[string]Cell{"A12": {Kind: Number, Text: "2", Formula: true},
		"B12": {Kind: Error, Text: "#DIV/0!", Formula: true}, "C12": {Kind: Text, Text: "ab", Formula: true}} {
		if got := at(path, name); got != (Cell{Kind: Uncomputed, Formula: true}) {
			t.Errorf("%s by openpyxl: %+v", name, got)
		}
		if got := at(saved, name); got != want {
			t.Errorf("%s by LibreOffice: %+v", name, got)
		}
	}
}

// What LibreOffice saves in its other formats is read, or refused by its name.
func TestOtherFormatsOfLibreOffice(t *testing.T) {
	testenv.LeftToWhole(t)
	readers.NeedLibreOffice(t)
	f := excelize.NewFile()
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := errors.Join(f.SetCellStr("Sheet1", "A1", "Xã"), f.SetCellFloat("Sheet1", "B1", 1.5, -1, 64),
		f.SaveAs(path)); err != nil {
		t.Fatal(err)
	}
	b, err := Open(t.Context(), byLibreOffice(t, path, "csv", "Text - txt - csv (StarCalc):59,34,76,1"))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close() //nolint:errcheck // opened for reading: nothing is lost
	if got := cells(t, b.Sheets[0]); got["A1"].Text != "Xã" || got["B1"].Text != "1.5" || got["B1"].Kind != Text {
		t.Errorf("got %+v", got)
	}
	for format, says := range map[string]error{"ods": errOpenDoc, "xls": errOld} {
		filter := map[string]string{"ods": "calc8", "xls": "MS Excel 97"}[format]
		saved := byLibreOffice(t, path, format, filter)
		data, err := os.ReadFile(saved)
		if err != nil {
			t.Fatal(err)
		}
		if p := refused(t, saved, data); p.Message != says.Error() {
			t.Errorf("%s: %+v", format, p)
		}
	}
}

// excelize writes a cell at once or in a stream, with other XML each time.
func TestExcelize(t *testing.T) {
	values := map[string]any{"A1": "Số liệu", "B1": "538.336", "C1": 538.336, "D1": true,
		"E1": time.Date(2022, 3, 15, 0, 0, 0, 0, time.UTC), "A2": " hai\ndòng ", "B2": 1e-7, "C2": 123456789012345}
	want := map[string]Cell{"A1": {Kind: Text, Text: "Số liệu"}, "B1": {Kind: Text, Text: "538.336"},
		"C1": {Kind: Number, Text: "538.336"}, "D1": {Kind: Bool, Text: "TRUE"}, "E1": {Kind: Number, Text: "44635",
			Shown: Date},
		"A2": {Kind: Text, Text: " hai\ndòng "}, "C2": {Kind: Number, Text: "123456789012345"}}
	random, streamed := excelize.NewFile(), excelize.NewFile()
	w, err := streamed.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for at, v := range values {
		if err := random.SetCellValue("Sheet1", at, v); err != nil {
			t.Fatal(err)
		}
	}
	for row, columns := range []int{5, 3} {
		var cells []any
		for column := range columns {
			cells = append(cells, values[Ref(column+1, row+1)])
		}
		if err := w.SetRow(Ref(1, row+1), cells); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	for name, f := range map[string]*excelize.File{"random": random, "streamed": streamed} {
		out, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		got := cells(t, mustRead(t, "a.xlsx", out.Bytes()).Sheets[0])
		if tiny := got["B2"]; tiny.Kind != Number || !isNumber(tiny.Text) {
			t.Errorf("%s: a tiny number is %+v", name, tiny)
		}
		delete(got, "B2") // written in two ways
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}
