package docket

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/vi"
)

// Refusal is a step that may not be taken now.
type Refusal struct {
	Step    Kind
	Dossier *Dossier // as it stands
	Missing []string // what the step needs besides the right stage
	Wrong   []string // what stands in its way
}

// bars marks the word of a need that says what stands in the way, not what is missing.
const bars = "!"

// Already is a report that came in before.
type Already struct {
	ReportRef
	Newest bool
}

// Error says when.
func (a *Already) Error() string {
	later := ""
	if !a.Newest {
		later = "; sau đó đã có bản mới hơn, bản mới hơn được giữ nguyên"
	}
	return fmt.Sprintf("báo cáo này đã nhập lúc %s (%s)%s", Clock(a.At), a.By, later)
}

// IsRefusal tells whether an error is one of this package's: the event may not
// follow now, and nothing is broken.
func IsRefusal(err error) bool {
	var refusal *Refusal
	var already *Already
	var council *CouncilRefusal
	return errors.As(err, &refusal) || errors.As(err, &already) || errors.As(err, &council)
}

// Error says why, in whole sentences without the dossier's name.
func (r *Refusal) Error() string {
	var why []string
	if len(r.Missing) > 0 {
		why = append(why, "còn thiếu "+strings.Join(r.Missing, "; "))
	}
	if why = append(why, r.Wrong...); len(why) > 0 {
		return fmt.Sprintf("chưa %s được: %s", r.Step.Word(), strings.Join(why, "; "))
	}
	since := ""
	if last := r.Dossier.Last; !last.At.IsZero() {
		since = fmt.Sprintf(" (%s: %s)", last.By, last.Kind.Word()+" lúc "+Clock(last.At))
	}
	return fmt.Sprintf("không %s được khi hồ sơ %q%s", r.Step.Word(), r.Dossier.Stage.Word(), since)
}

// Hint says from where the step may be taken.
func (r *Refusal) Hint() string {
	s, ok := stepOf(r.Step)
	if !ok || len(r.Missing)+len(r.Wrong) > 0 {
		return ""
	}
	words := make([]string, len(s.From))
	for i, from := range s.From {
		words[i] = from.Word()
	}
	return fmt.Sprintf("bước này chỉ làm khi hồ sơ: %s", strings.Join(words, ", "))
}

// vietnam is the country's time, without daylight saving since 1975.
var vietnam = time.FixedZone("", 7*60*60)

// Today is the day that a time falls on in Viet Nam.
func Today(now time.Time) criteria.Date {
	day := now.In(vietnam)
	return criteria.Day(day.Year(), day.Month(), day.Day())
}

// Clock is a time as people in Viet Nam write it.
func Clock(t time.Time) string {
	t = t.In(vietnam)
	return fmt.Sprintf("%02d:%02d ngày %s", t.Hour(), t.Minute(), vi.Date(t))
}

// refuses tells why an event may not follow, nil if it may. Mergers come from
// outside the way of a dossier and always may.
func (c *Commune) refuses(e *Event, body any) error {
	s, ok := stepOf(e.Kind)
	if !ok {
		return nil
	}
	d := c.Dossier(e.Year)
	if d == nil {
		d = newDossier(e)
	}
	if b, ok := body.(ReceivedBody); ok {
		for i, r := range slices.Backward(d.Reports) {
			if newest := i == len(d.Reports)-1; r.Digest == b.Report && (newest || !b.Again) {
				return &Already{r, newest}
			}
		}
	}
	if !slices.Contains(s.From, d.Stage) {
		return &Refusal{Step: e.Kind, Dossier: d}
	}
	why := &Refusal{Step: e.Kind, Dossier: d}
	note := func(lack string) {
		if bar, stands := strings.CutPrefix(lack, bars); stands {
			why.Wrong = append(why.Wrong, bar)
		} else if lack != "" {
			why.Missing = append(why.Missing, lack)
		}
	}
	for _, need := range s.Needs {
		note(needs[need](c, d, body))
	}
	for _, ask := range s.Asks {
		if e.Day.IsZero() {
			break // earlier structures asked for less
		}
		note(asks[ask](c, d, e, body))
	}
	if len(why.Missing)+len(why.Wrong) > 0 {
		return why
	}
	return nil
}

// needs are the words of steps.yaml: each tells what is missing, "" for nothing.
var needs = map[string]func(c *Commune, d *Dossier, body any) string{
	"report": func(_ *Commune, d *Dossier, body any) string {
		if b := body.(AssessedBody); d.Report() == nil || d.Report().Digest != b.Report {
			return "báo cáo được đánh giá (báo cáo mới nhất của xã là bản khác)"
		}
		return ""
	},
	"assessment": func(_ *Commune, d *Dossier, _ any) string {
		if !d.Current() {
			return "kết quả đánh giá báo cáo mới nhất (ntm assess)"
		}
		return ""
	},
	"level": func(c *Commune, d *Dossier, body any) string {
		level := body.(SubmittedBody).Level
		switch {
		case level == "":
			return "mức đề nghị công nhận (--level)"
		case d.Current() && d.Assessment.Brief.On(level) == nil:
			return fmt.Sprintf("bộ tiêu chí xã %s của năm %d", level.Title(), d.Year)
		case slices.ContainsFunc(c.Titles, func(t Title) bool { return t.Level == level && t.Year == d.Year && t.Holds() }):
			return fmt.Sprintf("một mức khác: xã đã được công nhận %s năm %d", level.Title(), d.Year)
		}
		return ""
	},
	"reasons": func(_ *Commune, _ *Dossier, body any) string {
		reasons := body.(SentBackBody).Reasons
		if len(reasons) == 0 || slices.ContainsFunc(reasons, func(r Reason) bool { return strings.TrimSpace(r.Text) == "" }) {
			return "lý do trả lại (--reason)"
		}
		return ""
	},
	"opinion": func(_ *Commune, d *Dossier, body any) string {
		o := body.(Opinion)
		brief := d.Brief()
		var lacks []string
		if o.Department == "" {
			lacks = append(lacks, "cơ quan cho ý kiến (--department)")
		}
		if o.Result == "" {
			lacks = append(lacks, "kết quả (--result)")
		}
		if brief == nil || brief.CriterionOf(o.On) == "" {
			lacks = append(lacks, fmt.Sprintf("tiêu chí, chỉ tiêu hoặc điều kiện có trong bộ tiêu chí xã %s (đọc thấy %q)", d.Level.Title(), o.On))
		}
		return strings.Join(lacks, "; ")
	},
	"opinions": func(_ *Commune, d *Dossier, _ any) string {
		brief := d.Brief()
		if brief == nil {
			return ""
		}
		var open []string
		for _, c := range brief.Criteria {
			if !slices.ContainsFunc(d.Opinions, func(o Opinion) bool { return brief.CriterionOf(o.On) == c.No }) {
				open = append(open, c.No)
			}
		}
		if len(open) > 0 {
			return "ý kiến của cơ quan chuyên môn về tiêu chí " + strings.Join(open, ", ")
		}
		return ""
	},
	"council": func(_ *Commune, d *Dossier, body any) string {
		var named string
		switch b := body.(type) {
		case BatchBody:
			named = b.Council
		case Vote:
			named = b.Council
		case Conclusion:
			named = b.Council
		}
		if named != d.Council {
			return fmt.Sprintf("đúng hội đồng: hồ sơ đang ở đợt của hội đồng %s, không phải %s", d.Council, named)
		}
		return ""
	},
	"carried": func(_ *Commune, d *Dossier, body any) string {
		b := body.(Decision)
		switch {
		case d.Vote == nil:
			return "kết quả biểu quyết của hội đồng"
		case b.Level != d.Level:
			return fmt.Sprintf("mức đúng với hồ sơ: xã %s", d.Level.Title())
		case d.Vote.Carried != nil && !*d.Vote.Carried:
			return fmt.Sprintf("tỷ lệ biểu quyết: %s", d.Vote.Words)
		}
		return ""
	},
	"decision": func(_ *Commune, _ *Dossier, body any) string {
		if b := body.(Decision); b.Number == "" || b.Date.IsZero() {
			return "số và ngày quyết định (--decision, --date)"
		}
		return ""
	},
	"reason": func(_ *Commune, _ *Dossier, body any) string {
		if body.(Decision).Note == "" {
			return "lý do (--reason)"
		}
		return ""
	},
	"open": func(_ *Commune, d *Dossier, _ any) string {
		if d.Vote != nil && d.Vote.Carried != nil {
			return bars + "hội đồng đã có kết quả theo tỷ lệ: " + d.Vote.Words
		}
		return ""
	},
	"chair": func(_ *Commune, _ *Dossier, body any) string {
		b := body.(Conclusion)
		var lacks []string
		if b.Chair == "" {
			lacks = append(lacks, "người kết luận (--chair)")
		}
		if b.Paper == "" {
			lacks = append(lacks, "số văn bản ghi kết luận (--paper)")
		}
		return strings.Join(lacks, "; ")
	},
	"last": func(_ *Commune, d *Dossier, body any) string { return lacksLast(d, body.(CorrectedBody)) },
	"why": func(_ *Commune, _ *Dossier, body any) string {
		if strings.TrimSpace(body.(CorrectedBody).Reason) == "" {
			return "lý do đính chính (--reason)"
		}
		return ""
	},
	"title": func(c *Commune, _ *Dossier, body any) string {
		b := body.(Decision)
		for i := range c.Titles {
			if t := &c.Titles[i]; t.Level == b.Level && t.Holds() {
				return ""
			}
		}
		if b.Level == "" {
			return "mức bị thu hồi (--level)"
		}
		return fmt.Sprintf("danh hiệu xã %s đang có hiệu lực", criteria.Level.Title(b.Level))
	},
}
