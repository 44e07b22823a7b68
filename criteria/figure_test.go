package criteria_test

import (
	"strings"
	"testing"

	"ntm/criteria/packs"
)

// The line by which a household is poor is that of the figure's own year; of the years
// before 2022 none is known.
func TestThePovertyLineOfAYear(t *testing.T) {
	f := packs.Embedded().Figures["multidimensional_poverty_rate"]
	for year, want := range map[int]string{2021: "", 2022: "07/2021", 2025: "07/2021", 2026: "hết ngày 31/12/2026",
		2027: "2.200.000", 2030: "dưới 3 chỉ số"} {
		if got := f.In(year); !strings.Contains(got, want) || (got == "") != (want == "") {
			t.Errorf("%d: %q", year, got)
		}
		if !strings.HasPrefix(f.HowIn(year), "(Số hộ nghèo + số hộ cận nghèo)") {
			t.Errorf("%d: %q", year, f.HowIn(year))
		}
	}
}
