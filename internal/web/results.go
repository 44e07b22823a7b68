package web

import (
	"net/http"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/office/desk"
	"ntm/internal/outlook"
	"ntm/internal/vi"
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
	Verdict       verdict
	Draft         string // why it is a draft, "" for no draft
	FailsIf       string
	Doubted       bool
	Counts        []countView
	Evidence      string
}

// countView counts criteria or indicators by how they came out.
type countView struct {
	Of                                string
	Met, Failed, Unknown, Apart, Left int // Apart do not apply, Left are not known here
	Total                             int
}

// findingView is what the cross-checks found, with the cells that it is of.
type findingView struct {
	Word, Class, Message string
	Cells                []linkView
}

// linkView leads to where something is typed or explained.
type linkView struct{ Name, Address string }

func (w *Window) showResults(out http.ResponseWriter, r *http.Request) error {
	of, err := yearOf(r)
	if err != nil {
		return err
	}
	working, err := w.work.Read(r.Context(), of)
	if err != nil {
		return err
	}
	v := &resultsView{Working: working, At: yearAt(of, ""), Unread: len(working.Entered.Wrong)}
	for _, p := range working.Entered.Else {
		v.Elsewhere = append(v.Elsewhere, vi.Join("; ", p.Message, p.Hint))
	}
	if c, err := w.Store.Commune(r.Context(), of.Province, of.Commune); err != nil {
		return err
	} else if c != nil {
		for i := range c.Titles {
			v.Titles = append(v.Titles, vi.Capital(vi.Join("; ", c.Titles[i].Given(), c.Titles[i].Over())))
		}
		if d := c.Dossier(of.Year); d != nil {
			v.stands(d)
		}
	}
	if v.Stage == "" {
		v.Stage, v.Next = "đang nhập số liệu", []string{"ghi thành bản báo cáo"}
	}
	if a := working.Assessment; a != nil && len(a.Levels) > 0 {
		v.judged(a, w.Library, criteria.Level(r.URL.Query().Get("muc")))
		history, err := w.work.History(r.Context(), of)
		if err == nil {
			err = v.Level.explain(func(no string) (*explanationView, error) {
				return w.explanationOf(working, history, v.Level.ID, no)
			})
		}
		if err != nil {
			return err
		}
	}
	w.show(out, r, http.StatusOK, "results", view{Title: vi.Capital(working.Place.Title), Here: "results",
		Year: v.At, Data: v})
	return nil
}

// stands says where the dossier stands, and what leads on from there.
func (v *resultsView) stands(d *docket.Dossier) {
	v.Stage = d.Stage.Word()
	for _, n := range docket.After(d.Stage) {
		v.Next = append(v.Next, n.Word)
	}
}

// judged lays out an assessment; of the levels the one that is asked for, else the one that the
// commune is after, else the highest.
func (v *resultsView) judged(a *assess.Assessment, lib *criteria.Library, asked criteria.Level) {
	here := levelHere(a, asked, v.Working.Level())
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
			Class: map[assess.Severity]string{assess.Wrong: "bad", assess.Info: "off"}[f.Severity]}
		for _, id := range f.Figures {
			found.Cells = append(found.Cells, cellAt(v.Working, lib, a.Levels[here].Level, id))
		}
		if f.Severity == assess.Info {
			v.Further = append(v.Further, found)
		} else {
			v.Findings = append(v.Findings, found)
		}
	}
	short := outlook.ShortfallOf(a)
	v.Level = levelOf(v.Working, lib, &a.Levels[here], &short.Levels[here])
	v.Digest = a.Criteria.Digest
	for i := range a.Report.Recognitions {
		v.Reported = append(v.Reported, vi.Capital(a.Report.Recognitions[i].String()))
	}
}

// levelHere is the level to be shown.
func levelHere(a *assess.Assessment, asked, own criteria.Level) int {
	here := len(a.Levels) - 1
	for i := range a.Levels {
		if id := a.Levels[i].Level; id == asked || asked == "" && id == own {
			here = i
		}
	}
	return here
}

func cardOf(working *desk.Working, l *assess.Level, here bool) cardView {
	word, class := verdictWord(l.Verdict, false)
	c := cardView{Name: "Xã " + l.Level.Title(), Here: here, Own: l.Level == working.Level(),
		Address: yearAt(working.OfYear, "ket-qua") + "?muc=" + string(l.Level) + "#muc",
		Verdict: verdict{Word: word, Class: class}, FailsIf: vi.Capital(l.FailsIf), Doubted: l.Doubted,
		Counts: countsOf(l)}
	if l.Draft {
		c.Draft = assess.Unsettled(*l)
	}
	if l.Evidence != assess.Filed && l.Verdict == assess.Eligible {
		c.Evidence = strings.ToLower(l.Evidence.Word())
	}
	return c
}

// countsOf counts the criteria of a level, and its indicators.
func countsOf(l *assess.Level) []countView {
	inCriteria := countView{Of: "tiêu chí", Total: l.CriteriaTotal}
	for i := range l.Criteria {
		inCriteria.add(l.Criteria[i].Outcome)
	}
	inIndicators := countView{Of: "chỉ tiêu", Total: l.IndicatorsTotal, Left: l.IndicatorsMissing}
	for x := range l.Judged() {
		if !x.Condition {
			inIndicators.add(x.Outcome)
		}
	}
	return []countView{inCriteria, inIndicators}
}

func (c *countView) add(o assess.Outcome) {
	switch o {
	case assess.Met:
		c.Met++
	case assess.NotMet:
		c.Failed++
	case assess.NotApplicable:
		c.Apart++
	default:
		c.Unknown++
	}
}

// cellAt leads to where a figure is typed: to its cell, or to its section's page.
func cellAt(working *desk.Working, lib *criteria.Library, level criteria.Level, figure string) linkView {
	to := yearAt(working.OfYear, "so-lieu") + "?muc=" + string(level)
	if sections[figure] == "" {
		to += "#o-" + figure
	}
	return linkView{office.FigureName(lib, figure), to}
}

// explanationAt is the address of an indicator's tree.
func explanationAt(working *desk.Working, level criteria.Level, no string) string {
	return yearAt(working.OfYear, "") + at("/chi-tieu/", level, "/", no)
}

// verdictTag is a verdict in words with the class of how it looks.
func verdictTag(v assess.Verdict, draft bool) verdict {
	word, class := verdictWord(v, draft)
	return verdict{Word: word, Class: class}
}

// outcomeTag is the same of an outcome.
func outcomeTag(o assess.Outcome) verdict { return verdict{Word: o.Word(), Class: classOf(o)} }
