package assess

import (
	"iter"

	"ntm/criteria"
)

// Judged is an indicator or a condition of a level with its judgement.
type Judged struct {
	ID        string // LEVEL/NO
	No, Name  string // a condition's id stands for its number
	Condition bool
	Note      string // of an indicator
	*Judgement
}

// Called is what it is called where several are named: "ntm/10 (Thu nhập)".
func (j Judged) Called() string { return j.ID + " (" + j.Name + ")" }

// Title is an indicator's name behind its number; a condition has none.
func (j Judged) Title() string {
	if j.Condition {
		return j.Name
	}
	return j.No + ". " + j.Name
}

// Judged walks the level's indicators, then its conditions.
func (l *Level) Judged() iter.Seq[Judged] {
	return func(yield func(Judged) bool) {
		id := string(l.Level) + "/"
		for i := range l.Criteria {
			for k := range l.Criteria[i].Indicators {
				ind := &l.Criteria[i].Indicators[k]
				if !yield(Judged{id + ind.No, ind.No, ind.Name, false, ind.Note, &ind.Judgement}) {
					return
				}
			}
		}
		for i := range l.Conditions {
			c := &l.Conditions[i]
			if !yield(Judged{id + c.ID, c.ID, c.Name, true, "", &c.Judgement}) {
				return
			}
		}
	}
}

// Reported is a figure as the report has it, nil where it has not.
func (a *Assessment) Reported(entry *criteria.Figure) *Figure {
	j := newJudge(a.Report, a.Engine.Rules)
	if h, given := j.figures[entry.ID]; given {
		return j.show(h, entry)
	}
	return nil
}

// Figures are the figures that any of its levels is judged by, each as often as it is.
func (a *Assessment) Figures() iter.Seq[*Figure] {
	return func(yield func(*Figure) bool) {
		for i := range a.Levels {
			for x := range a.Levels[i].Judged() {
				goesOn := true
				x.Leaves(func(leaf *Judgement) {
					goesOn = goesOn && (leaf.Figure == nil || yield(leaf.Figure))
				})
				if !goesOn {
					return
				}
			}
		}
	}
}
