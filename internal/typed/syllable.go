package typed

import (
	"strings"
	"unicode"

	"ntm/internal/pattern"

	"golang.org/x/text/unicode/norm"
)

// A Vietnamese word is one syllable: an onset, a rime and one tone; a rime that
// stops (c, ch, p, t) bears only the tones sắc and nặng.
const (
	onset = `(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|q|r|s|th|tr|t|v|x)?`
	rime  = `(?:` +
		`a(?:ch|c|i|m|nh|ng|n|o|p|t|u|y)?|ă(?:c|m|ng|n|p|t)|â(?:c|m|ng|n|p|t|u|y)|e(?:c|m|ng|n|o|p|t)?|ê(?:ch|m|` +
		`nh|n|p|t|u)?|` +
		`i(?:a|ch|m|nh|n|p|t|u|ê(?:c|m|ng|n|p|t|u))?|o(?:c|i|m|ng|n|p|t|ong|oc|a(?:ch|c|i|m|nh|ng|n|o|p|t|y)?|` +
		`ă(?:c|m|ng|n|t)|e(?:n|o|t)?)?|` +
		`ô(?:c|i|m|ng|n|p|t)?|ơ(?:i|m|n|p|t)?|` +
		`u(?:a(?:ch|c|i|m|nh|ng|n|o|t|y)?|ă(?:c|n|ng|t|p|m)|â(?:n|ng|t|y)|c|e(?:n|o|t)?|ê(?:ch|nh|n)?|i(?:t|nh)?|` +
		`m|ng|n|p|t|ô(?:c|i|m|ng|n|t)|ơi?|y(?:a|ch|ên|êt|nh|t|u|p)?)?|` +
		`ư(?:a|c|i|m|ng|n|t|u|ơ(?:c|i|m|ng|n|p|t|u))?|y(?:ên|êm|êt|êu|êng|t|nh|ch)?)`
)

var (
	syllable = pattern.New(`^` + onset + rime + `$`)
	// misspelled are letters that never meet: k stands before e, ê, i and y, c
	// before the others; so with gh and g, ngh and ng; q has its u; and a double
	// o is a loan word's.
	misspelled = pattern.New(`^(?:c[eêiy]|k[aăâoôơuư]|gh?[y]|gh[aăâoôơuư]|g[eê]|ngh[aăâoôơuưy]|ng[eêiy]|` +
		`q[^u]|p[^h])|oo`)
	stopped = pattern.New(`(?:c|ch|p|t)$`)
)

// isSyllable tells whether a word can be Vietnamese; strictly, only as the
// dictionaries spell it, which names in other tongues of the land do not keep
// to.
func isSyllable(word string, strictly bool) bool {
	var tone rune
	tones := 0
	bare := strings.Map(func(r rune) rune {
		if strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", r) {
			tone = r
			tones++
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(word))
	bare = norm.NFC.String(bare)
	if tones > 1 || !syllable.MatchString(bare) {
		return false
	}
	if !strictly {
		return true
	}
	return !misspelled.MatchString(bare) && (!stopped.MatchString(bare) || tone == '\u0301' || tone == '\u0323')
}
