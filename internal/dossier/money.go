package dossier

import (
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/look"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"

	"github.com/shopspring/decimal"
)

const valuePlaces = 3 // thousandths of a triệu đồng are one nghìn đồng

// money is the format of a value in triệu đồng: as many decimals as it has.
func money(v decimal.Decimal, l draw.Look) draw.Cell {
	return look.Number(v, l.InsetRight().Shown(look.Grouped(min(look.PlacesOf(v), valuePlaces))))
}

func optionalMoney(v *decimal.Decimal, l draw.Look) draw.Cell {
	if v == nil {
		return draw.Blank(l)
	}
	return money(*v, l)
}

// sum is a sum of triệu đồng; of one that is no exact number it is the words of the report,
// or the bound.
func sum(n *assess.Number, bound typed.Bound, words string, l draw.Look) draw.Cell {
	if n == nil {
		return draw.Blank(l)
	}
	return amount(&commune.Amount{Decimal: n.Decimal, Bound: bound, Words: words}, l)
}

// amount is an amount of triệu đồng, blank for none.
func amount(a *commune.Amount, l draw.Look) draw.Cell {
	switch {
	case a == nil:
		return draw.Blank(l)
	case !a.IsExact():
		return draw.Text(a.Said(vi.Number(criteria.Trimmed(a.Decimal))), l.InsetRight())
	}
	return money(a.Decimal, l)
}

// share is a percentage with one decimal, as capital reports give it; one that a report states
// has as many as it was stated with.
func share(n *assess.Number, l draw.Look) draw.Cell {
	if n == nil {
		return draw.Blank(l)
	}
	return look.Number(n.Decimal, l.InsetRight().Shown(look.Measured("", max(1, look.PlacesOf(n.Decimal)), "%")))
}

// quantity is how much there is of something, blank where that is not known.
func quantity(a *commune.Amount, l draw.Look) draw.Cell {
	if a != nil && a.IsExact() {
		return count(&a.Decimal, l)
	}
	return amount(a, l)
}

// count is a whole number, or blank when it is not known.
func count(n *decimal.Decimal, l draw.Look) draw.Cell {
	if n == nil {
		return draw.Blank(l)
	}
	return look.Number(*n, l.InsetRight().Shown(look.Grouped(look.PlacesOf(*n))))
}

// rate is a quotient in per cent with two decimals; nothing for nothing.
func rate(part, whole decimal.Decimal, l draw.Look) draw.Cell {
	if !whole.IsPositive() {
		return draw.Blank(l)
	}
	v := part.Shift(2).DivRound(whole, 2)
	return look.Number(v, l.InsetRight().Shown(shownAs(criteria.Trimmed(v), 2, criteria.Percent)))
}
