package departments

import (
	"context"

	"ntm/criteria"
	"ntm/internal/form"
	"ntm/internal/form/blank"
	"ntm/internal/form/layout"
	"ntm/internal/office/forms"
	"ntm/internal/problem"
)

// Gathering is the forms of the departments of one commune.
type Gathering struct {
	Lib     *criteria.Library
	Files   []string
	Commune string // and
	Year    int    // where no form says it
}

// Gather puts the forms together. The error is a problem.List with what cannot be read in
// any of them, or that they are not of one commune and year.
func (g *Gathering) Gather(ctx context.Context) (*Gathered, error) {
	out := &Gathered{Answers: layout.NewAnswers()}
	prints := g.prints()
	var wrong problem.List
	for _, file := range g.Files {
		r, err := form.Return(ctx, file, g.Lib, prints)
		if err != nil {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			wrong = append(wrong, problem.Of(err)...)
			continue
		}
		out.Notes = append(out.Notes, r.Notes...)
		out.returned = append(out.returned, r)
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	if err := g.plan(ctx, out); err != nil {
		return nil, err
	}
	if err := out.fits(); err != nil {
		return nil, err
	}
	out.due()
	out.evidence()
	out.merge()
	out.sent()
	out.owed()
	return out, nil
}

// prints are the lines above the tables of any form.
func (g *Gathering) prints() func(string) bool {
	for year := 2030; year >= 2021; year-- {
		up, err := forms.UpTo(g.Lib, "", year, "")
		if err != nil {
			continue
		}
		plan, err := layout.NewPlan(g.Lib, year, up, nil, nil)
		if err == nil && len(plan.Groups) > 0 {
			return blank.Prints(plan)
		}
	}
	return func(string) bool { return false }
}
