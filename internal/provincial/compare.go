package provincial

import (
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/places"

	"github.com/shopspring/decimal"
)

// Comparison is the year before beside the year, over the communes of both.
type Comparison struct {
	Year       int               `json:"year"`
	Both       int               `json:"both"`
	OnlyNow    int               `json:"only_now"`
	OnlyBefore int               `json:"only_before"`
	Levels     []ComparisonLevel `json:"levels"`

	// Capital in triệu đồng, over the communes of both years that reported some in
	// both: who gave no figure in one of them would look like growth or loss.
	CapitalCommunes int             `json:"capital_communes"`
	CapitalWas      decimal.Decimal `json:"capital_was"`
	CapitalIs       decimal.Decimal `json:"capital_is"`
}

// ComparisonLevel is one level then and now.
type ComparisonLevel struct {
	Level       criteria.Level `json:"level"`
	Communes    int            `json:"communes"`
	EligibleWas int            `json:"eligible_was"`
	EligibleIs  int            `json:"eligible_is"`
	Gained      int            `json:"gained"` // eligible now and not then
	Lost        int            `json:"lost"`
	CriteriaWas int            `json:"criteria_met_was"`
	CriteriaIs  int            `json:"criteria_met_is"`
	// OtherSet are the communes that the two years judged by two sets of criteria. They are
	// in no other number: what was met of nineteen is nothing against what is met of ten.
	OtherSet int `json:"other_set,omitempty"`
}

func compare(year int, now, before []Commune) *Comparison {
	type key struct{ province, code, name, district string }
	of := func(c *Commune) key {
		if c.Code != "" {
			return key{code: c.Code} // the nation's: a province may have been renamed
		}
		return key{c.Province, "", c.Name, c.District}
	}
	was := map[key]*Commune{}
	for i := range before {
		was[of(&before[i])] = &before[i]
	}
	out := &Comparison{Year: year, Levels: []ComparisonLevel{}}
	levels := map[criteria.Level]*ComparisonLevel{}
	for i := range now {
		then := was[of(&now[i])]
		if then == nil || isMerger(&now[i], then) {
			out.OnlyNow++
			continue
		}
		out.Both++
		if gave, gives := then.Brief.Capital, now[i].Brief.Capital; len(gave) > 0 && len(gives) > 0 &&
			exact(gave) && exact(gives) {
			out.CapitalCommunes++
			out.CapitalWas = out.CapitalWas.Add(sum(gave))
			out.CapitalIs = out.CapitalIs.Add(sum(gives))
		}
		for _, level := range criteria.Levels {
			a, b := then.Brief.On(level), now[i].Brief.On(level)
			if a == nil || b == nil {
				continue
			}
			l := kept(levels, level, ComparisonLevel{Level: level})
			if a.Standard != b.Standard {
				l.OtherSet++
				continue
			}
			l.Communes++
			l.CriteriaWas += a.CriteriaMet
			l.CriteriaIs += b.CriteriaMet
			wasEligible, isEligible := a.Verdict == assess.Eligible, b.Verdict == assess.Eligible
			l.EligibleWas += boolean(wasEligible)
			l.EligibleIs += boolean(isEligible)
			l.Gained += boolean(isEligible && !wasEligible)
			l.Lost += boolean(wasEligible && !isEligible)
		}
	}
	out.OnlyBefore = len(before) - out.Both
	for _, level := range criteria.Levels {
		if l := levels[level]; l != nil {
			out.Levels = append(out.Levels, *l)
		}
	}
	return out
}

// isMerger tells whether a commune was put together from several between the two
// years. Almost every unit of 1/7/2025 bears the code of one of its parts, and many
// its name too; held against that part alone it would seem to have grown or lost.
// A commune that the reform did not touch is the same with or without a district.
func isMerger(now, then *Commune) bool {
	if then.District == "" || now.District != "" {
		return false
	}
	_, merged := places.Origins(now.Code)
	return merged
}

// Apart says that communes are not compared for their two sets of criteria, "" where none is.
func (l *ComparisonLevel) Apart() string {
	if l.OtherSet == 0 {
		return ""
	}
	return fmt.Sprintf("%d xã không so được: hai năm xét theo hai bộ tiêu chí khác nhau", l.OtherSet)
}

// exact tells whether no source gave a bound or an estimate: their sums are not compared.
func exact(sources []assess.BriefCapital) bool {
	return !slices.ContainsFunc(sources, func(s assess.BriefCapital) bool { return s.Bound != "" })
}

func sum(sources []assess.BriefCapital) (total decimal.Decimal) {
	for _, s := range sources {
		total = total.Add(s.Value.Decimal)
	}
	return total
}
