package decision

import (
	"fmt"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// What says, beside a table or in a heading, that thresholds are not for every commune or
// not thresholds at all.
var (
	scopeLine = pattern.New(`^[-+ ]*(?:ap dung )?(?:doi voi|cho) (?:cac )?xa\b`)
	everyXa   = pattern.New(`\b(?:cap xa|(?:cac |moi |tat ca cac )?xa (?:dat chuan|nong thon moi|ntm)|` +
		`tat ca cac xa)\b`)
	namesSome  = pattern.New(`\b(?:xa|khu vuc|vung|nhom|dia ban|mien nui|dong bang|hai dao|dbkk)\b`)
	saysResult = pattern.New(`\b(?:thuc hien|thuc te|hien trang|dat duoc)\b`)
	ofYear     = pattern.New(`\bnam 20\d\d\b`)
	toYear     = pattern.New(`\b(?:den (?:het )?|tu )nam 20\d\d\b`)
)

// limit marks the columns of a table above which a line says for which communes it is.
func (l *layout) limit(above []line) {
	for _, a := range above {
		folded := vi.Fold(a.text)
		if !scopeLine.MatchString(folded) || len(folded) > 100 || everyXa.MatchString(folded) {
			continue
		}
		values := make([]*Column, len(l.values))
		for i, c := range l.values {
			own := *c
			own.Why = fmt.Sprintf("dòng trên bảng ghi %q: không rõ bảng này dành cho xã nào", a.text)
			values[i] = &own
		}
		l.values = values
	}
}

// inBracketsOf reads whom a heading names in its brackets: "Mức đạt (xã khu vực III)".
func inBracketsOf(heading string) (kind Kind, ids []string, year int) {
	for _, m := range inBrackets.FindAllStringSubmatch(heading, -1) {
		if kind, ids, year = columnKind(m[1]); kind != Unclear {
			return kind, ids, year
		}
	}
	return Unclear, nil, 0
}

// whyNotPlain is why a column whose heading names no commune that is known may not be one
// of thresholds for all of them.
func whyNotPlain(heading string) string {
	folded := vi.Fold(strings.Join(strings.Fields(heading), " "))
	switch {
	case namesSome.MatchString(everyXa.ReplaceAllString(folded, " ")):
		return fmt.Sprintf("không rõ cột %q dành cho xã nào", heading)
	case saysResult.MatchString(folded):
		return fmt.Sprintf("không rõ cột %q là mức quy định hay kết quả thực hiện", heading)
	case ofYear.MatchString(toYear.ReplaceAllString(folded, " ")):
		return fmt.Sprintf("không rõ cột %q dành cho năm nào", heading)
	}
	return ""
}

// checkColumns marks thresholds under a heading that names another level than the annex.
func (a *Annex) checkColumns() {
	for _, row := range a.Rows {
		for _, c := range row.Cells {
			if named := levelOf(vi.Fold(c.Column.Heading)); named != "" && a.Level != "" && named != a.Level {
				c.doubtBeside(row, fmt.Sprintf("cột %q nói đến mức khác với tên của phụ lục", c.Column.Heading))
			}
		}
	}
}
