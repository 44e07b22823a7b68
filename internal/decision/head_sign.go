package decision

import (
	"ntm/internal/pattern"
	"ntm/internal/threshold"
)

// signAndUnit is a comparison with the unit of the numbers that it is for, and nothing else:
// "≥ %", "(≤ triệu đồng/người)".
var signAndUnit = pattern.New(`^\s*\(?\s*([≥≤<>]=?|=)\s*([^\d()]*?)\s*\)?\s*$`)

// signBehind is one at the end of a heading: "Mức đạt ≥ %".
var signBehind = pattern.New(`\s([≥≤][^\d()]{0,30})$`)

// headSign is the comparison, and the unit where it has one, that words above or beside numbers
// give to all of them; false where they give none.
func headSign(words string) (op threshold.Op, unit string, ok bool) {
	m := signAndUnit.FindStringSubmatch(words)
	if m == nil {
		return "", "", false
	}
	if op, ok = threshold.Comparison(m[1]); !ok {
		return "", "", false
	}
	if m[2] != "" {
		unit, ok = threshold.Unit(m[2])
	}
	return op, unit, ok
}

// signOfHeading is the comparison that a heading gives, in brackets or behind its words.
func signOfHeading(heading string) (op threshold.Op, unit string) {
	for _, m := range inBrackets.FindAllStringSubmatch(heading, -1) {
		if op, unit, ok := headSign(m[1]); ok {
			return op, unit
		}
	}
	if m := signBehind.FindStringSubmatch(heading); m != nil {
		if op, unit, ok := headSign(m[1]); ok {
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
