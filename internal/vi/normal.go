package vi

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NFC is s as every text enters the house: composed Unicode (NFC), each run of
// spaces of whatever kind (line breaks, non-breaking and wide spaces among
// them, and control codes, which a terminal would obey) one plain space, none at
// the ends, and the invisible format characters that come with text pasted from the
// web or a PDF (zero-width spaces and joiners, soft hyphens, byte-order and
// direction marks) gone.
func NFC(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case invisible(r):
		case unicode.IsSpace(r), unicode.IsControl(r):
			gap = b.Len() > 0
		default:
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			b.WriteRune(r)
		}
	}
	// Composed last: a zero-width joiner may have stood between a letter and
	// its mark.
	return norm.NFC.String(b.String())
}

// invisible tells a format character that takes no room; a few, as the Arabic end of
// a verse, are seen.
func invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// isClean reports whether NFC would leave s as it is; most text is, and then
// costs no copy.
func isClean(s string) bool {
	space := true    // as if one stood before the text
	foreign := false // there is a sign besides those of Vietnamese, which are each normal beside any other
	for _, r := range s {
		switch {
		case r == ' ':
			if space {
				return false
			}
			space = true
			continue
		case '!' <= r && r <= '~', 'À' <= r && r <= 'ư', 'Ạ' <= r && r <= 'ỹ': // signs, digits, letters
		case r == unicode.ReplacementChar, unicode.IsSpace(r), unicode.IsControl(r), invisible(r):
			return false
		default:
			foreign = true
		}
		space = false
	}
	return (!space || s == "") && (!foreign || norm.NFC.IsNormalString(s))
}
