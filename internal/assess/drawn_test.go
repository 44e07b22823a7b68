package assess_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/outlook"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// The properties of invented_test.go hold for any standard, so the standards are
// drawn: a few figures, each good when it is high, when it is low or at one value
// only, and indicators that ask for them in every way the law does.

// drawnFigure is a figure of a drawn standard: at least is asked of it, at most,
// exactly, or that it is declared.
type drawnFigure struct {
	entry *criteria.Figure
	op    string // at_least, at_most, more_than, less_than, exactly or declared
}

func drawFigures(t *rapid.T) []drawnFigure {
	out := make([]drawnFigure, rapid.IntRange(2, 5).Draw(t, "figures"))
	for i := range out {
		f := &criteria.Figure{ID: fmt.Sprintf("f%d", i), Name: fmt.Sprintf("Số liệu %d", i), Unit: "hộ"}
		op := rapid.SampledFrom([]string{"at_least", "at_most", "at_least", "at_most", "more_than", "less_than",
			"exactly", "declared"}).Draw(t, "op")
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
		return &node{figure: rapid.SampledFrom(figures).Draw(t, "figure"), threshold: rapid.IntRange(-1, 12).Draw(t,
			"threshold")}
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
		case n.figure.op == "at_least", n.figure.op == "more_than":
			out.threshold += step
		case n.figure.op == "exactly": // any other value would ask for something else
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

// drawnIndicator is an indicator of a drawn standard, in a criterion of a level.
type drawnIndicator struct {
	level     criteria.Level
	criterion int
	no        string
	ask       *node
	ifAny     bool // not applicable to communes without a craft village
}

// drawn is a world: standards of one level or more, each but the first resting on
// the one below, conditions, and a report.
type drawn struct {
	figures    []drawnFigure
	levels     []criteria.Level
	indicators []drawnIndicator
	conditions []*node
	report     *commune.Report
	statuses   []criteria.Status // of the indicators; none: all are seen
}

func drawAll(t *rapid.T) drawn {
	d := drawn{figures: drawFigures(t), levels: criteria.Levels[:rapid.IntRange(1, 3).Draw(t, "levels")]}
	for _, level := range d.levels {
		for c := range rapid.IntRange(1, 3).Draw(t, "criteria") {
			for k := range rapid.IntRange(1, 2).Draw(t, "indicators") {
				d.indicators = append(d.indicators, drawnIndicator{level, c + 1, fmt.Sprintf("%d.%d", c+1, k+1),
					drawNode(t, d.figures, 2), rapid.IntRange(0, 4).Draw(t, "if any") == 0})
			}
		}
	}
	for range rapid.IntRange(0, 1).Draw(t, "conditions") {
		d.conditions = append(d.conditions, drawNode(t, d.figures, 1))
	}
	d.report = &commune.Report{Year: 2010, Evidence: []commune.Evidence{{ID: "listed", Title: "A"},
		{ID: "filed", Title: "B", File: "a.pdf"}}}
	if rapid.Bool().Draw(t, "no craft village") {
		d.report.Traits = []criteria.Trait{criteria.NoCraftVillage}
	}
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
	out := commune.Figure{ID: f.entry.ID, Evidence: rapid.SampledFrom([][]string{nil, {"listed"}, {"filed"}}).Draw(
		t, "evidence")}
	number := func(from, to int64, what string) *decimal.Decimal {
		d := decimal.NewFromInt(rapid.Int64Range(from, to).Draw(t, what))
		return &d
	}
	switch {
	case f.op == "declared":
		out.Measure = commune.Answer(rapid.Bool().Draw(t, "met"))
	case f.entry.Unit == criteria.Percent && rapid.Bool().Draw(t, "counts"):
		of := number(1, 300, "denominator")
		out.Measure = commune.Rate{Numerator: *number(0, min(40, of.IntPart()), "numerator"), Denominator: *of}
	default:
		out.Measure = commune.Number{Decimal: *number(0, 14, "value")}
	}
	return out
}

// standard is the drawn standard of a level, as a pack.
func (d drawn) standard(level criteria.Level, below criteria.Level) string {
	var out strings.Builder
	fmt.Fprintf(&out, "schema: ntm.standard.v1\nid: %s\nlevel: %[1]s\nname: S\nyears: {from: 2010, to: "+
		"2010}\ndecision: {number: 1/QĐ}\n", level)
	if below != "" {
		fmt.Fprintf(&out, "prerequisite: {level: %s, text: P, status: seen, source: s}\n", below)
	}
	out.WriteString("criteria:\n")
	criterion := 0
	for i, ind := range d.indicators {
		if ind.level != level {
			continue
		}
		status := criteria.Seen
		if d.statuses != nil {
			status = d.statuses[i]
		}
		if ind.criterion != criterion {
			criterion = ind.criterion
			fmt.Fprintf(&out, "  - no: \"%d\"\n    name: C\n    indicators:\n", criterion)
		}
		unless := ""
		if ind.ifAny {
			unless = "applies_unless: [no_craft_village], "
		}
		fmt.Fprintf(&out, "      - {no: \"%s\", name: I, %srules: [{%s, status: %s, source: s, checked_by: A, "+
			"checked_on: 2010-01-01}]}\n", ind.no, unless, ind.ask.yaml(), status)
	}
	return out.String()
}

// procedure has a condition that every drawn report meets, and those drawn.
func (d drawn) procedure() string {
	out := `schema: ntm.procedure.v1
id: p
name: P
years: {from: 2010, to: 2010}
decision: {number: 3/QĐ}
conditions:
  - {id: security, name: S, rules: [{figure: security_standard, declared: true, status: seen, source: s}]}
`
	for i, n := range d.conditions {
		out += fmt.Sprintf("  - {id: c%d, name: C, rules: [{%s, status: seen, source: s}]}\n", i, n.yaml())
	}
	return out
}

// drawnOverlay asks of each drawn indicator something else.
type drawnOverlay struct {
	layer criteria.Layer
	asks  []*node
}

func (d drawn) overlay(o drawnOverlay) string {
	out := fmt.Sprintf("schema: ntm.overlay.v1\nid: %s\nname: O\nlayer: %[1]s\nyears: {from: 2010, to: "+
		"2010}\ndecision: {number: 2/QĐ}\nset:\n", o.layer)
	for i, n := range o.asks {
		out += fmt.Sprintf("  - {indicator: %s/%s, %s, status: seen, source: s}\n", d.indicators[i].level,
			d.indicators[i].no, n.yaml())
	}
	return out
}

func decoded[T any](t *rapid.T, text string) *T {
	out := new(T)
	if err := packs.Decode("drawn.yaml", []byte(text), out); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return out
}

// assess judges the report by the drawn standards with the overlays over them,
// which stand in the library in the order given.
func (d drawn) assess(t *rapid.T, report *commune.Report, over ...drawnOverlay) *assess.Assessment {
	security := &criteria.Figure{ID: commune.SecurityFigure, Unit: criteria.Declared}
	lib := &criteria.Library{Figures: map[string]*criteria.Figure{security.ID: security}}
	for _, f := range d.figures {
		lib.Figures[f.entry.ID] = f.entry
	}
	below := criteria.Level("")
	for _, level := range d.levels {
		lib.Standards = append(lib.Standards, decoded[criteria.Standard](t, d.standard(level, below)))
		below = level
	}
	lib.Procedures = []*criteria.Procedure{decoded[criteria.Procedure](t, d.procedure())}
	for _, o := range over {
		lib.Overlays = append(lib.Overlays, decoded[criteria.Overlay](t, d.overlay(o)))
	}
	set, err := lib.Resolve(criteria.Query{Year: 2010, Region: criteria.NorthCentral, Traits: report.Traits})
	if err != nil {
		t.Fatal(err)
	}
	return assess.Assess(assess.Input{Report: report, Set: set})
}

// Each figure, document and threshold that is owed is named once, with all that wait
// for it, and what failed says whether it is of parts.
func TestWhatIsOwedIsNamedOnce(t *testing.T) {
	shared, parted := false, map[bool]bool{}
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		a := d.assess(t, d.report)
		for i, short := range outlook.ShortfallOf(a).Levels {
			var figures, papers, thresholds []string
			for _, o := range short.NoThreshold {
				thresholds = append(thresholds, o.ID+" "+string(o.SetBy))
			}
			for _, f := range short.NoFigure {
				figures = append(figures, f.Figure.ID)
				shared = shared || len(f.For) > 1
			}
			for _, e := range short.Evidence {
				papers = append(papers, e.Figure.ID)
			}
			for _, list := range [][]string{figures, papers, thresholds} {
				slices.Sort(list)
				if len(slices.Compact(slices.Clone(list))) != len(list) {
					t.Fatalf("owed twice: %v", list)
				}
			}
			ofParts := map[string]bool{}
			for _, c := range a.Levels[i].Criteria {
				for _, ind := range c.Indicators {
					ofParts[ind.No] = len(ind.Parts) > 0
				}
			}
			for _, c := range a.Levels[i].Conditions {
				ofParts[c.ID] = len(c.Parts) > 0
			}
			for _, u := range short.NotMet {
				parted[u.Parted] = true
				if u.Parted != ofParts[u.No] {
					t.Fatalf("%s is said to be of parts: %v", u.ID, u.Parted)
				}
			}
		}
	})
	if !shared || len(parted) != 2 {
		t.Errorf("the drawn worlds were one-sided: %v, %v", shared, parted)
	}
}
