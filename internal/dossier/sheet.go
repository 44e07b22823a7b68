package dossier

import (
	"github.com/xuri/excelize/v2"
)

// sheet is one worksheet as its rows are laid down. It is streamed when it is
// complete, for a stream wants the columns and the frozen rows before the first
// row.
type sheet struct {
	name    string
	page    page
	widths  []float64 // of the columns, in points
	rows    []row
	merged  []area
	judged  []area  // cells that hold verdicts
	headRow int     // stands at the top of every further page; 0 for none
	fields  []field // whose entries are checked
	locked  bool    // but for the cells that are open
	hidden  bool    // from all but programs
	named   []named
	drawn   []chart
}

// named is a cell that a reader's own formulas may refer to by name.
type named struct{ name, cell string }

type row struct {
	cells  []cell
	height float64 // in points
	bound  bool    // stays on one page with the row below
}

// area is a block of cells, its ends included, counted from 1.
type area struct{ left, top, right, bottom int }

func (a area) String() string { return ref(a.left, a.top) + ":" + ref(a.right, a.bottom) }

// ref names a cell: ref(2, 3) is "B3". Sheets here never leave the grid, for
// which excelize keeps its error.
func ref(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column, row)
	return name
}

// newSheet is a sheet whose columns share the width of the page in the given
// proportions, so that it prints at full size.
func newSheet(name string, p page, proportions ...float64) *sheet {
	s := &sheet{name: name, page: p, widths: make([]float64, len(proportions))}
	sum := 0.0
	for _, share := range proportions {
		sum += share
	}
	for i, share := range proportions {
		s.widths[i] = p.width() * share / sum
	}
	return s
}

// columns is how many columns the sheet has.
func (s *sheet) columns() int { return len(s.widths) }

// add lays down a row and gives its number. A cell that spans several columns
// takes their places.
func (s *sheet) add(cells ...cell) int {
	number := len(s.rows) + 1
	r := row{height: s.fit(cells), cells: make([]cell, 0, len(s.widths))}
	for _, c := range cells {
		first := len(r.cells) + 1
		r.cells = append(r.cells, c)
		for range c.span - 1 {
			r.cells = append(r.cells, blank(c.look))
		}
		if c.span > 1 {
			s.merged = append(s.merged, area{first, number, first + c.span - 1, number})
		}
	}
	s.rows = append(s.rows, r)
	return number
}

// addTall lays down a row of a given height.
func (s *sheet) addTall(height float64, cells ...cell) {
	s.rows[s.add(cells...)-1].height = height
}

// line lays down a text over all columns.
func (s *sheet) line(words string, l look) int {
	return s.add(text(words, l).over(s.columns()))
}

// gap leaves so many points empty.
func (s *sheet) gap(points float64) { s.rows = append(s.rows, row{height: points}) }

// bind keeps the rows from first to the last one on a page together.
func (s *sheet) bind(first int) {
	for i := first; i < len(s.rows); i++ {
		s.rows[i-1].bound = true
	}
}

// heading lays down a text over all columns that stays with what follows.
func (s *sheet) heading(words string, l look) {
	s.rows[s.line(words, l)-1].bound = true
}

// head lays down a table's column heads, which stay with its first row, and
// gives their row's number.
func (s *sheet) head(cells ...cell) int {
	number := s.add(cells...)
	s.rows[number-1].bound = true
	return number
}

// heads are column heads of one column each.
func heads(titles ...string) []cell {
	cells := make([]cell, len(titles))
	for i, t := range titles {
		cells[i] = text(t, colHead)
	}
	return cells
}

// deepen has a deep cell reach down to a row, which grows if the cell still
// lacks room.
func (s *sheet) deepen(column, first, last int) {
	s.merged = append(s.merged, area{column, first, column, last})
	need := s.rows[first-1].cells[column-1].height(s.widths[column-1])
	for _, r := range s.rows[first-1 : last] {
		need -= r.height
	}
	s.rows[last-1].height += max(0, need)
}

// reckon has a cell that is laid down follow a formula.
func (s *sheet) reckon(column, row int, formula string) {
	s.rows[row-1].cells[column-1].formula = formula
}

// judge marks the cells of a column between two rows as verdicts.
func (s *sheet) judge(column, first, last int) {
	s.judged = append(s.judged, area{column, first, column, last})
}
