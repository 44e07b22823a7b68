package lawbook

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/vi"
)

// law is the law of one standard in one province as the workbook shows it.
type law struct {
	*criteria.Law
	lib      *criteria.Library
	std      *criteria.Standard
	province string
	columns  []criteria.Region // every column of the standard
	topics   []*topic
}

// topic is what has rows of its own: an indicator, a condition of recognition
// or the prerequisite.
type topic struct {
	*criteria.Topic
	criterion string // "10. Thu nhập"
	no, name  string
}

func newLaw(lib *criteria.Library, std *criteria.Standard, province string) *law {
	l := &law{Law: lib.Law(std, province), lib: lib, std: std, province: province, columns: std.Columns()}
	add := func(t *criteria.Topic, criterion, no, name string) {
		if len(t.Standings) > 0 {
			l.topics = append(l.topics, &topic{t, criterion, no, name})
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
func (l *law) criterionName(c *criteria.Criterion) string {
	for _, own := range l.std.Criteria {
		if own.No == c.No {
			return own.Name
		}
	}
	return c.Name
}

// concerns tells whether an overlay may hold in the province and the
// standard's years.
func (l *law) concerns(o *criteria.Overlay) bool {
	return o.Years.Overlap(l.std.Years) && (o.Province == "" || vi.Fold(o.Province) == vi.Fold(l.province))
}

// zones says what a province asks in each of its zones. That is shown, but is
// set in the province's own pack.
func (l *law) zones(s *criteria.Standing) string {
	out, zoning := "", s.Overlay
	for ; s != nil && s.Overlay == zoning; s = s.Overridden {
		text := ""
		for _, g := range s.Zones() {
			asked := l.lib.Asked(s.Rule, &s.Rule.Ask, s.Years.From, criteria.Region(g.ID))
			text += g.Name + ": " + asked.String() + "; "
		}
		out = text + out
	}
	return strings.TrimSuffix(out, "; ")
}
