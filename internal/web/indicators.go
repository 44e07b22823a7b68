package web

import (
	"fmt"

	"ntm/criteria/division"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/office/desk"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// filter shows some indicators alone.
type filter struct {
	ID, Name, Address string
	Here              bool
	passes            func(*assess.Judgement) bool
}

var filters = []filter{
	{ID: "", Name: "Tất cả", passes: func(*assess.Judgement) bool { return true }},
	{ID: "thieu", Name: "Còn thiếu số liệu", passes: func(j *assess.Judgement) bool {
		return j.Outcome == assess.NoFigure
	}},
	{ID: "chua-dat", Name: "Chưa đạt", passes: func(j *assess.Judgement) bool { return j.Outcome == assess.NotMet }},
	{ID: "xem-lai", Name: "Chưa kết luận được", passes: func(j *assess.Judgement) bool {
		return j.Outcome == assess.NoThreshold || j.Outcome == assess.Undetermined
	}},
}

// rows lays out what a level asks.
type rows struct {
	working *desk.Working
	level   *assess.Level
	shown   shown
	// division is who answers for what in the office's communes.
	division *division.Division
	proofs   map[string]desk.Proof // by their folded codes
	laid     map[string]string     // figures that have their cells, by the indicator where those stand
}

// groups are the criteria, and the conditions after them.
func (r *rows) groups() []groupView {
	var out []groupView
	for i := range r.level.Criteria {
		c := &r.level.Criteria[i]
		g := groupView{Anchor: "tc-" + c.No, Name: c.No + ". " + c.Name, Verdict: page.OutcomeOf(c.Outcome)}
		for k := range c.Indicators {
			ind := &c.Indicators[k]
			r.add(&g, ind.No, ind.Name, ind.Note, &ind.Judgement)
		}
		out = append(out, g)
	}
	if len(r.level.Conditions) == 0 {
		return out
	}
	g := groupView{Anchor: "tc-dk", Name: "Điều kiện công nhận"}
	for i := range r.level.Conditions {
		c := &r.level.Conditions[i]
		r.add(&g, "ĐK", c.Name, c.Detail, &c.Judgement)
	}
	return append(out, g)
}

// add lays down an indicator, or a condition.
func (r *rows) add(g *groupView, no, name, note string, j *assess.Judgement) {
	v := indicatorView{Anchor: fmt.Sprintf("%s-%d", g.Anchor, len(g.Indicators)+1), No: no, Name: name,
		Asked: j.Threshold.Text(), Basis: j.Threshold.Basis.Authority()}
	for _, f := range filters {
		v.Shown = v.Shown || f.ID == r.shown.only && f.passes(j) && r.isOf(j)
	}
	v.Outcome = outcomeView{Anchor: "kq-" + v.Anchor, Verdict: page.OutcomeOf(j.Outcome), Note: vi.Capital(note)}
	if j.Outcome == assess.NotMet {
		v.Outcome.Gap = vi.Capital(j.Gaps())
	}
	j.Leaves(func(leaf *assess.Judgement) { v.Figures = append(v.Figures, r.figure(leaf, v.Anchor, no)) })
	g.Indicators = append(g.Indicators, v)
	g.Shown = g.Shown || v.Shown
}

// isOf tells whether a judgement is by a figure of the department that is asked for.
func (r *rows) isOf(j *assess.Judgement) bool {
	if r.shown.department == "" {
		return true
	}
	is := false
	j.Leaves(func(leaf *assess.Judgement) {
		of := r.division.Of(leaf.Threshold.Figure.ID, leaf.Threshold.Figure.ConfirmedBy)
		is = is || of != nil && of.ID == r.shown.department
	})
	return is
}

// sections are the figures that stand on sheets of their own, by those.
var sections = map[string]string{
	commune.ArrearsFigure: layout.ArrearsSheet, commune.SatisfactionFigure: layout.PollSheet,
	commune.CoverageFigure: layout.PollSheet, commune.SecurityFigure: layout.SecuritySheet,
	commune.SmartFigure: layout.SmartSheet, commune.FieldsFigure: layout.FieldSheet,
}

// figure lays down a figure; its cells stand where it is asked first.
func (r *rows) figure(leaf *assess.Judgement, anchor, no string) figureView {
	entry := leaf.Threshold.Figure
	v := figureView{ID: entry.ID, Name: entry.Name, Unit: string(entry.Unit), Section: sections[entry.ID]}
	if v.Section != "" {
		v.Section, v.SectionAt = "bảng "+v.Section, vi.Slug(v.Section)
	}
	if leaf.Figure != nil {
		v.Read = leaf.Figure.String()
	}
	if first, laid := r.laid[entry.ID]; laid {
		v.Elsewhere, v.ElsewhereAt = no, first
		return v
	}
	r.laid[entry.ID] = anchor
	if v.Section == "" {
		v.Cells = r.cells(entry)
		at := form.Place{Sheet: layout.FigureSheet, Item: entry.ID, ID: "ntm:evidence"}
		v.Proofs = cited(page.YearAt(r.working.OfYear, ""), r.working.Cells[at].Value, r.proofs)
	}
	return v
}
