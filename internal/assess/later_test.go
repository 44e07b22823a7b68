package assess_test

import (
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
)

// T12: a figure of a year after that under review decides nothing, whether it
// would pass or fail; one of the year after does where the assessment is of a day
// in it.
func TestT12AFigureOfALaterYear(t *testing.T) {
	for name, tt := range map[string]struct {
		date   criteria.Date
		figure commune.Figure
		want   assess.Outcome
	}{
		"of the year":           {figure: commune.Figure{Measure: value("69"), Year: 2023}, want: assess.Met},
		"of no year of its own": {figure: commune.Figure{Measure: value("69")}, want: assess.Met},
		"of the year before":    {figure: commune.Figure{Measure: value("69"), Year: 2022}, want: assess.Met},
		"of the year after": {figure: commune.Figure{Measure: value("69"), Year: 2024},
			want: assess.NoFigure},
		"that fails": {figure: commune.Figure{Measure: value("9"), Year: 2024},
			want: assess.NoFigure},
		"of three years later": {figure: commune.Figure{Measure: value("69"), Year: 2026},
			want: assess.NoFigure},
		"of the year of the assessment": {criteria.Day(2024, 3, 1), commune.Figure{Measure: value("69"),
			Year: 2024}, assess.Met},
		"after the year of assessment": {criteria.Day(2024, 3, 1), commune.Figure{Measure: value("69"),
			Year: 2025}, assess.NoFigure},
		"of the year, assessed later on": {criteria.Day(2024, 3, 1), commune.Figure{Measure: value("69"),
			Year: 2023}, assess.Met},
	} {
		t.Run(name, func(t *testing.T) {
			tt.figure.ID = "income_per_capita"
			a := withFigures(t, func(r *commune.Report) { r.Date, r.Figures[0] = tt.date, tt.figure })
			ind := indicator(t, a, criteria.NTM, "10")
			late := tt.want == assess.NoFigure
			found := slices.ContainsFunc(a.Findings, func(f assess.Finding) bool {
				return f.Code == "figure_later" && strings.HasPrefix(f.Message,
					"Thu nhập bình quân đầu người: số liệu của năm")
			})
			if ind.Outcome != tt.want || (ind.Figure == nil) != late || found != late ||
				strings.Contains(ind.Note, "sau năm xét nên không dùng") != late {
				t.Errorf("%s, figure %v, note %q, found %v", ind.Outcome, ind.Figure, ind.Note, found)
			}
		})
	}
}

// T12: counts, a declaration and a condition are of a year too.
func TestT12EveryKindOfFigure(t *testing.T) {
	yes := true
	for _, tt := range []struct {
		figure commune.Figure
		no     string
	}{
		{commune.Figure{ID: "irrigated_area_rate", Measure: of("90", "100"), Year: 2025}, "3.1"},
		{commune.Figure{ID: "postal_point", Measure: commune.Answer(yes), Year: 2025}, "8.1"},
		{commune.Figure{ID: "security_standard", Measure: commune.Answer(yes), Year: 2025}, "security"},
	} {
		a := withFigures(t, func(r *commune.Report) { r.Figures = append(r.Figures, tt.figure) })
		for _, l := range a.Levels[:1] {
			for _, c := range l.Conditions {
				if c.ID == tt.no && (c.Outcome != assess.NoFigure || !strings.Contains(c.Detail, "năm 2025")) {
					t.Errorf("%s: %s, %q", tt.no, c.Outcome, c.Detail)
				}
			}
			for _, ind := range append(l.With(assess.Met), l.With(assess.NotMet)...) {
				if ind.No == tt.no {
					t.Errorf("%s is %s", tt.no, ind.Outcome)
				}
			}
		}
	}
}
