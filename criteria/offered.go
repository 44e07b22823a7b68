package criteria

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/vi"
)

// Offered are the levels that a year has in a province, from the lowest; in any for "".
func (lib *Library) Offered(year int, province string) []Level {
	return slices.DeleteFunc(slices.Clone(Levels), func(l Level) bool {
		_, has := lib.StandardIn(l, year, province)
		return !has
	})
}

// OfferedBy are the levels that a commune can hold in a year: those of the year and of
// every year before.
func (lib *Library) OfferedBy(year int) []Level {
	return slices.DeleteFunc(slices.Clone(Levels), func(l Level) bool {
		return !slices.ContainsFunc(lib.Standards, func(s *Standard) bool {
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
	var order []Trait
	says := map[Trait][]string{}
	note := func(t Trait, format string, args ...any) {
		if says[t] == nil {
			order = append(order, t)
		}
		if text := fmt.Sprintf(format, args...); !slices.Contains(says[t], text) {
			says[t] = append(says[t], text)
		}
	}
	noteRule := func(r *Rule) bool {
		for _, t := range slices.Concat(r.With, r.Without) {
			note(t, "")
		}
		return true
	}
	for std := range lib.standards(year, province) {
		noteGroups(note, std.Groups, std.Decision)
		if rule := std.ColumnRule; rule != nil && len(std.Groups) == 0 {
			for _, t := range slices.Concat(rule.Traits...) {
				note(t, "Có thể xét theo cột %s (%s).", rule.Column.Title(), rule.Article)
			}
		}
		noteIndicators(note, noteRule, std.Criteria...)
	}
	if p, ok := lib.Procedure(year); ok {
		rulesOf(p.Conditions, noteRule)
	}
	for _, o := range lib.Overlays {
		if !o.Years.Contain(year) || province != "" && o.Province != "" && vi.Fold(o.Province) != vi.Fold(province) {
			continue
		}
		noteGroups(note, o.Groups, o.Decision)
		for _, a := range o.Add {
			noteIndicators(note, noteRule, &a.Criterion)
		}
		rulesOf(o.Conditions, noteRule)
		for _, set := range o.Set {
			noteRule(&set.Rule)
			for _, t := range set.With {
				if slices.Contains(OwnZones, t) {
					note(t, "Xã thuộc đúng một vùng trong các vùng của %s.", o.Decision.Number)
				}
			}
		}
	}
	return each(order, func(t *Trait) TraitUse {
		return TraitUse{*t, strings.TrimSpace(strings.Join(says[*t], " "))}
	})
}

// noteGroups notes which group a trait puts a commune into.
func noteGroups(note func(Trait, string, ...any), groups []*Group, doc Document) {
	for _, g := range groups {
		for _, all := range g.AnyOf {
			for _, t := range all {
				note(t, "Có: %s (%s).", g.Name, doc.Number)
				if g.Note != "" {
					note(t, "%s", g.Note)
				}
			}
		}
	}
}

func noteIndicators(note func(Trait, string, ...any), noteRule func(*Rule) bool, list ...*Criterion) {
	for _, c := range list {
		for _, ind := range c.Indicators {
			for _, t := range ind.AppliesUnless {
				note(t, "")
			}
			for _, r := range ind.Rules {
				noteRule(r)
			}
		}
	}
}
