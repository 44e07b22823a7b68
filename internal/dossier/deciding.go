package dossier

import (
	"fmt"

	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/vi"
)

// deciding says for each level what stands between the commune and the title:
// each indicator and condition that failed with what it lacks, and by number
// those that nobody can judge yet.
func (d *dossier) deciding(o *outline) {
	o.section("Nội dung quyết định kết quả khi lập hồ sơ")
	for i := range d.a.Levels {
		l := &d.a.Levels[i]
		o.Heading("Xã "+l.Level.Title(), look.Group)
		before := len(o.Rows)
		if p := l.Prerequisite; p != nil && p.Outcome() != assess.Met {
			o.fact("Điều kiện tiên quyết", fmt.Sprintf("%s: %s", p.Text, p.Basis))
		}
		o.fact("Chưa kết luận được", vi.Capital(l.FailsIf))
		o.fact("Còn thiếu chỉ tiêu", vi.Capital(l.Lack.String()))
		failed(o, l)
		openColumns(o, l)
		unknown(o, l, assess.NoFigure)
		unknown(o, l, assess.NoThreshold)
		if len(o.Rows) == before {
			o.Line("Mọi tiêu chí, chỉ tiêu và điều kiện đều đạt.", look.Body)
		}
	}
}

func failed(o *outline, l *assess.Level) {
	for x := range l.Judged() {
		what := ": chỉ tiêu " + x.No
		if x.Condition {
			what = ": điều kiện"
		}
		if x.Outcome == assess.NotMet {
			o.fact(x.Outcome.Word()+what, fmt.Sprintf("%s: %s", x.Name, Lacks(x.Judgement)))
		}
	}
}

// openColumns names what comes out otherwise by another column that may hold.
func openColumns(o *outline, l *assess.Level) {
	tell := func(what, name, note string, j *assess.Judgement) {
		switch {
		case j.Outcome != assess.Undetermined:
		case j.Unjudged():
			o.fact("Chưa xét: "+what, name+": "+note)
		case j.NeedsExact():
			o.fact("Cần số chính xác: "+what, name+": "+note)
		case len(j.Columns) > 0:
			o.fact("Chưa rõ cột áp dụng: "+what, name+": "+note)
		}
	}
	for _, c := range l.Criteria {
		for _, ind := range c.Indicators {
			tell("chỉ tiêu "+ind.No, ind.Name, ind.Note, &ind.Judgement)
		}
	}
	for _, c := range l.Conditions {
		tell("điều kiện", c.Name, c.Detail, &c.Judgement)
	}
}

// Lacks is what is short, and that nobody has checked by what.
func Lacks(j *assess.Judgement) string {
	if by := j.UncheckedBy(); by != "" {
		return vi.Join("; ", j.Gaps(), by+" chưa đối chiếu")
	}
	return j.Gaps()
}

// unknown counts the indicators of an outcome and names them by number, and
// the conditions by name.
func unknown(o *outline, l *assess.Level, outcome assess.Outcome) {
	numbers, conditions := l.Named(outcome)
	if len(numbers) > 0 {
		o.fact(outcome.Word(), fmt.Sprintf("%d chỉ tiêu: %s", len(numbers), vi.Join(", ", numbers...)))
	}
	if len(conditions) > 0 {
		o.fact(outcome.Word(), fmt.Sprintf("%d điều kiện: %s", len(conditions), vi.Join("; ", conditions...)))
	}
}

// history is what the council and earlier decisions have said.
func (d *dossier) history(o *outline) {
	r := d.a.Report
	if len(r.Recognitions)+len(r.CouncilVotes) == 0 {
		return
	}
	o.section("Công nhận và biểu quyết")
	for i := range r.Recognitions {
		o.fact("Đã được công nhận", vi.Capital(r.Recognitions[i].String()))
	}
	for _, vote := range r.CouncilVotes {
		when := ""
		if !vote.Date.IsZero() {
			when = vi.LongDate(vote.Date.Time)
		}
		votes := vote.Votes.String()
		if votes != "" {
			votes += " thành viên có mặt tán thành"
		}
		o.fact("Hội đồng thẩm định", vi.Capital(vi.Join(": ", vi.Join(", ", "xã "+vote.Level.Title(), when),
			vi.Join("; ", votes, vote.Note))))
	}
}

// noticed are the findings that ask for something to be done, and how many others there are; all of
// them, where they only inform.
func (d *dossier) noticed(o *outline) {
	if len(d.a.Findings) == 0 {
		return
	}
	o.section("Đối chiếu số liệu")
	informative := 0
	for _, f := range d.a.Findings {
		if f.Severity == assess.Info && !d.onlyInforms() {
			informative++
			continue
		}
		o.fact(f.Severity.Word(), told(f))
	}
	if informative > 0 {
		o.fact(assess.Info.Word(), fmt.Sprintf("%d nội dung, xem tờ “Đối chiếu”", informative))
	}
}
