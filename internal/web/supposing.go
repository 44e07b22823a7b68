package web

import (
	"net/http"
	"slices"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/office/asking"
	"ntm/internal/office/desk"
	"ntm/internal/outlook"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// supposingView is what would come out if figures were others. Nothing of it is kept.
type supposingView struct {
	Working *desk.Working
	At      string
	Rows    []supposedRow
	Words   string // as they may be typed on a command line
	Groups  []figureGroup
	Wrong   problem.List
	Said    []string // what was read otherwise than it was typed
	Shown   *outcomeOfSupposing
}

// supposedRow is a figure with the value that is supposed, as typed.
type supposedRow struct{ Figure, Text string }

// figureGroup are the figures of a criterion, with what they are now.
type figureGroup struct {
	Name    string
	Figures []figureChoice
}

type figureChoice struct{ ID, Name string }

// outcomeOfSupposing is what comes out otherwise, by level.
type outcomeOfSupposing struct {
	Supposed []outlook.Supposed
	Levels   []levelChange
	Findings []findingView
}

// levelChange is what flips of a level.
type levelChange struct {
	Name          string
	Before, After page.Verdict
	Flips         bool
	FailsIf       string
	Counts, Proof string
	Doubted       bool
	Changes       []changeView
	ProofOnly     string
	Unmoved       string
}

// changeView is one thing that comes out otherwise.
type changeView struct {
	Name, Way, Class string // Way says whether that is better or worse
	Before, After    page.Verdict
	Rests, Note      string
	Address          string
}

// mostSupposed is how many figures the form has rows for beyond those that are given.
const mostSupposed = 3

func (w *Window) showSupposing(out http.ResponseWriter, r *http.Request, working *desk.Working) error {
	a := working.Assessment
	if a == nil {
		return nothingJudged
	}
	v := &supposingView{Working: working, At: page.YearAt(working.OfYear, ""), Groups: figureGroups(a)}
	shown := viewOf(r, working.OfYear, working.Place.Title, headed{here: "supposing", about: "thử thay số"}, v)
	if given := v.read(r); len(given) > 0 {
		if err := w.suppose(v, a, given); err != nil {
			v.Wrong, shown.Code = problem.OnPage(err), http.StatusUnprocessableEntity
		}
	}
	return w.Show(out, "supposing", shown)
}

// read takes the form: the figures that are chosen with their values, and lines in the words of the
// command. A figure that is only chosen yet, as by a link, is no supposition.
func (v *supposingView) read(r *http.Request) []string {
	q := r.URL.Query()
	figures, values := q["so"], q["gia"]
	var given []string
	for i, id := range figures {
		if id == "" {
			continue
		}
		row := supposedRow{Figure: id}
		if i < len(values) {
			row.Text = vi.NFC(strings.TrimSpace(values[i]))
			given = append(given, id+"="+row.Text)
		}
		v.Rows = append(v.Rows, row)
	}
	for range mostSupposed {
		v.Rows = append(v.Rows, supposedRow{})
	}
	v.Words = q.Get("viet")
	for line := range strings.FieldsFuncSeq(v.Words, func(c rune) bool { return c == '\n' || c == ';' }) {
		if line = strings.TrimSpace(line); line != "" {
			given = append(given, line)
		}
	}
	return given
}

func (w *Window) suppose(v *supposingView, a *assess.Assessment, given []string) error {
	supposed, said, err := asking.Supposing{Lib: w.Library, Before: a}.Read(given)
	if err != nil {
		return err
	}
	v.Said = said
	changed, err := asking.WhatIf("", a, supposed, office.EveryLevel, w.Version)
	if err != nil {
		return err
	}
	v.Shown = changesIn(v.Working, changed)
	return nil
}

func changesIn(working *desk.Working, w *outlook.WhatIf) *outcomeOfSupposing {
	out := &outcomeOfSupposing{Supposed: w.Supposed}
	for i := range w.Before {
		out.Levels = append(out.Levels, levelChanged(working, &w.Before[i], &w.After[i], w.Changes))
	}
	for _, c := range w.Changes {
		if c.Kind != outlook.OfFinding {
			continue
		}
		state, way := c.After, "Thêm"
		if state == nil {
			state, way = c.Before, "Không còn"
		}
		out.Findings = append(out.Findings, findingView{Word: way + ": " + assess.Severity(state.Outcome).Word(),
			Message: vi.Capital(state.Note)})
	}
	return out
}

func levelChanged(working *desk.Working, before, after *outlook.Standing, all []outlook.Change) levelChange {
	changes := list.Where(all, func(c outlook.Change) bool { return c.Level == before.Level })
	out := levelChange{Name: "Xã " + before.Level.Title(), Before: page.VerdictOf(before.Verdict, before.Draft),
		After: page.VerdictOf(after.Verdict, after.Draft), Flips: before.Verdict != after.Verdict,
		FailsIf: vi.Capital(after.FailsIf),
		Doubted: after.Doubted && !before.Doubted, Unmoved: outlook.Unmoved(before, changes)}
	out.Counts, out.Proof = outlook.CountsMoved(before, after)
	var proof []string
	for i := range changes {
		switch c := &changes[i]; {
		case c.Kind == outlook.OfLevel:
		case c.ProofOnly():
			proof = append(proof, outlook.Label(c.No()))
		default:
			out.Changes = append(out.Changes, changeOf(working, c))
		}
	}
	out.ProofOnly = strings.Join(proof, ", ")
	return out
}

func changeOf(working *desk.Working, c *outlook.Change) changeView {
	v := changeView{Name: c.Name, Before: page.OutcomeOf(assess.Outcome(c.Before.Outcome)),
		After: page.OutcomeOf(assess.Outcome(c.After.Outcome))}
	switch by := better[assess.Outcome(c.After.Outcome)] - better[assess.Outcome(c.Before.Outcome)]; {
	case by > 0:
		v.Way, v.Class = "tốt lên", "good"
	case by < 0:
		v.Way, v.Class = "xấu đi", "bad"
	case c.Same():
		v.Way, v.Class = "kết quả như cũ", "off"
	default:
		v.Way = "đổi"
	}
	if c.After.Note != c.Before.Note {
		v.Note = vi.Capital(c.After.Note)
	}
	switch c.Kind {
	case outlook.OfCriterion:
		v.Name = "Tiêu chí " + c.No() + ". " + c.Name
	case outlook.OfPrerequisite:
		v.Name = "Phải đạt trước: " + c.Name
	case outlook.OfIndicator:
		v.Name = "Chỉ tiêu " + c.No() + ". " + c.Name
	}
	if c.After.Judgement != nil {
		v.Rests, v.Address = vi.Capital(c.Rests()), explanationAt(working, c.Level, c.No())
	}
	return v
}

// better orders outcomes: failed, neither, met.
var better = map[assess.Outcome]int{assess.NotMet: -1, assess.Met: 1}

// figureGroups are the figures that are judged by, each once, by the criterion that asks first, from
// the lowest level up.
func figureGroups(a *assess.Assessment) []figureGroup {
	var out []figureGroup
	seen := map[string]bool{}
	add := func(name string, j *assess.Judgement) {
		j.Leaves(func(leaf *assess.Judgement) {
			entry := leaf.Threshold.Figure
			if entry == nil || seen[entry.ID] {
				return
			}
			seen[entry.ID] = true
			at := slices.IndexFunc(out, func(g figureGroup) bool { return g.Name == name })
			if at < 0 {
				at = len(out)
				out = append(out, figureGroup{Name: name})
			}
			out[at].Figures = append(out[at].Figures, figureChoice{entry.ID, entry.Name + " (" +
				outlook.Reported(leaf.Figure) + ")"})
		})
	}
	for i := range a.Levels {
		l := &a.Levels[i]
		for _, c := range l.Criteria {
			for n := range c.Indicators {
				add(c.No+". "+c.Name, &c.Indicators[n].Judgement)
			}
		}
		for k := range l.Conditions {
			add("Điều kiện công nhận", &l.Conditions[k].Judgement)
		}
	}
	return out
}
