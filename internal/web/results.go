package web

import (
	"net/http"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/office/desk"
	"ntm/internal/outlook"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// resultsView is how a commune's year comes out: a card for each level that is judged, then one
// level in the order of the work ahead, and what is of no level.
type resultsView struct {
	Working   *desk.Working
	At        string   // of the year's pages
	Elsewhere []string // what is wrong and of no one cell
	Unread    int      // cells
	Cards     []cardView
	Notes     []string // what a reader of the verdicts must know first
	Level     *levelView
	Findings  []findingView
	Further   []findingView // those that ask for nothing
	Titles    []string      // that the store has
	Reported  []string      // that the report tells of
	Stage     string
	Next      []string
	Digest    string
}

// cardView is a level with its verdict.
type cardView struct {
	Name, Address string
	Here, Own     bool // shown below; the one the commune is after
	Verdict       page.Verdict
	Draft         string // why it is a draft, "" for no draft
	Denied        string // by the figures: the title that the level rests on
	FailsIf       string
	Doubted       bool
	Counts        []page.Counts
	Evidence      string
}

// findingView is what the cross-checks found, with the cells that it is of.
type findingView struct {
	Word, Class, Message string
	Cells                []page.Link
}

func (w *Window) showResults(out http.ResponseWriter, r *http.Request, working *desk.Working) error {
	v := &resultsView{Working: working, At: page.YearAt(working.OfYear, ""), Unread: len(working.Entered.Wrong)}
	v.Elsewhere = page.Told(working.Entered.Else)
	if c, err := w.Store.Commune(r.Context(), working.Province, working.Commune); err != nil {
		return err
	} else if c != nil {
		v.Titles = list.Map(c.Titles, func(t docket.Title) string {
			return vi.Capital(vi.Join("; ", t.Given(), t.Over()))
		})
		if d := c.Dossier(working.Year); d != nil {
			v.Stage = d.Stage.Word()
			v.Next = list.Map(docket.After(d.Stage), func(n docket.Next) string { return n.Word })
		}
	}
	if v.Stage == "" {
		v.Stage, v.Next = "đang nhập số liệu", []string{"ghi thành bản báo cáo"}
	}
	if a := working.Assessment; a != nil && len(a.Levels) > 0 {
		v.judged(a, w.Library, criteria.Level(r.URL.Query().Get("muc")))
		history, err := w.Work.History(r.Context(), working.OfYear)
		if err == nil {
			err = v.Level.explain(func(no string) (*explanationView, error) {
				return w.explanationOf(working, history, v.Level.ID, no)
			})
		}
		if err != nil {
			return err
		}
	}
	return w.showOf(out, r, working, headed{"results", "results", "kết quả"}, v)
}

// judged lays out an assessment; of the levels the one that is asked for, else the one that the
// commune is after, else the one that is next for it.
func (v *resultsView) judged(a *assess.Assessment, lib *criteria.Library, asked criteria.Level) {
	here := page.LevelHere(a, asked, v.Working.Level())
	for i := range a.Levels {
		v.Cards = append(v.Cards, cardOf(v.Working, &a.Levels[i], i == here))
	}
	for _, lack := range office.LacksOf(a) {
		if lack.Missing() > 0 {
			v.Notes = list.Once(v.Notes, vi.Capital(lack.String()))
		}
	}
	if why := a.Criteria.NationOnly; why != "" {
		v.Notes = append(v.Notes, "Chú ý: "+why+".")
	}
	for i := range a.Levels {
		if note := a.Levels[i].ColumnNote; note != "" {
			v.Notes = list.Once(v.Notes, "Cột áp dụng: "+note)
		}
	}
	for _, f := range a.Findings {
		found := findingView{Word: f.Severity.Word(), Message: vi.Capital(f.Message),
			Class: map[assess.Severity]string{assess.Wrong: "bad", assess.Info: "off"}[f.Severity],
			Cells: list.Map(f.Figures, func(id string) page.Link {
				return cellAt(v.Working, lib, a.Levels[here].Level, id)
			})}
		if f.Severity == assess.Info {
			v.Further = append(v.Further, found)
		} else {
			v.Findings = append(v.Findings, found)
		}
	}
	short := outlook.ShortfallOf(a)
	v.Level = levelOf(v.Working, lib, &a.Levels[here], &short.Levels[here])
	v.Digest = a.Criteria.Digest
	v.Reported = list.Map(a.Report.Recognitions, func(r commune.Recognition) string { return vi.Capital(r.String()) })
}

func cardOf(working *desk.Working, l *assess.Level, here bool) cardView {
	c := cardView{Name: "Xã " + l.Level.Title(), Here: here, Own: l.Level == working.Level(),
		Address: page.YearAt(working.OfYear, "ket-qua") + "?muc=" + string(l.Level) + "#muc",
		Verdict: page.VerdictOf(l.Verdict, false), Denied: vi.Capital(l.Denied()), Doubted: l.Doubted,
		FailsIf: vi.Capital(strings.TrimPrefix(strings.TrimPrefix(l.FailsIf, l.Denied()), "; ")),
		Counts:  page.CountsOf(l)}
	if l.Draft {
		c.Draft = assess.Unsettled(*l)
	}
	if l.Evidence != assess.Filed && l.Verdict == assess.Eligible {
		c.Evidence = strings.ToLower(l.Evidence.Word())
	}
	return c
}

// cellAt leads to where a figure is typed: to its cell, or to its section's page.
func cellAt(working *desk.Working, lib *criteria.Library, level criteria.Level, figure string) page.Link {
	to := page.YearAt(working.OfYear, "so-lieu") + "?muc=" + string(level)
	if sections[figure] == "" {
		to += "#o-" + figure
	}
	return page.Link{Name: office.FigureName(lib, figure), Address: to}
}

// explanationAt is the address of an indicator's tree.
func explanationAt(working *desk.Working, level criteria.Level, no string) string {
	return page.YearAt(working.OfYear, "") + page.At("/chi-tieu/", level, "/", no)
}
