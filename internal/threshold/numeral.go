package threshold

import (
	"strings"

	"github.com/shopspring/decimal"
)

// The words of numbers, as officials write them behind the digits.
var (
	digitWords = phrases(map[string]int64{"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4,
		"năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9})
	tenWords     = phrases(map[string]int64{"mươi": 10, "mười": 10})
	hundredWords = phrases(map[string]bool{"trăm": true})
	zeroTens     = phrases(map[string]bool{"linh": true, "lẻ": true})
	pointWords   = phrases(map[string]bool{"phẩy": true})
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
	if !inside.done() && inside.tokens[0].isNumber { // "2 (02) mô hình"
		again, failed := decimal.NewFromString(inside.wordsUntil(1))
		inside.tokens = inside.tokens[1:]
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
	if _, has := take(&ahead, pointWords); !has {
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
		if _, ten := take(c, tenWords); !ten {
			return 0, false
		}
		ones, _ := take(c, digitWords)
		return 10 + ones, true
	}
	ahead := *c
	if _, hundreds := take(&ahead, hundredWords); hundreds {
		*c = ahead
		rest := int64(0)
		if _, zero := take(c, zeroTens); zero {
			rest, _ = take(c, digitWords)
		} else if below, ok := takeWhole(c); ok {
			rest = below
		}
		return first*100 + rest, true
	}
	if _, tens := take(c, tenWords); tens {
		ones, _ := take(c, digitWords)
		return first*10 + ones, true
	}
	return first, true
}
