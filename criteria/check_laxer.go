package criteria

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// laxer finds overlays that may ask for less than what they override without
// naming the clause that allows it: in each column, year, day and zone for which
// one of their rules stands.
func (c *checker) laxer() {
	for _, o := range c.lib.Overlays {
		if o.Layer == Nation {
			continue // the nation's own level, better known for one province
		}
		for _, set := range o.Set {
			c.laxerRule(o, set)
		}
	}
}

func (c *checker) laxerRule(o *Overlay, set *OverlayRule) {
	for year := o.Years.From; year <= o.Years.To; year++ {
		level, _, _ := strings.Cut(set.Indicator, "/")
		std, ok := c.lib.Standard(Level(level), year)
		if !ok {
			continue
		}
		law := c.lib.Law(std, o.Province)
		days := Span{Years: Years{year, year}, From: Day(year, 1, 1), Until: Day(year, 12, 31), Columns: law.Columns}
		for topic := range law.Topics {
			for _, s := range topic.of(set) {
				common, meets := s.Meet(days)
				if meets && !c.compared(law, topic, s, common, set) {
					return
				}
			}
		}
	}
}

// of lists the standings that an overlay's rule gives the topic, also where they
// are overridden themselves: those of communes with the fewest traits first.
func (t *Topic) of(set *OverlayRule) []*Standing {
	var out []*Standing
	for _, s := range t.Standings {
		for ; s != nil; s = s.Overridden {
			if s.written == &set.Rule {
				out = append(out, s)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *Standing) int { return len(a.With) - len(b.With) })
	return out
}

// compared holds a standing against what it overrides in each column of a span
// and each zone, and tells whether nothing is wrong with it.
func (c *checker) compared(law *Law, topic *Topic, s *Standing, in Span, set *OverlayRule) bool {
	zones := []*Group{{}}
	if s.Zoned() {
		zones = s.Zones()
	}
	for _, column := range in.Columns {
		for _, zone := range zones {
			q := Query{Year: in.Years.From, On: in.From, Province: s.Overlay.Province, Traits: in.With}
			if len(zone.AnyOf) > 0 {
				q.Traits = union(q.Traits, zone.AnyOf[0])
			}
			r := resolver{lib: c.lib, q: law.Standard.queryFor(q, column), std: law.Standard, law: law, column: column, zones: map[*Overlay]Region{}}
			if s.Zoned() {
				r.zones[s.Overlay] = Region(zone.ID)
			}
			held, ok := r.at(s, topic)
			if !ok || held.err != nil || held.Standing != s || held.asks.Replaces == nil || held.asks.Basis.Layer != s.Overlay.Layer {
				continue
			}
			if hint, wrong := wrongWith(&held.asks, held.asks.Replaces, set.LaxerBy, column); wrong != "" {
				c.fail(set.Pos, hint, "chỉ tiêu %s%s", set.Indicator, wrong)
				return false
			}
		}
	}
	return true
}

// wrongWith says why a requirement cannot stand over the one it overrides, or "".
func wrongWith(overriding, overridden *Requirement, laxerBy string, column Region) (hint, wrong string) {
	if why := unfit(overriding); why != "" {
		return "viết theo số liệu và cách xét của cấp trên; chỉ tiêu nhiều phần thì ghi đủ all_of, mỗi phần có figure", ": " + why
	}
	if laxerBy != "" || asStrict(overriding, overridden) {
		return "", ""
	}
	how := "không so được với mức"
	if overriding.Op == overridden.Op && overriding.Figure == overridden.Figure && len(overridden.Parts) == 0 {
		how = "dễ hơn mức"
	}
	return "sửa ngưỡng, hoặc ghi laxer_by: điều khoản cho phép thấp hơn (mức cấp trên ghi sẵn mà sai thì ghi chỗ đúng trong văn bản gốc)",
		fmt.Sprintf(", năm %d, cột %s: %s, %s %s của %s", overriding.Basis.Year, column, overriding, how, overridden, overridden.Basis.Decision)
}

// unfit says why a requirement whose figure came from what it overrides cannot be
// judged, or "".
func unfit(r *Requirement) (why string) {
	r.Leaves(func(leaf *Requirement) {
		switch f := leaf.Figure; {
		case f == nil:
			why = "chưa nói xét theo số liệu nào (figure)"
		case leaf.Op == ProvinceSets:
		case (leaf.Op == DeclaredMet) != (f.Unit == Declared):
			why = fmt.Sprintf("số liệu %s có đơn vị %q, không hợp với cách xét này", f.ID, f.Unit)
		case leaf.Known && f.Unit == Percent && (leaf.Value.IsNegative() || leaf.Value.GreaterThan(hundred)):
			why = fmt.Sprintf("ngưỡng %s nằm ngoài khoảng 0-100 %%", f.Show(leaf.Value))
		}
	})
	return why
}

var hundred = decimal.NewFromInt(100)

// asStrict tells whether whoever meets a meets b. What is overridden, when it
// is open, may be set freely; what cannot be compared is not as strict.
func asStrict(a, b *Requirement) bool {
	implied := func(part Requirement) bool { return asStrict(a, &part) }
	implies := func(part Requirement) bool { return asStrict(&part, b) }
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
	case b.Op == ProvinceSets:
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
