package assess

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/commune"
	"ntm/internal/vi"
)

// prerequisite is met by a decision that recognised the lower level in the period
// of its present standard, or in any period where the rule asks no more than that;
// or else by this assessment's verdict on it. A title of an earlier period does not
// count where the present set must be met in full, and one whose decision is not
// cited proves nothing. The results of the year itself count, so a title is no proof
// either where the report's own figures miss the level that it names: nobody knows then.
func prerequisite(l *Level, r *commune.Report, below []Level) *Prerequisite {
	rule := l.prerequisite
	out := &Prerequisite{Level: rule.Level, Text: rule.Text, Rule: rule.Basis}
	l.Draft = l.Draft || !rule.Basis.Status.Sure()
	i := slices.IndexFunc(below, func(b Level) bool { return b.Level == rule.Level })
	period := l.Rules.Years
	if i >= 0 {
		period = below[i].Rules.Years
	}
	for k := range r.Recognitions {
		rec := &r.Recognitions[k]
		if l.rules < CheckedRules && (!period.Contain(rec.Year) || rec.Year > r.Year) {
			continue // was not told of
		}
		if rec.Level == rule.Level && out.title(rec, r, !rule.AnyPeriod && rec.Year < period.From) {
			out.against(l, r, below)
			return out
		}
	}
	if i < 0 {
		out.Basis = "chưa có quyết định công nhận" + map[bool]string{true: "",
			false: " trong giai đoạn này"}[rule.AnyPeriod] + out.titles()
		return out
	}
	l.Draft = l.Draft || below[i].Draft
	out.ByVerdict = true
	var o Outcome
	if o, out.Basis = out.If(below[i].Verdict); o != Undetermined {
		met := o == Met
		out.Met = &met
	}
	return out
}

// title notes what a title given to the commune shows, and tells whether it settles
// the matter; an earlier one is of a period before that of the present standard.
func (p *Prerequisite) title(rec *commune.Recognition, r *commune.Report, earlier bool) bool {
	switch cited := rec.Decision != "" && !rec.Date.IsZero(); {
	case !cited:
		p.uncited = "báo cáo nêu đã được công nhận nhưng chưa ghi số và ngày quyết định"
	case rec.Year > r.Year:
		p.uncited = fmt.Sprintf("quyết định công nhận ghi cho năm %d, sau năm xét %d", rec.Year, r.Year)
	case rec.Date.After(r.On().Time) || rec.Date.Year() < rec.Year:
		p.uncited = fmt.Sprintf("ngày quyết định công nhận %s không hợp với năm %d", vi.Date(rec.Date.Time), rec.Year)
	case earlier:
		p.earlier = fmt.Sprintf("quyết định năm %d thuộc giai đoạn trước", rec.Year)
	default:
		yes := true
		p.Met = &yes
		p.Basis = fmt.Sprintf("đã được công nhận năm %d theo %s ngày %s", rec.Year, rec.Decision,
			vi.Date(rec.Date.Time))
		return true
	}
	return false
}

// against takes back what a title shows where this year's figures deny it: what they miss of
// the level that must be held, and of those below that, is named.
func (p *Prerequisite) against(l *Level, r *commune.Report, below []Level) {
	if l.rules < HeldRules {
		return
	}
	var missed []string
	for _, b := range slices.Backward(below) {
		if numbers, _ := b.Named(NotMet); len(numbers) > 0 { // its conditions are those of this level too
			missed = append(missed, fmt.Sprintf("%d chỉ tiêu (%s) của mức %s", len(numbers),
				strings.Join(numbers, ", "), b.Level.Title()))
		}
	}
	if len(missed) == 0 {
		return
	}
	p.Met, p.Against = nil, fmt.Sprintf("số liệu năm %d chưa đạt %s", r.Year, strings.Join(missed, ", "))
	p.Basis += ", nhưng " + p.Against
}

// Denied says of a level, beside its verdict, that the title it rests on is denied by this
// year's figures.
func (l *Level) Denied() string { return l.Prerequisite.Denied() }

// Denied says that a title is denied by this year's figures.
func (p *Prerequisite) Denied() string {
	if p == nil || p.Against == "" {
		return ""
	}
	return fmt.Sprintf("đã có quyết định công nhận xã %s nhưng %s", p.Level.Title(), p.Against)
}

// titles says what is known of titles that settle nothing, "" where none is.
func (p *Prerequisite) titles() string {
	if said := vi.Join("; ", p.earlier, p.uncited); said != "" {
		return "; " + said
	}
	return ""
}

// If is what comes of the prerequisite when the level below comes out so, and
// what that rests on. It holds when it is settled by that verdict.
func (p *Prerequisite) If(below Verdict) (o Outcome, basis string) {
	switch below {
	case Eligible: // whatever was earlier
		o, basis = Met, "đủ điều kiện theo chính đánh giá này"
		if p.uncited != "" {
			basis += "; " + p.uncited
		}
		return o, basis
	case NotEligible:
		o, basis = NotMet, "chưa đủ điều kiện theo chính đánh giá này"
	default:
		o, basis = Undetermined, "chưa đủ căn cứ theo chính đánh giá này"
		if p.earlier == "" {
			basis += ", và không có quyết định công nhận"
		}
	}
	return o, basis + p.titles()
}

// Outcome is that of having or not having the level below.
func (p *Prerequisite) Outcome() Outcome {
	if p.Met == nil {
		return Undetermined
	}
	return outcome(*p.Met)
}
