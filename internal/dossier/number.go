package dossier

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/xlsx/draw"

	"github.com/shopspring/decimal"
)

// isNumber tells whether a unit is shown as a number. A grade is kept as one
// but read as a word.
func isNumber(unit criteria.Unit) bool { return unit != criteria.Grade && unit != criteria.Declared }

// reported is the cell of a figure, which follows the sheet Số liệu.
func (d *dossier) reported(j *assess.Judgement, l draw.Look) draw.Cell {
	f := j.Figure
	u := d.figures[j.Threshold.Figure.ID]
	var c draw.Cell
	switch {
	case f == nil && isNumber(u.entry.Unit):
		c = draw.Text(look.NotYet, l.Shown(look.Measured("", valuePlacesOf(u), u.entry.Unit)))
	case f == nil:
		c = draw.Text(look.NotYet, l)
	case !isNumber(f.Unit) || !held(f):
		c = draw.Text(look.Unit(f.String()), l)
	default:
		c = look.Number(counted(f), l.Shown(shownAs(written(j), figurePlaces(j), f.Unit)))
	}
	if u.row > 0 && held(f) {
		c.Formula = fmt.Sprintf(`IF(%[1]s="","%[2]s",%[1]s)`, u.at(figureValue), look.NotYet)
	}
	return c
}

// shownAs is the format of a figure that others may change: with the decimals that it
// has, any other one with as many as its kind may have.
func shownAs(v decimal.Decimal, places int32, unit criteria.Unit) string {
	return look.OrFiner(v, look.Measured("", look.PlacesOf(v), unit), look.Measured("", most(places, unit), unit))
}

// shownBare is the same without the unit.
func shownBare(v decimal.Decimal, places int32, unit criteria.Unit) string {
	return look.OrFiner(v, look.Grouped(look.PlacesOf(v)), look.Grouped(most(places, unit)))
}

// most is how many decimals a figure may have that has so many now.
func most(places int32, unit criteria.Unit) int32 {
	if unit == criteria.Percent {
		return max(places, 2)
	}
	return places
}

// written is a figure with the decimals that a reader is shown.
func written(j *assess.Judgement) decimal.Decimal {
	if _, isRate := j.Figure.Rate(); isRate {
		return criteria.Trimmed(counted(j.Figure).Round(figurePlaces(j)))
	}
	return criteria.Written(counted(j.Figure))
}

// figurePlaces is how many decimals of a figure to show: as many as it was
// reported with. A quotient has none of its own and shows two, as officials
// write rates, unless that would hide on which side of the threshold it lies.
func figurePlaces(j *assess.Judgement) int32 {
	places := look.PlacesOf(j.Figure.Value())
	if _, isRate := j.Figure.Rate(); !isRate || j.Borderline {
		return places
	}
	return min(places, 2)
}

// required is the cell of a threshold: a number with its sign and unit where it
// is one, else the words of the decision.
func required(t assess.Threshold, l draw.Look) draw.Cell {
	if t.Value() == nil || !isNumber(t.Unit()) {
		return draw.Text(look.Unit(t.Text()), l)
	}
	v := criteria.Written(t.Value().Decimal)
	places := look.PlacesOf(v)
	format := look.Measured(t.Sign(), places, t.Unit())
	if v.IsZero() && t.Requirement.Text != "" { // "Không" stands for "≤ 0"
		format = look.OrWord(format, places, t.Requirement.Text)
	}
	return look.Number(v, l.Shown(format))
}
