package vi

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Count is a count of things, with dots between thousands.
func Count(n int) string { return Number(decimal.NewFromInt(int64(n))) }

// Number is d exactly, in Vietnamese writing: dots between thousands, a comma
// before decimals ("11.683", "1,53", "-1.234,5"). Zeros at the end stay as the
// decimal carries them, for "1,50" says how finely a figure was measured.
func Number(d decimal.Decimal) string {
	digits := d.StringFixed(max(0, -d.Exponent()))
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	whole, fraction, hasFraction := strings.Cut(digits, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(digit)
	}
	if hasFraction {
		b.WriteString("," + fraction)
	}
	return b.String()
}

// Rounded is d in Vietnamese writing with at most that number of decimals: rounded
// half away from zero, as offices round, and without zeros at the end.
func Rounded(d decimal.Decimal, places int32) string {
	s := Number(d.Round(places))
	if !strings.Contains(s, ",") {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ",")
}
