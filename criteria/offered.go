package criteria

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/list"
)

// Offered are the levels that a year has in a province, from the lowest; in any for "".
func (lib *Library) Offered(year int, province string) []Level {
	return list.Where(Levels, func(l Level) bool {
		_, has := lib.StandardIn(l, year, province)
		return has
	})
}

// OfferedBy are the levels that a commune can hold in a year: those of the year and of
// every year before.
func (lib *Library) OfferedBy(year int) []Level {
	return list.Where(Levels, func(l Level) bool {
		return slices.ContainsFunc(lib.Standards, func(s *Standard) bool {
			return s.Level == l && s.Years.From <= year
		})
	})
}

// TraitUse is a trait that decides something in a year, and what.
type TraitUse struct {
	Trait Trait
	Says  string // what follows from it, in a reader's words
}

// TraitUses are the traits that a year's documents ask about, as they come to them: the
// nation's, then those of the province; of every province for "".
func (lib *Library) TraitUses(year int, province string) []TraitUse {
	uses := traitUses{says: map[Trait][]string{}}
	for std := range lib.standards(year, province) {
		uses.groups(std.Groups, std.Decision)
		if rule := std.ColumnRule; rule != nil && len(std.Groups) == 0 {
			uses.note(fmt.Sprintf("Có thể xét theo cột %s (%s).", rule.Column.Title(), rule.Article),
				slices.Concat(rule.Traits...)...)
		}
		for ind := range std.indicators {
			uses.indicator(ind)
		}
	}
	if p, ok := lib.Procedure(year); ok {
		uses.rules(rulesOf(p.Conditions))
	}
	for _, o := range lib.Overlays {
		if !o.Years.Contain(year) || !sameProvince(o.Province, province) {
			continue
		}
		uses.groups(o.Groups, o.Decision)
		for _, a := range o.Add {
			for _, ind := range a.Indicators {
				uses.indicator(ind)
			}
		}
		uses.rules(rulesOf(o.Conditions))
		for _, set := range o.Set {
			uses.rules([]*Rule{&set.Rule})
			own := list.Where(set.With, func(t Trait) bool { return slices.Contains(OwnZones, t) })
			uses.note(fmt.Sprintf("Xã thuộc đúng một vùng trong các vùng của %s.", o.Decision.Number), own...)
		}
	}
	return list.Map(uses.order, func(t Trait) TraitUse {
		return TraitUse{t, strings.TrimSpace(strings.Join(uses.says[t], " "))}
	})
}

// traitUses gathers what documents say of traits.
type traitUses struct {
	order []Trait
	says  map[Trait][]string
}

func (u *traitUses) note(text string, traits ...Trait) {
	for _, t := range traits {
		u.order, u.says[t] = list.Once(u.order, t), list.Once(u.says[t], text)
	}
}

// groups notes which group a trait puts a commune into.
func (u *traitUses) groups(groups []*Group, doc Document) {
	for _, g := range groups {
		for _, t := range slices.Concat(g.AnyOf...) {
			u.note(fmt.Sprintf("Có: %s (%s).", g.Name, doc.Number), t)
			if g.Note != "" {
				u.note(g.Note, t)
			}
		}
	}
}

func (u *traitUses) indicator(ind *Indicator) {
	u.note("", ind.AppliesUnless...)
	u.rules(ind.Rules)
}

func (u *traitUses) rules(all []*Rule) {
	for _, r := range all {
		u.note("", slices.Concat(r.With, r.Without)...)
	}
}
