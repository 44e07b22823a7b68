package form

import (
	"slices"
	"strings"

	"ntm/internal/form/layout"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

// scan is a sheet of a workbook, looked through once for what its tables are
// found by.
type scan struct {
	*read.Table
	name  string
	width int        // columns with something in them
	ids   []int      // the rows that hold ids
	words [][]string // of each of Rows, folded: short texts, which may be heads
}

// longestHead is longer than any head, in bytes.
const longestHead = 80

func newScan(name string, t *read.Table) scan {
	p := scan{Table: t, name: name, words: make([][]string, len(t.Rows))}
	for i, r := range t.Rows {
		p.width = max(p.width, len(r.Cells))
		p.words[i] = make([]string, len(r.Cells))
		for j, c := range r.Cells {
			if c.Kind == read.Text && len(c.Text) <= longestHead {
				p.words[i][j] = vi.Fold(c.Text)
			}
			if strings.HasPrefix(c.Text, "ntm:") && (len(p.ids) == 0 || p.ids[len(p.ids)-1] != r.Number) {
				p.ids = append(p.ids, r.Number)
			}
		}
	}
	return p
}

// rows is the number of the last row with something in it.
func (p scan) rows() int {
	if len(p.Rows) == 0 {
		return 0
	}
	return p.Rows[len(p.Rows)-1].Number
}

// line is the row of a number, where something is in it.
func (p scan) line(number int) (line read.Row, is bool) {
	i, is := slices.BinarySearchFunc(p.Rows, number, func(r read.Row, n int) int { return r.Number - n })
	if !is {
		return read.Row{}, false
	}
	return p.Rows[i], true
}

// idRow is the row from one on that holds most of the table's ids, and how many.
func (p scan) idRow(t *layout.Table, from int) (best, most int) {
	for _, row := range p.ids {
		if found := p.idsIn(t, row); row >= from && found > most {
			best, most = row, found
		}
	}
	return best, most
}

// heads are the ids of a table's columns by their visible heads, folded.
func heads(t *layout.Table) map[string]string {
	out := map[string]string{}
	for _, c := range t.Columns {
		if c.Title != "" {
			out[vi.Fold(c.Title)] = c.ID
		}
	}
	return out
}

// headRow is the row below another that holds a table's visible heads, or 0.
func (p scan) headRow(heads map[string]string, below int) int {
	last := 0
	for i, r := range p.Rows {
		if r.Number <= below {
			continue
		}
		found := 0
		for _, word := range p.words[i] {
			if _, known := heads[word]; known && word != "" {
				found++
			}
		}
		if found < max(1, (len(heads)+1)/2) {
			continue
		}
		if len(heads) > 1 {
			return r.Number
		}
		last = r.Number // a lone head may say the same as the sheet's own title above it
	}
	return last
}
