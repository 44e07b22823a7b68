package draw

import (
	"cmp"
	"math"
	"slices"

	"github.com/xuri/excelize/v2"
)

// write adds a sheet to the workbook.
func (b *book) write(s *Sheet) error {
	s.settle()
	if err := b.worksheet(s.Name); err != nil {
		return err
	}
	if err := cmp.Or(b.setUp(s), b.fields(s), b.lock(s)); err != nil {
		return err
	}
	s.hideChoices()
	stream, err := b.file.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	if err := s.frame(stream); err != nil {
		return err
	}
	for i := range s.Rows {
		if err := b.row(stream, i+1, &s.Rows[i]); err != nil {
			return err
		}
	}
	for _, m := range s.Merged {
		if err := stream.MergeCell(Ref(m.Left, m.Top), Ref(m.Right, m.Bottom)); err != nil {
			return err
		}
	}
	for _, at := range s.pageBreaks() {
		if err := stream.InsertPageBreak(at); err != nil {
			return err
		}
	}
	for _, j := range s.Judged {
		if err := b.file.SetConditionalFormat(s.Name, j.String(), b.marks); err != nil {
			return err
		}
	}
	if err := cmp.Or(b.links(s), b.names(s), b.charts(s), b.pictures(s)); err != nil {
		return err
	}
	if s.Hidden { // SetSheetVisible would decode every sheet that is written
		b.file.WorkBook.Sheets.Sheet[b.sheets-1].State = "veryHidden"
	}
	return stream.Flush()
}

// frozenAtMost is how many rows may stay on a screen that is to show others
// too.
const frozenAtMost = 8

// frame sets what comes before the rows: the columns and what stays on the
// screen.
func (s *Sheet) frame(stream *excelize.StreamWriter) error {
	for i, width := range slices.Backward(s.Widths) { // excelize writes the last one first
		set := stream.SetColWidth(i+1, i+1, max(1, math.Round(width/ZeroWidth*100)/100))
		if width == 0 {
			set = stream.SetColVisible(i+1, i+1, false)
		}
		if set != nil {
			return set
		}
	}
	frozen := s.Frozen
	if frozen == "" && s.Head.Row > 0 && s.Head.Row <= frozenAtMost {
		frozen = Ref(1, s.Head.Row+1)
	}
	if frozen == "" {
		return nil
	}
	column, row, err := excelize.CellNameToCoordinates(frozen)
	if err != nil {
		return err
	}
	pane := "bottomRight"
	if column == 1 {
		pane = "bottomLeft"
	}
	return stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: column - 1, YSplit: row - 1, TopLeftCell: frozen,
		ActivePane: pane})
}

func (b *book) row(stream *excelize.StreamWriter, number int, r *Row) error {
	b.written, b.values = b.written[:0], b.values[:0]
	for i := range r.Cells {
		c := &r.Cells[i]
		id, err := b.style(&c.Look)
		if err != nil {
			return err
		}
		b.written = append(b.written, excelize.Cell{StyleID: id, Value: c.Value, Formula: c.Formula})
	}
	for i := range b.written {
		b.values = append(b.values, &b.written[i])
	}
	height := min(math.Round(r.Height*4)/4, excelize.MaxRowHeight)
	return stream.SetRow(Ref(1, number), b.values, excelize.RowOpts{Height: height, Hidden: r.Hidden})
}
