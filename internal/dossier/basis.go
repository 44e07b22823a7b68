package dossier

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/assess"
)

// basis is the sheet Căn cứ pháp lý: every threshold that was used, who set it
// and how sure that is.
func (d *dossier) basis() *sheet {
	s := newSheet(basisName, d.landscape(), 6.6, 36, 16, 12, 8, 9, 6.3, 8.5, 13, 42)
	s.line("CĂN CỨ PHÁP LÝ CỦA CÁC NGƯỠNG ĐÃ DÙNG", title)
	s.line(sentence(d.a.Commune.Title), subtitle)
	if left := toCheck(d.a.Levels...); left != "" {
		s.line(left+" cần đối chiếu với văn bản quy định, đánh dấu (*)", remark.inBold())
	} else {
		s.line("Mọi ngưỡng đều có căn cứ", remark)
	}
	s.headRow = s.head(heads("TT", "Nội dung", "Ngưỡng", "Văn bản", "Phụ lục", "Cột", "Năm", "Cấp quy định", "Tình trạng", "Nguồn")...)
	for i := range d.a.Levels {
		l := &d.a.Levels[i]
		s.heading(fmt.Sprintf("Xã %s: %s", l.Level.Title(), l.Rules.Name), group)
		for _, g := range grounds(l) {
			s.add(g.cells()...)
		}
	}
	return s
}

// ground is one line of the sheet.
type ground struct {
	no, content, threshold string
	basis                  criteria.Basis
}

// grounds lists what a level's verdict rests on. What does not apply to the
// commune was not used.
func grounds(l *assess.Level) []ground {
	var out []ground
	add := func(no, content string, j *assess.Judgement) {
		if j.Outcome != assess.NotApplicable {
			threshold := joined("; ", unitShown(j.Threshold.Text), reckoned(j.Threshold))
			out = append(out, ground{no, content, threshold, j.Threshold.Basis})
		}
	}
	if p := l.Prerequisite; p != nil {
		out = append(out, ground{"", p.Text, "Đạt", p.Rule})
	}
	for i := range l.Criteria {
		for k := range l.Criteria[i].Indicators {
			ind := &l.Criteria[i].Indicators[k]
			add(ind.No, ind.Name, &ind.Judgement)
		}
	}
	for i := range l.Conditions {
		c := &l.Conditions[i]
		add("ĐK", c.Name, &c.Judgement)
	}
	return out
}

func (g *ground) cells() []cell {
	b := &g.basis
	decision := b.Decision
	if b.AmendedBy != "" {
		decision += ", sửa đổi bởi " + b.AmendedBy
	}
	year := ""
	if b.Year > 0 {
		year = fmt.Sprint(b.Year)
	}
	status, l := b.Status.Title(), body
	if b.CheckedBy != "" {
		status = joined(", ", status, b.CheckedBy, day(b.CheckedOn))
	}
	if !b.Status.Sure() {
		status, l = "(*) "+status, body.inBold()
	}
	return []cell{
		text(g.no, body.centred()), text(g.content, body), text(g.threshold, body), text(decision, body),
		text(b.Annex, body), text(b.ColumnTitle, body), text(year, body.centred()), text(sentence(b.Layer.Title()), body),
		text(status, l), text(b.Source, body),
	}
}

// toCheck counts what nobody has held against its decision yet, or "" when
// nothing is left: "55 ngưỡng".
func toCheck(levels ...assess.Level) string {
	n := 0
	for i := range levels {
		n += len(levels[i].Unsure())
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d ngưỡng", n)
}
