package docket

import (
	"slices"
	"strings"

	"ntm/internal/problem"
)

// taking is how the event of a step is read, and what it lacks when its turn comes.
type taking interface {
	read(*Event) (any, error)
	lacks(turn, any)
}

// turn is an event at its turn: its commune and dossier as they stand before it, and what keeps
// it from following them.
type turn struct {
	c *Commune
	d *Dossier
	e *Event
	*Refusal
}

// need tells what a step with such a body lacks.
type need[B any] func(turn, B)

// missing says what is missing for the step.
func (r *Refusal) missing(format string, args ...any) *Refusal {
	r.Missing = append(r.Missing, problem.Say(format, args...))
	return r
}

// wrong says what stands in its way.
func (r *Refusal) wrong(format string, args ...any) *Refusal {
	r.Wrong = append(r.Wrong, problem.Say(format, args...))
	return r
}

// so says what to do about what was said last.
func (r *Refusal) so(format string, args ...any) {
	r.Todo = append(r.Todo, problem.Say(format, args...))
}

// takes is the taking of events with such a body.
type takes[B any] struct{ always, dated []need[B] }

func needs[B any](always ...need[B]) takes[B] { return takes[B]{always: always} }

func (t takes[B]) asks(dated ...need[B]) takes[B] {
	t.dated = dated
	return t
}

func (t takes[B]) read(e *Event) (any, error) { return decode[B](e) }

func (t takes[B]) lacks(at turn, body any) {
	all := t.always
	if !at.e.Day.IsZero() {
		all = slices.Concat(all, t.dated)
	}
	for _, need := range all {
		need(at, body.(B))
	}
}

func newestReport(t turn, b AssessedBody) {
	if t.d.Report() == nil || t.d.Report().Digest != b.Report {
		t.missing("báo cáo được đánh giá (báo cáo mới nhất của xã là bản khác)").
			so("đánh giá báo cáo mới nhất rồi làm lại%s", problem.By("ntm assess"))
	}
}

func assessment[B any](t turn, _ B) {
	if !t.d.Current() {
		t.missing("kết quả đánh giá báo cáo mới nhất%s", problem.By("ntm assess")).
			so("đánh giá báo cáo mới nhất rồi làm lại bước này")
	}
}

func level(t turn, b SubmittedBody) {
	switch {
	case b.Level == "":
		t.missing("mức đề nghị công nhận%s", problem.By("--level")).
			so("chọn mức xã đề nghị: nông thôn mới, nâng cao hoặc kiểu mẫu")
	case t.d.Current() && t.d.Assessment.Brief.On(b.Level) == nil:
		t.missing("bộ tiêu chí xã %s của năm %d", b.Level.Title(), t.d.Year).
			so("chọn mức khác, hoặc đọc quyết định của mức này rồi đánh giá lại")
	default:
		for h := range t.c.inForce(b.Level) {
			if h.Year == t.d.Year {
				t.missing("một mức khác: xã đã được công nhận %s năm %d", b.Level.Title(), t.d.Year).
					so("chọn mức khác; nếu quyết định trước ghi nhầm thì đính chính trước")
				return
			}
		}
	}
}

func reasons(t turn, b SentBackBody) {
	unsaid := func(r Reason) bool { return strings.TrimSpace(r.Text) == "" }
	if len(b.Reasons) == 0 || slices.ContainsFunc(b.Reasons, unsaid) {
		t.missing("lý do trả lại%s", problem.By("--reason")).
			so("ghi lý do của từng chỉ tiêu, ví dụ 10: thiếu xác nhận thu nhập")
	}
}

func opinion(t turn, b Opinion) {
	if b.Department == "" {
		t.missing("cơ quan cho ý kiến%s", problem.By("--department")).so("ghi tên cơ quan cho ý kiến")
	}
	if b.Result == "" {
		t.missing("kết quả%s", problem.By("--result")).so("ghi kết quả của ý kiến")
	}
	if brief := t.d.Brief(); brief == nil || brief.CriterionOf(b.On) == "" {
		t.missing("tiêu chí, chỉ tiêu hoặc điều kiện có trong bộ tiêu chí xã %s (đọc thấy %q)",
			t.d.Level.Title(), b.On).so("ghi số như ở bảng kết quả đánh giá, ví dụ 10 hoặc 17.1")
	}
}

// opinions: on every criterion of the level.
func opinions[B any](t turn, _ B) {
	brief := t.d.Brief()
	if brief == nil {
		return
	}
	var open []string
	for _, c := range brief.Criteria {
		if !slices.ContainsFunc(t.d.Opinions, func(o Opinion) bool { return brief.CriterionOf(o.On) == c.No }) {
			open = append(open, c.No)
		}
	}
	if len(open) > 0 {
		t.missing("ý kiến của cơ quan chuyên môn về tiêu chí %s", strings.Join(open, ", ")).
			so("ghi đủ ý kiến về các tiêu chí ấy rồi trình lại%s", problem.By("ntm process opinion"))
	}
}

func ofItsCouncil[B interface{ council() string }](t turn, b B) {
	if named := b.council(); named != t.d.Council {
		t.missing("đúng hội đồng: hồ sơ đang ở đợt của hội đồng %s, không phải %s", t.d.Council, named).
			so("ghi ở hội đồng của đợt, hoặc đưa hồ sơ ra khỏi đợt trước%s",
				problem.By("ntm council batch --remove"))
	}
}

// undecided: by the rules, so that the chairman concludes.
func undecided[B any](t turn, _ B) {
	if t.d.Vote != nil && t.d.Vote.Carried != nil {
		t.wrong("hội đồng đã có kết quả theo tỷ lệ: %s", t.d.Vote.Words).
			so("không cần chủ tịch kết luận; ghi quyết định theo kết quả biểu quyết")
	}
}

func chair(t turn, b Conclusion) {
	if b.Chair == "" {
		t.missing("người kết luận%s", problem.By("--chair")).so("ghi tên chủ tịch hội đồng")
	}
	if b.Paper == "" {
		t.missing("số văn bản ghi kết luận%s", problem.By("--paper")).so("ghi số văn bản kết luận")
	}
}

func carried(t turn, b Decision) {
	switch {
	case t.d.Vote == nil:
		t.missing("kết quả biểu quyết của hội đồng").
			so("đưa hồ sơ vào đợt và ghi biểu quyết trước%s", problem.By("ntm council batch"))
	case b.Level != t.d.Level:
		t.missing("mức đúng với hồ sơ: xã %s", t.d.Level.Title()).so("ghi đúng mức hội đồng đã xét")
	case t.d.Vote.Carried != nil && !*t.d.Vote.Carried:
		t.missing("tỷ lệ biểu quyết: %s", t.d.Vote.Words).
			so("ghi không công nhận, hoặc đưa hồ sơ vào kỳ họp khác%s",
				problem.By("ntm process refuse, ntm council batch"))
	}
}

func decision(t turn, b Decision) {
	if b.Number == "" || b.Date.IsZero() {
		t.missing("số và ngày quyết định%s", problem.By("--decision, --date")).
			so("ghi đủ số và ngày như trên quyết định")
	}
}

func reason(t turn, b Decision) {
	if b.Note == "" {
		t.missing("lý do%s", problem.By("--reason")).so("ghi lý do rồi làm lại")
	}
}

func title(t turn, b Decision) {
	for range t.c.inForce(b.Level) {
		return
	}
	if b.Level == "" {
		t.missing("mức bị thu hồi%s", problem.By("--level")).so("chọn mức bị thu hồi")
		return
	}
	t.missing("danh hiệu xã %s đang có hiệu lực", b.Level.Title()).
		so("xem các danh hiệu của xã%s, chọn đúng mức đang có hiệu lực", problem.By("ntm show"))
}

// newestStep: only that one can be taken back, and only one's own; see insteadOf.
func newestStep(t turn, b CorrectedBody) {
	if b.Kind == Titled {
		switch title := t.c.entered(b.Event); {
		case title == nil:
			t.missing("một danh hiệu đã ghi để đính chính").
				so("xem các danh hiệu đã ghi của xã%s", problem.By("ntm show"))
		case !title.Holds():
			t.wrong("danh hiệu này %s", title.Over()).
				so("danh hiệu đã hết hiệu lực thì không đính chính; xem các bước đã ghi của xã%s",
					problem.By("ntm show"))
		}
		return
	}
	switch last := t.d.LastStep(); {
	case last == nil:
		t.missing("một bước đã ghi để đính chính").so("xem các bước đã ghi của xã%s", problem.By("ntm show"))
	case last.Event != b.Event:
		t.wrong("bước mới nhất của hồ sơ là: %s lúc %s (%s)", last.Kind.Word(), Clock(last.At), last.By).
			so("đính chính bước mới nhất ấy trước")
	case insteadOf[last.Kind].do != "":
		instead := insteadOf[last.Kind]
		t.wrong("bước mới nhất là %s, không đính chính được; %s%s", last.Kind.Word(), instead.do, instead.by).
			so("làm bước nêu trên thay cho đính chính")
	}
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

func why(t turn, b CorrectedBody) {
	if strings.TrimSpace(b.Reason) == "" {
		t.missing("lý do đính chính%s", problem.By("--reason")).so("ghi lý do đính chính")
	}
}
