package page

import (
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Verdict is how something came out, in words and the class of how it looks: colour never says it
// alone.
type Verdict struct{ Level, Word, Class, Counts string }

// VerdictOf is a level's verdict.
func VerdictOf(v assess.Verdict, draft bool) Verdict {
	word := v.Word()
	if draft {
		word += " (dự thảo)"
	}
	return Verdict{Word: word,
		Class: map[assess.Verdict]string{assess.Eligible: "good", assess.NotEligible: "bad"}[v]}
}

// OutcomeOf is the same of an outcome.
func OutcomeOf(o assess.Outcome) Verdict {
	return Verdict{Word: o.Word(),
		Class: map[assess.Outcome]string{assess.Met: "good", assess.NotMet: "bad", assess.NotApplicable: "off"}[o]}
}

// LevelHere is the level to be shown: the one that is asked for, else a commune's own, else the
// one that is next for it.
func LevelHere(a *assess.Assessment, asked, own criteria.Level) int {
	for _, level := range []criteria.Level{asked, own} {
		if i := slices.IndexFunc(a.Levels, func(l assess.Level) bool { return l.Level == level }); i >= 0 {
			return i
		}
	}
	return nextLevel(a)
}

// nextLevel is the lowest level above every title that the report names: the first of all for a
// commune that holds none, the highest for one that holds this.
func nextLevel(a *assess.Assessment) int {
	next := 0
	if a.Report == nil {
		return next
	}
	for i := range a.Levels {
		held := func(r commune.Recognition) bool { return r.Level == a.Levels[i].Level && r.Year <= a.Year }
		if slices.ContainsFunc(a.Report.Recognitions, held) {
			next = min(i+1, len(a.Levels)-1)
		}
	}
	return next
}

// Counts counts criteria or indicators by how they came out.
type Counts struct {
	Of                                string
	Met, Failed, Unknown, Apart, Left int // Apart do not apply, Left are not known here
	Total                             int
}

// CountsOf counts the criteria of a level, and its indicators.
func CountsOf(l *assess.Level) []Counts {
	inCriteria := Counts{Of: "tiêu chí", Total: l.CriteriaTotal}
	for i := range l.Criteria {
		inCriteria.Add(l.Criteria[i].Outcome)
	}
	inIndicators := Counts{Of: "chỉ tiêu", Total: l.IndicatorsTotal, Left: l.IndicatorsMissing}
	for x := range l.Judged() {
		if !x.Condition {
			inIndicators.Add(x.Outcome)
		}
	}
	return []Counts{inCriteria, inIndicators}
}

// Add counts one more.
func (c *Counts) Add(o assess.Outcome) {
	switch o {
	case assess.Met:
		c.Met++
	case assess.NotMet:
		c.Failed++
	case assess.NotApplicable:
		c.Apart++
	default:
		c.Unknown++
	}
}

// Words say the counts: "3 đạt, 1 chưa đạt, 2 chưa rõ".
func (c *Counts) Words() string {
	var out []string
	for _, of := range []struct {
		n    int
		word string
	}{{c.Met, "đạt"}, {c.Failed, "chưa đạt"}, {c.Unknown, "chưa rõ"}, {c.Apart, "không áp dụng"},
		{c.Left, "chưa có trong bộ tiêu chí"}} {
		if of.n > 0 {
			out = append(out, fmt.Sprintf("%d %s", of.n, of.word))
		}
	}
	return vi.Join(", ", out...)
}

// Told is what is said of problems, each with what to do about it.
func Told(problems problem.List) []string {
	return list.Map(problems, func(p problem.Problem) string { return vi.Join("; ", p.Message, p.Hint) })
}
