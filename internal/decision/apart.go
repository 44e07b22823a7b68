package decision

import (
	"strings"

	"ntm/internal/decision/clause"
	"ntm/internal/decision/label"
	"ntm/internal/vi"
)

// readApart tells of such lines: those outside of tables, and the notes of the annexes.
func (f *finder) readApart() {
	var lines []string
	for _, l := range f.all {
		if l.Table == 0 {
			lines = append(lines, l.Text)
		}
	}
	for _, a := range f.Annexes {
		lines = append(lines, a.Notes...)
	}
	const longest, shown = 900, 200
	for _, text := range lines {
		folded := vi.Fold(text)
		if len(folded) < longest && label.AsksSomeOtherwise(folded) &&
			!strings.HasPrefix(folded, "can cu") && !label.ListsZone(folded) && clause.In(text) == nil {
			f.doubt("văn bản có chỗ ghi riêng cho một số xã, không nằm ở ô nào của bảng: " +
				vi.Short(vi.OneLine(text), shown))
		}
	}
}

// checkApart marks the cells of an indicator whose own words ask something else of some communes.
func (row *Row) checkApart() {
	if !label.NamesSomeApart(vi.Fold(row.Name + " " + row.Part)) {
		return
	}
	for _, c := range row.Cells {
		if holdsNumber(c.Reading) && (c.Column.Kind == All || c.Column.Kind == Year) {
			c.doubtBeside(row, "nội dung chỉ tiêu ghi riêng cho một số xã")
		}
	}
}
