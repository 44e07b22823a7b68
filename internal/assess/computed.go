package assess

import (
	"slices"
	"strings"

	"ntm/criteria"
)

// besides adds what stands beside the figures of the judgement and of its parts, each
// once. Millions of judgements have none, so it makes nothing for them.
func (j *Judgement) besides(out []*LeftOut) []*LeftOut {
	if j.Figure != nil && j.Figure.LeftOut != nil && !slices.Contains(out, j.Figure.LeftOut) {
		out = append(out, j.Figure.LeftOut)
	}
	for i := range j.Parts {
		out = j.Parts[i].besides(out)
	}
	return out
}

// Computed lists what offices' rules leave out of the figures of the judgement.
func (j *Judgement) Computed() []*LeftOut {
	return slices.DeleteFunc(j.besides(nil), func(l *LeftOut) bool { return !l.Applied })
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
