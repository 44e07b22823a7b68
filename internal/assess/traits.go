package assess

import (
	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/typed"
)

// An indicator does not apply to a commune that has none of what it is about. A commune
// that says so, and reports a figure of it all the same, has said two things: as long as
// the figure would pass it makes no difference, and else the indicator is open.

// traits tells of figures that speak against a trait of the commune.
func (c *crossChecker) traits(j *judge) {
	if c.in.Rules < CheckedRules {
		return
	}
	for i := range c.in.Set.Levels {
		for k := range c.in.Set.Levels[i].Criteria {
			indicators := c.in.Set.Levels[i].Criteria[k].Indicators
			for m := range indicators {
				if ind := &indicators[m]; ind.NotApplicable != "" {
					c.trait(j, ind)
				}
			}
		}
	}
}

func (c *crossChecker) trait(j *judge, ind *criteria.SetIndicator) {
	ind.Requirement.Leaves(func(leaf *criteria.Requirement) {
		if leaf.Figure == nil {
			return
		}
		h := j.figures[leaf.Figure.ID]
		if h == nil || !speaks(h) {
			return
		}
		if _, told := j.contradicted[h.ID]; told {
			return
		}
		if j.contradicted == nil {
			j.contradicted = map[string]criteria.Trait{}
		}
		j.contradicted[h.ID] = ind.NotApplicable
		severity := Wrong
		if judged := j.judge(&ind.Requirement); judged.Outcome == Met {
			severity = Warning
		}
		c.note("trait_contradicted", severity, h.ID, "báo cáo ghi xã %s, mà %s lại ghi %s: bỏ một trong hai",
			ind.NotApplicable.Title(), h.shown.Entry.Name, h.says()).Beside = true
	})
}

// speaks tells whether a figure says that there is some of what it is about, or a bound
// that there may be: a number of none does not, nor does an estimate.
func speaks(h *held) bool {
	switch m := h.Measure.(type) {
	case commune.Answer:
		return true
	case commune.Amount:
		return m.Bound != typed.About && !hasNone(h)
	}
	return hasSome(h)
}

// speaksAgainst tells whether a figure of the requirement that the report gives speaks against a
// trait, and the requirement would not be met.
func (j *judge) speaksAgainst(req *criteria.Requirement) bool {
	if len(j.contradicted) == 0 {
		return false
	}
	found := false
	req.Leaves(func(leaf *criteria.Requirement) {
		if leaf.Figure != nil && j.contradicted[leaf.Figure.ID] != "" {
			found = true
		}
	})
	return found && j.judge(req).Outcome != Met
}

// open is the judgement by a requirement of which nobody knows whether it applies.
func (j *judge) open(req *criteria.Requirement) Judgement {
	out := j.judge(req)
	out.Outcome, out.rounded, out.Gap = Undetermined, Undetermined, nil
	out.Columns, out.own = nil, nil
	out.Unchecked, out.Borderline, out.doubted = false, false, true
	return out
}
