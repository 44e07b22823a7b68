package collation

import (
	"fmt"

	"ntm/criteria"
)

// compare tells how a threshold stands to what the program has.
func (r *Collation) compare(s *Slot, asks Demand, out *Said) {
	rank := layerRank(out.Paper.Layer)
	if layerRank(s.Standing.Doc.Layer) > rank {
		if !equal(asks, &s.Asked) && asks.Op != criteria.ProvinceSets {
			out.doubt(fmt.Sprintf("dòng này đã có quy định của %s (%s): mức của %s không thay được, so lại hai văn bản",
				s.Standing.Doc.Layer.Title(), s.Standing.Doc, out.Paper.Layer.Title()))
		}
		return // what stands goes before it anyway
	}
	out.Asks = asks
	switch {
	case out.Kind == Again:
	case equal(asks, &s.Asked):
		out.Kind = Same
	case !s.Asked.Known && asks.Op != criteria.ProvinceSets:
		out.Kind = New
	default:
		out.Kind = Other
	}
	if above := r.above(s, rank); above != nil && isLaxer(asks, above) && out.Paper.Layer != criteria.Nation {
		out.doubt(fmt.Sprintf("dễ hơn mức cấp trên %s: ghi điều khoản cho phép ở cột Điều khoản, hoặc xem lại", above))
	}
}

// above is what a layer above asks in the slot's first year and column, nil for nothing.
func (r *Collation) above(s *Slot, rank int) *criteria.Requirement {
	st := s.Standing
	for st != nil && layerRank(st.Doc.Layer) >= rank {
		st = st.Overridden
	}
	if st == nil || s.Path != "" && len(st.Rule.Parts()) == 0 {
		return nil
	}
	var out *criteria.Requirement
	st.Rule.Leaves(func(path string, leaf *criteria.Ask) {
		if path == s.Path {
			asked := r.law.Lib.Asked(st.Rule, leaf, s.Years.From, s.Columns[0])
			out = &asked
		}
	})
	return out
}

// equal tells whether a demand is what stands.
func equal(d Demand, r *criteria.Requirement) bool {
	if d.Op != r.Op {
		return false
	}
	return !d.compares() || r.Known && r.Value.Equal(d.number)
}

// isLaxer tells whether a demand asks for less than what stands above it.
func isLaxer(d Demand, above *criteria.Requirement) bool {
	switch {
	case !above.Known || above.Op == criteria.ProvinceSets:
		return false
	case !d.compares() || above.Op.Sign() == "":
		return d.Op != above.Op
	}
	return !criteria.Implies(d.Op, d.number, above.Op, above.Value)
}
