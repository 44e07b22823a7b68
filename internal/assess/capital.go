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
func toldWith(s commune.Source, told map[commune.Source][]commune.Amount) bool {
	return slices.ContainsFunc(commune.Sources, func(joint commune.Source) bool {
		return told[joint] != nil && slices.Contains(joint.Parts(), s)
	})
}

// capital is nil when the report has no section on capital.
func capital(r *commune.Report) *Capital {
	if r.Capital == nil {
		return nil
	}
	out := &Capital{}
	told := map[commune.Source][]commune.Amount{}
	for i := range r.Capital {
		c := &r.Capital[i]
		if value, known := c.Worth(); known {
			told[c.Source] = append(told[c.Source], value)
		}
	}
	var all []commune.Amount
	for _, source := range commune.Sources {
		if source != commune.Total && told[source] != nil && !toldWith(source, told) {
			all = append(all, commune.Sum(told[source]...))
		}
	}
	out.Stated = told[commune.Total] != nil
	sum := commune.Sum(all...)
	total := sum
	if out.Stated {
		total = commune.Sum(told[commune.Total]...)
	}
	if out.Stated || all != nil {
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
		line := out.source(r, s, told[s])
		line.Within = toldWith(s, told)
		out.Sources = append(out.Sources, line)
	}
	return out
}

// source is what one source gave.
func (out *Capital) source(r *commune.Report, s commune.Source, told []commune.Amount) CapitalSource {
	line := CapitalSource{Source: s}
	exact := true
	if told != nil {
		sum := commune.Sum(told...)
		line.Value, line.Bound, line.Words = number(sum.Decimal), sum.Bound, sum.Words
		if exact = sum.IsExact() && out.TotalBound == ""; exact && out.Total.IsPositive() {
			line.Share = number(sum.Mul(hundred).DivRound(out.Total.Decimal, 2))
		}
	}
	if share := statedShare(r, s); share != nil && (told == nil || !exact) {
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
