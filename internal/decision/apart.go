package decision

import (
	"strings"

	"ntm/internal/decision/clause"
	"ntm/internal/decision/label"
	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// What an article or a note asks of some communes otherwise than the table does: "Các xã khu vực III
// được giảm 10% so với mức trên". No cell holds it, so a person is told.
var (
	someXa = pattern.New(`\b(?:dac biet kho khan|dbkk|khu vuc (?:i{1,3}|\d)|nhom (?:\d|i{1,3})|mien nui|hai dao|` +
		`xa dao|bai ngang|an toan khu|atk|bien gioi|dan toc thieu so|vung cao|ven bien)\b`)
	otherwise = pattern.New(`\b(?:giam|tang|bang|thap hon|cao hon|it hon|nhieu hon|chi can)\b[^.;]{0,60}\d|` +
		`\b(?:duoc )?(?:mien|khong xet|khong danh gia|khong yeu cau|khong ap dung)\b|` +
		`\bap dung (?:theo )?(?:muc|cot|chi tieu)\b`)
	// apartInName is the same among an indicator's own words.
	apartInName = pattern.New(`\brieng\b.{0,30}\b(?:xa|vung|khu vuc|nhom|thon|dia ban)\b`)
)

// readApart tells of such lines: those outside of tables, and the notes of the annexes.
func (f *finder) readApart() {
	var lines []string
	for _, l := range f.all {
		if l.table == 0 {
			lines = append(lines, l.text)
		}
	}
	for _, a := range f.Annexes {
		lines = append(lines, a.Notes...)
	}
	const longest, shown = 900, 200
	for _, text := range lines {
		folded := vi.Fold(vi.OneLine(text))
		if len(folded) < longest && someXa.MatchString(folded) && otherwise.MatchString(folded) &&
			!strings.HasPrefix(folded, "can cu") && !label.ListsZone(folded) && clause.In(text) == nil {
			f.doubt("văn bản có chỗ ghi riêng cho một số xã, không nằm ở ô nào của bảng: " +
				vi.Short(vi.OneLine(text), shown))
		}
	}
}

// checkApart marks the cells of an indicator whose own words ask something else of some communes.
func (row *Row) checkApart() {
	if !apartInName.MatchString(vi.Fold(row.Name + " " + row.Part)) {
		return
	}
	for _, c := range row.Cells {
		if holdsNumber(c.Reading) && (c.Column.Kind == All || c.Column.Kind == Year) {
			c.doubtBeside(row, "nội dung chỉ tiêu ghi riêng cho một số xã")
		}
	}
}
