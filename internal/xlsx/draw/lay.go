package draw

import (
	"cmp"

	"ntm/internal/list"
)

// Add lays down a row and gives its number. A cell that spans several columns
// takes their places.
func (s *Sheet) Add(cells ...Cell) int {
	number := len(s.Rows) + 1
	for i := range cells {
		cells[i].Look.Size = cmp.Or(cells[i].Look.Size, s.Size)
	}
	r := Row{fitted: max(s.Least, 1), Cells: make([]Cell, 0, len(s.Widths))}
	for _, c := range cells {
		first := len(r.Cells) + 1
		r.Cells = append(r.Cells, c)
		for range c.columns() - 1 {
			r.Cells = append(r.Cells, Blank(c.Look))
		}
		if c.columns() > 1 {
			s.Merged = append(s.Merged, Area{first, number, first + c.columns() - 1, number})
		}
	}
	if !s.Fitted { // else its rows find their heights when its columns have their widths
		r.fitted = s.Least
		for c, width := range s.wrapping(r.Cells) {
			r.fitted = max(r.fitted, c.Height(width))
		}
	}
	r.Height = r.fitted
	s.Rows = append(s.Rows, r)
	return number
}

// AddTall lays down a row of a given height.
func (s *Sheet) AddTall(height float64, cells ...Cell) int {
	number := s.Add(cells...)
	s.Rows[number-1].Height = height
	return number
}

// AddOpen lays down a row for filling in, which grows with what is written.
func (s *Sheet) AddOpen(cells ...Cell) int { return s.AddTall(0, cells...) }

// Hide lays down a row for programs.
func (s *Sheet) Hide(words ...string) int {
	cells := list.Map(words, Unseen)
	number := s.Add(cells...)
	s.Rows[number-1].Hidden = true
	return number
}

// Line lays down a text over all columns.
func (s *Sheet) Line(words string, l Look) int {
	return s.Add(Text(words, l).Over(s.Columns()))
}

// Gap adds an empty row of n points.
func (s *Sheet) Gap(n float64) { s.Rows = append(s.Rows, Row{Height: n}) }

// Bind keeps the rows from first to the last one on a page together.
func (s *Sheet) Bind(first int) {
	for i := first; i < len(s.Rows); i++ {
		s.Rows[i-1].Bound = true
	}
}

// Heading lays down a text over all columns that stays with what follows.
func (s *Sheet) Heading(words string, l Look) {
	s.Rows[s.Line(words, l)-1].Bound = true
}

// AddHead lays down a table's column heads, which stay with its first row, and
// gives their row's number.
func (s *Sheet) AddHead(cells ...Cell) int {
	number := s.Add(cells...)
	s.Rows[number-1].Bound, s.Rows[number-1].head = true, true
	return number
}

// Compute has a cell that is laid down follow a formula.
func (s *Sheet) Compute(column, row int, formula string) {
	s.Rows[row-1].Cells[column-1].Formula = formula
}

// Judge has the words in the cells of a column between two rows marked.
func (s *Sheet) Judge(column, first, last int) {
	s.Judged = append(s.Judged, Area{column, first, column, last})
}

// Take has cells of the sheet take what a rule allows.
func (s *Sheet) Take(r *Rule, cells ...string) {
	for _, at := range cells {
		s.Fields = append(s.Fields, Field{At: at, Rule: r})
	}
}
