package wordpapers

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docx"
	"ntm/internal/dossier"
	"ntm/internal/look"
	"ntm/internal/vi"
)

// level is a level with its criteria, its conditions and what is short.
func (v *values) level(l *assess.Level) {
	verdict := vi.Lower(l.Verdict.Word())
	if l.Draft {
		verdict += " (dự thảo)"
	}
	if p := l.Prerequisite; p != nil {
		verdict = vi.Join("; ", verdict, p.Against)
	}
	item := v.Add("mức")
	item.Set("tên", l.Level.Title(), "kết luận", verdict, "tiêu chí đạt", met(l.CriteriaMet, l.CriteriaTotal),
		"chỉ tiêu đạt", met(l.IndicatorsMet, l.IndicatorsTotal))
	all := outcomes{}
	for i := range l.Criteria {
		v.criterion(item, &l.Criteria[i])
		all[l.Criteria[i].Outcome] = append(all[l.Criteria[i].Outcome], l.Criteria[i].No)
	}
	for _, o := range order {
		if nos := all[o]; len(nos) > 0 {
			item.Add("theo kết quả").Set("kết quả", o.Word(), "số lượng", fmt.Sprint(len(nos)),
				"tiêu chí", vi.Join(", ", nos...))
		}
	}
	v.conditions(item, "điều kiện chung", l)
	v.short(item, l)
}

func (v *values) criterion(level *docx.Values, c *assess.Criterion) {
	item := level.Add("tiêu chí")
	done := 0
	for i := range c.Indicators {
		if o := c.Indicators[i].Outcome; o == assess.Met || o == assess.NotApplicable {
			done++
		}
		v.indicator(item, &c.Indicators[i])
	}
	item.Set("số", c.No, "tên", c.Name, "tự đánh giá", c.Outcome.Word(), "chỉ tiêu đạt", met(done, len(c.Indicators)))
	item.Put("nội dung thực hiện", "", "đã làm", "", "khối lượng", "", "kinh phí", "")
	if key := vi.Fold(c.Name); c.Remark != nil && !v.remarked[key] { // of a criterion of two levels it is told once
		v.remarked[key] = true
		item.Put("nội dung thực hiện", "có", "đã làm", plain(c.Remark.Done),
			"khối lượng", plain(c.Remark.Amount), "kinh phí", plain(c.Remark.Cost))
	}
}

// plain is a sentence of the commune's own without the stop that a template sets.
func plain(words string) string { return strings.TrimRight(strings.TrimSpace(words), ".;") }

func (v *values) indicator(criterion *docx.Values, ind *assess.Indicator) {
	item := criterion.Add("chỉ tiêu")
	item.Set("số", ind.No, "tên", ind.Name)
	v.judgement(item, &ind.Judgement, ind.Note)
	for i := range ind.Parts {
		v.part(item, &ind.Parts[i], 0)
	}
}

// part is what one of the requirements of an indicator asks; its own parts stand behind it,
// set in deeper.
func (v *values) part(indicator *docx.Values, p *assess.Judgement, depth int) {
	item := indicator.Add("nội dung")
	item.Set("tên", strings.Repeat("\u00a0\u00a0\u00a0", depth)+"– "+dossier.PartName(p))
	v.judgement(item, p, "")
	item.Set("tự đánh giá", dossier.PartWord(p))
	if len(p.Parts) > 0 {
		item.Put("yêu cầu", "")
	}
	for i := range p.Parts {
		v.part(indicator, &p.Parts[i], depth+1)
	}
}

// judgement is a figure held against what is asked.
func (v *values) judgement(item *docx.Values, j *assess.Judgement, note string) {
	item.Set("yêu cầu", folded(j.Asked(), j.Threshold.Figure), "tự đánh giá", j.Outcome.Word())
	switch {
	case j.Outcome == assess.NotApplicable:
		item.Put("kết quả", "")
	case len(j.Parts) > 0:
		done := 0
		for i := range j.Parts {
			if j.Parts[i].Outcome == assess.Met {
				done++
			}
		}
		item.Set("kết quả", met(done, len(j.Parts))+" nội dung")
	case j.Figure != nil:
		item.Set("kết quả", folded(j.Figure.String(), j.Threshold.Figure))
	}
	proof, remark := "", ""
	if len(j.Parts) == 0 && j.Figure != nil {
		proof, remark = v.proof(j.Figure.Sources), j.Figure.Note
	}
	item.Put("minh chứng", proof,
		"ghi chú", vi.Capital(vi.Join("; ", v.year(j), dossier.Reckoned(j.Threshold), note, remark)))
}

// folded has a long unit stand in several lines, in a column that is narrow.
func folded(words string, f *criteria.Figure) string {
	if words = look.Unit(words); f == nil || f.Unit == "" {
		return words
	}
	return strings.ReplaceAll(words, look.Unit(string(f.Unit)), look.Foldable(f.Unit))
}

// year is that of a figure which is not of the year of recognition.
func (v *values) year(j *assess.Judgement) string {
	if j.Figure == nil || j.Figure.Year == v.a.Year {
		return ""
	}
	return fmt.Sprintf("số liệu năm %d", j.Figure.Year)
}

// proof names documents by number, else by title.
func (v *values) proof(ids []string) string {
	if len(ids) == 0 {
		return assess.NoEvidence.Word()
	}
	return vi.List(", ", ids, v.a.Report.NameOf)
}

// conditions are the gates besides the criteria, the level below first.
func (v *values) conditions(into *docx.Values, list string, l *assess.Level) {
	n := 0
	add := func(name string) *docx.Values {
		n++
		item := into.Add(list)
		item.Set("số", fmt.Sprint(n), "tên", name)
		return item
	}
	if p := l.Prerequisite; p != nil {
		item := add(p.Text)
		item.Set("yêu cầu", "Đạt", "kết quả", vi.Capital(p.Basis), "tự đánh giá", p.Outcome().Word())
		item.Put("minh chứng", "", "ghi chú", "")
	}
	for i := range l.Conditions {
		c := &l.Conditions[i]
		v.judgement(add(c.Name), &c.Judgement, "")
	}
}
