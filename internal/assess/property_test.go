package assess_test

import (
	"fmt"
	"slices"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"

	"github.com/shopspring/decimal"
)

// The invented commune is eligible at every level. From there, each figure in
// turn is taken away, and moved past each threshold it is held against.

// asks lists, for each figure, the levels and thresholds that judge it.
func asks(a *assess.Assessment) map[string][]ask {
	out := map[string][]ask{}
	for _, l := range a.Levels {
		add := func(j *assess.Judgement) {
			j.Leaves(func(leaf *assess.Judgement) {
				id := leaf.Threshold.Figure.ID
				out[id] = append(out[id], ask{l.Level, leaf.Threshold})
			})
		}
		for i := range l.Criteria {
			for k := range l.Criteria[i].Indicators {
				add(&l.Criteria[i].Indicators[k].Judgement)
			}
		}
		for i := range l.Conditions {
			add(&l.Conditions[i].Judgement)
		}
	}
	return out
}

type ask struct {
	level     criteria.Level
	threshold assess.Threshold
}

// expect says what the verdicts become when the given levels turn: each level
// above them turns too, for it rests on them.
func expect(turned map[criteria.Level]assess.Verdict) map[criteria.Level]assess.Verdict {
	out := map[criteria.Level]assess.Verdict{}
	v := assess.Eligible
	for _, l := range criteria.Levels[:3] { // those of the years
		if turns := turned[l]; turns == assess.NotEligible || turns != "" && v == assess.Eligible {
			v = turns
		}
		out[l] = v
	}
	return out
}

func TestEveryFigureDecides(t *testing.T) {
	lib := load(t, officePack)
	base := readReport(t, invented, lib)
	in := input(t, lib, base)
	whole := assess.Assess(in)
	if got, want := verdicts(whole), expect(nil); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatalf("the whole report: %v", got)
	}
	for _, l := range whole.Levels {
		if l.CriteriaMet != l.CriteriaTotal || l.IndicatorsMet != l.IndicatorsTotal {
			t.Errorf("%s: %d/%d, %d/%d", l.Level, l.CriteriaMet, l.CriteriaTotal, l.IndicatorsMet, l.IndicatorsTotal)
		}
	}
	judged := 0
	for id, uses := range asks(whole) {
		open := map[criteria.Level]assess.Verdict{}
		for _, use := range uses {
			if !use.threshold.IfGiven {
				open[use.level] = assess.Undecided
			}
		}
		check := func(what string, figure *commune.Figure, turned map[criteria.Level]assess.Verdict) {
			t.Helper()
			judged++
			in.Report = replace(base, id, figure)
			if got := verdicts(assess.Assess(in)); fmt.Sprint(got) != fmt.Sprint(expect(turned)) {
				t.Errorf("%s %s: %v, want %v", id, what, got, expect(turned))
			}
		}
		check("taken away", nil, open)
		for _, use := range uses {
			if use.threshold.Case {
				continue // a fact that says which part applies
			}
			failing := map[criteria.Level]assess.Verdict{use.level: assess.Undecided}
			past := beyond(use.threshold)
			for _, other := range uses {
				switch {
				case !fails(past, other.threshold):
				case other.threshold.Basis.Status.Sure():
					failing[other.level] = assess.NotEligible
				case failing[other.level] == "": // a threshold that nobody checked fails nobody
					failing[other.level] = assess.Undecided
				}
			}
			check("moved past "+use.threshold.Text(), past, failing)
		}
	}
	if judged < 250 {
		t.Errorf("only %d variations were judged", judged)
	}
}

// beyond is a figure just past its threshold, on the wrong side.
func beyond(threshold assess.Threshold) *commune.Figure {
	f := &commune.Figure{ID: threshold.Figure.ID}
	step := decimal.RequireFromString("0.001")
	switch threshold.Unit() {
	case criteria.Percent, "triệu đồng", "triệu đồng/người/năm", "m2/người", "lít/người/ngày đêm":
	default:
		step = decimal.NewFromInt(1) // of what is counted there are only whole ones
	}
	switch threshold.Op {
	case criteria.AtLeast:
		f.Measure = commune.Number{Decimal: threshold.Value().Sub(step)}
	case criteria.AtMost:
		f.Measure = commune.Number{Decimal: threshold.Value().Add(step)}
	default:
		f.Measure = commune.Answer(false)
	}
	return f
}

func fails(f *commune.Figure, threshold assess.Threshold) bool {
	switch threshold.Op {
	case criteria.AtLeast:
		return f.Measure.(commune.Number).LessThan(threshold.Value().Decimal)
	case criteria.AtMost:
		return f.Measure.(commune.Number).GreaterThan(threshold.Value().Decimal)
	}
	return !bool(f.Measure.(commune.Answer))
}

// replace copies the report with one figure replaced, or left out when it is
// nil; a figure that stands in a section of its own takes its section along.
func replace(r *commune.Report, id string, by *commune.Figure) *commune.Report {
	out := *r
	out.Figures = slices.DeleteFunc(slices.Clone(r.Figures), func(f commune.Figure) bool { return f.ID == id })
	switch id {
	case commune.ArrearsFigure:
		out.Arrears = nil
	case commune.SatisfactionFigure:
		out.Satisfaction = nil
	case commune.CoverageFigure:
		poll := *out.Satisfaction
		poll.Villages = slices.Clone(poll.Villages)
		for i := range poll.Villages {
			poll.Villages[i].Households = nil
		}
		out.Satisfaction = &poll
	case commune.SecurityFigure:
		out.Security = nil
	case commune.SmartFigure:
		out.SmartVillage = nil
	case commune.FieldsFigure:
		out.OutstandingFields = nil
	}
	if by != nil {
		out.Figures = append(out.Figures, *by)
	}
	return &out
}

// The order in which figures are written is nothing to the verdicts.
func TestOrderOfFigures(t *testing.T) {
	lib := load(t, officePack)
	r := readReport(t, invented, lib)
	in := input(t, lib, r)
	before := assess.Assess(in)
	slices.Reverse(r.Figures)
	after := assess.Assess(in)
	for i := range before.Levels {
		for k := range before.Levels[i].Criteria {
			if before.Levels[i].Criteria[k].Outcome != after.Levels[i].Criteria[k].Outcome {
				t.Errorf("%s %s changed", before.Levels[i].Level, before.Levels[i].Criteria[k].No)
			}
		}
	}
}
