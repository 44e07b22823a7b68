package vi

import (
	"strconv"
	"strings"
)

// Roman is a number from 1 to 3,999 in Roman numerals, by which sections of a paper are
// numbered. Of any other there is none: it stays as it is written in digits.
func Roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		worth int
		signs string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"},
		{9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.worth; n -= r.worth {
			b.WriteString(r.signs)
		}
	}
	return b.String()
}
