package assess

import (
	"slices"

	"github.com/shopspring/decimal"
	"ntm/criteria"
)

// Risk says whether a title is at risk by a commune's new figures.
type Risk string

// The closed set of risks. What is unknown could fail or not: it leaves the
// risk open only where that would decide.
const (
	AtRisk   Risk = "at_risk"
	Safe     Risk = "safe"
	OpenRisk Risk = "undetermined"
)

// Word is the risk in a reader's words.
func (r Risk) Word() string {
	return map[Risk]string{AtRisk: "Thuộc diện xét thu hồi", Safe: "Không thuộc diện xét thu hồi", OpenRisk: "Chưa đủ căn cứ kết luận"}[r]
}

// Review is a title held against the rules of revocation.
type Review struct {
	Title     criteria.Level  `json:"title"`
	By        criteria.Level  `json:"by"` // the level whose standard it is checked by
	Risk      Risk            `json:"risk"`
	Clause    string          `json:"clause"` // by which the title is at risk
	Failed    []string        `json:"failed"` // numbers of criteria
	KeyFailed []string        `json:"key_failed"`
	Unknown   []string        `json:"unknown"`
	Total     int             `json:"total"`
	Share     Number          `json:"share"` // of the failed, in per cent, to two decimals
	Decision  string          `json:"decision"`
	Status    criteria.Status `json:"status"`
	Source    string          `json:"source"`
	Draft     bool            `json:"draft"`
}

// ReviewTitle checks the title by the assessment of the commune's new figures.
// It is false when the procedure has no rule for the title.
func ReviewTitle(a *Assessment, proc *criteria.Procedure, title criteria.Level) (*Review, bool) {
	if proc.Revocation == nil {
		return nil, false
	}
	i := slices.IndexFunc(proc.Revocation.Against, func(s criteria.RevocationStandard) bool { return s.Title == title })
	if i < 0 {
		return nil, false
	}
	against := proc.Revocation.Against[i]
	k := slices.IndexFunc(a.Levels, func(l Level) bool { return l.Level == against.By })
	if k < 0 {
		return nil, false
	}
	level := &a.Levels[k]
	out := &Review{Title: title, By: against.By, Risk: Safe, Failed: []string{}, KeyFailed: []string{}, Unknown: []string{},
		Total: level.CriteriaTotal, Decision: proc.Decision.Number, Status: proc.Revocation.Status, Source: proc.Revocation.Source,
		Draft: level.Draft || !proc.Revocation.Status.Sure()}
	keyUnknown := 0
	for _, c := range level.Criteria {
		isKey := slices.Contains(against.Key, c.No)
		switch {
		case c.Outcome == NotMet:
			out.Failed = append(out.Failed, c.No)
			if isKey {
				out.KeyFailed = append(out.KeyFailed, c.No)
			}
		case c.Outcome.Unknown():
			out.Unknown = append(out.Unknown, c.No)
			if isKey {
				keyUnknown++
			}
		}
	}
	out.Share = Number{decimal.NewFromInt(int64(len(out.Failed))*100).DivRound(decimal.NewFromInt(int64(out.Total)), 2)}
	out.settle(proc.Revocation.Clauses, keyUnknown)
	return out, true
}

// settle finds the clause that holds as the figures stand; where none does, it
// tries every number of unknown criteria that may yet fail.
func (r *Review) settle(clauses []criteria.RevocationClause, keyUnknown int) {
	for _, c := range clauses {
		if holdsFor(c, len(r.Failed), r.Total, len(r.KeyFailed) > 0) {
			r.Risk, r.Clause = AtRisk, c.Text
			return
		}
	}
	for more := 1; more <= len(r.Unknown); more++ {
		for _, c := range clauses {
			if holdsFor(c, len(r.Failed)+more, r.Total, len(r.KeyFailed) > 0 || keyUnknown > 0) {
				r.Risk = OpenRisk
				return
			}
		}
	}
}

// holdsFor compares shares by cross-multiplication.
func holdsFor(c criteria.RevocationClause, failed, total int, key bool) bool {
	share, whole := decimal.NewFromInt(int64(failed)*100), decimal.NewFromInt(int64(total))
	return share.GreaterThanOrEqual(c.From.Mul(whole)) && (c.Below.IsZero() || share.LessThan(c.Below.Mul(whole))) && (!c.Key || key)
}
