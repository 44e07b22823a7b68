package lawbook

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
	"ntm/internal/sortedzip"
)

// book is the workbook under way.
type book struct {
	file   *excelize.File
	looks  map[look]int
	sheets int
}

func newBook(subject string, at time.Time) (*book, error) {
	b := &book{file: excelize.NewFile(), looks: map[look]int{}}
	b.file.SetZipWriter(sortedzip.New)
	if err := b.file.SetDefaultFont(font); err != nil {
		return nil, err
	}
	if err := b.file.SetAppProps(&excelize.AppProperties{Application: "ntm"}); err != nil {
		return nil, err
	}
	day := at.UTC().Format(time.RFC3339)
	return b, b.file.SetDocProps(&excelize.DocProperties{Title: subject, Creator: "ntm", LastModifiedBy: "ntm", Created: day, Modified: day, Language: "vi-VN"})
}

// cell is a text with its look.
type cell struct {
	text string
	look look
}

// row is a row of a sheet; hidden rows are for the program.
type row struct {
	cells  []cell
	height float64 // in points; 0: what its texts need
	hidden bool
}

// sheet is one worksheet as its rows are laid down.
type sheet struct {
	name      string
	widths    []float64 // in characters; 0 for a hidden column
	rows      []row
	merged    []string // areas
	lists     []list
	portrait  bool
	frozen    string // the first cell that scrolls
	filtered  string // the area with filter buttons
	header    int    // the row of heads, which every printed page repeats
	naming    [2]int // the columns, counted from 1, that every page across repeats
	pageBreak string // where the second page across begins
	footer    string
}

// list is a drop-down over an area.
type list struct {
	area, source string   // source: an area of words, or
	words        []string // the words themselves
	hint         string   // what a person is told who chose the cell
	strict       bool     // nothing but the words may be written
}

func (s *sheet) add(cells ...cell) int {
	s.rows = append(s.rows, row{cells: cells})
	return len(s.rows)
}

// hide lays down a row for the program.
func (s *sheet) hide(texts ...string) {
	cells := make([]cell, len(texts))
	for i, t := range texts {
		cells[i] = cell{t, look{size: 8}}
	}
	s.rows = append(s.rows, row{cells: cells, hidden: true})
}

// write adds the sheet to the workbook.
func (b *book) write(s *sheet) error {
	if err := b.prepare(s); err != nil {
		return err
	}
	stream, err := b.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	if err := s.frame(stream); err != nil {
		return err
	}
	for i := range s.rows {
		if err := b.row(stream, s, i); err != nil {
			return err
		}
	}
	for _, area := range s.merged {
		from, to, _ := strings.Cut(area, ":")
		if err := stream.MergeCell(from, to); err != nil {
			return err
		}
	}
	if s.pageBreak != "" {
		if err := stream.InsertPageBreak(s.pageBreak); err != nil {
			return err
		}
	}
	return stream.Flush()
}

func (s *sheet) frame(stream *excelize.StreamWriter) error {
	for i, width := range slices.Backward(s.widths) { // excelize writes the last one first
		set := stream.SetColWidth(i+1, i+1, max(width, 1))
		if width == 0 {
			set = stream.SetColVisible(i+1, i+1, false)
		}
		if set != nil {
			return set
		}
	}
	if s.frozen == "" {
		return nil
	}
	column, line, err := excelize.CellNameToCoordinates(s.frozen)
	if err != nil {
		return err
	}
	pane := "bottomRight"
	if column == 1 {
		pane = "bottomLeft"
	}
	return stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: column - 1, YSplit: line - 1, TopLeftCell: s.frozen, ActivePane: pane})
}

func (b *book) row(stream *excelize.StreamWriter, s *sheet, i int) error {
	r := s.rows[i]
	values := make([]any, len(r.cells))
	for j, c := range r.cells {
		id, err := b.style(c.look)
		if err != nil {
			return err
		}
		out := excelize.Cell{StyleID: id}
		if c.text != "" {
			out.Value = c.text
		}
		values[j] = out
	}
	height := r.height
	if height == 0 {
		height = s.fit(r)
	}
	return stream.SetRow(ref(1, i+1), values, excelize.RowOpts{Height: height, Hidden: r.hidden})
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

// ref names a cell: ref(2, 3) is "B3". Sheets here never leave the grid, for
// which excelize keeps its error.
func ref(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column, row)
	return name
}

// area names a block of cells.
func area(left, top, right, bottom int) string {
	return fmt.Sprintf("%s:%s", ref(left, top), ref(right, bottom))
}
