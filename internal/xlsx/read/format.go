package read

import (
	"ntm/internal/pattern"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"github.com/xuri/nfp"
)

// format is what a number format makes of the numbers under it.
type format struct {
	shown    Shown
	sections []section // none where every number is shown as it is held
}

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

// longestFormat is longer than any that people make.
const longestFormat = 500

// formatOf is what the format does that is spelled out in code.
func formatOf(code string) *format {
	f := &format{shown: shownBy(code)}
	if len(code) > longestFormat || !utf8.ValidString(code) || strings.ContainsFunc(code, isPrivate) {
		f.shown = Otherwise
		return f
	}
	switch code {
	case "", "General", "GENERAL", "@":
		return f
	}
	bare, quoted := unquoted(code)
	parser := nfp.NumberFormatParser()
	for _, s := range parser.Parse(bare) {
		for i := range s.Items {
			s.Items[i].TValue = quoted.Replace(s.Items[i].TValue)
		}
		f.sections = append(f.sections, sectionOf(s))
	}
	return f
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
		switch t.TType {
		case nfp.TokenTypeZeroPlaceHolder, nfp.TokenTypeHashPlaceHolder, nfp.TokenTypeDigitalPlaceHolder:
			if i > 0 && seen && s.items[i-1].TType == nfp.TokenTypeLiteral &&
				strings.ContainsAny(s.items[i-1].TValue, ".,") {
				return true
			}
			seen = true
		}
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

// section is the one by which a number is shown, nil where there is no telling.
func (f *format) section(v decimal.Decimal) *section {
	conditions, numbers := false, 0
	for i := range f.sections {
		conditions = conditions || f.sections[i].condition != nil
		if f.sections[i].when != nfp.TokenSectionText {
			numbers++
		}
	}
	if conditions {
		for i := range f.sections {
			if s := &f.sections[i]; s.when != nfp.TokenSectionText && (s.condition == nil || s.condition(v)) {
				return s
			}
		}
		return nil
	}
	when := nfp.TokenSectionPositive
	switch {
	case v.IsNegative() && numbers > 1:
		when = nfp.TokenSectionNegative
	case v.IsZero() && numbers > 2:
		when = nfp.TokenSectionZero
	}
	for i := range f.sections {
		if f.sections[i].when == when {
			return &f.sections[i]
		}
	}
	return nil
}

// oddity is how a number is shown otherwise than it is held, or nil. computed tells a
// number that a formula gave.
func (f *format) oddity(raw string, computed, use1904 bool) *Oddity {
	if f == nil || len(f.sections) == 0 {
		return nil
	}
	v, ok := stored(raw)
	if !ok {
		return nil
	}
	s := f.section(v)
	switch {
	case s == nil:
		return nil
	case s.general && !s.literal:
		return s.worded
	case f.shown == Date:
		return s.oddDay(raw, use1904)
	case s.other && !s.literal:
		return nil
	case s.literal || s.digits == 0 && !isDash(s, v) || s.thousands > 0 || s.blankZero(v) ||
		s.rounds(v, computed):
		return &Oddity{Other: true, Seen: s.show(v)}
	case s.worded != nil && isDash(s, v):
		return &Oddity{around: s.words.ofZero()}
	}
	return s.worded
}

// isDash tells zero as accountants show it: as a dash.
func isDash(s *section, v decimal.Decimal) bool {
	dash := false
	for _, t := range s.items {
		dash = dash || t.TType == nfp.TokenTypeLiteral && strings.Trim(t.TValue, "-–— ") == "" &&
			strings.TrimSpace(t.TValue) != ""
	}
	return v.IsZero() && dash
}

// blankZero tells that nothing is shown of zero.
func (s *section) blankZero(v decimal.Decimal) bool {
	return v.IsZero() && s.digits > 0 && s.least == 0 && s.decimals == 0 && !isDash(s, v)
}

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

// builtInFormats are those that workbooks do not spell out and that show less than they
// hold; the others are told by builtIn.
var builtInFormats = sync.OnceValue(func() map[int]*format {
	out := map[int]*format{}
	for id, code := range map[int]string{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
		37: "#,##0_);(#,##0)", 38: "#,##0_);(#,##0)", 39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);(#,##0.00)",
		16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 45: "mm:ss",
		46: "[h]:mm:ss", 47: "mm:ss.0"} {
		out[id] = formatOf(code)
	}
	return out
})
