package lawbook

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/pattern"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"

	"github.com/shopspring/decimal"
)

// grid is a sheet of a workbook that came back. Its rows and columns are counted
// from 0.
type grid struct {
	name     string
	all      *read.Table
	use1904  bool
	named    Naming // of its cells; nil for as Excel names them
	problems *problem.List
}

func openGrid(book *read.Book, name string, named Naming, problems *problem.List) (*grid, bool) {
	for _, s := range book.Sheets {
		if !is(s.Name, name) {
			continue
		}
		all, err := s.Table()
		if err != nil {
			*problems = append(*problems, problem.Of(err)...)
			return nil, false
		}
		return &grid{name: s.Name, all: all, use1904: book.Uses1904, named: named, problems: problems}, true
	}
	problems.Add(problem.Problem{Sheet: name, Message: "không có trang tính này",
		Hint: "dùng lại tệp do ntm criteria export ghi ra; đừng xóa hay đổi tên trang tính",
		Page: problem.Press("lấy lại bảng đối chiếu ở trang của quyết định; đừng xóa hay đổi tên trang tính")})
	return nil, false
}

// fail notes what is wrong with a cell, by its name.
func (g *grid) fail(cell, hint, format string, args ...any) {
	g.problems.Add(problem.Problem{Sheet: g.shown(), Cell: cell, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// shown is the sheet for who has it before them, "" for who has not.
func (g *grid) shown() string {
	if g.named != nil {
		return ""
	}
	return g.name
}

// find gives the first row that satisfies a test.
func (g *grid) find(test func(text string) bool) (row, column int, ok bool) {
	for _, r := range g.all.Rows {
		if j := slices.IndexFunc(r.Cells, func(c read.Cell) bool { return test(c.Text) }); j >= 0 {
			return r.Number - 1, j, true
		}
	}
	return 0, 0, false
}

// table finds the hidden row of ids that holds one of them, and gives the
// column of each id. It is not ok where there is none, or columns that are needed were
// removed, which are noted.
func (g *grid) table(id string, needed ...string) (row int, at map[string]int, ok bool) {
	at = map[string]int{}
	i := slices.IndexFunc(g.all.Rows, func(r read.Row) bool {
		return slices.ContainsFunc(r.Cells, func(c read.Cell) bool { return c.Text == id })
	})
	if ok = i >= 0; ok {
		row = g.all.Rows[i].Number - 1
		for j, c := range slices.Backward(g.all.Rows[i].Cells) { // of two the first
			if strings.HasPrefix(c.Text, "ntm:") {
				at[c.Text] = j
			}
		}
	}
	for _, id := range needed {
		if _, there := at[id]; !there {
			ok = false
			g.fail(read.Ref(1, row+1), "dùng lại tệp do ntm criteria export ghi ra, không xóa dòng và cột, kể cả "+
				"dòng và cột ẩn", "bảng đã mất một cột cần để đọc lại (%s)", id)
		}
	}
	return row, at, ok
}

// end is the row after the last with something in it.
func (g *grid) end() int {
	if len(g.all.Rows) == 0 {
		return 0
	}
	return g.all.Rows[len(g.all.Rows)-1].Number
}

// stored is what a cell holds, its text cleaned; spaces alone are nothing.
func (g *grid) stored(row, column int) read.Cell {
	c := g.all.At(row+1, column+1).Typed()
	if c.Text = vi.NFC(c.Text); c.Text == "" && c.Kind == read.Text {
		c.Kind = read.Blank
	}
	return c
}

// date reads a day, typed or kept by Excel as a number.
func (l line) date(id string) (criteria.Date, bool) {
	c := l.stored(id)
	if c.Kind == read.Number {
		t, _ := read.Day(c.Text, l.use1904)
		day := criteria.DayOf(t)
		if c.Shown == read.Date && typed.Sensible(day.Time) {
			return day, true
		}
		hint := ""
		if typed.Sensible(day.Time) {
			hint = fmt.Sprintf("nếu là ngày %s, ghi %s", vi.Date(day.Time), vi.Date(day.Time))
		}
		l.fail(id, hint, "đọc thấy số %s, ở đây cần ngày/tháng/năm, ví dụ 15/3/2022", c.Text)
		return criteria.Date{}, false
	}
	day, err := readDate(c.Text)
	if err != nil {
		l.fail(id, "", "%v", err)
	}
	return day, err == nil
}

// number reads a threshold of a figure from the text of a cell: a number, one
// with its unit, or a grade by its name.
func (l line) number(id, text string, f *criteria.Figure) (decimal.Decimal, bool) {
	value, err := measure(l.stored(id), text, f)
	if err == nil && f.Unit == criteria.Percent && value.GreaterThan(decimal.NewFromInt(100)) {
		err = fmt.Errorf("đọc thấy %q, nhưng tỷ lệ không vượt quá 100 %%", text)
	}
	if err == nil && f.Unit == criteria.Grade &&
		(!value.IsInteger() || value.IntPart() >= int64(len(criteria.Grades))) {
		err = fmt.Errorf("đọc thấy %q, ở đây cần một xếp loại: %s", text, strings.Join(criteria.Grades, ", "))
	}
	if err != nil {
		l.fail(id, "", "%v", err)
	}
	return value, err == nil
}

func measure(c read.Cell, text string, f *criteria.Figure) (decimal.Decimal, error) {
	if c.Kind == read.Number {
		value, err := cellNumber(text)
		switch {
		case c.Shown == read.Date:
			return value, fmt.Errorf("ô này đang giữ một ngày, ở đây cần một số (Excel có thể đã đổi số vừa gõ " +
				"thành ngày)")
		case c.Shown == read.Percent && f.Unit != criteria.Percent:
			return value, fmt.Errorf("ô này đang giữ một tỷ lệ %%, nhưng số liệu %q tính bằng %s", f.Name, f.Unit)
		case c.Shown == read.Percent && err == nil:
			return value.Shift(2), nil
		}
		return value, err
	}
	if i := slices.IndexFunc(criteria.Grades,
		func(grade string) bool { return vi.Fold(grade) == vi.Fold(text) }); f.Unit == criteria.Grade && i >= 0 {
		return decimal.NewFromInt(int64(i)), nil
	}
	return readNumber(withoutUnit(text, f.Unit))
}

// numberThenUnit parts a number from what stands behind it.
var numberThenUnit = pattern.New(`^([\d., ]*\d) ?(\D.*)$`)

// withoutUnit drops a figure's own unit from a text; with another unit the text
// is no number and stays as it is.
func withoutUnit(text string, unit criteria.Unit) string {
	if rest, found := strings.CutPrefix(vi.Fold(text), vi.Fold(string(unit))+" "); found &&
		plainNumber.MatchString(rest) {
		return rest // "mức độ 2"
	}
	if m := numberThenUnit.FindStringSubmatch(text); m != nil && strings.HasPrefix(vi.Fold(string(unit)),
		vi.Fold(m[2])) {
		return m[1]
	}
	return text
}
