package assess

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/exact"
	"ntm/internal/vi"
)

// String is the figure as a reader writes it: "1,53 %", "Khá",
// "412 / 1.204 hộ = 34,22 %".
func (f *Figure) String() string {
	switch m := f.Measure.(type) {
	case commune.Answer:
		return map[commune.Answer]string{true: "Đạt", false: "Chưa đạt"}[m]
	case commune.Rate:
		text := fmt.Sprintf("%s / %s %s = %s", vi.Number(m.Numerator), vi.Number(m.Denominator),
			f.Entry.CountedIn, f.Entry.Show(criteria.Trimmed(exact.Round(valueOf(m, 4), 2))))
		if f.LeftOut != nil && f.LeftOut.Applied {
			text += fmt.Sprintf(" (đã trừ %s %s)", vi.Number(f.LeftOut.Count.Decimal), f.Entry.CountedIn)
		}
		return text
	case commune.Amount:
		return m.Said(f.Entry.Show(m.Decimal))
	}
	return f.Entry.Show(f.Value())
}

// Leaves calls f for the judgement or, when it has parts, for each part that
// has none. Parts of what does not apply were not judged: f is not called.
func (j *Judgement) Leaves(f func(*Judgement)) {
	if len(j.Parts) == 0 && (j.Outcome != NotApplicable || len(j.Threshold.Parts) == 0) {
		f(j)
	}
	for i := range j.Parts {
		j.Parts[i].Leaves(f)
	}
}

// Result says in a phrase what the judgement rests on: each figure once, or what
// is missing.
func (j *Judgement) Result() string {
	text := ""
	said := map[string]bool{}
	j.Leaves(func(leaf *Judgement) {
		id := leaf.Threshold.Figure.ID
		if said[id] {
			return
		}
		said[id] = true
		one := "…"
		if leaf.Figure != nil {
			one = leaf.Figure.String()
		}
		if len(j.Parts) > 0 {
			one = leaf.Threshold.Figure.Name + ": " + one
		}
		if text != "" {
			text += "; "
		}
		text += one
	})
	if text == "…" {
		return ""
	}
	return text
}

// Gaps says what is short: of parts that must all be met, each that is not; of
// parts of which one is enough, each way there is.
func (j *Judgement) Gaps() string {
	if len(j.Parts) == 0 {
		return j.short()
	}
	sep := "; "
	if j.Threshold.Need < len(j.Parts) {
		sep = " hoặc "
	}
	var parts []string
	for i := range j.Parts {
		if part := &j.Parts[i]; part.Outcome == NotMet && !part.Elsewhere() {
			parts = append(parts, part.named())
		}
	}
	return strings.Join(parts, sep)
}

// ForCase tells whether the judgement is for communes of some case.
func (j *Judgement) ForCase() bool {
	return j.Threshold.Need == len(j.Parts) &&
		slices.ContainsFunc(j.Parts, func(p Judgement) bool { return p.Threshold.Case })
}

// Elsewhere tells whether the judgement is for communes of another case.
func (j *Judgement) Elsewhere() bool {
	return j.ForCase() &&
		slices.ContainsFunc(j.Parts, func(p Judgement) bool { return p.Threshold.Case && p.Outcome == NotMet })
}

// named is what is short of a part, with the figure it is short of.
func (j *Judgement) named() string {
	if len(j.Parts) > 0 {
		return j.Gaps()
	}
	return j.Figure.Entry.Name + " " + j.short()
}

func (j *Judgement) short() string {
	switch {
	case j.Gap != nil:
		return j.Gap.Text()
	case j.Outcome == NotMet:
		return "xã báo chưa đạt"
	}
	return ""
}

// Unsure is a threshold a level rests on that nobody has checked, or that is
// missing.
type Unsure struct {
	No    string // of the indicator, or the condition's id, or "prerequisite"
	Name  string
	Basis criteria.Basis
}

// Unsure lists the thresholds that make the level a draft, and the rules by which
// figures are computed that do.
func (l *Level) Unsure() []Unsure {
	var out []Unsure
	if p := l.Prerequisite; p != nil && !p.Rule.Status.Sure() {
		out = append(out, Unsure{"prerequisite", p.Text, p.Rule})
	}
	for x := range l.Judged() {
		if x.Outcome == NotApplicable {
			continue
		}
		for _, way := range append([]*Judgement{x.Judgement}, x.Ways()...) {
			if !way.Threshold.Basis.Status.Sure() {
				out = append(out, Unsure{x.No, x.Name, way.Threshold.Basis})
				break
			}
		}
		for _, rule := range x.Computed() {
			if !rule.Basis.Status.Sure() {
				out = append(out, Unsure{x.No, x.Name, *rule.Basis})
			}
		}
	}
	return out
}

// Indicator finds an indicator of a level by its number.
func (a *Assessment) Indicator(level criteria.Level, no string) (*Level, *Criterion, *Indicator, bool) {
	for i := range a.Levels {
		l := &a.Levels[i]
		for j := range l.Criteria {
			c := &l.Criteria[j]
			k := slices.IndexFunc(c.Indicators, func(ind Indicator) bool { return ind.No == no })
			if l.Level == level && k >= 0 {
				return l, c, &c.Indicators[k], true
			}
		}
	}
	return nil, nil, nil, false
}

// With lists the level's indicators of one outcome.
func (l *Level) With(o Outcome) []*Indicator {
	var out []*Indicator
	for i := range l.Criteria {
		for k := range l.Criteria[i].Indicators {
			if ind := &l.Criteria[i].Indicators[k]; ind.Outcome == o {
				out = append(out, ind)
			}
		}
	}
	return out
}

// Named are the indicators of an outcome by number, and the conditions by name.
func (l *Level) Named(o Outcome) (numbers, conditions []string) {
	for x := range l.Judged() {
		switch {
		case x.Outcome != o:
		case x.Condition:
			conditions = append(conditions, x.Name)
		default:
			numbers = append(numbers, x.No)
		}
	}
	return numbers, conditions
}
