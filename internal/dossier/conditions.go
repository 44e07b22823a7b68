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
	number := 0
	if l.Prerequisite != nil {
		number++
		t.prerequisite(l)
	}
	for i := range l.Conditions {
		number++
		c := &l.Conditions[i]
		t.d.gates[gate{l.Level, c.ID}] = at(t.Name, draw.Ref(colSelf, len(t.Rows)+1))
		note := ""
		if c.Outcome == assess.NotApplicable {
			note = c.Detail // else it looks like a condition that was waived
		}
		p := t.judgement(string(l.Level)+"/"+c.ID, fmt.Sprint(number), c.Name, &c.Judgement, note, 0)
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
	cells := []draw.Cell{look.Mid("1"), look.Text(p.Text),
		look.Mid("Đạt"), look.Blank(), look.Mid(p.Outcome().Word())}
	about := Pen{Path: string(l.Level) + "/prerequisite", No: "1", Name: p.Text}
	for _, column := range t.d.reviews() {
		cells = append(cells, opinion(0, about, column))
	}
	t.Add(append(cells, look.Blank(), opinion(0, about, OpinionHead))...)
	t.fails(part{firm: draw.Ref(colSelf, row) + "=" + outcomeWord(assess.NotMet)})
	t.below("", basis, look.Body)
	if !p.ByVerdict || !here {
		return
	}
	words, bases := make([]string, 2), make([]string, 3)
	for i, v := range []assess.Verdict{assess.Eligible, assess.NotEligible, assess.Undecided} {
		o, basis := p.If(v)
		bases[i] = quote(vi.Capital(basis))
		if i < len(words) {
			words[i] = fmt.Sprintf("IF(%s=%s,%s,", below.verdict, quote(v.Word()), outcomeWord(o))
		}
	}
	t.Compute(colSelf, row, words[0]+words[1]+outcomeWord(assess.Undetermined)+"))")
	t.Compute(colContent, row+1, fmt.Sprintf("IF(%s=%s,%s,IF(%s=%s,%s,%s))", below.verdict,
		quote(assess.Eligible.Word()), bases[0],
		below.verdict, quote(assess.NotEligible.Word()), bases[1], bases[2]))
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
