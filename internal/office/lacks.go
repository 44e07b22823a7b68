package office

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/list"
)

// LacksOf are the lacks of what was judged.
func LacksOf(a *assess.Assessment) []criteria.Lack {
	return list.Map(a.Levels, func(l assess.Level) criteria.Lack { return l.Lack })
}

// LevelsAmong are the levels that dossiers were judged at, in their order.
func LevelsAmong(found []*docket.Dossier) []criteria.Level {
	return slices.DeleteFunc(slices.Clone(criteria.Levels), func(l criteria.Level) bool {
		return !slices.ContainsFunc(found, func(d *docket.Dossier) bool {
			return d.Assessment != nil && d.Assessment.Brief.On(l) != nil
		})
	})
}

// LacksAmong are what the standards of a library lack that dossiers were judged by, each once.
func LacksAmong(lib *criteria.Library, found []*docket.Dossier) []criteria.Lack {
	var out []criteria.Lack
	for _, d := range found {
		if d.Assessment == nil {
			continue
		}
		for _, l := range d.Assessment.Brief.Levels {
			std, known := lib.StandardByID(l.Standard)
			if !known || l.IndicatorsMissing == 0 {
				continue
			}
			out = list.Once(out, std.LackOf(std.Indicators-l.IndicatorsMissing))
		}
	}
	return out
}
