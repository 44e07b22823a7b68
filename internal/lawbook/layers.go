package lawbook

import (
	"cmp"
	"slices"

	"ntm/criteria"
)

// lay lays an overlay over what stands.
func (l *law) lay(o *criteria.Overlay) {
	doc := document{o.Decision, o.Annex, "", o.Layer}
	for _, set := range o.Set {
		i := slices.IndexFunc(l.topics, func(t *topic) bool { return t.id == set.Indicator })
		if i < 0 {
			continue
		}
		b, ok := l.box(acrossZones(&set.Rule, o), o.Years)
		if !ok {
			continue
		}
		l.topics[i].lay(b, func(below standing) standing {
			if len(o.Groups) > 0 {
				return l.zoned(below, o, &set.Rule)
			}
			rule := set.Rule
			rule.Name = cmp.Or(rule.Name, below.rule.Name)
			if rule.Figure == "" && len(parts(&rule.Ask)) == 0 {
				rule.Figure = below.rule.Figure
			}
			return standing{rule: &rule, doc: doc.of(&rule)}
		})
	}
}

// lay puts another requirement into a box, cutting those that stood there.
func (t *topic) lay(b box, over func(below standing) standing) {
	var out []standing
	for _, below := range t.standings {
		common, ok := below.meet(b)
		for _, rest := range below.minus(b) {
			piece := below
			piece.box = rest
			out = append(out, piece)
		}
		if ok {
			piece := over(below)
			piece.box = common
			out = append(out, piece)
		}
	}
	t.standings = out
}

// acrossZones is the rule of an overlay for every column of the standard, when
// its own columns are zones, which lie across those.
func acrossZones(rule *criteria.Rule, o *criteria.Overlay) *criteria.Rule {
	if o == nil || len(o.Groups) == 0 {
		return rule
	}
	out := *rule
	out.Columns = nil
	return &out
}

// zoned notes what a province asks in its zones.
func (l *law) zoned(below standing, o *criteria.Overlay, rule *criteria.Rule) standing {
	out := standing{rule: below.rule, doc: document{o.Decision, o.Annex, "", o.Layer}.of(rule), zoning: o}
	if below.zoning == o {
		out.zones = slices.Clone(below.zones)
	}
	out.box = below.box
	own := *rule
	own.Name, own.Figure = cmp.Or(rule.Name, below.rule.Name), cmp.Or(rule.Figure, below.rule.Figure)
	out.rule = &own
	for _, g := range o.Groups {
		if len(rule.Columns) == 0 || slices.Contains(rule.Columns, criteria.Region(g.ID)) {
			asked := l.asked(&own, &own.Ask, below.years.From, criteria.Region(g.ID))
			out.zones = append(out.zones, g.Name+": "+asked.String())
		}
	}
	return out
}
