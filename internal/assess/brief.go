package assess

import (
	"ntm/criteria"
	"ntm/internal/commune"
)

// Brief is an assessment without its explanations: what is kept of each where
// thousands are listed, counted and compared.
type Brief struct {
	Draft   bool           `json:"draft"`
	Levels  []BriefLevel   `json:"levels"`
	Capital []BriefCapital `json:"capital,omitempty"` // the sources whose sum is known
}

// BriefLevel is the verdict on one level and all that led to it, by number.
type BriefLevel struct {
	Level           criteria.Level `json:"level"`
	Standard        string         `json:"standard"` // its id
	Verdict         Verdict        `json:"verdict"`
	Draft           bool           `json:"draft"`
	CriteriaMet     int            `json:"criteria_met"`
	CriteriaTotal   int            `json:"criteria_total"`
	IndicatorsMet   int            `json:"indicators_met"`
	IndicatorsTotal int            `json:"indicators_total"`
	Criteria        []BriefOutcome `json:"criteria"`
	Conditions      []BriefOutcome `json:"conditions"`
	Indicators      []BriefOutcome `json:"indicators"`
}

// BriefOutcome is the outcome of a criterion or an indicator by its number, or of
// a condition by its id.
type BriefOutcome struct {
	No      string  `json:"no"`
	Outcome Outcome `json:"outcome"`
}

// BriefCapital is what one source gave, in triệu đồng.
type BriefCapital struct {
	Source commune.Source `json:"source"`
	Value  *Number        `json:"value"`
}

// Brief is the assessment in short.
func (a *Assessment) Brief() Brief {
	out := Brief{Draft: a.Draft}
	for i := range a.Levels {
		l := &a.Levels[i]
		brief := BriefLevel{
			Level: l.Level, Standard: l.Standard, Verdict: l.Verdict, Draft: l.Draft,
			CriteriaMet: l.CriteriaMet, CriteriaTotal: l.CriteriaTotal, IndicatorsMet: l.IndicatorsMet, IndicatorsTotal: l.IndicatorsTotal,
		}
		for k := range l.Criteria {
			c := &l.Criteria[k]
			brief.Criteria = append(brief.Criteria, BriefOutcome{c.No, c.Outcome})
			for n := range c.Indicators {
				brief.Indicators = append(brief.Indicators, BriefOutcome{c.Indicators[n].No, c.Indicators[n].Outcome})
			}
		}
		for k := range l.Conditions {
			brief.Conditions = append(brief.Conditions, BriefOutcome{l.Conditions[k].ID, l.Conditions[k].Outcome})
		}
		out.Levels = append(out.Levels, brief)
	}
	if a.Capital != nil {
		for _, s := range a.Capital.Sources {
			if s.Value != nil {
				out.Capital = append(out.Capital, BriefCapital{s.Source, s.Value})
			}
		}
	}
	return out
}

// On is the brief of one level, nil where the year has none.
func (b *Brief) On(wanted criteria.Level) *BriefLevel {
	for i := range b.Levels {
		if b.Levels[i].Level == wanted {
			return &b.Levels[i]
		}
	}
	return nil
}
