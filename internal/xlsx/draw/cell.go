package draw

import (
	"strings"
	"unicode/utf8"
)

// Cell is a value with its look, over one column or several.
type Cell struct {
	Value   any    // a string, a number, or nil for an empty cell
	Formula string // that gives the value, "" for none
	Look    Look
	Span    int  // columns; 0 for one
	Pen     any  // who fills the cell in, in words of those who laid it down; nil for a cell of the sheet's own
	Waits   bool // its formula computes with what others fill in
	Link    Link
	Firm    bool // its column is as wide as its lines, where those are short
}

// Text is a cell of words. Whatever they begin with, they are never a formula.
func Text(words string, l Look) Cell {
	if words = Clean(words); words == "" {
		return Blank(l)
	}
	return Cell{Value: words, Look: l}
}

// Blank is an empty cell, for a pen or for its border.
func Blank(l Look) Cell { return Cell{Look: l} }

// Unseen is a cell of words for programs, in a row or a column that is hidden.
func Unseen(words string) Cell { return Text(words, unseen) }

// Computed is a cell of a formula with the value that it has now.
func Computed(formula string, now any, l Look) Cell {
	return Cell{Value: now, Formula: formula, Look: l}
}

// By is the cell's value as a formula gives it, no longer open for writing.
func (c Cell) By(formula string) Cell {
	c.Formula = formula
	c.Look.Open, c.Look.Shade = false, ""
	return c
}

// Following is the cell with a formula that gives its value, unless it had to be
// text.
func (c Cell) Following(formula string) Cell {
	if _, isNumber := c.Value.(float64); isNumber {
		c.Formula = formula
	}
	return c
}

// For is the cell open for writing to whoever fills it in.
func (c Cell) For(pen any) Cell {
	c.Pen, c.Look.Open = pen, true
	return c
}

// ByHand is the cell open for writing to whoever holds the paper: no program reads
// what they write.
func (c Cell) ByHand() Cell { return c.For(struct{}{}) }

// Waiting is a cell whose value waits for what others fill in.
func (c Cell) Waiting() Cell {
	c.Waits = true
	return c
}

// Over is the cell spread over n columns.
func (c Cell) Over(n int) Cell {
	c.Span = n
	return c
}

func (c *Cell) columns() int { return max(c.Span, 1) }

// Clean drops what XML cannot carry: control characters and broken UTF-8.
func Clean(s string) string {
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
