package blank

import (
	"fmt"
	"io"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// Write writes the blank form of a plan. What lasts from an earlier report is
// carried over, its figures marked with their year; previous is nil when there
// is none. The same plan, report and time give the same bytes.
func Write(w io.Writer, plan *layout.Plan, previous *commune.Report, at time.Time) error {
	d := newDrawing(plan, previous)
	return write(w, subject(plan), at, d.pages()...)
}

func newDrawing(plan *layout.Plan, previous *commune.Report) *drawing {
	return &drawing{plan: plan, carried: carry(previous, plan), others: map[string]string{}, groups: plan.Ordered()}
}

// pages are the sheets that the plan asks for.
func (d *drawing) pages() []*page {
	// The guide counts what stands on the other sheets.
	var pages []*page
	for _, s := range []struct {
		sheet string
		draw  func() *page
	}{
		{layout.PlaceSheet, d.place}, {layout.FigureSheet, d.figures}, {layout.EvidenceSheet, d.evidence},
		{layout.CapitalSheet, d.capital}, {layout.ArrearsSheet, d.arrears}, {layout.PollSheet, d.poll},
		{layout.SecuritySheet, d.security}, {layout.TitleSheet, d.titles}, {layout.RemarkSheet, d.remarks},
		{layout.SmartSheet, d.smart}, {layout.FieldSheet, d.fields},
	} {
		ofModel := s.sheet == layout.SmartSheet || s.sheet == layout.FieldSheet
		if d.plan.Has(s.sheet) && (!ofModel || d.plan.Asks(criteria.KieuMau)) {
			pages = append(pages, s.draw())
		}
	}
	pages = append([]*page{d.guide()}, pages...)
	if d.plan.Department == nil {
		pages = append(pages, d.brief())
	}
	return pages
}

// subject names the form: whose it is, and of which year.
func subject(p *layout.Plan) string {
	if p.Department != nil {
		whole := *p
		whole.Department = nil
		return p.Department.Name + " - " + subject(&whole)
	}
	if p.Place == nil {
		return fmt.Sprintf("Biểu mẫu số liệu năm %d", p.Year)
	}
	return fmt.Sprintf("Xã %s, %s - năm %d", p.Place.Name, p.Place.Province, p.Year)
}

// drawing is a form under way. Its pages remember where things stand that
// others count.
type drawing struct {
	plan     *layout.Plan
	carried  *carried
	groups   []layout.Group    // of the plan, in the order of their numbers
	states   []states          // of each group's figures
	yearCell string            // the answer that holds the form's year
	answered map[string]string // by its key, where an answer about the commune stands
	owed     []owing           // what is to be filled in, in the order of the rows
	meterAt  int               // the row of the guide that sums up
	// How much is asked for, and given, as the form begins.
	asked, given int
	others       map[string]string // by section, the formula that is 1 where it is filled in
	answers      *layout.Answers   // that are written into it, nil for none
}

// states is where a group's states stand, and what they are; free are the cells of those
// that nobody must report.
type states struct {
	area  string
	shown []string
	free  []string
}

// page is a page under its title.
func (d *drawing) page(sheet, heading string, widths ...float64) *page {
	p := blankPage(sheet, subject(d.plan), draw.Page{Landscape: true}, widths...)
	p.Add(draw.Cell{}, draw.Text(heading, title))
	return p
}

// remark lays down a line that says what to do on the page.
func (p *page) remark(says string) {
	l := remark
	l.Flat = false
	p.Add(draw.Cell{}, draw.Text(says, l).Over(p.Columns()-1))
}

// widths are those of a table's columns from the second column of the page on;
// the first one is hidden and for keys.
func widths(t *layout.Table, more ...float64) []float64 {
	out := []float64{0}
	for _, c := range t.Columns {
		if c.Kind != layout.Keyed {
			out = append(out, c.Width)
		}
	}
	return append(out, more...)
}

// left is the column, counted from 1, in which a table begins.
func left(t *layout.Table) int {
	if t.Columns[0].Kind == layout.Keyed {
		return 1
	}
	return 2
}

// columnOf is the place of a table's column on the page, counted from 1.
func columnOf(t *layout.Table, id string) int { return left(t) + t.At(id) }

// down names the cells of a table's column from one row to another.
func down(t *layout.Table, id string, first, last int) string {
	return draw.Cells(columnOf(t, id), first, columnOf(t, id), last)
}

// heads lays down a table's hidden ids and its visible heads.
func (p *page) heads(t *layout.Table) {
	ids := make([]string, left(t)-1, left(t)+len(t.Columns))
	cells := make([]draw.Cell, left(t)-1, cap(ids))
	for _, c := range t.Columns {
		ids = append(ids, c.ID)
		l := colHead
		if c.Kind != layout.Printed {
			l = toFill
		}
		cells = append(cells, draw.Text(c.Title, l))
	}
	p.Hide(ids...)
	p.Head.Row = p.Add(cells...)
}

// blanks are the cells of a row for filling in, with the values that are known.
func blanks(t *layout.Table, values []any) []draw.Cell {
	out := make([]draw.Cell, left(t)-1, left(t)+len(t.Columns))
	for i, c := range t.Columns {
		field := draw.Cell{Look: look(&c)}
		if i < len(values) {
			field = filled(values[i], look(&c))
		}
		out = append(out, field)
	}
	return out
}

// look is how a column's cells look: open, unless the program prints them.
func look(c *layout.Column) draw.Look {
	switch c.Kind {
	case layout.Printed:
		return body
	case layout.Words, layout.Day, layout.Cites:
		return entry.Shown(draw.AsTyped)
	}
	return entry
}

// filled is an entry that holds a value already.
func filled(value any, l draw.Look) draw.Cell {
	if s, ok := value.(string); ok {
		return draw.Text(s, l)
	}
	return draw.Cell{Value: value, Look: l}
}

// rows lays down a table's rows: those that are known, then blank ones.
func (p *page) rows(t *layout.Table, known [][]any) (first, last int) {
	first = p.Last() + 1
	for i := range max(t.Rows, len(known)) {
		var values []any
		if i < len(known) {
			values = known[i]
		}
		p.AddOpen(blanks(t, values)...)
	}
	p.check(t, first, p.Last())
	return first, p.Last()
}

// check adds the rules of a table's columns over its rows.
func (p *page) check(t *layout.Table, first, last int) {
	for i, c := range t.Columns {
		if c.Kind.IsFilled() {
			at := left(t) + i
			p.take(rule{area: draw.Cells(at, first, at, last), kind: c.Kind, options: c.Options, hint: c.Hint})
		}
	}
}

// answers lays down a table of questions, whose three visible columns take so
// many columns of the page each, with the answers that are known by key.
func (p *page) answers(t *layout.Table, spans [3]int, known map[string]any) map[string]string {
	ids := []string{t.Columns[0].ID}
	heads := []draw.Cell{{}}
	for i, c := range t.Columns[1:] {
		ids = append(append(ids, c.ID), make([]string, spans[i]-1)...)
		l := colHead
		if c.ID == "ntm:answer" {
			l = toFill
		}
		heads = append(heads, draw.Text(c.Title, l).Over(spans[i]))
	}
	p.Hide(ids...)
	p.Add(heads...)
	at := map[string]string{}
	for _, q := range t.Questions {
		l := look((&layout.Column{Kind: q.Kind}))
		l.Across = "left"
		n := p.Add(draw.Unseen(q.Key), draw.Text(q.Label, body).Over(spans[0]),
			filled(known[q.Key], l).Over(spans[1]), draw.Text(q.Hint, small).Over(spans[2]))
		p.Rows[n-1].Height = max(p.Rows[n-1].Height, 20)
		at[q.Key] = draw.Ref(2+spans[0], n)
		p.take(rule{area: at[q.Key], kind: q.Kind, options: q.Options, hint: q.Hint})
	}
	return at
}

// place is the sheet on which commune and year the form is for.
func (d *drawing) place() *page {
	t := d.plan.PlaceAnswers()
	known := map[string]any{"year": d.plan.Year}
	if !d.plan.Date.IsZero() {
		known["date"] = vi.Date(d.plan.Date.Time)
	}
	if d.plan.Own != "" {
		known[layout.LevelKey] = "Xã " + d.plan.Own.Title()
	}
	if at := d.plan.Place; at != nil {
		known["code"], known["name"], known["district"], known["province"] = at.Code, at.Name, at.District, at.Province
	}
	for _, trait := range criteria.Traits {
		known[string(trait)] = d.carried.trait(trait)
	}
	p := d.page(layout.PlaceSheet, "THÔNG TIN XÃ", widths(t)...)
	says := "Xem lại các dòng đã điền sẵn."
	if len(t.Questions) > len(layout.PlaceAnswers.Questions)-len(criteria.Traits) {
		says += " Đặc điểm của xã quyết định cột ngưỡng và chỉ tiêu áp dụng: chọn Có hoặc Không, chưa rõ thì để trống."
	}
	p.remark(says)
	d.answered = p.answers(t, [3]int{1, 1, 1}, known)
	for key, at := range d.answered {
		digits := strings.IndexAny(at, "0123456789")
		d.answered[key] = fmt.Sprintf("'%s'!$%s$%s", layout.PlaceSheet, at[:digits], at[digits:])
	}
	d.yearCell = d.answered["year"]
	return p
}
