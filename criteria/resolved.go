package criteria

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Basis is where a threshold comes from: what stands beside every verdict.
type Basis struct {
	Decision     string `json:"decision"`
	AmendedBy    string `json:"amended_by,omitempty"`
	Annex        string `json:"annex"`
	Column       Region `json:"column"`
	ColumnTitle  string `json:"column_title"`
	Year         int    `json:"year"`
	Layer        Layer  `json:"layer"`
	Status       Status `json:"status"`
	Source       string `json:"source"`
	CheckedBy    string `json:"checked_by,omitempty"`
	CheckedOn    string `json:"checked_on,omitempty"`
	DecisionDate string `json:"decision_date,omitempty"`
	LaxerBy      string `json:"laxer_by,omitempty"` // the clause that allows less than what it overrides asks
}

// InItsWords stands in a source before the decision's own words.
const InItsWords = "; nguyên văn: "

// Cited is the source without the decision's own words, and these.
func (b Basis) Cited() (source, words string) {
	source, words, _ = strings.Cut(b.Source, InItsWords)
	return source, words
}

// Requirement is what an indicator asks of one commune in one year.
type Requirement struct {
	Op      Op
	Figure  *Figure         // nil when the requirement has parts
	Value   decimal.Decimal // with AtLeast and AtMost, when Known
	Known   bool            // false: there is no threshold to judge by
	Text    string          // the decision's words, when a number does not say it
	Parts   []Requirement   // with AllOf, AnyOf and SomeOfParts
	Case    bool            // a fact that says which part applies, no goal
	IfGiven bool            // it is judged only where the figure is reported
	Need    int             // how many of the parts must be met
	Basis   Basis
	// Replaces is what this overrides, when a later layer set it.
	Replaces *Requirement
	// Others are what else may be asked of the commune, as long as some of its
	// traits are unknown; of a requirement as a whole, not of its parts.
	Others []Requirement
}

// Leaves calls f for the requirement itself or, when it has parts, for each
// part that has none.
func (r *Requirement) Leaves(f func(*Requirement)) {
	if len(r.Parts) == 0 {
		f(r)
	}
	for i := range r.Parts {
		r.Parts[i].Leaves(f)
	}
}

// Set is everything one commune is judged by in one year: the standards of the
// three levels with their layers laid over each other, and the procedure.
type Set struct {
	Query  Query
	Levels []SetLevel
	// Procedure is that of the year; nil when none is known.
	Procedure *SetProcedure
	// Overlays are the packs that were laid over the nation's.
	Overlays []SetOverlay
	// LeftOut are the counts that a rule may leave out of the rates judged here.
	LeftOut []LeftOut
	// Related are the figures that nothing here is judged by, and that bear on some that are.
	Related []*Figure
	// NationOnly says why the office's own packs were not laid over: see Library.
	NationOnly string
	// Digest names the set: equal digests mean equal requirements.
	Digest string
}

// SetOverlay names a pack that was laid over the nation's.
type SetOverlay struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// SetStandard names the standard of a SetLevel.
type SetStandard struct {
	ID    string `json:"id"`
	Level Level  `json:"level"`
	Name  string `json:"name"`
	Years
	Document
	Annex string `json:"annex,omitempty"`
}

// InSet names the standard as a set does.
func (s *Standard) InSet() SetStandard {
	return SetStandard{s.ID, s.Level, s.Name, s.Years, s.Decision, s.Annex}
}

// SetLevel is the resolved standard of one level.
type SetLevel struct {
	Standard    SetStandard `json:"standard"`
	Column      Region      `json:"column"`
	ColumnTitle string      `json:"column_title"`
	// ColumnNote says why the column is not that of the commune's region, or not known.
	ColumnNote string `json:"column_note,omitempty"`
	// Columns are the others that may hold, as long as traits are unknown.
	Columns      []Column        `json:"columns,omitempty"`
	Prerequisite SetPrerequisite `json:"-"`
	Criteria     []SetCriterion  `json:"-"`
	Conditions   []SetCondition  `json:"-"`
	Lack         Lack            `json:"-"` // of the decision's indicators
}

// SetPrerequisite is the level that must be held first, and who says so.
type SetPrerequisite struct {
	Level     Level  `json:"level"` // "" for none
	Text      string `json:"text"`
	AnyPeriod bool   `json:"any_period,omitempty"` // a title of any period is enough
	Basis     Basis  `json:"-"`
}

// SetCriterion is a criterion of a SetLevel.
type SetCriterion struct {
	No, Name   string
	Indicators []SetIndicator
}

// SetIndicator is an indicator with the one requirement that holds.
type SetIndicator struct {
	No, Name      string
	NotApplicable Trait // the trait of the commune for which there is nothing to judge
	Requirement   Requirement
}

// SetCondition is a condition of recognition with its requirement.
type SetCondition struct {
	ID, Name    string
	Requirement Requirement
}

// Level gives the resolved standard of a level.
func (s *Set) Level(level Level) (*SetLevel, bool) {
	i := slices.IndexFunc(s.Levels, func(l SetLevel) bool { return l.Standard.Level == level })
	if i < 0 {
		return nil, false
	}
	return &s.Levels[i], true
}

// Figures are those that the set judges by and the counts that may be left out of
// them, by their ids.
func (s *Set) Figures() map[string]*Figure {
	out := s.judged()
	for _, l := range s.LeftOut {
		out[l.Count.ID] = l.Count
	}
	for _, f := range s.Related {
		out[f.ID] = f
	}
	return out
}

// judged are the figures that the set judges by, by their ids.
func (s *Set) judged() map[string]*Figure {
	out := map[string]*Figure{}
	var add func(r *Requirement)
	add = func(r *Requirement) {
		r.Leaves(func(leaf *Requirement) {
			if leaf.Figure != nil {
				out[leaf.Figure.ID] = leaf.Figure
			}
		})
		for i := range r.Others {
			add(&r.Others[i])
		}
	}
	for i := range s.Levels {
		for r := range s.Levels[i].Requirements {
			add(r)
		}
	}
	return out
}

// Requirements walks what the level's indicators ask, then its conditions.
func (l *SetLevel) Requirements(yield func(*Requirement) bool) {
	for i := range l.Criteria {
		for k := range l.Criteria[i].Indicators {
			if !yield(&l.Criteria[i].Indicators[k].Requirement) {
				return
			}
		}
	}
	for i := range l.Conditions {
		if !yield(&l.Conditions[i].Requirement) {
			return
		}
	}
}
