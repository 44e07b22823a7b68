package xlsxtest

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Absent skips the test for want of a program; where the tests must be whole,
// it fails.
func Absent(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is missing, and CI=true", what)
	}
	t.Skipf("%s is missing", what)
}

// Profile keeps LibreOffice apart from the one the user may have open.
func Profile(dir string) string {
	return "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile"))
}

// RealReaders finds LibreOffice and a Python with openpyxl.
func RealReaders(t *testing.T) (soffice, python string) {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		Absent(t, "LibreOffice (soffice)")
	}
	for _, python := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(python, "-c", "import openpyxl").Run() == nil {
			return soffice, python
		}
	}
	Absent(t, "openpyxl for python3")
	return "", ""
}

// Run runs a program and gives what it says on standard output.
func Run(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(name, args...)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args[:min(2, len(args))], " "), err, complaints.String())
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

// cached is the value that a formula cell carries.
var cached = regexp.MustCompile(`(</f>)<v>[^<]*</v>`)

// Forgetful is a workbook whose formulas carry no values: who opens it must
// reckon.
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

// Recalculates has LibreOffice reckon workbooks of at least so many formulas from
// nothing.
func Recalculates(t *testing.T, all map[string][]byte, atLeast int) {
	t.Helper()
	soffice, python := RealReaders(t)
	dir := t.TempDir()
	saved := filepath.Join(dir, "saved")
	convert := []string{Profile(dir), "--headless", "--convert-to", "xlsx", "--outdir", saved}
	read := []string{"-c", readFormulas}
	for name, data := range all {
		path, blank := filepath.Join(dir, name+".xlsx"), filepath.Join(dir, "blank-"+name+".xlsx")
		for p, d := range map[string][]byte{path: data, blank: Forgetful(t, data)} {
			if err := os.WriteFile(p, d, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		convert = append(convert, blank)
		read = append(read, path, filepath.Join(saved, "blank-"+name+".xlsx"))
	}
	Run(t, soffice, convert...)
	var cells map[string]map[string]any
	if err := json.Unmarshal(Run(t, python, read...), &cells); err != nil {
		t.Fatal(err)
	}
	for name := range all {
		carried, reckoned := cells[filepath.Join(dir, name+".xlsx")], cells[filepath.Join(saved, "blank-"+name+".xlsx")]
		if len(carried) < atLeast || len(carried) != len(reckoned) {
			t.Errorf("%s: %d formulas written, %d reckoned", name, len(carried), len(reckoned))
		}
		for cell, want := range carried {
			if got := reckoned[cell]; want == nil || want == "" || !same(got, want) {
				t.Errorf("%s %s carries %#v, is reckoned to be %#v", name, cell, want, got)
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
