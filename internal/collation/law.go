package collation

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/vi"
)

// Law is the law of one standard in one province.
type Law struct {
	*criteria.Law
	Lib      *criteria.Library
	Std      *criteria.Standard
	Province string
	Columns  []criteria.Region // every column of the standard
	Topics   []*Topic
}

// Topic is what has rows of its own: an indicator, a condition of recognition
// or the prerequisite.
type Topic struct {
	*criteria.Topic
	Criterion string // "10. Thu nhập"
	No, Name  string
}

// NewLaw is the law of a standard in a province, "" for none.
func NewLaw(lib *criteria.Library, std *criteria.Standard, province string) *Law {
	l := &Law{Law: lib.Law(std, province), Lib: lib, Std: std, Province: province, Columns: std.Columns()}
	add := func(t *criteria.Topic, criterion, no, name string) {
		if len(t.Standings) > 0 {
			l.Topics = append(l.Topics, &Topic{t, criterion, no, name})
		}
	}
	for _, c := range slices.SortedStableFunc(slices.Values(l.Criteria),
		func(a, b criteria.LaidCriteria) int { return vi.Compare(a.No, b.No) }) {
		for _, t := range c.Topics {
			add(t, c.No+". "+l.criterionName(c.Criterion), t.Indicator.No, t.Name)
		}
	}
	for _, t := range l.Conditions {
		add(t, "Điều kiện công nhận", "", t.Name)
	}
	if level := std.Prerequisite.Level; level != "" {
		// No threshold, but it rests on the decision as thresholds do. So it has a
		// row, which can only be confirmed.
		add(l.Prerequisite, "Điều kiện tiên quyết", "", "Mức phải đạt trước: "+level.Title())
	}
	return l
}

// criterionName is the standard's own name, whatever an overlay that adds to
// the criterion calls it.
func (l *Law) criterionName(c *criteria.Criterion) string {
	for _, own := range l.Std.Criteria {
		if own.No == c.No {
			return own.Name
		}
	}
	return c.Name
}

// Concerns tells whether an overlay may hold in the province and the
// standard's years.
func (l *Law) Concerns(o *criteria.Overlay) bool {
	return o.Years.Overlap(l.Std.Years) && (o.Province == "" || vi.Fold(o.Province) == vi.Fold(l.Province))
}

// zones says what a province asks in each of its zones. That is shown, but is
// set in the province's own pack.
func (l *Law) zones(s *criteria.Standing) string {
	out, zoning := "", s.Overlay
	for ; s != nil && s.Overlay == zoning; s = s.Overridden {
		zones := vi.List("; ", s.Zones(), func(g *criteria.Group) string {
			asked := l.Lib.Asked(s.Rule, &s.Rule.Ask, s.Years.From, criteria.Region(g.ID))
			return g.Name + ": " + asked.String()
		})
		out = vi.Join("; ", zones, out)
	}
	return out
}
