package typed_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/internal/typed"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// The bounds that a number may have, none too.
var everyBound = append([]typed.Bound{""}, typed.Bounds...)

func TestBoundsAreOneThing(t *testing.T) {
	for _, tt := range []struct {
		b                    typed.Bound
		floor, ceiling, open bool
		mirror               typed.Bound
		words                string
	}{
		{"", false, false, false, "", "70"},
		{typed.MoreThan, true, false, true, typed.LessThan, "trên 70"},
		{typed.AtLeast, true, false, false, typed.AtMost, "từ 70 trở lên"},
		{typed.LessThan, false, true, true, typed.MoreThan, "dưới 70"},
		{typed.AtMost, false, true, false, typed.AtLeast, "không quá 70"},
		{typed.About, false, false, false, typed.About, "khoảng 70"},
	} {
		if tt.b.IsFloor() != tt.floor || tt.b.IsCeiling() != tt.ceiling || tt.b.IsOpen() != tt.open ||
			tt.b.Mirror() != tt.mirror || tt.b.Of("70") != tt.words {
			t.Errorf("%q: floor %t, ceiling %t, open %t, mirror %q, %q", tt.b, tt.b.IsFloor(), tt.b.IsCeiling(),
				tt.b.IsOpen(), tt.b.Mirror(), tt.b.Of("70"))
		}
	}
}

// What is within two numbers has its sum within theirs; what falls as it rises is within
// the mirror; and the bounds of a sum do not depend on its order.
func TestBoundsOfSumsAndRests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := func(what string) decimal.Decimal { return decimal.New(rapid.Int64Range(0, 60).Draw(t, what), -1) }
		a, b := rapid.SampledFrom(everyBound).Draw(t, "a"), rapid.SampledFrom(everyBound).Draw(t, "b")
		v, w, x, y := number("v"), number("w"), number("x"), number("y")
		if a.Contains(v, x) && b.Contains(w, y) && !a.With(b).Contains(v.Add(w), x.Add(y)) {
			t.Fatalf("%s in %q %s, %s in %q %s, but not their sum in %q %s", x, a, v, y, b, w, a.With(b), v.Add(w))
		}
		hundred := decimal.NewFromInt(100)
		if a.Contains(v, x) != a.Mirror().Contains(hundred.Sub(v), hundred.Sub(x)) {
			t.Fatalf("%s is in %q %s, its rest not in %q of the rest", x, a, v, a.Mirror())
		}
		if a.With(b) != b.With(a) {
			t.Fatalf("%q with %q is %q, and the other way %q", a, b, a.With(b), b.With(a))
		}
		if c := rapid.SampledFrom(everyBound).Draw(t, "c"); a.With(b).With(c) != a.With(b.With(c)) {
			t.Fatalf("%q, %q, %q are %q or %q", a, b, c, a.With(b).With(c), a.With(b.With(c)))
		}
		if a != typed.About && a.Contains(v, v) == a.IsOpen() {
			t.Fatalf("%s in %q of itself: %t", v, a, a.Contains(v, v))
		}
	})
}

// Words of a bound before a number, with those of the unit behind it, in every pair that
// officials write.
func TestWordsOfBounds(t *testing.T) {
	words := map[typed.Bound][]string{
		typed.MoreThan: {"trên #", "hơn #", "vượt #", "cao hơn #", "> #", "đạt trên #"},
		typed.AtLeast:  {"từ # trở lên", "ít nhất #", "tối thiểu #", "không dưới #", "≥ #", ">= #", "# trở lên", "#+"},
		typed.LessThan: {"dưới #", "gần #", "chưa đến #", "chưa đầy #", "< #", "thấp hơn #"},
		typed.AtMost:   {"không quá #", "tối đa #", "≤ #", "# trở xuống", "nhiều nhất #"},
		typed.About:    {"khoảng #", "ước #", "ước đạt #", "xấp xỉ #", "~ #", "# ước tính", "khoảng trên #"},
		"":             {"#", "đạt #", "là #", "= #", "hiện có #"},
	}
	for _, of := range []struct {
		unit  string
		units []string
	}{
		{"%", []string{"%", " %", " phần trăm"}},
		{"triệu đồng/người/năm", []string{" triệu đồng/người/năm", " triệu đồng", " triệu"}},
		{"hộ", []string{" hộ", ""}}, {"thôn", []string{" thôn"}}, {"km", []string{" km", "km"}},
	} {
		for bound, all := range words {
			for _, form := range all {
				for _, unit := range of.units {
					text := strings.Replace(form, "#", "70"+unit, 1)
					g, err := typed.Read(text, typed.Meaning{Unit: of.unit})
					if got := read(g, err); got != strings.TrimSpace(string(bound)+" 70") {
						t.Errorf("%q in %s is read as %s, want %s 70", text, of.unit, got, bound)
					}
				}
			}
		}
	}
}

// What a report says beside the number must not contradict it, and two things of one kind
// are not taken for one.
func TestContradictions(t *testing.T) {
	rate := typed.Meaning{Unit: "%", CountedIn: "hộ"}
	for _, tt := range []struct{ text, want string }{
		{"61/3987 hộ, đạt 1,53%", "61/3987"}, {"1,53% (61/3987 hộ)", "61/3987"},
		{"1,5% (61/3987)", "61/3987"},  // as it was rounded
		{"1,52% (61/3987)", "61/3987"}, // as it was cut
		{"1,54% (61/3987)", "!ghi 1,54 % nhưng 61 / 3 987 = 1,53 %"},
		{"1,6% (61/3987)", "61/3987"}, // as reports round up
		{"trên 1,5% (61/3987)", "61/3987"}, {"trên 1,6% (61/3987)", "!ghi trên 1,6 %"},
		{"dưới 2% (61/3987)", "61/3987"}, {"dưới 1,5% (61/3987)", "!ghi dưới 1,5 %"},
		{"khoảng 3% (61/3987)", "about 3"}, // an estimate stays one, whatever it was made of
		{"1% (0/0)", "!tổng số là 0"},
		{"1,53%; 1,54%", "!"}, {"61/3987; 62/3987", "!"}, {"trên 1% đến 2%", "!"},
	} {
		got := read(typed.Read(tt.text, rate))
		if want, wrong := strings.CutPrefix(tt.want, "!"); wrong {
			if !strings.HasPrefix(got, "!") || !strings.Contains(got, want) {
				t.Errorf("%q is read as %s, want %s", tt.text, got, tt.want)
			}
		} else if got != tt.want {
			t.Errorf("%q is read as %s, want %s", tt.text, got, tt.want)
		}
	}
}

// A share agrees with its counts however it was printed: rounded or cut at any decimal, or
// as a bound that it keeps; and with no other share that is off by more than that.
func TestSharesAgreeWithTheirCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.Int64Range(1, 9999).Draw(t, "whole")
		part := rapid.Int64Range(0, whole).Draw(t, "part")
		c := typed.Counts{Numerator: decimal.NewFromInt(part), Denominator: decimal.NewFromInt(whole)}
		places := rapid.Int32Range(0, 3).Draw(t, "places")
		exact := c.Numerator.Shift(2).DivRound(c.Denominator, 20)
		for how, share := range map[string]decimal.Decimal{"rounded": exact.Round(places),
			"cut": exact.Truncate(places)} {
			printed := decimal.RequireFromString(share.StringFixed(places)) // with its zeros
			if !c.Agree(printed, "") {
				t.Fatalf("%d of %d is %s, %s to %s", part, whole, exact, how, printed)
			}
			step := decimal.New(1, -places)
			if c.Agree(exact.Truncate(places).Sub(step), "") || c.Agree(exact.Truncate(places).Add(step.Add(step)),
				"") {
				t.Fatalf("%d of %d is %s, and agrees with a step from %s", part, whole, exact, printed)
			}
		}
		off := decimal.New(1, -18)
		if !c.Agree(exact.Sub(off).Truncate(17), typed.AtLeast) && part > 0 ||
			!c.Agree(exact.Add(decimal.NewFromInt(1)), typed.LessThan) ||
			c.Agree(exact.Add(decimal.NewFromInt(1)), typed.AtLeast) || !c.Agree(decimal.NewFromInt(77), typed.About) {
			t.Fatalf("%d of %d: bounds of %s", part, whole, exact)
		}
	})
	for _, tt := range []struct {
		part, whole int64
		share       string
		b           typed.Bound
		want        bool
	}{
		{50, 100, "50", typed.MoreThan, false}, {50, 100, "50", typed.AtLeast, true},
		{50, 100, "50", typed.LessThan, false},
		{50, 100, "50", typed.AtMost, true}, {51, 100, "50", typed.MoreThan, true}, {49, 100, "50", typed.LessThan,
			true},
		{1, 0, "50", "", false}, {1, 0, "50", typed.About, false}, {1, -2, "50", "", false},
	} {
		c := typed.Counts{Numerator: decimal.NewFromInt(tt.part), Denominator: decimal.NewFromInt(tt.whole)}
		if got := c.Agree(decimal.RequireFromString(tt.share), tt.b); got != tt.want {
			t.Errorf("%d/%d and %q %s agree: %t", tt.part, tt.whole, tt.b, tt.share, got)
		}
	}
}

// Whether there is something is answered by Có or Không; Đạt answers another question.
func TestHas(t *testing.T) {
	for want, texts := range map[string][]string{
		"true":  {"Có", "có", "CO", "co\u0301", "Còn", "x", "(x)", "✓", "☑", "yes", "1", " Có. "},
		"false": {"Không", "khong", "Không có", "không còn", "Hết", "✗", "no", "0", "KHÔNG!"},
		"!":     {"", "-", "Đạt", "Chưa đạt", "chưa", "chưa có", "có không", "cố", "2", "có 3 thôn", "?", "còn nợ"},
	} {
		for _, text := range texts {
			has, err := typed.Has(text)
			got := fmt.Sprint(has)
			if err != nil {
				got = "!"
			}
			if got != want {
				t.Errorf("%q is read as %s, want %s", text, got, want)
			}
		}
	}
	if _, err := typed.Has("Đạt"); err == nil || !strings.Contains(sentence(err), "ghi Có hoặc Không") {
		t.Errorf("%v", err)
	}
}

// No answer is both of two, and what is blank is no answer.
func TestAnswersExcludeEachOther(t *testing.T) {
	all := []string{"Có", "Không", "Đạt", "Chưa đạt", "chưa", "rồi", "còn", "hết", "x", "v", "0", "1", "✓", "✗",
		"-", "", "…",
		"chưa có", "không rõ", "n/a", "cơ bản đạt", "yes", "no", "khá", "không có số liệu", "chưa báo cáo"}
	for _, text := range all {
		yes, err := typed.YesNo(text)
		has, hasErr := typed.Has(text)
		if err == nil && hasErr == nil && yes != has {
			t.Errorf("%q is %t and %t", text, yes, has)
		}
		if typed.Blank(text) && (err == nil || hasErr == nil) {
			t.Errorf("%q says nothing, and answers", text)
		}
	}
}

// A sum of several units is one number; what does not add up to one is none.
func TestSumsOfSeveralUnits(t *testing.T) {
	for text, want := range map[string]string{
		"71 tỷ 355 triệu": "71355", "1 tỷ 5 triệu đồng": "1005", "2 tỷ 300 triệu 500 nghìn đồng": "2300.5",
		"hơn 71 tỷ 355 triệu": "gt 71355", "538,336 tỷ đồng": "538336", "0,5 tỷ": "500", "1.200 triệu đồng": "1200",
		"71 triệu 2 tỷ": "!", "71 tỷ 1.355 triệu": "!", "71 tỷ 355": "!", "tỷ 355 triệu": "!", "71 tỷ 355 km": "!",
	} {
		got := read(typed.Read(text, typed.CapitalTotal))
		if want == "!" && !strings.HasPrefix(got, "!") || want != "!" && got != want {
			t.Errorf("%q is read as %s, want %s", text, got, want)
		}
	}
}

// "Không" of what is counted is none of it; of a step, a year or an income it is no number.
func TestNoneOfWhatIsCounted(t *testing.T) {
	for _, tt := range []struct {
		unit, text string
		is         bool
	}{
		{"hộ", "không", true}, {"hộ", "Không có hộ nào", true}, {"nhà", "không còn nhà tạm", true},
		{"vụ", "không xảy ra", true},
		{"triệu đồng", "không còn nợ đọng xây dựng cơ bản", true}, {"triệu đồng", "không", false},
		{"mức độ", "không", false}, {"năm", "không", false}, {"triệu đồng/người/năm", "không", false},
		{"", "không", false},
		{"hộ", "chưa có", false}, {"hộ", "không rõ", false}, {"hộ", "không có số liệu", false},
	} {
		g, err := typed.Read(tt.text, typed.Meaning{Unit: tt.unit})
		if (err == nil) != tt.is || err == nil && (!g.Value.IsZero() || g.Said == "" || g.Bound != "") {
			t.Errorf("%q in %q: %s, said %q", tt.text, tt.unit, read(g, err), g.Said)
		}
	}
	if !slices.Contains(everyBound, typed.About) {
		t.Error("the bounds are not all")
	}
}
