package dossier

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/outlook"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"

	"github.com/shopspring/decimal"
)

// The columns of the sheet Khoảng cách that the gaps are reckoned from.
const (
	colHas     = 3
	colWanted  = 4
	colMissing = 5
	colAmounts = 6 // the same in what a rate counts
)

// step is the row of a figure that misses its threshold. What is missing follows
// the figure, down to nothing when it is reached.
func (o *owed) step(no, name string, s *outlook.Step) {
	row := len(o.Rows) + 1
	l := look.Body.Centred()
	j := &assess.Judgement{Outcome: assess.NotMet, Figure: s.Figure, Threshold: s.Threshold,
		Borderline: hiddenByRounding(s)}
	o.Add(draw.Text(no, l), look.Text(name), o.d.reported(j, l), o.d.wanted(s.Threshold), o.missing(j, s, row),
		o.amounts(s, row), look.Text(vi.Capital(s.Figure.Entry.ConfirmedBy)))
}

// wanted is the cell of a threshold, the same as in the table of criteria.
func (d *dossier) wanted(t assess.Threshold) draw.Cell {
	c := required(t, look.Body.Centred())
	c.Formula = d.required[t]
	return c
}

// hiddenByRounding tells whether two decimals would show the figure as good
// enough.
func hiddenByRounding(s *outlook.Step) bool {
	_, declared := s.Figure.Answer()
	return !declared && s.Threshold.Value() != nil &&
		s.Figure.Value().Round(2).Equal(s.Threshold.Value().Decimal)
}

// missing is how far a figure is from its threshold.
func (o *owed) missing(j *assess.Judgement, s *outlook.Step, row int) draw.Cell {
	l := look.Body.Centred()
	has, wanted := draw.Ref(colHas, row), draw.Ref(colWanted, row)
	if s.Gap == nil {
		return draw.Computed(fmt.Sprintf(`IF(%s=%s,"Không còn thiếu","Xã báo chưa đạt")`, has,
			outcomeWord(assess.Met)), "Xã báo chưa đạt", l)
	}
	if !isLive(j) {
		return draw.Text(vi.Capital(look.Unit(s.Gap.Text())), l)
	}
	unit := s.Gap.Unit
	switch unit {
	case criteria.Percent:
		unit = "điểm %"
	case criteria.Grade, "mức độ":
		unit = "bậc"
	}
	difference := shortBy(s.Threshold.Op, has, wanted)
	if s.Gap.Unit == criteria.Grade {
		difference = shortBy(s.Threshold.Op, gradeIn(has), s.Threshold.Value().String())
	}
	places := look.PlacesOf(criteria.Written(s.Gap.Amount.Decimal))
	rounded := fmt.Sprintf("ROUND(%s,%d)", difference, quotientPlaces)
	if _, isRate := s.Figure.Rate(); isRate { // making it good must be enough
		places = 2
		rounded = fmt.Sprintf("ROUNDUP(ROUND(%s,%d),%d)", difference, roundingNoise, places)
	}
	formula := fmt.Sprintf(`IF(%s="%s","%s",MAX(0,%s))`, has, look.NotYet, look.NotYet, rounded)
	return look.Number(s.Gap.Amount.Decimal, l.Shown(look.Measured(sign(s), places, unit))).Following(formula)
}

// roundingNoise is the decimal below which a quotient of counts differs from a
// sum of decimals only by the arithmetic of the machine.
const roundingNoise = 8

// sign tells a reader which way the figure misses.
func sign(s *outlook.Step) string {
	if _, declared := s.Figure.Answer(); !declared && s.Figure.Value().GreaterThan(s.Threshold.Value().Decimal) {
		return "vượt"
	}
	return "thiếu"
}

// shortBy is what is between a figure and its threshold.
func shortBy(op criteria.Op, has, wanted string) string {
	switch op {
	case criteria.AtMost, criteria.LessThan:
		return has + "-" + wanted
	case criteria.Exactly:
		return fmt.Sprintf("ABS(%s-%s)", has, wanted)
	}
	return wanted + "-" + has
}

// amounts is the gap of a rate in what it counts: so many households.
func (o *owed) amounts(s *outlook.Step, row int) draw.Cell {
	l := look.Body.Centred()
	if s.Gap == nil || s.Gap.Count == nil {
		return draw.Blank(l)
	}
	u := o.d.figures[s.Figure.ID]
	places := look.PlacesOf(s.Gap.Count.Decimal)
	c := look.Number(s.Gap.Count.Decimal, l.Shown(look.Measured("", places, criteria.Unit(s.Gap.CountUnit))))
	if !held(s.Figure) {
		return c
	}
	part, whole := u.at(figureNumerator), u.at(figureDenominator)
	difference := shortBy(s.Threshold.Op, "100*"+part, fmt.Sprintf("%s*%s", draw.Ref(colWanted, row), whole))
	rounded, more := "ROUNDUP", ""
	if s.Threshold.Op.IsStrict() { // one more than what only reaches it
		rounded, more = "ROUNDDOWN", "+"+decimal.New(1, -places).String()
	}
	return c.Following(fmt.Sprintf(`IF(COUNT(%s,%s)=2,MAX(0,%s(ROUND((%s)/100,%d),%d)%s),"%s")`, part, whole, rounded,
		difference, roundingNoise, places, more, look.NotYet))
}
