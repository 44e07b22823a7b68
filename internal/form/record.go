package form

import (
	"ntm/criteria"
	"ntm/internal/form/layout"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"

	"github.com/shopspring/decimal"
)

// isOnly tells a line that the form prints above another table.
func (rec record) isOnly(first string, printed func(string) bool) bool {
	if !printed(vi.NFC(rec.cell(first).Text)) {
		return false
	}
	for id := range rec.g.at {
		if id != first && !rec.cell(id).blank() {
			return false
		}
	}
	return true
}

// says tells whether a person wrote something in the row: in the list of evidence more than
// the number in front, in that of capital more than what it is of.
func (rec record) says() bool {
	t := rec.g.table
	for _, c := range t.Columns {
		switch {
		case c.Kind == layout.Printed,
			t == &layout.EvidenceTable && c.ID == "ntm:code",
			t == &layout.CapitalTable && (c.ID == "ntm:source" || c.ID == "ntm:kind" || c.ID == "ntm:quantity_unit"):
		case !rec.cell(c.ID).blank():
			return true
		}
	}
	return false
}

// figureOf finds the figure of a row and what it says of it.
func (g *grid) figureOf(row record, rec *Record) bool {
	r := g.r
	if g.empty(row.row) {
		return false
	}
	before := len(r.problems)
	entry := r.entry(row)
	if entry == nil {
		if len(r.problems) == before {
			r.fail(row.cell("ntm:value"), hintParts,
				"dòng này có kết quả nhưng không rõ là số liệu nào")
		}
		return false
	}
	rec.Key = entry.ID
	problems, notes, known := r.problems, r.notes, r.report.Figures
	r.report.Figures = nil
	r.figureRow(row)
	if len(r.report.Figures) == 1 {
		rec.Figure = &r.report.Figures[0]
	}
	r.problems, r.notes, r.report.Figures = problems, notes, known
	return true
}

// written is what a cell holds, as another cell holds it that has no format of its own; false
// for nothing, or where it cannot be read.
func (d *cellReader) written(c given, options []layout.Option) (Written, bool) {
	if !d.holds(c) {
		return Written{}, false
	}
	w := Written{At: c.at, Value: vi.NFC(c.Text)}
	switch c.Kind {
	case read.Bool:
		if options == nil {
			options = layout.MetOr
		}
		w.Value = layout.Either(options, isTrue(c.Text))
	case read.Number:
		n, err := typed.CellNumber(c.Text)
		t, isDay := read.Day(c.Text, d.use1904)
		switch {
		case c.Shown == read.Date && isDay:
			w.Value = vi.Date(t)
		case err != nil:
		case c.Shown == read.Otherwise:
			d.fail(c, "chọn định dạng General rồi xem và gõ lại số",
				"ô này có định dạng riêng nên số nhìn thấy có thể khác số đang giữ (%s)", c.Text)
			return Written{}, false
		case c.Shown == read.Percent:
			w.Value = vi.Number(criteria.Trimmed(n.Shift(2))) + " %"
		default:
			w.Value = layout.Held(criteria.Trimmed(n))
		}
	}
	w.Said = said(w.Value)
	return w, true
}

// said is a value as people read it.
func said(value any) string {
	if n, is := value.(float64); is {
		return vi.Number(decimal.NewFromFloat(n))
	}
	s, _ := value.(string)
	return s
}
