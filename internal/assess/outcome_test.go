package assess

import (
	"testing"

	"ntm/criteria"
	"ntm/internal/commune"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestWholeAndOneOf(t *testing.T) {
	tests := []struct {
		name          string
		in            []Outcome
		whole, either Outcome
	}{
		{"all met", []Outcome{Met, Met}, Met, Met},
		{"one failed", []Outcome{Met, NotMet}, NotMet, Met},
		{"failed outweighs unknown", []Outcome{NoFigure, NotMet, NoThreshold}, NotMet, NoFigure},
		{"unknown outweighs met", []Outcome{Met, NoThreshold}, NoThreshold, Met},
		{"no figure is said before no threshold", []Outcome{NoThreshold, NoFigure}, NoFigure, NoFigure},
		{"not applicable beside met", []Outcome{NotApplicable, Met}, Met, Met},
		{"not applicable beside unknown", []Outcome{NotApplicable, NoFigure}, NoFigure, NoFigure},
		{"none applicable", []Outcome{NotApplicable, NotApplicable}, NotApplicable, NotMet},
		{"nothing at all", nil, Undetermined, NotMet},
		{"undetermined criterion", []Outcome{Met, Undetermined}, Undetermined, Met},
		{"all failed", []Outcome{NotMet, NotMet}, NotMet, NotMet},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := sum(tt.in).whole(); got != tt.whole {
				t.Errorf("whole: %s, want %s", got, tt.whole)
			}
			if got := sum(tt.in).enough(1); got != tt.either {
				t.Errorf("one of: %s, want %s", got, tt.either)
			}
		})
	}
}

func TestTwoOfThree(t *testing.T) {
	tests := []struct {
		in   []Outcome
		want Outcome
	}{
		{[]Outcome{Met, Met, NotMet}, Met},
		{[]Outcome{Met, Met, NoFigure}, Met},
		{[]Outcome{Met, NoFigure, NotMet}, NoFigure},
		{[]Outcome{Met, NoThreshold, NoThreshold}, NoThreshold},
		{[]Outcome{NotMet, NotMet, Met}, NotMet},
		{[]Outcome{NotMet, NotMet, NoFigure}, NotMet},
	}
	for _, tt := range tests {
		if got := sum(tt.in).enough(2); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestWordsForEverything(t *testing.T) {
	for _, o := range []Outcome{Met, NotMet, NoFigure, NoThreshold, NotApplicable, Undetermined} {
		if o.Word() == "" {
			t.Errorf("no word for outcome %s", o)
		}
	}
	for _, v := range []Verdict{Eligible, NotEligible, Undecided} {
		if v.Word() == "" {
			t.Errorf("no word for verdict %s", v)
		}
	}
	for _, e := range byStrength {
		if e.Word() == "" {
			t.Errorf("no word for evidence %s", e)
		}
	}
}

// A gap made good is a threshold met, and a step less is not.
func TestMakingTheGapGood(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		denominator := decimal.NewFromInt(rapid.Int64Range(1, 20000).Draw(t, "denominator"))
		numerator := decimal.NewFromInt(rapid.Int64Range(0, 20000).Draw(t, "numerator"))
		threshold := decimal.New(rapid.Int64Range(0, 10000).Draw(t, "threshold"), -2)
		op := rapid.SampledFrom([]criteria.Op{criteria.AtLeast, criteria.AtMost}).Draw(t, "op")
		req := &criteria.Requirement{Op: op, Value: threshold, Known: true,
			Figure: &criteria.Figure{Unit: criteria.Percent, CountedIn: "hộ"}}
		f := &commune.Figure{Measure: commune.Rate{Numerator: numerator, Denominator: denominator}}
		if reaches(f, op, threshold) {
			return
		}
		g := gap(f, req)
		move := func(count decimal.Decimal) *commune.Figure {
			moved := numerator.Add(count)
			if op == criteria.AtMost {
				moved = numerator.Sub(count)
			}
			return &commune.Figure{Measure: commune.Rate{Numerator: moved, Denominator: denominator}}
		}
		if !reaches(move(g.Count.Decimal), op, threshold) {
			t.Fatalf("%s hộ more do not reach %s", g.Count, threshold)
		}
		if reaches(move(g.Count.Sub(decimal.NewFromInt(1))), op, threshold) {
			t.Fatalf("one hộ less than %s reaches %s too", g.Count, threshold)
		}
	})
}

// Cross-multiplication agrees with exact fractions, and rounding never decides.
func TestReachesIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		threshold := decimal.New(rapid.Int64Range(0, 10000).Draw(t, "threshold"), -2)
		denominator := decimal.NewFromInt(rapid.Int64Range(1, 1_000_000).Draw(t, "denominator"))
		numerator := decimal.NewFromInt(rapid.Int64Range(0, 1_000_000).Draw(t, "numerator"))
		f := &commune.Figure{Measure: commune.Rate{Numerator: numerator, Denominator: denominator}}
		exact := numerator.Rat()
		exact.Quo(exact, denominator.Rat())
		exact.Mul(exact, hundred.Rat())
		want := exact.Cmp(threshold.Rat()) >= 0
		if got := reaches(f, criteria.AtLeast, threshold); got != want {
			t.Fatalf("%s/%s against %s: %v", numerator, denominator, threshold, got)
		}
	})
}

func sum(outcomes []Outcome) *tally {
	var t tally
	for _, o := range outcomes {
		t.add(o)
	}
	return &t
}
