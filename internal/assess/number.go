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
	if rate, isRate := f.Measure.(commune.Rate); isRate {
		return holds(exact.CompareRate(rate.Numerator, rate.Denominator, threshold), op)
	}
	return holds(exact.Compare(f.Measure.(commune.Number).Decimal, threshold), op)
}

func holds(compared int, op criteria.Op) bool {
	switch op {
	case criteria.AtMost:
		return compared <= 0
	case criteria.Exactly:
		return compared == 0
	case criteria.MoreThan:
		return compared > 0
	case criteria.LessThan:
		return compared < 0
	}
	return compared >= 0
}

// valueOf is a number or a rate rounded half away from zero.
func valueOf(m commune.Measure, places int32) decimal.Decimal {
	if rate, isRate := m.(commune.Rate); isRate {
		return exact.Percent(rate.Numerator, rate.Denominator, places)
	}
	value := m.(commune.Number).Decimal
	if value.Exponent() >= -places {
		return value // written with fewer decimals
	}
	return value.Round(places)
}
