package assess

import (
	"slices"

	"github.com/shopspring/decimal"
	"ntm/internal/commune"
	"ntm/internal/typed"
)

// Capital sums what was mobilised, in triệu đồng. Land and labour without a stated
// value are left out of every sum. A sum of bounds is a bound.
type Capital struct {
	Total            *Number     `json:"total"` // as stated, else the sum of the sources; nil when neither is known
	TotalBound       typed.Bound `json:"total_bound,omitempty"`
	TotalWords       string      `json:"total_words,omitempty"` // of a bound or an estimate, as given
	Stated           bool        `json:"stated"`
	Unallocated      *Number     `json:"unallocated"` // of the stated total, in no source
	UnallocatedBound typed.Bound `json:"unallocated_bound,omitempty"`

	Sources []CapitalSource `json:"sources"`
}

// CapitalSource is one source's sum and its share of the total in per cent,
// rounded to two decimals for the reader; or, where the report states the share alone, or
// beside a sum that is none exactly, that as it stands.
type CapitalSource struct {
	Source commune.Source `json:"source"`
	Value  *Number        `json:"value"`
	Bound  typed.Bound    `json:"bound,omitempty"`
	Words  string         `json:"words,omitempty"` // of a bound or an estimate of one line, as given
	Share  *Number        `json:"share"`
	Stated bool           `json:"share_stated,omitempty"` // by the report
}

// sumOf adds amounts. The words of one alone are kept.
type sumOf struct {
	commune.Amount
	lines int
}

func (s *sumOf) add(a commune.Amount) {
	if s.lines++; s.lines == 1 {
		s.Amount = a
		return
	}
	s.Amount = s.Plus(a)
}

// capital is nil when the report has no section on capital.
func capital(r *commune.Report) *Capital {
	if r.Capital == nil {
		return nil
	}
	out := &Capital{}
	sums := map[commune.Source]*sumOf{}
	var sum, total sumOf
	for i := range r.Capital {
		c := &r.Capital[i]
		value, known := c.Worth()
		switch {
		case !known:
		case c.Source == commune.Total:
			total.add(value)
			out.Stated = true
		default:
			if sums[c.Source] == nil {
				sums[c.Source] = &sumOf{}
			}
			sums[c.Source].add(value)
			sum.add(value)
		}
	}
	if !out.Stated {
		total = sum
	}
	if total.lines > 0 {
		out.Total, out.TotalBound, out.TotalWords = number(total.Decimal), total.Bound, total.Words
	}
	if rest := total.Bound.With(sum.Bound.Mirror()); out.Stated && sum.LessThan(total.Decimal) &&
		(rest != typed.About || total.Bound == "" && sum.Bound == "") {
		out.Unallocated, out.UnallocatedBound = number(total.Sub(sum.Decimal)), rest
	}
	for _, s := range commune.Sources {
		if !slices.ContainsFunc(r.Capital, func(c commune.Capital) bool { return c.Source == s }) ||
			s == commune.Total {
			continue
		}
		out.Sources = append(out.Sources, out.source(r, s, sums[s]))
	}
	return out
}

// source is what one source gave.
func (out *Capital) source(r *commune.Report, s commune.Source, sum *sumOf) CapitalSource {
	line := CapitalSource{Source: s}
	exact := true
	if sum != nil {
		line.Value, line.Bound, line.Words = number(sum.Decimal), sum.Bound, sum.Words
		if exact = sum.IsExact() && out.TotalBound == ""; exact && out.Total.IsPositive() {
			line.Share = number(sum.Mul(hundred).DivRound(out.Total.Decimal, 2))
		}
	}
	if share := statedShare(r, s); share != nil && (sum == nil || !exact) {
		line.Share, line.Stated = share, true
	}
	return line
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
