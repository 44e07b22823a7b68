package blank

import (
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/typed"
)

// A count beside a share is written into the form as a report prints it, and read back.
func TestCountsBesideSharesAreCarriedOver(t *testing.T) {
	for _, tt := range []struct{ figure, typed, want string }{
		{"poor_household_rate", "1,15% (15 hộ)", "1,15 % (15 hộ)"},
		{"health_insurance_rate", "8.912 người tham gia BHYT, đạt 94,97% dân số", "94,97 % (8912 người)"},
		{"village_road_hardened_rate", "96,5 % (12,3450 km)", "96,5 % (12,3450 km)"},
		{"multidimensional_poverty_rate", "41 hộ nghèo (1,92%), 66 hộ cận nghèo (3,08%)", "5,00 % (107 hộ)"},
	} {
		entry := packs.Embedded().Figures[tt.figure]
		given := func(text string) *commune.Figure {
			g, err := typed.Read(text, commune.MeaningOf(entry))
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			return &commune.Figure{ID: entry.ID, Measure: commune.MeasureGiven(g), Count: g.Count}
		}
		f := given(tt.typed)
		if f.Count == nil {
			t.Errorf("%q: no count", tt.typed)
			continue
		}
		c := carried{figures: map[string]*commune.Figure{entry.ID: f}}
		got, _, _ := c.cells(&layout.Asked{Figure: entry})
		if got != tt.want {
			t.Errorf("%q is written as %v, want %q", tt.typed, got, tt.want)
			continue
		}
		if again := given(tt.want); again.Count == nil || !again.Count.Equal(*f.Count) {
			t.Errorf("%q is read back with %v", tt.want, again.Count)
		}
	}
}
