package commune

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// Owed is what all works owe together. Nobody owes less than nothing: what some of them owe
// for certain is a floor of the whole, where others give only a ceiling or an estimate.
func (r *Report) Owed() Amount {
	var sum, least Amount
	for i, a := range r.Arrears {
		if a.Owed.IsExact() || a.Owed.Bound.IsFloor() {
			least = least.Plus(*a.Owed)
		}
		if i == 0 {
			sum = *a.Owed
			continue
		}
		sum = sum.Plus(*a.Owed)
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

// wordsOwed reads what works owe that the document says in words.
func (r *Report) wordsOwed() (notes, wrong problem.List) {
	for _, a := range r.Arrears {
		if a.Owed == nil || a.Owed.Unread == nil {
			continue
		}
		u := a.Owed.Unread
		g, err := typed.Read(u.Text, typed.Debt)
		switch {
		case err != nil:
			wrong = append(wrong, at(u, err)...)
			continue
		case !IsDebt(g):
			wrong.Add(u.Pos.Problem(fmt.Sprintf("đọc thấy %q, ở đây chỉ cần số còn nợ", u.Text), ""))
		}
		notes = append(notes, said(u, g)...)
		*a.Owed = AmountGiven(g)
	}
	return notes, wrong
}
