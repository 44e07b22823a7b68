package desk

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// Set writes what was typed into cells, all or none, into a working copy that is begun where it
// has not. clashing are the cells that somebody else wrote since they were seen: then nothing
// was written.
func (d *Desk) Set(ctx context.Context, of store.OfYear, by string, cells []store.WorkingCell) (
	clashing []store.WorkingCell, err error) {
	for i := range cells {
		cells[i].Value = vi.NFC(cells[i].Value)
		if err := d.asked(&cells[i]); err != nil {
			return nil, err
		}
	}
	w := d.lastOf(of)
	if w == nil || !w.Begun { // one that has begun stays
		if w, err = d.cells(ctx, of); err != nil {
			return nil, err
		}
	}
	if !w.Begun {
		c, err := copyOf(of, w.Place, w.base.Level, w.Base, by)
		if err == nil {
			_, err = d.Store.BeginWorking(ctx, c, list.Map(form.CellsOf(w.base), asCell))
		}
		if err != nil {
			return nil, err
		}
	}
	_, clashing, err = d.Store.Write(ctx, of, by, cells)
	return clashing, err
}

// asked refuses a cell that no form has, and a text that cannot be shown.
func (d *Desk) asked(c *store.WorkingCell) error {
	if what := office.Unreadable(c.Value, office.MostOfText); what != "" {
		return problem.Problem{Sheet: c.Sheet, Message: what, Hint: fmt.Sprintf("ghi không quá %d chữ, bỏ các ký tự "+
			"điều khiển", office.MostOfText)}
	}
	for _, t := range layout.Tables {
		if t.Sheet != c.Sheet || t.At(c.Cell) < 0 || t.Columns[t.At(c.Cell)].Kind == layout.Keyed ||
			!d.hasRow(t, c.Item) {
			continue
		}
		return nil
	}
	return problem.Problem{Sheet: c.Sheet, Message: fmt.Sprintf("biểu mẫu không có ô %q ở dòng %q", c.Cell, c.Item),
		Hint: "tải lại trang"}
}

func (d *Desk) hasRow(t *layout.Table, item string) bool {
	switch {
	case t == &layout.FigureTable:
		return d.Lib.Figures[item] != nil
	case len(t.Questions) > 0:
		return slices.ContainsFunc(t.Questions, func(q layout.Question) bool { return q.Key == item })
	case t.Fixed():
		return office.Printable(item) && len(item) < office.MostOfName
	}
	n, err := strconv.Atoi(item)
	return err == nil && n > 0 && n <= mostRows
}

// mostRows is how many rows a table that people fill in may have.
const mostRows = 1000

// unread is that some cells cannot be read.
func unread(e *form.Entered) error {
	out := e.Else
	for _, wrong := range e.Wrong {
		out = append(out, wrong...)
	}
	for i := range out {
		out[i].File, out[i].Cell = "", "" // there is no workbook
	}
	return out.Err()
}
