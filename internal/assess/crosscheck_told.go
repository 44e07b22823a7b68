package assess

import (
	"cmp"
	"slices"

	"ntm/internal/commune"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// pollOfAll holds what the report tells of the poll in the whole commune against the
// villages and against itself.
func (c *crossChecker) pollOfAll(j *judge) {
	s := c.in.Report.Satisfaction
	if s == nil || c.in.Rules < CheckedRules {
		return
	}
	if n := j.figures["village_count"]; n != nil && len(s.Villages) > 0 && n.shown.Entry != nil {
		if of, is := n.Measure.(commune.Number); is && !of.Equal(decimal.NewFromInt(int64(len(s.Villages)))) {
			c.note("villages_polled", Warning, commune.SatisfactionFigure,
				"lấy ý kiến ở %d thôn, xã có %s thôn", len(s.Villages), vi.Number(of.Decimal))
		}
	}
	c.householdsPolled(j)
	if s.Whole == nil {
		return
	}
	w := s.Whole
	for _, pair := range []struct {
		part, whole *decimal.Decimal
		what        string
	}{
		{w.FormsOut, w.Households, "số phiếu phát ra lớn hơn số hộ"},
		{w.FormsBack, w.FormsOut, "số phiếu thu về lớn hơn số phiếu phát ra"},
		{w.FormsBack, w.Households, "số phiếu thu về lớn hơn số hộ"},
		{w.Satisfied, w.FormsBack, "số người hài lòng lớn hơn số phiếu thu về"},
	} {
		if pair.part != nil && pair.whole != nil && pair.part.GreaterThan(*pair.whole) {
			c.note("part_exceeds_whole", Wrong, commune.SatisfactionFigure, "lấy ý kiến toàn xã: %s (%s > %s)",
				pair.what, vi.Number(*pair.part), vi.Number(*pair.whole))
			return
		}
	}
	c.pollAgrees(s)
}

// householdsPolled asks where the poll knows of fewer households than the commune has: a share
// of those would be taken for a share of all.
func (c *crossChecker) householdsPolled(j *judge) {
	of, all := j.figures[commune.CoverageFigure], j.figures["households"]
	if of == nil || all == nil || all.shown.Entry == nil || of.shown.Entry == nil || of.shown.Year != all.shown.Year {
		return
	}
	rate, isRate := of.Measure.(commune.Rate)
	total, isNumber := all.Measure.(commune.Number)
	least := decimal.NewFromInt(95) // in per cent: the two are counted on days of their own
	if isRate && isNumber && rate.Denominator.Mul(hundred).LessThan(total.Mul(least)) {
		c.note("households_polled", Warning, of.ID, "lấy ý kiến tính trên %s hộ, xã có %s hộ",
			vi.Number(rate.Denominator), vi.Number(total.Decimal))
	}
}

// pollAgrees holds the counts of the villages and the share that is printed against what is
// told of the commune.
func (c *crossChecker) pollAgrees(s *commune.Satisfaction) {
	w := s.Whole
	if len(s.Villages) > 0 {
		satisfied, answered := s.Tally()
		for _, pair := range []struct {
			told, sum *decimal.Decimal
			what      string
		}{{w.FormsBack, &answered, "phiếu thu về"}, {w.Satisfied, &satisfied, "phiếu hài lòng"},
			{w.Households, s.Households(), "hộ"}} {
			if pair.told != nil && pair.sum != nil && !pair.told.Equal(*pair.sum) {
				c.note("poll_differs", Wrong, commune.SatisfactionFigure,
					"lấy ý kiến: các thôn cộng lại %s %s, toàn xã ghi %s", vi.Number(*pair.sum), pair.what,
					vi.Number(*pair.told))
				return
			}
		}
	}
	counted, isRate := s.Measure().(commune.Rate)
	if w.Rate == nil || !isRate || !counted.Denominator.IsPositive() {
		return
	}
	got := count{value: valueOf(counted, 10)}
	if told := printedAs(*w.Rate, "%"); got.differs(told) {
		c.note("poll_differs", Wrong, commune.SatisfactionFigure,
			"lấy ý kiến: hài lòng %s / %s phiếu là %s %%, toàn xã ghi %s", vi.Number(counted.Numerator),
			vi.Number(counted.Denominator), decimalWords(valueOf(counted, 2)),
			w.Rate.Said(vi.Number(w.Rate.Decimal)+" %"))
	}
}

// sourcesTogether holds what is told of several sources together against those of them
// that are told apart.
func (c *crossChecker) sourcesTogether(sums *Capital) {
	if c.in.Rules < CheckedRules {
		return
	}
	for _, joint := range sums.Sources {
		var parts commune.Amount
		for _, s := range sums.Sources {
			if s.Value != nil && slices.Contains(joint.Source.Parts(), s.Source) {
				parts = parts.Plus(commune.Amount{Decimal: s.Value.Decimal, Bound: s.Bound})
			}
		}
		most := joint.Bound == "" || joint.Bound.IsCeiling() // of the joint sum; the parts may be a floor
		if joint.Value != nil && most && (parts.IsExact() || parts.Bound.IsFloor()) &&
			parts.GreaterThan(joint.Value.Decimal) && !c.rounded(parts.Decimal, joint.Value.Decimal) {
			c.note("capital_parts_exceed", Wrong, "", "%s %s triệu đồng ít hơn các nguồn thành phần cộng lại (%s "+
				"triệu đồng)", vi.Lower(joint.Source.Title()), vi.Number(joint.Value.Decimal), vi.Number(parts.Decimal))
		}
	}
}

// weights are the findings that weigh most, of one severity: what cannot be by itself, then
// what cannot be beside another. The rest follow as they were found.
var weights = []string{"negative", "part_exceeds_whole", "rate_out_of_range", "not_whole", "part_exceeds_other",
	"sum_differs", "counted_twice", "implied_not_met", "both_met", "totals_differ", "poll_differs",
	"capital_exceeds_total", "capital_parts_exceed", "claim_differs", "claim_of_another_set",
	"villages_polled", "households_polled", "share_of_few"}

// inOrder sorts the findings by weight and drops what was told already.
func (c *crossChecker) inOrder() {
	severities := []Severity{Wrong, Warning, Info}
	weight := func(code string) int {
		if i := slices.Index(weights, code); i >= 0 {
			return i
		}
		return len(weights)
	}
	slices.SortStableFunc(c.findings, func(a, b Finding) int {
		return cmp.Or(slices.Index(severities, a.Severity)-slices.Index(severities, b.Severity),
			weight(a.Code)-weight(b.Code))
	})
	seen := map[string]bool{}
	c.findings = slices.DeleteFunc(c.findings, func(f Finding) bool {
		told := seen[f.Message]
		seen[f.Message] = true
		return told
	})
}
