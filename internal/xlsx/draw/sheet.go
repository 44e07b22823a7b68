package draw

import (
	"fmt"

	"ntm/internal/list"

	"github.com/xuri/excelize/v2"
)

// Sheet is one worksheet as its rows are laid down. It is streamed when it is
// complete, for a stream wants the columns and the frozen rows before the first
// row.
type Sheet struct {
	Name   string
	Page   Page
	Widths []float64 // of the columns, in points; 0 for a hidden one
	Least  float64   // height of a row, in points
	Size   float64   // of letters in cells whose look names none, in points; 0 for TableSize
	Rows   []Row
	Merged []Area
	Judged []Area // cells whose words may be marked

	Head   Heads  // are repeated on every page
	Frozen string // the first cell that scrolls; "" for the one under the heads
	Filter string // the area with filter buttons, "" for none
	Texts  string // the area where numbers are kept as texts, of which Excel need not warn

	Fields []Field // whose entries are checked
	Locked *Lock   // nil: everything can be changed
	Hidden bool    // from all but programs
	Lines  bool    // those of the grid are shown
	Named  []Named
	Charts []Chart
	Absent []Chart // that found no room, or would only say again what a table says
	Shown  []Picture

	Fitted bool // columns take their widths from what they hold, the sheet keeps its own

	settled bool
	kept    []kept     // rows that Keep was asked to keep together
	choices [][]string // words of drop-downs, in hidden columns behind the others
}

// Heads are the rows that hold the heads of columns, and the columns that hold
// those of rows; 0 for none.
type Heads struct {
	First, Row        int // First 0: Row alone
	Column, Rightmost int
}

// Named is a cell that a reader's own formulas may refer to by name.
type Named struct {
	Name        string
	Column, Row int
}

// Row is a row of a sheet.
type Row struct {
	Cells  []Cell  // one a column: those that a wide cell covers are blank
	Height float64 // in points; 0 for what the program that shows it finds
	Bound  bool    // stays on one page with the row below
	Hidden bool

	fitted float64 // the height it was given for its words; another one was asked for
	head   bool    // of columns
}

// Area is a block of cells, its ends included, counted from 1.
type Area struct{ Left, Top, Right, Bottom int }

func (a Area) String() string { return Cells(a.Left, a.Top, a.Right, a.Bottom) }

// Cells names a block of cells: Cells(2, 3, 4, 9) is "B3:D9".
func Cells(left, top, right, bottom int) string { return Ref(left, top) + ":" + Ref(right, bottom) }

// Span names cells of the sheet in another sheet's formulas: 'Số liệu'!$B$3:$B$9.
func (s *Sheet) Span(left, top, right, bottom int) string {
	return fmt.Sprintf("'%s'!%s:%s", s.Name, Absolute(left, top), Absolute(right, bottom))
}

// Of names cells of the sheet for a chart, one of them by itself: 'Số liệu'!$B$3.
func (s *Sheet) Of(left, top, right, bottom int) string {
	if left == right && top == bottom {
		return fmt.Sprintf("'%s'!%s", s.Name, Absolute(left, top))
	}
	return s.Span(left, top, right, bottom)
}

// Absolute names a cell so that a formula keeps it wherever it is moved to: $B$3.
func Absolute(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column, row, true)
	return name
}

// Ref names a cell: Ref(2, 3) is "B3". Sheets here never leave the grid, for
// which excelize keeps its error.
func Ref(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column, row)
	return name
}

// NewSheet is a sheet whose columns share the width of the page in the given
// proportions, so that it prints at full size.
func NewSheet(name string, p Page, proportions ...float64) *Sheet {
	width, whole := p.width(), list.Sum(proportions)
	widths := list.Map(proportions, func(share float64) float64 { return width * share / whole })
	return &Sheet{Name: name, Page: p, Widths: widths}
}

// Characters are widths of columns in points, from those in characters as Excel
// counts them.
func Characters(widths ...float64) []float64 {
	return list.Map(widths, func(w float64) float64 { return w * ZeroWidth })
}

// Columns is how many columns the sheet has.
func (s *Sheet) Columns() int { return len(s.Widths) }

// Last is the number of the last row laid down.
func (s *Sheet) Last() int { return len(s.Rows) }
