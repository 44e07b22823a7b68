package assess

import (
	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/exact"
	"ntm/internal/typed"

	"github.com/shopspring/decimal"
)

var hundred, one = decimal.NewFromInt(100), decimal.NewFromInt(1)

// reaches compares exactly: 79,996 % does not reach 80 %.
func reaches(f *commune.Figure, op criteria.Op, threshold decimal.Decimal) bool {
	if rate, isRate := f.Measure.(commune.Rate); isRate {
		return op.Holds(exact.CompareRate(rate.Numerator, rate.Denominator, threshold))
	}
	return op.Holds(exact.Compare(numberOf(f.Measure), threshold))
}

// numberOf is the number that a measure is written with, which a bound or an estimate is
// not.
func numberOf(m commune.Measure) decimal.Decimal {
	a, _ := commune.AmountOf(m)
	return a.Decimal
}

// cut is a bound as far as numbers of the unit go: what comes one by one has no half, a
// share no more than all, nothing less than none. A bound that leaves one number is that
// number: "từ 100 % trở lên" is all.
func cut(a commune.Amount, unit criteria.Unit) commune.Amount {
	if a.Bound.IsOpen() && typed.OneByOne(string(unit)) {
		if a.Bound == typed.MoreThan {
			a.Decimal, a.Bound = a.Floor().Add(one), typed.AtLeast
		} else {
			a.Decimal, a.Bound = a.Ceil().Sub(one), typed.AtMost
		}
	}
	if a.Bound == typed.AtLeast && unit == criteria.Percent && !a.LessThan(hundred) ||
		a.Bound == typed.AtMost && !a.IsPositive() {
		a.Bound = ""
	}
	return a
}

// within is what comes of a bound: met or not met where every number within it comes out
// so, else undetermined. An estimate bounds nothing.
func within(a commune.Amount, op criteria.Op, threshold decimal.Decimal) Outcome {
	compared := exact.Compare(a.Decimal, threshold)
	beyond := compared > 0 // every number within it is on the far side of the threshold
	if a.Bound.IsCeiling() {
		beyond = compared < 0
	}
	beyond = beyond || compared == 0 && a.Bound.IsOpen()
	onIt := compared == 0 && !a.Bound.IsOpen() // or some are on it, and all others beyond
	strict := op.IsStrict()
	switch {
	case a.Bound == "":
		return outcome(op.Holds(compared))
	case !a.Bound.IsFloor() && !a.Bound.IsCeiling():
		return Undetermined
	case op == criteria.Exactly:
		if beyond {
			return NotMet
		}
		return Undetermined
	case beyond, onIt && op.IsCeiling() == a.Bound.IsCeiling() && !strict,
		onIt && op.IsCeiling() != a.Bound.IsCeiling() && strict:
		return outcome(op.IsCeiling() == a.Bound.IsCeiling())
	}
	return Undetermined
}

// valueOf is a number or a rate rounded half away from zero.
func valueOf(m commune.Measure, places int32) decimal.Decimal {
	if rate, isRate := m.(commune.Rate); isRate {
		return exact.Percent(rate.Numerator, rate.Denominator, places)
	}
	return exact.Round(numberOf(m), places)
}
