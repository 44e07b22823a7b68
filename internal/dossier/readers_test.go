package dossier_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/google/go-cmp/cmp"
)

// words are the outcomes of the JSON document as the table of criteria prints
// them.
var words = map[string]string{
	"met": "Đạt", "not_met": "Chưa đạt", "no_figure": "Chưa có số liệu", "no_threshold": "Chưa có ngưỡng",
	"not_applicable": "Không áp dụng", "undetermined": "Chưa đủ căn cứ",
}

var tables = map[string]string{"ntm": "Biểu NTM", "nang-cao": "Biểu nâng cao", "kieu-mau": "Biểu kiểu mẫu"}

// readCells prints every cell of the workbooks it is given, as openpyxl reads
// them.
const readCells = `
import json, sys, openpyxl
out = {}
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path, data_only=True)
    out[path] = {sheet.title + "!" + cell.coordinate: cell.value
                 for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
json.dump(out, sys.stdout)
`

// TestOtherReaders has LibreOffice save the dossiers anew and openpyxl read
// both: what they see must be what the JSON document says.
func TestOtherReaders(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	python := readers.Python(t, "openpyxl")
	dir := t.TempDir()
	cases := testenv.Sample(t, map[string]*assess.Assessment{
		"quang-trung": dossiertest.QuangTrung(t), "gia-dinh": dossiertest.GiaDinh(t),
		"lam-lo": dossiertest.GiaDinh(t, dossiertest.Spoiled),
	}, "lam-lo")
	saved := filepath.Join(dir, "saved")
	var paths []string
	read := []string{"-c", readCells}
	for name, a := range cases {
		path := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(path, dossiertest.Written(t, a), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
		read = append(read, path, filepath.Join(saved, name+".xlsx"))
	}
	readers.Save(t, readers.XLSX, saved, paths...)
	var cells map[string]map[string]any
	if err := json.Unmarshal(readers.Run(t, nil, python, read...), &cells); err != nil {
		t.Fatal(err)
	}
	for name, a := range cases {
		t.Run(name, func(t *testing.T) {
			ours, theirs := cells[filepath.Join(dir, name+".xlsx")], cells[filepath.Join(saved, name+".xlsx")]
			if len(ours) < 500 {
				t.Fatalf("openpyxl reads only %d cells", len(ours))
			}
			if diff := cmp.Diff(ours, theirs); diff != "" {
				t.Errorf("LibreOffice changed cells (-written +saved anew):\n%s", diff)
			}
			verdictsAgree(t, a, theirs)
			numbersAreNumbers(t, a, theirs)
		})
	}
}

// verdictsAgree holds each verdict cell against the JSON document.
func verdictsAgree(t *testing.T, a *assess.Assessment, cells map[string]any) {
	t.Helper()
	type verdict struct{ No, Outcome string }
	var doc struct {
		Levels []struct {
			Level    string
			Criteria []struct {
				verdict
				Indicators []verdict
			}
			Conditions   []verdict
			Prerequisite *struct{ Met *bool }
		}
	}
	data, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	for _, l := range doc.Levels {
		var want, got []verdict
		for _, c := range l.Criteria {
			want = append(want, verdict{c.No, words[c.Outcome]})
			for _, ind := range c.Indicators {
				want = append(want, verdict{ind.No, words[ind.Outcome]})
			}
		}
		number := 0
		condition := func(outcome string) {
			number++
			want = append(want, verdict{fmt.Sprint(number), words[outcome]})
		}
		if p := l.Prerequisite; p != nil {
			condition(map[string]string{"null": "undetermined", "true": "met",
				"false": "not_met"}[string(xlsxtest.Must(json.Marshal(p.Met)))])
		}
		for _, c := range l.Conditions {
			condition(c.Outcome)
		}
		for row := 1; row < 400; row++ {
			no, isText := cells[fmt.Sprintf("%s!A%d", tables[l.Level], row)].(string)
			outcome, judged := cells[fmt.Sprintf("%s!E%d", tables[l.Level], row)].(string)
			if isText && judged && no != "TT" && outcome != "ngày" {
				got = append(got, verdict{no, outcome})
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: verdicts (-JSON +workbook):\n%s", l.Level, diff)
		}
	}
}

// numbersAreNumbers holds each figure that is one number against its cell.
func numbersAreNumbers(t *testing.T, a *assess.Assessment, cells map[string]any) {
	t.Helper()
	checked := 0
	for i := range a.Levels {
		l := &a.Levels[i]
		sheet := tables[string(l.Level)]
		figures := map[string]*assess.Figure{}
		for _, c := range l.Criteria {
			for _, ind := range c.Indicators {
				if f := ind.Figure; f != nil && f.Unit != criteria.Declared && f.Unit != criteria.Grade {
					figures[ind.Name] = f
				}
			}
		}
		for row := 1; row < 400; row++ {
			name, _ := cells[fmt.Sprintf("%s!B%d", sheet, row)].(string)
			f, single := figures[name]
			if !single {
				continue
			}
			checked++
			got, isNumber := cells[fmt.Sprintf("%s!D%d", sheet, row)].(float64)
			if want := f.Value().InexactFloat64(); !isNumber ||
				math.Abs(got-want) > 5e-5 { // a quotient is rounded in the document
				t.Errorf("%s row %d: result %v, want the number %v", sheet, row, got, want)
			}
		}
	}
	if checked == 0 {
		t.Error("no figure was found in the workbook")
	}
}
