package chart

import (
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/outlook"
	"ntm/internal/vi"
	"ntm/internal/web/page"

	"github.com/shopspring/decimal"
)

// Year is a figure of a year.
type Year struct {
	Year   int
	Text   string
	Figure *assess.Figure
}

// CriteriaBars are the criteria of a level with how many of their indicators came out how.
func CriteriaBars(l *assess.Level) *Bars {
	b := &Bars{Title: "Chỉ tiêu đạt, chưa đạt và chưa rõ, theo tiêu chí"}
	for i := range l.Criteria {
		c := &l.Criteria[i]
		var n page.Counts
		for k := range c.Indicators {
			n.Add(c.Indicators[k].Outcome)
		}
		row := bar{Name: c.No + ". " + c.Name, Says: "chưa có chỉ tiêu"}
		if all := len(c.Indicators); all > 0 {
			row.Says = n.Words()
			for _, p := range []part{{float64(n.Met), "good"}, {float64(n.Failed), "bad"},
				{float64(n.Unknown), "unsure"}, {float64(n.Apart), "off"}} {
				if p.Share /= float64(all); p.Share > 0 {
					row.Parts = append(row.Parts, p)
				}
			}
		}
		b.Rows = append(b.Rows, row)
	}
	count := func(o assess.Outcome) int {
		return list.Count(l.Criteria, func(c assess.Criterion) bool { return c.Outcome == o })
	}
	b.Says = fmt.Sprintf("%s: %d tiêu chí đạt, %d chưa đạt, %d chưa đủ căn cứ. Từng tiêu chí: %s",
		vi.Capital("xã "+l.Level.Title()), count(assess.Met), count(assess.NotMet), count(assess.Undetermined),
		vi.List("; ", b.Rows, func(r bar) string { return r.Name + ": " + r.Says }))
	return b
}

// GapBars are what fails of a level with how far it is from its threshold, nearest first, in shares
// of the threshold. What is declared not met has no distance and no bar.
func GapBars(short *outlook.LevelShortfall) *Bars {
	b := &Bars{Title: "Chưa đạt: còn cách bao nhiêu so với ngưỡng"}
	for i := range short.NotMet {
		u := &short.NotMet[i]
		if u.Distance == nil {
			continue
		}
		name := u.Name
		if !outlook.IsCondition(u.No) {
			name = u.No + ". " + u.Name
		}
		share := u.Distance.InexactFloat64()
		b.Rows = append(b.Rows, bar{Name: name, Says: "cách " + percent(u.Distance.Decimal),
			Parts: []part{{min(share, 1), "bad"}}})
	}
	b.Says = "Cả thanh là 100 % của ngưỡng. " + vi.List("; ", b.Rows, func(r bar) string {
		return r.Name + ": " + r.Says
	})
	return b
}

// percent says a share in per cent with one decimal, never rounded to nothing.
func percent(share decimal.Decimal) string {
	if p := criteria.Trimmed(share.Shift(2).Round(1)); p.IsPositive() {
		return vi.Number(p) + " %"
	}
	return "dưới 0,1 %"
}

// YearBars is a figure over the years, to the scale of the largest.
func YearBars(entry *criteria.Figure, years []Year) *Bars {
	b := &Bars{Title: entry.Name + " qua các năm"}
	if len(years) < 2 || !drawable(years) {
		return b
	}
	var most decimal.Decimal
	for _, y := range years {
		most = decimal.Max(most, y.Figure.Value())
	}
	for _, y := range years {
		row := bar{Name: fmt.Sprint(y.Year), Says: y.Text}
		if most.IsPositive() {
			row.Parts = []part{{y.Figure.Value().Div(most).InexactFloat64(), "plain"}}
		}
		b.Rows = append(b.Rows, row)
	}
	b.Says = vi.List("; ", years, func(y Year) string { return fmt.Sprintf("năm %d: %s", y.Year, y.Text) })
	return b
}

// drawable tells whether all years are numbers.
func drawable(years []Year) bool {
	return !slices.ContainsFunc(years, func(y Year) bool {
		_, answer := y.Figure.Answer()
		return answer || y.Figure.Unit == criteria.Grade || y.Figure.Value().IsNegative()
	})
}
