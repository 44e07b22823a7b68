package xlsxtest

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ntm/internal/testenv/readers"
)

// cached is the value that a formula cell carries.
var cached = regexp.MustCompile(`(</f>)<v>[^<]*</v>`)

// Forgetful is a workbook whose formulas carry no values: who opens it must
// compute.
func Forgetful(t *testing.T, data []byte) []byte {
	t.Helper()
	names, content := Parts(t, data)
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, name := range names {
		part := content[name]
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			part = cached.ReplaceAllString(part, "$1")
		}
		w, err := archive.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(part)); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// readFormulas prints of each workbook the formula cells with their formulas and
// values, as openpyxl reads them.
const readFormulas = `
import json, sys, openpyxl
out = {}
for path in sys.argv[1:]:
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    out[path] = {sheet.title + "!" + cell.coordinate: values[sheet.title][cell.coordinate].value
                 for sheet in formulas for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}
json.dump(out, sys.stdout)
`

// Recalculates has LibreOffice compute workbooks of at least so many formulas from
// nothing.
func Recalculates(t *testing.T, all map[string][]byte, atLeast int) {
	t.Helper()
	python := readers.Python(t, "openpyxl")
	dir := t.TempDir()
	saved := filepath.Join(dir, "saved")
	read := []string{"-c", readFormulas}
	var blanks []string
	for name, data := range all {
		path, blank := filepath.Join(dir, name+".xlsx"), filepath.Join(dir, "blank-"+name+".xlsx")
		for p, d := range map[string][]byte{path: data, blank: Forgetful(t, data)} {
			if err := os.WriteFile(p, d, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		blanks = append(blanks, blank)
		read = append(read, path, filepath.Join(saved, "blank-"+name+".xlsx"))
	}
	readers.Save(t, readers.XLSX, saved, blanks...)
	var cells map[string]map[string]any
	if err := json.Unmarshal(readers.Run(t, nil, python, read...), &cells); err != nil {
		t.Fatal(err)
	}
	for name := range all {
		carried, computed := cells[filepath.Join(dir, name+".xlsx")], cells[filepath.Join(saved, "blank-"+name+".xlsx")]
		if len(carried) < atLeast || len(carried) != len(computed) {
			t.Errorf("%s: %d formulas written, %d computed", name, len(carried), len(computed))
		}
		for cell, want := range carried {
			if got := computed[cell]; want == nil || want == "" || !same(got, want) {
				t.Errorf("%s %s carries %#v, is computed as %#v", name, cell, want, got)
			}
		}
	}
}

// same tells whether two values are one, numbers but for the last digits of the
// machine.
func same(a, b any) bool {
	x, isNumber := a.(float64)
	y, alike := b.(float64)
	if isNumber && alike {
		return math.Abs(x-y) <= 1e-9*max(1, math.Abs(y))
	}
	return fmt.Sprint(a) == fmt.Sprint(b)
}
