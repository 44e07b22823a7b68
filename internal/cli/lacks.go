package cli

import (
	"slices"

	"ntm/criteria"
	lawpacks "ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
)

// lacks opens a view with what standards lack.
func (s *screen) lacks(of ...criteria.Lack) { command.Lacks(s.Screen, of...) }

// lacksOf are the lacks of what was judged.
func lacksOf(a *assess.Assessment) []criteria.Lack {
	out := make([]criteria.Lack, len(a.Levels))
	for i := range a.Levels {
		out[i] = a.Levels[i].Lack
	}
	return out
}

// levelsAmong are the levels that dossiers were judged at, in their order.
func levelsAmong(found []*docket.Dossier) []criteria.Level {
	return slices.DeleteFunc(slices.Clone(criteria.Levels), func(l criteria.Level) bool {
		return !slices.ContainsFunc(found, func(d *docket.Dossier) bool {
			return d.Assessment != nil && d.Assessment.Brief.On(l) != nil
		})
	})
}

// lacksAmong are what the standards lack that dossiers were judged by, each once.
func lacksAmong(found []*docket.Dossier) []criteria.Lack {
	var out []criteria.Lack
	for _, d := range found {
		if d.Assessment == nil {
			continue
		}
		for _, l := range d.Assessment.Brief.Levels {
			std, known := lawpacks.Embedded().StandardByID(l.Standard)
			if !known || l.IndicatorsMissing == 0 {
				continue
			}
			if lack := std.LackOf(std.Indicators - l.IndicatorsMissing); !slices.Contains(out, lack) {
				out = append(out, lack)
			}
		}
	}
	return out
}
