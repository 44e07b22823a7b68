package papers

import (
	"fmt"

	"ntm/internal/look"
	"ntm/internal/xlsx/draw"

	"github.com/shopspring/decimal"
)

// shareFormat shows a share in per cent.
var shareFormat = look.Measured("", 2, "%")

// count is a cell of a count.
func count(n int) draw.Cell { return look.Int(n, look.Body.Centred().Shown(look.Grouped(0))) }

// average is a cell of an average of counts.
func average(v decimal.Decimal) draw.Cell {
	return look.Number(v, look.Body.Centred().Shown(look.Grouped(2)))
}

// total sums a column from a row on to the last.
func total(s *draw.Sheet, column, first int) draw.Cell {
	now := 0.0
	for _, r := range s.Rows[first-1:] {
		n, _ := r.Cells[column-1].Value.(float64)
		now += n
	}
	return draw.Computed("SUM("+draw.Cells(column, first, column, s.Last())+")", now,
		look.Label.Centred().Shown(look.Grouped(0)))
}

// share is a part of a whole in per cent, both given in a formula, with what it comes
// to now; nothing of nothing.
func share(part, whole string, now any) draw.Cell {
	return draw.Computed(fmt.Sprintf(`IF(%s>0,ROUND(100*%s/%s,2),"")`, whole, part, whole), now,
		look.Body.Centred().Shown(shareFormat))
}

// shareOf is a row's part of the sum of its column.
func shareOf(column, row, first, last, part, whole int) draw.Cell {
	sum := fmt.Sprintf("SUM(%s:%s)", draw.Absolute(column, first), draw.Absolute(column, last))
	return share(draw.Ref(column, row), sum, percent(part, whole))
}

// percent is a share to two decimals as a cell carries it; nothing of nobody.
func percent(part, whole int) any {
	if whole == 0 {
		return ""
	}
	return decimalOf(part*100).DivRound(decimalOf(whole), 2).InexactFloat64()
}

func decimalOf(n int) decimal.Decimal { return decimal.NewFromInt(int64(n)) }

// reaches tells in a formula whether a share reaches a rule in per cent. It
// multiplies, for a quotient is rounded.
func reaches(part, whole, rule string) string {
	return fmt.Sprintf("ROUND(100*%s,6)>=ROUND(%s*%s,6)", part, rule, whole)
}
