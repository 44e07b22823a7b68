package assess_test

import (
	"fmt"
	"slices"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
)

// T8: what is said while traits are unknown holds whichever way they are answered.
func TestT8AnswersContradictNothing(t *testing.T) {
	decides := []criteria.Trait{criteria.SpeciallyDifficult, criteria.SafeZone, criteria.PoorDistrict,
		criteria.AreaIII, criteria.DifficultCoast}
	lib := load(t)
	open := 0
	for _, year := range []int{2022, 2023, 2024, 2026} {
		for _, poverty := range []string{"1", "4.2", "6", "9", "14"} {
			r := readReport(t, quangTrung, lib)
			r.Year, r.Date = year, criteria.Date{}
			if year > 2025 {
				r.Commune = commune.Where{Declared: &commune.Declared{Name: "Giả Định", Province: "Thanh Hóa",
					Region: criteria.NorthCentral}}
			}
			r.Figures = []commune.Figure{{ID: "multidimensional_poverty_rate", Measure: value(poverty)},
				{ID: "income_per_capita", Measure: value("48")}}
			unknown := outcomes(assess.Assess(input(t, lib, r)))
			for _, o := range unknown {
				if o == assess.Undetermined {
					open++
				}
			}
			for mask := range 1 << len(decides) {
				r.Traits = []criteria.Trait{}
				for i, trait := range decides {
					if mask>>i&1 == 1 {
						r.Traits = append(r.Traits, trait)
					}
				}
				in, err := assess.Prepare(lib, r, "")
				if err != nil {
					continue // of two groups at once
				}
				for i, known := range outcomes(assess.Assess(in)) {
					if was := unknown[i]; was != assess.Undetermined && was != known {
						t.Fatalf("%d, %s %%: judgement %d was %s, is %s with %v", year, poverty, i, was, known,
							r.Traits)
					}
				}
			}
		}
	}
	if open == 0 {
		t.Error("nothing was left open")
	}
}

// T8: an unknown trait that decides nothing leaves nothing open; the threshold is
// that of the region's own column, the others stand beside it.
func TestT8ColumnsBeside(t *testing.T) {
	lib := load(t)
	for _, tt := range []struct {
		region      criteria.Region
		traits, not []criteria.Trait
		want        string
	}{
		{criteria.NorthCentral, nil, nil, "btb 5 [tdmnpb 13]"},
		{criteria.RedRiverDelta, nil, nil, "dbsh 2 [tdmnpb 13]"},
		{criteria.NorthernUpland, nil, nil, "tdmnpb 13 []"},
		{criteria.NorthCentral, []criteria.Trait{}, nil, "btb 5 []"},
		{criteria.NorthCentral, []criteria.Trait{criteria.SafeZone, criteria.PoorDistrict}, nil, "tdmnpb 13 []"},
		{criteria.NorthCentral, []criteria.Trait{criteria.SafeZone}, []criteria.Trait{criteria.PoorDistrict},
			"btb 5 [tdmnpb 13]"},
		{criteria.NorthCentral, []criteria.Trait{criteria.SafeZone}, []criteria.Trait{criteria.AreaII}, "btb 5 []"},
		{criteria.NorthCentral, []criteria.Trait{}, []criteria.Trait{criteria.NoCraftVillage}, "btb 5 []"},
	} {
		r := &commune.Report{Schema: commune.Schema, Year: 2023, Traits: tt.traits, TraitsUnknown: tt.not,
			Commune: commune.Where{Declared: &commune.Declared{Name: "Giả Định", Province: "Giả Định",
				Region: tt.region}}}
		ind := indicator(t, assess.Assess(input(t, lib, r)), criteria.NTM, "11")
		others := []string{}
		for _, p := range ind.Columns {
			others = append(others, fmt.Sprint(p.Threshold.Basis.Column, " ", p.Threshold.Value()))
		}
		slices.Sort(others)
		if got := fmt.Sprint(ind.Threshold.Basis.Column, " ", ind.Threshold.Value(), " ", others); got != tt.want {
			t.Errorf("%s %v, unknown %v: %s, want %s", tt.region, tt.traits, tt.not, got, tt.want)
		}
	}
}
