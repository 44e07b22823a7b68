package commune

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// Owed is what all works owe together. Nobody owes less than nothing: what some of them owe
// for certain is a floor of the whole, where others give only a ceiling or an estimate.
func (r *Report) Owed() Amount {
	owed := list.Map(r.Arrears, func(a Arrear) Amount { return *a.Owed })
	sum := Sum(owed...)
	var least Amount
	for _, a := range owed {
		if a.IsExact() || a.Bound.IsFloor() {
			least = least.Plus(a)
		}
	}
	if sum.IsExact() || sum.Bound.IsFloor() || !least.IsPositive() {
		return sum
	}
	if least.Bound == "" {
		least.Bound = typed.AtLeast
	}
	shown := func(a Amount) string { return vi.Number(criteria.Trimmed(a.Decimal)) }
	least.Words = fmt.Sprintf("%s triệu đồng, trong đó chắc chắn %s", sum.Bound.Of(shown(sum)),
		map[bool]string{true: "trên "}[least.Bound.IsOpen()]+shown(least))
	return least
}

// IsDebt tells whether a text says what is owed and nothing beside it.
func IsDebt(g typed.Given) bool { return g.Year == 0 && g.Share == nil }
