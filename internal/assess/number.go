package assess

import (
	"github.com/shopspring/decimal"
	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/exact"
)

var hundred = decimal.NewFromInt(100)

// reaches compares exactly: 79,996 % does not reach 80 %.
func reaches(f *commune.Figure, op criteria.Op, threshold decimal.Decimal) bool {
	if f.IsRate() {
		return holds(exact.CompareRate(*f.Numerator, *f.Denominator, threshold), op)
	}
	return holds(exact.Compare(f.Value.Decimal, threshold), op)
}

func holds(compared int, op criteria.Op) bool {
	switch op {
	case criteria.AtMost:
		return compared <= 0
	case criteria.Exactly:
		return compared == 0
	}
	return compared >= 0
}

// valueOf is the figure rounded half away from zero.
func valueOf(f *commune.Figure, places int32) decimal.Decimal {
	switch {
	case f.IsRate():
		return exact.Percent(*f.Numerator, *f.Denominator, places)
	case f.Value.Exponent() >= -places:
		return f.Value.Decimal // written with fewer decimals
	}
	return f.Value.Round(places)
}
