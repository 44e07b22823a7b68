package threshold

import (
	"fmt"
	"testing"
)

// What a heading says of the numbers below it.
func TestHeadings(t *testing.T) {
	for words, want := range map[string]string{"≥ %": "ge % true",
		"(≤ triệu đồng/người)": "le triệu đồng/người/năm true",
		"≥":                    "ge  true", "≥ 80%": "  false", "Mức đạt": "  false", "≥ việc": "ge  false"} {
		if op, unit, ok := Sign(words); fmt.Sprint(op, " ", unit, " ", ok) != want {
			t.Errorf("%s: %s %s %v", words, op, unit, ok)
		}
	}
	for words, want := range map[string]string{"Giai đoạn 2026 - 2027": "[2026 2027]",
		"Các năm 2026, 2027":    "[2026 2027]",
		"Năm 2026 đến năm 2028": "[2026 2027 2028]", "Giai đoạn 2026-2030": "[]", "Năm 2026": "[]",
		"Giai đoạn 1 (2021-2023)": "[2021 2022 2023]", "Giai đoạn II: năm 2024 - 2025": "[2024 2025]",
		"Giai đoạn 1": "[]", "Giai đoạn 1 (khu vực 2)": "[]",
		"2027-2026": "[]"} {
		if got := fmt.Sprint(Years(words)); got != want {
			t.Errorf("%s: %s", words, got)
		}
	}
	for words, want := range map[string]int{"Đến năm 2028": 2028, "Mức đạt đến hết năm 2028 (%)": 2028, "Năm 2028": 0,
		"Đến năm 2028 và 2030": 0} {
		if got := UntilYear(words); got != want {
			t.Errorf("%s: %d", words, got)
		}
	}
}
