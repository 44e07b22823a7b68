package criteria

import "testing"

// The frame of 2026–2030: ten criteria, three commune groups, no indicator.
func TestTheFrameOf2026(t *testing.T) {
	for year := 2026; year <= 2030; year++ {
		for _, tt := range []struct {
			traits []Trait
			column Region
		}{
			{nil, "nhom-2"},
			{[]Trait{SpeciallyDifficult, PoorDistrict}, "nhom-2"},
			{[]Trait{NextToUrban}, "nhom-1"}, {[]Trait{LowAgriculture}, "nhom-1"}, {[]Trait{PlannedUrban}, "nhom-1"},
			{[]Trait{AreaII}, "nhom-3"}, {[]Trait{AreaIII}, "nhom-3"},
		} {
			set, err := Embedded().Resolve(Query{Year: year, Region: RedRiverDelta, Traits: tt.traits})
			if err != nil {
				t.Fatal(err)
			}
			if len(set.Levels) != 1 || set.Levels[0].Column != tt.column || len(set.Levels[0].Criteria) != 10 {
				t.Errorf("%d %v: %d levels, column %s, %d criteria", year, tt.traits, len(set.Levels), set.Levels[0].Column, len(set.Levels[0].Criteria))
			}
			for _, c := range set.Levels[0].Criteria {
				if len(c.Indicators) > 0 {
					t.Errorf("criterion %s has indicators, which nobody has seen", c.No)
				}
			}
		}
	}
}
