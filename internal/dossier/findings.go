package dossier

import (
	"fmt"

	"ntm/internal/assess"
)

// findings is the sheet Đối chiếu: what the cross-checks noticed, with room for
// the commune's answer.
func (d *dossier) findings() *sheet {
	if len(d.a.Findings) == 0 {
		return nil
	}
	s := newSheet(findingsName, d.landscape(), 5, 14, 58, 34, 30)
	s.line("NỘI DUNG ĐỐI CHIẾU SỐ LIỆU", title)
	s.line(sentence(d.a.Commune.Title), subtitle)
	s.line("Các nội dung này không làm thay đổi kết quả đánh giá", remark)
	s.headRow = s.head(heads("TT", "Loại", "Nội dung", "Số liệu liên quan", "Ý kiến giải trình của xã")...)
	names := d.figureNames()
	for i, f := range d.a.Findings {
		severity := body.centred()
		if f.Severity != assess.Info {
			severity = severity.inBold()
		}
		var figures []string
		for _, id := range f.Figures {
			figures = append(figures, names[id])
		}
		s.add(text(fmt.Sprint(i+1), body.centred()), text(f.Severity.Word(), severity), text(sentence(f.Message), body),
			text(joined("; ", figures...), body), blank(body).forThePen(pen{}))
	}
	return s
}

// figureNames gives the names of the figures that some level judges, by id.
func (d *dossier) figureNames() map[string]string {
	names := map[string]string{"capital": "Huy động nguồn lực"}
	note := func(j *assess.Judgement) {
		j.Leaves(func(leaf *assess.Judgement) {
			f := leaf.Threshold.Figure
			names[f.ID] = f.Name
		})
	}
	for i := range d.a.Levels {
		l := &d.a.Levels[i]
		for _, c := range l.Criteria {
			for k := range c.Indicators {
				note(&c.Indicators[k].Judgement)
			}
		}
		for k := range l.Conditions {
			note(&l.Conditions[k].Judgement)
		}
	}
	return names
}
