package decision

import (
	"ntm/internal/threshold"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// checkParts marks a part that is more than the whole it is of: "≥ 95% (trong đó ≥ 98%…)".
func (c *Cell) checkParts(row *Row) {
	whole := c.Reading
	if whole.Kind != threshold.Value || whole.Op.IsMost() {
		return
	}
	for _, part := range whole.Parts {
		if part.Kind == threshold.Value && part.Unit == whole.Unit && part.Number.GreaterThan(whole.Number) {
			c.doubt(row, "phần \"trong đó\" (%s) lớn hơn toàn thể (%s)", vi.Number(part.Number),
				vi.Number(whole.Number))
		}
	}
}

// checkName marks a number that is another than the one that the indicator's own words
// ask for. A province keeps the country's words, and may ask for more than they do.
func (c *Cell) checkName(row *Row, provincial bool) {
	if c.Reading.Kind != threshold.Value || row.isShifted {
		return
	}
	found, agrees := "", false
	for _, asked := range threshold.InWords(row.Name + " " + row.Part) {
		if asked.Unit != c.Reading.Unit {
			continue
		}
		found, agrees = asked.Words, agrees || asked.Number.Equal(c.Reading.Number) ||
			provincial && c.asksMore(asked.Op == threshold.AtMost, asked.Number)
	}
	if found != "" && !agrees {
		c.doubtBeside(row, "nội dung ghi %q, ô ghi %q", found, c.Words)
	}
}

// asksMore tells whether a cell asks for more than a number that is the least, or the most, that
// may be.
func (c *Cell) asksMore(most bool, than decimal.Decimal) bool {
	switch {
	case c.Reading.Op.IsLeast():
		return !most && c.Reading.Number.GreaterThan(than)
	case c.Reading.Op.IsMost():
		return most && c.Reading.Number.LessThan(than)
	}
	return most == c.Reading.Number.LessThan(than)
}
