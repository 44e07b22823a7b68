package threshold

import "testing"

func TestSignOfHeading(t *testing.T) {
	for heading, want := range map[string]struct {
		op   Op
		unit string
	}{
		"Mức đạt (≥ %)":                    {AtLeast, "%"},
		"Mức đạt ≤ %":                      {AtMost, "%"},
		"Mức đạt (giả định) (≥)":           {AtLeast, ""},
		"Mức đạt (xã nhóm 1) ≥ triệu đồng": {AtLeast, "triệu đồng"},
		"Mức đạt":                          {},
		"Mức đạt (≥ 80%)":                  {}, // a threshold of its own
		"Mức đạt (%)":                      {},
	} {
		if op, unit := SignOfHeading(heading); op != want.op || unit != want.unit {
			t.Errorf("%q: %q %q, want %q %q", heading, op, unit, want.op, want.unit)
		}
	}
}

func TestYearInName(t *testing.T) {
	for name, want := range map[string]struct {
		year int
		rest string
	}{
		"Thu nhập bình quân năm 2022 (triệu đồng/người)": {2022, "Thu nhập bình quân (triệu đồng/người)"},
		"Thu nhập bình quân (năm 2023):":                 {2023, "Thu nhập bình quân"},
		"Tỷ lệ giảm so với năm 2022":                     {0, "Tỷ lệ giảm so với năm 2022"},
		"Tỷ lệ từ năm 2022 đến năm 2024":                 {0, "Tỷ lệ từ năm 2022 đến năm 2024"},
		"Tỷ lệ hộ nghèo":                                 {0, "Tỷ lệ hộ nghèo"},
	} {
		year, rest, ok := YearInName(name)
		if year != want.year || rest != want.rest || ok != (want.year != 0) {
			t.Errorf("%q: %d %q %t", name, year, rest, ok)
		}
	}
}
