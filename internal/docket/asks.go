package docket

import (
	"fmt"
	"slices"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/vi"
)

// groundsOf are the grounds that a step brings.
func groundsOf(body any) Grounds {
	switch b := body.(type) {
	case SubmittedBody:
		return b.Grounds
	case NoteBody:
		return b.Grounds
	case BatchBody:
		return b.Grounds
	case Decision:
		return b.Grounds
	}
	return Grounds{}
}

// Lacks tells what keeps a level from being eligible beyond doubt, "" for nothing.
func Lacks(b *assess.BriefLevel) string {
	switch {
	case b == nil:
		return "chưa được đánh giá"
	case b.Verdict != assess.Eligible:
		return fmt.Sprintf("%s, %d/%d tiêu chí đạt", b.Verdict.Word(), b.CriteriaMet, b.CriteriaTotal)
	case b.Draft:
		return fmt.Sprintf("%s nhưng còn là dự thảo vì có ngưỡng chưa đối chiếu hoặc chưa có", b.Verdict.Word())
	}
	return ""
}

// StandsOn tells whether the grounds given before hold for the dossier's assessment.
func (d *Dossier) StandsOn() bool {
	return d.Grounds != nil && d.Assessment != nil && d.Grounds.For == d.Assessment.Result
}

// lacksGrounds tells that a dossier whose assessment is not eligible beyond doubt goes
// on without a reason for that assessment.
func lacksGrounds(d *Dossier, e *Event, body any) string {
	level := d.Level
	if b, ok := body.(SubmittedBody); ok {
		level = b.Level
	}
	if d.Assessment == nil || e.Kind == Recognised && d.Vote == nil {
		return "" // another need says so
	}
	lacks := Lacks(d.Assessment.Brief.On(level))
	given := groundsOf(body)
	if lacks == "" || given.Reason != "" && given.For == d.Assessment.Result || d.StandsOn() {
		return ""
	}
	changed := ""
	if d.Grounds != nil {
		changed = "; kết quả đánh giá đã khác lúc ghi lý do trước"
	}
	return fmt.Sprintf("lý do (--reason), vì xã %s: %s%s", level.Title(), lacks, changed)
}

// firstDay is the earliest day of anything that happened to a dossier of a year.
func firstDay(year int) criteria.Date { return criteria.Day(year, time.January, 1) }

// lacksOrder holds the day of a step against the days before it and the day it was
// written down.
func lacksOrder(_ *Commune, d *Dossier, e *Event, body any) string {
	today := Today(e.At)
	wrong := func(why string, day criteria.Date) string {
		return fmt.Sprintf("%sngày %s %s %s", bars, vi.Date(e.Day.Time), why, vi.Date(day.Time))
	}
	days := []criteria.Date{e.Day}
	if b, ok := body.(Conclusion); ok && !b.Date.IsZero() {
		days = append(days, b.Date)
	}
	since := d.Since
	if since.IsZero() {
		since = firstDay(d.Year)
	}
	if e.Kind == Readied {
		for _, o := range d.Opinions {
			var day criteria.Date
			if day.UnmarshalText([]byte(o.Day)) == nil && day.After(since.Time) {
				since = day
			}
		}
	}
	for _, day := range days {
		switch {
		case day.After(today.Time):
			return wrong("là ngày chưa đến; hôm nay là", today)
		case e.Kind == Revoked:
		case day.Before(since.Time):
			return wrong("trước ngày của bước liền trước,", since)
		}
	}
	return ""
}

// lacksTitleBefore holds the day of a revocation against that of the title.
func lacksTitleBefore(c *Commune, e *Event, body any) string {
	b := body.(Decision)
	for i := range c.Titles {
		t := &c.Titles[i]
		if t.Level == b.Level && t.Holds() && !t.Date.IsZero() && e.Day.Before(t.Date.Time) {
			return fmt.Sprintf("%sngày %s trước ngày công nhận, %s", bars, vi.Date(e.Day.Time), vi.Date(t.Date.Time))
		}
	}
	return ""
}

// asks are further words of steps.yaml: what is asked of events that have a day.
var asks = map[string]func(c *Commune, d *Dossier, e *Event, body any) string{
	"verdict": func(_ *Commune, d *Dossier, e *Event, body any) string { return lacksGrounds(d, e, body) },
	"days":    lacksOrder,
	"since_title": func(c *Commune, _ *Dossier, e *Event, body any) string {
		return lacksTitleBefore(c, e, body)
	},
	"again": func(_ *Commune, d *Dossier, _ *Event, _ any) string {
		if proposed(d) {
			return bars + "hội đồng đã đề nghị công nhận, không biểu quyết lại"
		}
		return ""
	},
	"concluded": func(_ *Commune, d *Dossier, _ *Event, _ any) string {
		switch {
		case d.Vote == nil || d.Vote.Carried != nil:
			return ""
		case d.Conclusion == nil:
			return "kết luận của chủ tịch hội đồng (ntm council conclude), vì tỷ lệ chưa chắc"
		case !d.Conclusion.Yes:
			return bars + "chủ tịch hội đồng đã kết luận không đề nghị công nhận"
		}
		return ""
	},
}

// proposed tells whether a council proposed to recognise the commune.
func proposed(d *Dossier) bool {
	return d.Vote != nil && (d.Vote.Carried != nil && *d.Vote.Carried || d.Conclusion != nil && d.Conclusion.Yes)
}

// correctable are the steps that may be taken back on their own; a batch and a vote
// are the council's.
var correctable = []Kind{Submitted, SentBack, TakenUp, Opined, Readied, Concluded, Recognised, Refused, Revoked}

// lacksLast tells why a step cannot be taken back: only the newest one can.
func lacksLast(d *Dossier, b CorrectedBody) string {
	last := d.LastStep()
	switch {
	case last == nil:
		return "một bước đã ghi để đính chính"
	case last.Event != b.Event:
		return fmt.Sprintf("%sbước mới nhất của hồ sơ là: %s lúc %s (%s)", bars, last.Kind.Word(), Clock(last.At), last.By)
	case !slices.Contains(correctable, last.Kind):
		return fmt.Sprintf("%sbước mới nhất là %s, không đính chính được; %s", bars, last.Kind.Word(), instead[last.Kind])
	}
	return ""
}

// instead is what to do about a step that cannot be taken back on its own.
var instead = map[Kind]string{
	Received: "nhập báo cáo đúng (ntm import)", Batched: "đưa ra khỏi đợt (ntm council batch --remove)",
	Unbatched: "đưa vào đợt lại (ntm council batch)", Voted: "biểu quyết lại ở kỳ họp khác (ntm council batch)",
}
