package form

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/places"
	"ntm/internal/xlsx/draw"
	"ntm/internal/yamldoc"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

var writtenAt = time.Date(2023, 11, 20, 8, 0, 0, 0, time.UTC)

func planFor(t testing.TB, year int, up criteria.Level) *Plan {
	t.Helper()
	at, err := places.On(criteria.Day(year, time.December, 31).Time).Lookup(places.Query{Code: "16492"})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := NewPlan(packs.Embedded(), year, up, &at, nil)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// invented is the report of the invented commune.
func invented(t testing.TB) *commune.Report {
	t.Helper()
	r := new(commune.Report)
	if err := yamldoc.Read("../../testdata/xa-gia-dinh-2023.yaml", r); err != nil {
		t.Fatal(err)
	}
	return r
}

func template(t testing.TB, plan *Plan, previous *commune.Report) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, plan, previous, writtenAt); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func opened(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return file
}

// tables are those of a plan's form, the questions about the commune as its year asks
// them.
func tables(p *Plan) []table {
	out := append([]table{*p.placeAnswers()}, allTables...)
	out[slices.IndexFunc(out, func(t table) bool { return t.sheet == titleSheet })] = *p.titleTable()
	return out
}

var allTables = []table{pollAnswers, arrearsAnswers, securityAnswers, smartAnswers, fieldAnswers,
	figureTable, evidenceTable, capitalTable, arrearsTable, pollTable, titleTable, smartTable, fieldTable}

// blankForm finds its way in a written form by the hidden ids.
type blankForm struct {
	t     testing.TB
	file  *excelize.File
	cells map[string]map[string][]string // the cells that hold a text, by sheet
	rules map[string][]*excelize.DataValidation
}

func newBlankForm(t testing.TB, data []byte) blankForm {
	t.Helper()
	b := blankForm{t, opened(t, data), map[string]map[string][]string{}, map[string][]*excelize.DataValidation{}}
	for _, sheet := range b.file.GetSheetList() {
		rows, err := b.file.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		b.cells[sheet] = map[string][]string{}
		for r, row := range rows {
			for c, value := range row {
				b.cells[sheet][value] = append(b.cells[sheet][value], draw.Ref(c+1, r+1))
			}
		}
		if b.rules[sheet], err = b.file.GetDataValidations(sheet); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// find is the one cell of a sheet that holds a text.
func (b blankForm) find(sheet, text string) string {
	b.t.Helper()
	if found := b.cells[sheet][text]; len(found) != 1 {
		b.t.Fatalf("%s: %q stands in %v", sheet, text, found)
	}
	return b.cells[sheet][text][0]
}

// head gives where a column of a table stands: its number, and the row of ids.
func (b blankForm) head(sheet, id string) (column, row int) {
	b.t.Helper()
	column, row, _ = excelize.CellNameToCoordinates(b.find(sheet, id))
	return column, row
}

// keyed is the cell in the row of a key and the column of an id.
func (b blankForm) keyed(sheet, key, id string) string {
	b.t.Helper()
	_, row := b.head(sheet, key)
	column, _ := b.head(sheet, id)
	return draw.Ref(column, row)
}

func (b blankForm) style(sheet, cell string) *excelize.Style {
	b.t.Helper()
	id, err := b.file.GetCellStyle(sheet, cell)
	if err != nil {
		b.t.Fatal(err)
	}
	style, err := b.file.GetStyle(id)
	if err != nil {
		b.t.Fatal(err)
	}
	return style
}

func (b blankForm) isOpen(sheet, cell string) bool {
	p := b.style(sheet, cell).Protection
	return p != nil && !p.Locked
}

// dropDown is the words that may be chosen in a cell.
func (b blankForm) dropDown(sheet, cell string) []string {
	b.t.Helper()
	for _, r := range b.rules[sheet] {
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
		if shown, _ := b.file.GetColVisible(sheet, name); shown {
			b.t.Errorf("%s: the words in column %s are seen", sheet, name)
		}
		for row := top; row <= bottom; row++ {
			word, _ := b.file.GetCellValue(sheet, draw.Ref(column, row))
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

func readBack(t *testing.T, data []byte) *commune.Report {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bieu-mau.xlsx")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Read(t.Context(), path, packs.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return r.Report
}

func said(t *testing.T, r *commune.Report) string {
	t.Helper()
	out, err := r.JSON()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// dump is what stands on a sheet, a line for each cell that has something in
// it: > before what is open, = before a formula.
func dump(t *testing.T, file *excelize.File, sheet string) string {
	t.Helper()
	rows, err := file.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	b := blankForm{t: t, file: file}
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
			if b.isOpen(sheet, at) {
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

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
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
