package dossier

import (
	"slices"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
	"ntm/criteria"
	"ntm/internal/assess"
)

// drawLevels draws how many criteria came out how at each level, from the rows
// that say so.
func (d *dossier) drawLevels(o *outline, first, last int) {
	c := chart{kind: excelize.Col, height: 170, title: "Số tiêu chí đạt, chưa đạt và chưa đủ căn cứ, theo mức"}
	for i := range d.a.Levels {
		column := 2 + i*(o.columns()-1)/len(d.a.Levels)
		c.series = append(c.series, series{
			name: o.span(column, first-2, column, first-2), labels: o.span(1, first, 1, last), values: o.span(column, first, column, last),
			shade: []string{dark, middle, light}[i],
		})
	}
	o.gap(6)
	o.draw(c)
}

// mostCompared is how many figures fit a chart that can still be read.
const mostCompared = 14

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

func (d *dossier) compare(o *outline, level *assess.Level, rates []ratio) {
	o.section("Số liệu so với ngưỡng, xã " + level.Level.Title())
	half := (o.columns() - 1) / 2
	head := o.head(text("Chỉ tiêu (tính theo %)", colHead), text("Kết quả", colHead).over(half), text("Ngưỡng", colHead).over(half))
	for _, r := range rates {
		l := body.centred()
		threshold := required(r.j.Threshold, l)
		threshold.formula = d.required[r.j.Threshold]
		o.add(text(r.no+". "+r.j.Figure.Entry.Name, body), d.reported(r.j, l).over(half), threshold.over(half))
	}
	first, last := head+1, len(o.rows)
	labels := o.span(1, first, 1, last)
	o.gap(6)
	o.draw(chart{
		kind: excelize.Bar, height: 60 + 26*float64(len(rates)), title: "Kết quả và ngưỡng (%)", most: 100,
		series: []series{
			{name: o.span(2, head, 2, head), labels: labels, values: o.span(2, first, 2, last), shade: dark},
			{name: o.span(2+half, head, 2+half, head), labels: labels, values: o.span(2+half, first, 2+half, last), shade: light},
		},
	})
}

// ratio is an indicator that is one percentage, known on both sides.
type ratio struct {
	no string
	j  *assess.Judgement
}

func ratesOf(l *assess.Level) []ratio {
	var out []ratio
	for i := range l.Criteria {
		for k := range l.Criteria[i].Indicators {
			ind := &l.Criteria[i].Indicators[k]
			if f, t := ind.Figure, ind.Threshold; f != nil && f.Value != nil && t.Value() != nil && t.Unit() == criteria.Percent && isLive(&ind.Judgement) {
				out = append(out, ratio{ind.No, &ind.Judgement})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b ratio) int { return a.distance().Cmp(b.distance()) })
	return out[:min(len(out), mostCompared)]
}

// distance is how far the figure is from its threshold on either side.
func (r ratio) distance() decimal.Decimal {
	return r.j.Figure.Value.Sub(r.j.Threshold.Value().Decimal).Abs()
}
