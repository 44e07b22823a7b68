package collation

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/threshold"
	"ntm/internal/vi"
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
		stands := above.String()
		if !above.Known {
			stands = "(cấp trên có đặt mức, chương trình chưa có số)"
		}
		out.doubt(fmt.Sprintf("dễ hơn mức cấp trên %s: ghi điều khoản cho phép ở cột Điều khoản, hoặc xem lại", stands))
	}
}

// setsNothing says why "Không quy định" does not take the place of what stands: it may as well mean that the decision
// sets nothing of its own there; "" where nothing stands, or other words say that nothing is asked.
func setsNothing(s *Slot, r *threshold.Reading) string {
	if r.Kind != threshold.NotApplied || !strings.Contains(vi.Fold(r.Words), "quy dinh") ||
		s.Asked.Op == criteria.NotAsked || s.Asked.Op == criteria.ProvinceSets || s.Asked.Op == "" {
		return ""
	}
	return fmt.Sprintf("%q có thể nghĩa là không xét chỉ tiêu này, cũng có thể là không đặt mức riêng, khi ấy mức "+
		"đang có vẫn giữ (%s): không xét thì ghi Không áp dụng và điều khoản cho phép, giữ mức thì để trống",
		vi.OneLine(r.Words), s.Present())
}

// above is what a layer above asks in the slot's first year and column, nil for nothing.
func (r *Collation) above(s *Slot, rank int) *criteria.Requirement {
	st := s.Standing
	for st != nil && layerRank(st.Doc.Layer) >= rank {
		st = st.Overridden
	}
	if st == nil || partAt(st.Rule, s.Path) == nil {
		return nil
	}
	asked := r.law.Lib.Asked(st.Rule, partAt(st.Rule, s.Path), s.Years.From, s.Columns[0])
	return &asked
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
	case above.Op == criteria.ProvinceSets:
		return false
	case d.Op == criteria.NotAsked:
		return above.Op != criteria.NotAsked // whatever the number is that is not known
	case !above.Known:
		return false
	case !d.compares() || above.Op.Sign() == "":
		return d.Op != above.Op
	}
	return !criteria.Implies(d.Op, d.number, above.Op, above.Value)
}
