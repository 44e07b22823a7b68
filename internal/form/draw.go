package form

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"ntm/internal/paper"
	"ntm/internal/sortedzip"
)

// cell is a value with its look.
type cell struct {
	value   any    // a string, a number, or nil for a blank
	formula string // whose result value is; "" for none
	look    look
	span    int // columns; 0 for one
}

// line is a row of a page.
type line struct {
	cells  []cell  // one a column: those that a wide cell covers are blank
	height float64 // in points; 0 for what the program that shows it finds
	hidden bool
	bound  bool // stays on one printed page with the row below
}

// page is one worksheet as its rows are laid down. It is streamed when it is
// complete, for a stream wants the columns before the first row.
type page struct {
	name     string
	widths   []float64 // of the columns, in characters; 0 for a hidden one
	lines    []line
	merged   []string
	rules    []rule
	marked   []string   // areas that hold states
	lists    [][]string // words of drop-downs, in hidden columns behind the others
	portrait bool
	single   bool   // all on one sheet of paper
	frozen   string // the first cell that scrolls; "" when all do
	filtered string // the area with filter buttons
	head     int    // the row that every sheet of paper repeats; 0 for none
}

// add lays down a row and gives its number.
func (p *page) add(cells ...cell) int {
	l := line{height: p.fit(cells)}
	for _, c := range cells {
		first := len(l.cells) + 1
		l.cells = append(l.cells, c)
		for range c.span - 1 {
			l.cells = append(l.cells, cell{look: c.look})
		}
		if c.span > 1 {
			p.merged = append(p.merged, area(first, len(p.lines)+1, first+c.span-1, len(p.lines)+1))
		}
	}
	p.lines = append(p.lines, l)
	return len(p.lines)
}

// open lays down a row for filling in, which grows with what is written.
func (p *page) open(cells ...cell) int {
	n := p.add(cells...)
	p.lines[n-1].height = 0
	return n
}

// hide lays down a row for the program.
func (p *page) hide(texts ...string) {
	cells := make([]cell, len(texts))
	for i, t := range texts {
		cells[i] = text(t, look{size: 8})
	}
	p.lines[p.add(cells...)-1].hidden = true
}

// last is the number of the last row.
func (p *page) last() int { return len(p.lines) }

// list keeps the words of a drop-down in a hidden column and gives its area.
func (p *page) list(options []option) string {
	var names []string
	for _, o := range options {
		names = append(names, o.word)
	}
	p.lists = append(p.lists, names)
	column := len(p.widths) + len(p.lists)
	from, _ := excelize.CoordinatesToCellName(column, 1, true)
	to, _ := excelize.CoordinatesToCellName(column, len(names), true)
	return from + ":" + to
}

// settle writes the words of the drop-downs into their hidden columns.
func (p *page) settle() {
	shown := len(p.widths)
	for k, names := range p.lists {
		p.widths = append(p.widths, 0)
		for i, name := range names {
			for len(p.lines) <= i {
				p.lines = append(p.lines, line{})
			}
			for len(p.lines[i].cells) <= shown+k {
				p.lines[i].cells = append(p.lines[i].cells, cell{})
			}
			p.lines[i].cells[shown+k] = text(name, look{size: 8})
		}
	}
}

// fit is the height a row needs.
func (p *page) fit(cells []cell) float64 {
	height, column := 17.0, 0
	for _, c := range cells {
		width := 0.0
		for range max(c.span, 1) {
			if column < len(p.widths) {
				width += p.widths[column]
			}
			column++
		}
		if s, ok := c.value.(string); ok && width > 0 && !c.look.flat {
			height = max(height, paper.Type{Points: c.look.size, Bold: c.look.bold}.Height(s, width*paper.ZeroWidth))
		}
	}
	return min(height, excelize.MaxRowHeight)
}

// book is the workbook under way.
type book struct {
	file   *excelize.File
	looks  map[look]int
	states []excelize.ConditionalFormatOptions
	footer string
	sheets int
}

func newBook(subject string, at time.Time) (*book, error) {
	b := &book{file: excelize.NewFile(), looks: map[look]int{}, footer: subject}
	b.file.SetZipWriter(sortedzip.New)
	if err := b.file.SetDefaultFont(font); err != nil {
		return nil, err
	}
	if err := b.file.SetAppProps(&excelize.AppProperties{Application: "ntm"}); err != nil {
		return nil, err
	}
	day := at.UTC().Format(time.RFC3339)
	if err := b.file.SetDocProps(&excelize.DocProperties{Title: subject, Creator: "ntm", LastModifiedBy: "ntm", Created: day, Modified: day, Language: "vi-VN"}); err != nil {
		return nil, err
	}
	var err error
	b.states, err = stateMarks(b.file)
	return b, err
}

// write adds the page to the workbook.
func (b *book) write(p *page) error {
	if err := b.setUp(p); err != nil {
		return err
	}
	p.settle()
	stream, err := b.file.NewStreamWriter(p.name)
	if err != nil {
		return err
	}
	if err := p.frame(stream); err != nil {
		return err
	}
	for i := range p.lines {
		if err := b.line(stream, i+1, &p.lines[i]); err != nil {
			return err
		}
	}
	for _, m := range p.merged {
		from, to, _ := strings.Cut(m, ":")
		if err := stream.MergeCell(from, to); err != nil {
			return err
		}
	}
	for _, n := range p.breaks() {
		if err := stream.InsertPageBreak(ref(1, n)); err != nil {
			return err
		}
	}
	return stream.Flush()
}

// frame sets what comes before the rows: the columns and what stays on the
// screen.
func (p *page) frame(stream *excelize.StreamWriter) error {
	for i, width := range slices.Backward(p.widths) { // excelize writes the last one first
		set := stream.SetColWidth(i+1, i+1, max(width, 1))
		if width == 0 {
			set = stream.SetColVisible(i+1, i+1, false)
		}
		if set != nil {
			return set
		}
	}
	if p.frozen == "" {
		return nil
	}
	column, row, err := excelize.CellNameToCoordinates(p.frozen)
	if err != nil {
		return err
	}
	pane := "bottomRight"
	if column == 1 {
		pane = "bottomLeft"
	}
	return stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: column - 1, YSplit: row - 1, TopLeftCell: p.frozen, ActivePane: pane})
}

func (b *book) line(stream *excelize.StreamWriter, number int, l *line) error {
	values := make([]any, len(l.cells))
	for i, c := range l.cells {
		id, err := b.style(c.look)
		if err != nil {
			return err
		}
		values[i] = excelize.Cell{StyleID: id, Value: c.value, Formula: c.formula}
	}
	return stream.SetRow(ref(1, number), values, excelize.RowOpts{Height: l.height, Hidden: l.hidden})
}

func (b *book) style(l look) (int, error) {
	if id, known := b.looks[l]; known {
		return id, nil
	}
	id, err := b.file.NewStyle(l.style())
	b.looks[l] = id
	return id, err
}

// save writes the workbook, open at its first sheet.
func (b *book) save(w io.Writer) error {
	err := b.file.Write(w)
	if closed := b.file.Close(); err == nil {
		err = closed
	}
	return err
}

// text is a cell of text. Whatever it begins with, it is never a formula.
func text(s string, l look) cell {
	s = strings.Map(func(r rune) rune { // drops what XML cannot carry
		if r < ' ' && r != '\n' || r == utf8.RuneError || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s)
	if s == "" {
		return cell{look: l}
	}
	return cell{value: s, look: l}
}

// over is the cell spread over so many columns.
func (c cell) over(columns int) cell {
	c.span = columns
	return c
}

// ref names a cell: ref(2, 3) is "B3". Pages here never leave the grid, for
// which excelize keeps its error.
func ref(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column, row)
	return name
}

// area names a block of cells.
func area(left, top, right, bottom int) string {
	return ref(left, top) + ":" + ref(right, bottom)
}

// fixed names a block of another sheet's cells in a formula.
func fixed(sheet string, left, top, right, bottom int) string {
	from, _ := excelize.CoordinatesToCellName(left, top, true)
	to, _ := excelize.CoordinatesToCellName(right, bottom, true)
	return fmt.Sprintf("'%s'!%s:%s", sheet, from, to)
}
