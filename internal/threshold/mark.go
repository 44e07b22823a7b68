package threshold

import (
	"strings"

	"ntm/internal/pattern"
)

var (
	// noteMark is the mark of a note that is typed behind a value.
	noteMark = pattern.New(`\S(\s*(\(\d{1,2}\)|\[\d{1,2}\]|\(\*{1,3}\)|\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]|\([a-d]\)))$`)
	// markInside is one between a rate and its sign: "80 (1)%", "80¹%".
	markInside = pattern.New(`^([^\d]*\d{2,3}(?:,\d+)?)\s*(\(\d\)|[¹²³⁴⁵⁶⁷⁸⁹])\s*(%[^\d]*)$`)
	// squared is a text that ends in a unit of area or volume, whose power is no note.
	squared = pattern.New(`m[²³]$`)
)

// withoutMark is a cell without the mark of a note typed in it, and the mark.
func withoutMark(text string) (rest, mark string) {
	if m := markInside.FindStringSubmatch(text); m != nil {
		return m[1] + m[3], m[2]
	}
	if m := noteMark.FindStringSubmatchIndex(text); m != nil && !squared.MatchString(text) {
		return text[:m[2]], strings.TrimSpace(text[m[2]:m[3]])
	}
	return text, ""
}

// nameMark is the mark of a note typed behind an indicator's words.
var nameMark = pattern.New(`\S(\s*(\(\d{1,2}\)|\[\d{1,2}\]|\(\*{1,3}\)|\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]))\s*[.;:]?$`)

// NameMark is an indicator's words without the mark of a note typed behind them, and the mark as papers keep it.
func NameMark(name string) (rest, mark string) {
	m := nameMark.FindStringSubmatchIndex(name)
	if m == nil || squared.MatchString(name) {
		return name, ""
	}
	return name[:m[2]], strings.Trim(name[m[4]:m[5]], "()[]")
}
