package assess

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"
	"ntm/criteria"
)

// wants is what a judgement still wants to be met: figures to move, figures to
// report, thresholds to enter.
type wants struct {
	steps      []Step       // figures that miss their thresholds
	figures    []*Judgement // without a figure
	thresholds []*Judgement // without a threshold
}

// gather adds what the judgement wants. Of parts that must all be met it is what
// each wants; where some are enough, see ways.
func (w *wants) gather(j *Judgement) {
	switch {
	case j.Outcome == Met || j.Outcome == NotApplicable:
	case len(j.Parts) > 0 && j.Threshold.Need < len(j.Parts):
		w.ways(j)
	case len(j.Parts) > 0:
		for i := range j.Parts {
			w.gather(&j.Parts[i])
		}
	case j.Outcome == NotMet:
		w.steps = append(w.steps, Step{j.Figure, j.Threshold, j.Gap, distance(j)})
	default:
		if j.Outcome == NoFigure {
			w.figures = append(w.figures, j)
		}
		if !j.Threshold.Known {
			w.thresholds = append(w.thresholds, j)
		}
	}
}

// ways adds what the unknown parts want and, as far as these could not make up
// the number, the nearest of the parts that failed. A part for communes of
// another case is no way.
func (w *wants) ways(j *Judgement) {
	lacking := j.Threshold.Need
	var failed []wants
	for i := range j.Parts {
		part := &j.Parts[i]
		switch {
		case part.Outcome == NotMet && !part.elsewhere():
			var way wants
			way.gather(part)
			failed = append(failed, way)
		case part.Outcome != NotMet:
			lacking--
			w.gather(part)
		}
	}
	slices.SortStableFunc(failed, func(a, b wants) int {
		return cmp.Or(nearer(a.distance(), b.distance()), nearer(a.farthest(), b.farthest()))
	})
	for _, way := range failed[:max(0, min(lacking, len(failed)))] {
		w.steps = append(w.steps, way.steps...)
		w.figures = append(w.figures, way.figures...)
		w.thresholds = append(w.thresholds, way.thresholds...)
	}
}

// distance is that of the farthest step, nil when not all there is to do is
// measured.
func (w *wants) distance() *Number {
	if len(w.figures)+len(w.thresholds) > 0 {
		return nil
	}
	return w.farthest()
}

// farthest is the distance of the farthest step, nil when one is not measured.
func (w *wants) farthest() *Number {
	if len(w.steps) == 0 {
		return nil
	}
	return slices.MaxFunc(w.steps, func(a, b Step) int { return nearer(a.Distance, b.Distance) }).Distance
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
	short, whole := j.Threshold.Requirement.Value.Sub(j.Figure.Value.Decimal), j.Threshold.Requirement.Value
	if f := j.Figure; f.Numerator != nil { // by the counts, which no division has rounded
		whole = whole.Mul(f.Denominator.Decimal)
		short = whole.Sub(f.Numerator.Mul(hundred))
	}
	if whole.IsZero() {
		return number(decimal.NewFromInt(1))
	}
	return number(criteria.Trimmed(short.DivRound(whole, 8).Abs()))
}
