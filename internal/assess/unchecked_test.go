package assess_test

import (
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"

	"pgregory.net/rapid"
)

// T7: a threshold that nobody has checked passes a commune as a draft and fails
// nobody. Of any drawn standard: with every threshold checked a level is eligible
// exactly when it is with some unchecked, and what some unchecked ones refuse,
// the checked ones refuse too.
func TestT7UncheckedThresholdsFailNobody(t *testing.T) {
	seen := map[assess.Verdict]int{}
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		checked := d.assess(t, d.report)
		d.statuses = rapid.SliceOfN(rapid.SampledFrom(criteria.Statuses[:4]), len(d.indicators),
			len(d.indicators)).Draw(t, "statuses")
		a := d.assess(t, d.report)
		for i := range a.Levels {
			was, is := checked.Levels[i].Verdict, a.Levels[i].Verdict
			if (was == assess.Eligible) != (is == assess.Eligible) || is == assess.NotEligible && was != is {
				t.Fatalf("%s: all checked %s, some unchecked %s", a.Levels[i].Level, was, is)
			}
			if is == assess.NotEligible && !refused(a, i) {
				t.Fatalf("%s is refused by nothing that anybody checked", a.Levels[i].Level)
			}
			if was == assess.NotEligible && is == assess.Undecided {
				seen[is]++
			}
			if firm := a.Levels[i].FailsIf == ""; !firm && is != assess.Undecided {
				t.Fatalf("%s is %s, and fails if %s", a.Levels[i].Level, is, a.Levels[i].FailsIf)
			}
		}
		was, is := outcomes(checked), outcomes(a)
		for i := range is {
			if was[i] != is[i] {
				t.Fatalf("judgement %d is %s for want of a check, else %s", i+1, is[i], was[i])
			}
		}
	})
	if seen[assess.Undecided] == 0 {
		t.Error("no level was undecided by unchecked thresholds")
	}
}

// refused tells whether something of the level fails by a checked threshold, or the
// level below does.
func refused(a *assess.Assessment, i int) bool {
	firm := false
	eachJudgement(&a.Levels[i], func(j *assess.Judgement) { firm = firm || j.Outcome == assess.NotMet && !j.Unchecked })
	p := a.Levels[i].Prerequisite
	return firm || p != nil && p.Met != nil && !*p.Met
}
