package criteria_test

import (
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
)

// The frame of 2026–2030: ten criteria, three commune groups, no indicator.
func TestTheFrameOf2026(t *testing.T) {
	for year := 2026; year <= 2030; year++ {
		for _, tt := range []struct {
			traits []criteria.Trait
			column criteria.Region
		}{
			{nil, "nhom-2"},
			{[]criteria.Trait{criteria.SpeciallyDifficult, criteria.PoorDistrict}, "nhom-2"},
			{[]criteria.Trait{criteria.NextToUrban}, "nhom-1"}, {[]criteria.Trait{criteria.LowAgriculture},
				"nhom-1"}, {[]criteria.Trait{criteria.PlannedUrban}, "nhom-1"},
			{[]criteria.Trait{criteria.AreaII}, "nhom-3"}, {[]criteria.Trait{criteria.AreaIII}, "nhom-3"},
		} {
			set, err := packs.Embedded().Resolve(criteria.Query{Year: year, Region: criteria.RedRiverDelta,
				Traits: tt.traits})
			if err != nil {
				t.Fatal(err)
			}
			if len(set.Levels) != 1 || set.Levels[0].Column != tt.column || len(set.Levels[0].Criteria) != 10 {
				t.Errorf("%d %v: %d levels, column %s, %d criteria", year, tt.traits, len(set.Levels),
					set.Levels[0].Column, len(set.Levels[0].Criteria))
			}
			for _, c := range set.Levels[0].Criteria {
				if len(c.Indicators) > 0 {
					t.Errorf("criterion %s has indicators, which nobody has seen", c.No)
				}
			}
		}
	}
}
