package criteria

import (
	"cmp"
	"slices"

	"ntm/internal/vi"
)

// cited is the document a rule stands in, and the column of it that holds for
// the commune.
type cited struct {
	decision, amendedBy, annex string
	date                       Date
	laxerBy                    string // the clause that allows less than the layer above asks
	layer                      Layer
	column                     Region
	groups                     []*Group
	replaced                   *Requirement // what the layer below asks
}

// placed is an indicator with the document it stands in.
type placed struct {
	*Indicator
	doc cited
}

// placedCriterion is a criterion with what overlays add to it.
type placedCriterion struct {
	No, Name   string
	Indicators []placed
}

// holds tells whether the overlay is for the commune's province and year.
func (o *Overlay) holds(q Query) bool {
	return o.Years.Contain(q.Year) && (o.Province == "" || vi.Fold(o.Province) == vi.Fold(q.Province))
}

func (r *resolver) national() cited {
	return cited{decision: r.std.Decision.Number, date: r.std.Decision.Date, annex: r.std.Annex, layer: Nation, column: r.column, groups: r.std.Groups}
}

func (r *resolver) overlaid(o *Overlay) cited {
	doc := cited{decision: o.Decision.Number, date: o.Decision.Date, annex: o.Annex, layer: o.Layer, column: r.column, groups: r.std.Groups}
	if zone, ok := r.zones[o]; ok {
		doc.column, doc.groups = zone, o.Groups
	}
	return doc
}

// criteria lists the standard's criteria and those that overlays add.
func (r *resolver) criteria() []placedCriterion {
	var out []placedCriterion
	add := func(c *Criterion, doc cited) {
		i := slices.IndexFunc(out, func(have placedCriterion) bool { return have.No == c.No })
		if i < 0 {
			out = append(out, placedCriterion{No: c.No, Name: c.Name})
			i = len(out) - 1
		}
		for _, ind := range c.Indicators {
			out[i].Indicators = append(out[i].Indicators, placed{ind, doc})
		}
	}
	for _, c := range r.std.Criteria {
		add(c, r.national())
	}
	for _, o := range r.overlays() {
		for _, a := range o.Add {
			if a.Level == r.std.Level {
				add(&a.Criterion, r.overlaid(o))
			}
		}
	}
	return out
}

// overlays lists those that hold, from the nation's side down to the office.
func (r *resolver) overlays() []*Overlay { return r.lib.layered(r.q) }

// layered lists the overlays that hold, the lowest layer last.
func (lib *Library) layered(q Query) []*Overlay {
	var out []*Overlay
	for _, layer := range Layers {
		for _, o := range lib.Overlays {
			if o.Layer == layer && o.holds(q) {
				out = append(out, o)
			}
		}
		if layer == q.UpTo {
			break
		}
	}
	return out
}

// rule finds the rule that holds for the indicator or condition no: that of
// the lowest layer that has one. Where it names no figure, it judges the one
// the layer above judges.
func (r *resolver) rule(no string, own []*Rule, doc cited) (*Rule, cited) {
	found := r.pick(own, doc.column)
	id := string(r.std.Level) + "/" + no
	for _, o := range r.overlays() {
		for _, set := range o.Set {
			here := r.overlaid(o)
			if set.Indicator != id || !set.holds(r.std.Level, here.column, r.q) {
				continue
			}
			next := set.Rule
			here.laxerBy = set.LaxerBy
			if found != nil && !next.hasParts() && next.Figure == "" {
				next.Figure = found.Figure
			}
			if found != nil && r.leavesOpen(&next, here) {
				continue
			}
			if found != nil {
				if below, err := r.requirement(found, &found.Ask, doc); err == nil {
					here.replaced = &below
				}
				next.Name = cmp.Or(next.Name, found.Name)
			}
			found, doc = &next, here
		}
	}
	return found, doc
}

// leavesOpen tells whether an overlay's rule has no value in the commune's
// column and year: there the layer above goes on holding.
func (r *resolver) leavesOpen(rule *Rule, doc cited) bool {
	req, err := r.requirement(rule, &rule.Ask, doc)
	return err == nil && !req.Known && req.Op.Sign() != ""
}

// pick gives the rule of rules that holds, or nil.
func (r *resolver) pick(rules []*Rule, column Region) *Rule {
	for _, rule := range rules {
		if rule.holds(r.std.Level, column, r.q) {
			return rule
		}
	}
	return nil
}

func (rule *Rule) holds(level Level, column Region, q Query) bool {
	return (rule.From.IsZero() || !q.On.Before(rule.From.Time)) &&
		(rule.Until.IsZero() || !q.On.After(rule.Until.Time)) &&
		(len(rule.Columns) == 0 || slices.Contains(rule.Columns, column)) &&
		(len(rule.Levels) == 0 || slices.Contains(rule.Levels, level)) &&
		!slices.ContainsFunc(rule.With, func(t Trait) bool { return !q.has(t) }) &&
		!slices.ContainsFunc(rule.Without, q.has)
}

func (ask *Ask) hasParts() bool {
	return len(ask.AllOf) > 0 || len(ask.AnyOf) > 0 || ask.SomeOf != nil
}

// prerequisite is the standard's, or what the lowest layer makes of it.
func (r *resolver) prerequisite() SetPrerequisite {
	set := func(p Prerequisite, doc cited) SetPrerequisite {
		if p.Level == "" {
			return SetPrerequisite{}
		}
		return SetPrerequisite{p.Level, p.Text, p.AnyPeriod, Basis{Decision: doc.decision, DecisionDate: doc.date.String(), Annex: doc.annex, Column: doc.column,
			ColumnTitle: columnTitle(doc.column, doc.groups), Year: r.q.Year, Layer: doc.layer, Status: p.Status, Source: p.Source}}
	}
	out := set(r.std.Prerequisite, r.national())
	for _, o := range r.overlays() {
		for _, p := range o.Prerequisites {
			if p.For == r.std.Level {
				out = set(p.Prerequisite, r.overlaid(o))
			}
		}
	}
	return out
}
