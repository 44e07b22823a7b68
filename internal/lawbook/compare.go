package lawbook

import (
	"fmt"

	"ntm/criteria"
)

// compare tells how a threshold stands to what the program has.
func (r *reading) compare(s *slot, asks demand, out *said) {
	rank := layerRank(out.paper.Layer)
	if layerRank(s.standing.Doc.Layer) > rank {
		if !equal(asks, &s.asked) && asks.op != criteria.ProvinceSets {
			out.doubt(fmt.Sprintf("dòng này đã có quy định của %s (%s): mức của %s không thay được, so lại hai văn bản",
				s.standing.Doc.Layer.Title(), s.standing.Doc, out.paper.Layer.Title()))
		}
		return // what stands goes before it anyway
	}
	out.asks = asks
	switch {
	case out.kind == Again:
	case equal(asks, &s.asked):
		out.kind = Same
	case !s.asked.Known && asks.op != criteria.ProvinceSets:
		out.kind = New
	default:
		out.kind = Other
	}
	if above := r.above(s, rank); above != nil && isLaxer(asks, above) && out.paper.Layer != criteria.Nation {
		out.doubt(fmt.Sprintf("dễ hơn mức cấp trên %s: ghi điều khoản cho phép ở cột Điều khoản, hoặc xem lại", above))
	}
}

// above is what a layer above asks in the slot's first year and column, nil for nothing.
func (r *reading) above(s *slot, rank int) *criteria.Requirement {
	st := s.standing
	for st != nil && layerRank(st.Doc.Layer) >= rank {
		st = st.Overridden
	}
	if st == nil || s.path != "" && len(st.Rule.Parts()) == 0 {
		return nil
	}
	var out *criteria.Requirement
	st.Rule.Leaves(func(path string, leaf *criteria.Ask) {
		if path == s.path {
			asked := r.law.lib.Asked(st.Rule, leaf, s.Years.From, s.Columns[0])
			out = &asked
		}
	})
	return out
}

// equal tells whether a demand is what stands.
func equal(d demand, r *criteria.Requirement) bool {
	if d.op != r.Op {
		return false
	}
	return !d.compares() || r.Known && r.Value.Equal(d.number)
}

// isLaxer tells whether a demand asks for less than what stands above it.
func isLaxer(d demand, above *criteria.Requirement) bool {
	switch {
	case !above.Known || above.Op == criteria.ProvinceSets:
		return false
	case !d.compares() || above.Op.Sign() == "":
		return d.op != above.Op
	}
	return !criteria.Implies(d.op, d.number, above.Op, above.Value)
}
