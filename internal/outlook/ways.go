package outlook

import (
	"cmp"
	"slices"

	"ntm/criteria"
	"ntm/internal/assess"

	"github.com/shopspring/decimal"
)

// remaining is what is left to be done for a judgement to be met: figures to move,
// figures to report, thresholds to enter.
type remaining struct {
	steps      []Step              // figures that miss their thresholds
	figures    []*assess.Judgement // without a figure
	thresholds []*assess.Judgement // without a threshold
}

// gather adds what remains for the judgement. Of parts that must all be met it is what
// remains for each; where some are enough, see ways.
func (r *remaining) gather(j *assess.Judgement) {
	switch {
	case j.Outcome == assess.Met || j.Outcome == assess.NotApplicable:
	case len(j.Parts) > 0 && j.Threshold.Need < len(j.Parts):
		r.ways(j)
	case len(j.Parts) > 0:
		for i := range j.Parts {
			r.gather(&j.Parts[i])
		}
	case j.Outcome == assess.NotMet:
		r.steps = append(r.steps, Step{j.Figure, j.Threshold, j.Gap, distance(j)})
	default:
		if j.Outcome == assess.NoFigure || j.NeedsExact() {
			r.figures = append(r.figures, j)
		}
		if !j.Threshold.Known {
			r.thresholds = append(r.thresholds, j)
		}
	}
}

// ways adds what remains for the unknown parts and, as far as these could not make up
// the number, the nearest of the parts that failed. A part for communes of
// another case is no way.
func (r *remaining) ways(j *assess.Judgement) {
	need := j.Threshold.Need
	var failed []remaining
	for i := range j.Parts {
		part := &j.Parts[i]
		switch {
		case part.Outcome == assess.NotMet && !part.Elsewhere():
			var way remaining
			way.gather(part)
			failed = append(failed, way)
		case part.Outcome != assess.NotMet:
			need--
			r.gather(part)
		}
	}
	slices.SortStableFunc(failed, func(a, b remaining) int {
		return cmp.Or(Nearer(a.distance(), b.distance()), Nearer(a.farthest(), b.farthest()))
	})
	for _, way := range failed[:max(0, min(need, len(failed)))] {
		r.steps = append(r.steps, way.steps...)
		r.figures = append(r.figures, way.figures...)
		r.thresholds = append(r.thresholds, way.thresholds...)
	}
}

// distance is that of the farthest step, nil when not all there is to do is
// measured.
func (r *remaining) distance() *assess.Number {
	if len(r.figures)+len(r.thresholds) > 0 {
		return nil
	}
	return r.farthest()
}

// farthest is the distance of the farthest step, nil when one is not measured.
func (r *remaining) farthest() *assess.Number {
	if len(r.steps) == 0 {
		return nil
	}
	return slices.MaxFunc(r.steps, func(a, b Step) int { return Nearer(a.Distance, b.Distance) }).Distance
}

// Nearer orders distances, what is not measured last.
func Nearer(a, b *assess.Number) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	return a.Cmp(b.Decimal)
}

// distance is how far a measured figure misses its threshold, relative to it.
func distance(j *assess.Judgement) *assess.Number {
	if j.Gap == nil {
		return nil
	}
	short, whole := j.Threshold.Requirement.Value.Sub(j.Figure.Value()), j.Threshold.Requirement.Value
	if rate, is := j.Figure.Rate(); is { // by the counts, which no division has rounded
		whole = whole.Mul(rate.Denominator)
		short = whole.Sub(rate.Numerator.Shift(2))
	}
	if whole.IsZero() {
		return &assess.Number{Decimal: decimal.NewFromInt(1)}
	}
	return &assess.Number{Decimal: criteria.Trimmed(short.DivRound(whole, 8).Abs())}
}
