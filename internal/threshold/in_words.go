package threshold

import (
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// asked finds a threshold among the words of an indicator: "đạt từ 80% trở lên", "có ít nhất 02 mô
// hình".
var asked = pattern.New(`(?i)(?:(?:đạt )?từ\s+(\d[\d.,]*\s*\S+(?:\s\S+)?)\s+trở (?:lên|xuống)|` +
	`(?:ít nhất|tối thiểu|tối đa|không quá|không dưới|[≥≤])\s*(\d[\d.,]*\s*[^\s,;.()]+(?:\s[^\s,;.()]+){0,2}))`)

// most are words of a number that is the most that may be.
var most = pattern.New(`(?i)trở xuống|tối đa|không quá|≤`)

// InWords are the thresholds that an indicator's own words ask, each with its unit and the words
// that it stands in.
func InWords(name string) []Reading { return knownInWords(name) }

var knownInWords = vi.Remembered(inWords)

func inWords(name string) []Reading {
	var out []Reading
	for _, m := range asked.FindAllStringSubmatch(name, -1) {
		r := Beginning(m[1] + m[2])
		if r.Kind != Value || r.Unit == "" {
			continue
		}
		r.Words, r.Op = m[0], AtLeast
		if most.MatchString(m[0]) {
			r.Op = AtMost
		}
		out = append(out, r)
	}
	return out
}

// Beginning reads a number with the unit that words begin with.
func Beginning(words string) Reading {
	r := Read(words)
	for r.Kind != Value {
		at := strings.LastIndexByte(words, ' ')
		if at < 0 {
			return r
		}
		words = words[:at]
		r = Read(words)
	}
	return r
}
