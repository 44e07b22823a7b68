package assess

import (
	"ntm/internal/commune"
	"ntm/internal/exact"
	"ntm/internal/typed"

	"github.com/shopspring/decimal"
)

// count is a number with the half unit of its last digit, by which the thing may be off
// that it was printed for. What is counted one by one is not off.
type count struct {
	value, off decimal.Decimal
	bound      typed.Bound
}

// exceeds tells whether a is more than b whatever they are: a floor may be any number above
// it, and an estimate is more or less than nothing.
func (a count) exceeds(b count) bool {
	switch {
	case a.bound == "" && b.bound == "":
	case a.bound != "" && !a.bound.IsFloor(), b.bound != "" && !b.bound.IsCeiling():
		return false
	case a.bound.IsOpen() || b.bound.IsOpen():
		return a.value.Sub(b.value).GreaterThanOrEqual(a.off.Add(b.off))
	}
	return exact.Compare(a.value, b.value) > 0 && a.value.Sub(b.value).GreaterThan(a.off.Add(b.off))
}

func (a count) differs(b count) bool { return a.exceeds(b) || b.exceeds(a) }

// minus is the count of what is left.
func (a count) minus(b count) count {
	return count{a.value.Sub(b.value), a.off.Add(b.off), a.bound.With(b.bound.Mirror())}
}

// printed is a number as it was printed, in a unit.
func printed(n decimal.Decimal, unit string) count {
	if typed.OneByOne(unit) {
		return count{value: n}
	}
	return count{value: n, off: halfUnit(min(n.Exponent(), 0))}
}

// printedAs is an amount as it was printed.
func printedAs(a commune.Amount, unit string) count {
	out := printed(a.Decimal, unit)
	out.bound = a.Bound
	return out
}

// halves are half a unit of the last digit, by the number of digits after the comma.
var halves = func() (out [12]decimal.Decimal) {
	for digits := range out {
		out[digits] = decimal.New(5, int32(-digits-1))
	}
	return out
}()

// halfUnit is half of ten to the exponent.
func halfUnit(exponent int32) decimal.Decimal {
	if digits := int(-exponent); 0 <= digits && digits < len(halves) {
		return halves[digits]
	}
	return decimal.New(5, exponent-1)
}
