package typed

import (
	"strings"

	"ntm/internal/pattern"

	"github.com/shopspring/decimal"
)

// Counts are the two counts of a rate.
type Counts struct{ Numerator, Denominator decimal.Decimal }

// twoCounts parts two numbers at the one slash between them.
var twoCounts = pattern.New(`^([^/⁄∕]*\d[^/⁄∕]*)[/⁄∕] ?(\d[^/⁄∕]*)$`)

// Fraction reads the two counts of a rate written as "31/2026" or
// "31 hộ / 2.026 hộ"; of tells what is counted. A text that is no fraction gives
// nil and no error. The sentence and the error are those of [Number].
func Fraction(text string, of Meaning) (counts *Counts, said string, err error) {
	if !strings.ContainsAny(text, "/⁄∕／") {
		return nil, "", nil
	}
	parts := twoCounts.FindStringSubmatch(clean(text))
	if parts == nil {
		return nil, "", nil
	}
	if strings.Contains(parts[1], "%") && strings.Contains(parts[2], "%") {
		return nil, "", refuse(text, "giữ tỷ lệ đúng, xóa tỷ lệ kia", "đây là hai tỷ lệ, không rõ dùng tỷ lệ nào")
	}
	above, saidAbove, err := Number(parts[1], of)
	if err != nil {
		return nil, "", err
	}
	below, saidBelow, err := Number(parts[2], of)
	if err != nil {
		return nil, "", err
	}
	if saidAbove != "" && saidBelow != "" {
		saidAbove += "; "
	}
	return &Counts{above, below}, saidAbove + saidBelow, nil
}
