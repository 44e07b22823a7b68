package criteria

import (
	"cmp"
	"slices"
	"strings"

	"ntm/internal/list"
	"ntm/internal/vi"
)

// Standing is one rule where it holds, the document that says so, and what it
// overrides there.
type Standing struct {
	Span
	Doc        Citation
	Rule       *Rule     // with the figure and the wording that it leaves to what it overrides
	written    *Rule     // the rule as its document has it
	Overlay    *Overlay  // that sets it; nil for the nation's own
	LaxerBy    string    // the clause that allows less than what it overrides asks
	Overridden *Standing // nil where nothing is
	// Prerequisite is set when the standing is a level to hold before.
	Prerequisite *Prerequisite
}

// Zoned tells whether the standing is for zones that a province divides its
// communes by, its rule for some of them.
func (s *Standing) Zoned() bool { return s.Prerequisite == nil && s.Overlay.zoned() }

func (o *Overlay) zoned() bool { return o != nil && len(o.Groups) > 0 }

// override lays an overlay over what stands.
func (l *Law) override(o *Overlay) {
	for _, set := range o.Set {
		span, ok := l.Span(&set.Rule, o.Years, o)
		if !ok {
			continue
		}
		for topic := range l.Topics {
			if topic.ID == set.Indicator {
				topic.override(span, func(overridden *Standing) *Standing {
					rule := set.leftOpen(overridden.Rule)
					return &Standing{Rule: rule, written: &set.Rule, Doc: o.citation().of(rule), Overlay: o,
						LaxerBy: set.LaxerBy}
				})
			}
		}
	}
	for _, p := range o.Prerequisites {
		if p.For == l.Standard.Level {
			l.Prerequisite.override(Span{Years: o.Years, Columns: l.Columns}, func(*Standing) *Standing {
				return &Standing{Rule: p.rule(), Doc: o.citation(), Overlay: o, Prerequisite: &p.Prerequisite}
			})
		}
	}
}

// leftOpen is the rule with the wording and the figure that it leaves to the one
// it overrides.
func (rule *Rule) leftOpen(overridden *Rule) *Rule {
	out := *rule
	out.Name = cmp.Or(out.Name, overridden.Name)
	if out.Figure == "" && len(out.Parts()) == 0 {
		out.Figure = overridden.Figure
	}
	return &out
}

// override puts other standings into a span, cutting those that stood there.
func (t *Topic) override(span Span, overriding func(overridden *Standing) *Standing) {
	var out []*Standing
	for _, s := range t.Standings {
		common, meets := s.Meet(span)
		if !meets {
			out = append(out, s)
			continue
		}
		for _, rest := range s.Minus(span) {
			piece := *s
			piece.Span = rest
			out = append(out, &piece)
		}
		over := overriding(s)
		over.Span, over.Overridden = common, s
		out = append(out, over)
	}
	t.Standings = out
}

// rule is a prerequisite as a rule: what is declared.
func (p *Prerequisite) rule() *Rule {
	return &Rule{Name: p.Text, Ask: Ask{Declared: true, Grounds: p.Grounds}}
}

// Citation is where a rule stands.
type Citation struct {
	Decision         Document
	Annex, AmendedBy string
	Layer            Layer
}

func (o *Overlay) citation() Citation { return Citation{o.Decision, o.Annex, "", o.Layer} }

// of is the citation of a rule, which may name a document of its own.
func (c Citation) of(rule *Rule) Citation {
	if rule.Decision != nil {
		c.Decision, c.Annex = *rule.Decision, ""
	}
	c.Annex, c.AmendedBy, c.Layer = cmp.Or(rule.Article, c.Annex), cmp.Or(rule.AmendedBy, c.AmendedBy),
		cmp.Or(rule.Layer, c.Layer)
	return c
}

// String names the document for a reader.
func (c Citation) String() string {
	out := vi.Join(" ", c.Decision.Number, c.Decision.Date.Dated())
	if c.AmendedBy != "" {
		out += ", sửa đổi bởi " + c.AmendedBy
	}
	return strings.TrimSuffix(out+", "+c.Annex, ", ")
}

// Zones are the zones of the standing's overlay that its rule is for.
func (s *Standing) Zones() []*Group {
	return list.Where(s.Overlay.Groups, func(g *Group) bool {
		return len(s.Rule.Columns) == 0 || slices.Contains(s.Rule.Columns, Region(g.ID))
	})
}
