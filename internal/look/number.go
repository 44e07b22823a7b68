package look

import (
	"math"
	"strings"

	"ntm/criteria"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"

	"github.com/shopspring/decimal"
)

// DigitsHeld is how many digits a cell holds so that every program compares them
// alike. A number with more is written as text rather than cut.
const DigitsHeld = 14

// Number is a cell holding d. Its look carries the format.
func Number(d decimal.Decimal, l draw.Look) draw.Cell {
	value := d.InexactFloat64()
	if d.NumDigits() > DigitsHeld || math.IsInf(value, 0) {
		l.Format = ""
		return draw.Text(vi.Number(d), l)
	}
	return draw.Cell{Value: value, Look: l}
}

// Int is a cell holding a whole number.
func Int(n int, l draw.Look) draw.Cell { return Number(decimal.NewFromInt(int64(n)), l) }

// vietnamese has LibreOffice set dots between thousands and a comma before
// decimals whatever its own language is. Excel goes by the system's.
const vietnamese = "[$-42A]"

// Grouped is the format of a bare number with so many decimals.
func Grouped(places int32) string { return vietnamese + digits(places) }

func digits(places int32) string {
	if places <= 0 {
		return "#,##0"
	}
	return "#,##0." + strings.Repeat("0", int(places))
}

// PlacesOf is how many decimals d was written with.
func PlacesOf(d decimal.Decimal) int32 { return max(0, -d.Exponent()) }

// Measured is the format of a number with its unit, after a sign if there is
// one: `[$-42A]"≥ "#,##0 "%"`.
func Measured(sign string, places int32, unit criteria.Unit) string {
	if short, long := shortUnits[unit]; long {
		unit = short
	}
	before, after := "", ""
	if sign != "" {
		before = sign + " "
	}
	if unit == "mức độ" {
		before += "mức độ "
	} else {
		after = " " + Quoted(Unit(string(unit)))
	}
	return vietnamese + Quoted(before) + digits(places) + after
}

// OrFiner is a format that shows v in one way, and where v is whole every other number,
// which may have decimals, in a finer one. LibreOffice keeps no condition with decimals.
func OrFiner(v decimal.Decimal, format, finer string) string {
	if format == finer || !v.IsInteger() {
		return format
	}
	return "[=" + v.String() + "]" + format + ";" + finer
}

// OrWord is a format that says a word for zero.
func OrWord(format string, places int32, word string) string {
	return format + ";" + vietnamese + "-" + digits(places) + ";" + Quoted(word)
}

// Quoted is text that a number format shows as it is.
func Quoted(s string) string {
	if s == "" {
		return ""
	}
	return `"` + strings.ReplaceAll(draw.Clean(s), `"`, "'") + `"`
}

// shortUnits stand for units too long for a column of figures. What they leave
// out stands in the name of every indicator that has them.
var shortUnits = map[criteria.Unit]criteria.Unit{
	"triệu đồng/người/năm": "triệu",
	"lít/người/ngày đêm":   "lít",
}

// Foldable is a unit that may stand in more lines than one, where it is long.
func Foldable(unit criteria.Unit) string {
	words := Unit(string(unit))
	if strings.Count(words, "/") > 1 {
		return strings.ReplaceAll(words, "/", " / ")
	}
	return words
}

// Unit writes m2 as m².
func Unit(unit string) string { return strings.ReplaceAll(unit, "m2", "m²") }
