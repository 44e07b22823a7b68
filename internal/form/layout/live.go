package layout

import (
	"slices"

	"ntm/criteria"
)

// LevelKey is the key of the question for the level that the commune is after.
const LevelKey = "level"

// Below are the words of the levels that the form asks about and that ask less than a level:
// where one of them is chosen, nothing is to be filled in for that one.
func (p *Plan) Below(l criteria.Level) []Option {
	i := slices.Index(p.Levels, l)
	return titlesOf(p.Levels[:max(i, 0)])
}

// Follow finds for each figure which of the commune's answers make it no matter of the
// commune, so that the form may ask for no more than what follows from the answers in it.
func (p *Plan) Follow(lib *criteria.Library) error {
	for _, use := range p.Uses {
		if !IsAbsence(use.Trait) {
			continue
		}
		with, err := p.other(lib, use.Trait, true)
		if err != nil {
			return err
		}
		without, err := p.other(lib, use.Trait, false)
		if err != nil {
			return err
		}
		for g := range p.Groups {
			for k := range p.Groups[g].Figures {
				a := &p.Groups[g].Figures[k]
				if is, is0 := with.Find(a.ID), without.Find(a.ID); is != nil && is0 != nil && is.Idle && !is0.Idle {
					a.IdleIf = append(a.IdleIf, use.Trait)
				}
			}
		}
	}
	return nil
}

// other is the plan of a commune that has a trait or of which that is not known, and is
// otherwise alike.
func (p *Plan) other(lib *criteria.Library, t criteria.Trait, has bool) (*Plan, error) {
	isIt := func(o criteria.Trait) bool { return o == t }
	unknown := p.unknown
	if p.Traits == nil {
		unknown = criteria.Traits
	}
	traits := append([]criteria.Trait{}, slices.DeleteFunc(slices.Clone(p.Traits), isIt)...)
	unknown = slices.DeleteFunc(slices.Clone(unknown), isIt)
	if has {
		traits = append(traits, t)
	} else {
		unknown = append(unknown, t)
	}
	return NewPlan(lib, p.Year, p.Up, p.Place, traits, unknown...)
}

// From is the lowest level that asks for a section of a report.
func From(section string) criteria.Level {
	for _, o := range Others {
		if o.ID == section {
			return o.From
		}
	}
	return ""
}
