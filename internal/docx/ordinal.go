package docx

import (
	"strconv"
	"strings"
)

// ordinal is a number of a list as its format shows it.
func ordinal(n int, format string) string {
	switch {
	case format == "none":
		return ""
	case n <= 0 || n > 9999:
		return strconv.Itoa(n)
	}
	switch format {
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "upperLetter":
		return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
	case "lowerLetter":
		return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	var out strings.Builder
	for _, step := range []struct {
		value int
		sign  string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= step.value; n -= step.value {
			out.WriteString(step.sign)
		}
	}
	return out.String()
}
