package dossier

import (
	"fmt"
	"math"
	"strings"

	"github.com/shopspring/decimal"
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// digitsHeld is how many digits a cell holds so that every program compares them
// alike. A number with more is written as text rather than cut.
const digitsHeld = 14

// number is a cell holding d. Its look carries the format.
func number(d decimal.Decimal, l draw.Look) draw.Cell {
	value := d.InexactFloat64()
	if d.NumDigits() > digitsHeld || math.IsInf(value, 0) {
		l.Format = ""
		return draw.Text(vi.Number(d), l)
	}
	return draw.Cell{Value: value, Look: l, Span: 1}
}

// vietnamese has LibreOffice set dots between thousands and a comma before
// decimals whatever its own language is. Excel goes by the system's.
const vietnamese = "[$-42A]"

// grouped is the format of a bare number with so many decimals.
func grouped(places int32) string { return vietnamese + digits(places) }

func digits(places int32) string {
	if places <= 0 {
		return "#,##0"
	}
	return "#,##0." + strings.Repeat("0", int(places))
}

// placesOf is how many decimals d was written with.
func placesOf(d decimal.Decimal) int32 { return max(0, -d.Exponent()) }

// measured is the format of a number with its unit, after a sign if there is
// one: `[$-42A]"≥ "#,##0 "%"`.
func measured(sign string, places int32, unit criteria.Unit) string {
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
		after = " " + quoted(unitShown(string(unit)))
	}
	return vietnamese + quoted(before) + digits(places) + after
}

// quoted is text that a number format shows as it is.
func quoted(s string) string {
	if s == "" {
		return ""
	}
	return `"` + strings.ReplaceAll(draw.Clean(s), `"`, "'") + `"`
}

// shortUnits stand for units too long for a column of figures. What they leave
// out stands in the name of every indicator that has them.
var shortUnits = map[criteria.Unit]criteria.Unit{
	"triệu đồng/người/năm": "triệu đồng",
	"lít/người/ngày đêm":   "lít",
}

// unitShown writes m2 as m².
func unitShown(unit string) string { return strings.ReplaceAll(unit, "m2", "m²") }

// isNumber tells whether a unit is shown as a number. A grade is kept as one
// but read as a word.
func isNumber(unit criteria.Unit) bool { return unit != criteria.Grade && unit != criteria.Declared }

func decimalOf(n int) decimal.Decimal { return decimal.NewFromInt(int64(n)) }

// reported is the cell of a figure, which follows the sheet Số liệu.
func (d *dossier) reported(j *assess.Judgement, l draw.Look) draw.Cell {
	f := j.Figure
	u := d.figures[j.Threshold.Figure.ID]
	var c draw.Cell
	switch {
	case f == nil && isNumber(u.entry.Unit):
		c = draw.Cell{Value: notYet, Look: l.Shown(measured("", valuePlacesOf(u), u.entry.Unit)), Span: 1}
	case f == nil:
		c = draw.Text(notYet, l)
	case f.Value == nil || !isNumber(f.Unit) || !held(f):
		c = draw.Text(unitShown(f.String()), l)
	case f.Numerator != nil:
		c = number(counted(f), l.Shown(measured("", figurePlaces(j), f.Unit)))
	default:
		c = number(f.Value.Decimal, l.Shown(measured("", figurePlaces(j), f.Unit)))
	}
	if held(f) {
		c.Formula = fmt.Sprintf(`IF(%s="","%s",%s)`, u.value(), notYet, u.value())
	}
	return c
}

// figurePlaces is how many decimals of a figure to show: as many as it was
// reported with. A quotient has none of its own and shows two, as officials
// write rates, unless that would hide on which side of the threshold it lies.
func figurePlaces(j *assess.Judgement) int32 {
	places := placesOf(j.Figure.Value.Decimal)
	if j.Figure.Numerator == nil || j.Borderline {
		return places
	}
	return min(places, 2)
}

// required is the cell of a threshold: a number with its sign and unit where it
// is one, else the words of the decision.
func required(t assess.Threshold, l draw.Look) draw.Cell {
	switch {
	case len(t.Parts) > 0:
		return draw.Text(unitShown(t.Text()), l.FlushLeft())
	case t.Value() == nil || !isNumber(t.Unit()):
		return draw.Text(unitShown(t.Text()), l)
	}
	v := t.Value().Decimal
	format := measured(t.Op.Sign(), placesOf(v), t.Unit())
	if v.IsZero() && t.Requirement.Text != "" { // "Không" stands for "≤ 0"
		format += ";" + vietnamese + "-" + digits(placesOf(v)) + ";" + quoted(t.Requirement.Text)
	}
	return number(v, l.Shown(format))
}
