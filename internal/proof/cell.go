package proof

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"ntm/internal/dossier"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
	"ntm/internal/xlsx/read"
)

// pair is a cell that should be, and the one of the workbook that it is held against.
type pair struct {
	*comparison
	want      *draw.Cell // of row i and column of the sheet, both counted from 0
	column, i int
	found     read.Cell // of row k and the column to of the workbook, which it names
	to, k     int
	name      string
}

func (c *comparison) pair(want *draw.Cell, column, i, to, k int) *pair {
	return &pair{c, want, column, i, c.at(k, to), to, k, draw.Ref(to+1, k+1)}
}

// cell holds a cell of the workbook against what it should be.
func (p *pair) cell() {
	p.compared[p.name] = true
	if p.want.Pen != nil {
		p.fill()
		return
	}
	formula, computed := p.formulas[p.name]
	if p.want.Value == nil && p.found.Text == "" && !computed {
		return
	}
	p.out.Cells++
	sameFormula := plainFormula(formula) == plainFormula(p.want.Formula)
	switch {
	case computed && sameFormula && p.found.Kind == read.Uncomputed:
		p.out.uncomputed++
	case p.want.Waits && sameFormula:
		p.waits = append(p.waits, *p)
	case !p.want.Waits && !sameValue(p.want, p.found):
		p.differs()
	case !sameFormula:
		p.tell(OfFormula, p.to+1, p.k, p.what(), orNone(formula), orNone(p.want.Formula)).laid = computed
	}
}

// differs notes that the cell holds another value, and whether that may have come of itself.
func (p *pair) differs() {
	d := p.tell(OfValue, p.to+1, p.k, p.what(), shownCell(p.want, p.found), shownValue(p.want.Value))
	formula := p.formulas[p.name]
	d.computed = formula != "" && (p.older != nil || plainFormula(formula) == plainFormula(p.want.Formula))
	d.laid = p.want.Formula == "" && !p.isValue(p.want)
}

// fill notes what stands in a cell that others fill in.
func (p *pair) fill() {
	words := typed.FromLegacy(p.found.Font, p.found.Text)
	by, asked := p.want.Pen.(dossier.Pen)
	if p.found.Kind != read.Uncomputed && (words == "" || sameValue(p.want, p.found)) { // what may be typed over
		return
	}
	p.out.Filled++
	if !asked {
		return
	}
	if err := p.unclear(); err != nil {
		p.out.noteUnclear(p.sheet.Name, p.name, err)
		return
	}
	if by.On && p.found.Kind == read.Number {
		if day, ok := read.Day(p.found.Text, p.book.Uses1904); ok && typed.Sensible(day) {
			words = day.Format(time.DateOnly)
		}
	}
	p.out.noteOpinion(&by, p.sheet.Name, p.name, words)
}

// what names the cell as a reader finds it: by the head of its column and the number
// of its row.
func (p *pair) what() string {
	if p.i >= len(p.sheet.Rows) {
		return ""
	}
	head, number := "", ""
	if h := p.sheet.Head.Row; h > 0 && p.i >= h && p.column < len(p.sheet.Rows[h-1].Cells) {
		head, _ = p.sheet.Rows[h-1].Cells[p.column].Value.(string)
	}
	if cells := p.sheet.Rows[p.i].Cells; head != "" && len(cells) > 0 {
		number = shownValue(cells[0].Value)
	}
	return vi.Join(", dòng TT ", head, number)
}

// sameValue compares what a cell should hold with what it holds. Programs write the last
// digits of a number differently.
func sameValue(want *draw.Cell, found read.Cell) bool {
	switch v := want.Value.(type) {
	case nil:
		return found.Text == ""
	case float64:
		n, err := strconv.ParseFloat(found.Text, 64)
		return found.Kind == read.Number && err == nil && math.Abs(n-v) <= 1e-12*max(1, math.Abs(v))
	}
	return strings.ReplaceAll(found.Text, "\r\n", "\n") == want.Value
}

// shownCell is what a cell holds, told from what it should hold where both look the same.
func shownCell(want *draw.Cell, found read.Cell) string {
	if found.Kind == read.Text && found.Text == shownValue(want.Value) {
		return "chữ “" + found.Text + "”, không phải số"
	}
	return found.Text
}

func shownValue(v any) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}
