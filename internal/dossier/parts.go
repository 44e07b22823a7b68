package dossier

import (
	"fmt"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/vi"
)

// part is the outcome cell of a part of a requirement, and what it says when it
// is met and when not; other is what it says where it is for communes of another case,
// "" where it cannot be. firm is a condition that holds where it fails by thresholds
// that somebody has checked, "" where it cannot.
type part struct{ cell, met, notMet, other, firm string }

// firmly is the condition under which parts, of which need must be met, fail by
// checked thresholds alone; all are those parts, out is what came of the whole.
func firmly(out part, parts []part, need int) string {
	var firm []string
	whole := true
	for _, p := range parts {
		if p.firm == "" {
			whole = false
			continue
		}
		whole = whole && p.firm == p.failed()
		firm = append(firm, "("+p.firm+")")
	}
	switch {
	case len(firm) <= len(parts)-need:
		return ""
	case whole:
		return out.failed()
	}
	return fmt.Sprintf("%s>%d", strings.Join(firm, "+"), len(parts)-need)
}

// failed is the condition that the part's cell says it failed.
func (p part) failed() string {
	failed := p.cell + "=" + quote(p.notMet)
	if p.other == "" {
		return failed
	}
	return fmt.Sprintf("OR(%s,%s=%s)", failed, p.cell, quote(p.other))
}

// howMany counts the parts of which something holds.
func howMany(parts []part, holds func(part) string) string {
	return vi.List("+", parts, func(p part) string { return "(" + holds(p) + ")" })
}

// metParts counts the parts that are met.
func metParts(parts []part) string {
	return howMany(parts, func(p part) string { return p.cell + "=" + quote(p.met) })
}

// partsFormula combines parts of which a number must be met. It is failed only
// when the unknown ones could not make up the number.
func partsFormula(parts []part, need int) string {
	that := func(o assess.Outcome) string {
		return howMany(parts, func(p part) string { return p.cell + "=" + outcomeWord(o) })
	}
	return fmt.Sprintf("IF(%s>=%d,%s,IF(%d-(%s)<%d,%s,IF(%s>0,%s,IF(%s>0,%s,%s))))",
		metParts(parts), need, outcomeWord(assess.Met), len(parts), howMany(parts, part.failed), need,
		outcomeWord(assess.NotMet), that(assess.NoFigure), outcomeWord(assess.NoFigure), that(assess.Undetermined),
		outcomeWord(assess.Undetermined), outcomeWord(assess.NoThreshold))
}

// caseFormula is for parts of which one only tells whether a commune is of the case that the
// others are for; where it is not, nothing of them was asked of it.
func caseFormula(parts []part, of []assess.Judgement, otherwise string) string {
	for i := range of {
		if of[i].Threshold.Case {
			otherwise = fmt.Sprintf("IF(%s,%s,%s)", parts[i].failed(), quote(notOfCase), otherwise)
		}
	}
	return otherwise
}
