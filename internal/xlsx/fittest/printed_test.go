package fittest

import (
	"strings"
	"testing"
)

// A cell's words are looked for within its box: what stands outside is lacking, a word over
// two lines is broken, but after a hyphen or a stroke.
func TestWithin(t *testing.T) {
	at := func(text string, x, y float64) word {
		return word{Left: x, Right: x + 5*float64(len(text)), Top: y, Bottom: y + 10, Text: text}
	}
	for name, tt := range map[string]struct {
		says  string
		words []word
		told  string // "" for nothing
	}{
		"whole":                 {"mot hai", []word{at("mot", 12, 12), at("hai", 32, 12)}, ""},
		"in another order":      {"mot hai", []word{at("hai", 32, 12), at("mot", 12, 12)}, ""},
		"in two lines":          {"mot hai", []word{at("hai", 12, 24), at("mot", 12, 12)}, ""},
		"drawn in parts":        {"mot hai", []word{at("m", 12, 12), at("ot", 18, 12.4), at("hai", 32, 12)}, ""},
		"below the box":         {"mot hai", []word{at("mot", 12, 12), at("hai", 12, 50)}, `lacks "hai"`},
		"beside the box":        {"mot hai", []word{at("mot", 12, 12), at("hai", 120, 12)}, `lacks "hai"`},
		"broken":                {"mothai", []word{at("mot", 12, 12), at("hai", 12, 24)}, `breaks a word after "mot"`},
		"broken at a hyphen":    {"mot-hai", []word{at("mot-", 12, 12), at("hai", 12, 24)}, ""},
		"beside another's word": {"mot", []word{at("mot", 12, 12), at("x", 40, 12)}, ""},
		"nothing":               {"mot", nil, `lacks "mot"`},
	} {
		got := within(tt.says, tt.words, 10, 10, 60, 30)
		if (got == "") != (tt.told == "") || !strings.HasPrefix(got, tt.told) {
			t.Errorf("%s: %q, want %q", name, got, tt.told)
		}
	}
}

// A number is looked for by its digits, however its format writes it.
func TestNumber(t *testing.T) {
	at := func(text string) []word { return []word{{Left: 12, Right: 20, Top: 12, Bottom: 20, Text: text}} }
	for _, tt := range []struct {
		value float64
		words []word
		told  string // "" for nothing
	}{
		{1234.5, at("1.234,5"), ""}, {69.999, at("70,00"), ""}, {-3, at("(3)"), ""}, {0, at("Không"), ""},
		{0.25, at("≥0,25"), ""}, {1234, at("###"), "has no room"}, {1234, nil, "lacks the number 1234"},
		{1234, at("1.334"), `lacks the number 1234, there is "1.334"`},
		{1234, []word{{Left: 90, Right: 99, Top: 12, Bottom: 20, Text: "1.234"}}, "lacks the number 1234"},
	} {
		got := number(tt.value, tt.words, [4]float64{10, 10, 60, 30})
		if (got == "") != (tt.told == "") || !strings.HasPrefix(got, tt.told) {
			t.Errorf("%v: %q, want %q", tt.value, got, tt.told)
		}
	}
}
