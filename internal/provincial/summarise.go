package provincial

import (
	"cmp"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// Summarise counts the communes of a scope. before are those of the year before, nil
// for none; names gives the name of a criterion of a standard.
func Summarise(scope Scope, communes, before []Commune, names func(standard, no string) string) *Summary {
	out := &Summary{Schema: Schema, Scope: scope, Communes: len(communes), Levels: []Level{},
		Titles: titles(communes), Declared: declared(communes), Revoked: revoked(communes),
		Capital: capital(communes), NationOnly: nationOnly(communes)}
	for _, level := range criteria.Levels {
		if l := levelOf(level, communes, names); l.Communes > 0 {
			out.Levels = append(out.Levels, l)
		}
	}
	out.Areas = areas(scope, communes)
	out.Ranking = ranking(communes)
	if len(before) > 0 {
		out.Before = compare(scope.Year-1, communes, before)
	}
	return out
}

func levelOf(level criteria.Level, communes []Commune, names func(standard, no string) string) Level {
	out := Level{Level: level, Spread: []Spread{}, Hardest: []Hard{}}
	type key struct{ standard, no string }
	hard := map[key]*Hard{}
	spread := map[[2]int]*Spread{} // by total and first of the band
	for i := range communes {
		b := communes[i].Brief.On(level)
		if b == nil {
			continue
		}
		out.Communes++
		out.CriteriaMet += b.CriteriaMet
		if b.Draft {
			out.Drafts++
		}
		switch b.Verdict {
		case assess.Eligible:
			out.Eligible++
		case assess.NotEligible:
			out.NotEligible++
		default:
			out.Undetermined++
		}
		from, to := band(b.CriteriaMet, b.CriteriaTotal)
		s := kept(spread, [2]int{b.CriteriaTotal, from}, Spread{Total: b.CriteriaTotal, From: from, To: to})
		s.Communes++
		unknown := false
		for _, c := range b.Criteria {
			h := kept(hard, key{b.Standard, c.No}, Hard{Standard: b.Standard, No: c.No})
			if h.Communes == 0 {
				h.Name = names(b.Standard, c.No)
			}
			h.Communes++
			switch c.Outcome {
			case assess.Met, assess.NotApplicable:
				h.Met++
			case assess.NotMet:
				h.NotMet++
			default:
				h.Unknown++
				unknown = true
			}
		}
		if unknown {
			s.Unknown++
		}
	}
	for _, s := range spread {
		out.Spread = append(out.Spread, *s)
	}
	slices.SortFunc(out.Spread, func(a, b Spread) int { return cmp.Or(b.Total-a.Total, b.From-a.From) })
	for _, h := range hard {
		out.Hardest = append(out.Hardest, *h)
	}
	slices.SortFunc(out.Hardest, func(a, b Hard) int {
		return cmp.Or(b.NotMet-a.NotMet, b.Unknown-a.Unknown, vi.Compare(a.No, b.No),
			cmp.Compare(a.Standard, b.Standard))
	})
	return out
}

// band is the group that a number of criteria falls into: the programme's reports
// count communes with 19, 15–18, 10–14, 5–9 and under 5 of 19. Of another total
// no groups are known, and every number stands alone.
func band(met, total int) (from, to int) {
	if total != 19 {
		return met, met
	}
	for _, b := range [][2]int{{19, 19}, {15, 18}, {10, 14}, {5, 9}} {
		if met >= b[0] {
			return b[0], b[1]
		}
	}
	return 0, 4
}

func titles(communes []Commune) []TitleCount {
	out := []TitleCount{}
	for _, level := range append([]criteria.Level{""}, criteria.Levels...) {
		n := list.Count(communes, func(c Commune) bool { return c.Held == level })
		if n > 0 || level != criteria.HienDai { // a level of few provinces
			out = append(out, TitleCount{level, n})
		}
	}
	return out
}

// declared counts the titles that only reports name.
func declared(communes []Commune) []TitleCount {
	var out []TitleCount
	for _, level := range criteria.Levels {
		if n := list.Count(communes, func(c Commune) bool { return c.Declared == level }); n > 0 {
			out = append(out, TitleCount{level, n})
		}
	}
	return out
}

// revoked are the titles that are held no more.
func revoked(communes []Commune) []RevokedTitle {
	are := list.Where(communes, func(c Commune) bool { return !c.Revoked.IsZero() })
	return list.Map(are, func(c Commune) RevokedTitle { return RevokedTitle{c.Name, c.Held, c.Revoked} })
}

// kept is what a map keeps under a key, which is put there when it is first asked.
func kept[K comparable, V any](in map[K]*V, key K, first V) *V {
	if in[key] == nil {
		in[key] = new(first)
	}
	return in[key]
}

func capital(communes []Commune) Capital {
	out := Capital{Sources: []Source{}}
	bySource := map[commune.Source]*Source{}
	for i := range communes {
		gave := communes[i].Brief.Capital
		for _, c := range gave {
			s := kept(bySource, c.Source, Source{Source: c.Source})
			s.Communes++
			s.Value, s.Bound = s.Value.Add(c.Value.Decimal), s.Bound.With(c.Bound)
			out.Total, out.Bound = out.Total.Add(c.Value.Decimal), out.Bound.With(c.Bound)
		}
		out.Communes += boolean(len(gave) > 0)
		out.Inexact += boolean(!exact(gave))
	}
	for _, source := range commune.Sources {
		if s := bySource[source]; s != nil {
			out.Sources = append(out.Sources, *s)
		}
	}
	return out
}

// lastDistricts is the last year that is reported by district: they ceased on
// 1/7/2025, and a year of communes with and without one has no table that adds up.
const lastDistricts = 2024
