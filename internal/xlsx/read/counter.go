package read

import (
	"context"
	"unicode/utf8"

	"ntm/internal/problem"
)

// counter holds the rows of a sheet to the limits, and hands on those that have
// something in them.
type counter struct {
	ctx         context.Context
	visit       func(Row) error
	rows, cells int
	most        int // cells, where the book is of a kind that has fewer; else 0
}

// put sets a cell of a row, which reaches to it then.
func (c *counter) put(row *Row, column int, cell Cell) error {
	var wrong problem.Problem
	switch {
	case column > maxColumns:
		wrong = errColumns
	case len(cell.Text) > maxText && utf8.RuneCountInString(cell.Text) > maxText:
		wrong = errLong
	case column <= len(row.Cells) && row.Cells[column-1].Kind != Blank:
		return errCell(Ref(column, row.Number), saidTwice)
	default:
		for len(row.Cells) < column {
			row.Cells = append(row.Cells, Cell{})
		}
		row.Cells[column-1] = cell
		return nil
	}
	wrong.Cell = Ref(column, row.Number)
	return wrong
}

// take hands on a row that was read to its end.
func (c *counter) take(row Row) error {
	if len(row.Cells) == 0 {
		return nil // some programs write a million empty rows
	}
	c.rows++
	c.cells += len(row.Cells)
	switch {
	case c.ctx.Err() != nil: // what is read of memory ends too
		return c.ctx.Err()
	case c.rows > maxRows:
		return errRows
	case c.cells > maxCells:
		return errCells
	case c.most > 0 && c.cells > c.most:
		return errKind
	}
	return c.visit(row)
}
