package typed

import (
	"strings"

	"ntm/internal/pattern"

	"github.com/shopspring/decimal"
)

// Digits a number may have before and after its comma: what an administrative
// figure needs, and what a report document takes.
const (
	maxWhole    = 15
	MaxDecimals = 9
)

// The ways people write a number. A group is three digits.
var (
	plain     = pattern.New(`^\d+$`)
	divided   = pattern.New(`^(\d+)[.,](\d+)$`)
	twoWays   = pattern.New(`^\d{1,3}[.,]\d{3}$`)
	zeroFirst = pattern.New(`^0[.,]`)
	groupings = []struct {
		form  *pattern.Regexp
		group string
	}{
		{pattern.New(`^\d{1,3}(\.\d{3})+(,\d+)?$`), "."},
		{pattern.New(`^\d{1,3}(,\d{3})+(\.\d+)?$`), ","},
		{pattern.New(`^\d{1,3}( \d{3})+([.,]\d+)?$`), " "},
		{pattern.New(`^\d{1,3}('\d{3})+([.,]\d+)?$`), "'"},
	}
	bounds = pattern.New(`^\d{1,15}(\.\d{1,9})?$`)
)

// readings are the numbers that digits and separators can stand for: none, one,
// or two when a lone separator may group or divide, the grouped one first.
func readings(text string) []decimal.Decimal {
	switch {
	case plain.MatchString(text):
		return numbers(text)
	case twoWays.MatchString(text) && !zeroFirst.MatchString(text):
		return numbers(strings.NewReplacer(".", "", ",", "").Replace(text), strings.Replace(text, ",", ".", 1))
	case divided.MatchString(text):
		return numbers(strings.Replace(text, ",", ".", 1))
	}
	for _, g := range groupings {
		if g.form.MatchString(text) {
			return numbers(strings.Replace(strings.ReplaceAll(text, g.group, ""), ",", ".", 1))
		}
	}
	return nil
}

// numbers are the values of plain decimals, or none if one is out of bounds.
func numbers(texts ...string) []decimal.Decimal {
	var out []decimal.Decimal
	for _, text := range texts {
		if !bounds.MatchString(text) {
			return nil
		}
		out = append(out, decimal.RequireFromString(text))
	}
	return out
}

// inBounds tells whether a number has no more digits than it may.
func inBounds(v decimal.Decimal) bool {
	return v.Exponent() >= -MaxDecimals && v.LessThan(decimal.New(1, maxWhole))
}
