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
