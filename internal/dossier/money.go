package dossier

import (
	"github.com/shopspring/decimal"
	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/xlsx/draw"
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

func sum(n *assess.Number, l draw.Look) draw.Cell {
	if n == nil {
		return draw.Blank(l)
	}
	return money(n.Decimal, l)
}

// share is a percentage with one decimal, as capital reports give it.
func share(n *assess.Number, l draw.Look) draw.Cell {
	if n == nil {
		return draw.Blank(l)
	}
	return look.Number(n.Decimal, l.InsetRight().Shown(look.Measured("", 1, "%")))
}
