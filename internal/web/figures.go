package web

import (
	"fmt"
	"net/http"
	"net/url"

	"ntm/criteria"
	"ntm/criteria/division"
	"ntm/internal/assess"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/office/desk"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// figuresView is a commune's year as it is typed, for one level.
type figuresView struct {
	Working   *desk.Working
	At        string // of the year's pages
	Done      string // what the last version of the report came to, "" for none now
	Levels    []levelTab
	Only      string // the filter, "" for all
	Filters   []filter
	Groups    []groupView
	Elsewhere []string // what is wrong and of no one cell

	Level       criteria.Level // shown
	Departments []*division.Department
	Department  string // whose figures alone are shown, "" for all

	Sheets []sheetLink // with tables and questions beside the figures
	Traits *sheetView  // what the year asks about the commune itself, nil for nothing
}

// shown is what of a year a page shows.
type shown struct {
	level      criteria.Level
	only       string // the filter
	department string
}

func shownBy(q url.Values) shown {
	return shown{criteria.Level(q.Get("muc")), q.Get("loc"), q.Get("nganh")}
}

// remember lays last year's figures beside those of this one.
func (v *figuresView) remember(before map[string]string) {
	for g := range v.Groups {
		for i := range v.Groups[g].Indicators {
			figures := v.Groups[g].Indicators[i].Figures
			for f := range figures {
				figures[f].Before, figures[f].LastYear = before[figures[f].ID], v.Working.Year-1
			}
		}
	}
}

// levelTab is a level with how far the commune is on it.
type levelTab struct {
	ID            criteria.Level
	Name          string
	Verdict       page.Verdict
	Address       string
	Here          bool
	Indicators    string // met, of all
	MissingFigure string // "" where all are there
}

// groupView is a criterion, or the conditions, with what they ask.
type groupView struct {
	Anchor, Name string
	page.Verdict
	Indicators []indicatorView
	Shown      bool // some of it passes the filter
}

// indicatorView is an indicator with its threshold, its outcome and the figures it judges.
type indicatorView struct {
	Anchor, No, Name string
	Asked, Basis     string
	Outcome          outcomeView
	Figures          []figureView
	Shown            bool
}

// outcomeView is the cell of an outcome, which is given anew when a figure was typed.
type outcomeView struct {
	Anchor string
	page.Verdict
	Gap, Note string
}

func (w *Window) showFigures(out http.ResponseWriter, r *http.Request, working *desk.Working) error {
	v := w.figuresOf(working, shownBy(r.URL.Query()))
	before, err := w.Work.Before(r.Context(), working.OfYear)
	if err != nil {
		return err
	}
	v.remember(before)
	plan, err := w.Work.Plan(r.Context(), working)
	if err != nil {
		return err
	}
	v.Sheets, v.Traits = w.sheetLinks(working, plan, ""), traitsOf(working, plan)
	v.Done = map[string]string{"moi": "Đã ghi thành bản báo cáo mới.",
		"co":  "Bản báo cáo này đã có trong kho, không ghi thêm.",
		"tep": "Đã nhận các ô của tệp vào bản đang nhập."}[r.URL.Query().Get("ghi")]
	return w.showOf(out, r, working, headed{"figures", "figures", ""}, v)
}

// traitsOf are the questions about the commune's traits that the year asks.
func traitsOf(working *desk.Working, plan *layout.Plan) *sheetView {
	v := &sheetView{At: page.YearAt(working.OfYear, ""), Slug: vi.Slug(layout.PlaceSheet), Name: layout.PlaceSheet,
		Back: "so-lieu"}
	l := laying{working: working, seen: map[string]seenCell{}}
	v.Questions = list.Map(desk.Traits(plan), func(q layout.Question) askedView {
		return l.question(&layout.PlaceAnswers, q)
	})
	if v.Questions == nil {
		return nil
	}
	v.Seen = l.said()
	return v
}

// figuresOf lays out a commune's year for a level: the one asked for, else the one it is
// after, else the one that is next for it.
func (w *Window) figuresOf(working *desk.Working, s shown) *figuresView {
	v := &figuresView{Working: working, At: page.YearAt(working.OfYear, ""), Only: s.only, Department: s.department}
	v.Elsewhere = page.Told(working.Entered.Else)
	a := working.Assessment
	if a == nil || len(a.Levels) == 0 {
		return v
	}
	here := page.LevelHere(a, s.level, working.Level())
	at := page.YearAt(working.OfYear, "so-lieu") + "?muc=" + string(a.Levels[here].Level)
	for _, f := range filters {
		f.Address, f.Here = at+"&loc="+f.ID+"&nganh="+url.QueryEscape(s.department), f.ID == s.only
		v.Filters = append(v.Filters, f)
	}
	for i := range a.Levels {
		v.Levels = append(v.Levels, tabOf(working, &a.Levels[i], i == here))
	}
	v.Level, v.Departments = a.Levels[here].Level, division.Departments()
	rows := &rows{working: working, level: &a.Levels[here], shown: s, division: w.Work.Lib.Division,
		proofs: map[string]desk.Proof{}, laid: map[string]string{}}
	for _, p := range working.Proofs() {
		rows.proofs[vi.FoldTone(p.Code)] = p
	}
	v.Groups = rows.groups()
	return v
}

func tabOf(working *desk.Working, l *assess.Level, here bool) levelTab {
	v := page.VerdictOf(l.Verdict, l.Draft)
	v.Counts = fmt.Sprintf("%d/%d", l.CriteriaMet, l.CriteriaTotal)
	tab := levelTab{ID: l.Level, Name: vi.Capital(l.Level.Title()), Here: here, Verdict: v,
		Address:    page.YearAt(working.OfYear, "so-lieu") + "?muc=" + string(l.Level),
		Indicators: fmt.Sprintf("%d/%d", l.IndicatorsMet, l.IndicatorsTotal)}
	var indicators, conditions int
	for x := range l.Judged() {
		switch {
		case x.Outcome != assess.NoFigure:
		case x.Condition:
			conditions++
		default:
			indicators++
		}
	}
	tab.MissingFigure = vi.Join(", ", counted(indicators, "chỉ tiêu"), counted(conditions, "điều kiện"))
	return tab
}

// counted is how many there are of something, "" for none.
func counted(n int, what string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n, " ", what)
}
