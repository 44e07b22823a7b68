package read

import (
	"encoding/xml"
	"strconv"
	"strings"

	"ntm/internal/pattern"
)

// Formulas are the formulas of a sheet by their cells, "B3", without the sign before them.
// What a cell shares with another is written out.
func (s *Sheet) Formulas() (map[string]string, error) {
	if s.part == "" {
		return nil, nil
	}
	f := &formulas{of: map[string]string{}, shared: map[string]sharedFormula{}}
	err := s.readPart(func(Row) error { return nil }, nil, f)
	return f.of, s.wrong(err)
}

// formulas are those of a sheet as they are read.
type formulas struct {
	of     map[string]string
	shared map[string]sharedFormula // by their numbers
}

// sharedFormula is written at one cell, and means the same in others as if it had been
// copied there.
type sharedFormula struct {
	text        string
	column, row int
}

// take keeps the formula of a cell.
func (f *formulas) take(text string, e xml.StartElement, column, row int) {
	if attribute(e, "t") == "shared" {
		number := attribute(e, "si")
		if text != "" {
			f.shared[number] = sharedFormula{text, column, row}
		} else if from, known := f.shared[number]; known {
			text = moved(from.text, column-from.column, row-from.row)
		}
	}
	f.of[Ref(column, row)] = text
}

// cellIn is the name of a cell in a formula, or what looks like one: what stands in quotes
// and the names of functions and of longer things are taken along so that they stay.
var cellIn = pattern.New(`"[^"]*"|'[^']*'|[\pL_.\\][\pL\pN_.\\]*\(|(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,` +
	`6})\b|` +
	`[\pL_\\][\pL\pN_.\\]*`)

// moved is a formula copied that many columns and rows away.
func moved(formula string, columns, rows int) string {
	return cellIn.ReplaceAllStringFunc(formula, func(word string) string {
		part := cellIn.FindStringSubmatch(word)
		if part[2] == "" {
			return word
		}
		column, row, ok := parseRef(part[2] + part[4])
		if !ok {
			return word
		}
		if part[1] == "" {
			column += columns
		}
		if part[3] == "" {
			row += rows
		}
		return part[1] + columnName(column) + part[3] + strconv.Itoa(row)
	})
}

// loadName keeps what a name of the whole workbook means.
func (b *Book) loadName(d *document, e xml.StartElement) error {
	raw, err := d.text("definedName")
	if name := attribute(e, "name"); err == nil && attribute(e, "localSheetId") == "" {
		b.Names[name] = strings.TrimSpace(string(raw))
	}
	return err
}
