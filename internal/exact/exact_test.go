package exact_test

import (
	"testing"

	"ntm/internal/exact"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

var hundred = decimal.NewFromInt(100)

// number draws everyday numbers, many that differ by their last digit, and now
// and then one that no machine integer holds.
func number(t *rapid.T, name string) decimal.Decimal {
	digits := rapid.OneOf(rapid.Int64Range(-3, 3), rapid.Int64Range(-12_000, 12_000),
		rapid.Int64Range(999_999_999_998, 1_000_000_000_001), rapid.Int64()).Draw(t, name)
	d := decimal.New(digits, rapid.Int32Range(-7, 3).Draw(t, name+" exponent"))
	if rapid.IntRange(0, 9).Draw(t, name+" huge") == 0 {
		d = d.Mul(decimal.New(987_654_321_987_654_321, 0))
	}
	return d
}

// Everything is as package decimal has it, to the last digit and the exponent.
func TestAsDecimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := number(t, "a"), number(t, "b")
		if got, want := exact.Compare(a, b), a.Cmp(b); got != want {
			t.Fatalf("%s against %s: %d, want %d", a, b, got, want)
		}
		d := number(t, "d").Abs().Add(decimal.New(1, -7))
		if rapid.Bool().Draw(t, "of one scale") {
			d = decimal.New(rapid.Int64Range(1, 1_000_000_000_001).Draw(t, "of"), a.Exponent())
		}
		if got, want := exact.CompareRate(a, d, b), a.Mul(hundred).Cmp(b.Mul(d)); got != want {
			t.Fatalf("%s / %s against %s %%: %d, want %d", a, d, b, got, want)
		}
		n, e := number(t, "n"), number(t, "e").Abs().Add(decimal.New(1, -7))
		if rapid.Bool().Draw(t, "both of one scale") {
			draw := func(name string, scale int32) decimal.Decimal {
				return decimal.New(rapid.Int64Range(1, 20_000).Draw(t, name), scale)
			}
			a, d, n, e = draw("a", -2), draw("d", -2), draw("n", 0), draw("e", 0)
		}
		if got, want := exact.CompareRates(a, d, n, e), a.Mul(e).Cmp(n.Mul(d)); got != want {
			t.Fatalf("%s / %s against %s / %s: %d, want %d", a, d, n, e, got, want)
		}
		if got, want := exact.Add(a, n), a.Add(n); !got.Equal(want) || got.Exponent() != want.Exponent() {
			t.Fatalf("%s + %s is %s, want %s", a, n, got, want)
		}
		places := rapid.Int32Range(0, 5).Draw(t, "places")
		if got, want := exact.Percent(a, d, places), a.Mul(hundred).DivRound(d, places); !got.Equal(want) ||
			got.Exponent() != want.Exponent() {
			t.Fatalf("%s / %s: %s %%, want %s %%", a, d, got, want)
		}
	})
}

// What is rounded has no more decimals than asked and is what package decimal makes of it;
// what is trimmed is the same number, whose last decimal is none that could be left out.
func TestRoundedAndTrimmed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, places := number(t, "d"), rapid.Int32Range(0, 5).Draw(t, "places")
		if got, want := exact.Round(d, places), d.Round(places); !got.Equal(want) || got.Exponent() < -places {
			t.Fatalf("%s to %d places: %s, want %s", d, places, got, want)
		}
		want := d.Normalize()
		if want.Exponent() > 0 {
			want = want.Round(0)
		}
		if got := exact.Trimmed(d); !got.Equal(d) || got.Exponent() != want.Exponent() {
			t.Fatalf("%s is trimmed to %s, want %s", d, got, want)
		}
	})
	for text, want := range map[string]string{"0.00": "0", "1.500": "1.5", "-1.500": "-1.5", "1200": "1200",
		"0.05": "0.05"} {
		if got := exact.Trimmed(decimal.RequireFromString(text)); got.String() != want || -got.Exponent() > 2 {
			t.Errorf("%s is trimmed to %s, want %s", text, got, want)
		}
	}
	for text, want := range map[string]string{"2.345": "2.35", "-2.345": "-2.35", "2.3449": "2.34", "7": "7",
		"0.005": "0.01"} {
		if got := exact.Round(decimal.RequireFromString(text), 2); got.String() != want {
			t.Errorf("%s is rounded to %s, want %s", text, got, want)
		}
	}
	var none decimal.Decimal
	if !exact.Trimmed(none).IsZero() || !exact.Round(none, 2).IsZero() {
		t.Error("nothing is not zero")
	}
}

// A rate that is its threshold to the last count is told from its neighbours.
func TestAtTheThreshold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		percent, hundreds := rapid.Int64Range(1, 9_999).Draw(t, "hundredths of a per cent"),
			rapid.Int64Range(1, 99_999_999).Draw(t, "of, in tens of thousands")
		n, d := percent*hundreds, decimal.NewFromInt(10_000*hundreds)
		for step := int64(-1); step <= 1; step++ {
			if got := exact.CompareRate(decimal.NewFromInt(n+step), d, decimal.New(percent, -2)); got != int(step) {
				t.Fatalf("%d / %s against %d: %d, want %d", n+step, d, percent, got, step)
			}
		}
	})
}
