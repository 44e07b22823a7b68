package criteria

import "slices"

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
	case a.Op != b.Op:
		return false
	case !b.Known || !a.Known:
		return !b.Known
	case a.Op == AtLeast:
		return a.Value.GreaterThanOrEqual(b.Value)
	case a.Op == AtMost:
		return a.Value.LessThanOrEqual(b.Value)
	}
	return a.Value.Equal(b.Value)
}
