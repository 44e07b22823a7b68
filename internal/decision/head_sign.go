package decision

import (
	"ntm/internal/pattern"
	"ntm/internal/threshold"
)

// signBehind is one at the end of a heading: "Mức đạt ≥ %".
var signBehind = pattern.New(`\s([≥≤][^\d()]{0,30})$`)

// signOfHeading is the comparison that a heading gives, in brackets or behind its words.
func signOfHeading(heading string) (op threshold.Op, unit string) {
	for _, m := range inBrackets.FindAllStringSubmatch(heading, -1) {
		if op, unit, ok := threshold.Sign(m[1]); ok {
			return op, unit
		}
	}
	if m := signBehind.FindStringSubmatch(heading); m != nil {
		if op, unit, ok := threshold.Sign(m[1]); ok {
			return op, unit
		}
	}
	return "", ""
}

// takeSign gives a number without a comparison that of its heading, or of its unit's column.
func (c *Cell) takeSign(row *Row) {
	op := c.Column.op
	if row.op != "" {
		op = row.op
	}
	switch {
	case op == "" || c.Reading.Kind != threshold.Value:
	case c.Reading.Op != threshold.Bare:
	case row.op != "" && c.Column.op != "" && row.op != c.Column.op:
		c.doubtBeside(row, "cột và dòng ghi hai dấu so sánh khác nhau")
	default:
		c.Reading.Op = op
	}
}
