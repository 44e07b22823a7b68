package vi

import (
	"slices"
	"strings"
	"testing"
)

func TestFirstLetters(t *testing.T) {
	for text, want := range map[string][2]string{
		"": {"", ""}, "đạt": {"Đạt", "đạt"}, "Ủy ban": {"Ủy ban", "ủy ban"}, "10 xã": {"10 xã", "10 xã"},
		"XÃ": {"XÃ", "xÃ"},
	} {
		if got := [2]string{Capital(text), Lower(text)}; got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestNonEmpty(t *testing.T) {
	given := []string{"", "a", "", "b"}
	if got := NonEmpty(given...); !slices.Equal(got, []string{"a", "b"}) ||
		!slices.Equal(given, []string{"", "a", "", "b"}) {
		t.Errorf("%q of %q", got, given)
	}
	if got := Join("; ", given...); got != "a; b" {
		t.Errorf("joined: %q", got)
	}
}

func TestList(t *testing.T) {
	say := func(n int) string { return strings.Repeat("a", n) }
	for want, items := range map[string][]int{"": nil, "a": {1}, "a; ; aaa": {1, 0, 3}} {
		if got := List("; ", items, say); got != want {
			t.Errorf("%v: %q, want %q", items, got, want)
		}
	}
}

func TestShort(t *testing.T) {
	for text, want := range map[string]string{"": "", "xã": "xã", "huyện": "huyện", "thị xã": "thị x…"} {
		if got := Short(text, 5); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Quảng Trung": "quang-trung", "Krông Pắc - Đắk Lắk": "krong-pac-dak-lak", "Ea H'leo": "ea-hleo",
		"../../x": "x", "": "", "2023-1-ABC": "2023-1-abc",
	} {
		if got := Slug(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestUnbroken(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "đạt": "đạt", "hoặc ≥ 50% ở xã": "hoặc ≥\u00a050% ở xã",
		"từ 15 % đến 20 %": "từ 15\u00a0% đến 20\u00a0%",
		"≤ 1,1 %; ≥ 2 hộ":  "≤\u00a01,1\u00a0%; ≥\u00a02 hộ",
	} {
		if got := Unbroken(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
