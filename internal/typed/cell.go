package typed

import (
	"ntm/internal/pattern"

	"github.com/shopspring/decimal"
)

// storedNumber is a number as a workbook's part holds it. The bounds keep a few
// letters from standing for gigabytes of digits.
var storedNumber = pattern.New(`^-?\d{1,40}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,3})?$`)

// significant is how many digits of a number cell the programs show. Behind
// them stands only what a binary float adds of its own.
const significant = 15

// CellNumber reads the number of a number cell, raw as the file holds it. The
// program that saved it kept a binary float; what was typed, and what a person
// sees, are its first 15 digits: 1.5299999999999999E-2 is 0.0153. It may be
// negative and have more decimals than a figure may; see [Cell].
func CellNumber(raw string) (decimal.Decimal, error) {
	if !storedNumber.MatchString(raw) {
		return decimal.Decimal{}, notStored(raw)
	}
	v := decimal.RequireFromString(raw)
	top := int32(v.NumDigits()) + v.Exponent() // digits before the comma
	switch {
	case v.IsZero() || top < -significant:
		return decimal.Decimal{}, nil
	case top > maxWhole:
		return decimal.Decimal{}, notStored(raw)
	}
	return trimmed(v.Round(significant - top)), nil
}

func notStored(raw string) error {
	return refuse(raw, "gõ lại con số vào ô", "ở đây cần một số, có không quá %d chữ số", maxWhole)
}

// Cell reads a number cell as a number of the meaning. asPercent tells that the
// cell shows its number as a percentage: 0.0153 under such a format is 1,53 %,
// and no figure in another unit. What a formula left of an endless quotient is
// rounded to [MaxDecimals] decimals.
func Cell(raw string, asPercent bool, m Meaning) (decimal.Decimal, error) {
	v, err := CellNumber(raw)
	if err != nil {
		return v, err
	}
	if asPercent {
		if v = v.Shift(2); m.Unit != percent {
			return v, refuse(spaced(v)+" %", "đổi định dạng của ô thành số thường rồi ghi lại",
				"ô đang giữ một tỷ lệ %%, nhưng ở đây cần số tính bằng %q", m.Unit)
		}
	}
	v = trimmed(v.Round(MaxDecimals))
	if err := m.Check(v); err != nil {
		return v, err
	}
	return v, nil
}
