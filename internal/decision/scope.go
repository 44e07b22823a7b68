package decision

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/decision/label"
	"ntm/internal/list"
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
	saysAsked  = pattern.New(`\b(?:yeu cau|phai|can) (?:\S+ )?dat duoc\b`)
	ofYear     = pattern.New(`\bnam 20\d\d\b`)
	toYear     = pattern.New(`\b(?:den (?:het )?|tu )nam 20\d\d\b`)
)

// limit marks the columns of a table above which a line says for which communes it is.
func (l *layout) limit(above []line) {
	if l.takeCaption(above) {
		return
	}
	for _, a := range above {
		folded := vi.Fold(a.Text)
		if !scopeLine.MatchString(folded) || len(folded) > 100 || everyXa.MatchString(folded) {
			continue
		}
		l.change(func(c *Column) {
			c.Why = fmt.Sprintf("dòng trên bảng ghi %q: không rõ bảng này dành cho xã nào", a.Text)
		})
	}
}

// change changes the columns of thresholds, which may be another table's too, for this table alone.
func (l *layout) change(f func(*Column)) {
	l.values = list.Map(l.values, func(c *Column) *Column {
		own := *c
		f(&own)
		return &own
	})
}

// captionFor is what leads in the caption of a table to
// whom one is for: "Bảng 2. Mức đạt chuẩn áp dụng đối với xã nhóm 2".
var (
	captionFor = pattern.New(`^.*\b(?:doi voi|danh cho|ap dung cho|ap dung tai|thuoc|cho|cua) ((?:cac )?(?:xa|` +
		`nhom|khu vuc|` +
		`vung|dia ban)\b.*)$`)
)

// takeCaption gives the columns of a table whose heads name nobody the communes that a line
// right above it names; false where none does.
func (l *layout) takeCaption(above []line) bool {
	const near = 4 // lines between a caption and its table
	for i := len(above) - 1; i >= max(0, len(above)-near); i-- {
		folded := strings.Trim(label.Fold(above[i].Text), " .:")
		rest := label.CaptionLead.ReplaceAllString(folded, "")
		if len(folded) > 150 || annexWords.MatchString(folded) && rest == "" {
			continue
		}
		kind, ids, _ := label.Of(rest)
		if m := captionFor.FindStringSubmatch(rest); m != nil && kind == Unclear {
			kind, ids, _ = label.Of(m[1])
		}
		if !namesCommunes(kind) || !saysXa.MatchString(rest) {
			continue
		}
		return l.ofCaption(kind, ids, above[i].Text)
	}
	return false
}

// ofCaption makes the columns those of a caption; false where they name somebody themselves.
func (l *layout) ofCaption(kind Kind, ids []string, text string) bool {
	if slices.ContainsFunc(l.values, func(c *Column) bool { return c.Kind != All && c.Kind != Year }) {
		return false
	}
	l.change(func(c *Column) {
		c.Kind, c.IDs, c.Heading = kind, ids, strings.TrimPrefix(c.Heading+" / "+vi.OneLine(text), " / ")
	})
	return true
}

// inBracketsOf reads whom a heading names in its brackets: "Mức đạt (xã khu vực III)".
func inBracketsOf(heading string) (kind Kind, ids []string, year int) {
	for _, m := range inBrackets.FindAllStringSubmatch(heading, -1) {
		if kind, ids, year = label.Of(m[1]); kind != Unclear {
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
	case saysResult.MatchString(folded) && !saysAsked.MatchString(folded):
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
			if named := label.LevelOf(vi.Fold(c.Column.Heading)); named != "" && a.Level != "" && named != a.Level {
				c.doubtBeside(row, "cột %q nói đến mức khác với tên của phụ lục", c.Column.Heading)
			}
		}
	}
}
