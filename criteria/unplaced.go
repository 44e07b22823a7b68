package criteria

import "slices"

// A province that divides its communes by zones of its own gives each commune one of
// them. A commune that answers no to all of them, or yes to two, has none of the
// thresholds that the province sets by zone, and what they override would hold in
// silence. Its answers are taken for not given: it is judged by every threshold that
// may hold, and is told so.

// unplaced lists the traits of zones that the commune's answers leave it without a place
// in, by the overlays that hold for it.
func (lib *Library) unplaced(q Query) []Trait {
	var out []Trait
	for _, o := range lib.Overlays {
		if !o.holds(q) {
			continue
		}
		byIndicator := map[string][]*Rule{}
		for _, set := range o.Set {
			byIndicator[set.Indicator] = append(byIndicator[set.Indicator], &set.Rule)
		}
		for _, set := range o.Set { // in the order of the document
			out = union(out, q.missedBy(byIndicator[set.Indicator]))
		}
		for _, a := range o.Add {
			for _, ind := range a.Indicators {
				out = union(out, q.missedBy(ind.Rules))
			}
		}
	}
	return out
}

// missedBy lists the traits by which rules of one indicator divide communes, where the
// commune is of none of the parts; nil where it is of one, or has not answered yet.
func (q Query) missedBy(rules []*Rule) []Trait {
	divide := dividing(rules)
	open := func(t Trait) bool { return slices.Contains(q.Unknown, t) }
	fits := func(r *Rule) bool { return fit(q.Traits, r.With, r.Without) }
	if slices.ContainsFunc(divide, open) || slices.ContainsFunc(rules, fits) {
		return nil
	}
	return divide
}

// dividing lists the traits by which rules of one indicator divide communes: zones of a
// province's own, and what one rule asks for and another rules out.
func dividing(rules []*Rule) []Trait {
	var out []Trait
	for _, r := range rules {
		for _, t := range r.With {
			ruledOut := slices.ContainsFunc(rules, func(o *Rule) bool { return slices.Contains(o.Without, t) })
			if slices.Contains(OwnZones, t) || ruledOut {
				out = union(out, []Trait{t})
			}
		}
	}
	return out
}
