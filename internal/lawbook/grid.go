package lawbook

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
	"ntm/criteria"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Limits on what is read: a workbook of this kind has a thousand rows.
const (
	maxFile    = 16 << 20
	maxUnzip   = 64 << 20
	maxRows    = 20000 // with something in them
	maxColumns = 100
)

// grid is a sheet of a workbook that came back.
type grid struct {
	book     *excelize.File
	name     string
	rows     [][]string // as stored, so a number is never one that was shown
	use1904  bool
	problems *problem.List
}

func openGrid(book *excelize.File, name string, problems *problem.List) (*grid, bool) {
	g := &grid{book: book, name: name, problems: problems}
	actual := name
	for _, s := range book.GetSheetList() {
		if vi.FoldTone(s) == vi.FoldTone(name) {
			actual = s
		}
	}
	g.name = actual
	if props, err := book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		g.use1904 = *props.Date1904
	}
	rows, err := book.Rows(actual)
	if err != nil {
		problems.Add(problem.Problem{Sheet: name, Message: "không có trang tính này", Hint: "dùng lại tệp do ntm criteria export ghi ra; đừng xóa hay đổi tên trang tính"})
		return nil, false
	}
	for number, filled := 0, 0; rows.Next(); number++ {
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil || filled == maxRows {
			problems.Add(problem.Problem{Sheet: name, Cell: ref(1, number+1), Message: "không đọc được trang tính từ dòng này", Hint: "dùng lại tệp do ntm criteria export ghi ra"})
			return nil, false
		}
		cells = cells[:min(len(cells), maxColumns)]
		if !slices.ContainsFunc(cells, func(text string) bool { return text != "" }) {
			continue // some programs write a million empty rows
		}
		filled++
		g.rows = append(g.rows, make([][]string, number-len(g.rows))...)
		g.rows = append(g.rows, slices.Clone(cells))
	}
	return g, rows.Close() == nil
}

// fail notes what is wrong with a cell, which is named as Excel does.
func (g *grid) fail(cell, hint, format string, args ...any) {
	g.problems.Add(problem.Problem{Sheet: g.name, Cell: cell, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// find gives the first row that satisfies a test, counted from 0.
func (g *grid) find(test func(text string) bool) (row, column int, ok bool) {
	for i, cells := range g.rows {
		if j := slices.IndexFunc(cells, test); j >= 0 {
			return i, j, true
		}
	}
	return 0, 0, false
}

// table finds the hidden row of ids that holds one of them, and gives the
// column of each id, counted from 0.
func (g *grid) table(id string) (row int, at map[string]int, ok bool) {
	row, _, ok = g.find(func(text string) bool { return text == id })
	at = map[string]int{}
	if ok {
		for j, text := range g.rows[row] {
			if _, twice := at[text]; strings.HasPrefix(text, "ntm:") && !twice {
				at[text] = j
			}
		}
	}
	return row, at, ok
}

// text is a cell's text, cleaned.
func (g *grid) text(row, column int) string {
	if row >= len(g.rows) || column >= len(g.rows[row]) {
		return ""
	}
	return vi.NFC(g.rows[row][column])
}

// isNumber tells whether a cell holds a number and not a text.
func (g *grid) isNumber(cell string) bool {
	kind, err := g.book.GetCellType(g.name, cell)
	return err == nil && (kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber)
}

// isNeither tells whether a cell holds TRUE or FALSE, or a formula's error.
func (g *grid) isNeither(cell string) bool {
	kind, err := g.book.GetCellType(g.name, cell)
	return err != nil || kind == excelize.CellTypeBool || kind == excelize.CellTypeError
}

// The built-in formats that show a date or a percentage.
var (
	dateFormats    = []int{14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58}
	percentFormats = []int{9, 10}
	quotedText     = regexp.MustCompile(`"[^"]*"|\[[^\]]*\]|\\.`)
)

// shownAs tells how a number cell shows its number.
func (g *grid) shownAs(cell string) (date, percent bool) {
	id, err := g.book.GetCellStyle(g.name, cell)
	if err != nil {
		return false, false
	}
	style, err := g.book.GetStyle(id)
	if err != nil {
		return false, false
	}
	if custom := style.CustomNumFmt; custom != nil {
		format := strings.ToLower(quotedText.ReplaceAllString(*custom, ""))
		return strings.ContainsAny(format, "yd"), strings.Contains(format, "%")
	}
	return slices.Contains(dateFormats, style.NumFmt), slices.Contains(percentFormats, style.NumFmt)
}

// date reads a day, typed or kept by Excel as a number.
func (g *grid) date(cell, text string) (criteria.Date, bool) {
	if g.isNumber(cell) {
		number, err := cellNumber(text)
		var day criteria.Date
		if err == nil {
			if t, failed := excelize.ExcelDateToTime(number.InexactFloat64(), g.use1904); failed == nil {
				day = criteria.Day(t.Year(), t.Month(), t.Day())
			}
		}
		if isDate, _ := g.shownAs(cell); isDate && sensible(day) {
			return day, true
		}
		hint := ""
		if sensible(day) {
			hint = fmt.Sprintf("nếu là ngày %s, ghi %s", vi.Date(day.Time), vi.Date(day.Time))
		}
		g.fail(cell, hint, "đọc thấy số %s, ở đây cần ngày/tháng/năm, ví dụ 15/3/2022", text)
		return criteria.Date{}, false
	}
	day, err := readDate(text)
	if err != nil {
		g.fail(cell, "", "%v", err)
	}
	return day, err == nil
}

// number reads a threshold of a figure: a number, one with its unit, or a
// grade by its name.
func (g *grid) number(cell, text string, f *criteria.Figure) (decimal.Decimal, bool) {
	value, err := g.measure(cell, text, f)
	if err == nil && f.Unit == criteria.Percent && value.GreaterThan(decimal.NewFromInt(100)) {
		err = fmt.Errorf("đọc thấy %q, nhưng tỷ lệ không vượt quá 100 %%", text)
	}
	if err == nil && f.Unit == criteria.Grade && (!value.IsInteger() || value.IntPart() >= int64(len(criteria.Grades))) {
		err = fmt.Errorf("đọc thấy %q, ở đây cần một xếp loại: %s", text, strings.Join(criteria.Grades, ", "))
	}
	if err != nil {
		g.fail(cell, "", "%v", err)
	}
	return value, err == nil
}

func (g *grid) measure(cell, text string, f *criteria.Figure) (decimal.Decimal, error) {
	if g.isNumber(cell) {
		date, percent := g.shownAs(cell)
		value, err := cellNumber(text)
		switch {
		case date:
			return value, fmt.Errorf("ô này đang giữ một ngày, ở đây cần một số (Excel có thể đã đổi số vừa gõ thành ngày)")
		case percent && f.Unit != criteria.Percent:
			return value, fmt.Errorf("ô này đang giữ một tỷ lệ %%, nhưng số liệu %q tính bằng %s", f.Name, f.Unit)
		case percent && err == nil:
			return value.Shift(2), nil
		}
		return value, err
	}
	if i := slices.IndexFunc(criteria.Grades, func(grade string) bool { return vi.Fold(grade) == vi.Fold(text) }); f.Unit == criteria.Grade && i >= 0 {
		return decimal.NewFromInt(int64(i)), nil
	}
	return readNumber(withoutUnit(text, f.Unit))
}

// numberThenUnit parts a number from what stands behind it.
var numberThenUnit = regexp.MustCompile(`^([\d., ]*\d) ?(\D.*)$`)

// withoutUnit drops a figure's own unit from a text; with another unit the text
// is no number and stays as it is.
func withoutUnit(text string, unit criteria.Unit) string {
	if rest, found := strings.CutPrefix(vi.Fold(text), vi.Fold(string(unit))+" "); found && plainNumber.MatchString(rest) {
		return rest // "mức độ 2"
	}
	if m := numberThenUnit.FindStringSubmatch(text); m != nil && strings.HasPrefix(vi.Fold(string(unit)), vi.Fold(m[2])) {
		return m[1]
	}
	return text
}
