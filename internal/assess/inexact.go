package assess

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/commune"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// A bound decides only what every number within it decides, and an estimate nothing. What
// they leave open waits for the exact number.

// Unjudged tells whether the judgement is open because a figure of it cannot be what it says.
func (j *Judgement) Unjudged() bool { return j.Outcome == Undetermined && j.unjudged }

// needsExact tells whether the judgement is open because its figure is a bound or an
// estimate.
func (j *Judgement) needsExact() bool {
	if j.Outcome != Undetermined || j.Figure == nil || j.doubted || !j.Threshold.Known {
		return false
	}
	if _, is := j.Figure.Measure.(commune.Amount); !is {
		return false
	}
	ways := j.Ways()
	return ways == nil || slices.ContainsFunc(ways, func(way *Judgement) bool { return way.Outcome == Undetermined })
}

// NeedsExact tells whether the judgement, or a part of it, waits for the exact number of a
// figure that is reported.
func (j *Judgement) NeedsExact() bool {
	return j.Outcome.Unknown() && j.someInexact()
}

// someInexact tells whether a leaf waits for an exact number: of nearly all judgements none
// does.
func (j *Judgement) someInexact() bool {
	for i := range j.Parts {
		if j.Parts[i].someInexact() {
			return true
		}
	}
	return len(j.Parts) == 0 && j.needsExact()
}

// inexact says of each figure that decides nothing, for it is no exact number, what is
// needed.
func (j *Judgement) inexact() string {
	if !j.someInexact() {
		return ""
	}
	open := *j // goes to the heap, as few judgements need to
	return open.saysInexact()
}

func (j *Judgement) saysInexact() string {
	said := ""
	var told []string
	j.Leaves(func(leaf *Judgement) {
		if !leaf.needsExact() || slices.Contains(told, leaf.Figure.ID) {
			return
		}
		told = append(told, leaf.Figure.ID)
		said = also(said, leaf.asksExact())
	})
	return said
}

// bare is a text without spaces, under which two that say the same match.
func bare(text string) string { return strings.ReplaceAll(vi.Fold(text), " ", "") }

// asksExact says why the figure does not decide.
func (j *Judgement) asksExact() string {
	f := j.Figure
	a, _ := f.Measure.(commune.Amount)
	if a.Bound == typed.About {
		return fmt.Sprintf("“%s” là số ước, chưa dùng để xét: cần số chính xác", f)
	}
	meant := ""
	if shown := a.Bound.Of(f.Entry.Show(a.Decimal)); a.Words != "" && bare(a.Words) != bare(shown) {
		meant = fmt.Sprintf(" (tức %s)", shown)
	}
	return fmt.Sprintf("“%s”%s chưa đủ để kết luận: cần số chính xác", f, meant)
}
