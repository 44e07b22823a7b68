package form

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
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

	rows map[string]*readRow // of figures, by their items
}

// Sound tells whether nothing was left out.
func (e *Entered) Sound() bool { return e.Reading != nil && len(e.Wrong) == 0 && len(e.Else) == 0 }

// mostTries is how often the reading begins anew without the cells that cannot be read: what
// leans on those shows in the second round.
const mostTries = 8

// Enter reads what was typed into the cells of a form by the grammar of the form itself. A cell
// that cannot be read is left out, with what is wrong with it, and the others are a report
// all the same. name is what the report is called in its problems. before is how the cells
// were read last, nil for never: a row of figures that says the same is not read again.
func Enter(name string, cells []Cell, lib *criteria.Library, before *Entered) *Entered {
	out := &Entered{Wrong: map[Place][]problem.Problem{}, Noted: map[Place][]problem.Problem{},
		rows: map[string]*readRow{}}
	if before != nil {
		maps.Copy(out.rows, before.rows)
	}
	left := slices.DeleteFunc(slices.Clone(cells), func(c Cell) bool { return typed.Blank(vi.NFC(c.Text)) })
	for range mostTries {
		b := bookOf(name, left, lib)
		reading, wrong := b.read(lib, out.rows)
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
	items map[line]string
}

// line is a row of a book.
type line struct {
	sheet string
	row   int
}

// bookOf lays cells out as the form has them: below the ids of each table its rows.
func bookOf(name string, cells []Cell, lib *criteria.Library) *book {
	b := &book{name: name, items: map[line]string{}}
	sheets := map[string]*read.Table{}
	of := map[string][]Cell{}
	for _, c := range cells {
		of[c.Sheet] = append(of[c.Sheet], c)
	}
	for _, t := range layout.Tables {
		if sheets[t.Sheet] == nil {
			sheets[t.Sheet] = &read.Table{}
		}
		b.lay(sheets[t.Sheet], t, of[t.Sheet], lib)
	}
	return b
}

// lay lays down a table's ids and rows, of the cells of its sheet. Nobody need look for them.
func (b *book) lay(on *read.Table, t *layout.Table, cells []Cell, lib *criteria.Library) {
	add := func(number int) *read.Row {
		on.Rows = append(on.Rows, read.Row{Number: number, Cells: make([]read.Cell, len(t.Columns))})
		return &on.Rows[len(on.Rows)-1]
	}
	head := 1
	if n := len(on.Rows); n > 0 {
		head = on.Rows[n-1].Number + 1
	}
	ids := add(head)
	g := &grid{table: t, sheet: scan{Table: on, name: t.Sheet, width: len(t.Columns)}, head: head,
		end: head + 1, at: map[string]int{}}
	for i, c := range t.Columns {
		ids.Cells[i], g.at[c.ID] = text(c.ID), i+1
	}
	of := map[string][]Cell{}
	for _, c := range cells {
		if g.at[c.ID] > 0 {
			of[c.Item] = append(of[c.Item], c)
		}
	}
	items := itemsOf(t, cells)
	numbers := numbersOf(t, items, head+1, lib)
	for _, item := range slices.SortedFunc(maps.Keys(numbers), func(a, b string) int {
		return numbers[a] - numbers[b]
	}) {
		row := add(numbers[item])
		if t.Fixed() {
			row.Cells[0] = text(item)
		}
		b.items[line{t.Sheet, row.Number}] = item
		for _, c := range of[item] {
			row.Cells[g.at[c.ID]-1] = text(c.Text)
		}
		g.end = row.Number + 1
	}
	for _, item := range items {
		if !g.empty(numbers[item]) {
			g.rows = append(g.rows, record{g, numbers[item]})
		}
	}
	b.grids = append(b.grids, g)
}

// numbersOf are the numbers of a table's rows. A figure has the same whatever stands beside it.
func numbersOf(t *layout.Table, items []string, first int, lib *criteria.Library) map[string]int {
	var figures []*criteria.Figure
	if t.Sheet == layout.FigureSheet {
		figures = lib.FigureList
	}
	out := map[string]int{}
	for i, item := range items {
		out[item] = first + len(figures) + i
	}
	for i, f := range figures {
		if _, stands := out[f.ID]; stands {
			out[f.ID] = first + i
		}
	}
	return out
}

func text(s string) read.Cell {
	if s == "" {
		return read.Cell{}
	}
	return read.Cell{Kind: read.Text, Text: s}
}

// itemsOf are the rows of a table, by the cells of its sheet, in which something stands: those of fixed meaning as they
// come, others in the order of their names, shorter ones first, so that "2" comes before "10".
func itemsOf(t *layout.Table, cells []Cell) []string {
	var out []string
	seen := map[string]bool{}
	for _, c := range cells {
		isOurs := !seen[c.Item] && t.At(c.ID) >= 0
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
func (b *book) read(lib *criteria.Library, rows map[string]*readRow) (reading *Reading, wrong problem.List) {
	r := newReader(b.name, nil, lib)
	r.laid, r.known = b.grids, rows
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
	row, err := strconv.Atoi(strings.TrimLeft(p.Cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	item, is := b.items[line{p.Sheet, row}]
	if err != nil || !is {
		return Place{}, false
	}
	for _, g := range b.grids {
		if g.table.Sheet != p.Sheet || row < g.head || row >= g.end {
			continue
		}
		for id, column := range g.at {
			if read.Ref(column, row) == p.Cell {
				return Place{p.Sheet, item, id}, true
			}
		}
	}
	return Place{}, false
}
