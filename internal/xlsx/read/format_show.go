package read

import (
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/nfp"
)

// half is the step on which thresholds stand.
var half = decimal.New(5, -1)

// rounds tells that the number is shown rounded. What was computed, or pasted from what
// was, has decimals without end and is shown with two by everyone: that is no rounding
// but where it makes a round number out of one that is none, 79,996 shown as 80,00.
func (s *section) rounds(v decimal.Decimal, computed bool) bool {
	v = v.Shift(2 * s.percents)
	shown := v.Round(s.decimals)
	if shown.Equal(v) {
		return false
	}
	const usual, endless = 2, 5
	if s.decimals >= usual && (computed || -v.Exponent() >= endless) {
		return shown.Mod(half).IsZero()
	}
	return true
}

// show is the number as the section shows it, near enough to be recognised.
func (s *section) show(v decimal.Decimal) string {
	v = v.Shift(2*s.percents - 3*s.thousands)
	whole, fraction, _ := strings.Cut(v.Abs().StringFixed(s.decimals), ".")
	whole = strings.TrimLeft(whole, "0")
	whole = strings.Repeat("0", max(0, s.least-len(whole))) + whole
	rest := s.digits - int(s.decimals) // places before the point that are still to come
	scales := false                    // a comma behind the digits, of which a second comes as a letter
	behind := false
	var out strings.Builder
	for _, t := range s.items {
		switch {
		case isPlace(t) && behind:
			n := min(len(t.TValue), len(fraction))
			out.WriteString(fraction[:n])
			fraction = fraction[n:]
		case isPlace(t):
			rest -= len(t.TValue)
			n := max(0, len(whole)-rest) // the first takes all that has no place of its own
			out.WriteString(whole[:n])
			whole = whole[n:]
		case t.TType == nfp.TokenTypeDecimalPoint:
			behind = true
			out.WriteString(",")
		case t.TType == nfp.TokenTypeThousandsSeparator:
			scales = true
			continue
		case t.TType == nfp.TokenTypeLiteral && t.TValue == "," && scales:
			continue
		default:
			out.WriteString(literalOf(t))
		}
		scales = false
	}
	return strings.TrimSpace(out.String())
}

func isPlace(t nfp.Token) bool {
	return t.TType == nfp.TokenTypeZeroPlaceHolder || t.TType == nfp.TokenTypeHashPlaceHolder ||
		t.TType == nfp.TokenTypeDigitalPlaceHolder
}

// oddDay tells a day of which a part is not shown, or whose month stands first, so that
// a Vietnamese reads another day.
func (s *section) oddDay(raw string, use1904 bool) *Oddity {
	day, ok := Day(raw, use1904)
	if !ok {
		return nil
	}
	d, m, y := strings.Index(s.dates, "d"), strings.Index(s.dates, "m"), strings.Index(s.dates, "y")
	names := false // the month by its name: no number is taken for another
	var seen strings.Builder
	for _, t := range s.items {
		switch t.TType {
		case nfp.TokenTypeLiteral:
			seen.WriteString(t.TValue)
		case nfp.TokenTypeDateTimes:
			names = names || len(t.TValue) > 2 && strings.HasPrefix(strings.ToLower(t.TValue), "m")
			seen.WriteString(day.Format(partOfDay(t.TValue)))
		}
	}
	whole := d >= 0 && m >= 0 && y >= 0
	if whole && (d < m || names || y < m || day.Day() > 12 || day.Day() == int(day.Month())) {
		return nil
	}
	return &Oddity{Other: true, Seen: strings.TrimSpace(seen.String())}
}

// partOfDay is a part of a format of days as package time writes it.
func partOfDay(part string) string {
	switch part = strings.ToLower(part); {
	case part == "d":
		return "2"
	case strings.HasPrefix(part, "d"):
		return "02"
	case part == "m":
		return "1"
	case strings.HasPrefix(part, "m"):
		return "01"
	case part == "yy":
		return "06"
	case strings.HasPrefix(part, "y"):
		return "2006"
	}
	return ""
}

// stored is a number as the file writes it, without what a binary float adds of its own
// behind the fifteenth digit.
func stored(raw string) (decimal.Decimal, bool) {
	if !isNumber(raw) || len(raw) > maxStored {
		return decimal.Decimal{}, false
	}
	v, err := decimal.NewFromString(raw)
	if err != nil || v.Exponent() > maxStored || v.Exponent() < -maxStored {
		return decimal.Decimal{}, false
	}
	const significant = 15
	//nolint:gosec // no longer than maxStored
	return decimal.RequireFromString(v.Round(significant - int32(v.NumDigits()) - v.Exponent()).String()), true
}

// maxStored bounds what a number is shown of: more has no figure.
const maxStored = 60
