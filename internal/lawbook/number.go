package lawbook

import (
	"fmt"

	"ntm/internal/pattern"
	"ntm/internal/typed"

	"github.com/shopspring/decimal"
)

// plainNumber is a number of digits only.
var plainNumber = pattern.New(`^\d+$`)

// readNumber reads a threshold typed as text: "1,53", "1.234,5", "80". It has
// no usual range, so one that can be read in two ways is an error that names
// both.
func readNumber(text string) (decimal.Decimal, error) {
	value, _, err := typed.Number(text, typed.Meaning{})
	return value, err
}

// cellNumber reads the number of a number cell. A threshold stands in a decision
// with its last digit: more decimals than a pack holds are a formula's, and no
// threshold.
func cellNumber(raw string) (decimal.Decimal, error) {
	value, err := typed.CellNumber(raw)
	if err == nil && (value.IsNegative() || value.Exponent() < -typed.MaxDecimals) {
		err = fmt.Errorf("đọc thấy %q, ở đây cần một số không âm, có không quá %d chữ số thập phân", raw,
			typed.MaxDecimals)
	}
	return value, err
}
