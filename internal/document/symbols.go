package document

import (
	"fmt"
	"strings"
	"unicode"

	"ntm/internal/typed"
)

// The signs of the fonts in which a byte is a sign of their own, as far as decisions
// use them; Word stores them at U+F000 plus the byte.
var symbolFonts = map[string]map[rune]rune{
	"symbol": {
		0xA3: '≤', 0xB3: '≥', 0xB1: '±', 0xB4: '×', 0xB8: '÷', 0xB9: '≠', 0xBB: '≈', 0xB7: '•', 0xB0: '°', 0xA5: '∞',
		0xAE: '→', 0xD7: '⋅', 0xE5: '∑', 0xD6: '√', 0xAC: '←', 0xDE: '⇒', 0xBA: '≡', 0xA2: '′', 0xB2: '″', 0x6D: 'µ',
	},
	"wingdings": {
		0xFC: '✓', 0xFB: '✗', 0xFE: '☑', 0xFD: '☒', 0xA8: '☐', 0x6F: '☐', 0xA7: '▪', 0x6C: '●', 0x6E: '■',
		0xE0: '→', 0xF0: '⇨', 0xD8: '➢', 0x76: '❖', 0x71: '❑', 0x2D: '-',
	},
}

// onlyUnicode tells whether a letter cannot come from a font of before Unicode, whose
// letters are single bytes.
func onlyUnicode(r rune) bool { return r > 0xFF && r < 0xF000 && unicode.IsLetter(r) }

// atOnce are the two signs of one comparison, one behind the other.
var atOnce = strings.NewReplacer(">=", "", "=>", "", "<=", "", "=<", "")

// Underlined is what an underlined text shows: a sign alone is how ≥ and ≤ were typed. Of a sign that is underlined
// with the words around it nobody knows.
func Underlined(text string) (shown string, isUnsure bool) {
	switch strings.TrimSpace(text) {
	case ">":
		return strings.Replace(text, ">", "≥", 1), false
	case "<":
		return strings.Replace(text, "<", "≤", 1), false
	}
	return text, strings.ContainsAny(atOnce.Replace(text), "<>")
}

// UnsureSign says that it is not known which sign an underlined one is.
func UnsureSign(text string) string {
	return fmt.Sprintf("dấu so sánh bị gạch chân, không rõ có dấu bằng hay không: %q", strings.TrimSpace(text))
}

// IsVNI tells whether a font keeps the marks of a letter apart, behind it.
func IsVNI(font string) bool { return strings.HasPrefix(strings.ToLower(font), "vni") }

// Shown is what a text shows in its font. A sign that is not known is U+FFFC.
func Shown(text, font string) string {
	name := strings.ToLower(font)
	if strings.ContainsFunc(text, onlyUnicode) {
		return text // of Unicode, in a font that was left over
	}
	switch {
	case strings.HasPrefix(font, ".Vn"):
		out := typed.FromLegacy("TCVN3", text)
		if strings.HasSuffix(font, "H") {
			return strings.ToUpper(out) // its small letters are capitals
		}
		return out
	case IsVNI(font):
		return typed.FromLegacy("VNI", text)
	}
	signs := symbolFonts[name]
	return strings.Map(func(r rune) rune {
		private := r >= 0xF000 && r <= 0xF0FF
		switch {
		case !private && (signs == nil || r < 0x80):
			return r
		case private:
			r -= 0xF000
		}
		known := signs
		if known == nil && !strings.Contains(name, "dings") {
			known = symbolFonts["symbol"] // the font of a lone sign is often lost on the way
		}
		if sign, is := known[r]; is {
			return sign
		}
		if private && r >= 0x20 && r < 0x7F && signs == nil {
			return r
		}
		if private || signs != nil {
			return '\uFFFC' // Unreadable
		}
		return r
	}, text)
}
