package cases

import (
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/places"
)

// report is the case as a commune's report.
func (c *Case) report() *commune.Report {
	return &commune.Report{
		Pos: c.Pos, Schema: commune.Schema, Year: c.Year, Date: c.Date, Figures: c.Figures,
		Recognitions: c.Recognitions,
		Traits:       append([]criteria.Trait{}, c.Commune.Traits...), TraitsUnknown: c.Commune.TraitsUnknown,
		Commune: commune.Where{Pos: c.Commune.Pos, Declared: &commune.Declared{
			Name: c.Name, Province: c.Commune.Province, Region: c.Commune.Region,
		}},
	}
}

func (c *Case) assess(lib *criteria.Library) (*assess.Assessment, error) {
	report := c.report()
	set, err := lib.Resolve(criteria.Query{
		Year: c.Year, On: report.On(), Region: c.Commune.Region, Province: c.Commune.Province,
		Traits: c.Commune.Traits, Unknown: c.Commune.TraitsUnknown,
	})
	if err != nil {
		return nil, err
	}
	return assess.Assess(assess.Input{Report: report, Set: set, Commune: places.Unit{
		Name: c.Name, Province: c.Commune.Province, Region: string(c.Commune.Region), Declared: true,
	}}), nil
}

// find finds what came of LEVEL/NO, LEVEL/ID or LEVEL; of a whole level there
// is no single judgement.
func find(a *assess.Assessment, id string) (got string, judged *assess.Judgement, ok bool) {
	level, no, single := strings.Cut(id, "/")
	for i := range a.Levels {
		switch l := &a.Levels[i]; {
		case string(l.Level) != level:
		case !single:
			return string(l.Verdict), nil, true
		case no == "prerequisite" && l.Prerequisite != nil:
			return string(l.Prerequisite.Outcome()), nil, true
		default:
			for x := range l.Judged() {
				if x.ID == id {
					return string(x.Outcome), x.Judgement, true
				}
			}
		}
	}
	return "", nil, false
}
