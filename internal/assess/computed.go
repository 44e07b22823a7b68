package assess

import (
	"slices"
	"strings"

	"ntm/criteria"
)

// Computed lists what offices' rules leave out of the figures of the judgement.
func (j *Judgement) Computed() []*LeftOut {
	var out []*LeftOut
	j.Leaves(func(leaf *Judgement) {
		if leaf.Figure == nil {
			return
		}
		if l := leaf.Figure.LeftOut; l != nil && l.Applied && !slices.Contains(out, l) {
			out = append(out, l)
		}
	})
	return out
}

// Rest tells how sure the judgement's outcome is: as its threshold, or as a rule by
// which its figure is computed, whichever is less.
func (j *Judgement) Rest() criteria.Status {
	status := j.Threshold.Basis.Status
	for _, l := range j.Computed() {
		status = status.Weaker(l.Basis.Status)
	}
	return status
}

// unsureRule tells whether a figure is computed by a rule that nobody has checked.
func (j *Judgement) unsureRule() bool {
	return slices.ContainsFunc(j.Computed(), func(l *LeftOut) bool { return !l.Basis.Status.Sure() })
}

// UncheckedBy names what nobody has checked of that by which alone the judgement
// fails: the threshold, the rule by which its figure is computed, or both; "" where
// it does not fail so.
func (j *Judgement) UncheckedBy() string {
	if !j.Unchecked {
		return ""
	}
	var out []string
	if !j.unsureRule() || !j.Threshold.Basis.Status.Sure() {
		out = append(out, "ngưỡng")
	}
	if j.unsureRule() {
		out = append(out, "quy tắc trừ")
	}
	return strings.Join(out, " và ")
}
