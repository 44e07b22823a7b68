package assess_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// outcomes are those of the indicators and conditions, in their order.
func outcomes(a *assess.Assessment) []assess.Outcome {
	var out []assess.Outcome
	for i := range a.Levels {
		eachJudgement(&a.Levels[i], func(j *assess.Judgement) { out = append(out, j.Outcome) })
	}
	return out
}

func eachJudgement(l *assess.Level, f func(*assess.Judgement)) {
	for i := range l.Criteria {
		for k := range l.Criteria[i].Indicators {
			f(&l.Criteria[i].Indicators[k].Judgement)
		}
	}
	for i := range l.Conditions {
		f(&l.Conditions[i].Judgement)
	}
}

// never holds that nothing of one outcome came to be of the other, and no level
// of its verdict.
func never(t *rapid.T, what string, before, after *assess.Assessment, from, to assess.Outcome) {
	t.Helper()
	a, b := outcomes(before), outcomes(after)
	for i := range a {
		if a[i] == from && b[i] == to {
			t.Fatalf("%s turned judgement %d from %s into %s", what, i+1, from, to)
		}
	}
	verdict := map[assess.Outcome]assess.Verdict{assess.Met: assess.Eligible, assess.NotMet: assess.NotEligible}[from]
	for i := range before.Levels {
		if was, is := before.Levels[i].Verdict, after.Levels[i].Verdict; was == verdict && is != verdict {
			t.Fatalf("%s turned %s from %s into %s", what, before.Levels[i].Level, was, is)
		}
	}
}

// better is the figure moved in its good direction, to something that can be.
func better(t *rapid.T, f drawnFigure, reported commune.Figure) commune.Figure {
	step := decimal.NewFromInt(rapid.Int64Range(1, 9).Draw(t, "step"))
	if f.op == "at_most" || f.op == "less_than" {
		step = step.Neg()
	}
	moved := func(from, most decimal.Decimal) decimal.Decimal {
		return decimal.Max(decimal.Zero, decimal.Min(most, from.Add(step)))
	}
	switch m := reported.Measure.(type) {
	case commune.Answer:
		reported.Measure = commune.Answer(true)
	case commune.Rate:
		reported.Measure = commune.Rate{Numerator: moved(m.Numerator, m.Denominator), Denominator: m.Denominator}
	case commune.Number:
		reported.Measure = commune.Number{Decimal: moved(m.Decimal, decimal.NewFromInt(100))}
	}
	return reported
}

func TestABetterFigureFailsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		report := *d.report
		report.Figures = slices.Clone(report.Figures)
		for i, reported := range report.Figures {
			k := slices.IndexFunc(d.figures, func(f drawnFigure) bool { return f.entry.ID == reported.ID })
			if d.figures[k].op != "exactly" && rapid.Bool().Draw(t, "this one") {
				report.Figures[i] = better(t, d.figures[k], reported)
			}
		}
		before, after := d.assess(t, d.report), d.assess(t, &report)
		never(t, "a better figure", before, after, assess.Met, assess.NotMet)
		a, b := outcomes(before), outcomes(after)
		for i := range a {
			if a[i] == assess.Met && b[i] != assess.Met {
				t.Fatalf("a better figure turned judgement %d from met into %s", i+1, b[i])
			}
		}
	})
}

// drawOverlays are overlays of some layers, each made by next from what the layer
// above it asks, in any order.
func (d drawn) drawOverlays(t *rapid.T, next func(*node) *node) []drawnOverlay {
	var out []drawnOverlay
	asks := make([]*node, len(d.indicators))
	for i, ind := range d.indicators {
		asks[i] = ind.ask
	}
	for _, layer := range criteria.Layers[1:] {
		if rapid.Bool().Draw(t, string(layer)) {
			asks = slices.Clone(asks)
			for i := range asks {
				asks[i] = next(asks[i])
			}
			out = append(out, drawnOverlay{layer, asks})
		}
	}
	return rapid.Permutation(out).Draw(t, "order")
}

func TestAStricterOverlayPassesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		over := d.drawOverlays(t, func(n *node) *node { return n.stricter(t) })
		never(t, "a stricter overlay", d.assess(t, d.report), d.assess(t, d.report, over...), assess.NotMet, assess.Met)
	})
}

// The packs may be read in any order: the layers decide which of them holds.
func TestOrderOfPacksIsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		over := d.drawOverlays(t, func(*node) *node { return drawNode(t, d.figures, 1) })
		before := d.assess(t, d.report, over...)
		after := d.assess(t, d.report, rapid.Permutation(over).Draw(t, "another order")...)
		if diff := cmp.Diff(summary(before), summary(after)); diff != "" ||
			before.Criteria.Digest != after.Criteria.Digest {
			t.Fatal(before.Criteria.Digest, after.Criteria.Digest, diff)
		}
	})
}

// What is known stays so: a figure that comes in later overturns no outcome
// that was reached without it.
func TestAFigureMoreOverturnsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		if len(d.report.Figures) == 0 {
			return
		}
		i := rapid.IntRange(0, len(d.report.Figures)-1).Draw(t, "which")
		less := *d.report
		less.Figures = slices.Delete(slices.Clone(less.Figures), i, i+1)
		before, after := d.assess(t, &less), d.assess(t, d.report)
		a, b := outcomes(before), outcomes(after)
		for i := range a {
			if a[i] == assess.NotApplicable && b[i] == assess.Undetermined && len(d.report.Traits) > 0 {
				continue // the figure speaks against the trait by which nothing was judged
			}
			if !a[i].Unknown() && a[i] != b[i] {
				t.Fatalf("judgement %d was %s without the figure and is %s with it", i+1, a[i], b[i])
			}
		}
		never(t, "a figure more", before, after, assess.NotMet, assess.Met)
	})
}

func TestOrderOfFiguresIsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		report := *d.report
		report.Figures = rapid.Permutation(report.Figures).Draw(t, "order")
		report.Evidence = rapid.Permutation(report.Evidence).Draw(t, "order of the evidence")
		if diff := cmp.Diff(summary(d.assess(t, d.report)), summary(d.assess(t, &report))); diff != "" {
			t.Fatal(diff)
		}
	})
}

// summary is everything that was judged, without the report.
func summary(a *assess.Assessment) []string {
	var out []string
	for i := range a.Levels {
		l := &a.Levels[i]
		out = append(out, fmt.Sprint(l.Level, l.Verdict, l.Evidence, l.Draft, l.Doubted, l.CriteriaMet,
			l.IndicatorsMet))
		eachJudgement(l, func(j *assess.Judgement) {
			out = append(out, fmt.Sprintf("%s %s %s %v %s; %s", j.Outcome, j.Evidence, j.Threshold.Text(),
				j.Borderline, j.Result(), j.Gaps()))
		})
	}
	return out
}

// A report that was written and read again is the same report, and what is made
// of it the same document.
func TestAReportReadBackIsJudgedTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		d.report.Schema, d.report.Commune = commune.Schema, commune.Where{Code: "00000"}
		written, err := d.report.JSON()
		if err != nil {
			t.Fatal(err)
		}
		back := decoded[commune.Report](t, string(written))
		again, err := back.JSON()
		if err != nil || string(again) != string(written) {
			t.Fatalf("%v\n%s\n%s", err, written, again)
		}
		var first, second []byte
		if first, err = json.Marshal(d.assess(t, d.report)); err == nil {
			second, err = json.Marshal(d.assess(t, back))
		}
		if err != nil || string(first) != string(second) {
			t.Fatalf("%v\n%s\n%s", err, first, second)
		}
	})
}

// Evidence is an axis of its own: more of it changes no outcome and no verdict,
// and weakens no proof.
func TestMoreEvidenceLowersNothing(t *testing.T) {
	strength := []assess.Evidence{assess.NoEvidence, assess.Listed, assess.Filed}
	weaker := func(a, b assess.Evidence) bool { return slices.Index(strength, a) < slices.Index(strength, b) }
	proof := func(a *assess.Assessment) (verdicts []assess.Verdict, proof []assess.Evidence) {
		for i := range a.Levels {
			verdicts, proof = append(verdicts, a.Levels[i].Verdict), append(proof, a.Levels[i].Evidence)
			eachJudgement(&a.Levels[i], func(j *assess.Judgement) { proof = append(proof, j.Evidence) })
		}
		return verdicts, proof
	}
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		report := *d.report
		report.Figures = slices.Clone(report.Figures)
		for i := range report.Figures {
			more := rapid.SampledFrom([][]string{nil, {"listed"}, {"filed"}, {"listed", "filed"}}).Draw(t, "more")
			report.Figures[i].Evidence = slices.Concat(more, report.Figures[i].Evidence)
		}
		before, after := d.assess(t, d.report), d.assess(t, &report)
		wasVerdicts, wasProof := proof(before)
		verdicts, is := proof(after)
		if !slices.Equal(wasVerdicts, verdicts) || !slices.Equal(outcomes(before), outcomes(after)) {
			t.Fatalf("evidence changed %v %v into %v %v", outcomes(before), wasVerdicts, outcomes(after), verdicts)
		}
		for i := range is {
			if weaker(is[i], wasProof[i]) {
				t.Fatalf("less is proven: %v, was %v", is, wasProof)
			}
		}
	})
}

// The totals and the verdict of a level are those of what stands below it.
func TestTotalsAreThoseOfTheOutcomes(t *testing.T) {
	fine := func(o assess.Outcome) bool { return o == assess.Met || o == assess.NotApplicable }
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		a := d.assess(t, d.report)
		below := assess.Eligible
		for i := range a.Levels {
			l := &a.Levels[i]
			var failed, open int
			count := func(o assess.Outcome) {
				if o == assess.NotMet {
					failed++
				} else if !fine(o) {
					open++
				}
			}
			var indicators, indicatorsMet, criteriaMet int
			for _, c := range l.Criteria {
				met := 0
				for _, ind := range c.Indicators {
					count(ind.Outcome)
					if fine(ind.Outcome) {
						met++
					}
				}
				if met == len(c.Indicators) {
					criteriaMet++
				}
				indicators, indicatorsMet = indicators+len(c.Indicators), indicatorsMet+met
			}
			if l.IndicatorsMet != indicatorsMet || l.IndicatorsTotal != indicators ||
				l.CriteriaMet != criteriaMet || l.CriteriaTotal != len(l.Criteria) {
				t.Fatalf("%d/%d criteria, %d/%d indicators; counted %d and %d/%d", l.CriteriaMet, l.CriteriaTotal,
					l.IndicatorsMet, l.IndicatorsTotal, criteriaMet, indicatorsMet, indicators)
			}
			for _, c := range l.Conditions {
				count(c.Outcome)
			}
			want := assess.Eligible
			switch {
			case failed > 0 || below == assess.NotEligible:
				want = assess.NotEligible
			case open > 0 || l.Doubted || below == assess.Undecided:
				want = assess.Undecided
			}
			if l.Verdict != want {
				t.Fatalf("%s is %s, want %s: %d failed, %d are open, the level below is %s", l.Level, l.Verdict,
					want, failed, open, below)
			}
			below = l.Verdict
		}
	})
}

// A figure that cannot be decides nothing in the commune's favour: no level that
// rests on it is eligible, and what failed by the other figures still does.
func TestAnImpossibleFigureCarriesNoTitle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		i := slices.IndexFunc(d.report.Figures, func(f commune.Figure) bool {
			_, isNumber := f.Measure.(commune.Number)
			return isNumber
		})
		if i < 0 {
			return
		}
		report := *d.report
		report.Figures = slices.Clone(report.Figures)
		report.Figures[i].Measure = commune.Number{Decimal: decimal.NewFromInt(-1)}
		report.Traits = nil // which other figures may speak against
		a := d.assess(t, &report)
		for k := range a.Levels {
			l := &a.Levels[k]
			judged := false
			eachJudgement(l, func(j *assess.Judgement) {
				j.Leaves(func(leaf *assess.Judgement) {
					judged = judged || leaf.Figure != nil && leaf.Figure.ID == report.Figures[i].ID
				})
			})
			if l.Doubted != judged || judged && l.Verdict == assess.Eligible {
				t.Fatalf("%s: doubted %v, verdict %s; the figure is judged: %v", l.Level, l.Doubted, l.Verdict, judged)
			}
		}
	})
}
