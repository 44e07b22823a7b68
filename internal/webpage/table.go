package webpage

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ntm/internal/document"

	"golang.org/x/net/html"
)

// table reads a table. Rows of its head stand first and of its foot last, as on the
// page.
func (w *walker) table(n *html.Node, f *flow) {
	t := w.budget.Table()
	var rows [3][]*html.Node // head, body, foot
	for child := range n.ChildNodes() {
		switch {
		case child.Type != html.ElementNode || isHidden(child):
		case child.Data == "caption":
			w.block(child, f)
		case child.Data == "thead":
			rows[0] = append(rows[0], rowsOf(child)...)
		case child.Data == "tfoot":
			rows[2] = append(rows[2], rowsOf(child)...)
		case child.Data == "tbody":
			rows[1] = append(rows[1], rowsOf(child)...)
		}
	}
	for _, part := range rows {
		w.fail(w.part(t, part, f.font))
	}
	if t.Rows > 0 && t.Columns > 0 {
		f.blocks = append(f.blocks, document.Block{Table: t})
	}
}

func rowsOf(part *html.Node) []*html.Node {
	var out []*html.Node
	for row := range part.ChildNodes() {
		if row.Type == html.ElementNode && row.Data == "tr" && !isHidden(row) {
			out = append(out, row)
		}
	}
	return out
}

// reach is a cell that goes on to a row below.
type reach struct {
	cell *document.Cell
	to   int
}

// part reads the head, the body or the foot, whose table stands in a font; a cell does not
// reach out of it.
func (w *walker) part(t *document.Table, rows []*html.Node, font string) error {
	last := t.Rows + len(rows)
	var open []reach
	for _, row := range rows {
		if err := t.AddRow(); err != nil {
			return err
		}
		open = slices.DeleteFunc(open, func(r reach) bool { return r.to < t.Rows })
		for _, r := range open {
			if err := t.Extend(r.cell); err != nil {
				return err
			}
		}
		column := 1
		for cell := range row.ChildNodes() {
			if cell.Type != html.ElementNode || cell.Data != "td" && cell.Data != "th" || isHidden(cell) {
				continue
			}
			for t.At(t.Rows, column) != nil {
				column++
			}
			c := w.cell(cell, cmp.Or(fontOf(cell), fontOf(row), fontOf(row.Parent), font))
			if w.err != nil {
				return w.err
			}
			c.Row, c.Column, c.Columns = t.Rows, column, span(cell, "colspan", 1)
			if c.Columns > document.MaxColumns {
				c.Columns = max(1, t.Columns-column+1) // "the whole width" is often written as a large number
				c.Mark("ô này được ghi là rộng hơn bảng")
			}
			if err := t.Put(c); err != nil {
				wide := document.ErrColumns
				wide.Message = fmt.Sprintf("bảng %d, dòng %d: %s", t.Number, t.Rows, wide.Message)
				return wide
			}
			if rows := span(cell, "rowspan", 1); rows == 0 {
				open = append(open, reach{c, last})
			} else if rows > 1 {
				open = append(open, reach{c, min(t.Rows+rows-1, last)})
			}
			column += c.Columns
		}
	}
	return nil
}

// span is how many rows or columns a cell says it covers.
func span(n *html.Node, name string, otherwise int) int {
	text, said := attr(n, name)
	value, err := strconv.Atoi(strings.TrimSpace(text))
	if !said || err != nil || value < 0 || value == 0 && name == "colspan" {
		return otherwise
	}
	return value
}

func (w *walker) cell(n *html.Node, font string) *document.Cell {
	inside := flow{font: font}
	w.block(n, &inside)
	c := &document.Cell{}
	c.Fill(inside.blocks, inside.odd)
	return c
}
