package label

import (
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

var chosen = pattern.New(`\blua chon\b|\bchon (?:it nhat|mot)\b|\b(?:mot|\d{1,2}) (?:[a-z]+ ){0,3}trong ` +
	`(?:cac|so|\d)\b|\b(?:it nhat|toi thieu) (?:mot|hai|ba|\d{1,2}) (?:linh vuc|noi dung|tieu chi|chi tieu)\b`)

// Choice are words that leave a commune the choice among what stands below or beside them: "đạt ít
// nhất 01 trong các lĩnh vực sau". It is "" for words that do not.
func Choice(words string) string {
	if chosen.MatchString(vi.Fold(words)) {
		return vi.OneLine(words)
	}
	return ""
}
