package form

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"time"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// Write writes the blank form of a plan. What lasts from an earlier report is
// carried over, its figures marked with their year; previous is nil when there
// is none. The same plan, report and time give the same bytes.
func Write(w io.Writer, plan *Plan, previous *commune.Report, at time.Time) error {
	d := &drawing{plan: plan, carried: carry(previous, plan), others: map[string]string{}}
	d.groups = slices.SortedStableFunc(slices.Values(plan.Groups),
		func(a, b Group) int { return vi.Compare(a.No, b.No) })
	// The guide counts what stands on the other sheets.
	place, figures := d.place(), d.figures()
	pages := []*page{place, figures, d.evidence(), d.capital(), d.arrears(), d.poll(), d.security(), d.titles()}
	if plan.asks(criteria.KieuMau) {
		pages = append(pages, d.smart(), d.fields())
	}
	return write(w, plan.subject(), at, append([]*page{d.guide()}, pages...)...)
}

// subject names the form: whose it is, and of which year.
func (p *Plan) subject() string {
	if p.Place == nil {
		return fmt.Sprintf("Biểu mẫu số liệu năm %d", p.Year)
	}
	return fmt.Sprintf("Xã %s, %s - năm %d", p.Place.Name, p.Place.Province, p.Year)
}

// drawing is a form under way. Its pages remember where things stand that
// others count.
type drawing struct {
	plan     *Plan
	carried  *carried
	groups   []Group           // of the plan, in the order of their numbers
	states   []states          // of each group's figures
	yearCell string            // the answer that holds the form's year
	others   map[string]string // by section, the formula that is 1 where it is filled in
}

// states is where a group's states stand, and what they are.
type states struct {
	area  string
	shown []string
}

// page is a page under its title.
func (d *drawing) page(sheet, heading string, widths ...float64) *page {
	p := blankPage(sheet, d.plan.subject(), draw.Page{Landscape: true}, widths...)
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
func (t *table) widths(more ...float64) []float64 {
	out := []float64{0}
	for _, c := range t.columns {
		if c.kind != keyed {
			out = append(out, c.width)
		}
	}
	return append(out, more...)
}

// left is the column, counted from 1, in which a table begins.
func (t *table) left() int {
	if t.columns[0].kind == keyed {
		return 1
	}
	return 2
}

// column is the place of a table's column on the page, counted from 1.
func (t *table) column(id string) int { return t.left() + t.at(id) }

// heads lays down a table's hidden ids and its visible heads.
func (p *page) heads(t *table) {
	ids := make([]string, t.left()-1, t.left()+len(t.columns))
	cells := make([]draw.Cell, t.left()-1, cap(ids))
	for _, c := range t.columns {
		ids = append(ids, c.id)
		l := colHead
		if c.kind != printed {
			l = toFill
		}
		cells = append(cells, draw.Text(c.title, l))
	}
	p.Hide(ids...)
	p.Head.Row = p.Add(cells...)
}

// blanks are the cells of a row for filling in, with the values that are known.
func (t *table) blanks(values []any) []draw.Cell {
	out := make([]draw.Cell, t.left()-1, t.left()+len(t.columns))
	for i, c := range t.columns {
		field := draw.Cell{Look: c.look()}
		if i < len(values) {
			field = filled(values[i], c.look())
		}
		out = append(out, field)
	}
	return out
}

// look is how a column's cells look: open, unless the program prints them.
func (c *column) look() draw.Look {
	switch c.kind {
	case printed:
		return body
	case words, day, cites:
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
func (p *page) rows(t *table, known [][]any) (first, last int) {
	first = p.Last() + 1
	for i := range max(t.rows, len(known)) {
		var values []any
		if i < len(known) {
			values = known[i]
		}
		p.AddOpen(t.blanks(values)...)
	}
	p.check(t, first, p.Last())
	return first, p.Last()
}

// check adds the rules of a table's columns over its rows.
func (p *page) check(t *table, first, last int) {
	for i, c := range t.columns {
		if c.kind == printed || c.kind == keyed {
			continue
		}
		at := t.left() + i
		p.take(rule{area: draw.Cells(at, first, at, last), kind: c.kind, options: c.options, hint: c.hint})
	}
}

// answers lays down a table of questions, whose three visible columns take so
// many columns of the page each, with the answers that are known by key.
func (p *page) answers(t *table, spans [3]int, known map[string]any) map[string]string {
	ids := []string{t.columns[0].id}
	heads := []draw.Cell{{}}
	for i, c := range t.columns[1:] {
		ids = append(append(ids, c.id), make([]string, spans[i]-1)...)
		l := colHead
		if c.id == "ntm:answer" {
			l = toFill
		}
		heads = append(heads, draw.Text(c.title, l).Over(spans[i]))
	}
	p.Hide(ids...)
	p.Add(heads...)
	at := map[string]string{}
	for _, q := range t.questions {
		l := (&column{kind: q.kind}).look()
		l.Across = "left"
		n := p.Add(draw.Unseen(q.key), draw.Text(q.label, body).Over(spans[0]),
			filled(known[q.key], l).Over(spans[1]), draw.Text(q.hint, small).Over(spans[2]))
		p.Rows[n-1].Height = max(p.Rows[n-1].Height, 20)
		at[q.key] = draw.Ref(2+spans[0], n)
		p.take(rule{area: at[q.key], kind: q.kind, options: q.options, hint: q.hint})
	}
	return at
}

// placeAnswers are the questions about the commune, those about its traits as the year
// asks them, with what follows from a yes.
func (p *Plan) placeAnswers() *table {
	out, asked := placeAnswers, map[string]question{}
	out.questions = nil
	for _, q := range placeAnswers.questions {
		if asked[q.key] = q; !slices.Contains(criteria.Traits, criteria.Trait(q.key)) {
			out.questions = append(out.questions, q)
		}
	}
	for _, use := range p.Uses {
		q := asked[string(use.Trait)]
		q.hint = cmp.Or(q.hint, use.Says)
		out.questions = append(out.questions, q)
	}
	return &out
}

// place is the sheet on which commune and year the form is for.
func (d *drawing) place() *page {
	t := d.plan.placeAnswers()
	known := map[string]any{"year": d.plan.Year}
	if !d.plan.Date.IsZero() {
		known["date"] = vi.Date(d.plan.Date.Time)
	}
	if at := d.plan.Place; at != nil {
		known["code"], known["name"], known["district"], known["province"] = at.Code, at.Name, at.District, at.Province
	}
	for _, trait := range criteria.Traits {
		known[string(trait)] = d.carried.trait(trait)
	}
	p := d.page(placeSheet, "THÔNG TIN XÃ", t.widths()...)
	p.remark("Xem lại các dòng đã điền sẵn. Đặc điểm của xã quyết định cột ngưỡng và chỉ tiêu áp dụng: chọn Có " +
		"hoặc Không, chưa rõ thì để trống.")
	at := p.answers(t, [3]int{1, 1, 1}, known)
	column, row := splitRef(at["year"])
	d.yearCell = fmt.Sprintf("'%s'!$%s$%s", placeSheet, column, row)
	return p
}

// splitRef parts a cell's name into its letters and its digits.
func splitRef(name string) (column, row string) {
	i := slices.IndexFunc([]byte(name), func(b byte) bool { return b <= '9' })
	return name[:i], name[i:]
}
