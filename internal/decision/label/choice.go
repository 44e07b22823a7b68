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

// mandatory is a heading of what every commune must meet: "II. TIÊU CHÍ BẮT BUỘC".
var mandatory = pattern.New(`\bbat buoc\b|\b(?:tieu chi|noi dung|dieu kien|yeu cau|chi tieu|phan) chung\b|` +
	`\bphai dat\b|\bdieu kien (?:tien quyet|cong nhan)\b`)

// Choices follow the headings of an annex: what each leaves a commune the choice among holds for what stands under
// it. A sentence before the headings holds under all of them but those of what must be met.
type Choices struct{ said, above, now string }

// Now are the words of the choice under which a row stands, "" where it stands under none.
func (c *Choices) Now() string { return c.now }

// Line takes a line above a table, which may be a counted heading.
func (c *Choices) Line(text string, isHeading bool) {
	choice := Choice(text)
	switch {
	case choice != "" && isHeading:
		c.above = choice
	case choice != "":
		c.said, c.above = choice, choice
	case mandatory.MatchString(vi.Fold(text)):
		c.above = ""
	case isHeading:
		c.above = c.said
	default:
		return // a note: what stood above goes on
	}
	c.now = c.above
}

// Group takes a heading among the rows of a table.
func (c *Choices) Group(text string) {
	switch choice := Choice(text); {
	case choice != "":
		c.now = choice
	case mandatory.MatchString(vi.Fold(text)):
		c.now = ""
	default:
		c.now = c.above
	}
}
