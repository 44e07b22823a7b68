package vi

import "testing"

// Whatever number of sections there is has a numeral.
func TestRoman(t *testing.T) {
	for n, want := range map[int]string{1: "I", 4: "IV", 5: "V", 7: "VII", 8: "VIII", 9: "IX", 14: "XIV", 40: "XL",
		49: "XLIX", 90: "XC", 1999: "MCMXCIX", 3999: "MMMCMXCIX", 0: "0", -1: "-1", 4000: "4000"} {
		if got := Roman(n); got != want {
			t.Errorf("Roman(%d) = %q, want %q", n, got, want)
		}
	}
}
