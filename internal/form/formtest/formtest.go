// Package formtest helps to test forms: plans, written forms and their cells.
package formtest

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/places"
	"ntm/internal/xlsx/draw"
	"ntm/internal/yamldoc"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// WrittenAt is when the forms of the tests are written.
var WrittenAt = time.Date(2023, 11, 20, 8, 0, 0, 0, time.UTC)

// PlanFor is the plan of Quảng Trung's form.
func PlanFor(t testing.TB, year int, up criteria.Level) *layout.Plan {
	t.Helper()
	at, err := places.On(criteria.Day(year, time.December, 31).Time).Lookup(places.Query{Code: "16492"})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := layout.NewPlan(packs.Embedded(), year, up, &at, nil)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// Invented is the report of the invented commune in the folder testdata.
func Invented(t testing.TB, testdata string) *commune.Report {
	t.Helper()
	r := new(commune.Report)
	if err := yamldoc.Read(filepath.Join(testdata, "xa-gia-dinh-2023.yaml"), r); err != nil {
		t.Fatal(err)
	}
	return r
}

// Writer writes a form: blank.Write, which this package must not know, for its tests use it.
type Writer func(w io.Writer, plan *layout.Plan, previous *commune.Report, at time.Time) error

// Template is the form of a plan as bytes.
func Template(t testing.TB, write Writer, plan *layout.Plan, previous *commune.Report) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, plan, previous, WrittenAt); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Opened is a workbook, let go of when the test ends.
func Opened(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return file
}

// Tables are those of a plan's form, the questions about the commune as its year asks
// them.
func Tables(p *layout.Plan) []layout.Table {
	out := append([]layout.Table{*p.PlaceAnswers()}, allTables...)
	out[slices.IndexFunc(out, func(t layout.Table) bool { return t.Sheet == layout.TitleSheet })] = *p.TitleTable()
	return out
}

var allTables = []layout.Table{layout.PollAnswers, layout.ArrearsAnswers, layout.SecurityAnswers,
	layout.SmartAnswers, layout.FieldAnswers,
	layout.FigureTable, layout.EvidenceTable, layout.CapitalTable, layout.ArrearsTable, layout.PollTable,
	layout.TitleTable, layout.SmartTable, layout.FieldTable}

// Said is a report as its document.
func Said(t *testing.T, r *commune.Report) string {
	t.Helper()
	out, err := r.JSON()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// Dump is what stands on a sheet, a line for each cell that has something in
// it: > before what is open, = before a formula.
func Dump(t *testing.T, file *excelize.File, sheet string) string {
	t.Helper()
	rows, err := file.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	b := BlankForm{t: t, File: file}
	var out strings.Builder
	for r, row := range rows {
		if r > 45 {
			break // further rows are like those before
		}
		for c, value := range row {
			at := draw.Ref(c+1, r+1)
			formula, _ := file.GetCellFormula(sheet, at)
			if value == "" && formula == "" {
				continue
			}
			mark := ""
			if b.IsOpen(sheet, at) {
				mark = "> "
			}
			fmt.Fprintf(&out, "%s\t%s%s\n", at, mark, strings.ReplaceAll(value, "\n", " / "))
			if formula != "" {
				fmt.Fprintf(&out, "\t= %s\n", formula)
			}
		}
	}
	return out.String()
}

// Golden holds a text against that of a file.
func Golden(t *testing.T, path, got string) {
	t.Helper()
	if *Update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got), rewrite with -update:\n%s", path, diff)
	}
}

// Covered is what a report gives of what is asked up to a level, by criterion, and how much is asked.
func Covered(t *testing.T, up criteria.Level, r *commune.Report) (map[string]layout.Coverage, int) {
	t.Helper()
	plan, err := layout.NewPlan(packs.Embedded(), 2023, up, nil, r.Traits)
	if err != nil {
		t.Fatal(err)
	}
	out, asked := map[string]layout.Coverage{}, 0
	for _, c := range plan.Coverage(r) {
		if c.Given+len(c.Missing) != c.Asked {
			t.Errorf("%s: %d of %d, but %d are missing", c.Name, c.Given, c.Asked, len(c.Missing))
		}
		out[c.Name], asked = c, asked+c.Asked
	}
	return out, asked
}

// LeftOutFigure is a count that may be left out of a rate.
const LeftOutFigure = "poor_households_left_out"

// Update has the golden files written anew.
var Update = flag.Bool("update", false, "rewrite the golden files")
