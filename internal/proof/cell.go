package proof

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"ntm/internal/dossier"
	"ntm/internal/typed"
	"ntm/internal/xlsx/draw"
	"ntm/internal/xlsx/read"
)

// cell holds a cell of the workbook against what it should be.
func (c *comparison) cell(want draw.Cell, column, i, k int) {
	found, name := c.at(k, column), draw.Ref(column+1, k+1)
	c.compared[name] = true
	if want.Pen != nil {
		c.fill(&want, column, i, column, k)
		return
	}
	formula, computed := c.formulas[name]
	if want.Value == nil && found.Text == "" && !computed {
		return
	}
	c.out.Cells++
	sameFormula := plainFormula(formula) == plainFormula(want.Formula)
	switch {
	case computed && sameFormula && found.Kind == read.Uncomputed:
		c.out.uncomputed++
	case want.Waits && sameFormula:
		c.waits = append(c.waits, waiting{&want, column, i, k})
	case !want.Waits && !sameValue(&want, found):
		c.differs(&want, column, i, column, k)
	case !sameFormula:
		c.tell(OfFormula, column+1, k, c.what(column, i), orNone(formula), orNone(want.Formula)).laid = computed
	}
}

// differs notes that a cell holds another value, and whether that may have come of itself.
func (c *comparison) differs(want *draw.Cell, column, i, to, k int) {
	found := c.at(k, to)
	d := c.tell(OfValue, to+1, k, c.what(column, i), shownCell(want, found), shownValue(want.Value))
	formula := c.formulas[draw.Ref(to+1, k+1)]
	d.computed = formula != "" && (c.older != nil || plainFormula(formula) == plainFormula(want.Formula))
	d.laid = want.Formula == "" && !c.isValue(want)
}

// fill notes what stands in a cell that others fill in: of row i and column, in row k and
// the column to of the workbook.
func (c *comparison) fill(want *draw.Cell, column, i, to, k int) {
	found, name := c.at(k, to), draw.Ref(to+1, k+1)
	words := typed.FromLegacy(found.Font, found.Text)
	by, asked := want.Pen.(dossier.Pen)
	if found.Kind != read.Uncomputed && (words == "" || sameValue(want, found)) { // what may be typed over
		return
	}
	c.out.Filled++
	if !asked {
		return
	}
	if err := c.unclear(column, i, to, k); err != nil {
		c.out.noteUnclear(c.sheet.Name, name, err)
		return
	}
	if by.On && found.Kind == read.Number {
		if day, ok := read.Day(found.Text, c.book.Uses1904); ok && typed.Sensible(day) {
			words = day.Format(time.DateOnly)
		}
	}
	c.out.noteOpinion(&by, c.sheet.Name, name, words)
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
