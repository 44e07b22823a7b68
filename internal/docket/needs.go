package docket

import (
	"slices"
	"strings"

	"ntm/internal/list"
	"ntm/internal/problem"
)

// taking is how the event of a step is read, and what it lacks when its turn comes.
type taking interface {
	read(*Event) (any, error)
	lacks(turn, any) []lack
}

// turn is an event at its turn: its commune and dossier as they stand before it.
type turn struct {
	c *Commune
	d *Dossier
	e *Event
}

// need tells what a step with such a body lacks.
type need[B any] func(turn, B) lack

// lack is what is missing for a step, or what stands in its way, and what to do about it; nothing
// where all are "".
type lack struct{ missing, wrong, todo []problem.Words }

// lacking is a lack of which is still to be said what to do about it.
type lacking lack

func missing(format string, args ...any) lacking {
	return lacking{missing: []problem.Words{problem.Say(format, args...)}}
}

func wrong(format string, args ...any) lacking {
	return lacking{wrong: []problem.Words{problem.Say(format, args...)}}
}

// so says what to do about it.
func (l lacking) so(format string, args ...any) lack {
	l.todo = []problem.Words{problem.Say(format, args...)}
	return lack(l)
}

// and is what is missing besides.
func (l lack) and(other lack) lack {
	l.missing, l.todo = append(l.missing, other.missing...), append(l.todo, other.todo...)
	return l
}

// takes is the taking of events with such a body.
type takes[B any] struct{ always, dated []need[B] }

func needs[B any](always ...need[B]) takes[B] { return takes[B]{always: always} }

func (t takes[B]) asks(dated ...need[B]) takes[B] {
	t.dated = dated
	return t
}

func (t takes[B]) read(e *Event) (any, error) { return decode[B](e) }

func (t takes[B]) lacks(at turn, body any) []lack {
	all := t.always
	if !at.e.Day.IsZero() {
		all = slices.Concat(all, t.dated)
	}
	return list.Map(all, func(need need[B]) lack { return need(at, body.(B)) })
}

func newestReport(t turn, b AssessedBody) lack {
	if t.d.Report() == nil || t.d.Report().Digest != b.Report {
		return missing("báo cáo được đánh giá (báo cáo mới nhất của xã là bản khác)").
			so("đánh giá báo cáo mới nhất rồi làm lại%s", problem.By("ntm assess"))
	}
	return lack{}
}

func assessment[B any](t turn, _ B) lack {
	if !t.d.Current() {
		return missing("kết quả đánh giá báo cáo mới nhất%s", problem.By("ntm assess")).
			so("đánh giá báo cáo mới nhất rồi làm lại bước này")
	}
	return lack{}
}

func level(t turn, b SubmittedBody) lack {
	switch {
	case b.Level == "":
		return missing("mức đề nghị công nhận%s", problem.By("--level")).
			so("chọn mức xã đề nghị: nông thôn mới, nâng cao hoặc kiểu mẫu")
	case t.d.Current() && t.d.Assessment.Brief.On(b.Level) == nil:
		return missing("bộ tiêu chí xã %s của năm %d", b.Level.Title(), t.d.Year).
			so("chọn mức khác, hoặc đọc quyết định của mức này rồi đánh giá lại")
	}
	for h := range t.c.inForce(b.Level) {
		if h.Year == t.d.Year {
			return missing("một mức khác: xã đã được công nhận %s năm %d", b.Level.Title(), t.d.Year).
				so("chọn mức khác; nếu quyết định trước ghi nhầm thì đính chính trước")
		}
	}
	return lack{}
}

func reasons(_ turn, b SentBackBody) lack {
	unsaid := func(r Reason) bool { return strings.TrimSpace(r.Text) == "" }
	if len(b.Reasons) == 0 || slices.ContainsFunc(b.Reasons, unsaid) {
		return missing("lý do trả lại%s", problem.By("--reason")).
			so("ghi lý do của từng chỉ tiêu, ví dụ 10: thiếu xác nhận thu nhập")
	}
	return lack{}
}

func opinion(t turn, b Opinion) lack {
	var out lack
	if b.Department == "" {
		out = out.and(missing("cơ quan cho ý kiến%s", problem.By("--department")).so("ghi tên cơ quan cho ý kiến"))
	}
	if b.Result == "" {
		out = out.and(missing("kết quả%s", problem.By("--result")).so("ghi kết quả của ý kiến"))
	}
	if brief := t.d.Brief(); brief == nil || brief.CriterionOf(b.On) == "" {
		out = out.and(missing("tiêu chí, chỉ tiêu hoặc điều kiện có trong bộ tiêu chí xã %s (đọc thấy %q)",
			t.d.Level.Title(), b.On).so("ghi số như ở bảng kết quả đánh giá, ví dụ 10 hoặc 17.1"))
	}
	return out
}

// opinions: on every criterion of the level.
func opinions[B any](t turn, _ B) lack {
	brief := t.d.Brief()
	if brief == nil {
		return lack{}
	}
	var open []string
	for _, c := range brief.Criteria {
		if !slices.ContainsFunc(t.d.Opinions, func(o Opinion) bool { return brief.CriterionOf(o.On) == c.No }) {
			open = append(open, c.No)
		}
	}
	if len(open) > 0 {
		return missing("ý kiến của cơ quan chuyên môn về tiêu chí %s", strings.Join(open, ", ")).
			so("ghi đủ ý kiến về các tiêu chí ấy rồi trình lại%s", problem.By("ntm process opinion"))
	}
	return lack{}
}

func ofItsCouncil[B interface{ council() string }](t turn, b B) lack {
	if named := b.council(); named != t.d.Council {
		return missing("đúng hội đồng: hồ sơ đang ở đợt của hội đồng %s, không phải %s", t.d.Council, named).
			so("ghi ở hội đồng của đợt, hoặc đưa hồ sơ ra khỏi đợt trước%s",
				problem.By("ntm council batch --remove"))
	}
	return lack{}
}

// undecided: by the rules, so that the chairman concludes.
func undecided[B any](t turn, _ B) lack {
	if t.d.Vote != nil && t.d.Vote.Carried != nil {
		return wrong("hội đồng đã có kết quả theo tỷ lệ: %s", t.d.Vote.Words).
			so("không cần chủ tịch kết luận; ghi quyết định theo kết quả biểu quyết")
	}
	return lack{}
}

func chair(_ turn, b Conclusion) lack {
	var out lack
	if b.Chair == "" {
		out = out.and(missing("người kết luận%s", problem.By("--chair")).so("ghi tên chủ tịch hội đồng"))
	}
	if b.Paper == "" {
		out = out.and(missing("số văn bản ghi kết luận%s", problem.By("--paper")).so("ghi số văn bản kết luận"))
	}
	return out
}

func carried(t turn, b Decision) lack {
	switch {
	case t.d.Vote == nil:
		return missing("kết quả biểu quyết của hội đồng").
			so("đưa hồ sơ vào đợt và ghi biểu quyết trước%s", problem.By("ntm council batch"))
	case b.Level != t.d.Level:
		return missing("mức đúng với hồ sơ: xã %s", t.d.Level.Title()).so("ghi đúng mức hội đồng đã xét")
	case t.d.Vote.Carried != nil && !*t.d.Vote.Carried:
		return missing("tỷ lệ biểu quyết: %s", t.d.Vote.Words).
			so("ghi không công nhận, hoặc đưa hồ sơ vào kỳ họp khác%s",
				problem.By("ntm process refuse, ntm council batch"))
	}
	return lack{}
}

func decision(_ turn, b Decision) lack {
	if b.Number == "" || b.Date.IsZero() {
		return missing("số và ngày quyết định%s", problem.By("--decision, --date")).
			so("ghi đủ số và ngày như trên quyết định")
	}
	return lack{}
}

func reason(_ turn, b Decision) lack {
	if b.Note == "" {
		return missing("lý do%s", problem.By("--reason")).so("ghi lý do rồi làm lại")
	}
	return lack{}
}

func title(t turn, b Decision) lack {
	for range t.c.inForce(b.Level) {
		return lack{}
	}
	if b.Level == "" {
		return missing("mức bị thu hồi%s", problem.By("--level")).so("chọn mức bị thu hồi")
	}
	return missing("danh hiệu xã %s đang có hiệu lực", b.Level.Title()).
		so("xem các danh hiệu của xã%s, chọn đúng mức đang có hiệu lực", problem.By("ntm show"))
}

// newestStep: only that one can be taken back, and only one's own; see insteadOf.
func newestStep(t turn, b CorrectedBody) lack {
	if b.Kind == Titled {
		switch title := t.c.entered(b.Event); {
		case title == nil:
			return missing("một danh hiệu đã ghi để đính chính").
				so("xem các danh hiệu đã ghi của xã%s", problem.By("ntm show"))
		case !title.Holds():
			return wrong("danh hiệu này %s", title.Over()).
				so("danh hiệu đã hết hiệu lực thì không đính chính; xem các bước đã ghi của xã%s",
					problem.By("ntm show"))
		}
		return lack{}
	}
	switch last := t.d.LastStep(); {
	case last == nil:
		return missing("một bước đã ghi để đính chính").so("xem các bước đã ghi của xã%s", problem.By("ntm show"))
	case last.Event != b.Event:
		return wrong("bước mới nhất của hồ sơ là: %s lúc %s (%s)", last.Kind.Word(), Clock(last.At), last.By).
			so("đính chính bước mới nhất ấy trước")
	case insteadOf[last.Kind].do != "":
		instead := insteadOf[last.Kind]
		return wrong("bước mới nhất là %s, không đính chính được; %s%s", last.Kind.Word(), instead.do, instead.by).
			so("làm bước nêu trên thay cho đính chính")
	}
	return lack{}
}

// insteadOf is what to do about a step that cannot be taken back on its own: a report is
// the commune's, a batch and a vote are the council's.
var insteadOf = map[Kind]struct {
	do string
	by problem.By
}{
	Received:  {"nhập báo cáo đúng", "ntm import"},
	Batched:   {"đưa ra khỏi đợt", "ntm council batch --remove"},
	Unbatched: {"đưa vào đợt lại", "ntm council batch"},
	Voted:     {"biểu quyết lại ở kỳ họp khác", "ntm council batch"},
}

func why(_ turn, b CorrectedBody) lack {
	if strings.TrimSpace(b.Reason) == "" {
		return missing("lý do đính chính%s", problem.By("--reason")).so("ghi lý do đính chính")
	}
	return lack{}
}
