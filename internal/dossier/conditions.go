package dossier

import (
	"fmt"

	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// conditions are the gates besides the criteria, the level below first. It gives
// their first and last row.
func (t *table) conditions(l *assess.Level) (first, last int) {
	t.Heading("ĐIỀU KIỆN CÔNG NHẬN", look.Group)
	first = len(t.Rows) + 1
	before := 0 // of the conditions
	if l.Prerequisite != nil {
		before = 1
		t.prerequisite(l)
	}
	for i := range l.Conditions {
		c := &l.Conditions[i]
		t.d.gates[gate{l.Level, c.ID}] = at(t.Name, draw.Ref(colSelf, len(t.Rows)+1))
		note := ""
		if c.Outcome == assess.NotApplicable {
			note = c.Detail // else it looks like a condition that was waived
		}
		p := t.judgement(string(l.Level)+"/"+c.ID, fmt.Sprint(before+i+1), c.Name, &c.Judgement, note, 0)
		t.fails(p)
	}
	last = len(t.Rows)
	t.Judge(colSelf, first, last)
	return first, last
}

// prerequisite is the row of the level that must be held before. Where this very
// dossier settles it, it follows the verdict there.
func (t *table) prerequisite(l *assess.Level) {
	p := l.Prerequisite
	row := len(t.Rows) + 1
	below, here := t.d.standings[p.Level]
	basis := vi.Capital(p.Basis)
	if p.ByVerdict && !here { // the verdict that settles it has no table in this workbook
		basis = vi.Join(". ", basis, fixedPrerequisite)
	}
	about := Pen{Path: string(l.Level) + "/prerequisite", No: "1", Name: p.Text}
	t.line(about, 0, look.Mid("Đạt"), look.Blank(), p.Outcome().Word(), "", "")
	t.fails(part{firm: draw.Ref(colSelf, row) + "=" + outcomeWord(assess.NotMet)})
	t.below("", basis, look.Body)
	if !p.ByVerdict || !here {
		return
	}
	_, open := p.If(assess.Undecided)
	outcome, why := outcomeWord(assess.Undetermined), quote(vi.Capital(open))
	for _, v := range []assess.Verdict{assess.NotEligible, assess.Eligible} {
		o, basis := p.If(v)
		then := "IF(" + below.verdict + "=" + quote(v.Word()) + ",%s,%s)"
		outcome = fmt.Sprintf(then, outcomeWord(o), outcome)
		why = fmt.Sprintf(then, quote(vi.Capital(basis)), why)
	}
	t.Compute(colSelf, row, outcome)
	t.Compute(colContent, row+1, why)
}

// fixedPrerequisite tells a reader who changes figures what does not follow.
const fixedPrerequisite = "Kết quả này ghi theo lúc lập hồ sơ, không đổi theo tờ Số liệu vì hồ sơ không có biểu " +
	"của mức ấy"

// reviewers has those who write into the table say who they are and when. With who signs they
// stand on a page that has rows of the table too.
func (t *table) reviewers() {
	first := len(t.Rows) - 1
	t.Gap(9)
	small := draw.Look{Size: draw.TableSize}
	for _, what := range t.d.reviews() {
		who := what + ": cơ quan, người ghi"
		t.Add(draw.Text(who, small).Over(colContent),
			look.Blank().Over(colResult-colContent).For(Pen{Column: what, By: true}),
			draw.Text("ngày", small.Centred()), look.Blank().Over(t.Columns()-colSelf).For(Pen{Column: what,
				On: true}))
	}
	t.Bind(first)
}
