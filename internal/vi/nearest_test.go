package vi

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestNearest(t *testing.T) {
	communes := []string{"Quảng Trung", "Quảng Trạch", "Quảng Yên", "Tiên Trang"}
	commands := []string{"assess", "dossier", "template", "check", "gap"}
	tests := []struct {
		name, word string
		choices    []string
		want       string
	}{
		{"left out", "Quảng Trng", communes, "Quảng Trung"},
		{"put in", "Quảng Trungg", communes, "Quảng Trung"},
		{"mistaken", "Quảng Trunh", communes, "Quảng Trung"},
		{"swapped", "Qaung Trung", communes, "Quảng Trung"},
		{"wrong accents", "Quãng Trùng", communes, "Quảng Trung"},
		{"no accents", "tien trang", communes, "Tiên Trang"},
		{"command", "asess", commands, "assess"},
		{"two slips in six letters", "ases", commands, "assess"},
		{"short", "gop", commands, "gap"},
		{"first of equals", "ab", []string{"ac", "ad"}, "ac"},
		{"exact before near", "ad", []string{"ac", "ad"}, "ad"},
		{"far", "Hà Nội", communes, ""},
		{"one letter is no likeness", "1", []string{"2", "3"}, ""},
		{"one letter is itself", "1", []string{"2", "1"}, "1"},
		{"nothing typed", "", communes, ""},
		{"nothing to choose", "gap", nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := Nearest(tt.word, tt.choices)
			if got != tt.want || ok != (tt.want != "") {
				t.Errorf("Nearest(%q) = %q, %v; want %q", tt.word, got, ok, tt.want)
			}
		})
	}
}

func TestNear(t *testing.T) {
	communes := []string{"Hoằng Quỳ", "Hoằng Phú", "Quảng Phúc", "Hoằng Phụ", "Hoằng Phượng"}
	got := Near("Hoằng Phu", communes, 3)
	if want := []string{"Hoằng Phú", "Hoằng Phụ", "Hoằng Quỳ"}; !slices.Equal(got, want) {
		t.Errorf("Near = %q, want %q: most alike first, then as they stand", got, want)
	}
	if got := Near("Hà Nội", communes, 3); len(got) != 0 {
		t.Errorf("Near = %q, want none", got)
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"abc", "abc", 0}, {"abc", "ab", 1}, {"ab", "abc", 1},
		{"abc", "axc", 1}, {"abc", "acb", 1}, {"abcd", "badc", 2}, {"", "abc", 3},
		{"kitten", "sitting", 3},
	}
	for _, tt := range tests {
		if got := distance([]rune(tt.a), []rune(tt.b), 10); got != tt.want {
			t.Errorf("distance(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestDistanceProperties(t *testing.T) {
	word := rapid.SliceOfN(rapid.RuneFrom([]rune("abcđ")), 0, 8)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		d := distance(a, b, 20)
		if d != distance(b, a, 20) {
			t.Fatalf("distance between %q and %q depends on the side", string(a), string(b))
		}
		if (d == 0) != slices.Equal(a, b) || d > max(len(a), len(b)) {
			t.Fatalf("distance(%q, %q) = %d", string(a), string(b), d)
		}
	})
}

func FuzzNearest(f *testing.F) {
	f.Add("asess", "assess", "check")
	f.Fuzz(func(t *testing.T, word, a, b string) {
		choices := []string{a, b}
		got, ok := Nearest(word, choices)
		if ok && !slices.Contains(choices, got) {
			t.Errorf("Nearest(%q) = %q, which was not offered", word, got)
		}
		if Fold(a) == Fold(word) && Fold(a) != "" && got != a {
			t.Errorf("Nearest(%q, %q) = %q, want the one that is the word itself", word, choices, got)
		}
	})
}
