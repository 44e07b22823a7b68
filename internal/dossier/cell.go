package dossier

import (
	"strings"
	"unicode/utf8"
)

// cell is a value with its look, over one column or several.
type cell struct {
	value   any    // a string, a float64, or nil for an empty cell
	formula string // that gives the value, "" for none
	look    look
	span    int  // columns
	deep    bool // reaches down into the rows below
	pen     *pen // whose cell it is, when it is not the dossier's own
	loose   bool // its formula reckons with what the council fills in
	link    link
}

// text is a cell of words. Whatever they begin with, they are never a formula.
func text(words string, l look) cell {
	if words = clean(words); words == "" {
		return blank(l)
	}
	return cell{value: words, look: l, span: 1}
}

// blank is an empty cell, for a pen or for its border.
func blank(l look) cell { return cell{look: l, span: 1} }

// reachingDown is the cell made deep.
func (c cell) reachingDown() cell {
	c.deep = true
	return c
}

// worked is a cell of a formula with the value that it has now.
func worked(formula string, now any, l look) cell {
	return cell{value: now, formula: formula, look: l, span: 1}
}

// reckoned is the cell's value as a formula gives it.
func (c cell) reckoned(formula string) cell {
	c.formula = formula
	c.look.open, c.look.shade = false, ""
	return c
}

// following is the cell with a formula that gives its value, unless it had to be
// text.
func (c cell) following(formula string) cell {
	if _, isNumber := c.value.(float64); isNumber {
		c.formula = formula
	}
	return c
}

// pen is a cell that others fill in: whatever stands there is theirs. The zero pen
// asks for nothing that ntm reads.
type pen struct {
	column string // the opinion it takes, by the head of its column
	path   string // of the indicator or condition it is about
	no     string // its number in the table
	name   string
	by     bool // who gives the opinions of the column
	on     bool // and when
}

// forThePen is the cell open for writing.
func (c cell) forThePen(p pen) cell {
	c.pen, c.look.open = &p, true
	return c
}

// onFilling is a cell whose value waits for what the council fills in.
func (c cell) onFilling() cell {
	c.loose = true
	return c
}

// over is the cell spread over so many columns.
func (c cell) over(columns int) cell {
	c.span = columns
	return c
}

// clean drops what XML cannot carry: control characters and broken UTF-8.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r == '\n':
			return r
		case r < ' ', r >= 0x7f && r < 0xa0, r == utf8.RuneError, r == 0xfffe, r == 0xffff:
			return -1
		}
		return r
	}, s)
}
