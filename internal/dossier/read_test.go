package dossier_test

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workbook is a written dossier, opened again.
type workbook struct {
	*excelize.File
	t testing.TB
}

func opened(t testing.TB, data []byte) workbook {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return workbook{f, t}
}

// raw is a cell's value as it is stored.
func (w workbook) raw(sheet, cell string) string {
	w.t.Helper()
	v, err := w.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

func (w workbook) isNumber(sheet, cell string) bool {
	w.t.Helper()
	kind, err := w.GetCellType(sheet, cell)
	if err != nil {
		w.t.Fatal(err)
	}
	return kind == excelize.CellTypeNumber || kind == excelize.CellTypeUnset && w.raw(sheet, cell) != ""
}

func (w workbook) formula(sheet, cell string) string {
	w.t.Helper()
	formula, err := w.GetCellFormula(sheet, cell)
	if err != nil {
		w.t.Fatal(err)
	}
	return formula
}

// link is where a cell leads, "" for nowhere.
func (w workbook) link(sheet, cell string) string {
	w.t.Helper()
	_, target, err := w.GetCellHyperLink(sheet, cell)
	if err != nil {
		w.t.Fatal(err)
	}
	return target
}

// format is a cell's number format.
func (w workbook) format(sheet, cell string) string {
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

// each visits the cells that hold something, row by row.
func (w workbook) each(sheet string, visit func(cell, value string)) {
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

// find gives the first cell of a sheet with that value.
func (w workbook) find(sheet, value string) string {
	w.t.Helper()
	found := ""
	w.each(sheet, func(cell, v string) {
		if found == "" && v == value {
			found = cell
		}
	})
	if found == "" {
		w.t.Fatalf("no cell of %q holds %q", sheet, value)
	}
	return found
}

// says tells whether some cell of a sheet contains the words.
func (w workbook) says(sheet, words string) bool {
	w.t.Helper()
	found := false
	w.each(sheet, func(_, v string) { found = found || strings.Contains(v, words) })
	return found
}

// beside is the cell so many columns to the right.
func beside(t testing.TB, cell string, columns int) string {
	t.Helper()
	column, row, err := excelize.CellNameToCoordinates(cell)
	if err != nil {
		t.Fatal(err)
	}
	name, err := excelize.CoordinatesToCellName(column+columns, row)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// column is the letter of the first table's column with that head.
func (w workbook) column(sheet, head string) string {
	w.t.Helper()
	return strings.TrimRight(w.find(sheet, head), "0123456789")
}

// parts are the files inside a workbook, by name in the order they stand.
func parts(t testing.TB, data []byte) (names []string, content map[string]string) {
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

// worksheets are the XML parts of the sheets.
func worksheets(t testing.TB, data []byte) map[string]string {
	t.Helper()
	names, content := parts(t, data)
	out := map[string]string{}
	for _, name := range slices.DeleteFunc(names, func(n string) bool { return !strings.HasPrefix(n, "xl/worksheets/sheet") }) {
		out[name] = content[name]
	}
	return out
}
