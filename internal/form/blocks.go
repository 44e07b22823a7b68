package form

import (
	"ntm/internal/form/layout"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// fewHeads are too few heads to know a table by.
const fewHeads = 3

// starts are the rows in which tables begin: those of ids and those of heads.
func (p scan) starts() map[int]bool {
	out := map[int]bool{}
	for _, row := range p.ids {
		out[row] = true
	}
	for _, t := range layout.Tables {
		if words := heads(t); len(words) >= fewHeads {
			for row := p.headRow(words, 0); row > 0; row = p.headRow(words, row) {
				out[row] = true
			}
		}
	}
	return out
}

// blocks are the places of a sheet where a table stands.
func (r *reader) blocks(t *layout.Table, s scan, starts map[int]bool) []*grid {
	var out []*grid
	words := heads(t)
	isNamed := vi.FoldTone(s.name) == vi.FoldTone(t.Sheet)
	for from := 1; from <= s.rows(); {
		byID, byTitle := 0, 0
		for _, row := range s.ids {
			if row >= from && 2*s.idsIn(t, row) >= len(t.Columns) {
				byID = row
				break
			}
		}
		if len(words) >= fewHeads || isNamed || byID > 0 {
			byTitle = s.headRow(words, max(from, byID)-1)
		}
		g := r.over(t, s, words, byID, byTitle, func(row int) bool { return starts[row] })
		if g == nil {
			break
		}
		out = append(out, g)
		from = g.end
	}
	return out
}

// idsIn is how many of the table's ids a row holds.
func (p scan) idsIn(t *layout.Table, row int) int {
	found := 0
	for column := 1; column <= p.width; column++ {
		if t.At(p.At(row, column).Text) >= 0 {
			found++
		}
	}
	return found
}

// block takes what is written in a table.
func (out *Returned) block(g *grid, printed func(string) bool) {
	t := g.table
	for _, row := range g.rows {
		rec := Record{Table: t, Cells: map[string]Written{}}
		options, ok := g.meaning(row, &rec, printed)
		if !ok {
			continue
		}
		for _, c := range t.Columns {
			if c.ID == "ntm:answer" {
				c.Options = options
			}
			if !c.Kind.IsFilled() && c.ID != "ntm:answer" {
				continue
			}
			cell := row.cell(c.ID)
			if c.Kind == layout.Cites {
				cell = inLine(cell)
			}
			if w, is := g.r.written(cell, c.Options); is {
				rec.Cells[c.ID] = w
				if rec.At == (problem.Pos{}) {
					rec.At = w.At
				}
			}
		}
		if len(rec.Cells) > 0 {
			out.Records = append(out.Records, rec)
		}
	}
}

// meaning finds what a row is of, and whether anything is to be read in it; options are the
// answers that it offers.
func (g *grid) meaning(row record, rec *Record, printed func(string) bool) ([]layout.Option, bool) {
	t := g.table
	switch {
	case t == &layout.FigureTable:
		return nil, g.figureOf(row, rec)
	case len(t.Questions) > 0:
		key, label := row.cell("ntm:key").Text, vi.Fold(row.cell("ntm:question").Text)
		for _, q := range t.Questions {
			if q.Key == key || vi.Fold(q.Label) == label {
				rec.Key = q.Key
				return q.Options, !row.cell("ntm:answer").blank()
			}
		}
		return nil, false
	case t.Fixed():
		rec.Key = g.r.text(row.cell(t.Columns[0].ID))
		return nil, rec.Key != ""
	}
	first := t.Columns[0].ID
	return nil, !row.isOnly(first, printed) && (t == &layout.CapitalTable || !row.isTotal(first)) && row.says()
}
