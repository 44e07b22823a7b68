package outlook_test

import (
	"fmt"
	"slices"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/outlook"

	"pgregory.net/rapid"
)

// A level lacks nothing exactly when it is eligible, and owes no evidence
// exactly when all that is met is proven by documents at hand.
func TestNothingIsLackingExactlyWhenEligible(t *testing.T) {
	world := newInventedWorld(t)
	seen := map[assess.Verdict]int{}
	rapid.Check(t, func(t *rapid.T) {
		a := world.assess(t, outlook.Suppose(world.base(t), world.suppositions(t)))
		for i, short := range outlook.ShortfallOf(a).Levels {
			l := &a.Levels[i]
			seen[l.Verdict]++
			if short.Nothing() != (l.Verdict == assess.Eligible) {
				t.Errorf("%s is %s: %+v", l.Level, l.Verdict, short)
			}
			if (len(short.Evidence) == 0) != proven(a, l) {
				t.Errorf("%s owes %v", l.Level, short.Evidence)
			}
			if len(short.NotMet) != failed(l) {
				t.Errorf("%s: %d are listed as not met, %d are", l.Level, len(short.NotMet), failed(l))
			}
			if !slices.IsSortedFunc(short.NotMet, byDistance) {
				t.Errorf("%s is not in order of distance", l.Level)
			}
		}
	})
	if seen[assess.Eligible] == 0 || seen[assess.NotEligible] == 0 || seen[assess.Undecided] == 0 {
		t.Errorf("the reports were one-sided: %v", seen)
	}
}

func proven(a *assess.Assessment, l *assess.Level) bool {
	ok := func(j *assess.Judgement) bool { return j.Outcome != assess.Met || j.Evidence == assess.Filed }
	for _, c := range l.Criteria {
		for i := range c.Indicators {
			if !ok(&c.Indicators[i].Judgement) {
				return false
			}
		}
	}
	for i := range l.Conditions {
		if c := &l.Conditions[i]; !ok(&c.Judgement) && (c.ID != "arrears" || a.Report.Arrears == nil) {
			return false
		}
	}
	return true
}

func failed(l *assess.Level) int {
	n := len(l.With(assess.NotMet))
	for i := range l.Conditions {
		if l.Conditions[i].Outcome == assess.NotMet {
			n++
		}
	}
	return n
}

func byDistance(a, b outlook.Unmet) int {
	switch {
	case a.Distance == nil && b.Distance == nil:
		return 0
	case a.Distance == nil:
		return 1
	case b.Distance == nil:
		return -1
	}
	return a.Distance.Cmp(b.Distance.Decimal)
}

// Who makes all the steps of what is not met has met it, or is left with
// figures that nobody has reported.
func TestTheStepsLeadThere(t *testing.T) {
	world := newInventedWorld(t)
	taken := 0
	rapid.Check(t, func(t *rapid.T) {
		report := outlook.Suppose(world.base(t), world.suppositions(t))
		a := world.assess(t, report)
		for i, short := range outlook.ShortfallOf(a).Levels {
			for _, u := range short.NotMet {
				var made []outlook.Supposition
				for _, step := range u.Steps {
					f := &commune.Figure{ID: step.Figure.ID}
					if step.Threshold.Op == criteria.DeclaredMet {
						f.Measure = commune.Answer(true)
					} else {
						f.Measure = commune.Number{Decimal: step.Threshold.Value().Decimal}
					}
					made = append(made, outlook.Supposition{Entry: step.Figure.Entry, Figure: f})
				}
				taken += len(made)
				after := outcomeOf(world.assess(t, outlook.Suppose(report, made)), i, u.No)
				if after != assess.Met && after != assess.NoFigure {
					t.Errorf("%s is %s after all its steps were made", u.ID, after)
				}
			}
		}
	})
	if taken == 0 {
		t.Error("no step was taken")
	}
}

// outcomeOf finds an indicator or a condition of a level.
func outcomeOf(a *assess.Assessment, level int, no string) assess.Outcome {
	l := &a.Levels[level]
	if _, _, ind, ok := a.Indicator(l.Level, no); ok {
		return ind.Outcome
	}
	i := slices.IndexFunc(l.Conditions, func(c assess.Condition) bool { return c.ID == no })
	return l.Conditions[i].Outcome
}

// A newspaper's report has three figures: what is not known is asked for, who
// is to say it is named, and nothing is called failed.
func TestWhatANewspaperLeavesOpen(t *testing.T) {
	short := outlook.ShortfallOf(judge(t, quangTrung))
	ntm := short.Levels[0]
	if short.Schema != "ntm.gap.v1" || !short.Draft || ntm.Verdict != assess.Undecided || ntm.Nothing() ||
		len(ntm.NotMet) != 0 || ntm.Prerequisite != nil {
		t.Errorf("%+v", ntm)
	}
	i := slices.IndexFunc(ntm.NoFigure,
		func(f outlook.FigureOwed) bool { return f.Figure.ID == commune.SatisfactionFigure })
	if i < 0 || fmt.Sprint(ntm.NoFigure[i].For) != "[satisfaction]" ||
		ntm.NoFigure[i].Figure.ConfirmedBy != "Ủy ban Mặt trận Tổ quốc" {
		t.Errorf("the poll is not asked for: %+v", ntm.NoFigure)
	}
	by := map[string]criteria.Layer{}
	for _, n := range ntm.NoThreshold {
		by[n.No] = n.SetBy
	}
	if by["2.1"] != criteria.Province || by["17.2"] != criteria.Nation {
		t.Errorf("thresholds are to be set by %v", by)
	}
	if p := short.Levels[1].Prerequisite; p == nil || p.Met != nil {
		t.Errorf("the level below: %+v", p)
	}
	if e := ntm.Evidence; len(e) != 2 || e[0].Figure.ID != "income_per_capita" || e[0].Evidence != assess.NoEvidence {
		t.Errorf("evidence owed: %+v", e)
	}
}

// A standard of which only the frame is known, and a year without a procedure,
// lack what no figure makes good.
func TestWhatNobodyHasEntered(t *testing.T) {
	a := judge(t, quangTrung)
	l := &a.Levels[0]
	l.Criteria = []assess.Criterion{{No: "1", Outcome: assess.Undetermined}, {No: "2", Outcome: assess.Undetermined}}
	l.Conditions = nil
	got := outlook.ShortfallOf(a).Levels[0]
	want := []string{"chưa có chỉ tiêu nào của tiêu chí 1, 2; cơ quan nhập từ quyết định",
		"chưa có bộ thủ tục công nhận cho năm 2023"}
	if !slices.Equal(got.Open, want) || got.Nothing() {
		t.Errorf("open: %q", got.Open)
	}
	l.Criteria = l.Criteria[:1]
	if got := outlook.ShortfallOf(a).Levels[0].Open; got[0] != "chưa có chỉ tiêu nào của tiêu chí 1; cơ quan nhập "+
		"từ quyết định" {
		t.Errorf("open: %q", got)
	}
}
