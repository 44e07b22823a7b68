package read

import "encoding/xml"

// rowReader reads the rows of a sheet's part.
type rowReader struct {
	counter
	book     *Book
	document *document
	row      Row
	column   int  // of the cell last read, from 1
	cell     Cell // being read
	style    style
	words    sharedString // the text being read
	kind     string       // as the file names it
	hasValue bool
	shared   int       // the shared string that the cell means
	formulas *formulas // nil when nobody asks for them

	hundredfold map[string]bool // the shared formulas that make a percentage
}

// readPart visits the rows, and the merged areas and the formulas if they are asked for.
func (s *Sheet) readPart(visit func(Row) error, merged func(area) error, f *formulas) error {
	r := &rowReader{counter: counter{ctx: s.book.ctx, visit: visit, most: s.book.most}, book: s.book, formulas: f,
		hundredfold: map[string]bool{}}
	// Made once, for there are a million cells.
	readValue := r.readValue
	readCell := only("c", func(e xml.StartElement) error { return r.readCell(e, readValue) })
	readRow := only("row", func(e xml.StartElement) error { return r.readRow(e, readCell) })
	return s.book.parts.walk(s.part, "worksheet", func(d *document, e xml.StartElement) error {
		switch r.document = d; {
		case e.Name.Local == "sheetData":
			return d.children("sheetData", readRow)
		case e.Name.Local == "mergeCells" && merged != nil:
			return d.areas(merged)
		}
		return nil
	})
}

// areas reads the merged areas of the open element.
func (d *document) areas(merged func(area) error) error {
	return d.children("mergeCells", only("mergeCell", func(e xml.StartElement) error {
		a, ok := parseArea(attribute(e, "ref"))
		if !ok {
			return errDamaged
		}
		return merged(a)
	}))
}

// mergedPart visits the merged areas alone. Nothing is read in a sheet that has none.
func (s *Sheet) mergedPart(merged func(area) error) error {
	if has, err := s.book.parts.contains(s.part, "mergeCell"); err != nil || !has {
		return err
	}
	d, err := s.book.parts.document(s.part, "worksheet")
	if err != nil {
		return err
	}
	d.idle = maxUnzipped // what is idle is found where the rows are read
	return d.close(d.children("worksheet", func(e xml.StartElement) error {
		if e.Name.Local == "mergeCells" {
			return d.areas(merged)
		}
		return nil
	}))
}

func (r *rowReader) readRow(e xml.StartElement, readCell func(xml.StartElement) error) error {
	last := r.row.Number
	r.row = Row{Number: last + 1, Hidden: isTrue(attribute(e, "hidden")), Cells: r.row.Cells[:0]}
	r.column = 0
	if number := attribute(e, "r"); number != "" {
		var ok bool
		if r.row.Number, ok = count(number, lastRow); !ok || r.row.Number == 0 {
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
