package layout

import (
	"cmp"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/criteria/division"
)

// TitleTable is the table of titles, which offers those that there are by the year.
func (p *Plan) TitleTable() *Table {
	out := TitleTable
	out.Columns = slices.Clone(out.Columns)
	out.Columns[out.At("ntm:level")].Options = titlesOf(p.Titles)
	return &out
}

// PlaceAnswers are the questions about the commune, those about its traits as the year
// asks them, with what follows from a yes.
func (p *Plan) PlaceAnswers() *Table {
	out, asked := PlaceAnswers, map[string]Question{}
	out.Questions = nil
	for _, q := range PlaceAnswers.Questions {
		switch {
		case p.Department != nil && p.Department != division.CoordinatingDepartment() && !Says(q.Key):
			continue // for the office to say
		case strings.HasPrefix(q.Key, ClaimKey):
			asked[q.Key] = q
			continue
		case q.Key == LevelKey && len(p.Levels) < 2: // no choice
			continue
		case q.Key == LevelKey:
			q.Options = titlesOf(p.Levels)
		}
		if asked[q.Key] = q; !slices.Contains(criteria.Traits, criteria.Trait(q.Key)) {
			out.Questions = append(out.Questions, q)
		}
	}
	for _, use := range p.Uses {
		if q, is := asked[string(use.Trait)]; is {
			q.Hint = cmp.Or(q.Hint, use.Says)
			out.Questions = append(out.Questions, q)
		}
	}
	for _, l := range p.Levels {
		if q, is := asked[ClaimKey+string(l)]; is {
			out.Questions = append(out.Questions, q)
		}
	}
	return &out
}
