package read

import (
	"strings"

	"ntm/internal/pattern"

	"github.com/shopspring/decimal"
	"github.com/xuri/nfp"
)

// section is the part of a number format that some numbers are shown by.
type section struct {
	when      string // of nfp: for which numbers, where no condition says it
	condition func(decimal.Decimal) bool
	items     []nfp.Token
	decimals  int32   // behind the point
	digits    int     // places for digits
	least     int     // digits that are shown even of zero, before the point
	literal   bool    // digits or points of its own stand in it, or words within the number
	words     *words  // around the number; nil for none
	worded    *Oddity // what tells of words, made once
	general   bool
	other     bool // a text, a fraction or a power of ten: told elsewhere or the same
	percents  int32
	thousands int32
	dates     string // d, m, y and h in the order they stand
}

func sectionOf(s nfp.Section) section {
	out := section{when: s.Type, items: s.Items}
	behind, ends := false, 0 // the point; commas since the last digit
	for _, t := range s.Items {
		switch t.TType {
		case nfp.TokenTypeZeroPlaceHolder, nfp.TokenTypeHashPlaceHolder, nfp.TokenTypeDigitalPlaceHolder:
			out.digits += len(t.TValue)
			ends = 0
			switch {
			case behind:
				out.decimals += int32(len(t.TValue)) //nolint:gosec // no longer than longestFormat
			case t.TType == nfp.TokenTypeZeroPlaceHolder:
				out.least += len(t.TValue)
			}
		case nfp.TokenTypeDecimalPoint:
			behind = true
		case nfp.TokenTypeThousandsSeparator:
			ends++
		case nfp.TokenTypePercent:
			out.percents++
		case nfp.TokenTypeLiteral:
			if ends > 0 && t.TValue == "," {
				ends++
			}
		case nfp.TokenTypeGeneral:
			out.general = true
		case nfp.TokenTypeTextPlaceHolder, nfp.TokenTypeFraction, nfp.TokenTypeExponential, nfp.TokenTypeUnknown:
			out.other = true
		case nfp.TokenTypeDateTimes, nfp.TokenTypeElapsedDateTimes:
			out.dates += strings.ToLower(t.TValue[:1])
		case nfp.TokenTypeCondition:
			out.condition = conditionOf(t)
		}
	}
	out.thousands = int32(ends) //nolint:gosec // no longer than longestFormat
	out.literal = out.pointed()
	out.spell()
	return out
}

// pointed tells a point or a comma that stands between the digits as a letter.
func (s *section) pointed() bool {
	seen := false // a place for a digit
	for i, t := range s.items {
		if seen && isPlace(t) && s.items[i-1].TType == nfp.TokenTypeLiteral &&
			strings.ContainsAny(s.items[i-1].TValue, ".,") {
			return true
		}
		seen = seen || isPlace(t)
	}
	return false
}

var compare = pattern.New(`^(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,9})?)$`)

func conditionOf(t nfp.Token) func(decimal.Decimal) bool {
	m := compare.FindStringSubmatch(strings.Trim(t.TValue, "[]"))
	if m == nil {
		return nil
	}
	than := decimal.RequireFromString(m[2])
	return func(v decimal.Decimal) bool {
		switch c := v.Cmp(than); m[1] {
		case "<=":
			return c <= 0
		case ">=":
			return c >= 0
		case "<>":
			return c != 0
		case "<":
			return c < 0
		case ">":
			return c > 0
		default:
			return c == 0
		}
	}
}
