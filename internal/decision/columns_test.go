package decision

import (
	"slices"
	"strings"
	"testing"

	"ntm/internal/threshold"
)

func TestYearsOfHeadings(t *testing.T) {
	for heading, want := range map[string][]int{
		"Giai đoạn 2026 - 2027": {2026, 2027}, "2028-2029": {2028, 2029}, "Năm 2024, 2025": {2024, 2025},
		"Các năm 2021 và 2022": {2021, 2022}, "Từ năm 2022 đến năm 2024": {2022, 2023, 2024},
		"Mức đạt năm 2024–2025": {2024, 2025},
		"Giai đoạn 2021-2025":   nil, // of the whole set: it parts nothing
		"2027-2026":             nil, "2026-2026": nil, "Năm 2026": nil, "Từ năm 2026": nil, "Đến năm 2028": nil,
		"Mức đạt": nil,
		"":        nil,
	} {
		if got := threshold.Years(heading); !slices.Equal(got, want) {
			t.Errorf("%q is of %v, want %v", heading, got, want)
		}
	}
	path := []string{"Giai đoạn 2021-2025", "Giai đoạn 2023-2024", "Mức đạt"}
	if got := periodOf(path); !slices.Equal(got, []int{2023, 2024}) {
		t.Errorf("below %v are %v", path, got)
	}
}

// A heading that names some communes, a year or a result may be of no threshold for all.
func TestHeadingsThatMayNotBeForAll(t *testing.T) {
	for heading, want := range map[string]string{
		"Mức đạt": "", "Mức đạt của xã nông thôn mới": "", "Mức đạt cho tất cả các xã": "", "Mức đến năm 2025": "",
		"Mức đạt của xã khá":        "dành cho xã nào",
		"Mức ở vùng cao":            "dành cho xã nào",
		"Mức thực hiện":             "quy định hay kết quả",
		"Mức đạt theo thực tế":      "quy định hay kết quả",
		"Mức đạt năm 2024 của tỉnh": "dành cho năm nào",
	} {
		got := whyNotPlain(heading)
		if want == "" && got != "" || want != "" && !strings.Contains(got, want) {
			t.Errorf("%q: %q, want %q", heading, got, want)
		}
	}
}
