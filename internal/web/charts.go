package web

import (
	"net/http"

	"ntm/internal/assess"
	"ntm/internal/office/desk"
	"ntm/internal/outlook"
	"ntm/internal/web/chart"
	"ntm/internal/web/page"
)

// chartView is a chart on a page: its address, its name and all of it in words.
type chartView struct{ At, Name, Says string }

// chartAt is the address of a chart of a year, of a level or a figure.
func chartAt(working *desk.Working, chart, of string) string {
	return page.YearAt(working.OfYear, "") + page.At("/hinh/", chart, "/", of)
}

// chartsOf are the charts of a level; one without anything to show is left out.
func chartsOf(working *desk.Working, l *assess.Level, short *outlook.LevelShortfall) []chartView {
	var out []chartView
	for _, c := range []struct {
		name string
		of   *chart.Bars
	}{{"tieu-chi", chart.CriteriaBars(l)}, {"con-thieu", chart.GapBars(short)}} {
		if len(c.of.Rows) > 0 {
			out = append(out, chartView{chartAt(working, c.name, string(l.Level)), c.of.Title, c.of.Says})
		}
	}
	return out
}

// noChart is told of what cannot be drawn.
var noChart = page.Missing("không có hình này", "về trang Kết quả")

// showChart answers with a chart as a file, for a dark page where that is asked for.
func (w *Window) showChart(out http.ResponseWriter, r *http.Request, working *desk.Working) error {
	b, err := w.barsOf(r, working)
	if err != nil {
		return err
	}
	if b == nil || len(b.Rows) == 0 {
		return noChart
	}
	file, err := b.SVG(r.URL.Query().Get("nen") == "toi")
	if err != nil {
		return err
	}
	out.Header().Set("Content-Type", "image/svg+xml")
	_, err = out.Write(file)
	return err
}

// barsOf is the chart that is asked for, nil for none.
func (w *Window) barsOf(r *http.Request, working *desk.Working) (*chart.Bars, error) {
	a, which, of := working.Assessment, r.PathValue("chart"), r.PathValue("of")
	if a == nil {
		return nil, nil
	}
	if which == "qua-nam" {
		entry := w.Library.Figures[of]
		if entry == nil {
			return nil, nil
		}
		history, err := w.Work.History(r.Context(), working.OfYear)
		if err != nil {
			return nil, err
		}
		years, _ := yearsOf(working, history, of, judgedBy(a, of))
		return chart.YearBars(entry, years), nil
	}
	for i := range a.Levels {
		switch l := &a.Levels[i]; {
		case string(l.Level) != of:
		case which == "tieu-chi":
			return chart.CriteriaBars(l), nil
		case which == "con-thieu":
			return chart.GapBars(&outlook.ShortfallOf(a).Levels[i]), nil
		}
	}
	return nil, nil
}

// judgedBy is a figure as the assessment judges by it, nil where it does not.
func judgedBy(a *assess.Assessment, id string) (found *assess.Figure) {
	for f := range a.Figures() {
		if f.ID == id {
			found = f
		}
	}
	return found
}
