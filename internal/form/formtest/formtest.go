// Package formtest helps to test forms: plans, written forms and their cells.
package formtest

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
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

// BlankForm finds its way in a written form by the hidden ids.
type BlankForm struct {
	t     testing.TB
	File  *excelize.File
	cells map[string]map[string][]string // the cells that hold a text, by sheet
	Rules map[string][]*excelize.DataValidation
}

// NewBlankForm is a written form, its cells looked up: once for a form, for to look takes
// longer than to open it.
func NewBlankForm(t testing.TB, data []byte) BlankForm {
	t.Helper()
	b := BlankForm{t: t, File: Opened(t, data)}
	form := sha256.Sum256(data)
	if known, isKnown := looked.Load(form); isKnown {
		found := known.(BlankForm)
		b.cells, b.Rules = found.cells, found.Rules
		return b
	}
	b.cells, b.Rules = map[string]map[string][]string{}, map[string][]*excelize.DataValidation{}
	for _, sheet := range b.File.GetSheetList() {
		rows, err := b.File.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		b.cells[sheet] = map[string][]string{}
		for r, row := range rows {
			for c, value := range row {
				b.cells[sheet][value] = append(b.cells[sheet][value], draw.Ref(c+1, r+1))
			}
		}
		if b.Rules[sheet], err = b.File.GetDataValidations(sheet); err != nil {
			t.Fatal(err)
		}
	}
	looked.Store(form, BlankForm{cells: b.cells, Rules: b.Rules})
	return b
}

// looked are what was found in the forms of a package's tests: nobody changes it.
var looked sync.Map

// Find is the one cell of a sheet that holds a text.
func (b BlankForm) Find(sheet, text string) string {
	b.t.Helper()
	if found := b.cells[sheet][text]; len(found) != 1 {
		b.t.Fatalf("%s: %q stands in %v", sheet, text, found)
	}
	return b.cells[sheet][text][0]
}

// Head gives where a column of a table stands: its number, and the row of ids.
func (b BlankForm) Head(sheet, id string) (column, row int) {
	b.t.Helper()
	column, row, _ = excelize.CellNameToCoordinates(b.Find(sheet, id))
	return column, row
}

// Keyed is the cell in the row of a key and the column of an id.
func (b BlankForm) Keyed(sheet, key, id string) string {
	b.t.Helper()
	_, row := b.Head(sheet, key)
	column, _ := b.Head(sheet, id)
	return draw.Ref(column, row)
}

// Row is a cell of a table's n-th row, counted from 0.
func (b BlankForm) Row(sheet, id string, n int) string {
	column, head := b.Head(sheet, id)
	return sheet + "!" + draw.Ref(column, head+2+n)
}

// Style is how a cell looks.
func (b BlankForm) Style(sheet, cell string) *excelize.Style {
	b.t.Helper()
	id, err := b.File.GetCellStyle(sheet, cell)
	if err != nil {
		b.t.Fatal(err)
	}
	style, err := b.File.GetStyle(id)
	if err != nil {
		b.t.Fatal(err)
	}
	return style
}

// IsOpen tells whether a person may write into a cell.
func (b BlankForm) IsOpen(sheet, cell string) bool {
	p := b.Style(sheet, cell).Protection
	return p != nil && !p.Locked
}

// DropDown is the words that may be chosen in a cell.
func (b BlankForm) DropDown(sheet, cell string) []string {
	b.t.Helper()
	for _, r := range b.Rules[sheet] {
		if r.Type != "list" || !covers(r.Sqref, cell) {
			continue
		}
		from, to, isArea := strings.Cut(strings.ReplaceAll(r.Formula1, "$", ""), ":")
		if !isArea {
			return strings.Split(strings.Trim(r.Formula1, `"`), ",")
		}
		var out []string
		column, top, _ := excelize.CellNameToCoordinates(from)
		_, bottom, _ := excelize.CellNameToCoordinates(to)
		name, _ := excelize.ColumnNumberToName(column)
		if shown, _ := b.File.GetColVisible(sheet, name); shown {
			b.t.Errorf("%s: the words in column %s are seen", sheet, name)
		}
		for row := top; row <= bottom; row++ {
			word, _ := b.File.GetCellValue(sheet, draw.Ref(column, row))
			out = append(out, word)
		}
		return out
	}
	return nil
}

func covers(area, cell string) bool {
	from, to, _ := strings.Cut(area, ":")
	if to == "" {
		to = from
	}
	left, top, _ := excelize.CellNameToCoordinates(from)
	right, bottom, _ := excelize.CellNameToCoordinates(to)
	column, row, _ := excelize.CellNameToCoordinates(cell)
	return left <= column && column <= right && top <= row && row <= bottom
}

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
