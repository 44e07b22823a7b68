package blank

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/form/layout"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// figures is the sheet of the figures, by criterion.
func (d *drawing) figures() *page {
	t := figureTable(d.plan)
	p := d.page(layout.FigureSheet, "SỐ LIỆU CỦA XÃ THEO TỪNG TIÊU CHÍ", d.figureWidths()...)
	p.Add(draw.Cell{}, draw.Text(d.thresholdsAre(), remark))
	if says := d.plan.Lacking(); says != "" && len(d.groups) > 0 {
		p.remark(says)
	}
	p.heads(t)
	head := p.Head.Row
	for _, g := range d.groups {
		cells := slices.Repeat([]draw.Cell{{Look: group}}, len(t.Columns))
		cells[0], cells[1] = draw.Cell{}, draw.Text(heading(&g), group)
		n := p.Add(cells...)
		p.Rows[n-1].Height, p.Rows[n-1].Bound = 19, true
		first := p.Last() + 1
		var shown, free []string
		state := columnOf(t, "ntm:state")
		for i := range g.Figures {
			shown = append(shown, d.figure(p, &g.Figures[i]))
			if g.Figures[i].Optional {
				free = append(free, absolute(layout.FigureSheet, state, p.Last()))
			}
		}
		p.Judge(state, first, p.Last())
		d.states = append(d.states, states{p.Span(state, first, state, p.Last()), shown, free})
	}
	p.Frozen = draw.Ref(columnOf(t, "ntm:unit"), head+1)
	if len(d.groups) == 0 {
		p.remark(d.noIndicators())
		return p
	}
	p.Filter = draw.Cells(1, head, len(t.Columns), p.Last())
	for _, id := range []string{"ntm:year", "ntm:earlier", "ntm:evidence", "ntm:note"} {
		c := t.Column(id)
		hint := c.Hint
		if id == "ntm:year" {
			hint = fmt.Sprintf("Để trống nếu là số của năm xét công nhận (%d). Là số của năm khác thì ghi năm đó.",
				d.plan.Year)
		}
		p.take(rule{area: down(t, id, head+1, p.Last()), kind: c.Kind, hint: hint})
	}
	return p
}

// noIndicators says why nothing is asked.
func (d *drawing) noIndicators() string {
	return cmp.Or(d.plan.Lacking(), "Chương trình chưa có chỉ tiêu nào của giai đoạn này.") +
		" Các tờ khác vẫn dùng được."
}

// heading names a group. Where the higher levels have a criterion of their own,
// its number is another one's in the level below.
func heading(g *layout.Group) string {
	if g.Told != "" {
		return g.Name
	}
	name := fmt.Sprintf("Tiêu chí %s. %s", g.No, g.Name)
	for _, level := range criteria.Levels[1:] {
		other := func(a layout.Asked) bool { return !strings.HasPrefix(a.Nos[0], level.Brief()+" ") }
		if !slices.ContainsFunc(g.Figures, other) {
			return fmt.Sprintf("%s (%s)", name, level.Brief())
		}
	}
	return name
}

// figureWidths are the columns' widths; thresholds of levels that nothing is
// known of are not shown.
func (d *drawing) figureWidths() []float64 {
	out := []float64{0}
	for _, c := range figureTable(d.plan).Columns[1:] {
		width := c.Width
		if level, ok := strings.CutPrefix(c.ID, "ntm:"); ok && slices.Contains(criteria.Levels,
			criteria.Level(level)) && !hasThresholds(d.plan, criteria.Level(level)) {
			width = 0
		}
		out = append(out, width)
	}
	return out
}

// figureTable is the table of figures, with a column for a level of the province's own
// where the form asks for it.
func figureTable(p *layout.Plan) *layout.Table {
	if !p.Asks(criteria.HienDai) {
		return &layout.FigureTable
	}
	out := layout.FigureTable
	own := layout.Column{ID: "ntm:" + string(criteria.HienDai), Title: "Mức hiện đại", Width: 11.5}
	out.Columns = slices.Insert(slices.Clone(out.Columns), out.At("ntm:"+string(criteria.KieuMau))+1, own)
	return &out
}

func hasThresholds(p *layout.Plan, l criteria.Level) bool {
	for _, g := range p.Groups {
		for i := range g.Figures {
			if g.Figures[i].Thresholds[l] != "" {
				return true
			}
		}
	}
	return false
}

// thresholdsAre says for whom the thresholds hold that the sheet shows.
func (d *drawing) thresholdsAre() string {
	if d.plan.Column == "" || len(d.groups) == 0 {
		return "Ghi vào các ô màu vàng nhạt."
	}
	return fmt.Sprintf("Ghi vào các ô màu vàng nhạt. Mức yêu cầu theo cột %s, năm %d, chỉ để tham khảo; chữ "+
		"nghiêng: chưa ai đối chiếu với quyết định.", d.plan.Column, d.plan.Year)
}

// figure lays down a figure's row and gives the state that it shows.
func (d *drawing) figure(p *page, a *layout.Asked) string {
	t, n := figureTable(d.plan), p.Last()+1
	at := func(id string) string { return draw.Ref(columnOf(t, id), n) }
	value, numerator, denominator := d.carried.cells(a)
	f := d.carried.figures[a.ID]
	var of, note any
	cited, before := "", ""
	if f != nil {
		of, note, cited, before = f.Year, f.Note, strings.Join(f.Evidence, "; "), earlier(a, f, d.plan.Year)
	}
	state := d.state(a, f)
	counts := []draw.Cell{{Look: idle}, {Look: idle}}
	if a.Numerator != "" {
		counts = []draw.Cell{filled(numerator, counted), filled(denominator, counted)}
		p.take(
			rule{area: at("ntm:numerator"), kind: layout.Number, hint: counting(a, "Tử số: ", a.Numerator)},
			rule{area: at("ntm:denominator"), kind: layout.Number, hint: counting(a, "Mẫu số: ", a.Denominator)})
	}
	p.take(resultRule(a.Figure, at("ntm:value"), prompt(a)))
	formula := stateFormula(a, entries{at("ntm:value"), at("ntm:numerator"), at("ntm:denominator"), at("ntm:year")},
		d.yearCell, d.partsGiven(a, n), d.idleIf(a))
	if tests := d.beyond(a.From); tests != "" && !a.Optional {
		formula = fmt.Sprintf("IF(%s,%q,%s)", tests, stateIdle, formula)
	}
	d.asks(a, n, state)
	cells := []draw.Cell{draw.Unseen(a.ID), draw.Text(strings.Join(a.Nos, "\n"), centre), draw.Text(a.Name, body),
		draw.Text(layout.ShownUnit(a.Unit), centre)}
	for _, level := range criteria.Levels {
		if t.At("ntm:"+string(level)) >= 0 {
			cells = append(cells, threshold(a, level))
		}
	}
	p.Add(append(cells, filled(value, counted), counts[0], counts[1], filled(of, counted),
		draw.Text(before, counted.Shown(draw.AsTyped)), draw.Text(cited, counted.Shown(draw.AsTyped)),
		filled(note, entry.Shown(draw.AsTyped)),
		draw.Cell{Value: state, Formula: formula, Look: centre}, draw.Text(how(a), small))...)
	return state
}

// counting says what a count counts.
func counting(a *layout.Asked, role, what string) string {
	if a.CountedIn != "" {
		what += " (" + a.CountedIn + ")"
	}
	return role + what + "."
}

// prompt says how the result is written.
func prompt(a *layout.Asked) string {
	switch {
	case a.Unit == criteria.Declared:
		return "Chọn Đạt hoặc Chưa đạt. Chưa biết thì để trống."
	case a.Unit == criteria.Grade:
		return "Chọn xếp loại. Chưa biết thì để trống."
	case a.Numerator != "":
		return "Ghi tỷ lệ %, hoặc để trống ô này và ghi hai ô Tử số, Mẫu số. " + a.How
	}
	if a.Optional {
		return strings.TrimSpace(fmt.Sprintf("Không bắt buộc. Đơn vị: %s. %s", layout.ShownUnit(a.Unit), a.How))
	}
	return strings.TrimSpace(fmt.Sprintf("Đơn vị: %s. %s", layout.ShownUnit(a.Unit), a.How))
}

// how says how the figure is computed and who confirms it.
func how(a *layout.Asked) string {
	var parts []string
	if a.Optional {
		parts = append(parts, "Không bắt buộc.")
	}
	if a.How != "" {
		parts = append(parts, a.How)
	}
	if a.Numerator != "" {
		parts = append(parts, counting(a, "Tử số: ", vi.Lower(a.Numerator)),
			counting(a, "Mẫu số: ", vi.Lower(a.Denominator)))
	}
	return strings.Join(append(parts, "Xác nhận: "+a.ConfirmedBy+"."), " ")
}

// threshold is the cell of what a level asks.
func threshold(a *layout.Asked, l criteria.Level) draw.Cell {
	look, says := centre, a.Printed(l)
	look.Italic = says != "" && !a.Statuses[l].Sure()
	return draw.Text(says, look)
}
