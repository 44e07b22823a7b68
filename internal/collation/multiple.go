package collation

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/vi"
)

// multiple holds what a decision asks against a threshold that is a multiple of another indicator's: the number that
// the multiple comes to is that of the decision or not. Where either is not known a person holds them together.
func (r *Collation) multiple(s *Slot, year int, column criteria.Region, mine *item, out *Said) {
	const unknown = "ngưỡng tính theo chỉ tiêu khác: so với nguyên văn rồi đánh dấu, hoặc ghi hệ số"
	rel := s.Ask.Relative
	base, on := r.baseOf(s, year, column)
	if base == nil || s.Asked.Figure == nil {
		out.doubt(unknown)
		return
	}
	j := judged{figure: s.Asked.Figure, name: mine.name, op: rel.Op, text: s.Asked.Text}
	asks, why := j.demand(&mine.reading)
	if why != "" || !asks.compares() {
		out.doubt(why, unknown)
		return
	}
	product := rel.Factor.Mul(base.Value)
	comes := fmt.Sprintf("%s × %s (mức của chỉ tiêu %s, %s) = %s", vi.Number(rel.Factor), vi.Number(base.Value), rel.To,
		on, vi.Number(criteria.Trimmed(product)))
	if asks.Op != rel.Op || !asks.number.Equal(product) {
		out.doubt(fmt.Sprintf("quyết định ghi %s %s, chương trình tính %s %s: ghi hệ số nếu quyết định đổi hệ số, "+
			"hoặc xem lại mức của chỉ tiêu %s", asks.Way(), asks.Value(), rel.Op.Sign(), comes, rel.To))
		return
	}
	out.Words += "\n[chương trình tính: " + comes + "]"
}

// baseOf is what the other indicator asks in a year and a column of a slot, and by which decision; nil where its number
// is not known, or is not one.
func (r *Collation) baseOf(s *Slot, year int, column criteria.Region) (base *criteria.Requirement, on string) {
	span := s.Span
	span.Years, span.Columns = criteria.Years{From: year, To: year}, []criteria.Region{column}
	level, no, _ := strings.Cut(s.Ask.Relative.To, "/")
	std, ok := r.law.Lib.StandardIn(criteria.Level(level), year, r.law.Province)
	if !ok {
		return nil, ""
	}
	for topic := range r.law.Lib.Law(std, r.law.Province).Topics {
		if topic.Indicator == nil || topic.Indicator.No != no {
			continue
		}
		for _, st := range topic.Standings {
			if st.Rule == nil || st.Zoned() || st.Rule.Relative != nil || !st.Covers(span) {
				continue
			}
			one := r.law.Lib.Asked(st.Rule, &st.Rule.Ask, year, column)
			if !one.Known || one.Op.Sign() == "" || base != nil {
				return nil, ""
			}
			base, on = &one, st.Doc.String()
		}
	}
	return base, on
}
