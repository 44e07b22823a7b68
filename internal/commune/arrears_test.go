package commune

import (
	"fmt"
	"testing"

	"ntm/internal/typed"
	"ntm/internal/yamldoc"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func owing(lines ...Amount) *Report {
	r := &Report{Arrears: []Arrear{}}
	for _, a := range lines {
		r.Arrears = append(r.Arrears, Arrear{Work: "giả định", Owed: &a})
	}
	return r
}

func TestOwedTogether(t *testing.T) {
	of := func(b typed.Bound, n int64, words string) Amount {
		return Amount{Decimal: decimal.NewFromInt(n), Bound: b, Words: words}
	}
	exact, below := of("", 500, ""), of(typed.LessThan, 200, "dưới 200 triệu")
	estimate, above := of(typed.About, 1200, "khoảng 1,2 tỷ"), of(typed.MoreThan, 90, "hơn 90 triệu")
	for want, lines := range map[string][]Amount{
		`"" 0 ""`:                   nil,
		`"" 1000 ""`:                {exact, exact},
		`"lt" 200 "dưới 200 triệu"`: {below}, // as it was written
		`"lt" 400 ""`:               {below, below},
		`"about" 1400 ""`:           {below, estimate}, // nothing is certain
		`"gt" 590 ""`:               {exact, above},
		`"ge" 500 "dưới 700 triệu đồng, trong đó chắc chắn 500"`:          {exact, below},
		`"ge" 500 "khoảng 1.700 triệu đồng, trong đó chắc chắn 500"`:      {estimate, exact},
		`"gt" 90 "khoảng 1.290 triệu đồng, trong đó chắc chắn trên 90"`:   {estimate, above},
		`"gt" 590 "khoảng 1.990 triệu đồng, trong đó chắc chắn trên 590"`: {estimate, above, exact, below},
	} {
		sum := owing(lines...).Owed()
		if got := fmt.Sprintf("%q %s %q", sum.Bound, sum.Decimal, sum.Words); got != want {
			t.Errorf("%v: %s, want %s", lines, got, want)
		}
	}
}

// What works owe is read in the words of a document; what is no such number is asked about, at
// its place.
func TestOwedInWords(t *testing.T) {
	for words, want := range map[string]string{
		"dưới 200 triệu đồng": "lt 200", "khoảng 1,2 tỷ đồng": "about 1200", "không còn": " 0",
		"200-300 triệu": "!", "12,5 % tổng nợ": "!",
	} {
		r := new(Report)
		text := fmt.Sprintf("schema: ntm.report.v1\nyear: 2023\ncommune: {code: \"16492\"}\n"+
			"arrears: [{work: giả định, owed: %q}]\n", words)
		if err := yamldoc.Decode("bao-cao.yaml", []byte(text), r); err != nil {
			t.Fatal(err)
		}
		_, wrong := r.words(nil)
		owed := r.Arrears[0].Owed
		got := fmt.Sprintf("%s %s", owed.Bound, owed.Decimal)
		if len(wrong) > 0 {
			got = "!"
		}
		if got != want || len(wrong) > 0 && wrong[0].Line != 4 {
			t.Errorf("%s: %s, %v", words, got, wrong)
		}
	}
}

// Whatever the works really owe within what is told of each, together they owe what their
// sum tells, and an exact sum is of exact ones alone.
func TestOwedHoldsWhatWorksMayOwe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var lines []Amount
		real, exact := decimal.Zero, true
		for range rapid.IntRange(1, 5).Draw(t, "works") {
			told := decimal.NewFromInt(rapid.Int64Range(0, 9).Draw(t, "told"))
			owes := decimal.NewFromInt(rapid.Int64Range(0, 12).Draw(t, "owes"))
			a := Amount{Decimal: told, Bound: rapid.SampledFrom(append(typed.Bounds, "")).Draw(t, "bound")}
			if !a.Bound.Contains(told, owes) {
				a.Bound, owes = "", told
			}
			exact = exact && a.IsExact()
			lines, real = append(lines, a), real.Add(owes)
		}
		sum := owing(lines...).Owed()
		if !sum.Bound.Contains(sum.Decimal, real) || sum.IsExact() != exact {
			t.Fatalf("%v owe %s, and together %q %s", lines, real, sum.Bound, sum.Decimal)
		}
	})
}
