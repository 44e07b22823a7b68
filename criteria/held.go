package criteria

import (
	"slices"
	"strings"

	"ntm/internal/vi"
)

// held is a rule that holds at a point, with what it asks there.
type held struct {
	*Standing
	rule *Rule
	asks Requirement
	err  error // what it asks cannot be said
}

// find picks the standing of a topic that holds for the commune.
func (r *resolver) find(t *Topic) (held, bool) {
	p := Point{r.q.Year, r.q.On, r.column, r.q.Traits}
	for _, s := range t.Standings {
		if s.Holds(p) {
			if out, ok := r.at(s, t); ok {
				return out, true
			}
		}
	}
	return held{}, false
}

// at is what a standing comes to for the commune. Where it is for other zones, of
// a layer that is not asked about, or has no value in the commune's column and
// year, what it overrides goes on holding.
func (r *resolver) at(s *Standing, t *Topic) (out held, ok bool) {
	if s.Overridden == nil {
		if !r.concerned(s) {
			return held{}, false
		}
		out.Standing, out.rule = s, s.Rule
		out.asks, out.err = r.requirement(s.Rule, r.citation(s, t))
		return out, true
	}
	overridden, ok := r.at(s.Overridden, t)
	if !ok || !r.concerned(s) {
		return overridden, ok
	}
	out.Standing, out.rule = s, s.Rule
	if overridden.rule != s.Overridden.Rule { // what lies between holds elsewhere
		out.rule = s.written.leftOpen(overridden.rule)
	}
	out.asks, out.err = r.requirement(out.rule, r.citation(s, t))
	if out.err == nil && !out.asks.Known && out.asks.Op.Sign() != "" {
		return overridden, true
	}
	if overridden.err == nil {
		out.asks.Replaces = &overridden.asks
	}
	return out, true
}

// concerned tells whether a standing's document is among those asked about, and
// its rule for the commune's zone.
func (r *resolver) concerned(s *Standing) bool {
	if s.Overlay == nil {
		return true
	}
	zone, zoned := r.zones[s.Overlay]
	return r.goesDownTo(s.Overlay) && (!zoned || len(s.Rule.Columns) == 0 || slices.Contains(s.Rule.Columns, zone))
}

// goesDownTo tells whether the query asks about the overlay's layer.
func (r *resolver) goesDownTo(o *Overlay) bool {
	return r.q.UpTo == "" || slices.Index(Layers, o.Layer) <= slices.Index(Layers, r.q.UpTo)
}

// cited is the document a rule stands in, and the column of it that holds for
// the commune.
type cited struct {
	Citation
	laxerBy string
	column  Region
	groups  []*Group
	zone    string // of the province's own, in a reader's words
}

func (r *resolver) national() cited {
	return cited{Citation: Citation{r.std.Decision, r.std.Annex, "", Nation}, column: r.column, groups: r.std.Groups}
}

func (r *resolver) citation(s *Standing, t *Topic) cited {
	doc := cited{Citation: s.Doc, laxerBy: s.LaxerBy, column: r.column, groups: r.std.Groups, zone: s.ownZone()}
	if zone, ok := r.zones[s.Overlay]; ok {
		doc.column, doc.groups = zone, s.Overlay.Groups
	}
	if p := t.Procedure; p != nil && s.Overlay == nil && r.q.On.Before(p.AmendedOn.Time) {
		doc.AmendedBy = s.Rule.AmendedBy // the pack's own amendment is still to come
	}
	return doc
}

// ownZone is the zone of a province's own that the standing is for, in a reader's words,
// "" for none.
func (s *Standing) ownZone() string {
	for _, t := range s.With {
		if slices.Contains(OwnZones, t) {
			return strings.NewReplacer("thuộc ", "", "theo quyết định của", "của").Replace(t.Title())
		}
	}
	return ""
}

// basis is the basis of what the rule asks as a whole.
func (r *resolver) basis(rule *Rule, doc cited) Basis {
	return Basis{
		Decision: doc.Decision.Number, DecisionDate: doc.Decision.Date.String(), AmendedBy: doc.AmendedBy,
		Annex: doc.Annex, LaxerBy: doc.laxerBy,
		Column: doc.column, ColumnTitle: vi.Join(", ", columnTitle(doc.column, doc.groups), doc.zone),
		Year: r.q.Year, Layer: doc.Layer,
		Status: rule.Status, Source: rule.Source, CheckedBy: rule.CheckedBy, CheckedOn: rule.CheckedOn.String(),
	}
}

// prerequisite is the standard's, or what the last layer makes of it.
func (r *resolver) prerequisite() SetPrerequisite {
	p := Point{r.q.Year, r.q.On, r.column, r.q.Traits}
	for _, s := range r.law.Prerequisite.Standings {
		if !s.Holds(p) {
			continue
		}
		for !r.concerned(s) {
			s = s.Overridden
		}
		if asks := s.Prerequisite; asks.Level != "" {
			return SetPrerequisite{asks.Level, asks.Text, asks.AnyPeriod,
				r.basis(s.Rule, r.citation(s, r.law.Prerequisite))}
		}
	}
	return SetPrerequisite{}
}
