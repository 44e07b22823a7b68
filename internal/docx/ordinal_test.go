package docx

import (
	"strings"
	"testing"
)

// The numbers of lists as Word shows them.
func TestOrdinals(t *testing.T) {
	for _, tt := range []struct {
		format string
		n      int
		want   string
	}{
		{"decimal", 1, "1"}, {"decimal", 10, "10"}, {"decimalZero", 9, "09"}, {"decimalZero", 10, "10"},
		{"upperLetter", 1, "A"}, {"upperLetter", 26, "Z"}, {"upperLetter", 27, "AA"}, {"upperLetter", 53, "AAA"},
		{"lowerLetter", 2, "b"}, {"lowerLetter", 28, "bb"},
		{"upperRoman", 4, "IV"}, {"upperRoman", 9, "IX"}, {"upperRoman", 14, "XIV"}, {"upperRoman", 40, "XL"},
		{"upperRoman", 49, "XLIX"}, {"upperRoman", 90, "XC"}, {"upperRoman", 400, "CD"}, {"upperRoman", 944, "CMXLIV"},
		{"upperRoman", 2026, "MMXXVI"}, {"lowerRoman", 3, "iii"},
		{"none", 3, ""}, {"upperRoman", 0, "0"}, {"upperLetter", -1, "-1"}, {"upperRoman", 10000, "10000"},
		{"chicken", 3, "3"}, // a format that is not known is shown in digits
	} {
		if got := ordinal(tt.n, tt.format); got != tt.want {
			t.Errorf("%d in %s is %q, want %q", tt.n, tt.format, got, tt.want)
		}
	}
}

// A number in Roman letters is worth itself.
func TestRomanNumbers(t *testing.T) {
	worth := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}
	for n := 1; n < 4000; n++ {
		text, sum := roman(n), 0
		for i := range text {
			one := worth[text[i]]
			if i+1 < len(text) && one < worth[text[i+1]] {
				one = -one
			}
			sum += one
		}
		if sum != n || strings.Contains(text, "IIII") || strings.Contains(text, "XXXX") ||
			strings.Contains(text, "CCCC") {
			t.Fatalf("%d is %s, which is %d", n, text, sum)
		}
	}
}
