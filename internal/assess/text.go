package assess

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/vi"
)

// String is the figure as a reader writes it: "1,53 %", "Khá",
// "412 / 1.204 hộ = 34,2193 %".
func (f *Figure) String() string {
	switch {
	case f.Met != nil && *f.Met:
		return "Đạt"
	case f.Met != nil:
		return "Chưa đạt"
	case f.Numerator != nil:
		return fmt.Sprintf("%s / %s %s = %s", vi.Number(f.Numerator.Decimal), vi.Number(f.Denominator.Decimal),
			f.Entry.CountedIn, f.Entry.Show(f.Value.Decimal))
	}
	return f.Entry.Show(f.Value.Decimal)
}

// Leaves calls f for the judgement or, when it has parts, for each part that
// has none.
func (j *Judgement) Leaves(f func(*Judgement)) {
	if len(j.Parts) == 0 {
		f(j)
	}
	for i := range j.Parts {
		j.Parts[i].Leaves(f)
	}
}

// Result says in a phrase what the judgement rests on: the figure, or what is
// missing, for each part.
func (j *Judgement) Result() string {
	text := ""
	j.Leaves(func(leaf *Judgement) {
		one := "…"
		if leaf.Figure != nil {
			one = leaf.Figure.String()
		}
		if len(j.Parts) > 0 {
			one = leaf.Threshold.Requirement.Figure.Name + ": " + one
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

// Gaps lists what is short, for each part.
func (j *Judgement) Gaps() string {
	text := ""
	j.Leaves(func(leaf *Judgement) {
		one := ""
		switch {
		case leaf.Gap != nil:
			one = leaf.Gap.Text
		case leaf.Outcome == NotMet:
			one = "xã báo chưa đạt"
		default:
			return
		}
		if len(j.Parts) > 0 {
			one = leaf.Figure.Entry.Name + " " + one
		}
		if text != "" {
			text += "; "
		}
		text += one
	})
	return text
}

// Unsure is a threshold a level rests on that nobody has checked, or that is
// missing.
type Unsure struct {
	ID        string // LEVEL/NO, or LEVEL and the condition's id
	Name      string
	Threshold *Threshold
}

// Unsure lists the thresholds that make the level a draft.
func (l *Level) Unsure() []Unsure {
	var out []Unsure
	add := func(no, name string, j *Judgement) {
		if j.Outcome != NotApplicable && !j.Threshold.Basis.Status.Sure() {
			out = append(out, Unsure{string(l.Level) + "/" + no, name, j.Threshold})
		}
	}
	for i := range l.Criteria {
		for k := range l.Criteria[i].Indicators {
			ind := &l.Criteria[i].Indicators[k]
			add(ind.No, ind.Name, &ind.Judgement)
		}
	}
	for i := range l.Conditions {
		c := &l.Conditions[i]
		add(c.ID, c.Name, &c.Judgement)
	}
	return out
}

// Indicator finds an indicator of a level by its number.
func (a *Assessment) Indicator(level criteria.Level, no string) (*Level, *Criterion, *Indicator, bool) {
	for i := range a.Levels {
		if a.Levels[i].Level != level {
			continue
		}
		for j := range a.Levels[i].Criteria {
			c := &a.Levels[i].Criteria[j]
			for k := range c.Indicators {
				if c.Indicators[k].No == no {
					return &a.Levels[i], c, &c.Indicators[k], true
				}
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
