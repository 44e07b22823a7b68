package dossier

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/look"
	"ntm/internal/xlsx/draw"

	"github.com/shopspring/decimal"
)

// drawLevels draws how many criteria came out how at each level, from the rows
// that say so.
func (d *dossier) drawLevels(o *outline, first, last int) {
	c := draw.Chart{Bars: draw.Upright, Height: 104, Bare: true, Spare: true,
		Title: "Số tiêu chí đạt, chưa đạt và chưa đủ căn cứ, theo mức"}
	for i := range d.a.Levels {
		column := 2 + i*d.broad(o)
		c.Series = append(c.Series, draw.Series{
			Name: o.Of(column, first-2, column, first-2), Labels: o.Of(1, first, 1, last),
			Values: o.Of(column, first, column, last),
			Shade:  []string{draw.Dark, draw.Middle, draw.Light}[i],
		})
	}
	if len(d.a.Levels) == 1 { // the table is as short
		o.Absent = append(o.Absent, c)
		return
	}
	o.Gap(6)
	o.Draw(c)
}

// mostCompared is how many figures are set beside their thresholds.
const mostCompared = 10

// compared shows the rates of the highest level that judges by any beside their
// thresholds, those nearest to them first: the others decide nothing.
func (d *dossier) compared(o *outline) {
	for i := range slices.Backward(d.a.Levels) {
		if rates := ratesOf(&d.a.Levels[i]); len(rates) > 0 {
			d.compare(o, &d.a.Levels[i], rates)
			return
		}
	}
}

func (d *dossier) compare(o *outline, level *assess.Level, rates []assess.Judged) {
	o.section("Số liệu so với ngưỡng, xã " + level.Level.Title())
	names := o.Columns() - 2 //nolint:mnd // result and threshold
	head := o.AddHead(draw.Text("Chỉ tiêu (tính theo %)", look.Head).Over(names), draw.Text("Kết quả", look.Head),
		draw.Text("Ngưỡng", look.Head))
	for _, r := range rates {
		o.Add(look.Text(r.No+". "+r.Figure.Entry.Name).Over(names), d.reported(r.Judgement, look.Body.Centred()),
			d.wanted(r.Threshold))
	}
	o.Bind(head) // its head is not repeated
}

// ratesOf are the indicators that are one percentage, known on both sides.
func ratesOf(l *assess.Level) []assess.Judged {
	var out []assess.Judged
	for x := range l.Judged() {
		f, t := x.Figure, x.Threshold
		if !x.Condition && f != nil && f.Bound() == "" && t.Value() != nil && t.Unit() == criteria.Percent &&
			isLive(x.Judgement) {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b assess.Judged) int { return distance(a).Cmp(distance(b)) })
	return out[:min(len(out), mostCompared)]
}

// distance is how far the figure is from its threshold on either side.
func distance(x assess.Judged) decimal.Decimal {
	return x.Figure.Value().Sub(x.Threshold.Value().Decimal).Abs()
}
