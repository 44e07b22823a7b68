package document

import (
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// What the tables of one document may hold: an annex of three hundred rows and twelve
// columns has 3,600 positions.
const (
	MaxColumns = 63      // as many as Word allows
	maxCells   = 500_000 // positions of all tables
)

// What is refused for its size.
var (
	ErrColumns = problem.Problem{Message: "bảng có hơn 63 cột",
		Hint: "kiểm tra xem có chọn nhầm tệp không; bảng tiêu chí của một quyết định không có nhiều cột như vậy"}
	ErrCells = problem.Problem{Message: "tệp có quá nhiều ô bảng: hơn 500.000",
		Hint: "kiểm tra xem có chọn nhầm tệp không; nếu không, chỉ giữ lại phụ lục rồi thử lại"}
)

// Table is a grid of cells.
type Table struct {
	Number  int // from 1, in the order in which the tables begin
	Rows    int
	Columns int     // of the widest row
	IsFlat  bool    // it is of a file that keeps no merged cells
	Cells   []*Cell // from the top left

	grid   [][]*Cell
	budget *Budget
}

// Cell is one cell, which may cover several rows and columns.
type Cell struct {
	Row, Column   int // of its first position, from 1
	Rows, Columns int // how many it covers
	Text          string
	Notes         []string // the marks of its footnotes, which are not in the text
	Odd           []string // what in it or in its shape is not as it seems
	Changed       []string // what tracked changes made of it, which nobody has accepted
	Tables        []*Table // that stand in it
	Blocks        []Block  // its content in order, where tables stand in it
}

// Budget numbers the tables of one document and bounds all their cells together.
type Budget struct{ tables, cells int }

// Table begins a table without rows.
func (b *Budget) Table() *Table {
	b.tables++
	return &Table{Number: b.tables, budget: b}
}

// AddRow begins the next row.
func (t *Table) AddRow() error {
	t.Rows++
	t.grid = append(t.grid, nil)
	return t.spend(1)
}

// At is the cell that covers a position, counted from 1, or nil where there is none: a
// row may begin later or end earlier than the others.
func (t *Table) At(row, column int) *Cell {
	if row < 1 || row > len(t.grid) || column < 1 || column > len(t.grid[row-1]) {
		return nil
	}
	return t.grid[row-1][column-1]
}

// Put sets a cell that begins in the last row or above it. The rows that it covers and
// that are not there yet are covered as they come, by Extend. A position that another
// cell has stays with that one, and both are marked.
func (t *Table) Put(c *Cell) error {
	c.Rows, c.Columns = max(1, c.Rows), max(1, c.Columns)
	if c.Column+c.Columns-1 > MaxColumns {
		return ErrColumns
	}
	t.Cells = append(t.Cells, c)
	for row := c.Row; row < c.Row+c.Rows && row <= t.Rows; row++ {
		if err := t.cover(c, row); err != nil {
			return err
		}
	}
	return nil
}

// Extend lets a cell cover the last row too.
func (t *Table) Extend(c *Cell) error {
	c.Rows = t.Rows - c.Row + 1
	return t.cover(c, t.Rows)
}

// Widen lets a cell of the last row cover more columns.
func (t *Table) Widen(c *Cell, columns int) error {
	c.Columns += columns
	if c.Column+c.Columns-1 > MaxColumns {
		return ErrColumns
	}
	return t.cover(c, t.Rows)
}

const overlaps = "ô này chồng lên ô khác"

func (t *Table) cover(c *Cell, row int) error {
	last := c.Column + c.Columns - 1
	if err := t.spend(c.Columns); err != nil {
		return err
	}
	for len(t.grid[row-1]) < last {
		t.grid[row-1] = append(t.grid[row-1], nil)
	}
	t.Columns = max(t.Columns, last)
	for column := c.Column; column <= last; column++ {
		switch other := t.grid[row-1][column-1]; other {
		case nil:
			t.grid[row-1][column-1] = c
		case c:
		default:
			c.Mark(overlaps)
			other.Mark(overlaps)
		}
	}
	return nil
}

func (t *Table) spend(cells int) error {
	if t.budget == nil {
		t.budget = &Budget{}
	}
	if t.budget.cells += cells; t.budget.cells > maxCells {
		return ErrCells
	}
	return nil
}

// Fill fills a cell with what was read in it: the texts of its paragraphs, apart by line ends, its tables, and what is
// odd.
func (c *Cell) Fill(blocks []Block, odd []string) {
	var texts []string
	for _, block := range blocks {
		if block.Table != nil {
			c.Tables, c.Blocks = append(c.Tables, block.Table), blocks
			continue
		}
		texts = append(texts, block.Paragraph.Text)
		c.Notes = append(c.Notes, block.Paragraph.Notes...)
	}
	c.Text = vi.Join("\n", texts...)
	c.Odd = list.Once(c.Odd, odd...)
}

// Mark says once what is odd about a cell.
func (c *Cell) Mark(odd string) {
	c.Odd = list.Once(c.Odd, odd)
}
