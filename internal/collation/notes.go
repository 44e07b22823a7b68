package collation

import (
	"regexp"
	"slices"
	"strings"

	"ntm/internal/decision"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// verbatim is a cell's own words, with the texts of the notes that it and its row have.
func verbatim(a *decision.Annex, row *decision.Row, c *decision.Cell) string {
	out := c.Words
	if out == "" {
		out = "(ô trống)"
	}
	for _, mark := range slices.Concat(marksOf(c), row.Notes) {
		if text := noteText(a, mark); text != "" {
			out += "\n[chú thích " + strings.Trim(mark, "()[]") + ": " + text + "]"
		}
	}
	return out
}

// marksOf are the marks of a cell's notes: those set as footnotes, and those typed.
func marksOf(c *decision.Cell) []string {
	out := slices.Clone(c.Notes)
	if mark := c.Reading.Mark; mark != "" && !slices.Contains(out, mark) {
		out = append(out, mark)
	}
	return out
}

// changing are words by which a note may say that the cell's threshold is another one.
var changing = pattern.New(`\b(nam|tru|khong|rieng|doi voi|ap dung|tu ngay|den ngay|truong hop|mien|giam|` +
	`tang|hoac|\d+)\b`)

// counts are words by which a note says what is counted, and changing words that it then
// still must not have.
var (
	counts = pattern.New(`^(?:chi|khong) tinh\b|^khong (?:bao )?gom\b|^(?:bao )?gom\b|^tinh theo\b`)
	alters = pattern.New(`\b(?:nam|tru|rieng|doi voi|ap dung|tu ngay|den ngay|truong hop|mien|giam|tang|muc)\b`)
)

// mayChange tells whether a note may change what is asked, by its folded words.
func mayChange(text string) bool {
	if counts.MatchString(text) {
		return alters.MatchString(text)
	}
	return changing.MatchString(text)
}

// noteDoubts are why a cell's own notes must be read: one whose text is not there, or
// may change what the cell asks.
func noteDoubts(a *decision.Annex, c *decision.Cell) []string {
	var out []string
	for _, mark := range marksOf(c) {
		switch text := noteText(a, mark); {
		case text == "":
			out = append(out, "ô có chú thích "+mark+" mà không thấy lời chú thích")
		case mayChange(vi.Fold(text)):
			out = append(out, "chú thích "+mark+" có thể đổi mức: "+text)
		}
	}
	return out
}

// nextNote is where, within a line, another note begins.
var nextNote = pattern.New(`([.;])\s+([(\[]?\d{1,2}[)\]]?\s+\p{Lu})`)

// noteText is the text of a note, by its mark, among those below the tables.
func noteText(a *decision.Annex, mark string) string {
	if text := a.Footnotes[mark]; text != "" {
		return vi.OneLine(text)
	}
	plain := strings.Trim(mark, "()[] ")
	if plain == "" {
		return ""
	}
	begins := regexp.MustCompile(`^(?i:ghi chú|chú thích)?\s*:?\s*[(\[]?` + regexp.QuoteMeta(plain) +
		`(?:[)\]][.:]?|[.:]|\s)\s*(\S.*)$`)
	for _, line := range a.Notes {
		line = nextNote.ReplaceAllString(line, "$1\n$2")
		for one := range strings.SplitSeq(line, "\n") {
			if m := begins.FindStringSubmatch(strings.TrimSpace(one)); m != nil {
				return m[1]
			}
		}
	}
	return ""
}
