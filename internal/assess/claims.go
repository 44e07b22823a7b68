package assess

import (
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/vi"
)

// claims compares what the commune says it has reached with the verdict. Nothing is judged
// by a claim.
func (c *crossChecker) claims(a *Assessment) {
	for i := range c.in.Report.Claims {
		claim := &c.in.Report.Claims[i]
		k := slices.IndexFunc(a.Levels, func(l Level) bool { return l.Level == claim.Level })
		if k < 0 {
			c.note("claim_unjudged", Info, "", "xã tự đánh giá mức %s đạt %s; năm %d không xét mức này",
				claim.Level.Title(), claim, a.Year)
			continue
		}
		l := &a.Levels[k]
		found := commune.Claim{Criteria: commune.Score{Met: l.CriteriaMet, Of: l.CriteriaTotal},
			Indicators: commune.Score{Met: l.IndicatorsMet, Of: l.IndicatorsTotal}}
		if claim.Criteria.Of == 0 {
			found.Criteria = commune.Score{}
		}
		if claim.Indicators.Of == 0 {
			found.Indicators = commune.Score{}
		}
		said := fmt.Sprintf("xã tự đánh giá mức %s đạt %s", claim.Level.Title(), claim)
		switch {
		case claim.Criteria == found.Criteria && claim.Indicators == found.Indicators:
			c.note("claim_agrees", Info, "", "%s, khớp với kết quả xét", said)
		case claim.Criteria.Of != found.Criteria.Of || claim.Indicators.Of != found.Indicators.Of:
			c.note("claim_of_another_set", Warning, "", "%s; bộ tiêu chí đang xét có %s", said, ofSet(l))
		default:
			c.note("claim_differs", Warning, "", "%s; theo số liệu đã có thì %s%s", said, found.String(), unjudged(l))
		}
	}
}

// ofSet is how many criteria and indicators the level has.
func ofSet(l *Level) string {
	return fmt.Sprintf("%d tiêu chí, %d chỉ tiêu", l.CriteriaTotal, l.IndicatorsTotal)
}

// unjudged says how many indicators of the level nobody can judge yet, "" for none.
func unjudged(l *Level) string {
	n := 0
	for x := range l.Judged() {
		if !x.Condition && x.Outcome.Unknown() {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", còn %d chỉ tiêu chưa xét được", n)
}

// Remark is what was done for a criterion, in the commune's own words.
type Remark struct {
	Done   string `json:"done,omitempty"`
	Amount string `json:"amount,omitempty"`
	Cost   string `json:"cost,omitempty"`
}

// String is the remark in one sentence.
func (r *Remark) String() string {
	cost := r.Cost
	if cost != "" {
		cost = "kinh phí " + cost
	}
	return vi.Join("; ", r.Done, r.Amount, cost)
}

// remarks puts each remark at its criterion: at that of the level it names, else of the
// lowest, and at those of the same name at the other levels.
func (a *Assessment) remarks() {
	for i := range a.Report.Remarks {
		r := &a.Report.Remarks[i]
		name := a.criterionName(r)
		for k := range a.Levels {
			for n := range a.Levels[k].Criteria {
				crit := &a.Levels[k].Criteria[n]
				own := crit.No == r.Criterion && (r.Level == "" && k == 0 || r.Level == a.Levels[k].Level)
				if own || name != "" && crit.Remark == nil && vi.Fold(crit.Name) == name {
					crit.Remark = &Remark{Done: r.Done, Amount: r.Amount, Cost: r.Cost}
				}
			}
		}
	}
}

// criterionName is the folded name of the criterion that a remark is about.
func (a *Assessment) criterionName(r *commune.Remark) string {
	for k := range a.Set.Levels {
		l := &a.Set.Levels[k]
		if r.Level != l.Standard.Level && (r.Level != "" || k > 0) {
			continue
		}
		i := slices.IndexFunc(l.Criteria, func(c criteria.SetCriterion) bool { return c.No == r.Criterion })
		if i >= 0 {
			return vi.Fold(l.Criteria[i].Name)
		}
	}
	return ""
}
