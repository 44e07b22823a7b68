package draw

import (
	"math"
	"strconv"
	"strings"

	"ntm/internal/pattern"
)

// settle makes the sheet as wide and as high as its words, once all of it is laid down:
// columns in which a date or a number would be broken take room from those that have some
// to spare, and rows are as high as what their cells hold or their formulas may come to say,
// or as they were asked to be. It does so once.
func (s *Sheet) settle() {
	if s.Hidden || s.settled {
		return
	}
	s.settled = true
	if s.Fitted {
		s.share()
	}
	s.widen()
	for i := range s.Rows {
		if r := &s.Rows[i]; r.Height > 0 && !r.Hidden {
			least := r.Height
			if least == r.fitted {
				least = s.Least
			}
			r.Height = max(least, s.grown(r.Cells))
		}
	}
	for _, a := range s.kept {
		s.bindGroup(a.Top, a.Bottom)
	}
}

// grown is the height that the words of a row need, each wide cell over its columns.
func (s *Sheet) grown(cells []Cell) float64 {
	height := 0.0
	for i := 0; i < len(cells); i += cells[i].columns() {
		c := &cells[i]
		width := 0.0
		for k := i; k < min(i+c.columns(), len(s.Widths)); k++ {
			width += s.Widths[k]
		}
		if c.Look.Flat || width == 0 {
			continue
		}
		height = max(height, c.Look.points()*lineHeight+cellPadding)
		for _, words := range c.says() {
			other := *c
			other.Value = words
			height = max(height, other.Height(width))
		}
	}
	return height
}

// literal is a text within a formula.
var literal = pattern.New(`"((?:[^"]|"")*)"`)

// says are the words of a cell, and those that its formula may have it say.
func (c *Cell) says() []string {
	words, is := c.Value.(string)
	if !is || words == "" {
		return nil
	}
	out := []string{words}
	for _, m := range literal.FindAllStringSubmatch(c.Formula, -1) {
		out = append(out, strings.ReplaceAll(m[1], `""`, `"`))
	}
	return out
}

// solid is a word that is not to be broken over two lines: a date, a number, the number of
// a decision.
var solid = pattern.New(`^[(“"]?(\d{1,2}/\d{1,2}/\d{4}|\d[\d.,]*|\d+/[\p{L}\d-]+)[)”",;.]?$`)

// widen gives columns the width of what is not to be broken in them, from columns that
// have more than their longest word needs. The sheet stays as wide as it was.
func (s *Sheet) widen() {
	need, floor := make([]float64, len(s.Widths)), make([]float64, len(s.Widths))
	for i := range s.Rows {
		r := &s.Rows[i]
		for k := 0; k < len(r.Cells) && !r.Hidden; k += r.Cells[k].columns() {
			if c := &r.Cells[k]; c.columns() == 1 && k < len(s.Widths) {
				n, f := c.narrowest()
				need[k], floor[k] = max(need[k], n), max(floor[k], f)
			}
		}
	}
	missing, spare := 0.0, 0.0
	for k, w := range s.Widths {
		if w > 0 {
			missing += max(0, need[k]-w)
			spare += max(0, w-max(need[k], floor[k]))
		}
	}
	if missing == 0 {
		return
	}
	given := min(1, spare/missing)
	for k, w := range s.Widths {
		switch left := w - max(need[k], floor[k]); {
		case w == 0:
		case need[k] > w:
			s.Widths[k] += (need[k] - w) * given
		case left > 0:
			s.Widths[k] -= left * min(1, missing/spare)
		}
	}
}

// narrowest are the widths in points that a column must have for what a cell holds that
// may not be broken, and should have for its longest word.
func (c *Cell) narrowest() (need, floor float64) {
	t := setting{points: c.Look.points(), bold: c.Look.Bold}
	switch v := c.Value.(type) {
	case float64:
		need = around(t.width(shown(v, c.Look.Format)))
	case string:
		if c.Look.Flat {
			return 0, 0
		}
		for word := range strings.FieldsSeq(v) {
			width := around(t.width(word))
			if solid.MatchString(word) {
				need = max(need, width)
			}
			floor = max(floor, width)
		}
	}
	return need, floor
}

// shown is about what a number looks like in a format: its digits with what the format
// sets around them.
func shown(v float64, format string) string {
	section, _, _ := strings.Cut(format, ";")
	if strings.HasPrefix(section, "[=") {
		section = format[strings.LastIndex(format, ";")+1:]
	}
	words := ""
	for _, m := range literal.FindAllStringSubmatch(section, -1) {
		words += m[1]
	}
	bare := literal.ReplaceAllString(section, "")
	places := 0
	if _, decimals, is := strings.Cut(bare, "."); is {
		places = strings.Count(decimals, "0") + strings.Count(decimals, "#")
	}
	digits := strconv.FormatFloat(math.Abs(v), 'f', places, 64)
	if format == "" {
		digits = strconv.FormatFloat(v, 'f', -1, 64)
	}
	whole, _, _ := strings.Cut(digits, ".")
	digits += strings.Repeat(".", (len(whole)-1)/3) + strings.Repeat("0", strings.Count(bare, " "))
	return strings.ReplaceAll(words, " ", "0") + digits
}
