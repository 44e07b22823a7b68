package web

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/office"
	"ntm/internal/office/asking"
	"ntm/internal/office/desk"
	"ntm/internal/vi"
	"ntm/internal/web/chart"
	"ntm/internal/web/page"
)

// explanationView is an indicator, or a condition, with all that it was decided by.
type explanationView struct {
	At, Back  string // of the year's pages, and to the level's results
	Name      string
	Level     string
	Criterion string
	Commune   string
	Year      int
	Note      string
	Notes     []string
	Tree      treeView
	Figures   []explainedView
}

// treeView is a judgement as it is read.
type treeView struct {
	Title   string // of a part, "" for the whole
	Outcome page.Verdict
	OnlyIf  string
	Facts   []factView
	Parts   []treeView
}

// factView is one of the things that a judgement stands on.
type factView struct {
	Within     int
	Name, Text string
	Outcome    *page.Verdict // by another column, where that is what it says
	Unsure     bool          // nobody has checked the threshold
}

// explainedView is a figure that the indicator judges by: where it is typed and supposed, and what
// it was over the years.
type explainedView struct {
	Cell, Suppose page.Link
	Years         []chart.Year
	Apart         []int // from which on it is taken under other terms
	Chart         *chartView
}

func (w *Window) showExplanation(out http.ResponseWriter, r *http.Request, working *desk.Working) error {
	history, err := w.Work.History(r.Context(), working.OfYear)
	if err != nil {
		return err
	}
	v, err := w.explanationOf(working, history, criteria.Level(r.PathValue("level")), r.PathValue("no"))
	if err != nil {
		return err
	}
	title := fmt.Sprintf("%s – %s, năm %d", v.Name, v.Commune, v.Year)
	return w.Show(out, "explanation", page.View{Title: title, Here: "results",
		Year: v.At, Level: r.PathValue("level"), Data: v})
}

// explanationOf explains an indicator of a level, or a condition.
func (w *Window) explanationOf(working *desk.Working, history *office.History, level criteria.Level,
	no string) (*explanationView, error) {
	a := working.Assessment
	if a == nil {
		return nil, nothingJudged
	}
	all, err := asking.Explain(a, "", string(level)+"/"+no)
	if err != nil || len(all) != 1 || all[0].ID != string(level)+"/"+no {
		return nil, page.Missing(fmt.Sprintf("xã %s không có chỉ tiêu %q năm %d", level.Title(), no, working.Year),
			"chọn chỉ tiêu ở trang Kết quả")
	}
	e := all[0]
	v := &explanationView{At: page.YearAt(working.OfYear, ""), Name: e.Name, Level: level.Title(),
		Criterion: e.Criterion,
		Back:      page.YearAt(working.OfYear, "ket-qua") + "?muc=" + string(level),
		Commune:   vi.Capital(working.Place.Title), Year: e.Year, Note: e.Note}
	if _, _, _, numbered := a.Indicator(level, no); numbered {
		v.Name = no + ". " + e.Name
	}
	if e.NationOnly != "" {
		v.Notes = append(v.Notes, "Chú ý: "+e.NationOnly+".")
	}
	v.Tree = treeOf("", asking.Tree(a, e.Judgement))
	seen := map[string]bool{}
	e.Judgement.Leaves(func(leaf *assess.Judgement) {
		if id := leaf.Threshold.Figure.ID; !seen[id] {
			seen[id] = true
			v.Figures = append(v.Figures, w.explained(working, history, level, leaf))
		}
	})
	return v, nil
}

// before says what the figures were the year before; "" where nobody knows any of them.
func (v *explanationView) before(year int) string {
	var out []string
	for _, f := range v.Figures {
		for _, y := range f.Years {
			switch {
			case y.Year != year-1:
			case len(v.Figures) == 1:
				out = append(out, y.Text)
			default:
				out = append(out, f.Suppose.Name+": "+y.Text)
			}
		}
	}
	if out == nil {
		return ""
	}
	return fmt.Sprintf("năm %d: %s", year-1, strings.Join(out, "; "))
}

// nothingJudged is told where the cells make no report yet.
var nothingJudged = page.Missing("chưa có gì để đánh giá", "nhập số liệu ở trang Số liệu")

func treeOf(title string, n asking.Node) treeView {
	t := treeView{Title: title, Outcome: page.OutcomeOf(n.Outcome), OnlyIf: n.OnlyIf}
	for _, f := range n.Facts {
		fact := factView{Within: f.Within, Name: vi.Capital(f.Name), Text: f.Text,
			Unsure: f.Status != "" && !f.Status.Sure()}
		if f.Outcome != "" {
			fact.Outcome = new(page.OutcomeOf(f.Outcome))
		}
		if fact.Text != "" {
			t.Facts = append(t.Facts, fact)
		}
	}
	for i, part := range n.Parts {
		t.Parts = append(t.Parts, treeOf(fmt.Sprintf("Phần %d", i+1), part))
	}
	return t
}

// explained is a figure with its years: those that the store has, those that the report tells, and
// this one as it stands.
func (w *Window) explained(working *desk.Working, history *office.History, level criteria.Level,
	leaf *assess.Judgement) explainedView {
	entry := leaf.Threshold.Figure
	v := explainedView{Cell: cellAt(working, w.Library, level, entry.ID),
		Suppose: page.Link{Name: entry.Name, Address: supposeAt(working, level, entry.ID)}}
	v.Years, v.Apart = yearsOf(working, history, entry.ID, leaf.Figure)
	if b := chart.YearBars(entry, v.Years); len(b.Rows) > 0 {
		v.Chart = &chartView{chartAt(working, "qua-nam", entry.ID), b.Title, b.Says}
	}
	return v
}

// yearsOf are the years of a figure in their order, and those from which on it is taken under other
// terms.
func yearsOf(working *desk.Working, history *office.History, id string, now *assess.Figure) ([]chart.Year, []int) {
	var out []chart.Year
	add := func(f *assess.Figure, year int) {
		if f != nil && !slices.ContainsFunc(out, func(y chart.Year) bool { return y.Year == year }) {
			out = append(out, chart.Year{Year: year, Text: f.String(), Figure: f})
		}
	}
	add(now, working.Year)
	var apart []int
	for _, f := range history.Figures {
		if f.ID != id {
			continue
		}
		apart = f.Apart
		for i, year := range history.Years {
			if year.Year != working.Year {
				add(f.Of[i], year.Year)
			}
		}
	}
	if now != nil {
		for _, f := range now.Years() {
			add(f, f.Year)
		}
	}
	slices.SortFunc(out, func(a, b chart.Year) int { return cmp.Compare(a.Year, b.Year) })
	return out, apart
}

// supposeAt is the address where a figure is supposed to be another.
func supposeAt(working *desk.Working, level criteria.Level, figure string) string {
	return page.YearAt(working.OfYear, "thay-so") + "?so=" + url.QueryEscape(figure) +
		"&muc=" + url.QueryEscape(string(level))
}
