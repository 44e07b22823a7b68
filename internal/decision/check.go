package decision

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"ntm/internal/exact"
	"ntm/internal/threshold"
)

// check holds the rows of an annex against each other.
func (a *Annex) check() {
	a.checkTwice()
	a.checkGaps()
	for _, row := range a.Rows {
		row.checkDirection()
		row.checkRange()
	}
	a.checkYears()
}

// checkTwice marks an indicator that stands twice.
func (a *Annex) checkTwice() {
	seen := map[string]*Row{}
	for _, row := range a.Rows {
		if row.No == "" {
			continue
		}
		name := fmt.Sprintf("%s %s %d", row.No, row.Part, row.Year)
		if other := seen[name]; other != nil {
			row.doubt(0, "chỉ tiêu %s đã có ở bảng %d, dòng %d", row.No, other.Table, other.Row)
			other.doubt(0, "chỉ tiêu %s còn có ở bảng %d, dòng %d", row.No, row.Table, row.Row)
			continue
		}
		seen[name] = row
	}
}

// checkGaps says which numbers are left out: a row may have been lost on the way.
func (a *Annex) checkGaps() {
	last, lastNo := 0, ""
	for _, row := range a.Rows {
		before, after, has := strings.Cut(row.No, ".")
		n, err := strconv.Atoi(after)
		if !has || err != nil {
			last, lastNo = 0, before
			continue
		}
		if before != lastNo {
			last, lastNo = 0, before
		}
		if n > last+1 {
			a.Doubts = append(a.Doubts, Doubt{row.Table, row.Row, 0, fmt.Sprintf("trước chỉ tiêu %s không thấy chỉ tiêu %s.%d", row.No, before, n-1)})
		}
		last = max(last, n)
	}
}

// checkDirection marks cells that ask the other way than most of their row.
func (row *Row) checkDirection() {
	var up, down []*Cell
	for _, c := range row.Cells {
		if c.Reading.Kind != threshold.Value {
			continue
		}
		switch c.Reading.Op {
		case threshold.AtLeast, threshold.Above:
			up = append(up, c)
		case threshold.AtMost, threshold.Below:
			down = append(down, c)
		}
	}
	if len(up) == 0 || len(down) == 0 {
		return
	}
	fewer := up
	if len(down) <= len(up) {
		fewer = down
	}
	for _, c := range fewer {
		c.doubt(row, "dấu so sánh ngược với các cột khác của dòng")
	}
}

// far is how many times the middle of its row a number may be before it is asked about.
var far = decimal.NewFromInt(4)

// checkRange marks a number far from those of the other columns of its row.
func (row *Row) checkRange() {
	var numbers []decimal.Decimal
	for _, c := range row.Cells {
		if n, is := c.number(); is && c.Reading.Op != threshold.AtMost && c.Reading.Op != threshold.Below {
			numbers = append(numbers, n)
		}
	}
	if len(numbers) < 3 {
		return
	}
	slices.SortFunc(numbers, exact.Compare)
	middle := numbers[len(numbers)/2]
	for _, c := range row.Cells {
		n, is := c.number()
		if !is || c.Reading.Op == threshold.AtMost || c.Reading.Op == threshold.Below {
			continue
		}
		if exact.Compare(n, middle.Mul(far)) > 0 || exact.Compare(n.Mul(far), middle) < 0 {
			c.doubt(row, "số này lệch hẳn so với các cột khác của dòng")
		}
	}
}

// checkYears marks numbers that go up in one year and down in another.
func (a *Annex) checkYears() {
	type series struct {
		no, part string
		column   int
	}
	type point struct {
		row  *Row
		cell *Cell
	}
	points := map[series][]point{}
	var order []series
	for _, row := range a.Rows {
		for _, c := range row.Cells {
			if _, is := c.number(); !is || row.Year == 0 || row.No == "" {
				continue
			}
			s := series{row.No, row.Part, c.Column.At}
			if points[s] == nil {
				order = append(order, s)
			}
			points[s] = append(points[s], point{row, c})
		}
	}
	for _, s := range order {
		of := points[s]
		slices.SortStableFunc(of, func(a, b point) int { return a.row.Year - b.row.Year })
		up, down := 0, 0
		for i := 1; i < len(of); i++ {
			switch exact.Compare(of[i].cell.Reading.Number, of[i-1].cell.Reading.Number) {
			case 1:
				up++
			case -1:
				down++
			}
		}
		if up == 0 || down == 0 {
			continue
		}
		for i := 1; i < len(of); i++ {
			way := exact.Compare(of[i].cell.Reading.Number, of[i-1].cell.Reading.Number)
			if way < 0 && down <= up || way > 0 && up < down {
				of[i].cell.doubt(of[i].row, "số của năm này đi ngược với các năm khác")
			}
		}
	}
}
