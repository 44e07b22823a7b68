package read

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"strconv"
	"strings"

	"ntm/internal/pattern"
)

func (r *rowReader) readCell(e xml.StartElement, readValue func(xml.StartElement) error) error {
	r.column++
	r.cell, r.style, r.words, r.kind, r.hasValue, r.shared = Cell{}, style{}, plainWords, "", false, -1
	styled := 0
	for _, a := range e.Attr {
		switch {
		case a.Name.Space != "":
		case a.Name.Local == "r":
			column, row, ok := parseRef(a.Value)
			if !ok || row != r.row.Number {
				return errDamaged
			}
			r.column = column
		case a.Name.Local == "t":
			r.kind = a.Value
		case a.Name.Local == "s":
			var err error
			if styled, err = strconv.Atoi(a.Value); err != nil {
				return errDamaged
			}
		}
	}
	if r.column > lastColumn {
		return errDamaged
	}
	if len(r.book.styles) > 0 {
		if styled < 0 || styled >= len(r.book.styles) {
			return r.fail("kiểu của ô này không có trong tệp")
		}
		r.style = r.book.styles[styled]
	}
	if err := r.document.children("c", readValue); err != nil {
		return err
	}
	if err := r.finish(); err != nil {
		return err
	}
	return r.place()
}

// readValue reads a child of a cell.
func (r *rowReader) readValue(e xml.StartElement) error {
	switch e.Name.Local {
	case "f":
		return r.readFormula(e)
	case "is":
		if r.cell.Text != "" || r.shared >= 0 {
			return r.fail(saidTwice)
		}
		var err error
		r.kind = "inlineStr"
		r.words, err = r.document.richText("is")
		r.cell.Text = r.words.text
		return err
	case "v":
		raw, err := r.document.text("v")
		if err != nil {
			return err
		}
		if r.kind == "inlineStr" && r.cell.Text != "" { // programs differ in which of the two they show
			if len(raw) > 0 {
				return r.fail(saidTwice)
			}
			return nil
		}
		r.hasValue = true
		if r.kind != "s" {
			r.cell.Text = string(raw)
			return nil
		}
		if index, ok := count(bytes.Trim(raw, xmlSpace), maxStrings); ok && index < len(r.book.strings) {
			r.shared = index
			return nil
		}
		return r.fail("nội dung của ô này không có trong tệp")
	}
	return nil
}

// readFormula reads a formula, or the number of the one that the cell shares.
func (r *rowReader) readFormula(e xml.StartElement) error {
	r.cell.Formula = true
	text, err := r.document.text("f")
	if err != nil {
		return err
	}
	if r.formulas != nil {
		r.formulas.take(string(text), e, r.column, r.row.Number)
	}
	r.cell.Hundredfold = hundredfold.MatchString(string(text))
	if shared := attribute(e, "si"); attribute(e, "t") == "shared" && shared != "" {
		if len(text) == 0 {
			r.cell.Hundredfold = r.hundredfold[shared]
		} else if r.cell.Hundredfold && len(r.hundredfold) < maxStyles {
			r.hundredfold[shared] = true
		}
	}
	return nil
}

// hundredfold tells a formula that makes a percentage of a share.
var hundredfold = pattern.New(`\*\s*\(?100(?:[^\d.]|$)|(?:^|[^\d.])100\)?\s*\*|%`)

// finish makes the cell of what was read of it.
func (r *rowReader) finish() error {
	if err := r.value(); err != nil {
		return err
	}
	c := &r.cell
	switch {
	case c.Text == "" && c.Formula && (r.kind != "str" || !r.hasValue):
		c.Kind = Uncomputed
	case c.Text == "" && c.Kind != Error:
		c.Kind = Blank
	case c.Kind == Text:
		c.Font = cmp.Or(r.words.drawn, r.style.font.drawn).name()
		c.Odd = r.words.odd.and(r.style.format.oddText(c.Text))
	case c.Kind == Bool:
		c.Odd = r.style.format.oddBool(c.Text)
	}
	r.whole()
	return nil
}

// value is what the cell holds, by the kind that the file names.
func (r *rowReader) value() error {
	c := &r.cell
	switch r.kind {
	case "", "n":
		c.Text = strings.Trim(c.Text, xmlSpace)
		switch {
		case isNumber(c.Text):
			c.Kind, c.Shown = Number, r.style.shown
			c.Odd = r.style.format.oddity(c.Text, c.Formula, r.book.Uses1904)
		case c.Text != "":
			c.Kind = Text // no program writes this; it must not pass for a number
		}
	case "s":
		if r.shared >= 0 {
			r.words = r.book.strings[r.shared]
			c.Text = r.words.text
		}
		c.Kind = Text
	case "str":
		c.Kind, c.Text = Text, unescape(c.Text)
	case "inlineStr":
		c.Kind = Text
	case "b":
		c.Kind = Bool
		switch strings.Trim(c.Text, xmlSpace) {
		case "1", "true":
			c.Text = "TRUE"
		case "0", "false":
			c.Text = "FALSE"
		case "":
		default:
			return r.fail("nội dung của ô này không đọc được")
		}
	case "e":
		c.Kind = Error
	case "d":
		c.Kind = Text
		if raw, ok := serial(strings.Trim(c.Text, xmlSpace), r.book.Uses1904); ok {
			c.Kind, c.Shown, c.Text = Number, Date, raw
		}
	default:
		return r.fail("nội dung của ô này không đọc được")
	}
	return nil
}

// whole tells a cell that is struck out or raised as a whole.
func (r *rowReader) whole() {
	own := r.style.font
	if r.cell.Kind == Blank || !r.words.bare || !own.struck && !own.small {
		return
	}
	odd := Oddity{}
	if r.cell.Odd != nil {
		odd = *r.cell.Odd
	}
	odd.Gone, odd.Small = odd.Gone || own.struck, odd.Small || own.small
	r.cell.Odd = &odd
}

// plainWords is a text without runs of its own.
var plainWords = sharedString{bare: true}

// place puts the cell into its row.
func (r *rowReader) place() error {
	if r.cell.Kind == Blank {
		return nil // programs write styled blanks out to the last column
	}
	r.document.idle += idleEntry + idleText*len(r.cell.Text)
	return r.put(&r.row, r.column, r.cell)
}

const saidTwice = "ô này được ghi hai lần trong tệp"

func (r *rowReader) fail(message string) error {
	return errCell(Ref(r.column, r.row.Number), message)
}
