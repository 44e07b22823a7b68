package assess

import (
	"ntm/internal/commune"

	"github.com/shopspring/decimal"
)

// Money is printed in tỷ or in triệu đồng, and rounded for print: parts of 103, 1,6 and
// 2,9 tỷ may make 107. Each number may be off by half a unit of the last digit that it was
// printed with, and a sum by all of these.

// A sum of money is never printed in more than tỷ, nor with fewer than two digits, so that
// 1000 against 1200 is no rounding.
const (
	largestUnit = 3 // tỷ, as a power of ten of triệu đồng
	leastDigits = 2
)

// moneyOff is by how much a number of triệu đồng may be off as printed.
func moneyOff(n decimal.Decimal) decimal.Decimal {
	if n.IsZero() {
		return decimal.Zero
	}
	exponent := min(n.Exponent(), 0)
	for unit := exponent + 1; unit <= largestUnit && n.Shift(-unit).IsInteger() &&
		int(unit-n.Exponent())+leastDigits <= n.NumDigits(); unit++ {
		exponent = unit
	}
	return halfUnit(exponent)
}

// differ tells whether two numbers of triệu đồng differ by more than they, and those they
// were made of, may be off.
func (c *crossChecker) differ(a, b decimal.Decimal, madeOf ...decimal.Decimal) bool {
	if c.in.Rules < CheckedRules {
		return !a.Equal(b)
	}
	off := halfUnit(min(b.Exponent(), 0)) // what was multiplied was printed in full
	if len(madeOf) > 0 {
		off = moneyOff(b)
	}
	for _, n := range madeOf {
		off = off.Add(moneyOff(n))
	}
	return a.Sub(b).Abs().GreaterThan(off)
}

// rounded tells whether the sum of the sources is more than the total only as far as they
// were rounded for print.
func (c *crossChecker) rounded(sum, total decimal.Decimal) bool {
	if c.in.Rules < CheckedRules {
		return false
	}
	off := moneyOff(total)
	for i := range c.in.Report.Capital {
		line := &c.in.Report.Capital[i]
		if worth, known := line.Worth(); known && line.Source != commune.Total {
			off = off.Add(moneyOff(worth.Decimal))
		}
	}
	return sum.Sub(total).LessThanOrEqual(off)
}
