package dossier_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/testenv"
)

// cached is the value that a formula cell carries.
var cached = regexp.MustCompile(`(</f>)<v>[^<]*</v>`)

// forgetful is a workbook whose formulas carry no values: who opens it must
// reckon.
func forgetful(t *testing.T, data []byte) []byte {
	t.Helper()
	names, content := parts(t, data)
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

// reports are twenty communes, no two alike.
func reports(t *testing.T) map[string]*assess.Assessment {
	t.Helper()
	value := func(id, v string) func(*commune.Report) {
		return func(r *commune.Report) {
			i := slices.IndexFunc(r.Figures, func(f commune.Figure) bool { return f.ID == id })
			if i < 0 {
				t.Fatalf("no figure %s", id)
			}
			r.Figures[i].Measure = commune.Number{Decimal: decimal.RequireFromString(v)}
		}
	}
	counts := func(id string, part, whole int64) func(*commune.Report) {
		return func(r *commune.Report) {
			i := slices.IndexFunc(r.Figures, func(f commune.Figure) bool { return f.ID == id })
			r.Figures[i].Measure = commune.Rate{Numerator: decimal.NewFromInt(part), Denominator: decimal.NewFromInt(whole)}
		}
	}
	without := func(nth int) func(*commune.Report) {
		return func(r *commune.Report) {
			i := 0
			r.Figures = slices.DeleteFunc(r.Figures, func(commune.Figure) bool { i++; return i%nth == 0 })
		}
	}
	long := func(r *commune.Report) {
		words := strings.TrimSpace(strings.Repeat("Tổ chức thực hiện ", 120))
		r.Note = words
		for i := range r.Figures {
			r.Figures[i].Note = words
		}
		for i := range r.Evidence {
			r.Evidence[i].Title, r.Evidence[i].Issuer = words, string([]rune(words)[:150])
		}
	}
	formulaLike := func(r *commune.Report) {
		for i, sign := range []string{"=", "+", "-", "@"} {
			r.Figures[i].Note = sign + "1+1"
			r.Evidence[i].Title = sign + "SUM(A1)"
		}
		r.Satisfaction.Villages[0].Name = "=1+1"
	}
	return map[string]*assess.Assessment{
		"quang-trung":     assessQuangTrung(t),
		"ntm-only":        assessQuangTrung(t).Only([]criteria.Level{criteria.NTM}),
		"no-kieu-mau":     assessQuangTrung(t).Only([]criteria.Level{criteria.NTM, criteria.NangCao}),
		"no-capital":      assessQuangTrung(t, func(r *commune.Report) { r.Capital = nil }),
		"gia-dinh":        assessGiaDinh(t),
		"spoiled":         assessGiaDinh(t, spoiled),
		"unknown-traits":  assessGiaDinh(t, unknownTraits),
		"unknown-spoiled": assessGiaDinh(t, unknownTraits, spoiled, value("multidimensional_poverty_rate", "6")),
		"nang-cao-only":   assessGiaDinh(t).Only([]criteria.Level{criteria.NangCao}),
		"third-missing":   assessGiaDinh(t, without(3)),
		"half-missing":    assessGiaDinh(t, without(2)),
		"nothing":         assessGiaDinh(t, without(1)),
		"at-threshold":    assessGiaDinh(t, value("income_per_capita", "50")),
		"below-threshold": assessGiaDinh(t, value("income_per_capita", "41.999999")),
		"impossible-rate": assessGiaDinh(t, value("health_insurance_rate", "950")),
		"near-rate":       assessGiaDinh(t, counts("irrigated_area_rate", 79999, 100000)),
		"exact-rate":      assessGiaDinh(t, counts("irrigated_area_rate", 80, 100)),
		"part-over-whole": assessGiaDinh(t, counts("irrigated_area_rate", 101, 100)),
		"too-many-digits": assessGiaDinh(t, value("income_per_capita", "999999.999999999")),
		"long-words":      assessGiaDinh(t, long),
		"formula-like":    assessGiaDinh(t, formulaLike),
		"no-sections":     assessGiaDinh(t, func(r *commune.Report) { r.Arrears, r.Satisfaction, r.Capital = nil, nil, nil }),
		"settled":         settledLaw(assessGiaDinh(t, spoiled)),
	}
}

// unknownTraits leaves open by which column the commune is judged (T8).
func unknownTraits(r *commune.Report) { r.Traits = nil }

// TestRecalculated has LibreOffice reckon the dossiers from nothing: every
// formula comes to the value it carries, and that is what the engine found.
func TestRecalculated(t *testing.T) {
	t.Parallel()
	all := map[string][]byte{}
	for name, a := range testenv.Sample(t, reports(t), "spoiled") {
		all[name] = written(t, a)
	}
	recalculates(t, all, 100)
}

// recalculates has LibreOffice reckon workbooks of at least so many formulas from
// nothing.
func recalculates(t *testing.T, all map[string][]byte, atLeast int) {
	t.Helper()
	soffice, python := realReaders(t)
	dir := t.TempDir()
	saved := filepath.Join(dir, "saved")
	convert := []string{profile(dir), "--headless", "--convert-to", "xlsx", "--outdir", saved}
	read := []string{"-c", readFormulas}
	for name, data := range all {
		path, blank := filepath.Join(dir, name+".xlsx"), filepath.Join(dir, "blank-"+name+".xlsx")
		for p, d := range map[string][]byte{path: data, blank: forgetful(t, data)} {
			if err := os.WriteFile(p, d, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		convert = append(convert, blank)
		read = append(read, path, filepath.Join(saved, "blank-"+name+".xlsx"))
	}
	run(t, soffice, convert...)
	var cells map[string]map[string]any
	if err := json.Unmarshal(run(t, python, read...), &cells); err != nil {
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
