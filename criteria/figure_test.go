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

// Of the poor, of huts and of arrears less is better, of the others more; what no rule judges
// by an amount is neither.
func TestAtMost(t *testing.T) {
	lib := packs.Embedded()
	for id, want := range map[string]bool{
		"multidimensional_poverty_rate": true, "construction_arrears": true, "income_per_capita": false,
		"satisfaction_rate": false, "không có": false,
	} {
		if got := lib.AtMost(id); got != want {
			t.Errorf("%s: %v", id, got)
		}
	}
}
