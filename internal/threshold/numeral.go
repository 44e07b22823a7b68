package threshold

import (
	"strings"

	"github.com/shopspring/decimal"
)

// The words of numbers, as officials write them behind the digits.
var (
	digitWords = phrases(map[int64]string{
		0: "không",
		1: "một|mốt",
		2: "hai",
		3: "ba",
		4: "bốn|tư",
		5: "năm|lăm|nhăm",
		6: "sáu",
		7: "bảy|bẩy",
		8: "tám",
		9: "chín",
	})
	tenWords = phrases(map[int64]string{
		10: "mươi|mười",
	})
	hundredWords = oneOf("trăm")
	zeroTens     = oneOf("linh|lẻ")
	pointWords   = oneOf("phẩy")
)

// sameInWords takes a number in words that stands in brackets behind one in digits, with
// its unit or without: "99% (chín mươi chín phần trăm)". It is false where the words say
// another number; brackets that say anything else are left where they are.
func (c *cursor) sameInWords(number, unit string) bool {
	inside := *c
	if !inside.sign("(") {
		return true
	}
	digits, err := decimal.NewFromString(strings.ReplaceAll(number, ",", "."))
	if inside.atNumber() { // "2 (02) mô hình"
		again, failed := decimal.NewFromString(inside.next())
		if inside.sign(")") && err == nil && failed == nil && digits.Equal(again) {
			*c = inside
		}
		return true // else what is in the brackets is another thing, and is left over
	}
	words, ok := takeNumeral(&inside)
	if !ok {
		return true
	}
	named, hasUnit := take(&inside, units)
	if !inside.sign(")") {
		return true
	}
	*c = inside
	return err == nil && digits.Equal(words) && (!hasUnit || unit == "" || named == unit)
}

// takeNumeral takes a number below a thousand in words, with its decimals.
func takeNumeral(c *cursor) (decimal.Decimal, bool) {
	whole, ok := takeWhole(c)
	if !ok {
		return decimal.Decimal{}, false
	}
	ahead := *c
	if !skip(&ahead, pointWords) {
		return decimal.NewFromInt(whole), true
	}
	decimals := ""
	for {
		digit, ok := take(&ahead, digitWords)
		if !ok {
			break
		}
		decimals += decimal.NewFromInt(digit).String()
	}
	if decimals == "" {
		return decimal.Decimal{}, false
	}
	*c = ahead
	return decimal.NewFromInt(whole).Add(decimal.RequireFromString("0." + decimals)), true
}

// takeWhole takes a number below a thousand: "một trăm linh năm", "chín mươi chín", "mười".
func takeWhole(c *cursor) (int64, bool) {
	first, ok := take(c, digitWords)
	if !ok {
		if !skip(c, tenWords) {
			return 0, false
		}
		ones, _ := take(c, digitWords)
		return 10 + ones, true
	}
	ahead := *c
	if skip(&ahead, hundredWords) {
		*c = ahead
		rest := int64(0)
		if skip(c, zeroTens) {
			rest, _ = take(c, digitWords)
		} else if below, ok := takeWhole(c); ok {
			rest = below
		}
		return first*100 + rest, true
	}
	if skip(c, tenWords) {
		ones, _ := take(c, digitWords)
		return first*10 + ones, true
	}
	return first, true
}
