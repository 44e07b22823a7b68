package assess

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/commune"
)

// A commune that meets the one indicator that is known, of 47 that the decision has, is
// not eligible for that: 46 may fail. One that fails it has failed.
func TestIndicatorsThatAreMissing(t *testing.T) {
	for figure, want := range map[string]Verdict{"6": Undecided, "4": NotEligible} {
		set := &criteria.Set{Query: criteria.Query{Year: 2026, On: criteria.Day(2026, 12, 31)},
			Levels: []criteria.SetLevel{{
				Standard: criteria.SetStandard{Level: criteria.NTM},
				Criteria: []criteria.SetCriterion{{No: "1",
					Indicators: []criteria.SetIndicator{{No: "1", Requirement: asks(money, criteria.AtLeast, "5")}}}},
				Conditions: []criteria.SetCondition{{ID: "w", Requirement: asks(declared, criteria.DeclaredMet, "1")}},
				Lack:       criteria.Lack{Decision: "51/2025/QĐ-TTg", Known: 1, Declared: 47},
			}}}
		figures := []commune.Figure{reported("m", figure), reported("w", "met")}
		a := Assess(Input{Report: &commune.Report{Year: 2026, Figures: figures}, Set: set})
		l := &a.Levels[0]
		if l.Verdict != want || l.IndicatorsMissing != 46 || !l.Draft {
			t.Errorf("%s: %s, %d missing, draft %v", figure, l.Verdict, l.IndicatorsMissing, l.Draft)
		}
		if len(a.Findings) != 1 || !strings.Contains(a.Findings[0].Message,
			"mới có 1 trong 47 chỉ tiêu của 51/2025/QĐ-TTg, còn thiếu 46") {
			t.Errorf("%+v", a.Findings)
		}
		if b := a.Brief(); b.Levels[0].IndicatorsMissing != 46 {
			t.Errorf("in brief: %d missing", b.Levels[0].IndicatorsMissing)
		}
	}
}

// A rate of poor households belongs to its line: one of 2026, by which a commune is
// judged in 2027, is by the line before.
func TestARateByTheLineBefore(t *testing.T) {
	entry := &criteria.Figure{ID: "m", Name: "Tỷ lệ", Unit: "nhà", ByYear: []*criteria.YearNote{
		{Years: criteria.Years{From: 2022, To: 2026}, Text: "Chuẩn cũ."},
		{Years: criteria.Years{From: 2027, To: 2030}, Text: "Chuẩn mới."}}}
	for year, want := range map[int]bool{2026: true, 2027: false} {
		r := asks(entry, criteria.AtMost, "5")
		set := &criteria.Set{Query: criteria.Query{Year: 2027, On: criteria.Day(2027, 12, 31)},
			Levels: []criteria.SetLevel{{
				Standard: criteria.SetStandard{Level: criteria.NTM},
				Criteria: []criteria.SetCriterion{{No: "1",
					Indicators: []criteria.SetIndicator{{No: "1", Requirement: r}}}},
				Conditions: []criteria.SetCondition{{ID: "w", Requirement: asks(declared, criteria.DeclaredMet,
					"1")}}}}}
		f := reported("m", "3")
		f.Year = year
		a := Assess(Input{Report: &commune.Report{Year: 2027, Figures: []commune.Figure{f}}, Set: set})
		said := false
		for _, f := range a.Findings {
			said = said || f.Code == "figure_terms" && strings.Contains(f.Message, "Chuẩn cũ. Năm 2027: Chuẩn mới.")
		}
		if said != want {
			t.Errorf("%d: %+v", year, a.Findings)
		}
	}
}
