package layout

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/list"
)

// Dropped is what an earlier report says that a form does not ask, and so has no place for.
type Dropped struct {
	Figures []string // their ids
	Traits  []criteria.Trait
}

// Drops is what of an earlier report is not carried into the form.
func (p *Plan) Drops(previous *commune.Report) Dropped {
	var out Dropped
	for _, f := range previous.Figures {
		if p.Find(f.ID) == nil {
			out.Figures = append(out.Figures, f.ID)
		}
	}
	out.Traits = list.Where(previous.Traits, func(t criteria.Trait) bool {
		return !slices.ContainsFunc(p.Uses, func(u criteria.TraitUse) bool { return u.Trait == t })
	})
	return out
}
