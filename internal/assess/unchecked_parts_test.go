package assess

import (
	"testing"

	"ntm/criteria"
	"ntm/internal/commune"

	"github.com/shopspring/decimal"
)

// T7: of several parts, those refuse a level that fail by checked thresholds, as
// far as the others could not make up the number.
func TestT7PartsOfBothKinds(t *testing.T) {
	const seen, recalled, doubtful = criteria.Seen, criteria.Recalled, criteria.Doubtful
	reported, missing := &criteria.Figure{ID: "f", Unit: "hộ"}, &criteria.Figure{ID: "g", Unit: "hộ"}
	part := func(f *criteria.Figure, least int64, status criteria.Status) criteria.Requirement {
		return criteria.Requirement{Op: criteria.AtLeast, Figure: f, Known: true, Value: decimal.NewFromInt(least),
			Basis: criteria.Basis{Status: status}}
	}
	fail := func(status criteria.Status) criteria.Requirement { return part(reported, 2, status) }
	meet := func(status criteria.Status) criteria.Requirement { return part(reported, 1, status) }
	of := func(need int, parts ...criteria.Requirement) criteria.Requirement {
		out := criteria.Requirement{Op: criteria.SomeOfParts, Known: true, Need: need, Parts: parts,
			Basis: criteria.Basis{Status: seen}}
		for _, p := range parts {
			out.Basis.Status = out.Basis.Status.Weaker(p.Basis.Status)
		}
		return out
	}
	for name, tt := range map[string]struct {
		ask  criteria.Requirement
		want Verdict
	}{
		"one checked":                      {fail(seen), NotEligible},
		"one confirmed":                    {fail(criteria.Confirmed), NotEligible},
		"one recalled":                     {fail(recalled), Undecided},
		"one doubtful":                     {fail(doubtful), Undecided},
		"all: one of two is checked":       {of(2, fail(recalled), fail(seen)), NotEligible},
		"all: the checked one is met":      {of(2, fail(recalled), meet(seen)), Undecided},
		"all: the unchecked one is met":    {of(2, meet(doubtful), fail(seen)), NotEligible},
		"any: the unchecked could be met":  {of(1, fail(recalled), fail(seen)), Undecided},
		"any: both are checked":            {of(1, fail(seen), fail(seen)), NotEligible},
		"two of three: one could be met":   {of(2, fail(seen), fail(recalled), meet(seen)), Undecided},
		"two of three: it is no help":      {of(2, fail(seen), fail(seen), meet(recalled)), NotEligible},
		"all: unchecked beside unknown":    {of(2, fail(doubtful), part(missing, 1, seen)), Undecided},
		"all: checked beside unknown":      {of(2, fail(seen), part(missing, 1, recalled)), NotEligible},
		"parts of parts, one checked":      {of(2, meet(seen), of(2, fail(recalled), fail(seen))), NotEligible},
		"parts of parts, all could be met": {of(2, meet(seen), of(1, fail(recalled), fail(seen))), Undecided},
	} {
		t.Run(name, func(t *testing.T) {
			one := decimal.NewFromInt(1)
			yes := criteria.Requirement{Op: criteria.AtLeast, Figure: reported, Known: true, Value: one,
				Basis: criteria.Basis{Status: seen}}
			a := onlyLevel([]commune.Figure{{ID: "f", Measure: commune.Number{Decimal: one}}},
				[]criteria.SetIndicator{{No: "1.1", Requirement: tt.ask}},
				[]criteria.SetCondition{{ID: "c", Requirement: yes}})
			l := a.Levels[0]
			ind := l.Criteria[0].Indicators[0]
			if l.Verdict != tt.want || ind.Outcome != NotMet || l.Criteria[0].Outcome != NotMet ||
				(l.FailsIf != "") != (tt.want == Undecided) {
				t.Errorf("%s, indicator %s, criterion %s, fails if %q", l.Verdict, ind.Outcome,
					l.Criteria[0].Outcome, l.FailsIf)
			}
		})
	}
}
