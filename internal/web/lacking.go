package web

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/office/desk"
	"ntm/internal/outlook"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// levelView is a level in the order of the work ahead, then all that it judges.
type levelView struct {
	ID           criteria.Level
	Name         string
	Nothing      bool // is lacking but, perhaps, evidence
	Unmet        []unmetView
	Prerequisite *conditionView
	Doubted      []string
	Missing      []officeView // figures to be reported, by who confirms them
	Unset        []string     // thresholds to be entered, by who is to say them
	Open         []string
	Owed         []string // evidence
	Conditions   []conditionView
	Criteria     []criterionView
	Charts       []chartView
	Cited        string
	ToMissing    string // the address of the figures that are missing
}

// unmetView is what fails, with what is short in real units.
type unmetView struct {
	No, Name, Text, Address string
	Before                  string // what was the year before
}

// officeView is who confirms figures that are missing.
type officeView struct {
	Name    string
	Figures []owedView
}

// owedView is a figure that is missing, and what waits for it.
type owedView struct {
	page.Link
	Unit, For string
}

// conditionView is a gate besides the criteria.
type conditionView struct {
	Name, Detail, Address string
	Outcome               page.Verdict
}

// explain explains all that is judged, by what was in the years before too.
func (v *levelView) explain(by func(no string) (*explanationView, error)) error {
	before := map[string]string{}
	for c := range v.Criteria {
		for i := range v.Criteria[c].Indicators {
			judged := &v.Criteria[c].Indicators[i]
			e, err := by(judged.no)
			if err != nil {
				return err
			}
			judged.Explained, judged.Before = e, e.before(e.Year)
			before[judged.Address] = judged.Before
		}
	}
	for i := range v.Unmet {
		v.Unmet[i].Before = before[v.Unmet[i].Address]
	}
	return nil
}

// criterionView is a criterion with its indicators.
type criterionView struct {
	Name       string
	Counts     string
	Open       bool // something of it fails
	Outcome    page.Verdict
	Indicators []judgedView
}

// judgedView is an indicator in one line, which opens to its tree; on paper it stands open.
type judgedView struct {
	Title, Result, Asked, Gap, Note, Address string
	Before                                   string // what was the year before
	Outcome                                  page.Verdict
	Explained                                *explanationView

	no string
}

func levelOf(working *desk.Working, lib *criteria.Library, l *assess.Level,
	short *outlook.LevelShortfall) *levelView {
	v := &levelView{ID: l.Level, Name: "Xã " + l.Level.Title(), Nothing: short.Nothing(), Open: short.Open,
		Cited: l.Rules.Cited(), ToMissing: page.YearAt(working.OfYear, "so-lieu") + "?muc=" + string(l.Level) +
			"&loc=thieu"}
	for i := range short.NotMet {
		u := &short.NotMet[i]
		v.Unmet = append(v.Unmet, unmetView{No: outlook.Label(u.No), Name: u.Name, Text: vi.Capital(u.Text()),
			Address: explanationAt(working, l.Level, u.No)})
	}
	if p := l.Prerequisite; p != nil {
		v.Prerequisite = &conditionView{Name: p.Text, Detail: p.Basis, Outcome: page.OutcomeOf(p.Outcome())}
	}
	v.Doubted = list.Map(short.Doubted, func(f assess.Finding) string { return vi.Capital(f.Message) })
	for i := range short.NoFigure {
		v.owe(working, lib, &short.NoFigure[i])
	}
	v.unset(short)
	v.proof(short)
	for i := range l.Conditions {
		c := &l.Conditions[i]
		if c.Outcome == assess.NotApplicable && c.Threshold.IfGiven {
			continue // the report does not tell what it is judged by
		}
		v.Conditions = append(v.Conditions, conditionView{c.Name, vi.Capital(c.Detail),
			explanationAt(working, l.Level, c.ID), page.OutcomeOf(c.Outcome)})
	}
	for i := range l.Criteria {
		v.Criteria = append(v.Criteria, criterionOf(working, l, &l.Criteria[i]))
	}
	v.Charts = chartsOf(working, l, short)
	return v
}

// owe puts a figure to the others that the same office confirms.
func (v *levelView) owe(working *desk.Working, lib *criteria.Library, f *outlook.FigureOwed) {
	owed := owedView{cellAt(working, lib, v.ID, f.Figure.ID), string(f.Figure.Unit), outlook.Labels(f.For)}
	owed.Name = f.Asked()
	by := f.Figure.ConfirmedBy
	for i := range v.Missing {
		if v.Missing[i].Name == by {
			v.Missing[i].Figures = append(v.Missing[i].Figures, owed)
			return
		}
	}
	v.Missing = append(v.Missing, officeView{by, []owedView{owed}})
}

// unset says which thresholds nobody has entered, by who is to say them.
func (v *levelView) unset(short *outlook.LevelShortfall) {
	by := map[criteria.Layer][]string{}
	var order []criteria.Layer
	for _, t := range short.NoThreshold {
		order = list.Once(order, t.SetBy)
		by[t.SetBy] = append(by[t.SetBy], outlook.Label(t.No))
	}
	v.Unset = list.Map(order, func(l criteria.Layer) string { return l.Title() + ": " + strings.Join(by[l], ", ") })
}

// proof says what is met and not proven, by how far the proof has come.
func (v *levelView) proof(short *outlook.LevelShortfall) {
	for _, how := range []struct {
		evidence assess.Evidence
		words    string
	}{{assess.NoEvidence, "chưa kê tài liệu nào"}, {assess.Listed, "đã kê tài liệu, chưa có tệp"}} {
		var nos []string
		n := 0
		for _, e := range short.Evidence {
			if e.Evidence == how.evidence {
				n++
				nos = list.Once(nos, e.For...)
			}
		}
		if n > 0 {
			v.Owed = append(v.Owed, fmt.Sprintf("%s (%d số liệu): %s", vi.Capital(how.words), n, outlook.Labels(nos)))
		}
	}
}

func criterionOf(working *desk.Working, l *assess.Level, c *assess.Criterion) criterionView {
	out := criterionView{Name: c.No + ". " + c.Name, Outcome: page.OutcomeOf(c.Outcome),
		Open: c.Outcome == assess.NotMet}
	var n page.Counts
	for i := range c.Indicators {
		ind := &c.Indicators[i]
		n.Add(ind.Outcome)
		v := judgedView{no: ind.No, Title: ind.No + ". " + ind.Name, Result: ind.Result(), Note: vi.Capital(ind.Note),
			Asked:   vi.Lower(ind.Asked()) + outlook.Unchecked(ind.UncheckedBy()),
			Address: explanationAt(working, l.Level, ind.No), Outcome: page.OutcomeOf(ind.Outcome)}
		if ind.Outcome == assess.NotMet {
			v.Gap = ind.Gaps()
		}
		out.Indicators = append(out.Indicators, v)
	}
	out.Counts = n.Words()
	return out
}
