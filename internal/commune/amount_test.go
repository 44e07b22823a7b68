package commune

import (
	"slices"
	"strings"
	"testing"

	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/yamldoc"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// amount is "gt 70" as an amount, "70" as an exact one.
func amount(text string) Amount {
	bound, number, has := strings.Cut(text, " ")
	if !has {
		return Exact(decimal.RequireFromString(text))
	}
	return Amount{Decimal: decimal.RequireFromString(number), Bound: typed.Bound(bound)}
}

// shown is the amount as amount reads it.
func shown(a Amount) string { return strings.TrimSpace(string(a.Bound) + " " + a.String()) }

func TestSumsOfAmounts(t *testing.T) {
	for _, tt := range []struct{ a, b, want string }{
		{"3", "4.5", "7.5"},
		{"gt 3", "4", "gt 7"}, // more than 3 and 4 is more than 7
		{"ge 3", "4", "ge 7"},
		{"ge 3", "ge 4", "ge 7"},
		{"gt 3", "ge 4", "gt 7"},
		{"lt 3", "le 4", "lt 7"},
		{"le 3", "le 4", "le 7"},
		{"gt 3", "lt 4", "about 7"}, // a floor and a ceiling bound nothing
		{"le 3", "ge 4", "about 7"},
		{"about 3", "4", "about 7"},
		{"about 3", "gt 4", "about 7"},
	} {
		if got := shown(amount(tt.a).Plus(amount(tt.b))); got != tt.want {
			t.Errorf("%s and %s are %s, want %s", tt.a, tt.b, got, tt.want)
		}
		if got := shown(amount(tt.b).Plus(amount(tt.a))); got != tt.want {
			t.Errorf("%s and %s are %s, want %s", tt.b, tt.a, got, tt.want)
		}
	}
}

func TestAmountsThatExcludeEachOther(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"70", "70", false},
		{"70", "70.00", false},
		{"70", "71", true},
		{"gt 70", "70", true}, // "trên 70" is not 70
		{"gt 70", "70.01", false},
		{"ge 70", "70", false},
		{"ge 70", "69.99", true},
		{"lt 70", "70", true},
		{"lt 70", "0", false},
		{"le 70", "70", false},
		{"le 70", "70.01", true},
		{"gt 70", "lt 70", true},
		{"ge 70", "le 70", false}, // 70 itself
		{"ge 70", "lt 70", true},
		{"gt 70", "lt 71", false},
		{"gt 70", "gt 90", false}, // anything above both
		{"lt 1", "le 90", false},
		{"about 70", "1000", false}, // an estimate excludes nothing
		{"about 70", "gt 1000", false},
	} {
		if got := amount(tt.a).Excludes(amount(tt.b)); got != tt.want {
			t.Errorf("%s excludes %s: %t", tt.a, tt.b, got)
		}
	}
}

// drawn is an amount out of few numbers, so that they meet.
func drawn(t *rapid.T, what string) Amount {
	bounds := append([]typed.Bound{""}, typed.Bounds...)
	return Amount{Decimal: decimal.New(rapid.Int64Range(0, 8).Draw(t, what), -1),
		Bound: rapid.SampledFrom(bounds).Draw(t, what+"'s bound")}
}

// Whatever two amounts mean is within what their sum means; no number that both can mean
// is left where they exclude each other, and they do so mutually.
func TestWhatAmountsMean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawn(t, "a"), drawn(t, "b")
		x := decimal.New(rapid.Int64Range(-20, 30).Draw(t, "x"), -2)
		y := decimal.New(rapid.Int64Range(-20, 120).Draw(t, "y"), -2)
		sum := a.Plus(b)
		if a.Bound.Contains(a.Decimal, x) && b.Bound.Contains(b.Decimal, y) &&
			!sum.Bound.Contains(sum.Decimal, x.Add(y)) {
			t.Fatalf("%s of %s, %s of %s, but not %s of %s", x, shown(a), y, shown(b), x.Add(y), shown(sum))
		}
		if a.Excludes(b) != b.Excludes(a) {
			t.Fatalf("%s and %s do not exclude each other mutually", shown(a), shown(b))
		}
		both := a.Bound.Contains(a.Decimal, y) && b.Bound.Contains(b.Decimal, y)
		if both && a.Excludes(b) {
			t.Fatalf("%s is both %s and %s, which exclude each other", y, shown(a), shown(b))
		}
		if twice := a.Times(decimal.NewFromInt(2)); shown(twice) != shown(Amount{a.Add(a.Decimal), a.Bound, "", false,
			nil}) {
			t.Fatalf("twice %s is %s", shown(a), shown(twice))
		}
	})
}

func TestAnAmountInWords(t *testing.T) {
	for _, tt := range []struct {
		a    Amount
		want string
	}{
		{amount("70"), "70"},
		{amount("gt 70"), "trên 70"},
		{amount("ge 70"), "từ 70 trở lên"},
		{amount("lt 70"), "dưới 70"},
		{amount("le 70"), "không quá 70"},
		{amount("about 70"), "khoảng 70"},
		{Amount{Decimal: decimal.NewFromInt(70), Bound: typed.About, Words: "ước 70"}, "ước 70"}, // as it was written
	} {
		if got := tt.a.Said(tt.a.String()); got != tt.want {
			t.Errorf("%s is said %q, want %q", shown(tt.a), got, tt.want)
		}
		if tt.a.IsExact() != (tt.a.Bound == "") {
			t.Errorf("%s exact: %t", shown(tt.a), tt.a.IsExact())
		}
	}
}

// Of a measure only a number or an amount is a number.
func TestTheNumberOfAMeasure(t *testing.T) {
	percent := Number{Decimal: decimal.NewFromInt(5), Percent: true}
	for _, tt := range []struct {
		m    Measure
		want string // "" of none
	}{
		{percent, "5"}, {amount("gt 70"), "gt 70"}, {amount("70").Measure(), "70"},
		{Rate{decimal.NewFromInt(1), decimal.NewFromInt(2)}, ""}, {Answer(true), ""}, {half, ""}, {several, ""},
		{nil, ""},
	} {
		a, ok := AmountOf(tt.m)
		if ok != (tt.want != "") || ok && shown(a) != tt.want {
			t.Errorf("%#v: %s, %t, want %q", tt.m, shown(a), ok, tt.want)
		}
	}
	if a, _ := AmountOf(percent); !a.Percent || a.Measure() != Measure(percent) {
		t.Errorf("%+v has lost its sign", a)
	}
	if _, exact := amount("70").Measure().(Number); !exact {
		t.Error("an exact amount is no number")
	}
	if _, bounded := amount("gt 70").Measure().(Amount); !bounded {
		t.Error("a floor is a number")
	}
}

// The value of a line of capital is a number, what is kept of an amount, or words.
func TestAmountsInADocument(t *testing.T) {
	for _, tt := range []struct{ text, want, wrong string }{
		{`70`, "70", ""},
		{`70.25`, "70.25", ""},
		{`{number: 70, bound: gt, words: trên 70 triệu đồng}`, `gt 70 "trên 70 triệu đồng"`, ""},
		{`{number: 1.5, bound: about}`, "about 1.5", ""},
		{`{number: 12}`, "12", ""},
		{`{number: 12, percent: true}`, "12 %", ""},
		{`trên 70 triệu đồng`, `?trên 70 triệu đồng`, ""}, // Read knows what it is of
		{`{bound: gt}`, "", "cần một số, hoặc number và bound"},
		{`{number: 70, bound: over}`, "", `đọc thấy bound "over"`},
		{`{number: 70, bounds: gt}`, "", "bounds"},
		{`[70]`, "", "cần một giá trị đơn"},
		{`"1.234,5"`, "", "1.234,5"}, // a document has its numbers with a point
	} {
		var line struct {
			Value Amount `yaml:"value"`
		}
		err := yamldoc.Decode("x.yaml", []byte("value: "+tt.text+"\n"), &line)
		if tt.wrong != "" {
			if err == nil || !strings.Contains(err.Error(), tt.wrong) || problem.Of(err)[0].Line != 1 {
				t.Errorf("%s: %v, want %s", tt.text, err, tt.wrong)
			}
			continue
		}
		a := line.Value
		got := shown(a)
		switch {
		case a.Unread != nil:
			got = "?" + a.Unread.Text
		case a.Words != "":
			got += ` "` + a.Words + `"`
		case a.Percent:
			got += " %"
		}
		if err != nil || got != tt.want {
			t.Errorf("%s is read as %s (%v), want %s", tt.text, got, err, tt.want)
		}
		written, err := yamldoc.JSON(&line)
		back := line
		back.Value = Amount{}
		if err == nil {
			err = yamldoc.Decode("x.json", written, &back)
		}
		if err != nil || shown(back.Value) != shown(a) || back.Value.Words != a.Words ||
			back.Value.Percent != a.Percent || (back.Value.Unread == nil) != (a.Unread == nil) {
			t.Errorf("%s comes back as %+v (%v):\n%s", tt.text, back.Value, err, written)
		}
	}
}

// Every source has its place, and no source that is told with others is one of those.
func TestSourcesToldTogether(t *testing.T) {
	for _, s := range Sources {
		for _, part := range s.Parts() {
			if !slices.Contains(Sources, part) || part == Total || len(part.Parts()) > 0 {
				t.Errorf("%s cannot be told as %s", part, s)
			}
		}
	}
	if got := State.Parts(); len(got) != 4 { // trung ương, tỉnh, huyện, xã
		t.Errorf("the State's budget has %d levels", len(got))
	}
	if got := PeopleFirms.Parts(); !slices.Equal(got, []Source{Enterprise, People}) {
		t.Errorf("people and firms are %v", got)
	}
}
