package proof

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"ntm/internal/dossier"
	"ntm/internal/xlsx/draw"

	"github.com/xuri/excelize/v2"
)

// cell holds a cell of the workbook against what it should be.
func (c *comparison) cell(want draw.Cell, column, i, k int) error {
	found, name := c.at(k, column), draw.Ref(column+1, k+1)
	if want.Pen != nil {
		if found != "" && !sameValue(want, found) {
			c.out.Filled++
			if by, asked := want.Pen.(dossier.Pen); asked {
				c.out.noteOpinion(&by, c.sheet.Name, name, found)
			}
		}
		return nil
	}
	formula, err := c.file.GetCellFormula(c.sheet.Name, name)
	if err != nil {
		return err
	}
	if want.Value == nil && found == "" && (formula == "" || c.covered(column+1, i+1)) {
		return nil
	}
	c.out.Cells++
	differs := func(kind Kind, found, expected string) error {
		c.tell(kind, column+1, k, c.what(column, i), found, expected)
		return nil
	}
	if found == "" && formula != "" && plainFormula(formula) == plainFormula(want.Formula) {
		c.out.uncomputed++
		return nil
	}
	if !want.Waits && !sameValue(want, found) {
		return differs(OfValue, found, shownValue(want.Value))
	}
	if plainFormula(formula) != plainFormula(want.Formula) {
		return differs(OfFormula, orNone(formula), orNone(want.Formula))
	}
	if want.Waits && formula != "" && !sameValue(want, found) { // it follows what the council filled in
		if now, err := c.file.CalcCellValue(c.sheet.Name, name, excelize.Options{RawCellValue: true}); err == nil &&
			!sameWords(now, found) {
			return differs(OfValue, found, now)
		}
	}
	is, expected, err := c.appearance(&want, found, formula, name)
	if err == nil && is != "" {
		return differs(OfFormat, is, expected)
	}
	return err
}

// covered tells a cell under a wider one, of which excelize gives the wider one's
// formula.
func (c *comparison) covered(column, row int) bool {
	return slices.ContainsFunc(c.sheet.Merged, func(a draw.Area) bool {
		return a.Left <= column && column <= a.Right && a.Top <= row && row <= a.Bottom &&
			(column > a.Left || row > a.Top)
	})
}

// appearance tells of a cell that holds what it should and is not seen so: how it is
// seen, "" for as it should be, and how it should be.
func (c *comparison) appearance(want *draw.Cell, found, formula, name string) (is, expected string, err error) {
	style, err := c.style(name)
	if err != nil {
		return "", "", err
	}
	kind, err := c.file.GetCellType(c.sheet.Name, name)
	if err != nil {
		return "", "", err
	}
	_, isNumber := want.Value.(float64)
	words := kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString ||
		kind == excelize.CellTypeFormula && formula == ""
	switch {
	case !style.readable() || !sameShade(style.shade, want.Look.Shade):
		return style.words(), "chữ đen trên nền của hồ sơ", nil
	case isNumber && !want.Waits && words:
		return "chữ " + found, "số " + found, nil
	case plainFormat(style.format) != plainFormat(want.Look.Format):
		return "cách hiển thị khác: " + style.format, "cách hiển thị của hồ sơ: " + cmp.Or(want.Look.Format,
			"chữ thường"), nil
	case kind == excelize.CellTypeSharedString && c.hasColouredRuns(name):
		return "các phần chữ trong ô có màu, cỡ khác nhau", "chữ đen, cùng cỡ", nil
	}
	return "", "", nil
}

// hasColouredRuns tells of a cell whose words are not all in one black.
func (c *comparison) hasColouredRuns(name string) bool {
	runs, err := c.file.GetCellRichText(c.sheet.Name, name)
	return err != nil || slices.ContainsFunc(runs, func(run excelize.RichTextRun) bool {
		return run.Font != nil &&
			!seenIn(run.Font).readable()
	})
}

// sameWords compares what two programs compute.
func sameWords(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX == nil && errY == nil {
		return math.Abs(x-y) <= 1e-9*max(1, math.Abs(y))
	}
	return a == b
}

// sameValue compares what a cell should hold with the text of what it holds.
// Programs write the last digits of a number differently.
func sameValue(want draw.Cell, found string) bool {
	switch v := want.Value.(type) {
	case nil:
		return found == ""
	case float64:
		n, err := strconv.ParseFloat(found, 64)
		return err == nil && !math.IsNaN(n) && math.Abs(n-v) <= 1e-12*max(1, math.Abs(v))
	}
	return strings.ReplaceAll(found, "\r\n", "\n") == want.Value
}

func shownValue(v any) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}
