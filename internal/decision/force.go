package decision

import (
	"strings"

	"ntm/internal/decision/clause"
	"ntm/internal/decision/head"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

var (
	inForce = pattern.New(`(?i)có hiệu lực(?: thi hành)?(?: kể)? từ\s+(ngày\s*\d{1,2}\s*tháng\s*\d{1,` +
		`2}\s*năm\s*\d{4}|` +
		`ngày\s*\d{1,2}/\d{1,2}/\d{4})`)
	merged = pattern.New(`^van ban hop nhat\b|duoc sua doi, bo sung (?:boi|theo)|hop nhat quyet dinh`)
)

// readForce tells from when the decision holds, and whether it only changes another.
func (d *Decision) readForce(lines []line) {
	d.Amends = clause.Amends(d.Title)
	for _, l := range lines {
		if d.InForce.IsZero() {
			d.InForce = head.Day(inForce.First(l.Text))
		}
		d.IsMerged = d.IsMerged || merged.MatchString(vi.Fold(strings.TrimSpace(l.Text)))
	}
}
