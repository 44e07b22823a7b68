package decision

import (
	"fmt"
	"strings"

	"ntm/internal/decision/label"
	"ntm/internal/document"
	"ntm/internal/list"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// A table below the sentence that names its indicator: "Chỉ tiêu 15.3. Tỷ lệ trẻ em … theo vùng như sau:" above the
// regions and what each is asked.
var (
	indicatorLine = pattern.New(`(?i)^[-+•\s]*(?:chỉ tiêu(?: số)?\s*)(\d{1,2}\.\d{1,2})\s*[.:)\-–]?\s+(\D.+)$`)
	asFollows     = pattern.New(`(?i)[\s,;(]*(?:(?:được )?(?:quy định|áp dụng|thực hiện)\s+)?(?:(?:cụ thể )?theo ` +
		`(?:từng )?(?:vùng|khu vực|nhóm xã|vùng, miền)\s*)?(?:cụ thể )?như sau\s*[:.)]*$`)
)

// beneath reads such a table; false where it is none.
func (f *finder) beneath(t *document.Table) bool {
	if f.annex == nil || len(f.since) == 0 {
		return false
	}
	m := indicatorLine.FindStringSubmatch(vi.OneLine(f.since[len(f.since)-1].Text))
	who, asks := 0, 0
	for column := 1; column <= t.Columns; column++ {
		switch c := t.At(1, column); {
		case c == nil:
		case label.RoleOf(c.Text) == whom:
			who = column
		case label.RoleOf(c.Text) == value:
			asks = column
		}
	}
	if m == nil || who == 0 || asks == 0 || t.Rows < 2 {
		return false
	}
	row := &Row{Table: t.Number, Row: 1, No: m[1], Name: asFollows.ReplaceAllString(m[2], "")}
	row.CriterionNo, _, _ = strings.Cut(row.No, ".")
	row.Unit = f.rows.unitOf(row, words{})
	for at := 2; at <= t.Rows; at++ {
		if c, of := t.At(at, asks), t.At(at, who); c != nil && of != nil && c.Text+of.Text != "" {
			row.Cells = append(row.Cells, row.cellFor(of.Text, c, at))
		}
	}
	row.agreeOnUnit()
	f.annex.Rows, f.annex.Tables = append(f.annex.Rows, row), append(f.annex.Tables, t.Number)
	f.since = nil
	return true
}

// cellFor is what the row of such a table asks of those whom it names.
func (row *Row) cellFor(whom string, c *document.Cell, at int) *Cell {
	column := &Column{At: c.Column, Heading: vi.OneLine(whom)}
	column.Kind, column.IDs, column.Year = label.Of(whom)
	out := &Cell{Column: column, Words: c.Text, Notes: c.Notes, Reading: threshold.Read(c.Text)}
	mark := func(what string) {
		out.Doubts = append(out.Doubts, Doubt{Table: row.Table, Row: at, Column: c.Column, What: what})
	}
	switch {
	case column.Kind == Unclear:
		mark(fmt.Sprintf("không rõ dòng %q dành cho xã nào", column.Heading))
	case out.Reading.Kind == threshold.Unread:
		mark(out.Reading.Why)
	case len(c.Odd)+len(c.Tables)+len(c.Changed) > 0 || c.Rows > 1 || c.Columns > 1:
		mark("ô này gộp, có thay đổi hoặc có chỗ máy không đọc được")
	default:
		out.settleUnit(row)
	}
	return out
}

// tellsOfAsking tells of a table that was not read, though its cells are like thresholds.
func (f *finder) tellsOfAsking(t *document.Table) {
	like := list.Count(t.Cells, asksSomething)
	if f.annex != nil && like > 2 { //nolint:mnd // fewer say nothing of a table
		f.doubt(fmt.Sprintf("bảng %d có %d ô giống mức đạt, nhưng không rõ của chỉ tiêu nào: không đọc bảng này",
			t.Number, like))
	}
}
