package assess

import (
	"slices"

	"ntm/internal/commune"
	"ntm/internal/typed"

	"github.com/shopspring/decimal"
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
	// Within tells that the source is a part of one that is told of several together, whose
	// sum holds it.
	Within bool `json:"within,omitempty"`
}

// Note is what is to know of the source's line; "" for a sum that is told and counted.
func (s *CapitalSource) Note() string {
	switch {
	case s.Stated && s.Value != nil:
		return "tỷ lệ theo báo cáo"
	case s.Stated:
		return "tỷ lệ theo báo cáo, chưa có số tiền"
	case s.Value == nil:
		return "chưa quy ra tiền"
	case s.Within:
		return "trong đó, đã tính ở dòng chung"
	}
	return ""
}

// toldWith tells whether a source's sum is a part of that of several, which is told too.
func toldWith[V any](s commune.Source, sums map[commune.Source]V) bool {
	for _, joint := range commune.Sources {
		if _, told := sums[joint]; told && slices.Contains(joint.Parts(), s) {
			return true
		}
	}
	return false
}

// within tells whether the source's sum is in that of several together.
func (c *Capital) within(s commune.Source) bool {
	return slices.ContainsFunc(c.Sources, func(line CapitalSource) bool { return line.Source == s && line.Within })
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

// join adds another sum.
func (s *sumOf) join(o *sumOf) {
	if s.lines == 0 {
		*s = *o
		return
	}
	s.Amount, s.lines = s.Plus(o.Amount), s.lines+o.lines
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
		}
	}
	for _, source := range commune.Sources {
		if sums[source] != nil && !toldWith(source, sums) {
			sum.join(sums[source])
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
		line := out.source(r, s, sums[s])
		line.Within = toldWith(s, sums)
		out.Sources = append(out.Sources, line)
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

// Printed is the share of the total that papers print of an exact part, in per cent with one
// decimal, rounded once; nil where that is not known.
func (out *Capital) Printed(part *Number, bound typed.Bound) *Number {
	if part == nil || bound != "" || out.TotalBound != "" || out.Total == nil || !out.Total.IsPositive() {
		return nil
	}
	return number(part.Mul(hundred).DivRound(out.Total.Decimal, 1))
}

// Uneven tells whether the shares that papers print of all parts add up to other than 100 %,
// as they may when each is rounded.
func (out *Capital) Uneven() bool {
	parts := slices.Clone(out.Sources)
	if out.Unallocated != nil {
		parts = append(parts, CapitalSource{Value: out.Unallocated, Bound: out.UnallocatedBound})
	}
	var all decimal.Decimal
	for _, s := range parts {
		share := out.Printed(s.Value, s.Bound)
		switch {
		case s.Within:
		case share == nil:
			return false
		default:
			all = all.Add(share.Decimal)
		}
	}
	return !all.Equal(hundred)
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
