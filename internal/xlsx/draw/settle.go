package draw

import (
	"iter"
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
		s.widen(s.share())
	} else {
		s.widen(s.asks())
	}
	for i := range s.Rows {
		if r := &s.Rows[i]; r.Height > 0 && !r.Hidden {
			least := r.Height
			if least == r.fitted {
				least = s.Least
			}
			r.Height = max(least, s.grown(r.Cells))
		}
	}
	for _, g := range s.kept {
		s.bindGroup(g)
	}
	s.squeeze()
}

// grown is the height that the words of a row need, each wide cell over its columns.
func (s *Sheet) grown(cells []Cell) float64 {
	height := 0.0
	for c, width := range s.wrapping(cells) {
		height = max(height, c.Look.points()*lineHeight+cellPadding)
		for words := range c.says() {
			height = max(height, c.Look.height(words, width))
		}
	}
	return height
}

// literal is a text within a format.
var literal = pattern.New(`"((?:[^"]|"")*)"`)

// literals tells the texts within a formula, until tell wants no more.
func literals(formula string, tell func(string) bool) {
	for {
		_, rest, _ := strings.Cut(formula, `"`)
		end := strings.IndexByte(rest, '"')
		for end >= 0 && strings.HasPrefix(rest[end+1:], `"`) { // a quotation mark within
			next := strings.IndexByte(rest[end+2:], '"')
			if next < 0 {
				return
			}
			end += 2 + next
		}
		if end < 0 || !tell(strings.ReplaceAll(rest[:end], `""`, `"`)) {
			return
		}
		formula = rest[end+1:]
	}
}

// says are the words of a cell, and those that its formula may have it say.
func (c *Cell) says() iter.Seq[string] {
	return func(yield func(string) bool) {
		if words, is := c.Value.(string); is && words != "" && yield(words) {
			literals(c.Formula, yield)
		}
	}
}

// solid is a word that is not to be broken over two lines: a date, a number, the number of
// a decision.
var solid = pattern.New(`^[(“"]?(\d{1,2}/\d{1,2}/\d{4}|\d[\d.,]*|\d+/[\p{L}\d-]+)[)”",;.]?$`)

// widen gives columns the width of what is not to be broken in them, from columns that
// have more than their longest word needs. The sheet stays as wide as it was.
func (s *Sheet) widen(columns []column) {
	missing, spare := 0.0, 0.0
	for k, w := range s.Widths {
		if c := &columns[k]; w > 0 {
			missing += max(0, c.need-w)
			spare += max(0, w-max(c.need, c.floor))
		}
	}
	if missing == 0 {
		return
	}
	given := min(1, spare/missing)
	for k, w := range s.Widths {
		c := &columns[k]
		switch left := w - max(c.need, c.floor); {
		case w == 0:
		case c.need > w:
			s.Widths[k] += (c.need - w) * given
		case left > 0:
			s.Widths[k] -= left * min(1, missing/spare)
		}
	}
}

// asks is what the cells of each column must have, and should.
func (s *Sheet) asks() []column {
	columns := make([]column, len(s.Widths))
	for i := range s.Rows {
		r := &s.Rows[i]
		for k := 0; k < len(r.Cells) && !r.Hidden; k += r.Cells[k].columns() {
			if c := &r.Cells[k]; c.columns() == 1 && k < len(s.Widths) {
				columns[k].ask(c)
			}
		}
	}
	return columns
}

// ask notes what a cell must have, and should.
func (c *column) ask(cell *Cell) (need, floor float64) {
	need, floor = cell.narrowest()
	c.need, c.floor = max(c.need, need), max(c.floor, floor)
	return need, floor
}

// narrowest are the widths in points that a column must have for what a cell holds that
// may not be broken, and should have for its longest word.
func (c *Cell) narrowest() (need, floor float64) {
	switch v := c.Value.(type) {
	case float64:
		need = around(c.Look.width(shown(v, c.Look.Format)))
	case string:
		if c.Look.Flat {
			return 0, 0
		}
		for word := range strings.FieldsSeq(v) {
			width := around(c.Look.width(word))
			if strings.ContainsAny(word, "0123456789") && solid.MatchString(word) {
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
