package formtest

import (
	"crypto/sha256"
	"strings"
	"sync"
	"testing"

	"ntm/internal/xlsx/draw"

	"github.com/xuri/excelize/v2"
)

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
