package assess_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/yamldoc"
	"pgregory.net/rapid"
)

// The properties below hold for any standard, so the standards are drawn: a few
// figures, each good when it is high or good when it is low, and indicators that
// ask for them in every way the law does.

// drawnFigure is a figure of a drawn standard: at least is asked of it, at most,
// or that it is declared.
type drawnFigure struct {
	entry *criteria.Figure
	op    string // at_least, at_most or declared
}

func drawFigures(t *rapid.T) []drawnFigure {
	out := make([]drawnFigure, rapid.IntRange(2, 5).Draw(t, "figures"))
	for i := range out {
		f := &criteria.Figure{ID: fmt.Sprintf("f%d", i), Name: fmt.Sprintf("Số liệu %d", i), Unit: "hộ"}
		op := rapid.SampledFrom([]string{"at_least", "at_most", "declared"}).Draw(t, "op")
		if op == "declared" {
			f.Unit = criteria.Declared
		} else if rapid.Bool().Draw(t, "rate") {
			f.Unit, f.Numerator, f.Denominator, f.CountedIn = criteria.Percent, "phần", "tổng", "hộ"
		}
		out[i] = drawnFigure{f, op}
	}
	return out
}

// node is a requirement as it is drawn: a figure and its threshold, -1 for
// unknown, or parts of which some are needed.
type node struct {
	figure    drawnFigure
	threshold int
	way       string
	least     int
	parts     []*node
}

func drawNode(t *rapid.T, figures []drawnFigure, depth int) *node {
	if depth == 0 || rapid.IntRange(0, 2).Draw(t, "kind") == 0 {
		return &node{figure: rapid.SampledFrom(figures).Draw(t, "figure"), threshold: rapid.IntRange(-1, 12).Draw(t, "threshold")}
	}
	n := &node{way: rapid.SampledFrom([]string{"all_of", "any_of", "some_of"}).Draw(t, "way")}
	for range rapid.IntRange(1, 3).Draw(t, "parts") {
		n.parts = append(n.parts, drawNode(t, figures, depth-1))
	}
	n.least = rapid.IntRange(1, len(n.parts)).Draw(t, "least")
	return n
}

// yaml is the requirement as a pack writes it, within braces.
func (n *node) yaml() string {
	if len(n.parts) == 0 {
		value := "unknown"
		switch {
		case n.figure.op == "declared":
			value = "true"
		case n.threshold >= 0:
			value = fmt.Sprint(n.threshold)
		}
		return fmt.Sprintf("figure: %s, %s: %s", n.figure.entry.ID, n.figure.op, value)
	}
	parts := make([]string, len(n.parts))
	for i, p := range n.parts {
		parts[i] = "{" + p.yaml() + "}"
	}
	list := "[" + strings.Join(parts, ", ") + "]"
	if n.way == "some_of" {
		return fmt.Sprintf("some_of: {least: %d, of: %s}", n.least, list)
	}
	return n.way + ": " + list
}

// stricter is a requirement that asks as much or more, part by part. What
// nobody knows stays unknown.
func (n *node) stricter(t *rapid.T) *node {
	out := *n
	if len(n.parts) == 0 {
		step := rapid.IntRange(0, 3).Draw(t, "stricter by")
		switch {
		case n.threshold < 0:
		case n.figure.op == "at_least":
			out.threshold += step
		default:
			out.threshold = max(0, n.threshold-step)
		}
		return &out
	}
	out.parts = make([]*node, len(n.parts))
	for i, p := range n.parts {
		out.parts[i] = p.stricter(t)
	}
	if n.way == "some_of" {
		out.least = rapid.IntRange(n.least, len(n.parts)).Draw(t, "of which more")
	}
	return &out
}

type drawn struct {
	figures    []drawnFigure
	indicators []*node
	report     *commune.Report
}

func drawAll(t *rapid.T) drawn {
	d := drawn{figures: drawFigures(t)}
	for range rapid.IntRange(1, 5).Draw(t, "indicators") {
		d.indicators = append(d.indicators, drawNode(t, d.figures, 2))
	}
	d.report = &commune.Report{Year: 2010, Evidence: []commune.Evidence{{ID: "listed"}, {ID: "filed", File: "a.pdf"}}}
	yes := true
	d.report.Security = &commune.Security{Met: &yes, Evidence: []string{"filed"}}
	for _, f := range d.figures {
		if rapid.IntRange(0, 3).Draw(t, "reported") > 0 {
			d.report.Figures = append(d.report.Figures, drawReported(t, f))
		}
	}
	return d
}

func drawReported(t *rapid.T, f drawnFigure) commune.Figure {
	out := commune.Figure{ID: f.entry.ID, Evidence: rapid.SampledFrom([][]string{nil, {"listed"}, {"filed"}}).Draw(t, "evidence")}
	number := func(from, to int64, what string) *decimal.Decimal {
		d := decimal.NewFromInt(rapid.Int64Range(from, to).Draw(t, what))
		return &d
	}
	switch {
	case f.op == "declared":
		met := rapid.Bool().Draw(t, "met")
		out.Met = &met
	case f.entry.Unit == criteria.Percent && rapid.Bool().Draw(t, "counts"):
		out.Denominator = number(1, 300, "denominator")
		out.Numerator = number(0, min(40, out.Denominator.IntPart()), "numerator")
	default:
		out.Value = &commune.Value{Decimal: *number(0, 14, "value")}
	}
	return out
}

// drawnProcedure has one condition, which every drawn report meets.
const drawnProcedure = `schema: ntm.procedure.v1
id: p
name: P
years: {from: 2010, to: 2010}
decision: {number: 3/QĐ}
conditions: [{id: security, name: S, rules: [{figure: security_standard, declared: true, status: seen, source: s}]}]
`

// assess judges the drawn report by the drawn standard, with an overlay of an
// office when over is given.
func (d drawn) assess(t *rapid.T, over []*node, report *commune.Report) *assess.Assessment {
	lib := &criteria.Library{Figures: map[string]*criteria.Figure{}}
	for _, f := range d.figures {
		lib.Figures[f.entry.ID] = f.entry
	}
	var standard, overlay strings.Builder
	standard.WriteString("schema: ntm.standard.v1\nid: s\nlevel: ntm\nname: S\nyears: {from: 2010, to: 2010}\ndecision: {number: 1/QĐ}\ncriteria:\n")
	overlay.WriteString("schema: ntm.overlay.v1\nid: o\nname: O\nlayer: office\nyears: {from: 2010, to: 2010}\ndecision: {number: 2/QĐ}\nset:\n")
	for i, n := range d.indicators {
		fmt.Fprintf(&standard, "  - {no: \"%d\", name: C, indicators: [{no: \"%d\", name: I, rules: [{%s, status: seen, source: s}]}]}\n", i+1, i+1, n.yaml())
	}
	for i, n := range over {
		fmt.Fprintf(&overlay, "  - {indicator: ntm/%d, %s, status: seen, source: s}\n", i+1, n.yaml())
	}
	std := new(criteria.Standard)
	if err := yamldoc.Decode("s.yaml", []byte(standard.String()), std); err != nil {
		t.Fatal(err)
	}
	lib.Standards = []*criteria.Standard{std}
	procedure := new(criteria.Procedure)
	if err := yamldoc.Decode("p.yaml", []byte(drawnProcedure), procedure); err != nil {
		t.Fatal(err)
	}
	lib.Procedures = []*criteria.Procedure{procedure}
	lib.Figures[commune.SecurityFigure] = &criteria.Figure{ID: commune.SecurityFigure, Unit: criteria.Declared}
	if over != nil {
		o := new(criteria.Overlay)
		if err := yamldoc.Decode("o.yaml", []byte(overlay.String()), o); err != nil {
			t.Fatal(err)
		}
		lib.Overlays = []*criteria.Overlay{o}
	}
	set, err := lib.Resolve(criteria.Query{Year: 2010, Region: criteria.NorthCentral})
	if err != nil {
		t.Fatal(err)
	}
	return assess.Assess(assess.Input{Report: report, Set: set})
}

// outcomes are those of the indicators, in their order.
func outcomes(a *assess.Assessment) []assess.Outcome {
	var out []assess.Outcome
	for _, c := range a.Levels[0].Criteria {
		for _, ind := range c.Indicators {
			out = append(out, ind.Outcome)
		}
	}
	return out
}

func never(t *rapid.T, what string, before, after *assess.Assessment, from, to assess.Outcome) {
	t.Helper()
	a, b := outcomes(before), outcomes(after)
	for i := range a {
		if a[i] == from && b[i] == to {
			t.Fatalf("%s turned indicator %d from %s into %s", what, i+1, from, to)
		}
	}
	if from == assess.Met && before.Levels[0].Verdict == assess.Eligible && after.Levels[0].Verdict != assess.Eligible && !after.Levels[0].Doubted ||
		from == assess.NotMet && before.Levels[0].Verdict == assess.NotEligible && after.Levels[0].Verdict != assess.NotEligible {
		t.Fatalf("%s turned the verdict from %s into %s", what, before.Levels[0].Verdict, after.Levels[0].Verdict)
	}
}

// better is the figure moved in its good direction, to something that can be.
func better(t *rapid.T, f drawnFigure, reported commune.Figure) commune.Figure {
	step := decimal.NewFromInt(rapid.Int64Range(1, 9).Draw(t, "step"))
	if f.op == "at_most" {
		step = step.Neg()
	}
	moved := func(from, most decimal.Decimal) *decimal.Decimal {
		to := decimal.Max(decimal.Zero, decimal.Min(most, from.Add(step)))
		return &to
	}
	switch {
	case reported.Met != nil:
		yes := true
		reported.Met = &yes
	case reported.IsRate():
		reported.Numerator = moved(*reported.Numerator, *reported.Denominator)
	default:
		reported.Value = &commune.Value{Decimal: *moved(reported.Value.Decimal, decimal.NewFromInt(100))}
	}
	return reported
}

func TestABetterFigureFailsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		if len(d.report.Figures) == 0 {
			return
		}
		i := rapid.IntRange(0, len(d.report.Figures)-1).Draw(t, "which")
		k := slices.IndexFunc(d.figures, func(f drawnFigure) bool { return f.entry.ID == d.report.Figures[i].ID })
		report := *d.report
		report.Figures = slices.Clone(report.Figures)
		report.Figures[i] = better(t, d.figures[k], report.Figures[i])
		before, after := d.assess(t, nil, d.report), d.assess(t, nil, &report)
		never(t, "a better figure", before, after, assess.Met, assess.NotMet)
		a, b := outcomes(before), outcomes(after)
		for i := range a {
			if a[i] == assess.Met && b[i] != assess.Met {
				t.Fatalf("a better figure turned indicator %d from met into %s", i+1, b[i])
			}
		}
	})
}

func TestAStricterOverlayPassesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		over := make([]*node, len(d.indicators))
		for i, n := range d.indicators {
			over[i] = n.stricter(t)
		}
		never(t, "a stricter overlay", d.assess(t, nil, d.report), d.assess(t, over, d.report), assess.NotMet, assess.Met)
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
		before, after := d.assess(t, nil, &less), d.assess(t, nil, d.report)
		a, b := outcomes(before), outcomes(after)
		for i := range a {
			if !a[i].Unknown() && a[i] != b[i] {
				t.Fatalf("indicator %d was %s without the figure and is %s with it", i+1, a[i], b[i])
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
		before, after := d.assess(t, nil, d.report), d.assess(t, nil, &report)
		if diff := cmp.Diff(summary(before), summary(after)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// summary is everything that was judged, without the report.
func summary(a *assess.Assessment) []string {
	l := a.Levels[0]
	out := []string{string(l.Verdict), string(l.Evidence), fmt.Sprint(l.Draft, l.CriteriaMet, l.IndicatorsMet)}
	for _, c := range l.Criteria {
		for _, ind := range c.Indicators {
			out = append(out, fmt.Sprintf("%s %s %s %v %s; %s", ind.No, ind.Outcome, ind.Evidence, ind.Borderline, ind.Result(), ind.Gaps()))
		}
	}
	return out
}

// Evidence is an axis of its own: more of it changes no outcome and no verdict,
// and weakens no proof.
func TestMoreEvidenceLowersNothing(t *testing.T) {
	strength := []assess.Evidence{assess.NoEvidence, assess.Listed, assess.Filed}
	weaker := func(a, b assess.Evidence) bool { return slices.Index(strength, a) < slices.Index(strength, b) }
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		report := *d.report
		report.Figures = slices.Clone(report.Figures)
		for i := range report.Figures {
			more := rapid.SampledFrom([][]string{nil, {"listed"}, {"filed"}, {"listed", "filed"}}).Draw(t, "more")
			report.Figures[i].Evidence = slices.Concat(more, report.Figures[i].Evidence)
		}
		before, after := d.assess(t, nil, d.report), d.assess(t, nil, &report)
		if before.Levels[0].Verdict != after.Levels[0].Verdict || !slices.Equal(outcomes(before), outcomes(after)) {
			t.Fatalf("evidence changed %v %s into %v %s", outcomes(before), before.Levels[0].Verdict, outcomes(after), after.Levels[0].Verdict)
		}
		if weaker(after.Levels[0].Evidence, before.Levels[0].Evidence) {
			t.Fatalf("the level is less proven: %s, was %s", after.Levels[0].Evidence, before.Levels[0].Evidence)
		}
		for i, c := range before.Levels[0].Criteria {
			if was, is := c.Indicators[0].Evidence, after.Levels[0].Criteria[i].Indicators[0].Evidence; weaker(is, was) {
				t.Fatalf("indicator %s is less proven: %s, was %s", c.Indicators[0].No, is, was)
			}
		}
	})
}

// The totals a level shows are those of the outcomes below it.
func TestTotalsAreThoseOfTheOutcomes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		a := d.assess(t, nil, d.report)
		l := a.Levels[0]
		met, failed := 0, false
		for _, o := range outcomes(a) {
			if o == assess.Met {
				met++
			}
			failed = failed || o == assess.NotMet
		}
		if l.IndicatorsMet != met || l.CriteriaMet != met || l.IndicatorsTotal != len(d.indicators) || l.CriteriaTotal != len(d.indicators) {
			t.Fatalf("%d/%d criteria, %d/%d indicators; %d are met of %d", l.CriteriaMet, l.CriteriaTotal, l.IndicatorsMet, l.IndicatorsTotal, met, len(d.indicators))
		}
		if (l.Verdict == assess.NotEligible) != failed {
			t.Fatalf("verdict %s, failed %v", l.Verdict, failed)
		}
		if (l.Verdict == assess.Eligible) != (met == len(d.indicators) && !l.Doubted) {
			t.Fatalf("verdict %s, %d of %d are met", l.Verdict, met, len(d.indicators))
		}
	})
}

// A figure that cannot be decides nothing in the commune's favour: no level that
// rests on it is eligible, and what failed by the other figures still does.
func TestAnImpossibleFigureCarriesNoTitle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		i := slices.IndexFunc(d.report.Figures, func(f commune.Figure) bool { return f.Value != nil })
		if i < 0 {
			return
		}
		report := *d.report
		report.Figures = slices.Clone(report.Figures)
		report.Figures[i].Value = &commune.Value{Decimal: decimal.NewFromInt(-1)}
		a := d.assess(t, nil, &report)
		judged := false
		for k := range a.Levels[0].Criteria {
			a.Levels[0].Criteria[k].Indicators[0].Leaves(func(leaf *assess.Judgement) {
				judged = judged || leaf.Figure != nil && leaf.Figure.ID == report.Figures[i].ID
			})
		}
		if a.Levels[0].Doubted != judged || judged && a.Levels[0].Verdict == assess.Eligible {
			t.Fatalf("doubted %v, verdict %s; the figure is judged: %v", a.Levels[0].Doubted, a.Levels[0].Verdict, judged)
		}
	})
}
