package sittings

import (
	"strings"
	"testing"
)

// A council's share of at most 1 may be a fraction: it is asked about, and answered by its
// sign.
func TestSharesOfACouncil(t *testing.T) {
	for text, want := range map[string]string{
		"70": "70", "70%": "70", "66,67 %": "66.67", "0,5 %": "0.5", "1%": "1", "1,5": "1.5",
		"0.7": "là 70 % hay 0,7 %", "0,9": "là 90 % hay 0,9 %", "1": "là 100 % hay 1 %",
		"2/3": "cần một tỷ lệ", "0": "cần một tỷ lệ", "101": "cần một tỷ lệ", "": "cần một tỷ lệ",
	} {
		var s shareFlag
		got := ""
		if err := s.Set(text); err != nil {
			got = err.Error()
		} else {
			got = s.Decimal.String()
		}
		if !strings.Contains(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
