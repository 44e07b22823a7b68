package read

import (
	"context"
	"io"
)

// Kind is what a cell holds.
type Kind uint8

// The kinds of a cell. A formula is of the kind of its result.
const (
	Blank Kind = iota // nothing, or an empty text
	Text
	Number     // also a day: see Shown
	Bool       // TRUE or FALSE
	Error      // a formula's error, such as #DIV/0!
	Uncomputed // a formula whose result was not saved: the program that wrote it does not calculate
)

// Shown is how a number cell shows its number.
type Shown uint8

// The ways a number is shown. A percentage is stored as its hundredth: 0.0153
// shown as 1,53 %. A date is stored as a count of days: see Day.
const (
	Plain Shown = iota
	Percent
	Date // a day, or a time of day
	// Otherwise is scaled (69.000.000 as "69"), per mille or a fraction: not what it seems.
	Otherwise
)

// The lettering of texts from before Unicode, which look like noise without
// their font.
const (
	TCVN3 = "TCVN3" // .VnTime and its kin
	VNI   = "VNI"   // VNI-Times and its kin
)

// Cell is one cell as stored.
type Cell struct {
	// Text is the text, TRUE or FALSE, the error, or the number as the file
	// writes it, with a point: "0.0153", "1.5E-3". It is not cleaned.
	Text    string
	Font    string // TCVN3 or VNI when a text is set in such a font, else ""
	Kind    Kind
	Shown   Shown
	Formula bool // the cell is computed by a formula
	// Hundredfold tells a formula that multiplies by a hundred: it makes a percentage.
	Hundredfold bool
	// Odd is what makes the cell another thing to the eye than what it holds; nil for
	// nearly all cells. Ask Doubt, then Aside, and read what Typed gives.
	Odd *Oddity
}

// Row is a row of a sheet.
type Row struct {
	Number int // from 1, as the program shows it
	Hidden bool
	Cells  []Cell // from column A to the last with something in it
	Fields int    // of a row of a CSV, blank ones included; 0 in a workbook
}

// Sheet is a sheet of a book.
type Sheet struct {
	Name   string // "" for a CSV
	Hidden bool   // until it is shown again by a menu of the program

	book *Book
	part string // of the archive; "" for a CSV
}

// Book is an open workbook, or a CSV as a book of one sheet. One goroutine at a
// time may read it.
type Book struct {
	File     string // as the user named it
	Sheets   []*Sheet
	Uses1904 bool              // its days count from 1904, as on old Macs: see Day
	Others   []string          // sheets that hold no cells: a chart alone
	Names    map[string]string // what the names of the whole workbook mean, as formulas
	Linked   bool              // takes values from other files or from a database

	ctx     context.Context // ends the reading
	most    int             // cells of a sheet
	closer  io.Closer
	parts   archive
	strings []sharedString
	styles  []style
	text    csvText
}

// Close lets go of the file. After it the sheets cannot be read.
func (b *Book) Close() error {
	if b.closer == nil {
		return nil
	}
	return b.closer.Close()
}

// Most says how many cells a sheet of the kind of book that is being read may have;
// without it every sheet may have as many as the largest kind.
func (b *Book) Most(cells int) { b.most = cells }

// Each visits the rows that have something in them, from the top. The cells of
// a row are only valid until visit returns; an error of visit ends the reading
// and is returned. Cells inside a merged area are given as stored, mostly blank.
func (s *Sheet) Each(visit func(Row) error) error {
	return s.read(visit, nil)
}

// read visits the rows, then the merged areas if they are asked for.
func (s *Sheet) read(visit func(Row) error, merged func(area) error) error {
	var stopped error
	watch := func(r Row) error {
		stopped = visit(r)
		return stopped
	}
	var err error
	if s.part == "" {
		err = s.readCSV(watch)
	} else {
		err = s.readPart(watch, merged, nil)
	}
	if stopped != nil {
		return stopped
	}
	return s.wrong(err)
}
