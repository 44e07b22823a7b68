package proof

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
	"ntm/internal/dossier"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// comparison holds one sheet of a workbook against what it should be.
type comparison struct {
	*Workbook
	sheet  *draw.Sheet
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
	for i, k := 0, 0; i < len(c.sheet.Rows) || k < len(c.found); {
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
	case i >= len(c.sheet.Rows):
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
		if i+n < len(c.sheet.Rows) && !c.isEmpty(i+n) && c.alike(i+n, k) {
			return -n
		}
	}
	return 0
}

func (c *comparison) isEmpty(i int) bool {
	for _, cell := range c.sheet.Rows[i].Cells {
		if cell.Value != nil && cell.Pen == nil && !cell.Waits {
			return false
		}
	}
	return true
}

// alike tells whether two rows say the same but for a cell or two.
func (c *comparison) alike(i, k int) bool {
	differing, said := 0, 0
	for column, want := range c.sheet.Rows[i].Cells {
		if want.Pen != nil || want.Waits || want.Value == nil {
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
	return vi.Join(" | ", c.found[row]...)
}

func (c *comparison) expectedWords(row int) string {
	var out []string
	for _, cell := range c.sheet.Rows[row].Cells {
		if cell.Value != nil {
			out = append(out, fmt.Sprint(cell.Value))
		}
	}
	return vi.Join(" | ", out...)
}

// row holds the cells of two rows against each other.
func (c *comparison) row(i, k int) error {
	var cells []draw.Cell
	if i < len(c.sheet.Rows) {
		cells = c.sheet.Rows[i].Cells
	}
	width := len(cells)
	if k < len(c.found) {
		width = max(width, len(c.found[k]))
	}
	for column := range width {
		want := draw.Cell{}
		if column < len(cells) {
			want = cells[column]
		}
		if err := c.cell(want, column, i, k); err != nil {
			return err
		}
	}
	return nil
}

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
		return damagedSheet(c.name, c.sheet.Name)
	}
	if want.Value == nil && found == "" && (formula == "" || c.covered(column+1, i+1)) {
		return nil
	}
	c.out.Cells++
	what := c.what(column, i)
	if found == "" && formula != "" && plainFormula(formula) == plainFormula(want.Formula) {
		c.out.uncomputed++
		return nil
	}
	if !want.Waits && !sameValue(want, found) {
		c.tell(OfValue, column+1, k, what, found, shownValue(want.Value))
		return nil
	}
	if plainFormula(formula) != plainFormula(want.Formula) {
		c.tell(OfFormula, column+1, k, what, orNone(formula), orNone(want.Formula))
		return nil
	}
	if want.Waits && formula != "" && !sameValue(want, found) { // it follows what the council filled in
		if now, err := c.file.CalcCellValue(c.sheet.Name, name, excelize.Options{RawCellValue: true}); err == nil && !sameWords(now, found) {
			c.tell(OfValue, column+1, k, what, found, now)
			return nil
		}
	}
	return c.appearance(&want, found, formula, name, what, column, k)
}

// covered tells a cell under a wider one, of which excelize gives the wider one's
// formula.
func (c *comparison) covered(column, row int) bool {
	return slices.ContainsFunc(c.sheet.Merged, func(a draw.Area) bool {
		return a.Left <= column && column <= a.Right && a.Top <= row && row <= a.Bottom && (column > a.Left || row > a.Top)
	})
}

// appearance tells of a cell that holds what it should and is not seen so.
func (c *comparison) appearance(want *draw.Cell, found, formula, name, what string, column, k int) error {
	style, err := c.style(name)
	if err != nil {
		return damagedSheet(c.name, c.sheet.Name)
	}
	if !style.readable() || !sameShade(style.shade, want.Look.Shade) {
		c.tell(OfFormat, column+1, k, what, style.words(), "chữ đen trên nền của hồ sơ")
		return nil
	}
	kind, err := c.file.GetCellType(c.sheet.Name, name)
	if err != nil {
		return damagedSheet(c.name, c.sheet.Name)
	}
	_, isNumber := want.Value.(float64)
	words := kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString || kind == excelize.CellTypeFormula && formula == ""
	switch {
	case isNumber && !want.Waits && words:
		c.tell(OfFormat, column+1, k, what, "chữ "+found, "số "+found)
	case plainFormat(style.format) != plainFormat(want.Look.Format):
		c.tell(OfFormat, column+1, k, what, "cách hiển thị khác: "+style.format, "cách hiển thị của hồ sơ: "+cmp.Or(want.Look.Format, "chữ thường"))
	case kind == excelize.CellTypeSharedString && c.patched(name):
		c.tell(OfFormat, column+1, k, what, "các phần chữ trong ô có màu, cỡ khác nhau", "chữ đen, cùng cỡ")
	}
	return nil
}

// patched tells of a cell whose words are not all in one black.
func (c *comparison) patched(name string) bool {
	runs, err := c.file.GetCellRichText(c.sheet.Name, name)
	if err != nil {
		return true
	}
	for _, run := range runs {
		if f := run.Font; f != nil && !seenIn(f).readable() {
			return true
		}
	}
	return false
}

// sameWords compares what two programs reckon.
func sameWords(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX == nil && errY == nil {
		return math.Abs(x-y) <= 1e-9*max(1, math.Abs(y))
	}
	return a == b
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
	c.out.Differences = append(c.out.Differences, Difference{Kind: kind, Sheet: c.sheet.Name, Cell: draw.Ref(column, row+1), What: what, Found: found, Expected: expected})
}

// what names a cell as a reader finds it: by the head of its column and the number
// of its row.
func (c *comparison) what(column, i int) string {
	if i >= len(c.sheet.Rows) {
		return ""
	}
	head, number := "", ""
	if h := c.sheet.Head.Row; h > 0 && i >= h && column < len(c.sheet.Rows[h-1].Cells) {
		head, _ = c.sheet.Rows[h-1].Cells[column].Value.(string)
	}
	if cells := c.sheet.Rows[i].Cells; head != "" && len(cells) > 0 {
		number = shownValue(cells[0].Value)
	}
	return vi.Join(", dòng TT ", head, number)
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

// plainFormula is a formula without what programs write differently.
func plainFormula(f string) string {
	return outsideQuotes(strings.TrimPrefix(f, "="), strings.NewReplacer(" ", "", "_xlfn.", "", "$", ""))
}

// outsideQuotes replaces in a formula, but not in its words.
func outsideQuotes(f string, with *strings.Replacer) string {
	parts := strings.Split(f, `"`)
	for i := range parts {
		if i%2 == 0 {
			parts[i] = with.Replace(parts[i])
		}
	}
	return strings.Join(parts, `"`)
}

// locale is the language of a number format.
var locale = regexp.MustCompile(`\[\$-[0-9A-Fa-f]+\]`)

// plainFormat is a number format without what programs write differently: words
// stand in quotes or letter by letter behind a backslash, each mean the same.
func plainFormat(f string) string {
	f = locale.ReplaceAllString(f, "")
	if f == "General" || f == "@" {
		return ""
	}
	var out strings.Builder
	quoted := false
	letters := []rune(f)
	for i := 0; i < len(letters); i++ {
		switch r := letters[i]; {
		case r == '"':
			quoted = !quoted
		case r == '\\' && !quoted && i+1 < len(letters):
			i++
			out.WriteString("'" + string(letters[i]))
		case quoted, r == ' ', r > '~', strings.ContainsRune("-/+():!^&'{}<>=≥≤", r):
			out.WriteString("'" + string(r)) // shown as it is, with or without quotes
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// seen is what a style makes of a cell.
type seen struct {
	format string // of a number
	ink    string // RRGGBB
	size   float64
	struck bool
	shade  string // of the background, "" for none
}

// words says how a cell looks.
func (s *seen) words() string {
	text := fmt.Sprintf("màu chữ %s, cỡ %g", cmp.Or(s.ink, "đen"), s.size)
	if s.struck {
		text += ", gạch ngang"
	}
	if s.shade != "" {
		text += ", nền " + s.shade
	}
	return text
}

// seenIn is what a font makes of words.
func seenIn(f *excelize.Font) *seen {
	out := &seen{ink: f.Color, size: cmp.Or(f.Size, draw.TableSize), struck: f.Strike}
	switch {
	case f.ColorTheme != nil && (*f.ColorTheme != darkTheme || f.ColorTint != 0):
		out.ink = "theme"
	case f.Color == "" && f.ColorIndexed != 0 && f.ColorIndexed != blackIndexed && f.ColorIndexed != automatic:
		out.ink = "indexed"
	}
	return out
}

// Two of the colours that Excel knows by number.
const blackIndexed, automatic = 8, 64

// sameShade compares the backgrounds of two cells; white is none.
func sameShade(found, want string) bool {
	plain := func(s string) string {
		if s = strings.ToUpper(s); len(s) == 8 {
			s = s[2:] // how far it lets through
		}
		if s == "FFFFFF" {
			return ""
		}
		return s
	}
	return plain(found) == plain(want)
}

func (c *comparison) style(name string) (*seen, error) {
	id, err := c.file.GetCellStyle(c.sheet.Name, name)
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
	out := &seen{size: draw.TableSize}
	if style.Font != nil {
		out = seenIn(style.Font)
	}
	out.shade = c.shade(id)
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

// patterned is a background that is no plain colour.
const patterned = "có hoa văn"

// shade is the background of a style, as the file has it: GetStyle leaves out a
// colour that stands beside a second one.
func (c *comparison) shade(id int) string {
	all := c.file.Styles
	if all == nil || all.CellXfs == nil || id >= len(all.CellXfs.Xf) || all.CellXfs.Xf[id].FillID == nil || all.Fills == nil || *all.CellXfs.Xf[id].FillID >= len(all.Fills.Fill) {
		return ""
	}
	fill := all.Fills.Fill[*all.CellXfs.Xf[id].FillID]
	switch {
	case fill.PatternFill == nil && fill.GradientFill == nil, fill.PatternFill != nil && (fill.PatternFill.PatternType == "" || fill.PatternFill.PatternType == "none"):
		return ""
	case fill.PatternFill == nil || fill.PatternFill.PatternType != "solid" || fill.PatternFill.FgColor == nil || fill.PatternFill.FgColor.RGB == "":
		return patterned
	}
	return fill.PatternFill.FgColor.RGB
}

// darkTheme is the number of the theme's colour of text.
const darkTheme = 1

// readable tells whether a cell is written so that it is seen: in black, and not
// tiny.
func (s *seen) readable() bool {
	ink := strings.TrimPrefix(strings.ToUpper(s.ink), "FF000")
	return (s.ink == "" || ink == "000" || s.ink == "000000") && s.size >= smallestSeen && !s.struck
}

const smallestSeen = 6 // points

// builtIn are the number formats that Excel keeps under a number and that this
// package uses.
var builtIn = map[int]string{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 49: "@"}
