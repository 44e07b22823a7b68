package collation

import (
	"strings"

	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// lettered parts what a cell asks by letters, "(a) 100%; (b) ≥ 70%", where the indicator's own words count up as many
// things by the same letters: each is asked its own. nil where they do not, or where one of them was not read.
func lettered(one item) []item {
	names, asked := byLetters(explained.ReplaceAllString(one.row.Name, " ")), byLetters(one.cell.Words)
	if len(asked) < 2 || len(names) != len(asked) || listed.FindStringIndex(one.cell.Words)[0] > 0 {
		return nil
	}
	out := make([]item, len(asked))
	for i := range asked {
		if names[i].letter != asked[i].letter || names[i].letter != string(rune('a'+i)) {
			return nil
		}
		out[i] = one
		out[i].name, out[i].doubts, out[i].own = names[i].words, nil, nil
		out[i].reading = threshold.Read(strings.Trim(asked[i].words, " ;:,."))
		if out[i].reading.Kind == threshold.Unread {
			return nil
		}
	}
	return out
}

// byLetter is what stands behind a letter of a list.
type byLetter struct{ letter, words string }

// byLetters parts words at the letters that count them up; nothing may stand before the first of a cell.
func byLetters(words string) []byLetter {
	words = vi.OneLine(words)
	at := listed.FindAllStringIndex(words, -1)
	var out []byLetter
	for i := range at {
		end := len(words)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		letter := strings.ToLower(strings.Trim(words[at[i][0]:at[i][1]], " ;:,()"))
		out = append(out, byLetter{letter, strings.TrimSpace(words[at[i][1]:end])})
	}
	return out
}
