package criteria

import (
	"slices"

	"github.com/shopspring/decimal"
)

// AsStrictAs tells whether whoever meets the requirement meets the other. What is overridden, when it
// is open, may be set freely; what cannot be compared is not as strict.
func (a *Requirement) AsStrictAs(b *Requirement) bool {
	implied := func(part Requirement) bool { return a.AsStrictAs(&part) }
	implies := func(part Requirement) bool { return part.AsStrictAs(b) }
	every := func(parts []Requirement, holds func(Requirement) bool) bool {
		return !slices.ContainsFunc(parts, func(r Requirement) bool { return !holds(r) })
	}
	switch {
	case b.Op == AllOf:
		return every(b.Parts, implied)
	case a.Op == AllOf && b.Op != AnyOf:
		return slices.ContainsFunc(a.Parts, implies)
	case b.Op == AnyOf && a.Op != AnyOf:
		return slices.ContainsFunc(b.Parts, implied) || a.Op == AllOf && slices.ContainsFunc(a.Parts, implies)
	case a.Op == AnyOf:
		return every(a.Parts, implies)
	case len(a.Parts) > 0 || len(b.Parts) > 0 || a.Figure != b.Figure:
		return false
	case b.Op == ProvinceSets, b.Op == NotAsked:
		return true
	case a.Op.Sign() == "" || b.Op.Sign() == "":
		return a.Op == b.Op
	case !b.Known || !a.Known:
		return a.Op == b.Op && !b.Known
	}
	return Implies(a.Op, a.Value, b.Op, b.Value)
}

// Implies tells whether every number that is op the value is also other the bound, as
// what is more than 50 is at least 50.
func Implies(op Op, value decimal.Decimal, other Op, bound decimal.Decimal) bool {
	compared := value.Cmp(bound)
	switch {
	case other == Exactly:
		return op == Exactly && compared == 0
	case op == Exactly: // the value itself
		return compared == 0 && !other.IsStrict() || compared != 0 && (compared < 0) == other.IsCeiling()
	case op.IsCeiling() != other.IsCeiling():
		return false
	case compared == 0:
		return op.IsStrict() || !other.IsStrict()
	}
	return (compared < 0) == op.IsCeiling()
}
