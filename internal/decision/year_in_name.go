package decision

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// yearAmong is a year among the words of an indicator: "Thu nhập bình quân đầu người năm
// 2022 (triệu đồng/người)"; and beside one that it is compared with, or begins or ends there.
var (
	yearAmong = pattern.New(`(?i)\s*[-–:,]?\s*\(?\s*(?:của |trong )?\bnăm\s+(20\d\d)\b\)?\s*[:;,]?`)
	yearOf    = pattern.New(`(?:so voi|den|tu|truoc|sau|het|cuoi|dau|giai doan|ke tu|hang|va)$`)
	anyYear   = pattern.New(`\b20\d\d\b`)
	incomeOf  = pattern.New(`^(?:nam 20\d\d\W*)?(?:muc )?thu nhap\b`)
)

// yearInName is the year that an indicator's words are of, and the words without it; false
// where they have none, or more than one.
func yearInName(name string) (year int, rest string, ok bool) {
	name = vi.NFC(name)
	found := yearAmong.FindAllStringSubmatch(name, -1)
	if len(found) != 1 || len(anyYear.FindAllString(name, -1)) > 1 {
		return 0, name, false
	}
	before, after, _ := strings.Cut(name, found[0][0])
	if yearOf.MatchString(strings.TrimSpace(vi.Fold(before))) {
		return 0, name, false
	}
	year, err := strconv.Atoi(found[0][1])
	return year, strings.Trim(vi.OneLine(before+" "+after), " :;,"), err == nil
}

// yearsInNames makes rows that follow each other and differ in the year among their words
// the years of one indicator. One row alone is of its year where it asks for an income.
func (a *Annex) yearsInNames() {
	for i := 0; i < len(a.Rows); i++ {
		first := a.Rows[i]
		year, name, ok := yearInName(first.Name)
		if !ok || first.Year != 0 || slices.ContainsFunc(first.Cells, func(c *Cell) bool {
			return c.Reading.Kind == threshold.ByYear || c.Column.Year != 0
		}) {
			continue
		}
		rows, years := []*Row{first}, []int{year}
		for _, row := range a.Rows[i+1:] {
			if row.Year != 0 && row.No == first.No && row.Name == first.Name && row.Part == first.Part &&
				!slices.Contains(years, row.Year) { // a row that only says "Năm 2023"
				rows, years = append(rows, row), append(years, row.Year)
				continue
			}
			year, other, ok := yearInName(row.Name)
			if !ok || row.Year != 0 || row.CriterionNo != first.CriterionNo || vi.Fold(other) != vi.Fold(name) ||
				row.Part != first.Part || slices.Contains(years, year) {
				break
			}
			rows, years = append(rows, row), append(years, year)
		}
		if len(rows) == 1 && !incomeOf.MatchString(vi.Fold(first.Name)) {
			continue
		}
		for k, row := range rows {
			row.No, row.Name, row.Year = first.No, name, years[k]
			row.Doubts = slices.DeleteFunc(row.Doubts, func(d Doubt) bool { return k > 0 && d.What == noNumber })
			for _, c := range row.Cells {
				c.settleYear(row)
			}
		}
		i += len(rows) - 1
	}
}

// leaveRepeated leaves out a row that says again, word for word, what another does, as where
// a page begins with the last row of the one before.
func (a *Annex) leaveRepeated() {
	var out []*Row
	for _, row := range a.Rows {
		at := slices.IndexFunc(out, func(o *Row) bool { return o.saysSame(row) })
		if at < 0 {
			out = append(out, row)
			continue
		}
		a.Doubts = append(a.Doubts, Doubt{Table: row.Table, Row: row.Row,
			What: fmt.Sprintf("dòng này lặp lại nguyên văn bảng %d, dòng %d: chỉ đọc một lần", out[at].Table,
				out[at].Row)})
	}
	a.Rows = out
}

// saysSame tells whether a row is another again, word for word in every cell.
func (row *Row) saysSame(o *Row) bool {
	return row.No != "" && row.No == o.No && row.Name == o.Name && row.Part == o.Part && row.Year == o.Year &&
		row.level == o.level && row.CriterionNo == o.CriterionNo && slices.EqualFunc(row.Cells, o.Cells,
		func(a, b *Cell) bool {
			return a.Words == b.Words && a.Column.At == b.Column.At && a.Column.Heading == b.Column.Heading &&
				a.Words != "" && a.Reading.Mark == b.Reading.Mark
		})
}
