package assess

import (
	"slices"

	"github.com/shopspring/decimal"
	"ntm/internal/commune"
)

// Capital sums what was mobilised, in triệu đồng. Land and labour without a stated
// value are left out of every sum.
type Capital struct {
	Total       *Number         `json:"total"` // as stated, else the sum of the sources; nil when neither is known
	Stated      bool            `json:"stated"`
	Unallocated *Number         `json:"unallocated"` // of the stated total, in no source
	Sources     []CapitalSource `json:"sources"`
}

// CapitalSource is one source's sum and its share of the total in per cent,
// rounded to two decimals for the reader; or, where the report states the share alone, that
// as it stands.
type CapitalSource struct {
	Source commune.Source `json:"source"`
	Value  *Number        `json:"value"`
	Share  *Number        `json:"share"`
	Stated bool           `json:"share_stated,omitempty"` // by the report, without a value
}

// capital is nil when the report has no section on capital.
func capital(r *commune.Report) *Capital {
	if r.Capital == nil {
		return nil
	}
	out := &Capital{}
	sums := map[commune.Source]decimal.Decimal{}
	var sum decimal.Decimal
	for i := range r.Capital {
		c := &r.Capital[i]
		value, known := c.Worth()
		switch {
		case !known:
		case c.Source == commune.Total:
			out.Total, out.Stated = number(value), true
		default:
			sums[c.Source] = sums[c.Source].Add(value)
			sum = sum.Add(value)
		}
	}
	if !out.Stated && len(sums) > 0 {
		out.Total = number(sum)
	}
	if out.Stated && sum.LessThan(out.Total.Decimal) {
		out.Unallocated = number(out.Total.Sub(sum))
	}
	for _, s := range commune.Sources {
		if !slices.ContainsFunc(r.Capital, func(c commune.Capital) bool { return c.Source == s }) ||
			s == commune.Total {
			continue
		}
		line := CapitalSource{Source: s}
		if v, known := sums[s]; known {
			line.Value = number(v)
			if out.Total.IsPositive() {
				line.Share = number(v.Mul(hundred).DivRound(out.Total.Decimal, 2))
			}
		} else if share := statedShare(r, s); share != nil {
			line.Share, line.Stated = share, true
		}
		out.Sources = append(out.Sources, line)
	}
	return out
}

// statedShare adds up the shares that the report states of a source, nil where it states none.
func statedShare(r *commune.Report, s commune.Source) *Number {
	var sum decimal.Decimal
	stated := false
	for i := range r.Capital {
		if c := &r.Capital[i]; c.Source == s && c.Share != nil {
			sum, stated = sum.Add(*c.Share), true
		}
	}
	if !stated {
		return nil
	}
	return number(sum)
}
