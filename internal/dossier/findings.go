package dossier

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// findings is the sheet Đối chiếu: what the cross-checks noticed, with room for
// the commune's answer.
func (d *dossier) findings() *draw.Sheet {
	if d.onlyInforms() {
		return nil
	}
	s := d.begin(findingsName, d.landscape(), "NỘI DUNG ĐỐI CHIẾU SỐ LIỆU", 5, 14, 58, 34, 30)
	s.Line("Các nội dung này không làm thay đổi kết quả đánh giá", look.Remark)
	s.Head.Row = s.AddHead(look.Heads("TT", "Loại", "Nội dung", "Số liệu liên quan", "Ý kiến giải trình của xã")...)
	names := d.figureNames()
	for i, f := range d.a.Findings {
		severity := look.Body.Centred()
		if f.Severity != assess.Info {
			severity = severity.InBold()
		}
		figures := list.Map(f.Figures, func(id string) string { return names[id] })
		s.Add(look.Mid(fmt.Sprint(i+1)), draw.Text(f.Severity.Word(), severity), look.Text(told(f)),
			look.Text(vi.Join("; ", figures...)), look.Blank().ByHand())
	}
	return s
}

// onlyInforms tells that there is nothing to answer for among the findings: the overview
// says what they say.
func (d *dossier) onlyInforms() bool {
	return !slices.ContainsFunc(d.a.Findings, func(f assess.Finding) bool { return f.Severity != assess.Info })
}

// figureNames gives the names of the figures that some level judges, by id.
func (d *dossier) figureNames() map[string]string {
	names := map[string]string{"capital": "Huy động nguồn lực"}
	for i := range d.a.Levels {
		for x := range d.a.Levels[i].Judged() {
			x.Leaves(func(leaf *assess.Judgement) { names[leaf.Threshold.Figure.ID] = leaf.Threshold.Figure.Name })
		}
	}
	for _, f := range d.a.Set.Related {
		names[f.ID] = f.Name
	}
	return names
}

// told is what a finding tells the council: how an office mends it is for the screen.
func told(f assess.Finding) string {
	return vi.Capital(strings.TrimSuffix(f.Message, ": "+criteria.Lack{}.Remedy()))
}
