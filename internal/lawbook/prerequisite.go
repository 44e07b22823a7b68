package lawbook

import (
	"slices"

	"ntm/criteria"
)

// require sets a confirmed prerequisite in the pack of its years.
func (s *officePacks) require(e *entered) {
	p := *e.Standing.Prerequisite
	p.Grounds = criteria.Grounds{Status: criteria.Confirmed, Source: e.source()}
	o := s.pack(e.Years)
	o.Prerequisites = slices.DeleteFunc(o.Prerequisites,
		func(old *criteria.OverlayPrerequisite) bool { return old.For == s.law.Std.Level })
	o.Prerequisites = append(o.Prerequisites, &criteria.OverlayPrerequisite{For: s.law.Std.Level, Prerequisite: p})
	slices.SortFunc(o.Prerequisites, func(a, b *criteria.OverlayPrerequisite) int {
		return byLevel(string(a.For),
			string(b.For))
	})
}
