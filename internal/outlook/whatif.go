package outlook

import (
	"bytes"
	"encoding/json"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/places"
)

// WhatIfSchema names the JSON document of a WhatIf.
const WhatIfSchema = "ntm.whatif.v1"

// Supposition puts a figure in the place of the reported one. A supposed figure
// has no evidence and is of the report's own year: whatever proves the reported
// value proves nothing of this one.
type Supposition struct {
	Entry  *criteria.Figure
	Figure *commune.Figure // nil supposes it unreported
}

// Suppose copies the report with figures supposed. One that stands in a section
// of its own takes the section along: of a supposed sum of arrears no list of
// works is known. The report itself stays as it is.
func Suppose(r *commune.Report, suppositions []Supposition) *commune.Report {
	out := *r
	out.Figures = slices.Clone(r.Figures)
	for _, s := range suppositions {
		switch s.Entry.ID {
		case commune.ArrearsFigure:
			out.Arrears = nil
		case commune.SatisfactionFigure:
			keepCoverage(&out)
			out.Satisfaction = nil
		case commune.CoverageFigure:
			dropHouseholds(&out)
		case commune.SecurityFigure:
			out.Security = nil
		case commune.SmartFigure:
			out.SmartVillage = nil
		case commune.FieldsFigure:
			out.OutstandingFields = nil
		}
		at := slices.IndexFunc(out.Figures, func(f commune.Figure) bool { return f.ID == s.Entry.ID })
		switch {
		case at >= 0 && s.Figure != nil:
			out.Figures[at] = *s.Figure
		case at >= 0:
			out.Figures = slices.Delete(out.Figures, at, at+1)
		case s.Figure != nil:
			out.Figures = append(out.Figures, *s.Figure)
		}
	}
	return &out
}

// keepCoverage keeps how many households the poll reached, as a figure of its own: another
// share of them that is satisfied changes nothing of that.
func keepCoverage(r *commune.Report) {
	if r.Satisfaction == nil {
		return
	}
	if coverage := r.Satisfaction.Coverage(); coverage != nil {
		r.Figures = append(r.Figures, commune.Figure{ID: commune.CoverageFigure, Measure: coverage,
			Evidence: r.Satisfaction.Evidence})
	}
}

// dropHouseholds forgets how many households the villages have.
func dropHouseholds(r *commune.Report) {
	if r.Satisfaction == nil {
		return
	}
	poll := *r.Satisfaction
	poll.Villages = slices.Clone(poll.Villages)
	for i := range poll.Villages {
		poll.Villages[i].Households = nil
	}
	if poll.Whole != nil {
		whole := *poll.Whole
		whole.Households, whole.Asked, poll.Whole = nil, nil, &whole
	}
	r.Satisfaction = &poll
}

// WhatIf is what suppositions would change. Changes is empty exactly when the
// two assessments are equal.
type WhatIf struct {
	Schema  string      `json:"schema"`
	Commune places.Unit `json:"commune"`
	Year    int         `json:"year"`
	// NationOnly says why the office's own packs were not judged by: see Packs.
	NationOnly string          `json:"nation_only,omitempty"`
	Lacks      []criteria.Lack `json:"-"` // what the levels' standards lack
	Supposed   []Supposed      `json:"supposed"`
	Before     []Standing      `json:"before"` // by level
	After      []Standing      `json:"after"`
	Changes    []Change        `json:"changes"`
}

// Supposed is one figure as reported and as supposed, nil for not reported.
type Supposed struct {
	ID     string         `json:"id"`
	Name   string         `json:"name"`
	Before *assess.Figure `json:"before"`
	After  *assess.Figure `json:"after"`
}

// Standing is a level without its tree.
type Standing struct {
	Level    criteria.Level  `json:"level"`
	Verdict  assess.Verdict  `json:"verdict"`
	FailsIf  string          `json:"fails_if,omitempty"`
	Draft    bool            `json:"draft"`
	Doubted  bool            `json:"doubted"`
	Evidence assess.Evidence `json:"evidence"`
	assess.Counts
}

// Kind says what a Change is of.
type Kind string

// The closed set of kinds.
const (
	OfLevel        Kind = "level"
	OfPrerequisite Kind = "prerequisite"
	OfCondition    Kind = "condition"
	OfCriterion    Kind = "criterion"
	OfIndicator    Kind = "indicator"
	OfFinding      Kind = "finding"
)

// Change is one thing that comes out otherwise. A criterion and its only
// indicator may share a path; their kinds tell them apart.
type Change struct {
	Kind   Kind           `json:"kind"`
	Level  criteria.Level `json:"level"` // "" of a finding
	Path   string         `json:"path"`  // "nang-cao", "nang-cao/10", "nang-cao/arrears"; a finding's code
	Name   string         `json:"name"`
	Before *State         `json:"before"` // nil: there was none
	After  *State         `json:"after"`
}

// State is how something comes out. Outcome is an outcome, a level's verdict or
// a finding's severity.
type State struct {
	Outcome   string            `json:"outcome"`
	Standing  *Standing         `json:"standing,omitempty"`  // of a level
	Judgement *assess.Judgement `json:"judgement,omitempty"` // of an indicator or a condition
	Note      string            `json:"note,omitempty"`      // of an indicator; a prerequisite's basis; what was found
}

// Compare sets an assessment beside that of the report with the suppositions
// made, judged by the same requirements.
func Compare(before, after *assess.Assessment, suppositions []Supposition) *WhatIf {
	out := &WhatIf{Schema: WhatIfSchema, Commune: before.Commune, Year: before.Year,
		NationOnly: before.Criteria.NationOnly, Changes: []Change{}}
	for _, s := range suppositions {
		out.Supposed = append(out.Supposed, Supposed{s.Entry.ID, s.Entry.Name, before.Reported(s.Entry),
			after.Reported(s.Entry)})
	}
	for i := range before.Levels {
		b, a := &before.Levels[i], &after.Levels[i]
		out.Lacks = append(out.Lacks, b.Lack)
		out.Before, out.After = append(out.Before, standing(b)), append(out.After, standing(a))
		out.level(b, a)
	}
	out.findings(before.Findings, after.Findings)
	return out
}

func standing(l *assess.Level) Standing {
	return Standing{l.Level, l.Verdict, l.FailsIf, l.Draft, l.Doubted, l.Evidence, l.Counts}
}

// level notes what changed of a level, from the verdict down.
func (w *WhatIf) level(b, a *assess.Level) {
	note := func(kind Kind, path, name string, before, after State) {
		if !same(before, after) {
			w.Changes = append(w.Changes, Change{kind, b.Level, path, name, &before, &after})
		}
	}
	root := string(b.Level)
	was, now := standing(b), standing(a)
	note(OfLevel, root, b.Level.Title(), State{Outcome: string(was.Verdict), Standing: &was},
		State{Outcome: string(now.Verdict), Standing: &now})
	if p, q := b.Prerequisite, a.Prerequisite; p != nil {
		note(OfPrerequisite, root+"/prerequisite", p.Text, State{Outcome: string(p.Outcome()), Note: p.Basis},
			State{Outcome: string(q.Outcome()), Note: q.Basis})
	}
	for i, c := range b.Criteria {
		note(OfCriterion, root+"/"+c.No, c.Name, State{Outcome: string(c.Outcome)},
			State{Outcome: string(a.Criteria[i].Outcome)})
	}
	others, i := slices.Collect(a.Judged()), 0
	for x := range b.Judged() {
		kind := OfIndicator
		if x.Condition {
			kind = OfCondition
		}
		note(kind, x.ID, x.Name, stateOf(x), stateOf(others[i]))
		i++
	}
}

func stateOf(x assess.Judged) State {
	return State{Outcome: string(x.Outcome), Judgement: x.Judgement, Note: x.Note}
}

// findings notes those that went and those that came.
func (w *WhatIf) findings(before, after []assess.Finding) {
	for _, f := range without(before, after) {
		w.Changes = append(w.Changes, Change{Kind: OfFinding, Path: f.Code, Before: found(f)})
	}
	for _, f := range without(after, before) {
		w.Changes = append(w.Changes, Change{Kind: OfFinding, Path: f.Code, After: found(f)})
	}
}

func found(f assess.Finding) *State { return &State{Outcome: string(f.Severity), Note: f.Message} }

func without(list, others []assess.Finding) []assess.Finding {
	return slices.DeleteFunc(slices.Clone(list), func(f assess.Finding) bool {
		return slices.ContainsFunc(others, func(o assess.Finding) bool { return same(f, o) })
	})
}

// same tells whether two values of one kind make one document: what a reader
// can see of them is equal.
func same[T any](a, b T) bool {
	left, errLeft := json.Marshal(a)
	right, errRight := json.Marshal(b)
	return errLeft == nil && errRight == nil && bytes.Equal(left, right)
}
