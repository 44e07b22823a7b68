package read

import (
	"strings"

	"ntm/internal/pattern"

	"github.com/shopspring/decimal"
	"github.com/xuri/nfp"
)

// words is what a number format puts around the numbers or the texts under it: "đồng"
// behind, "≥" before.
type words struct{ before, after string }

// Typed is the cell as it would be had a person typed what it shows: 69000000 under the
// format #,##0 "đồng" is the text "69000000 đồng". Other cells are what they are.
func (c Cell) Typed() Cell {
	if c.Odd == nil || c.Odd.around == nil || c.Odd.Other {
		return c
	}
	w, text := c.Odd.around, c.Text
	if c.Kind == Number {
		v, ok := stored(c.Text)
		if !ok {
			return c
		}
		if c.Shown == Percent {
			v = v.Shift(2)
		}
		text = plainly(v)
	}
	c.Kind, c.Shown, c.Text = Text, Plain, strings.TrimSpace(w.before+text+w.after)
	return c
}

// plainly writes a number so that it can be read in one way only: without points, and
// with no three decimals, which may be thousands.
func plainly(v decimal.Decimal) string {
	const most = 9 // decimals that a figure has
	text := strings.Replace(decimal.RequireFromString(v.Round(most).String()).String(), ".", ",", 1)
	if _, behind, _ := strings.Cut(text, ","); len(behind) == 3 {
		text += "0"
	}
	return text
}

// firstPrivate is the first of the runes that are given to no letter. Each stands for a
// text in quotes while a format is parsed: the parser takes "00 hộ" for two digits.
const firstPrivate, lastPrivate = '\uE000', '\uF8FF'

func isPrivate(r rune) bool { return firstPrivate <= r && r <= lastPrivate }

// unquoted is a format whose quoted and escaped texts are a quoted rune each, and what
// puts them back.
func unquoted(code string) (string, *strings.Replacer) {
	var back []string
	bare := aside.ReplaceAllStringFunc(code, func(s string) string {
		text, isText := strings.CutPrefix(s, `"`)
		if isText {
			text = strings.TrimSuffix(text, `"`)
		} else if text, isText = strings.CutPrefix(s, `\`); !isText {
			return s
		}
		sign := string(firstPrivate + rune(len(back)/2))
		back = append(back, sign, text)
		return `"` + sign + `"`
	})
	return bare, strings.NewReplacer(back...)
}

// powerOfUnit is a unit whose digit makes nobody read another number: m2, km2, m3.
var powerOfUnit = pattern.New(`\pL[23](?:[^\d]|$)`)

// spell finds the words of a section, and whether letters of its own change how the
// number is read.
func (s *section) spell() {
	var parts [3]strings.Builder // before, within and behind the places for digits
	first, last := -1, -1
	for i, t := range s.items {
		if isPlace(t) || t.TType == nfp.TokenTypeGeneral || t.TType == nfp.TokenTypeTextPlaceHolder ||
			t.TType == nfp.TokenTypeDecimalPoint {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	own := false
	for i, t := range s.items {
		at := 0
		switch {
		case i > last:
			at = 2
		case i > first:
			at = 1
		}
		parts[at].WriteString(literalOf(t))
		own = own || at != 1 && t.TType != nfp.TokenTypePercent && isWord(literalOf(t))
	}
	before, within, after := parts[0].String(), parts[1].String(), parts[2].String()
	s.literal = s.literal || hasDigit(before) || hasDigit(within) || isWord(within) ||
		hasDigit(powerOfUnit.ReplaceAllString(after, ""))
	if first >= 0 && own {
		s.words = &words{before, after}
		s.worded = &Oddity{around: s.words}
	}
}

// literalOf is what a part of a format shows that is no part of the number.
func literalOf(t nfp.Token) string {
	switch t.TType {
	case nfp.TokenTypeLiteral, nfp.TokenTypePercent:
		return t.TValue
	case nfp.TokenTypeCurrencyLanguage:
		for _, p := range t.Parts {
			if p.Token.TType == nfp.TokenSubTypeCurrencyString {
				return p.Token.TValue
			}
		}
	}
	return ""
}

// isWord tells more than the signs that stand around numbers and change nothing.
func isWord(literal string) bool { return strings.Trim(literal, " \u00a0\u202f-–—()+_,") != "" }

// ofZero is the words around a zero that is shown as a dash.
func (w *words) ofZero() *words {
	return &words{strings.Trim(w.before, "-–— "), strings.TrimRight(w.after, "-–— ")}
}

// oddText is how a text is shown otherwise than it is held, or nil.
func (f *format) oddText(text string) *Oddity {
	if f == nil {
		return nil
	}
	for i := range f.sections {
		s := &f.sections[i]
		if s.when != nfp.TokenSectionText {
			continue
		}
		holds, seen := false, strings.Builder{}
		for _, t := range s.items {
			if t.TType == nfp.TokenTypeTextPlaceHolder {
				holds = true
				seen.WriteString(text)
				continue
			}
			seen.WriteString(literalOf(t))
		}
		if !holds || s.literal {
			return &Oddity{Other: true, Seen: strings.TrimSpace(seen.String())}
		}
		return s.worded
	}
	return nil
}

// and is what is odd about the runs of a text together with what its format makes of it.
func (o *Oddity) and(shown *Oddity) *Oddity {
	switch {
	case o == nil:
		return shown
	case shown == nil:
		return o
	}
	both := *o
	both.Seen, both.Other, both.around = shown.Seen, shown.Other, shown.around
	return &both
}

// oddBool tells TRUE or FALSE that a format of four empty sections hides.
func (f *format) oddBool(text string) *Oddity {
	if o := f.oddText(text); o != nil && o.Other && o.Seen == "" {
		return o
	}
	return nil
}
