package read

import (
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
