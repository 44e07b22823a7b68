package assess

import (
	"slices"
	"strings"
)

// Outcome is what came of one indicator or criterion.
type Outcome string

// The closed set of outcomes. Unknown is never failed: no figure and no
// threshold are outcomes of their own.
const (
	Met           Outcome = "met"
	NotMet        Outcome = "not_met"
	NoFigure      Outcome = "no_figure"
	NoThreshold   Outcome = "no_threshold"
	NotApplicable Outcome = "not_applicable"
	Undetermined  Outcome = "undetermined" // of a criterion: some indicator is unknown, none failed
)

// Word is the outcome as it stands in the table of criteria.
func (o Outcome) Word() string {
	return map[Outcome]string{
		Met: "Đạt", NotMet: "Chưa đạt", NoFigure: "Chưa có số liệu", NoThreshold: "Chưa có ngưỡng",
		NotApplicable: "Không áp dụng", Undetermined: "Chưa đủ căn cứ",
	}[o]
}

// lower is the outcome within a sentence.
func (o Outcome) lower() string { return strings.ToLower(o.Word()) }

// Unknown tells whether the outcome is neither met nor failed nor out of
// place.
func (o Outcome) Unknown() bool { return o == NoFigure || o == NoThreshold || o == Undetermined }

// Verdict is what came of a level.
type Verdict string

// The closed set of verdicts.
const (
	Eligible    Verdict = "eligible"
	NotEligible Verdict = "not_eligible"
	Undecided   Verdict = "undetermined"
)

// Word is the verdict as the overview prints it.
func (v Verdict) Word() string {
	return map[Verdict]string{Eligible: "Đủ điều kiện", NotEligible: "Chưa đủ điều kiện",
		Undecided: "Chưa đủ căn cứ kết luận"}[v]
}

// Evidence says how well a figure is proven, apart from whether it is met.
type Evidence string

// From nothing to a document whose file is at hand.
const (
	NoEvidence Evidence = "none"
	Listed     Evidence = "listed"
	Filed      Evidence = "filed"
)

// Word is the evidence as the table of criteria prints it.
func (e Evidence) Word() string {
	return map[Evidence]string{NoEvidence: "Chưa có minh chứng", Listed: "Đã kê minh chứng",
		Filed: "Có tệp minh chứng"}[e]
}

var byStrength = []Evidence{NoEvidence, Listed, Filed}

// weaker is the less well proven of two.
func weaker(a, b Evidence) Evidence {
	return byStrength[min(slices.Index(byStrength, a), slices.Index(byStrength, b))]
}

// tally counts the outcomes of things of which all, or a number, must be met. What
// does not apply is not counted.
type tally struct {
	seen, applicable, met, open int
	unknown                     Outcome // what is said of the open ones: of one without a figure, else of the first
}

func (t *tally) add(o Outcome) {
	t.seen++
	if o == NotApplicable {
		return
	}
	t.applicable++
	switch {
	case o == Met:
		t.met++
	case o.Unknown():
		t.open++
		if t.unknown == "" || o == NoFigure {
			t.unknown = o
		}
	}
}

// whole combines the outcomes of things that must all be met: the indicators of
// a criterion, the criteria of a level. Of nothing at all it is undetermined: a
// criterion whose indicators nobody entered is not met.
func (t *tally) whole() Outcome {
	switch {
	case t.seen == 0:
		return Undetermined
	case t.applicable == 0:
		return NotApplicable
	}
	return t.enough(t.applicable)
}

// enough combines the outcomes of parts of which a number must be met. It is
// failed only when the unknown ones could not make up the number.
func (t *tally) enough(need int) Outcome {
	switch {
	case t.met >= need:
		return Met
	case t.met+t.open < need:
		return NotMet
	}
	return t.unknown
}
