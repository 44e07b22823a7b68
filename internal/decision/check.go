package decision

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ntm/internal/exact"
	"ntm/internal/list"
	"ntm/internal/matching"
	"ntm/internal/threshold"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// check holds the rows of an annex against each other; of a province's own, what it asks beside
// the country's words may be more than these.
func (a *Annex) check(provincial bool) {
	a.checkColumns()
	a.mendNumbers()
	a.yearsInNames()
	a.joinTables()
	a.leaveRepeated()
	a.checkTwice()
	a.checkCriteria()
	if !a.isOfClause { // an amendment names but a few
		a.checkGaps()
	}
	for _, row := range a.Rows {
		for _, c := range row.Cells {
			c.checkName(row, provincial)
		}
		row.checkApart()
		row.checkDirection()
		row.checkRange()
	}
	a.checkYears()
}

// mendNumbers gives back the zero that a workbook takes from a number: 17.10 typed as the
// number 17.1 stands right below 17.9.
func (a *Annex) mendNumbers() {
	before, mended := "", ""
	for _, row := range a.Rows {
		no := row.No
		criterion, last, _ := strings.Cut(before, ".")
		n, err := strconv.Atoi(last)
		if err == nil && no != before && (n+1)%10 == 0 && no == fmt.Sprintf("%s.%d", criterion, (n+1)/10) {
			mended = no
		} else if no != mended {
			mended = ""
		}
		if mended != "" {
			row.No = mended + "0"
			continue // the row below may be a part of it, with the same number
		}
		before = no
	}
}

// checkTwice marks an indicator that stands twice.
func (a *Annex) checkTwice() {
	seen := map[string]*Row{}
	for _, row := range a.Rows {
		if row.No == "" {
			continue
		}
		name := fmt.Sprintf("%s %s %d %t", row.No, row.Part, row.Year, row.ByNumber)
		if other := seen[name]; other != nil {
			row.doubt("chỉ tiêu %s đã có ở %s", row.No, other.Place())
			other.doubt("chỉ tiêu %s còn có ở %s", row.No, row.Place())
			continue
		}
		seen[name] = row
	}
}

// checkCriteria marks a criterion that asks something itself though indicators of it are numbered.
func (a *Annex) checkCriteria() {
	of := map[string]*Row{} // the first indicator of a criterion
	for _, row := range a.Rows {
		if no, _, isDotted := strings.Cut(row.No, "."); isDotted && of[no] == nil {
			of[no] = row
		}
	}
	for _, row := range a.Rows {
		if first := of[row.No]; first != nil && row.No == row.CriterionNo {
			row.doubt("tiêu chí %s ghi mức ở đây, mà còn chỉ tiêu %s ở bảng %d, dòng %d: không rõ mức này của gì",
				row.No, first.No, first.Table, first.Row)
		}
	}
}

// checkGaps says which numbers are left out: a row may have been lost on the way.
func (a *Annex) checkGaps() {
	last := map[string]int{} // by criterion
	for _, row := range a.Rows {
		before, after, has := strings.Cut(row.No, ".")
		n, err := strconv.Atoi(after)
		if !has || err != nil {
			continue
		}
		if n > last[before]+1 {
			a.doubt(row.Table, row.Row, "trước chỉ tiêu %s không thấy chỉ tiêu %s.%d", row.No, before, n-1)
		}
		last[before] = max(last[before], n)
	}
}

// checkDirection marks cells that ask the other way than most of their row.
func (row *Row) checkDirection() {
	var up, down []*Cell
	for _, c := range row.Cells {
		switch {
		case c.Reading.Kind != threshold.Value:
		case c.Reading.Op.IsLeast():
			up = append(up, c)
		case c.Reading.Op.IsMost():
			down = append(down, c)
		}
	}
	if len(up) == 0 || len(down) == 0 {
		for _, c := range append(up, down...) {
			if matching.GoesAgainst(vi.Fold(row.Name+" "+row.Part), c.Reading) {
				c.doubtBeside(row, "dấu so sánh ngược với nội dung của chỉ tiêu")
			}
		}
		return
	}
	fewer := up
	if len(down) <= len(up) {
		fewer = down
	}
	isOdd := len(fewer)*2 < len(up)+len(down) && (len(down) > len(up)) == matching.Fewer(row.Name+" "+row.Part)
	for _, c := range up { // "từ 4%" beside "≤ 3%" may as well be the most that may be
		if c.Reading.IsFrom && !slices.Contains(fewer, c) {
			c.doubtBeside(row, "ô ghi \"từ\" mà cột khác ghi mức tối đa: không rõ là mức tối thiểu hay tối đa")
		}
	}
	for _, c := range fewer {
		c.doubtBeside(row, "dấu so sánh ngược với các cột khác của dòng")
		c.Doubts[len(c.Doubts)-1].Beside = !isOdd // the words say that the others are right
	}
}

// far is how many times the middle of its row a number may be before it is asked about.
var far = decimal.NewFromInt(4)

// checkRange marks a number far from those of the other columns of its row.
func (row *Row) checkRange() {
	var numbers []decimal.Decimal
	for _, c := range row.Cells {
		if n, is := c.number(); is && !c.Reading.Op.IsMost() {
			numbers = append(numbers, n)
		}
	}
	slices.SortFunc(numbers, exact.Compare)
	if len(numbers) < 2 {
		return
	}
	if len(numbers) == 2 { // nobody can tell which of the two is wrong
		if exact.Compare(numbers[0].Mul(far), numbers[1]) < 0 {
			for _, c := range row.Cells {
				if _, is := c.number(); is {
					c.doubtBeside(row, "hai số của dòng này lệch nhau quá nhiều")
				}
			}
		}
		return
	}
	middle := numbers[len(numbers)/2]
	for _, c := range row.Cells {
		if n, is := c.number(); is && !c.Reading.Op.IsMost() && isFar(n, middle) {
			c.doubtBeside(row, "số này lệch hẳn so với các cột khác của dòng")
			c.Doubts[len(c.Doubts)-1].Beside = !isAlone(numbers, middle)
		}
	}
}

func isFar(n, from decimal.Decimal) bool {
	return exact.Compare(n, from.Mul(far)) > 0 || exact.Compare(n.Mul(far), from) < 0
}

// isAlone tells whether but one of several numbers is far from the middle: it is the wrong one.
func isAlone(numbers []decimal.Decimal, middle decimal.Decimal) bool {
	return list.Count(numbers, func(n decimal.Decimal) bool { return isFar(n, middle) }) == 1
}

// point is a number of one year.
type point struct {
	row    *Row
	cell   *Cell
	year   int
	number decimal.Decimal
}

// checkYears marks numbers that go up in one year and down in another.
func (a *Annex) checkYears() {
	series := map[string][]point{}
	for _, row := range a.Rows {
		for _, c := range row.Cells {
			name := strings.Join(append([]string{row.No, row.Name, row.Part}, c.Column.IDs...), "|")
			if n, is := c.number(); is && max(row.Year, c.Column.Year) != 0 {
				series[name] = append(series[name], point{row, c, max(row.Year, c.Column.Year), n})
			}
			if c.Reading.Kind != threshold.ByYear {
				continue
			}
			for _, part := range c.Reading.Parts {
				series[name] = append(series[name], point{row, c, part.Year, part.Number})
			}
		}
	}
	for _, points := range series {
		checkSeries(points)
	}
}

func checkSeries(of []point) {
	slices.SortStableFunc(of, func(a, b point) int { return a.year - b.year })
	ways := map[int]int{}
	for i := 1; i < len(of); i++ {
		ways[exact.Compare(of[i].number, of[i-1].number)]++
	}
	if ways[1] == 0 || ways[-1] == 0 {
		return
	}
	wrong := -1
	if ways[-1] > ways[1] {
		wrong = 1
	}
	for i := 1; i < len(of); i++ {
		if exact.Compare(of[i].number, of[i-1].number) == wrong {
			of[i].cell.doubtBeside(of[i].row, "số của năm %d đi ngược với các năm khác", of[i].year)
		}
	}
}
