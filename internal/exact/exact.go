// Package exact holds decimals against each other without rounding, fast.
//
// A country's reports are judged by a million comparisons, nearly all of
// everyday numbers. Those of at most twelve digits are done in machine integers;
// all others, and so every result, as package decimal does them.
package exact

import (
	"cmp"

	"github.com/shopspring/decimal"
)

// A number of mostDigits times the largest of powers fits a machine integer, and
// so does twice that.
const mostDigits = 12

var powers = [...]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6}

var hundred = decimal.NewFromInt(100)

// small tells whether d has few digits.
func small(d decimal.Decimal) bool { return d.NumDigits() <= mostDigits }

// power is ten to the n, false where that is none of powers.
func power(n int32) (int64, bool) {
	if n < 0 || int(n) >= len(powers) {
		return 0, false
	}
	return powers[n], true
}

// Compare is a.Cmp(b).
func Compare(a, b decimal.Decimal) int {
	if !small(a) || !small(b) {
		return a.Cmp(b)
	}
	n, m := a.CoefficientInt64(), b.CoefficientInt64()
	if up, ok := power(a.Exponent() - b.Exponent()); ok {
		return cmp.Compare(n*up, m)
	}
	if up, ok := power(b.Exponent() - a.Exponent()); ok {
		return cmp.Compare(n, m*up)
	}
	return a.Cmp(b)
}

// CompareRate compares n / d in per cent with a threshold by cross-multiplication:
// 79,996 % is less than 80 %. d is more than zero.
func CompareRate(n, d, percent decimal.Decimal) int {
	if up, ok := power(2 - percent.Exponent()); ok && alike(n, d) && percent.NumDigits() <= 6 {
		return cmp.Compare(n.CoefficientInt64()*up, percent.CoefficientInt64()*d.CoefficientInt64())
	}
	return n.Mul(hundred).Cmp(percent.Mul(d))
}

// CompareRates compares n / d with m / e by cross-multiplication. d and e are more than zero.
func CompareRates(n, d, m, e decimal.Decimal) int {
	const half = mostDigits * 3 / 4 // two of these multiplied fit
	if alike(n, d) && alike(m, e) && max(n.NumDigits(), d.NumDigits(), m.NumDigits(), e.NumDigits()) <= half {
		return cmp.Compare(n.CoefficientInt64()*e.CoefficientInt64(), m.CoefficientInt64()*d.CoefficientInt64())
	}
	return n.Mul(e).Cmp(m.Mul(d))
}

// Add is a + b.
func Add(a, b decimal.Decimal) decimal.Decimal {
	if alike(a, b) {
		return decimal.New(a.CoefficientInt64()+b.CoefficientInt64(), a.Exponent())
	}
	return a.Add(b)
}

// Percent is n / d in per cent, rounded half away from zero to that many decimal
// places. d is more than zero.
func Percent(n, d decimal.Decimal, places int32) decimal.Decimal {
	if up, ok := power(2 + places); ok && alike(n, d) && !n.IsNegative() {
		whole := d.CoefficientInt64()
		return decimal.New((2*n.CoefficientInt64()*up+whole)/(2*whole), -places)
	}
	return n.Mul(hundred).DivRound(d, places)
}

// Round is d rounded half away from zero to that many decimal places at most.
func Round(d decimal.Decimal, places int32) decimal.Decimal {
	if d.Exponent() >= -places {
		return d // written with fewer decimals
	}
	if down, ok := power(-places - d.Exponent()); ok && small(d) && !d.IsNegative() {
		return decimal.New((2*d.CoefficientInt64()+down)/(2*down), -places)
	}
	return d.Round(places)
}

// Trimmed is d without the zeros at its end that are decimals.
func Trimmed(d decimal.Decimal) decimal.Decimal {
	exponent := d.Exponent()
	if !small(d) || exponent > 0 {
		if d = d.Normalize(); d.Exponent() > 0 {
			return d.Round(0)
		}
		return d
	}
	digits := d.CoefficientInt64()
	for exponent < 0 && digits%10 == 0 {
		digits, exponent = digits/10, exponent+1
	}
	if exponent == d.Exponent() {
		return d
	}
	return decimal.New(digits, exponent)
}

// alike tells whether the quotient of two decimals is that of two small integers,
// their digits.
func alike(n, d decimal.Decimal) bool {
	return n.Exponent() == d.Exponent() && small(n) && small(d)
}
