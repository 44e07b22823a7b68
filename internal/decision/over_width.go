package decision

import (
	"strings"

	"ntm/internal/document"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

var (
	noteLead  = pattern.New(`^(?:ghi chu|chu thich|luu y|\*|\(\*|\(\d{1,2}\)|\[\d{1,2}\])`)
	groupName = pattern.New(`^(?:[IVX]+|[A-H])\s*[.:)\-–]\s*\S|^[IVX]+\s+\S|(?i)^nhóm`)
)

// isWhole takes a row that is one text over the whole width: a group, a criterion, a note.
func (r *reader) isWhole(row int) bool {
	text, covers := "", 0
	var only *document.Cell
	for c := range cellsIn(r.layout.Table, row) {
		if c.Text == "" && len(c.Tables) == 0 {
			continue
		}
		if only != nil {
			return false
		}
		only, text, covers = c, vi.OneLine(c.Text), c.Columns
	}
	if only == nil {
		return true // an empty row
	}
	if covers*2 < r.layout.Columns && (only.Row < row || !isHeading(text, only.Column == 1)) {
		return false
	}
	m := criterionIn.FindStringSubmatch(text)
	switch {
	case only.Row < row:
		return false
	case r.entersSection(text), r.entersYear(text):
	case noteLead.MatchString(vi.Fold(text)):
		r.annex.Notes = append(r.annex.Notes, text)
	case groupName.MatchString(text), text == strings.ToUpper(text) && m == nil:
		r.enterGroup(text)
	case m != nil:
		r.enterCriterion(m[1], m[2], only)
		r.isOverWidth = true
	default:
		r.annex.Notes = append(r.annex.Notes, text)
		r.annex.doubt(r.layout.Number, row, "không rõ dòng %q là gì", text)
	}
	return true
}

// isHeading tells whether a text that is alone in its row, in one cell of it, heads the rows below.
func isHeading(text string, isFirst bool) bool {
	return groupName.MatchString(text) || noteLead.MatchString(vi.Fold(text)) || isFirst && namesSection(text) ||
		isCriterionAlone(text)
}

// isCriterionAlone tells whether a text names a criterion and nothing else: "Tiêu chí 1. Quy hoạch".
func isCriterionAlone(text string) bool {
	m := statedCriterion.FindStringSubmatch(text)
	return m != nil && m[2] != "" && !strings.Contains(m[2], ":")
}
