package decision

import (
	"fmt"
	"strings"

	"ntm/internal/decision/label"
	"ntm/internal/document"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// What stands beside the thresholds: the comparison in a column of its own, the set that a
// row is of, and what the country asks beside what the province does.

// settleSet keeps a column that says of which set each row is only where its cells do.
func (l *layout) settleSet() {
	for column, is := range l.roles {
		if is != ofSet {
			continue
		}
		for c := range l.below(column) {
			if c.Columns == 1 && label.LevelNamed(c.Text) == "" {
				l.roles[column] = unknown
				break
			}
		}
	}
}

// forLevel is a column for the set that its row is of.
func forLevel(c *Column, level string) *Column {
	if level == "" {
		return c
	}
	out := *c
	if out.Level != "" && out.Level != level {
		out.Why = "dòng và cột nói đến hai bộ tiêu chí khác nhau"
	}
	out.Level = level
	return &out
}

var (
	ofCountry = pattern.New(`\b(?:quoc gia|ca nuoc|toan quoc|trung uong|thu tuong(?: chinh phu)?|tw)` +
		`(?: (?:quy dinh|ban hanh|yeu cau))?$`)
	ofProvince = pattern.New(`\b(?:tinh|thanh pho|dia phuong)(?: [a-z ]{2,20})?$`)
)

// settleNational leaves out what the country asks where another column is what the
// province does: the decision that is read is the province's.
func (l *layout) settleNational() {
	var country []int
	province := false
	for column, is := range l.roles {
		path := l.paths[column]
		if is != value && (is != eitherWay || len(path) < 2) || len(path) == 0 {
			continue
		}
		last := label.Fold(path[len(path)-1])
		switch {
		case ofCountry.MatchString(last):
			country = append(country, column)
		case ofProvince.MatchString(last):
			province = true
		}
	}
	if !province || len(country) == 0 {
		return
	}
	l.isProvinces = true
	for _, column := range country {
		l.roles[column] = irrelevant
	}
}

var (
	beforehand = pattern.New(`\b(?:hien hanh|hien nay|truoc day|cu|da (?:duoc )?(?:ban hanh|quy dinh|phe duyet))$|` +
		`\b(?:quyet dinh|qd)(?: so)?:? ?\d`)
	untilThen = pattern.New(`\btruoc (?:khi )?(?:duoc )?(?:sua doi|dieu chinh|thay the)\b`)
	ofAmended = pattern.New(`\b(?:sua doi|dieu chinh|thay the|moi|nay quy dinh)\b`)
	ofThis    = pattern.New(`\b(?:quyet dinh|qd|phu luc) nay\b`)
)

// amends tells whether a heading is of what an amendment asks now, or of what was asked
// before: "Mức sửa đổi", "Mức quy định tại Quyết định số 41/2026/QĐ-UBND". Neither of most.
func amends(heading string) (now, before bool) {
	folded := strings.NewReplacer("nong thon moi", "", "(", " ", ")", " ").Replace(vi.Fold(heading))
	folded = strings.TrimSpace(strings.Join(strings.Fields(folded), " "))
	before = untilThen.MatchString(folded)
	now = !before && ofAmended.MatchString(folded)
	return now, before || !now && beforehand.MatchString(folded) && !ofThis.MatchString(folded)
}

// settleAmended leaves out what an amendment prints of before beside what it asks now.
func (l *layout) settleAmended() {
	var old []int
	amended := false
	for column, is := range l.roles {
		if is != value && is != eitherWay {
			continue
		}
		for _, text := range l.paths[column] {
			now, before := amends(text)
			if amended = amended || now; before {
				old = append(old, column)
			}
		}
	}
	if !amended {
		return
	}
	for _, column := range old {
		l.roles[column] = irrelevant
	}
}

// asksToo tells whether a column that was not understood asks something all the same: most
// of its cells are thresholds.
func (l *layout) asksToo(column int) bool {
	asks, others := 0, 0
	for c := range l.below(column) {
		switch {
		case c.Columns == l.Columns:
		case asksSomething(c):
			asks++
		default:
			others++
		}
	}
	return asks > others
}

// asksSomething tells whether a cell has a number with a comparison.
func asksSomething(c *document.Cell) bool {
	r := threshold.Read(c.Text)
	return r.Kind == threshold.Value && r.Op != threshold.Bare
}

// isAlone tells whether of the columns under a heading but one is of thresholds, and the
// others are known to be of something else.
func (l *layout) isAlone(top *document.Cell) bool {
	values, others := 0, 0
	for column := top.Column; column < top.Column+top.Columns && column < len(l.roles); column++ {
		switch l.roles[column] {
		case value:
			values++
		case irrelevant, sign, unit:
			others++
		}
	}
	return values == 1 && others == top.Columns-1
}

// signColumn is the column of comparisons that a column of thresholds goes by: the only
// one, or the last before it; 0 where there is none.
func (l *layout) signColumn(at int) int {
	found := 0
	for column, is := range l.roles {
		if is == sign && (found == 0 || column < at) {
			found = column
		}
	}
	return found
}

// compare takes the comparison of a cell from a column of its own.
func (r *reader) compare(row *Row, c *Cell) {
	at := r.layout.signColumn(c.Column.At)
	if at == 0 || c.Reading.Kind != threshold.Value {
		return
	}
	beside := r.layout.At(row.Row, at)
	if beside == nil || strings.TrimSpace(beside.Text) == "" {
		return
	}
	op, ok := threshold.Comparison(beside.Text)
	switch {
	case !ok:
		c.doubtBeside(row, "cột dấu so sánh ghi %q, không phải một dấu so sánh", beside.Text)
	case c.Reading.Op == threshold.Bare:
		c.Reading.Op = op
		c.Words = vi.OneLine(beside.Text) + " " + c.Words
		c.Reading.Words = c.Words
	case c.Reading.Op != op:
		c.doubtBeside(row, "dấu trong ô khác với cột dấu so sánh (%s)", beside.Text)
	}
}

// joinTables puts together the lines of one indicator that stand in several tables, each for
// communes of its own: a table a group, or the regions over two tables.
func (a *Annex) joinTables() {
	var out []*Row
	at := map[string]*Row{}
	for _, row := range a.Rows {
		name := strings.Join([]string{row.No, vi.Fold(row.Name), vi.Fold(row.Part),
			fmt.Sprint(row.Year)}, "|")
		first := at[name]
		if row.No == "" || first == nil {
			at[name] = row
			out = append(out, row)
			continue
		}
		if !first.isApartFrom(row) {
			out = append(out, row)
			continue
		}
		first.Cells = append(first.Cells, row.Cells...)
		first.Doubts = append(first.Doubts, row.Doubts...)
		first.Notes = append(first.Notes, row.Notes...)
	}
	a.Rows = out
}

// isApartFrom tells whether two lines are for other communes, or years, each: known ones, and
// of one kind.
func (row *Row) isApartFrom(o *Row) bool {
	for _, b := range o.Cells {
		if b.Column.Kind == All || b.Column.Kind == Unclear {
			return false
		}
		for _, c := range row.Cells {
			if c.Column.Kind != b.Column.Kind || c.Column.Level == b.Column.Level && c.Column.Year == b.Column.Year &&
				(c.Column.Kind == Year || meet(c.Column.IDs, b.Column.IDs)) {
				return false
			}
		}
	}
	return len(row.Cells) > 0 && len(o.Cells) > 0
}
