package assess

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/typed"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

func (c *crossChecker) capital(sums *Capital) {
	if sums == nil {
		return
	}
	for i := range c.in.Report.Capital {
		line := &c.in.Report.Capital[i]
		if line.Value == nil || line.Quantity == nil || line.UnitPrice == nil {
			continue
		}
		if worth := line.Quantity.Times(*line.UnitPrice); c.apart(worth, *line.Value) {
			c.note("capital_value", Warning, "", "%s: %s %s × %s = %s triệu đồng, báo cáo ghi %s", line.Source.Title(),
				line.Quantity.Bound.Of(vi.Number(line.Quantity.Decimal)), line.Unit, vi.Number(*line.UnitPrice),
				worth.Bound.Of(vi.Number(criteria.Trimmed(worth.Decimal))),
				line.Value.Said(vi.Number(line.Value.Decimal)))
		}
	}
	var sum commune.Amount
	for _, s := range sums.Sources {
		if s.Value == nil {
			continue
		}
		if !s.Within {
			sum = sum.Plus(commune.Amount{Decimal: s.Value.Decimal, Bound: s.Bound})
		}
		if s.Source == commune.People && s.Share != nil && !s.Stated {
			c.note("capital_people_share", Info, "", "nhân dân đóng góp %s / %s triệu đồng = %s %%",
				vi.Number(s.Value.Decimal), vi.Number(sums.Total.Decimal),
				vi.Rounded(sums.Printed(s.Value, s.Bound).Decimal, 1))
		}
	}
	c.sourcesTogether(sums)
	switch {
	case sums.Stated && sum.GreaterThan(sums.Total.Decimal) && (sum.IsExact() || sum.Bound.IsFloor()) &&
		(sums.TotalBound == "" || sums.TotalBound.IsCeiling()) && !c.rounded(sum.Decimal, sums.Total.Decimal):
		c.note("capital_exceeds_total", Wrong, "", "các nguồn cộng lại %s triệu đồng, lớn hơn tổng số %s triệu "+
			"đồng", sum.Bound.Of(vi.Number(sum.Decimal)), sums.TotalBound.Of(vi.Number(sums.Total.Decimal)))
	case sums.Unallocated != nil:
		c.note("capital_unallocated", Info, "", "còn %s triệu đồng trong tổng số chưa ghi theo nguồn",
			sums.UnallocatedBound.Of(vi.Number(sums.Unallocated.Decimal)))
	}
}

// apart tells whether two sums cannot be one: exact ones by more than they were rounded by,
// bounds where no number is within both.
func (c *crossChecker) apart(a, b commune.Amount) bool {
	if a.IsExact() && b.IsExact() {
		return c.differ(a.Decimal, b.Decimal)
	}
	return a.Excludes(b)
}

// bounded checks that some number within a bound can be what the figure says. An estimate
// is looked at like a number, and found odd at most.
func (c *crossChecker) bounded(h *held, a commune.Amount) {
	f, entry := h.Figure, h.shown.Entry
	within := commune.Amount{Bound: typed.AtLeast}
	outside := a.Excludes(within)
	if entry.Unit == criteria.Percent {
		outside = outside || a.Excludes(commune.Amount{Decimal: hundred, Bound: typed.AtMost})
	}
	switch p := entry.Plausible; {
	case outside:
		c.note("rate_out_of_range", Wrong, f.ID, "%s: “%s” không thể có", entry.Name, h.shown.String())
	case p == nil:
	case a.Bound == typed.About && !p.Contains(a.Decimal),
		a.Excludes(commune.Amount{Decimal: p.From, Bound: typed.AtLeast}),
		a.Excludes(commune.Amount{Decimal: p.To, Bound: typed.AtMost}):
		c.note("implausible", Warning, f.ID, "%s: “%s” khác xa mức thường gặp (%s đến %s); kiểm tra đơn vị và dấu phẩy",
			entry.Name, h.shown.String(), vi.Number(p.From), vi.Number(p.To))
	}
}

// arrears holds each debt against what was done and paid. Where one row denies itself nobody knows
// whether anything is owed, unless another row is a debt for certain.
func (c *crossChecker) arrears() {
	certain := slices.ContainsFunc(c.in.Report.Arrears, func(a commune.Arrear) bool { return certainDebt(&a) })
	for i := range c.in.Report.Arrears {
		a := &c.in.Report.Arrears[i]
		if a.Completed == nil || a.Paid == nil {
			continue
		}
		owed, differ := a.Completed.Sub(*a.Paid), false
		if a.Owed.IsExact() {
			differ = c.differ(owed, a.Owed.Decimal, *a.Completed, *a.Paid)
		} else {
			differ = a.Owed.Excludes(commune.Exact(owed))
		}
		severity := Warning
		if c.in.Rules >= HeldRules && deniesDebt(a, owed) {
			if differ = true; !certain {
				severity = Wrong // it decides nothing
			}
		}
		if differ {
			c.note("arrears_value", severity, commune.ArrearsFigure,
				"%s: hoàn thành %s − đã thanh toán %s = %s triệu đồng, báo cáo ghi còn nợ %s",
				a.Work, vi.Number(*a.Completed), vi.Number(*a.Paid), vi.Number(criteria.Trimmed(owed)),
				a.Owed.Said(vi.Number(a.Owed.Decimal)))
		}
	}
}

// certainDebt tells whether something is owed whatever the row's other sums say.
func certainDebt(a *commune.Arrear) bool {
	if !a.Owed.Excludes(commune.Amount{Bound: typed.AtMost}) {
		return false
	}
	return a.Completed == nil || a.Paid == nil || !deniesDebt(a, a.Completed.Sub(*a.Paid))
}

// deniesDebt tells whether of what is said to be owed, and what is left to pay, one is a debt and
// the other none. What is left may be off by the last digits alone: it is no sum of many.
func deniesDebt(a *commune.Arrear, left decimal.Decimal) bool {
	off := halfUnit(min(a.Completed.Exponent(), 0)).Add(halfUnit(min(a.Paid.Exponent(), 0)))
	if left.GreaterThan(off) {
		return a.Owed.Excludes(commune.Amount{Bound: typed.MoreThan})
	}
	return left.LessThanOrEqual(decimal.Zero) && (!a.Owed.IsExact() || a.Owed.GreaterThan(off)) &&
		a.Owed.Excludes(commune.Amount{Bound: typed.AtMost})
}
