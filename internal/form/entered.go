package form

import (
	"cmp"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/form/layout"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

// Cell is one cell of a form as it was typed where there is no workbook.
type Cell struct {
	Sheet string // of its table
	Item  string // the key of a row of fixed meaning; of other rows any name, which tells their order
	ID    string // of the column
	Text  string
}

// At tells a cell from all others.
func (c *Cell) At() Place { return Place{c.Sheet, c.Item, c.ID} }

// Place is where a cell of a form stands.
type Place struct{ Sheet, Item, ID string }

// Entered is a report as far as its cells can be read.
type Entered struct {
	Reading *Reading                    // of what can be read; nil where that is no report
	Wrong   map[Place][]problem.Problem // of the cells that are left out
	Noted   map[Place][]problem.Problem // of cells that were read one way of two
	Else    problem.List                // what is wrong and of no one cell
}

// Sound tells whether nothing was left out.
func (e *Entered) Sound() bool { return e.Reading != nil && len(e.Wrong) == 0 && len(e.Else) == 0 }

// mostTries is how often the reading begins anew without the cells that cannot be read: what
// leans on those shows in the second round.
const mostTries = 8

// Enter reads what was typed into the cells of a form by the grammar of the form itself. A cell
// that cannot be read is left out, with what is wrong with it, and the others are a report
// all the same. name is what the report is called in its problems.
func Enter(name string, cells []Cell, lib *criteria.Library) *Entered {
	out := &Entered{Wrong: map[Place][]problem.Problem{}, Noted: map[Place][]problem.Problem{}}
	left := slices.DeleteFunc(slices.Clone(cells), func(c Cell) bool { return typed.Blank(vi.NFC(c.Text)) })
	for range mostTries {
		b := bookOf(name, left)
		reading, wrong := b.read(lib)
		if len(wrong) == 0 {
			out.Reading = reading
			for _, note := range reading.Notes {
				if at, known := b.at(note); known {
					out.Noted[at] = append(out.Noted[at], note)
				}
			}
			return out
		}
		before := len(left)
		for _, p := range wrong {
			at, known := b.at(p)
			if !known {
				out.Else.Add(p)
				continue
			}
			out.Wrong[at] = append(out.Wrong[at], p)
			stands := slices.ContainsFunc(left, func(c Cell) bool { return c.At() == at })
			left = slices.DeleteFunc(left, func(c Cell) bool { // of a cell that lacks, its row
				return c.At() == at || !stands && c.Sheet == at.Sheet && c.Item == at.Item
			})
		}
		if len(left) == before {
			return out
		}
	}
	return out
}

// book is cells laid out as the sheets of a workbook.
type book struct {
	name  string
	grids []*grid
	where map[[2]string]Place // by sheet and cell
}

// bookOf lays cells out as the form has them: below the ids of each table its rows.
func bookOf(name string, cells []Cell) *book {
	b := &book{name: name, where: map[[2]string]Place{}}
	sheets := map[string]*read.Table{}
	for _, t := range layout.Tables {
		if sheets[t.Sheet] == nil {
			sheets[t.Sheet] = &read.Table{}
		}
		b.lay(sheets[t.Sheet], t, cells)
	}
	return b
}

// lay lays down a table's ids and rows, where they need not be looked for any more.
func (b *book) lay(on *read.Table, t *layout.Table, cells []Cell) {
	line := func() *read.Row {
		on.Rows = append(on.Rows, read.Row{Number: len(on.Rows) + 1, Cells: make([]read.Cell, len(t.Columns))})
		return &on.Rows[len(on.Rows)-1]
	}
	ids := line()
	g := &grid{table: *t, sheet: scan{Table: on, name: t.Sheet, width: len(t.Columns)}, head: ids.Number,
		at: map[string]int{}}
	for i, c := range t.Columns {
		ids.Cells[i], g.at[c.ID] = text(c.ID), i+1
	}
	of := map[string][]Cell{}
	for _, c := range cells {
		if c.Sheet == t.Sheet && t.At(c.ID) >= 0 {
			of[c.Item] = append(of[c.Item], c)
		}
	}
	for _, item := range itemsOf(t, cells) {
		row := line()
		if t.Fixed() {
			row.Cells[0] = text(item)
		}
		for i, c := range t.Columns {
			b.where[[2]string{t.Sheet, read.Ref(i+1, row.Number)}] = Place{t.Sheet, item, c.ID}
		}
		for _, c := range of[item] {
			row.Cells[t.At(c.ID)] = text(c.Text)
		}
		if !g.empty(row.Number) {
			g.rows = append(g.rows, record{g, row.Number})
		}
	}
	g.end = len(on.Rows) + 1
	b.grids = append(b.grids, g)
}

func text(s string) read.Cell {
	if s == "" {
		return read.Cell{}
	}
	return read.Cell{Kind: read.Text, Text: s}
}

// itemsOf are the rows of a table in which something stands: those of fixed meaning as they
// come, others in the order of their names, shorter ones first, so that "2" comes before "10".
func itemsOf(t *layout.Table, cells []Cell) []string {
	var out []string
	seen := map[string]bool{}
	for _, c := range cells {
		isOurs := c.Sheet == t.Sheet && !seen[c.Item] && t.At(c.ID) >= 0
		if isOurs && len(t.Questions) > 0 {
			isOurs = slices.ContainsFunc(t.Questions, func(q layout.Question) bool { return q.Key == c.Item })
		}
		if isOurs {
			out, seen[c.Item] = append(out, c.Item), true
		}
	}
	if !t.Fixed() {
		slices.SortFunc(out, func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
	}
	return out
}

// read reads the book as a workbook is read; wrong is what cannot be read of it, cell by cell.
func (b *book) read(lib *criteria.Library) (reading *Reading, wrong problem.List) {
	r := newReader(b.name, nil, lib)
	r.laid = b.grids
	for _, g := range b.grids {
		g.r = r
		g.beside()
	}
	r.all()
	if len(r.problems) > 0 {
		return nil, r.problems
	}
	reading, err := r.reading()
	if err != nil {
		return nil, problem.Of(err)
	}
	return reading, nil
}

// at is the cell that a problem is of.
func (b *book) at(p problem.Problem) (Place, bool) {
	at, known := b.where[[2]string{p.Sheet, p.Cell}]
	return at, known
}
