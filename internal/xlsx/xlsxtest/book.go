package xlsxtest

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Book is a workbook that was written, opened again.
type Book struct {
	*excelize.File
	t testing.TB
}

// Open opens a workbook.
func Open(t testing.TB, data []byte) Book {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return Book{f, t}
}

// Raw is a cell's value as it is stored.
func (w Book) Raw(sheet, cell string) string {
	w.t.Helper()
	v, err := w.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

// IsNumber tells whether a cell holds a number.
func (w Book) IsNumber(sheet, cell string) bool {
	w.t.Helper()
	kind, err := w.GetCellType(sheet, cell)
	if err != nil {
		w.t.Fatal(err)
	}
	return kind == excelize.CellTypeNumber || kind == excelize.CellTypeUnset && w.Raw(sheet, cell) != ""
}

// Formula is a cell's formula, "" for none.
func (w Book) Formula(sheet, cell string) string {
	w.t.Helper()
	formula, err := w.GetCellFormula(sheet, cell)
	if err != nil {
		w.t.Fatal(err)
	}
	return formula
}

// Link is where a cell leads, "" for nowhere.
func (w Book) Link(sheet, cell string) string {
	w.t.Helper()
	_, target, err := w.GetCellHyperLink(sheet, cell)
	if err != nil {
		w.t.Fatal(err)
	}
	return target
}

// Format is a cell's number format.
func (w Book) Format(sheet, cell string) string {
	w.t.Helper()
	id, err := w.GetCellStyle(sheet, cell)
	if err != nil {
		w.t.Fatal(err)
	}
	style, err := w.GetStyle(id)
	if err != nil {
		w.t.Fatal(err)
	}
	if style.CustomNumFmt == nil {
		return ""
	}
	return *style.CustomNumFmt
}

// Each visits the cells that hold something, row by row.
func (w Book) Each(sheet string, visit func(cell, value string)) {
	w.t.Helper()
	rows, err := w.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		w.t.Fatal(err)
	}
	for r, row := range rows {
		for c, value := range row {
			if value == "" {
				continue
			}
			name, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err != nil {
				w.t.Fatal(err)
			}
			visit(name, value)
		}
	}
}

// Find gives the first cell of a sheet with that value.
func (w Book) Find(sheet, value string) string {
	w.t.Helper()
	found := ""
	w.Each(sheet, func(cell, v string) {
		if found == "" && v == value {
			found = cell
		}
	})
	if found == "" {
		w.t.Fatalf("no cell of %q holds %q", sheet, value)
	}
	return found
}

// Says tells whether some cell of a sheet contains the words.
func (w Book) Says(sheet, words string) bool {
	w.t.Helper()
	found := false
	w.Each(sheet, func(_, v string) { found = found || strings.Contains(v, words) })
	return found
}

// Beside is the cell so many columns to the right.
func Beside(cell string, columns int) string {
	column, row, err := excelize.CellNameToCoordinates(cell)
	if err != nil {
		panic(err)
	}
	return Must(excelize.CoordinatesToCellName(column+columns, row))
}

// Column is the letter of the first table's column with that head.
func (w Book) Column(sheet, head string) string {
	w.t.Helper()
	return strings.TrimRight(w.Find(sheet, head), "0123456789")
}

// At is the cell under a head in the first row that holds a text under another.
func (w Book) At(sheet, head, within, text string) string {
	w.t.Helper()
	row := strings.TrimLeft(w.Find(sheet, text), "ABCDEFGHIJ")
	if w.Raw(sheet, w.Column(sheet, within)+row) != text {
		w.t.Fatalf("%q is not under %q", text, within)
	}
	return w.Column(sheet, head) + row
}

// Parts are the files inside a workbook, by name in the order they stand.
func Parts(t testing.TB, data []byte) (names []string, content map[string]string) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	content = map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
		content[f.Name] = string(b)
	}
	return names, content
}

// Worksheets are the XML parts of the sheets.
func Worksheets(t testing.TB, data []byte) map[string]string {
	t.Helper()
	names, content := Parts(t, data)
	out := map[string]string{}
	for _, name := range slices.DeleteFunc(names,
		func(n string) bool { return !strings.HasPrefix(n, "xl/worksheets/sheet") }) {
		out[name] = content[name]
	}
	return out
}

// Must gives a value that a test only looks at when there is no error.
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
