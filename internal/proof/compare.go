package proof

import (
	"cmp"
	"maps"
	"slices"

	"ntm/internal/dossier"
	"ntm/internal/list"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
	"ntm/internal/xlsx/read"

	"github.com/xuri/excelize/v2" // names of cells
)

// comparison holds one sheet of a workbook against what it should be.
type comparison struct {
	book     *read.Book
	seal     *dossier.Seal
	sheet    *draw.Sheet
	workbook *read.Sheet         // what it is there
	compared map[string]bool     // the cells with a formula that were
	rows     map[int][]read.Cell // found, by their numbers
	last     int                 // of these numbers
	formulas map[string]string   // found, by cell
	merged   *read.Merged        // found; nil before an opinion asks
	out      *Check
	placed   map[int]int // where in the workbook the rows stand, both counted from 0
	waits    []pair      // whose formula is as it was and computes with what the council fills in

	older   map[string]bool // of a layout that is not today's: the cells that were compared; else nil
	columns map[int]int     // where its columns stand; nil for in their places
}

// fewRows is how many rows in one place may be gone or added and still be told as
// that, rather than each cell below as another.
const fewRows = 40

// rowByRow walks both sheets down together.
func (c *comparison) rowByRow() error {
	for i, k := 0, 0; i < len(c.sheet.Rows) || k < c.last; {
		switch shift := c.shift(i, k); {
		case shift > 0:
			c.rowDiffers(k, "dòng thêm vào: "+c.words(k), "không có dòng này")
			k++
		case shift < 0:
			c.rowDiffers(k, "thiếu một dòng", c.expectedWords(i))
			if c.older != nil {
				c.unplaced(i)
			}
			i++
		default:
			c.placed[i] = k
			c.row(i, k)
			i, k = i+1, k+1
		}
	}
	if c.older == nil {
		c.formulasBeside()
	}
	return c.follow()
}

// formulasBeside tells of the formulas in cells that a dossier has none of, though they come
// to nothing now. Those of rows that were added are told with them.
func (c *comparison) formulasBeside() {
	for _, name := range slices.Sorted(maps.Keys(c.formulas)) {
		column, row, err := excelize.CellNameToCoordinates(name)
		if err == nil && !c.compared[name] && !slices.ContainsFunc(c.out.Differences, func(d Difference) bool {
			return d.Kind == OfRow && d.Sheet == c.sheet.Name && d.Cell == draw.Ref(1, row)
		}) {
			c.tell(OfFormula, column, row-1, "", orNone(c.formulas[name]), orNone(""))
		}
	}
}

// shift tells how many rows were added (above zero) or are gone (below) before the
// two rows are about the same thing again.
func (c *comparison) shift(i, k int) int {
	switch {
	case i >= len(c.sheet.Rows):
		if c.words(k) != "" {
			return 1
		}
		return 0
	case c.isEmpty(i), c.alike(i, k):
		return 0
	case k >= c.last:
		return -1
	}
	for n := 1; n <= fewRows; n++ {
		if k+n < c.last && c.alike(i, k+n) {
			return n
		}
		if i+n < len(c.sheet.Rows) && !c.isEmpty(i+n) && c.alike(i+n, k) {
			return -n
		}
	}
	return 0
}

func (c *comparison) isEmpty(i int) bool { return !slices.ContainsFunc(c.sheet.Rows[i].Cells, isFixed) }

// isFixed tells a cell that says something which nobody but the dossier's maker sets, and
// that follows from no other.
func isFixed(c draw.Cell) bool { return c.Value != nil && c.Pen == nil && !c.Waits && c.Formula == "" }

// alike tells whether two rows say the same but for a cell or two.
func (c *comparison) alike(i, k int) bool {
	if c.older != nil {
		return c.sameThing(i, k)
	}
	differing, said := 0, 0
	for column, want := range c.sheet.Rows[i].Cells {
		if isFixed(want) {
			said++
			if !sameValue(&want, c.at(k, column)) {
				differing++
			}
		}
	}
	return differing <= 1 && differing < said
}

// at is a cell of the workbook, both counted from 0.
func (c *comparison) at(row, column int) read.Cell {
	cells := c.rows[row+1]
	if column < 0 || column >= len(cells) {
		return read.Cell{}
	}
	return cells[column]
}

// words is what a row of the workbook says.
func (c *comparison) words(row int) string {
	return vi.Join(" | ", list.Map(c.rows[row+1], func(cell read.Cell) string { return cell.Text })...)
}

func (c *comparison) expectedWords(row int) string {
	cells := c.sheet.Rows[row].Cells
	return vi.Join(" | ", list.Map(cells, func(cell draw.Cell) string { return shownValue(cell.Value) })...)
}

// row holds the cells of two rows against each other.
func (c *comparison) row(i, k int) {
	var cells []draw.Cell
	if i < len(c.sheet.Rows) {
		cells = c.sheet.Rows[i].Cells
	}
	if c.older != nil {
		if !c.alike(i, k) && !c.between(i, k) {
			c.unplaced(i)
			return
		}
		if i+1 == c.sheet.Head.Row && c.alike(i, k) {
			c.columns = c.heads(i, k)
		}
		columns := c.columns
		if columns == nil {
			columns = c.beside(i, k)
		}
		for column := range cells {
			c.pair(&cells[column], column, i, columns[column], k).value()
		}
		return
	}
	for column := range max(len(cells), len(c.rows[k+1])) {
		want := new(draw.Cell)
		if column < len(cells) {
			want = &cells[column]
		}
		c.pair(want, column, i, column, k).cell()
	}
}

// rowDiffers notes that a row was added or is gone, unless another layout is why.
func (c *comparison) rowDiffers(k int, found, expected string) {
	if c.older == nil {
		c.tell(OfRow, 1, k, "", found, expected)
	}
}

// tell notes a difference.
func (c *comparison) tell(kind Kind, column, row int, what, found, expected string) *Difference {
	const blank = "ô trống"
	c.out.differs(kind, c.sheet.Name, draw.Ref(column, row+1), what, cmp.Or(found, blank), cmp.Or(expected, blank))
	return &c.out.Differences[len(c.out.Differences)-1]
}
