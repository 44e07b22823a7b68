package wordpapers

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docx"
	"ntm/internal/dossier"
	"ntm/internal/list"
	"ntm/internal/look"
	"ntm/internal/vi"
)

// values are those of the papers of an assessment.
type values struct {
	*docx.Values
	a *assess.Assessment
	o Options

	remarked map[string]bool // criteria, by name, of which it was told what was done

	fields map[string]string // of work, by who confirms a figure
}

// top is the level that is asked for.
func (v *values) top() *assess.Level { return &v.a.Levels[len(v.a.Levels)-1] }

// newValues are the values of a commune's papers.
func newValues(a *assess.Assessment, o Options) (*values, error) {
	v := &values{&docx.Values{}, a, o, map[string]bool{}, map[string]string{}}
	fingerprint, err := dossier.Fingerprint(a, dossier.Options{At: o.At, Dated: o.Dated, Files: o.Files,
		Photos: o.Photos})
	if err != nil {
		return nil, err
	}
	v.Set("mã hồ sơ", dossier.Printed(fingerprint))
	v.place()
	v.verdict()
	v.basis()
	for i := range a.Levels {
		v.level(&a.Levels[i])
	}
	v.conditions(v.Values, "điều kiện", v.top())
	v.figures()
	v.report()
	v.capital()
	v.arrears()
	v.poll()
	v.photos()
	return v, nil
}

// place is who hands in, when, and to whom.
func (v *values) place() {
	c := v.a.Commune
	above := strings.Split(c.Title(), ", ")
	province := above[len(above)-1]
	to, who := province, "thẩm định"
	if v.a.Date <= dossier.LastDistrictDay {
		who = "thẩm tra, thẩm định"
		if len(above) > 2 {
			v.Set("huyện", above[1])
			to = above[1]
		}
	}
	v.Set("xã", c.Name, "tên đầy đủ", c.Title(), "mã xã", c.Code, "tỉnh", province,
		"nơi nhận hồ sơ", "Ủy ban nhân dân "+to, "cơ quan cấp trên", "UBND "+to, "nơi nhận thẩm định", "UBND "+to,
		"việc thẩm định", who, "vùng", criteria.Region(c.Region).Title(), "năm", fmt.Sprint(v.a.Year),
		"danh hiệu", v.top().Level.Title())
	if year := v.o.At.Year(); year == v.a.Year || year == v.a.Year+1 {
		v.Set("năm ký", fmt.Sprint(year))
	}
}

// verdict is what came of the level that is asked for.
func (v *values) verdict() {
	l := v.top()
	whole := fmt.Sprintf("Theo kết quả tự đánh giá, xã %s để đề nghị công nhận đạt chuẩn %s năm %d",
		vi.Lower(l.Verdict.Word()), l.Level.Title(), v.a.Year)
	if l.Verdict == assess.Undecided {
		whole = fmt.Sprintf("Theo số liệu hiện có, chưa đủ căn cứ kết luận xã đạt chuẩn %s năm %d", l.Level.Title(),
			v.a.Year)
	}
	if denied := l.Denied(); denied != "" {
		whole += ": " + denied
	}
	eligible, short := l.Verdict.Word(), ""
	if l.Verdict != assess.Eligible {
		eligible, short = "", vi.Lower(whole)
	}
	v.Put("đủ điều kiện", eligible, "chưa đủ", short)
	v.Put("dự thảo", "", "dự thảo ở chân trang", "", "lý do dự thảo", "")
	if v.a.Draft {
		v.Put("dự thảo", dossier.DraftMark, "dự thảo ở chân trang", " – "+dossier.DraftMark,
			"lý do dự thảo", assess.Unsettled(v.a.Levels...))
	}
	v.Set("kết luận", l.Verdict.Word(), "kết luận đầy đủ", whole, "cột áp dụng", dossier.ColumnOf(l),
		"tiêu chí đạt", met(l.CriteriaMet, l.CriteriaTotal), "chỉ tiêu đạt", met(l.IndicatorsMet, l.IndicatorsTotal))
	v.Put("trái danh hiệu", l.Denied(), "chú ý", v.a.Criteria.NationOnly,
		"quy định áp dụng thêm", vi.Join("; ", v.a.Criteria.Overlays...))
}

// met is how many of how many, "" where there are none yet.
func met(n, of int) string {
	if of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", n, of)
}

// basis is the documents that the commune is judged by, each once, with all that it is the
// basis of.
func (v *values) basis() {
	said, names := []string{}, map[string][]string{}
	add := func(text, name string) {
		said = list.Once(said, text)
		names[text] = list.Once(names[text], name)
	}
	for i := range v.a.Levels {
		l := &v.a.Levels[i]
		add(amended(l.Rules.Document, amendments(l)...), l.Rules.Name)
	}
	if p := v.a.Set.Procedure; p != nil {
		if p.AmendedBy == "" || v.a.Set.Query.On.Before(p.AmendedOn.Time) {
			add(dossier.Cited(p.Decision), p.Name)
		} else {
			add(amended(p.Decision, p.AmendedBy), p.Name)
		}
	}
	for _, text := range said {
		v.Add("căn cứ").Set("văn bản", text, "nội dung", vi.Join("; ", names[text]...))
	}
}

// amendments are the decisions that amended what a level's own decision asks.
func amendments(l *assess.Level) (out []string) {
	for x := range l.Judged() {
		x.Leaves(func(leaf *assess.Judgement) {
			if b := &leaf.Threshold.Basis; b.Decision == l.Rules.Number && b.AmendedBy != "" {
				out = list.Once(out, b.AmendedBy)
			}
		})
	}
	return out
}

// amended is a document as it is cited with what amended it.
func amended(doc criteria.Document, by ...string) string {
	text := dossier.Cited(doc)
	if len(by) > 0 {
		text += ", sửa đổi bởi " + vi.List(", ", by, func(no string) string { return "Quyết định số " + no })
	}
	return text
}

// figures are all figures that are judged or told, by name, by id and by what people call
// them.
func (v *values) figures() {
	for _, f := range append(slices.Collect(v.a.Figures()), v.a.Told()...) {
		words := look.Unit(f.String())
		v.Set(f.ID, words)
		if f.Entry != nil {
			if _, taken := v.Words[f.Entry.Name]; !taken {
				v.Set(f.Entry.Name, words)
			}
		}
		for _, alias := range aliases {
			if alias[1] == f.ID {
				v.Set(alias[0], words)
			}
		}
	}
}

// held is the day of a sitting.
func (v *values) held(at time.Time) {
	if at.IsZero() {
		return
	}
	v.Set("ngày họp", fmt.Sprintf("%02d", at.Day()), "tháng họp", vi.Month(at), "năm họp", fmt.Sprint(at.Year()),
		"ngày họp đầy đủ", vi.LongDate(at))
}
