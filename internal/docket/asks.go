package docket

import (
	"fmt"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Lacks tells what keeps a level from being eligible beyond doubt, "" for nothing.
func Lacks(b *assess.BriefLevel) string {
	switch {
	case b == nil:
		return "chưa được đánh giá"
	case b.Verdict != assess.Eligible:
		return vi.Join("; ", fmt.Sprintf("%s, %d/%d tiêu chí đạt", b.Verdict.Word(), b.CriteriaMet, b.CriteriaTotal),
			b.Against)
	case b.Draft:
		return fmt.Sprintf("%s nhưng còn là dự thảo vì có ngưỡng chưa đối chiếu hoặc chưa có", b.Verdict.Word())
	}
	return ""
}

// StandsOn tells whether the grounds given before hold for the dossier's assessment.
func (d *Dossier) StandsOn() bool {
	return d.Grounds != nil && d.Assessment != nil && d.Grounds.For == d.Assessment.Result
}

// verdict: eligible beyond doubt, or a reason for the assessment that stands.
func verdict[B grounded](t turn, b B) { t.goesOn(t.d.Level, b.grounds()) }

func verdictOfLevel(t turn, b SubmittedBody) { t.goesOn(b.Level, b.Grounds) }

func (t turn) goesOn(level criteria.Level, given Grounds) {
	d := t.d
	if d.Assessment == nil || level == "" {
		return // another need says so
	}
	lacks := Lacks(d.Assessment.Brief.On(level))
	if lacks == "" || given.Reason != "" && given.For == d.Assessment.Result || d.StandsOn() {
		return
	}
	changed := ""
	if d.Grounds != nil {
		changed = "; kết quả đánh giá đã khác lúc ghi lý do trước"
	}
	t.missing("lý do%s, vì xã %s: %s%s", problem.By("--reason"), level.Title(), lacks, changed).
		so("ghi lý do đưa hồ sơ đi tiếp, hoặc bổ sung số liệu rồi đánh giá lại")
}

// days: neither to come nor before the step that led here.
func days[B any](t turn, _ B) { t.inOrder(t.d.since(), t.e.Day) }

func daysOfConclusion(t turn, b Conclusion) { t.inOrder(t.d.since(), t.e.Day, b.Date) }

func daysAfterOpinions(t turn, _ NoteBody) {
	since := t.d.since()
	for _, o := range t.d.Opinions {
		var day criteria.Date
		if day.UnmarshalText([]byte(o.Day)) == nil && day.After(since.Time) {
			since = day
		}
	}
	t.inOrder(since, t.e.Day)
}

func dayNotToCome[B any](t turn, _ B) { t.inOrder(criteria.Date{}, t.e.Day) }

// since is the day of the step that led here, else the earliest on which anything of the
// dossier's year happened.
func (d *Dossier) since() criteria.Date {
	if d.Since.IsZero() {
		return criteria.Day(d.Year, time.January, 1)
	}
	return d.Since
}

// inOrder holds days, none where zero, against the day before which they cannot be and
// the one on which the event was written down.
func (t turn) inOrder(since criteria.Date, days ...criteria.Date) {
	today := Today(t.e.At)
	for _, day := range days {
		switch {
		case day.IsZero():
		case day.After(today.Time):
			t.wrong("ngày %s là ngày chưa đến; hôm nay là %s", vi.Date(day.Time), vi.Date(today.Time)).
				so("ghi ngày không sau hôm nay")
			return
		case day.Before(since.Time):
			t.wrong("ngày %s trước ngày của bước liền trước, %s", vi.Date(day.Time), vi.Date(since.Time)).
				so("ghi ngày từ ngày ấy trở đi; bước trước ghi sai ngày thì đính chính bước ấy trước")
			return
		}
	}
}

func dayAfterTitle(t turn, b Decision) {
	for h := range t.c.inForce(b.Level) {
		if !h.Date.IsZero() && t.e.Day.Before(h.Date.Time) {
			t.wrong("ngày %s trước ngày công nhận, %s", vi.Date(t.e.Day.Time), vi.Date(h.Date.Time)).
				so("ghi ngày từ ngày công nhận trở đi")
			return
		}
	}
}

// again: where a council proposed to recognise the commune, none votes once more.
func again[B any](t turn, _ B) {
	if v, c := t.d.Vote, t.d.Conclusion; v != nil && (v.Carried != nil && *v.Carried || c != nil && c.Yes) {
		t.wrong("hội đồng đã đề nghị công nhận, không biểu quyết lại").
			so("ghi quyết định công nhận%s", problem.By("ntm process recognise"))
	}
}

// concluded: by the chairman, where the rules do not decide.
func concluded[B any](t turn, _ B) {
	switch d := t.d; {
	case d.Vote == nil || d.Vote.Carried != nil:
	case d.Conclusion == nil:
		t.missing("kết luận của chủ tịch hội đồng%s, vì tỷ lệ chưa chắc",
			problem.By("ntm council conclude")).so("ghi kết luận của chủ tịch trước")
	case !d.Conclusion.Yes:
		t.wrong("chủ tịch hội đồng đã kết luận không đề nghị công nhận").
			so("ghi không công nhận, hoặc đưa hồ sơ vào kỳ họp khác%s",
				problem.By("ntm process refuse, ntm council batch"))
	}
}
