package decision

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
	"ntm/internal/pattern"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// checkParts marks a part that is more than the whole it is of: "≥ 95% (trong đó ≥ 98%…)".
func (c *Cell) checkParts(row *Row) {
	whole := c.Reading
	if whole.Kind != threshold.Value || whole.Op == threshold.AtMost || whole.Op == threshold.Below {
		return
	}
	for _, part := range whole.Parts {
		if part.Kind == threshold.Value && part.Unit == whole.Unit && part.Number.GreaterThan(whole.Number) {
			c.doubt(row, fmt.Sprintf("phần \"trong đó\" (%s) lớn hơn toàn thể (%s)", vi.Number(part.Number),
				vi.Number(whole.Number)))
		}
	}
}

// askedInName finds a threshold among the words of an indicator: "đạt từ 80% trở lên", "có
// ít nhất 02 mô hình".
var askedInName = pattern.New(`(?i)(?:(?:đạt )?từ\s+(\d[\d.,]*\s*\S+(?:\s\S+)?)\s+trở (?:lên|xuống)|` +
	`(?:ít nhất|tối thiểu|tối đa|không quá|không dưới|[≥≤])\s*(\d[\d.,]*\s*[^\s,;.()]+(?:\s[^\s,;.()]+)?))`)

// checkName marks a number that is another than the one that the indicator's own words
// ask for. A province keeps the country's words, and may ask for more than they do.
func (c *Cell) checkName(row *Row, provincial bool) {
	if c.Reading.Kind != threshold.Value || row.isShifted {
		return
	}
	name := row.Name + " " + row.Part
	found, agrees := "", false
	for _, m := range askedInName.FindAllStringSubmatch(name, -1) {
		asked := readAsked(m[1] + m[2])
		if asked.Kind != threshold.Value || asked.Unit == "" || asked.Unit != c.Reading.Unit {
			continue
		}
		found, agrees = m[0], agrees || asked.Number.Equal(c.Reading.Number) ||
			provincial && c.asksMore(atMost.MatchString(m[0]), asked.Number)
	}
	if found != "" && !agrees {
		c.doubtBeside(row, fmt.Sprintf("nội dung ghi %q, ô ghi %q", found, c.Words))
	}
}

// atMost are words of a number that is the most that may be.
var atMost = pattern.New(`(?i)trở xuống|tối đa|không quá|≤`)

// asksMore tells whether a cell asks for more than a number that is the least, or the most, that
// may be.
func (c *Cell) asksMore(most bool, than decimal.Decimal) bool {
	switch c.Reading.Op {
	case threshold.AtLeast, threshold.Above:
		return !most && c.Reading.Number.GreaterThan(than)
	case threshold.AtMost, threshold.Below:
		return most && c.Reading.Number.LessThan(than)
	}
	return most == c.Reading.Number.LessThan(than)
}

// readAsked reads a number with the unit that it begins with.
func readAsked(words string) threshold.Reading {
	r := threshold.Read(words)
	for r.Kind != threshold.Value {
		at := strings.LastIndexByte(words, ' ')
		if at < 0 {
			return r
		}
		words = words[:at]
		r = threshold.Read(words)
	}
	return r
}
