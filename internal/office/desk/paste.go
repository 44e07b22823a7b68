package desk

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/vi"
)

// Plan is what the form of a commune's year asks, for the level that the commune is after.
func (d *Desk) Plan(ctx context.Context, w *Working) (*layout.Plan, error) {
	b := d.blank(w, w.Level())
	plan, _, err := b.Plan(ctx)
	return plan, err
}

// Open are the columns of a table that people write into.
func Open(t *layout.Table) []layout.Column {
	return list.Where(t.Columns, func(c layout.Column) bool {
		return c.Kind != layout.Printed && c.Kind != layout.Keyed
	})
}

// Pasting is a piece of another table, as a spreadsheet gives it.
type Pasting struct {
	Table *layout.Table
	Row   string // where its first row goes, "" behind the last one
	ID    string // of the column where its first one goes, "" for the first of all
	Text  string
}

// Paste reads a piece of another table as the cells that it goes into, or not at all: the
// error is a problem.List with each row and column of the piece that cannot be. A first row of
// titles tells which column is which.
func (d *Desk) Paste(ctx context.Context, of store.OfYear, p Pasting) ([]form.Cell, error) {
	w, err := d.cells(ctx, of)
	if err != nil {
		return nil, err
	}
	piece := pieces(p.Text)
	if len(piece) == 0 {
		return nil, problem.List{{Message: "không có gì để dán", Hint: "chép các ô trong Excel rồi dán vào khung"}}
	}
	columns, titled := p.columns(piece)
	first := 1
	if titled {
		piece, first = piece[1:], 2
	}
	rows := w.rowsFrom(p.Table, p.Row, len(piece))
	var wrong problem.List
	var cells []form.Cell
	from := map[form.Place]string{} // where in the piece
	for i, texts := range piece {
		for k, text := range texts {
			if k >= len(columns) {
				if strings.TrimSpace(text) != "" {
					wrong.Add(problem.Problem{Message: fmt.Sprintf("dòng %d có %d cột, ở đây chỉ nhận được %d cột",
						first+i,
						len(texts), len(columns)), Hint: "dán từ cột đầu của bảng, hoặc chép kèm dòng tên cột"})
				}
				break
			}
			if columns[k].ID == "" || rows == nil {
				continue
			}
			c := form.Cell{Sheet: p.Table.Sheet, Item: rows[i], ID: columns[k].ID,
				Text: vi.NFC(strings.TrimSpace(text))}
			cells, from[c.At()] = append(cells, c), fmt.Sprintf("dòng %d, cột %s", first+i, columns[k].Title)
		}
	}
	if rows == nil {
		wrong.Add(problem.Problem{Message: fmt.Sprintf("bảng chỉ có %d dòng", mostRows), Hint: "dán ít dòng hơn"})
	}
	if len(wrong) == 0 {
		wrong = d.unreadable(ctx, w, cells, from)
	}
	return cells, wrong.Err()
}

// unreadable is what of the cells the form cannot read, by where it stands in the piece. What
// a row lacks yet is told beside the row itself.
func (d *Desk) unreadable(ctx context.Context, w *Working, cells []form.Cell,
	from map[form.Place]string) (wrong problem.List) {
	then := *w
	then.Cells = maps.Clone(w.Cells)
	for _, c := range cells {
		then.Cells[c.At()] = asCell(c)
	}
	found := form.Enter(office.FromWindow, d.inOrder(ctx, &then), d.Lib, w.Entered).Wrong
	for _, c := range cells {
		if c.Text == "" {
			continue
		}
		for _, p := range found[c.At()] {
			wrong.Add(problem.Problem{Message: from[c.At()] + ": " + p.Message, Hint: p.Hint})
		}
		if what := office.Unreadable(c.Text, office.MostOfText); what != "" {
			wrong.Add(problem.Problem{Message: from[c.At()] + ": " + what,
				Hint: "ghi ngắn lại, bỏ các ký tự điều khiển"})
		}
	}
	return wrong
}

// columns are those that a piece goes into, one with an id of "" for what is not written.
func (p *Pasting) columns(piece [][]string) (out []layout.Column, titled bool) {
	const few = 2
	known := 0
	for _, title := range piece[0] {
		var is layout.Column
		for _, c := range Open(p.Table) {
			if vi.Fold(title) == vi.Fold(c.Title) {
				is, known = c, known+1
			}
		}
		out = append(out, is)
	}
	if known >= few {
		return out, true
	}
	open := Open(p.Table)
	if p.ID == "" && len(piece[0]) == len(p.Table.Columns) { // as the form itself has them
		out = slices.Clone(p.Table.Columns)
		for i, c := range out {
			if c.Kind == layout.Printed {
				out[i].ID = ""
			}
		}
		return out, false
	}
	at := slices.IndexFunc(open, func(c layout.Column) bool { return c.ID == p.ID })
	return open[max(0, at):], false
}

// rowsFrom are n rows from one on, then those behind the last; nil where there are not so many.
func (w *Working) rowsFrom(t *layout.Table, from string, n int) (out []string) {
	free := w.Free(t)
	if at, err := strconv.Atoi(from); err == nil && at >= free {
		free = at
	}
	known := w.Items(t)
	if at := slices.Index(known, from); at >= 0 {
		out = known[at:]
	}
	for len(out) < n {
		out = append(slices.Clip(out), strconv.Itoa(free))
		free++
	}
	if free > mostRows+1 {
		return nil
	}
	return out[:n]
}

// pieces are the rows and cells of a text as spreadsheets copy them: tabs between cells, a
// cell with a tab, a quote or a line of its own in quotes.
func pieces(text string) (out [][]string) {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	text = strings.TrimRight(text, "\n")
	if strings.TrimSpace(text) == "" {
		return nil
	}
	row := []string{}
	for {
		var cell string
		cell, text = nextCell(text)
		row = append(row, vi.OneLine(cell))
		if text == "" {
			return append(out, row)
		}
		if text[0] == '\n' {
			out, row = append(out, row), []string{}
		}
		text = text[1:]
		if text == "" { // an empty last cell
			return append(out, append(row, ""))
		}
	}
}

// nextCell is the first cell of a text and what follows, with the sign that ends it.
func nextCell(text string) (cell, rest string) {
	if strings.HasPrefix(text, `"`) {
		for i := 1; i < len(text); i++ {
			if text[i] != '"' {
				continue
			}
			if i+1 < len(text) && text[i+1] == '"' {
				i++
				continue
			}
			if i+1 == len(text) || text[i+1] == '\t' || text[i+1] == '\n' {
				return strings.ReplaceAll(text[1:i], `""`, `"`), text[i+1:]
			}
			break // a quote that is one
		}
	}
	if end := strings.IndexAny(text, "\t\n"); end >= 0 {
		return text[:end], text[end:]
	}
	return text, ""
}

// Traits are the questions about a commune's traits that a year asks, with what each means.
func Traits(plan *layout.Plan) []layout.Question {
	return list.Where(plan.PlaceAnswers().Questions, func(q layout.Question) bool {
		return slices.Contains(criteria.Traits, criteria.Trait(q.Key))
	})
}
