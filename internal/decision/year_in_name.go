package decision

import (
	"slices"

	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// incomeOf begins the words of an income.
var incomeOf = pattern.New(`^(?:nam 20\d\d\W*)?(?:muc )?thu nhap\b`)

// yearsInNames makes rows that follow each other and differ in the year among their words
// the years of one indicator. One row alone is of its year where it asks for an income.
func (a *Annex) yearsInNames() {
	for i := 0; i < len(a.Rows); i++ {
		first := a.Rows[i]
		year, name, ok := threshold.YearInName(first.Name)
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
			year, other, ok := threshold.YearInName(row.Name)
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
		a.doubt(row.Table, row.Row, "dòng này lặp lại nguyên văn bảng %d, dòng %d: chỉ đọc một lần", out[at].Table,
			out[at].Row)
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
