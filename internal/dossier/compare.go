package dossier

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// comparison holds one sheet of a workbook against what it should be.
type comparison struct {
	*Workbook
	sheet  *sheet
	found  [][]string
	out    *Check
	styles map[int]*seen // by number
	draft  bool
}

// fewRows is how many rows in one place may be gone or added and still be told as
// that, rather than each cell below as another.
const fewRows = 40

// rowByRow walks both sheets down together.
func (c *comparison) rowByRow() error {
	for i, k := 0, 0; i < len(c.sheet.rows) || k < len(c.found); {
		switch shift := c.shift(i, k); {
		case shift > 0:
			c.tell(OfRow, 1, k, "", "dòng thêm vào: "+c.words(k), "không có dòng này")
			k++
		case shift < 0:
			c.tell(OfRow, 1, k, "", "thiếu một dòng", c.expectedWords(i))
			i++
		default:
			if err := c.row(i, k); err != nil {
				return err
			}
			i, k = i+1, k+1
		}
	}
	return nil
}

// shift tells how many rows were added (above zero) or are gone (below) before the
// two rows are about the same thing again.
func (c *comparison) shift(i, k int) int {
	switch {
	case i >= len(c.sheet.rows):
		if c.words(k) != "" {
			return 1
		}
		return 0
	case c.isEmpty(i), c.alike(i, k):
		return 0
	case k >= len(c.found):
		return -1
	}
	for n := 1; n <= fewRows; n++ {
		if k+n < len(c.found) && c.alike(i, k+n) {
			return n
		}
		if i+n < len(c.sheet.rows) && !c.isEmpty(i+n) && c.alike(i+n, k) {
			return -n
		}
	}
	return 0
}

func (c *comparison) isEmpty(i int) bool {
	for _, cell := range c.sheet.rows[i].cells {
		if cell.value != nil && cell.pen == nil && !cell.loose {
			return false
		}
	}
	return true
}

// alike tells whether two rows say the same but for a cell or two.
func (c *comparison) alike(i, k int) bool {
	differing, said := 0, 0
	for column, want := range c.sheet.rows[i].cells {
		if want.pen != nil || want.loose || want.value == nil {
			continue
		}
		said++
		if !sameValue(want, c.at(k, column)) {
			differing++
		}
	}
	return differing <= 1 && differing < said
}

func (c *comparison) at(row, column int) string {
	if row >= len(c.found) || column >= len(c.found[row]) {
		return ""
	}
	return c.found[row][column]
}

// words is what a row of the workbook says.
func (c *comparison) words(row int) string {
	if row >= len(c.found) {
		return ""
	}
	return joined(" | ", c.found[row]...)
}

func (c *comparison) expectedWords(row int) string {
	var out []string
	for _, cell := range c.sheet.rows[row].cells {
		if cell.value != nil {
			out = append(out, fmt.Sprint(cell.value))
		}
	}
	return joined(" | ", out...)
}

// row holds the cells of two rows against each other.
func (c *comparison) row(i, k int) error {
	var cells []cell
	if i < len(c.sheet.rows) {
		cells = c.sheet.rows[i].cells
	}
	width := len(cells)
	if k < len(c.found) {
		width = max(width, len(c.found[k]))
	}
	for column := range width {
		want := cell{}
		if column < len(cells) {
			want = cells[column]
		}
		if err := c.cell(want, column, i, k); err != nil {
			return err
		}
	}
	return nil
}

func (c *comparison) cell(want cell, column, i, k int) error {
	found, name := c.at(k, column), ref(column+1, k+1)
	if want.pen != nil {
		if found != "" && !sameValue(want, found) {
			c.out.Filled++
			c.out.noteOpinion(want.pen, c.sheet.name, name, found)
		}
		return nil
	}
	if want.value == nil && found == "" {
		return nil
	}
	c.out.Cells++
	what := c.what(column, i)
	formula, err := c.file.GetCellFormula(c.sheet.name, name)
	if err != nil {
		return damaged(c.name, name)
	}
	if found == "" && formula != "" && plainFormula(formula) == plainFormula(want.formula) {
		c.out.uncomputed++
		return nil
	}
	if !want.loose && !sameValue(want, found) {
		c.tell(OfValue, column+1, k, what, found, shownValue(want.value))
		return nil
	}
	if plainFormula(formula) != plainFormula(want.formula) {
		c.tell(OfFormula, column+1, k, what, orNone(formula), orNone(want.formula))
		return nil
	}
	style, err := c.style(name)
	if err != nil {
		return damaged(c.name, name)
	}
	if !style.readable() {
		c.tell(OfFormat, column+1, k, what, fmt.Sprintf("màu chữ %s, cỡ %g", style.ink, style.size), "chữ đen, đọc được")
	}
	if _, isNumber := want.value.(float64); !isNumber || want.loose {
		return nil
	}
	kind, err := c.file.GetCellType(c.sheet.name, name)
	if err != nil {
		return damaged(c.name, name)
	}
	if kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString || kind == excelize.CellTypeFormula && formula == "" {
		c.tell(OfFormat, column+1, k, what, "chữ "+found, "số "+found)
	} else if plainFormat(style.format) != plainFormat(want.look.format) {
		c.tell(OfFormat, column+1, k, what, "hiển thị theo "+style.format, "hiển thị theo "+want.look.format)
	}
	return nil
}

func orNone(formula string) string {
	if formula == "" {
		return "không có công thức"
	}
	return "=" + strings.TrimPrefix(formula, "=")
}

// tell notes a difference.
func (c *comparison) tell(kind Kind, column, row int, what, found, expected string) {
	if expected == "" {
		expected = "ô trống"
	}
	if found == "" {
		found = "ô trống"
	}
	c.out.Differences = append(c.out.Differences, Difference{Kind: kind, Sheet: c.sheet.name, Cell: ref(column, row+1), What: what, Found: found, Expected: expected})
}

// what names a cell as a reader finds it: by the head of its column and the number
// of its row.
func (c *comparison) what(column, i int) string {
	if i >= len(c.sheet.rows) {
		return ""
	}
	head, number := "", ""
	if h := c.sheet.headRow; h > 0 && i >= h && column < len(c.sheet.rows[h-1].cells) {
		head, _ = c.sheet.rows[h-1].cells[column].value.(string)
	}
	if cells := c.sheet.rows[i].cells; head != "" && len(cells) > 0 {
		number = shownValue(cells[0].value)
	}
	return joined(", dòng TT ", head, number)
}

// sameValue compares what a cell should hold with the text of what it holds.
// Programs write the last digits of a number differently.
func sameValue(want cell, found string) bool {
	switch v := want.value.(type) {
	case nil:
		return found == ""
	case float64:
		n, err := strconv.ParseFloat(found, 64)
		return err == nil && !math.IsNaN(n) && math.Abs(n-v) <= 1e-12*max(1, math.Abs(v))
	}
	return strings.ReplaceAll(found, "\r\n", "\n") == want.value
}

func shownValue(v any) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}

// plainFormula is a formula without what programs write differently.
func plainFormula(f string) string {
	return strings.NewReplacer(" ", "", "_xlfn.", "", "$", "").Replace(strings.TrimPrefix(f, "="))
}

// locale is the language of a number format.
var locale = regexp.MustCompile(`\[\$-[0-9A-Fa-f]+\]`)

// plainFormat is a number format without what programs write differently.
func plainFormat(f string) string {
	f = locale.ReplaceAllString(f, "")
	f = strings.NewReplacer(`"`, "", `\`, "", " ", "", "_", "").Replace(f)
	if f == "General" {
		return ""
	}
	return f
}

// seen is what a style makes of a cell.
type seen struct {
	format string // of a number
	ink    string // RRGGBB
	size   float64
}

func (c *comparison) style(name string) (*seen, error) {
	id, err := c.file.GetCellStyle(c.sheet.name, name)
	if err != nil {
		return nil, err
	}
	if s, known := c.styles[id]; known {
		return s, nil
	}
	style, err := c.file.GetStyle(id)
	if err != nil {
		return nil, err
	}
	out := &seen{size: tableSize}
	if style.Font != nil {
		out.ink, out.size = style.Font.Color, style.Font.Size
		if style.Font.ColorTheme != nil && *style.Font.ColorTheme != darkTheme {
			out.ink = "theme"
		}
	}
	switch {
	case style.CustomNumFmt != nil:
		out.format = *style.CustomNumFmt
	case style.NumFmt != 0:
		if out.format = builtIn[style.NumFmt]; out.format == "" {
			out.format = fmt.Sprintf("kiểu số %d", style.NumFmt)
		}
	}
	c.styles[id] = out
	return out, nil
}

// darkTheme is the number of the theme's colour of text.
const darkTheme = 1

// readable tells whether a cell is written so that it is seen: in black, and not
// tiny.
func (s *seen) readable() bool {
	ink := strings.TrimPrefix(strings.ToUpper(s.ink), "FF000")
	return (s.ink == "" || ink == "000" || s.ink == "000000") && s.size >= smallestSeen
}

const smallestSeen = 6 // points

// builtIn are the number formats that Excel keeps under a number and that this
// package uses.
var builtIn = map[int]string{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 49: "@"}
