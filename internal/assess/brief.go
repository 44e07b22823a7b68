package assess

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// Brief is an assessment without its explanations: what is kept of each where
// thousands are listed, counted and compared.
type Brief struct {
	Draft bool `json:"draft"`
	// NationOnly says why the office's own packs were not laid over: see Packs.
	NationOnly string       `json:"nation_only,omitempty"`
	Levels     []BriefLevel `json:"levels"`
	// Capital are the sources whose sum is known, but for those within one that is told of several.
	Capital []BriefCapital `json:"capital,omitempty"`
}

// BriefLevel is the verdict on one level and all that led to it, by number.
type BriefLevel struct {
	Level    criteria.Level `json:"level"`
	Standard string         `json:"standard"` // its id
	Verdict  Verdict        `json:"verdict"`
	Against  string         `json:"against,omitempty"` // see Prerequisite.Against
	Draft    bool           `json:"draft"`
	Counts
	// IndicatorsMissing are those of the decision that were not known.
	IndicatorsMissing int           `json:"indicators_missing,omitempty"`
	Criteria          BriefOutcomes `json:"criteria"`
	Conditions        BriefOutcomes `json:"conditions"`
	Indicators        BriefOutcomes `json:"indicators"`
}

// BriefOutcome is the outcome of a criterion or an indicator by its number, or of
// a condition by its id.
type BriefOutcome struct {
	No      string
	Outcome Outcome
}

// BriefOutcomes are outcomes in the order of the standard. As text they are
// "1.1:m 1.2:n": thousands are kept, and 75 indicators take half a kilobyte.
type BriefOutcomes []BriefOutcome

// outcomeLetters are the outcomes as text; they never change meaning, for stores
// keep them.
var outcomeLetters = map[Outcome]string{Met: "m", NotMet: "n", NoFigure: "f", NoThreshold: "t", NotApplicable: "a",
	Undetermined: "u"}

// MarshalText writes the outcomes as one line.
func (b BriefOutcomes) MarshalText() ([]byte, error) {
	return []byte(vi.List(" ", b, func(o BriefOutcome) string { return o.No + ":" + outcomeLetters[o.Outcome] })), nil
}

// UnmarshalText reads what MarshalText writes and refuses anything else.
func (b *BriefOutcomes) UnmarshalText(text []byte) error {
	*b = nil
	for word := range strings.FieldsSeq(string(text)) {
		no, letter, _ := strings.Cut(word, ":")
		known := false
		for o, l := range outcomeLetters {
			if known = l == letter; known {
				*b = append(*b, BriefOutcome{no, o})
				break
			}
		}
		if !known {
			return fmt.Errorf("đọc thấy %q, cần số chỉ tiêu và kết quả", word)
		}
	}
	return nil
}

// With counts those with the outcome.
func (b BriefOutcomes) With(o Outcome) int {
	return list.Count(b, func(one BriefOutcome) bool { return one.Outcome == o })
}

// Numbered is what of them is so, in the order of the standard.
func (b BriefOutcomes) Numbered(o Outcome) []string {
	var out []string
	for i := range b {
		if b[i].Outcome == o {
			out = append(out, b[i].No)
		}
	}
	return out
}

// BriefCapital is what one source gave, in triệu đồng.
type BriefCapital struct {
	Source commune.Source `json:"source"`
	Value  *Number        `json:"value"`
	Bound  typed.Bound    `json:"bound,omitempty"`
}

// Brief is the assessment in short.
func (a *Assessment) Brief() Brief {
	out := Brief{Draft: a.Draft, NationOnly: a.Criteria.NationOnly}
	for i := range a.Levels {
		l := &a.Levels[i]
		brief := BriefLevel{
			Level: l.Level, Standard: l.Standard, Verdict: l.Verdict, Draft: l.Draft, Counts: l.Counts,
			IndicatorsMissing: l.IndicatorsMissing, Against: l.Denied(),
		}
		for k := range l.Criteria {
			c := &l.Criteria[k]
			brief.Criteria = append(brief.Criteria, BriefOutcome{c.No, c.Outcome})
		}
		for x := range l.Judged() {
			into := &brief.Indicators
			if x.Condition {
				into = &brief.Conditions
			}
			*into = append(*into, BriefOutcome{x.No, x.Outcome})
		}
		out.Levels = append(out.Levels, brief)
	}
	if a.Capital != nil {
		for _, s := range a.Capital.Sources {
			if s.Value != nil && !s.Within {
				out.Capital = append(out.Capital, BriefCapital{s.Source, s.Value, s.Bound})
			}
		}
	}
	return out
}

// On is the brief of one level, nil where the year has none.
func (b *Brief) On(wanted criteria.Level) *BriefLevel {
	if i := slices.IndexFunc(b.Levels, func(l BriefLevel) bool { return l.Level == wanted }); i >= 0 {
		return &b.Levels[i]
	}
	return nil
}

// CriterionOf is the criterion that a criterion's or an indicator's number belongs
// to, the id itself of a condition, "" for what the level has not.
func (l *BriefLevel) CriterionOf(no string) string {
	has := func(in BriefOutcomes) bool {
		return slices.ContainsFunc(in, func(o BriefOutcome) bool { return o.No == no })
	}
	switch {
	case has(l.Criteria), has(l.Conditions):
		return no
	case has(l.Indicators):
		criterion, _, _ := strings.Cut(no, ".")
		return criterion
	}
	return ""
}
