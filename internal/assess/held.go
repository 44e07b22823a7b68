package assess

import (
	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/vi"
)

// share is a rate in per cent.
func (h *held) share() count {
	switch m := h.Measure.(type) {
	case commune.Number, commune.Amount:
		a, _ := commune.AmountOf(m)
		return printedAs(a, string(criteria.Percent))
	case commune.Rate:
		off := printed(m.Numerator, h.shown.Entry.CountedIn).off.Add(printed(m.Denominator,
			h.shown.Entry.CountedIn).off)
		return count{value: valueOf(m, 10), off: off.Mul(hundred).DivRound(m.Denominator, 10)}
	}
	return count{}
}

// count is one of the counts that the figure itself gives.
func (h *held) count(of criteria.CountOf) (count, bool) {
	unit, isRate := h.shown.isRate()
	switch m := h.Measure.(type) {
	case commune.Number, commune.Amount:
		a, _ := commune.AmountOf(m)
		return printedAs(a, string(h.shown.Unit)), !isRate
	case commune.Rate:
		part, total := printed(m.Numerator, unit), printed(m.Denominator, unit)
		switch of {
		case criteria.OfTotal:
			return total, true
		case criteria.OfRest:
			return total.minus(part), true
		}
		return part, true
	}
	return count{}, false
}

// called is the name of one of the figure's counts.
func (h *held) called(of criteria.CountOf) string {
	switch entry := h.shown.Entry; {
	case entry.Unit != criteria.Percent:
		return entry.Name
	case of == criteria.OfTotal:
		return entry.Denominator
	default:
		return entry.Numerator
	}
}

// number is a count with its unit.
func (h *held) number(c count) string {
	unit, isRate := h.shown.isRate()
	if !isRate {
		unit = string(h.shown.Unit)
	}
	return c.bound.Of(vi.Number(criteria.Trimmed(c.value.Round(2))) + " " + unit)
}

// says is what the figure says.
func (h *held) says() string {
	if met, is := h.shown.Answer(); is {
		return outcome(met).lower()
	}
	return h.shown.String()
}
