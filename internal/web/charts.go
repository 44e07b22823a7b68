package web

import (
	"fmt"
	"net/http"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/office/desk"
	"ntm/internal/outlook"
	"ntm/internal/problem"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// chartView is a chart on a page: its address, its name and all of it in words.
type chartView struct{ At, Name, Says string }

// chartAt is the address of a chart of a year, of a level or a figure.
func chartAt(working *desk.Working, chart, of string) string {
	return yearAt(working.OfYear, "") + at("/hinh/", chart, "/", of)
}

// chartsOf are the charts of a level; one without anything to show is left out.
func chartsOf(working *desk.Working, l *assess.Level, short *outlook.LevelShortfall) []chartView {
	var out []chartView
	for _, c := range []struct {
		name string
		of   *bars
	}{{"tieu-chi", criteriaBars(l)}, {"con-thieu", gapBars(short)}} {
		if len(c.of.Rows) > 0 {
			out = append(out, chartView{chartAt(working, c.name, string(l.Level)), c.of.Title, c.of.Says})
		}
	}
	return out
}

// noChart is told of what cannot be drawn.
var noChart = status{http.StatusNotFound, problem.Problem{Message: "không có hình này", Hint: "về trang Kết quả"}}

// showChart answers with a chart as a file, for a dark page where that is asked for.
func (w *Window) showChart(out http.ResponseWriter, r *http.Request) error {
	of, err := yearOf(r)
	if err != nil {
		return err
	}
	working, err := w.work.Read(r.Context(), of)
	if err != nil {
		return err
	}
	b, err := w.barsOf(r, working)
	if err != nil {
		return err
	}
	if b == nil || len(b.Rows) == 0 {
		return noChart
	}
	file, err := b.svg(r.URL.Query().Get("nen") == "toi")
	if err != nil {
		return err
	}
	out.Header().Set("Content-Type", "image/svg+xml")
	_, err = out.Write(file)
	return err
}

// barsOf is the chart that is asked for, nil for none.
func (w *Window) barsOf(r *http.Request, working *desk.Working) (*bars, error) {
	a, chart, of := working.Assessment, r.PathValue("chart"), r.PathValue("of")
	if a == nil {
		return nil, nil
	}
	if chart == "qua-nam" {
		entry := w.Library.Figures[of]
		if entry == nil {
			return nil, nil
		}
		history, err := w.work.History(r.Context(), working.OfYear)
		if err != nil {
			return nil, err
		}
		years, _ := yearsOf(working, history, of, judgedBy(a, of))
		return yearBars(entry, years), nil
	}
	for i := range a.Levels {
		switch l := &a.Levels[i]; {
		case string(l.Level) != of:
		case chart == "tieu-chi":
			return criteriaBars(l), nil
		case chart == "con-thieu":
			return gapBars(&outlook.ShortfallOf(a).Levels[i]), nil
		}
	}
	return nil, nil
}

// judgedBy is a figure as the assessment judges by it, nil where it does not.
func judgedBy(a *assess.Assessment, id string) (f *assess.Figure) {
	for i := range a.Levels {
		for x := range a.Levels[i].Judged() {
			x.Leaves(func(leaf *assess.Judgement) {
				if leaf.Figure != nil && leaf.Figure.ID == id {
					f = leaf.Figure
				}
			})
		}
	}
	return f
}

// criteriaBars are the criteria of a level with how many of their indicators came out how.
func criteriaBars(l *assess.Level) *bars {
	b := &bars{Title: "Chỉ tiêu đạt, chưa đạt và chưa rõ, theo tiêu chí"}
	for i := range l.Criteria {
		c := &l.Criteria[i]
		var n countView
		for k := range c.Indicators {
			n.add(c.Indicators[k].Outcome)
		}
		row := bar{Name: c.No + ". " + c.Name, Says: "chưa có chỉ tiêu"}
		if all := len(c.Indicators); all > 0 {
			row.Says = n.words()
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

// words say the counts: "3 đạt, 1 chưa đạt, 2 chưa rõ".
func (c *countView) words() string {
	var out []string
	for _, of := range []struct {
		n    int
		word string
	}{{c.Met, "đạt"}, {c.Failed, "chưa đạt"}, {c.Unknown, "chưa rõ"}, {c.Apart, "không áp dụng"},
		{c.Left, "chưa có trong bộ tiêu chí"}} {
		if of.n > 0 {
			out = append(out, fmt.Sprintf("%d %s", of.n, of.word))
		}
	}
	return vi.Join(", ", out...)
}

// gapBars are what fails of a level with how far it is from its threshold, nearest first, in shares
// of the threshold. What is declared not met has no distance and no bar.
func gapBars(short *outlook.LevelShortfall) *bars {
	b := &bars{Title: "Chưa đạt: còn cách bao nhiêu so với ngưỡng"}
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

// yearBars is a figure over the years, to the scale of the largest.
func yearBars(entry *criteria.Figure, years []yearView) *bars {
	b := &bars{Title: entry.Name + " qua các năm"}
	if len(years) < 2 || !drawable(years) {
		return b
	}
	var most decimal.Decimal
	for _, y := range years {
		most = decimal.Max(most, y.figure.Value())
	}
	for _, y := range years {
		row := bar{Name: fmt.Sprint(y.Year), Says: y.Text}
		if most.IsPositive() {
			row.Parts = []part{{y.figure.Value().Div(most).InexactFloat64(), "plain"}}
		}
		b.Rows = append(b.Rows, row)
	}
	b.Says = vi.List("; ", years, func(y yearView) string { return fmt.Sprintf("năm %d: %s", y.Year, y.Text) })
	return b
}

// drawable tells whether all years are numbers.
func drawable(years []yearView) bool {
	for _, y := range years {
		if _, answer := y.figure.Answer(); answer || y.figure.Unit == criteria.Grade || y.figure.Value().IsNegative() {
			return false
		}
	}
	return true
}
