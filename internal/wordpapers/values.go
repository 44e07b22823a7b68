package wordpapers

import (
	"fmt"
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
	v.Set("xã", c.Name)
	v.Set("tên đầy đủ", c.Title())
	v.Set("mã xã", c.Code)
	var above []string
	for part := range strings.SplitSeq(c.Title(), ", ") {
		above = append(above, part)
	}
	v.Set("tỉnh", above[len(above)-1])
	to, who := above[len(above)-1], "thẩm định"
	if v.a.Date <= dossier.LastDistrictDay {
		who = "thẩm tra, thẩm định"
		if len(above) > 2 {
			v.Set("huyện", above[1])
			to = above[1]
		}
	}
	v.Set("nơi nhận hồ sơ", "Ủy ban nhân dân "+to)
	v.Set("cơ quan cấp trên", "UBND "+to)
	v.Set("nơi nhận thẩm định", "UBND "+to)
	v.Set("việc thẩm định", who)
	v.Set("vùng", criteria.Region(c.Region).Title())
	v.Set("năm", fmt.Sprint(v.a.Year))
	if year := v.o.At.Year(); year == v.a.Year || year == v.a.Year+1 {
		v.Set("năm ký", fmt.Sprint(year))
	}
	v.Set("danh hiệu", v.top().Level.Title())
}

// verdict is what came of the level that is asked for.
func (v *values) verdict() {
	l := v.top()
	v.Set("kết luận", l.Verdict.Word())
	whole := fmt.Sprintf("Theo kết quả tự đánh giá, xã %s để đề nghị công nhận đạt chuẩn %s năm %d",
		vi.Lower(l.Verdict.Word()), l.Level.Title(), v.a.Year)
	if l.Verdict == assess.Undecided {
		whole = fmt.Sprintf("Theo số liệu hiện có, chưa đủ căn cứ kết luận xã đạt chuẩn %s năm %d", l.Level.Title(),
			v.a.Year)
	}
	if denied := l.Denied(); denied != "" {
		whole += ": " + denied
	}
	v.Set("kết luận đầy đủ", whole)
	v.Put("đủ điều kiện", "")
	v.Put("chưa đủ", "")
	if l.Verdict == assess.Eligible {
		v.Put("đủ điều kiện", l.Verdict.Word())
	} else {
		v.Put("chưa đủ", vi.Lower(whole))
	}
	v.Put("trái danh hiệu", l.Denied())
	v.Put("dự thảo", "")
	v.Put("dự thảo ở chân trang", "")
	v.Put("lý do dự thảo", "")
	if v.a.Draft {
		v.Put("dự thảo", dossier.DraftMark)
		v.Put("dự thảo ở chân trang", " – "+dossier.DraftMark)
		v.Put("lý do dự thảo", assess.Unsettled(v.a.Levels...))
	}
	v.Set("tiêu chí đạt", met(l.CriteriaMet, l.CriteriaTotal))
	v.Set("chỉ tiêu đạt", met(l.IndicatorsMet, l.IndicatorsTotal))
	v.Set("cột áp dụng", dossier.ColumnOf(l))
	v.Put("chú ý", v.a.Criteria.NationOnly)
	v.Put("quy định áp dụng thêm", vi.Join("; ", v.a.Criteria.Overlays...))
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
		item := v.Add("căn cứ")
		item.Set("văn bản", text)
		item.Set("nội dung", vi.Join("; ", names[text]...))
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
	say := func(f *assess.Figure) {
		words := look.Unit(f.String())
		v.Set(f.ID, words)
		if f.Entry != nil {
			if _, taken := v.Words[f.Entry.Name]; !taken {
				v.Set(f.Entry.Name, words)
			}
		}
		for alias, id := range aliases {
			if id == f.ID {
				v.Set(alias, words)
			}
		}
	}
	for f := range v.a.Figures() {
		say(f)
	}
	for _, f := range v.a.Told() {
		say(f)
	}
}

// held is the day of a sitting.
func (v *values) held(at time.Time) {
	if at.IsZero() {
		return
	}
	v.Set("ngày họp", fmt.Sprintf("%02d", at.Day()))
	month := fmt.Sprint(int(at.Month()))
	if at.Month() < time.March {
		month = "0" + month
	}
	v.Set("tháng họp", month)
	v.Set("năm họp", fmt.Sprint(at.Year()))
	v.Set("ngày họp đầy đủ", vi.LongDate(at))
}
