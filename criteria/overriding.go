package criteria

import (
	"iter"
	"slices"
	"strings"
)

// Overriding gives what a rule of an overlay asks where it overrides something,
// with what that is, by the columns: for each year, column and zone, and on each
// day on which something else begins to hold.
func (lib *Library) Overriding(o *Overlay, set *OverlayRule) iter.Seq2[Region, *Requirement] {
	return func(yield func(Region, *Requirement) bool) {
		level, _, _ := strings.Cut(set.Indicator, "/")
		for year := o.Years.From; year <= o.Years.To; year++ {
			std, ok := lib.StandardIn(Level(level), year, o.Province)
			if !ok {
				continue
			}
			law := lib.Law(std, o.Province)
			for topic := range law.Topics {
				for _, s := range topic.of(set) {
					in, meets := s.inYear(year, law.Columns)
					if meets && !lib.overriding(law, topic, s, in, yield) {
						return
					}
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

// overriding gives what a standing asks in each column of a span and each zone.
func (lib *Library) overriding(law *Law, topic *Topic, s *Standing, in Span,
	yield func(Region, *Requirement) bool) bool {
	for r := range lib.points(law, s, in) {
		held, ok := r.at(s, topic)
		own := ok && held.err == nil && held.Standing == s && held.asks.Replaces != nil &&
			held.asks.Basis.Layer == s.Overlay.Layer
		if own && !yield(r.column, &held.asks) {
			return false
		}
	}
	return true
}

// points gives a commune of each column of a span and of each zone of the standing, in
// the first year of the span and on its first day.
func (lib *Library) points(law *Law, s *Standing, in Span) iter.Seq[*resolver] {
	zones, province := []*Group{{}}, ""
	if s.Zoned() {
		zones = s.Zones()
	}
	if s.Overlay != nil {
		province = s.Overlay.Province
	}
	return func(yield func(*resolver) bool) {
		for _, column := range in.Columns {
			for _, zone := range zones {
				q := Query{Year: in.Years.From, On: in.From, Province: province, Traits: in.With}
				if len(zone.AnyOf) > 0 {
					q.Traits = union(q.Traits, zone.AnyOf[0])
				}
				r := &resolver{lib: lib, q: law.Standard.queryFor(q, column), std: law.Standard, law: law,
					column: column, zones: map[*Overlay]Region{}}
				if s.Zoned() {
					r.zones[s.Overlay] = Region(zone.ID)
				}
				if !yield(r) {
					return
				}
			}
		}
	}
}
