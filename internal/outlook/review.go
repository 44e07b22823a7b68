package outlook

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"

	"github.com/shopspring/decimal"
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
	return map[Risk]string{AtRisk: "Thuộc diện xét thu hồi", Safe: "Không thuộc diện xét thu hồi",
		OpenRisk: "Chưa đủ căn cứ kết luận"}[r]
}

// Review is a title held against the rules of revocation.
type Review struct {
	Title     criteria.Level  `json:"title"`
	By        criteria.Level  `json:"by"` // the level whose standard it is checked by
	Risk      Risk            `json:"risk"`
	Clause    string          `json:"clause"` // by which the title is at risk
	Failed    []string        `json:"failed"` // numbers of criteria
	KeyFailed []string        `json:"key_failed"`
	Unchecked []string        `json:"unchecked"` // failed only by thresholds that nobody has checked
	Unknown   []string        `json:"unknown"`
	Total     int             `json:"total"`
	Share     assess.Number   `json:"share"` // of the failed, in per cent, to two decimals
	Decision  string          `json:"decision"`
	Status    criteria.Status `json:"status"`
	Source    string          `json:"source"`
	Draft     bool            `json:"draft"`
	// NationOnly says why the office's own packs were not judged by.
	NationOnly string `json:"nation_only,omitempty"`
}

// ReviewTitle checks the title by the assessment of the commune's new figures.
// It is false when the procedure has no rule for the title.
func ReviewTitle(a *assess.Assessment, proc *criteria.SetProcedure, title criteria.Level) (*Review, bool) {
	if proc.Revocation == nil {
		return nil, false
	}
	i := slices.IndexFunc(proc.Revocation.Against, func(s criteria.RevocationStandard) bool { return s.Title == title })
	if i < 0 {
		return nil, false
	}
	against := proc.Revocation.Against[i]
	k := slices.IndexFunc(a.Levels, func(l assess.Level) bool { return l.Level == against.By })
	if k < 0 {
		return nil, false
	}
	level := &a.Levels[k]
	out := &Review{Title: title, By: against.By, Risk: Safe, Failed: []string{}, KeyFailed: []string{},
		Unchecked: []string{}, Unknown: []string{}, Total: level.CriteriaTotal, Decision: proc.Decision.Number,
		Status: proc.Revocation.Status, Source: proc.Revocation.Source,
		Draft: level.Draft || !proc.Revocation.Status.Sure(), NationOnly: a.Criteria.NationOnly}
	keyOpen := out.sort(level, against.Key)
	out.Share = assess.Number{Decimal: decimal.NewFromInt(int64(len(out.Failed))*100).DivRound(
		decimal.NewFromInt(int64(out.Total)), 2)}
	out.settle(proc.Revocation.Clauses, keyOpen)
	return out, true
}

// sort puts each criterion where it counts, and tells whether a key criterion may
// yet fail.
func (r *Review) sort(level *assess.Level, key []string) (keyOpen bool) {
	for i := range level.Criteria {
		c := &level.Criteria[i]
		isKey := slices.Contains(key, c.No)
		switch firm := c.Firm(); {
		case firm == assess.NotMet:
			r.Failed = append(r.Failed, c.No)
			if isKey {
				r.KeyFailed = append(r.KeyFailed, c.No)
			}
			continue
		case c.Outcome == assess.NotMet:
			r.Unchecked = append(r.Unchecked, c.No)
		case firm.Unknown():
			r.Unknown = append(r.Unknown, c.No)
		default:
			continue
		}
		keyOpen = keyOpen || isKey
	}
	return keyOpen
}

// settle finds the clause that holds as the figures stand; where none does, it
// tries every number of open criteria that may yet fail.
func (r *Review) settle(clauses []criteria.RevocationClause, keyOpen bool) {
	for _, c := range clauses {
		if holdsFor(c, len(r.Failed), r.Total, len(r.KeyFailed) > 0) {
			r.Risk, r.Clause = AtRisk, c.Text
			return
		}
	}
	for more := 1; more <= len(r.Unknown)+len(r.Unchecked); more++ {
		for _, c := range clauses {
			if holdsFor(c, len(r.Failed)+more, r.Total, len(r.KeyFailed) > 0 || keyOpen) {
				r.Risk = OpenRisk
				return
			}
		}
	}
}

// holdsFor compares shares by cross-multiplication.
func holdsFor(c criteria.RevocationClause, failed, total int, key bool) bool {
	share, whole := decimal.NewFromInt(int64(failed)*100), decimal.NewFromInt(int64(total))
	return share.GreaterThanOrEqual(c.From.Mul(whole)) &&
		(c.Below.IsZero() || share.LessThan(c.Below.Mul(whole))) && (!c.Key || key)
}
