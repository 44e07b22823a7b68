package assess_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/outlook"
	"ntm/internal/typed"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func bounded(b typed.Bound, number, words string) commune.Amount {
	return commune.Amount{Decimal: decimal.RequireFromString(number), Bound: b, Words: words}
}

// printed.tsv: what a bound decides of the income of the worked case, and what it leaves.
func TestABoundDecidesWhereItCan(t *testing.T) {
	for _, tt := range []struct {
		measure commune.Measure
		want    assess.Outcome
		note    string
	}{ // the threshold of 2023 in Bắc Trung Bộ is ≥ 42
		{bounded(typed.MoreThan, "70", "trên 70 triệu đồng/ người/ năm"), assess.Met, ""},
		{bounded(typed.MoreThan, "42", "trên 42"), assess.Met, ""},
		{bounded(typed.AtLeast, "42", "từ 42 trở lên"), assess.Met, ""},
		{bounded(typed.MoreThan, "41", "trên 41"), assess.Undetermined,
			"“trên 41” (tức trên 41 triệu đồng/người/năm) chưa đủ để kết luận: cần số chính xác"},
		{bounded(typed.LessThan, "42", "gần 42"), assess.NotMet, ""},
		{bounded(typed.AtMost, "42", "không quá 42"), assess.Undetermined, "cần số chính xác"},
		{bounded(typed.AtMost, "41", "không quá 41"), assess.NotMet, ""},
		{bounded(typed.About, "44.1", "ước đạt 44,1 triệu đồng"), assess.Undetermined,
			"“ước đạt 44,1 triệu đồng” là số ước, chưa dùng để xét: cần số chính xác"},
	} {
		a := withFigures(t, func(r *commune.Report) {
			r.Figures[0] = commune.Figure{ID: "income_per_capita", Measure: tt.measure}
		})
		ind := indicator(t, a, criteria.NTM, "10")
		if ind.Outcome != tt.want || !strings.Contains(ind.Note, tt.note) || tt.note == "" && ind.Note != "" {
			t.Errorf("%v: %s, %q", tt.measure, ind.Outcome, ind.Note)
		}
		if ind.NeedsExact() != (tt.want == assess.Undetermined) {
			t.Errorf("%v: needs exact: %v", tt.measure, ind.NeedsExact())
		}
	}
}

// Of what comes one by one there is no half, and of nothing less than none.
func TestABoundIsCutToWhatCanBe(t *testing.T) {
	for _, tt := range []struct {
		figure, indicator string
		measure           commune.Amount
		want              assess.Outcome
	}{ // none at all
		{"makeshift_houses", "9.1", bounded(typed.LessThan, "1", "dưới 1 căn"), assess.Met},
		{"makeshift_houses", "9.1", bounded(typed.AtMost, "0", "không quá 0"), assess.Met},
		{"makeshift_houses", "9.1", bounded(typed.MoreThan, "0", "hơn 0"), assess.NotMet},
		{"makeshift_houses", "9.1", bounded(typed.LessThan, "2", "dưới 2 căn"), assess.Undetermined},
		{"income_per_capita", "10", bounded(typed.MoreThan, "41.5", "trên 41,5"), assess.Undetermined}, // 41,7 too
	} {
		a := withFigures(t, func(r *commune.Report) {
			r.Figures = []commune.Figure{{ID: tt.figure, Measure: tt.measure}}
		})
		if ind := indicator(t, a, criteria.NTM, tt.indicator); ind.Outcome != tt.want {
			t.Errorf("%s %s: %s, want %s", tt.figure, tt.measure.Words, ind.Outcome, tt.want)
		}
	}
}

// How far a bound misses is a bound too.
func TestTheGapOfABound(t *testing.T) {
	for _, tt := range []struct {
		measure commune.Measure
		want    string
	}{
		{bounded(typed.LessThan, "40", "dưới 40"), "thiếu trên 2 triệu đồng/người/năm"},
		{bounded(typed.AtMost, "40", "không quá 40"), "thiếu từ 2 triệu đồng/người/năm trở lên"},
		{bounded(typed.LessThan, "42", "dưới 42"), "thiếu, cần số chính xác để biết bao nhiêu"},
	} {
		a := withFigures(t, func(r *commune.Report) {
			r.Figures[0] = commune.Figure{ID: "income_per_capita", Measure: tt.measure}
		})
		if ind := indicator(t, a, criteria.NTM, "10"); ind.Gap == nil || ind.Gap.Text() != tt.want {
			t.Errorf("%v: %v, want %q", tt.measure, ind.Gap, tt.want)
		}
	}
}

// What only a bound or an estimate stands for is owed, with what stands there.
func TestAnExactNumberIsOwed(t *testing.T) {
	a := withFigures(t, func(r *commune.Report) {
		r.Figures[0] = commune.Figure{ID: "income_per_capita", Measure: bounded(typed.MoreThan, "41", "trên 41 triệu")}
	})
	owed := outlook.ShortfallOf(a).Levels[0].NoFigure
	i := slices.IndexFunc(owed, func(f outlook.FigureOwed) bool { return f.Figure.ID == "income_per_capita" })
	if i < 0 || !strings.HasSuffix(owed[i].Asked(), "(đang ghi “trên 41 triệu”, cần số chính xác)") {
		t.Errorf("%+v", owed)
	}
}

// numbersWithin are numbers that a bound may stand for, those at its edge among them.
func numbersWithin(t *rapid.T, a commune.Amount) []decimal.Decimal {
	var out []decimal.Decimal
	tiny := decimal.New(1, -6)
	for _, n := range []decimal.Decimal{a.Decimal, a.Add(tiny), a.Sub(tiny), decimal.Zero, decimal.NewFromInt(100),
		decimal.NewFromInt(rapid.Int64Range(0, 100).Draw(t, "within"))} {
		if a.Bound.Contains(a.Decimal, n) && !n.IsNegative() && n.LessThanOrEqual(decimal.NewFromInt(100)) {
			out = append(out, n)
		}
	}
	return out
}

// withMeasure is the report with a figure that says something else.
func withMeasure(r *commune.Report, i int, m commune.Measure) *commune.Report {
	out := *r
	out.Figures = slices.Clone(r.Figures)
	out.Figures[i].Measure = m
	return &out
}

// anyNumber draws a figure of the report that is a number or a rate, -1 where none is.
func anyNumber(t *rapid.T, r *commune.Report) int {
	var of []int
	for i := range r.Figures {
		if _, answer := r.Figures[i].Measure.(commune.Answer); !answer {
			of = append(of, i)
		}
	}
	if of == nil {
		return -1
	}
	return rapid.SampledFrom(of).Draw(t, "figure")
}

// A bound never decides what some number within it would not, of every kind of threshold,
// alone and in parts, by columns and overlays; and a number within a bound decides what
// the bound does.
func TestABoundDecidesNothingThatANumberWithinItWouldNot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		i := anyNumber(t, d.report)
		if i < 0 {
			return
		}
		a := commune.Amount{Decimal: decimal.NewFromInt(rapid.Int64Range(0, 100).Draw(t, "number")),
			Bound: rapid.SampledFrom(typed.Bounds[:4]).Draw(t, "bound")} // an estimate is as if there were none
		before := d.assess(t, withMeasure(d.report, i, a))
		for _, n := range numbersWithin(t, a) {
			after := d.assess(t, withMeasure(d.report, i, commune.Number{Decimal: n}))
			if slices.ContainsFunc(after.Findings, func(f assess.Finding) bool { return f.Code == "not_whole" }) {
				continue // no number that can be
			}
			for _, decided := range []assess.Outcome{assess.Met, assess.NotMet, assess.NotApplicable} {
				stays(t, fmt.Sprintf("%s %s is %s: it", a.Bound, a.Decimal, n), before, after, decided)
			}
		}
	})
}

// stays holds that what came to an outcome still does, and so of the verdicts.
func stays(t *rapid.T, what string, before, after *assess.Assessment, decided assess.Outcome) {
	t.Helper()
	a, b := outcomes(before), outcomes(after)
	for i := range a {
		if a[i] == decided && b[i] != decided {
			t.Fatalf("%s turned judgement %d from %s into %s", what, i+1, a[i], b[i])
		}
	}
	for i := range before.Levels {
		was, is := before.Levels[i].Verdict, after.Levels[i].Verdict
		if was != assess.Undecided && was != is {
			t.Fatalf("%s turned %s from %s into %s", what, before.Levels[i].Level, was, is)
		}
	}
}

// A bound that is drawn tighter turns nothing round.
func TestATighterBoundTurnsNothingRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		i := anyNumber(t, d.report)
		if i < 0 {
			return
		}
		b := rapid.SampledFrom(typed.Bounds[:4]).Draw(t, "bound")
		wide := commune.Amount{Decimal: decimal.NewFromInt(rapid.Int64Range(0, 90).Draw(t, "number")), Bound: b}
		tight := wide
		step := decimal.NewFromInt(rapid.Int64Range(0, 10).Draw(t, "step"))
		if b.IsCeiling() {
			step = step.Neg()
		}
		tight.Decimal = decimal.Max(decimal.Zero, tight.Add(step))
		if b == typed.AtLeast {
			tight.Bound = rapid.SampledFrom([]typed.Bound{typed.MoreThan, typed.AtLeast}).Draw(t, "tighter")
		}
		if tight.Excludes(commune.Amount{Bound: typed.AtLeast}) ||
			tight.Excludes(commune.Amount{Decimal: decimal.NewFromInt(100), Bound: typed.AtMost}) {
			return // no rate can be so: the figure is doubted
		}
		before, after := d.assess(t, withMeasure(d.report, i, wide)), d.assess(t, withMeasure(d.report, i, tight))
		for _, decided := range []assess.Outcome{assess.Met, assess.NotMet} {
			stays(t, "a tighter bound", before, after, decided)
		}
	})
}

// An estimate changes no verdict: it is as if nothing were reported.
func TestAnEstimateChangesNoVerdict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawAll(t)
		i := anyNumber(t, d.report)
		if i < 0 {
			return
		}
		without := *d.report
		without.Figures = slices.Delete(slices.Clone(d.report.Figures), i, i+1)
		about := commune.Amount{Decimal: decimal.NewFromInt(rapid.Int64Range(0, 100).Draw(t, "number")),
			Bound: typed.About}
		before, after := d.assess(t, &without), d.assess(t, withMeasure(d.report, i, about))
		if a, b := verdicts(before), verdicts(after); fmt.Sprint(a) != fmt.Sprint(b) {
			t.Fatalf("about %s: %v, without it %v", about, b, a)
		}
		a, b := outcomes(before), outcomes(after)
		for k := range a {
			if a[k] != b[k] && (!a[k].Unknown() || !b[k].Unknown()) {
				t.Fatalf("about %s: judgement %d is %s, without it %s", about, k+1, b[k], a[k])
			}
		}
	})
}

// Of the invented commune every figure in turn is an estimate, and a bound that takes in
// the number: no verdict turns but to undecided, and what relates figures finds nothing
// wrong that a number within would not be.
func TestEveryFigureAsABound(t *testing.T) {
	lib := load(t, officePack)
	base := readReport(t, invented, lib)
	in := input(t, lib, base)
	whole := assess.Assess(in)
	tried := 0
	for i := range base.Figures {
		value, isNumber := commune.AmountOf(base.Figures[i].Measure)
		if rate, isRate := base.Figures[i].Measure.(commune.Rate); isRate {
			value, isNumber = commune.Exact(rate.Numerator.Shift(2).DivRound(rate.Denominator, 2)), true
		}
		if n, is := base.Figures[i].Measure.(commune.Number); !isNumber || is && n.Word != "" {
			continue
		}
		for _, b := range typed.Bounds {
			tried++
			value := value
			value.Bound = b
			switch b {
			case typed.MoreThan:
				value.Decimal = value.Sub(decimal.NewFromInt(1))
			case typed.LessThan:
				value.Decimal = value.Add(decimal.NewFromInt(1))
			}
			in.Report = withMeasure(base, i, value)
			a := assess.Assess(in)
			for k, l := range a.Levels {
				if was := whole.Levels[k].Verdict; l.Verdict != was && l.Verdict != assess.Undecided {
					t.Errorf("%s %s %s: %s is %s", base.Figures[i].ID, b, value, l.Level, l.Verdict)
				}
			}
			for _, f := range a.Findings {
				if f.Severity == assess.Wrong {
					t.Errorf("%s %s %s: %s", base.Figures[i].ID, b, value, f.Message)
				}
			}
		}
	}
	if tried < 150 {
		t.Errorf("only %d bounds were tried", tried)
	}
}

// A relation is broken by a bound only where every number within it breaks it, and by an
// estimate never.
func TestRelationsOfBounds(t *testing.T) {
	for _, tt := range []struct {
		part, whole commune.Measure
		broken      bool
	}{
		{bounded(typed.MoreThan, "60", "trên 60 %"), value("40"), true},
		{bounded(typed.AtLeast, "40", "từ 40 % trở lên"), value("40"), false},
		{bounded(typed.MoreThan, "30", "trên 30 %"), value("40"), false},
		{bounded(typed.LessThan, "90", "dưới 90 %"), value("40"), false},
		{value("60"), bounded(typed.AtMost, "40", "không quá 40 %"), true},
		{value("60"), bounded(typed.MoreThan, "40", "trên 40 %"), false},
		{bounded(typed.MoreThan, "60", ""), bounded(typed.LessThan, "50", ""), true},
		{bounded(typed.MoreThan, "60", ""), bounded(typed.MoreThan, "50", ""), false},
		{bounded(typed.About, "60", "ước 60 %"), value("40"), false},
		{value("60"), bounded(typed.About, "40", "ước 40 %"), false},
	} {
		a := withFigures(t, func(r *commune.Report) {
			r.Figures = []commune.Figure{{ID: "certified_labour_rate", Measure: tt.part},
				{ID: "trained_labour_rate", Measure: tt.whole}}
		})
		broken := slices.ContainsFunc(a.Findings, func(f assess.Finding) bool { return f.Code == "part_exceeds_other" })
		if broken != tt.broken {
			t.Errorf("%v of %v: broken %v", tt.part, tt.whole, broken)
		}
	}
}

// printed.tsv: parts that add to 107.500 do not contradict "hơn 107 tỷ".
func TestSumsOfBounds(t *testing.T) {
	line := func(s commune.Source, number string, b typed.Bound, words string) commune.Capital {
		a := bounded(b, number, words)
		return commune.Capital{Source: s, Value: &a}
	}
	for name, tt := range map[string]struct {
		lines []commune.Capital
		want  string // total, what no source has, findings
	}{
		"parts of more than a floor": {[]commune.Capital{line(commune.Own, "100000", "", ""),
			line(commune.People, "7500", "", ""), line(commune.Total, "107000", typed.MoreThan, "hơn 107 tỷ đồng")},
			"hơn 107 tỷ đồng; -"},
		"parts of less than a floor": {[]commune.Capital{line(commune.Own, "100000", "", ""),
			line(commune.Total, "107000", typed.MoreThan, "hơn 107 tỷ đồng")},
			"hơn 107 tỷ đồng; trên 7000; capital_unallocated"},
		"parts of more than a ceiling": {[]commune.Capital{line(commune.Own, "123456", "", ""),
			line(commune.Total, "107000", typed.LessThan, "gần 107 tỷ")}, "gần 107 tỷ; -; capital_exceeds_total"},
		"a part with a floor of more than the total": {[]commune.Capital{
			line(commune.Own, "120000", typed.MoreThan, "hơn 120 tỷ"), line(commune.Total, "107123", "", "")},
			"107123; -; capital_exceeds_total"},
		"a part with a ceiling of more than the total": {[]commune.Capital{
			line(commune.Own, "120000", typed.LessThan, "gần 120 tỷ"), line(commune.Total, "107123", "", "")},
			"107123; -"},
		"an estimate of the total": {[]commune.Capital{line(commune.Own, "120000", "", ""),
			line(commune.Total, "107000", typed.About, "ước 107 tỷ")}, "ước 107 tỷ; -"},
		"no total, and a floor": {[]commune.Capital{line(commune.Own, "100", "", ""),
			line(commune.People, "27000", typed.MoreThan, "hơn 27 tỷ")}, "trên 27100; -; capital_total"},
	} {
		a := withFigures(t, func(r *commune.Report) { r.Capital = tt.lines })
		rest := "-"
		if u := a.Capital.Unallocated; u != nil {
			rest = a.Capital.UnallocatedBound.Of(u.String())
		}
		total := commune.Amount{Decimal: a.Capital.Total.Decimal, Bound: a.Capital.TotalBound,
			Words: a.Capital.TotalWords}
		got := total.Said(total.String()) + "; " + rest
		for _, f := range a.Findings {
			if strings.HasPrefix(f.Code, "capital_") {
				got += "; " + f.Code
			}
		}
		if got != strings.TrimSuffix(tt.want, "; capital_total") {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
	}
}
