package lawbook

import (
	"slices"

	"ntm/criteria"
)

// A standard's prerequisite, the level that a commune must hold before, is no
// threshold, but it rests on the decision as thresholds do. So it has a row,
// which can only be confirmed.

// prerequisites adds the prerequisite as a topic, with what overlays make of it.
func (l *law) prerequisites() {
	if l.std.Prerequisite.Level == "" {
		return
	}
	t := &topic{id: string(l.std.Level) + "/prerequisite", criterion: "Điều kiện tiên quyết", name: "Mức phải đạt trước: " + l.std.Prerequisite.Level.Title()}
	everywhere := box{years: l.std.Years, columns: l.columns}
	t.standings = []standing{{box: everywhere, rule: required(&l.std.Prerequisite), doc: document{l.std.Decision, l.std.Annex, "", criteria.Nation}, prerequisite: &l.std.Prerequisite}}
	for _, o := range l.overlays() {
		for _, p := range o.Prerequisites {
			if p.For != l.std.Level {
				continue
			}
			doc := document{o.Decision, o.Annex, "", o.Layer}
			t.lay(box{years: o.Years, columns: l.columns}, func(standing) standing {
				return standing{rule: required(&p.Prerequisite), doc: doc, prerequisite: &p.Prerequisite}
			})
		}
	}
	l.topics = append(l.topics, t)
}

// required is a prerequisite as a rule.
func required(p *criteria.Prerequisite) *criteria.Rule {
	return &criteria.Rule{Name: p.Text, Ask: criteria.Ask{Declared: true, Grounds: p.Grounds}}
}

// require sets a confirmed prerequisite in the pack of its years.
func (s *shelf) require(e *entered) {
	p := *e.standing.prerequisite
	p.Grounds = criteria.Grounds{Status: criteria.Confirmed, Source: e.check.source(e.note)}
	o := s.pack(e.years)
	o.Prerequisites = slices.DeleteFunc(o.Prerequisites, func(old *criteria.OverlayPrerequisite) bool { return old.For == s.law.std.Level })
	o.Prerequisites = append(o.Prerequisites, &criteria.OverlayPrerequisite{For: s.law.std.Level, Prerequisite: p})
	slices.SortFunc(o.Prerequisites, func(a, b *criteria.OverlayPrerequisite) int { return byLevel(string(a.For), string(b.For)) })
}
