package vi

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is the key under which names match however they were typed: without
// case, diacritics or the stroke of đ. Hyphens count as spaces and apostrophes
// as nothing, together with the space after them, so that "Bà Rịa-Vũng Tàu" is
// "Bà Rịa - Vũng Tàu" and "Ia H' Drai" is "Ia H’Drai". It is a key, not a text
// to show: a lone "-" folds to "".
func Fold(s string) string {
	s = unify(s)
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	write := func(r rune) {
		if unicode.Is(unicode.Mn, r) {
			return
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	for i, r := range s {
		switch {
		case r == ' ':
			gap = b.Len() > 0
		case r < rune(len(plain)) && plain[r] != 0:
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			b.WriteByte(plain[r])
		default:
			parts := norm.NFD.PropertiesString(s[i:]).Decomposition()
			if parts == nil {
				write(r)
			}
			for len(parts) > 0 {
				part, size := utf8.DecodeRune(parts)
				write(part)
				parts = parts[size:]
			}
		}
	}
	return b.String()
}

// plain is what the signs of ASCII and the letters of Vietnamese fold to; 0 for any other, which
// the tables of Unicode are asked for.
var plain = func() (to ['ỹ' + 1]byte) {
	for r := rune('!'); r <= 'ỹ'; r++ {
		if r == 'ư'+1 {
			r = 'Ạ'
		}
		first, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
		switch {
		case r == 'đ', r == 'Đ':
			to[r] = 'd'
		case first < unicode.MaxASCII:
			to[r] = byte(unicode.ToLower(first))
		}
	}
	return to
}()

// FoldTone is the stricter key: it keeps every diacritic and makes only case,
// spacing and the *placement* of the tone mark uniform, so "Hoà" is "Hòa" but
// "Tân Lấp" is not "Tân Lập". A name that matches under FoldTone was spelled
// with care and is to be preferred to one that matches under [Fold] alone.
func FoldTone(s string) string {
	var b strings.Builder
	var tone []rune
	// The mark moves to the end of its syllable, where both schools agree.
	endSyllable := func() {
		for _, mark := range tone {
			b.WriteRune(mark)
		}
		tone = tone[:0]
	}
	for _, r := range norm.NFD.String(unify(s)) {
		switch {
		case isTone(r):
			tone = append(tone, r)
		case r == ' ':
			endSyllable()
			b.WriteRune(r)
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	endSyllable()
	return norm.NFC.String(b.String())
}

// LeavesOut reports whether typed is name with nothing changed but diacritics
// left out, some or all: "Quang Trung" and "Quang Trùng" fold alike, yet only
// the first may stand for "Quảng Trung".
func LeavesOut(typed, name string) bool {
	if Fold(typed) != Fold(name) {
		return false
	}
	left := []rune(marks(typed))
	for _, r := range marks(name) {
		if len(left) > 0 && left[0] == r {
			left = left[1:]
		}
	}
	return len(left) == 0
}

// marks is s under [FoldTone] with every diacritic a rune of its own, the
// stroke of đ among them.
func marks(s string) string {
	return strings.ReplaceAll(norm.NFD.String(FoldTone(s)), "đ", "d\u0335")
}

// isTone tells the five tone marks from the marks that make another letter
// (â, ă, ơ).
func isTone(r rune) bool {
	switch r {
	case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323': // huyền, sắc, ngã, hỏi, nặng
		return true
	}
	return false
}

// unify is s in NFC with the variants of one sign made one: hyphens and dashes
// are spaces, apostrophes are dropped with the space that follows, and the
// Icelandic and African letters that look like Đ, left by old fonts, are Đ.
func unify(s string) string {
	s = NFC(s)
	if strings.IndexFunc(s, isVariant) < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	glued := false // an apostrophe came last
	for _, r := range s {
		switch {
		case isApostrophe(r):
			glued = true
			continue
		case r == ' ', isHyphen(r):
			if !glued {
				b.WriteByte(' ')
			}
			continue
		case r == 'Ð', r == 'Ɖ':
			r = 'Đ'
		case r == 'ð', r == 'ɖ':
			r = 'đ'
		}
		b.WriteRune(r)
		glued = false
	}
	return NFC(b.String())
}

func isVariant(r rune) bool {
	switch r {
	case 'Ð', 'Ɖ', 'ð', 'ɖ':
		return true
	}
	return isApostrophe(r) || isHyphen(r)
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '´', '‘', '’', '‛', '′', 'ʹ', 'ʼ', '＇':
		return true
	}
	return false
}

func isHyphen(r rune) bool {
	return r == '-' || r >= '‐' && r <= '―' || r == '−' || r == '－'
}
