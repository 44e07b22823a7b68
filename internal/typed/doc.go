// Package typed reads what officials type – numbers, days, yes and no – exactly
// as a person reads it, or not at all.
//
// Into one form come "1.234,5", "1,234.5" and "1 234,5", "80 %", "69 triệu" and
// "1.200.000 đồng", digits of double width from a phone and spaces that do not
// break. All of these say one thing, and are read. "trên 84" and "69-70" name no
// figure, and are refused in a sentence that says so. And a few, such as
// "1.530", say two things: a Vietnamese reads 1 530, a calculator 1,53. What the
// number means ([Meaning]) decides where only one of the two can be, and the
// reader says how it read; otherwise it shows both readings, and how to write
// each so that nobody can take it for the other.
//
// Every error is a problem.Problem without a place: the caller knows the cell.
package typed

import (
	"fmt"
	"strings"

	"ntm/internal/problem"
	"ntm/internal/vi"

	"golang.org/x/text/width"
)

// clean is text as the readers take it: see [vi.NFC]; signs and digits of
// double width are plain ones.
func clean(text string) string {
	if strings.ContainsFunc(text, func(r rune) bool { return r >= '\u2000' }) { // where those are
		text = width.Narrow.String(text)
	}
	return vi.NFC(text)
}

// refuse is the error of a text that is not what it should be. The text is
// shown as it was typed, cut where nobody would read on.
func refuse(text, hint, format string, args ...any) error {
	shown := []rune(vi.NFC(text))
	if len(shown) > 60 {
		shown = append(shown[:59], '…')
	}
	return problem.Problem{Message: fmt.Sprintf("đọc thấy %q, ", string(shown)) + fmt.Sprintf(format, args...),
		Hint: hint}
}
