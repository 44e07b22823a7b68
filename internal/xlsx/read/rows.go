package read

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// rowReader reads the rows of a sheet's part.
type rowReader struct {
	counter
	book     *Book
	document *document
	row      Row
	column   int  // of the cell last read, from 1
	cell     Cell // being read
	style    style
	drawn    lettering // of the text being read
	kind     string    // as the file names it
	hasValue bool
	shared   int       // the shared string that the cell means
	formulas *formulas // nil when nobody asks for them
}

// readPart visits the rows, and the merged areas and the formulas if they are asked for.
func (s *Sheet) readPart(visit func(Row) error, merged func(area) error, f *formulas) error {
	d, err := s.book.parts.document(s.part, "worksheet")
	if err != nil {
		return err
	}
	r := &rowReader{counter: counter{visit: visit, most: s.book.most}, book: s.book, document: d, formulas: f}
	// Made once, for there are a million cells.
	readValue := r.readValue
	readCell := func(e xml.StartElement) error { return r.readCell(e, readValue) }
	readRow := d.only("row", func(e xml.StartElement) error { return r.readRow(e, readCell) })
	return d.close(d.children("worksheet", func(e xml.StartElement) error {
		switch {
		case e.Name.Local == "sheetData":
			return d.children("sheetData", readRow)
		case e.Name.Local == "mergeCells" && merged != nil:
			return d.children("mergeCells", d.only("mergeCell", func(e xml.StartElement) error {
				a, ok := parseArea(attribute(e, "ref"))
				if !ok {
					return errDamaged
				}
				if err := merged(a); err != nil {
					return err
				}
				return d.skip(e)
			}))
		}
		return d.skip(e)
	}))
}

func (r *rowReader) readRow(e xml.StartElement, readCell func(xml.StartElement) error) error {
	last := r.row.Number
	r.row = Row{Number: last + 1, Hidden: isTrue(attribute(e, "hidden")), Cells: r.row.Cells[:0]}
	r.column = 0
	if number := attribute(e, "r"); number != "" {
		var ok bool
		if r.row.Number, ok = parseRow(number); !ok {
			return errDamaged
		}
	}
	if r.row.Number <= last {
		return errCell(Ref(1, r.row.Number), "các dòng trong tệp không theo thứ tự, hoặc một dòng ghi hai lần")
	}
	if r.row.Number > lastRow {
		return errDamaged
	}
	if err := r.document.children("row", readCell); err != nil {
		return err
	}
	r.document.idle += idleRow
	return r.take(r.row)
}

func (r *rowReader) readCell(e xml.StartElement, readValue func(xml.StartElement) error) error {
	if e.Name.Local != "c" {
		return r.document.skip(e)
	}
	r.column++
	r.cell, r.style, r.drawn, r.kind, r.hasValue, r.shared = Cell{}, style{}, ofCell, "", false, -1
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
		r.cell.Formula = true
		if r.formulas != nil {
			return r.formulas.read(r.document, e, r.column, r.row.Number)
		}
	case "is":
		if r.cell.Text != "" || r.shared >= 0 {
			return r.fail(saidTwice)
		}
		var err error
		r.kind = "inlineStr"
		r.cell.Text, r.drawn, err = r.document.richText("is")
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
		if index, ok := parseIndex(bytes.Trim(raw, xmlSpace)); ok && index < len(r.book.strings) {
			r.shared = index
			return nil
		}
		return r.fail("nội dung của ô này không có trong tệp")
	}
	return r.document.skip(e)
}

// finish makes the cell of what was read of it.
func (r *rowReader) finish() error {
	c := &r.cell
	switch r.kind {
	case "", "n":
		c.Text = strings.Trim(c.Text, xmlSpace)
		switch {
		case isNumber(c.Text):
			c.Kind, c.Shown = Number, r.style.shown
		case c.Text != "":
			c.Kind = Text // no program writes this; it must not pass for a number
		}
	case "s":
		if r.shared >= 0 {
			c.Text, r.drawn = r.book.strings[r.shared].text, r.book.strings[r.shared].drawn
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
	switch {
	case c.Text == "" && c.Formula && (r.kind != "str" || !r.hasValue):
		c.Kind = Uncomputed
	case c.Text == "" && c.Kind != Error:
		c.Kind = Blank
	case c.Kind == Text && r.drawn == ofCell:
		c.Font = r.style.drawn.name()
	case c.Kind == Text:
		c.Font = r.drawn.name()
	}
	return nil
}

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

// parseIndex reads a count from 0.
func parseIndex(digits []byte) (n int, ok bool) {
	for _, d := range digits {
		if d < '0' || d > '9' || n > maxStrings {
			return 0, false
		}
		n = n*10 + int(d-'0')
	}
	return n, len(digits) > 0
}
