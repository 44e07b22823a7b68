package docx

import (
	"errors"
	"fmt"

	"ntm/internal/document"
)

// joint is how a cell goes together with its neighbour.
type joint int8

const (
	alone joint = iota
	restarts
	continues
)

// tableReader reads one table.
type tableReader struct {
	*body
	table *document.Table
	open  map[int]*document.Cell // by their first column: cells that may go on in the next row
}

// tableCell is a cell with what it says of its place.
type tableCell struct {
	cell      *document.Cell
	down      joint // w:vMerge
	across    joint // w:hMerge, of old
	isDeleted bool  // deleted by a tracked change
}

// tableRow is a row as it is read, before its cells have a place.
type tableRow struct {
	skipped int // columns before its first cell
	deleted bool
	added   bool // by a tracked change
	hidden  bool
	cells   []*tableCell
}

// table reads the open w:tbl.
func (b *body) table() *document.Table {
	t := &tableReader{body: b, table: b.budget.Table(), open: map[int]*document.Cell{}}
	t.rows()
	if p := document.ErrColumns; errors.Is(t.xml.err, p) {
		p.Message = fmt.Sprintf("bảng %d, dòng %d: %s", t.table.Number, t.table.Rows, p.Message)
		t.xml.err = p
	}
	return t.table
}

func (t *tableReader) rows() {
	for e := range t.xml.children() {
		switch {
		case e.name == "w:tr":
			t.row()
		case !dropped[e.name]:
			t.rows() // content controls and the like around rows
		}
	}
}

func (t *tableReader) row() {
	r := &tableRow{}
	t.cells(r)
	if r.hidden {
		t.said = append(t.said, fmt.Sprintf("bảng %d có dòng ẩn sau dòng %d: không đọc", t.table.Number, t.table.Rows))
	}
	if r.deleted {
		t.tracked.removed++
		t.tracked.cells = append(t.tracked.cells, fmt.Sprintf("bảng %d một dòng bị xóa sau dòng %d", t.table.Number,
			t.table.Rows))
	}
	if r.deleted || r.hidden || t.xml.err != nil {
		return
	}
	for _, c := range r.cells {
		if r.added && len(c.cell.Changed) == 0 && c.cell.Text != "" {
			c.cell.Changed = []string{"thêm cả dòng"}
			t.tracked.added++
		}
	}
	t.xml.fail(t.place(r))
}

func (t *tableReader) cells(r *tableRow) {
	for e := range t.xml.children() {
		switch {
		case e.name == "w:trPr":
			t.rowLook(r)
		case e.name == "w:tc" && r.deleted: // its lists do not count
		case e.name == "w:tc":
			t.cell(r)
		case !dropped[e.name]:
			t.cells(r)
		}
	}
}

func (t *tableReader) rowLook(r *tableRow) {
	for e := range t.xml.children() {
		switch e.name {
		case "w:gridBefore":
			if r.skipped = e.number("val", 0); r.skipped >= document.MaxColumns {
				t.xml.fail(document.ErrColumns)
			}
		case "w:del":
			r.deleted = true
		case "w:ins":
			r.added = true
		case "w:hidden":
			r.hidden = e.on()
		}
	}
}

func (t *tableReader) cell(r *tableRow) {
	one := &tableCell{cell: &document.Cell{Rows: 1, Columns: 1}}
	var inside flow
	for e := range t.xml.children() {
		if e.name == "w:tcPr" {
			t.cellLook(one)
		} else {
			t.block(e, &inside)
		}
	}
	one.cell.Fill(inside.blocks, inside.odd)
	one.cell.Changed = inside.changed
	if one.isDeleted {
		one.cell.Mark("ô này bị xóa trong bản theo dõi thay đổi")
	}
	r.cells = append(r.cells, one)
	if len(r.cells) > document.MaxColumns {
		t.xml.fail(document.ErrColumns)
	}
}

func (t *tableReader) cellLook(one *tableCell) {
	for e := range t.xml.children() {
		switch e.name {
		case "w:gridSpan":
			if one.cell.Columns = max(1, e.number("val", 1)); one.cell.Columns > document.MaxColumns {
				t.xml.fail(document.ErrColumns)
			}
		case "w:vMerge":
			one.down = joined(e)
		case "w:hMerge":
			one.across = joined(e)
		case "w:cellDel":
			one.isDeleted = true
		}
	}
}

func joined(e element) joint {
	if e.attr("val") == "restart" {
		return restarts
	}
	return continues
}

// place gives the cells of a row their columns.
func (t *tableReader) place(r *tableRow) error {
	if err := t.table.AddRow(); err != nil {
		return err
	}
	open := map[int]*document.Cell{}
	column := r.skipped + 1
	var before *document.Cell // in this row
	var isContinued bool
	for _, one := range r.cells {
		c := one.cell
		c.Row, c.Column = t.table.Rows, column
		column += c.Columns
		if one.across == continues && before != nil {
			if !isContinued {
				if err := t.table.Widen(before, c.Columns); err != nil {
					return err
				}
			}
			covered(before, c)
			continue
		}
		above := t.open[c.Column]
		isContinued = one.down == continues && above != nil && t.fits(above, c, r, one)
		if isContinued {
			if err := t.table.Extend(above); err != nil {
				return err
			}
			covered(above, c)
			open[c.Column], before = above, above
			continue
		}
		if one.down == continues {
			c.Mark("ô này được ghi là gộp với ô trên, nhưng ô trên không khớp")
		}
		if err := t.table.Put(c); err != nil {
			return err
		}
		t.tracked.in(t.table.Number, c)
		before = c
		if one.down != alone {
			open[c.Column] = c
		}
	}
	t.open = open
	return nil
}

// fits tells whether a cell that goes on from the row above is as wide as the one there.
func (t *tableReader) fits(above, c *document.Cell, r *tableRow, one *tableCell) bool {
	width := c.Columns
	past := false
	for _, other := range r.cells { // old files widen a cell by the ones after it
		switch {
		case other == one:
			past = true
		case past && other.across == continues:
			width += other.cell.Columns
		case past:
			return above.Columns == width
		}
	}
	return above.Columns == width
}

// covered notes a text that a merged cell hides.
func covered(by, hidden *document.Cell) {
	for _, odd := range hidden.Odd {
		by.Mark(odd)
	}
	by.Notes, by.Changed = append(by.Notes, hidden.Notes...), append(by.Changed, hidden.Changed...)
	if hidden.Text != "" && hidden.Text != by.Text {
		by.Mark(fmt.Sprintf("ô gộp che mất chữ %q", hidden.Text))
	}
}
