package assess

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"
	"ntm/criteria"
)

// remaining is what is left to be done for a judgement to be met: figures to move,
// figures to report, thresholds to enter.
type remaining struct {
	steps      []Step       // figures that miss their thresholds
	figures    []*Judgement // without a figure
	thresholds []*Judgement // without a threshold
}

// gather adds what remains for the judgement. Of parts that must all be met it is what
// remains for each; where some are enough, see ways.
func (r *remaining) gather(j *Judgement) {
	switch {
	case j.Outcome == Met || j.Outcome == NotApplicable:
	case len(j.Parts) > 0 && j.Threshold.Need < len(j.Parts):
		r.ways(j)
	case len(j.Parts) > 0:
		for i := range j.Parts {
			r.gather(&j.Parts[i])
		}
	case j.Outcome == NotMet:
		r.steps = append(r.steps, Step{j.Figure, j.Threshold, j.Gap, distance(j)})
	default:
		if j.Outcome == NoFigure || j.needsExact() {
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
func (r *remaining) ways(j *Judgement) {
	need := j.Threshold.Need
	var failed []remaining
	for i := range j.Parts {
		part := &j.Parts[i]
		switch {
		case part.Outcome == NotMet && !part.elsewhere():
			var way remaining
			way.gather(part)
			failed = append(failed, way)
		case part.Outcome != NotMet:
			need--
			r.gather(part)
		}
	}
	slices.SortStableFunc(failed, func(a, b remaining) int {
		return cmp.Or(nearer(a.distance(), b.distance()), nearer(a.farthest(), b.farthest()))
	})
	for _, way := range failed[:max(0, min(need, len(failed)))] {
		r.steps = append(r.steps, way.steps...)
		r.figures = append(r.figures, way.figures...)
		r.thresholds = append(r.thresholds, way.thresholds...)
	}
}

// distance is that of the farthest step, nil when not all there is to do is
// measured.
func (r *remaining) distance() *Number {
	if len(r.figures)+len(r.thresholds) > 0 {
		return nil
	}
	return r.farthest()
}

// farthest is the distance of the farthest step, nil when one is not measured.
func (r *remaining) farthest() *Number {
	if len(r.steps) == 0 {
		return nil
	}
	return slices.MaxFunc(r.steps, func(a, b Step) int { return nearer(a.Distance, b.Distance) }).Distance
}

// nearer orders distances, what is not measured last.
func nearer(a, b *Number) int {
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
func distance(j *Judgement) *Number {
	if j.Gap == nil {
		return nil
	}
	short, whole := j.Threshold.Requirement.Value.Sub(j.Figure.Value()), j.Threshold.Requirement.Value
	if rate, is := j.Figure.Rate(); is { // by the counts, which no division has rounded
		whole = whole.Mul(rate.Denominator)
		short = whole.Sub(rate.Numerator.Mul(hundred))
	}
	if whole.IsZero() {
		return number(decimal.NewFromInt(1))
	}
	return number(criteria.Trimmed(short.DivRound(whole, 8).Abs()))
}
