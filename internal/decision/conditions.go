package decision

import (
	"strings"

	"ntm/internal/decision/clause"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// condition is a numbered paragraph.
var condition = pattern.New(`^(\d{1,2})[.)]\s+(\S.*)$`)

// readConditions takes the numbered paragraphs of a decision that sets conditions without
// a table, as the one on xã nông thôn mới kiểu mẫu does: below its annex or its title,
// numbered from 1 on, up to the next article. One that names one threshold and says nothing
// else about it is read; the others are for a person.
func (f *finder) readConditions() {
	from := 0
	for i, l := range f.all {
		folded := vi.Fold(l.Text)
		if annexWords.MatchString(folded) && len(folded) < 100 || strings.HasPrefix(folded,
			"quy dinh xa nong thon moi") {
			from = i
		}
	}
	column := &Column{Kind: All, Heading: "điều kiện"}
	a := &Annex{Title: f.Title}
	for _, l := range f.all[from:] {
		if len(a.Rows) > 0 && clause.BeginsArticle(l.Text) {
			break
		}
		m := condition.FindStringSubmatch(l.Text)
		if m == nil || l.Table != 0 {
			continue
		}
		if m[1] == "1" && len(a.Rows) > 0 {
			break // another list
		}
		row := &Row{CriterionNo: m[1], No: m[1], Name: strings.TrimRight(m[2], " .;")}
		cell := &Cell{Column: column, Words: m[2], Reading: clause.AskedIn(m[2])}
		if cell.Reading.Kind == threshold.Unread {
			cell.doubt(row, clause.NotTable)
		}
		row.Cells = []*Cell{cell}
		a.Rows = append(a.Rows, row)
	}
	if len(a.Rows) == 0 || a.Rows[0].No != "1" {
		return
	}
	f.Annexes = append(f.Annexes, a)
	a.doubt(0, 0, "đọc từ các đoạn văn có đánh số, không phải từ bảng")
}
