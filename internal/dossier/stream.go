package dossier

import (
	"math"
	"slices"

	"github.com/xuri/excelize/v2"
	"ntm/internal/paper"
)

// write adds a sheet to the workbook.
func (b *book) write(s *sheet) error {
	if err := b.worksheet(s.name); err != nil {
		return err
	}
	if err := b.setUp(s); err != nil {
		return err
	}
	stream, err := b.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	if err := s.frame(stream); err != nil {
		return err
	}
	for i, r := range s.rows {
		if err := b.row(stream, i+1, r); err != nil {
			return err
		}
	}
	for _, m := range s.merged {
		if err := stream.MergeCell(ref(m.left, m.top), ref(m.right, m.bottom)); err != nil {
			return err
		}
	}
	for _, r := range s.breaks() {
		if err := stream.InsertPageBreak(ref(1, r)); err != nil {
			return err
		}
	}
	for _, j := range s.judged {
		if err := b.file.SetConditionalFormat(s.name, j.String(), b.marks); err != nil {
			return err
		}
	}
	if err := firstError(b.links(s), b.form(s), b.names(s), b.charts(s)); err != nil {
		return err
	}
	if s.hidden { // SetSheetVisible would decode every sheet that is written
		b.file.WorkBook.Sheets.Sheet[b.sheets-1].State = "veryHidden"
	}
	return stream.Flush()
}

// frozenAtMost is how many rows may stay on a screen that is to show others
// too.
const frozenAtMost = 8

// frame sets what comes before the rows: the columns and what stays on the
// screen.
func (s *sheet) frame(stream *excelize.StreamWriter) error {
	for i := range slices.Backward(s.widths) { // excelize writes the last one first
		if err := stream.SetColWidth(i+1, i+1, math.Round(s.widths[i]/paper.ZeroWidth*100)/100); err != nil {
			return err
		}
	}
	if s.headRow == 0 || s.headRow > frozenAtMost {
		return nil
	}
	return stream.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: s.headRow, TopLeftCell: ref(1, s.headRow+1), ActivePane: "bottomLeft",
	})
}

func (b *book) row(stream *excelize.StreamWriter, number int, r row) error {
	b.written, b.values = b.written[:0], b.values[:0]
	for i := range r.cells {
		c := &r.cells[i]
		id, err := b.style(&c.look)
		if err != nil {
			return err
		}
		b.written = append(b.written, excelize.Cell{StyleID: id, Value: c.value, Formula: c.formula})
	}
	for i := range b.written {
		b.values = append(b.values, &b.written[i])
	}
	return stream.SetRow(ref(1, number), b.values, excelize.RowOpts{Height: min(math.Round(r.height*4)/4, excelize.MaxRowHeight)})
}
