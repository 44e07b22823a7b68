package vi

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	tests := []struct {
		want     string
		spelling []string
	}{
		{"quang trung", []string{"Quảng Trung", "quang trung", "QUẢNG TRUNG", "Qua\u0309ng  Trung",
			" Quang\u00a0Trung "}},
		{"thanh hoa", []string{"Thanh Hóa", "Thanh Hoá", "thanh hoá", "Thanh Hoa"}},
		{"dak lak", []string{"Đắk Lắk", "Ðắk Lắk", "đăk lăk", "DAK LAK"}},
		{"ea hleo", []string{"Ea H'leo", "Ea H’Leo", "EA H`LEO", "Ea H' leo", "Ea Hleo"}},
		{"ia hdrai", []string{"Ia H' Drai", "Ia H'Drai"}},
		{"ba ria vung tau", []string{"Bà Rịa - Vũng Tàu", "Bà Rịa-Vũng Tàu", "Bà Rịa – Vũng Tàu", "Bà Rịa Vũng Tàu"}},
		{"an thanh 1", []string{"An Thạnh 1", "an thanh 1"}},
		{"nguong", []string{"Ngưỡng", "NGƯỠNG", "ngu\u031bo\u031b\u0303ng"}},
		{"n.t phong hai", []string{"N.T Phong Hải"}},
		{"", []string{"", " ", "-", "’"}},
	}
	for _, tt := range tests {
		for _, s := range tt.spelling {
			if got := Fold(s); got != tt.want {
				t.Errorf("Fold(%q) = %q, want %q", s, got, tt.want)
			}
		}
	}
}

func TestFoldToneSame(t *testing.T) {
	for _, pair := range [][2]string{
		{"Hoà", "Hòa"},
		{"Thanh Hoá", "THANH HÓA"},
		{"thuý", "thúy"},
		{"Thuỵ Khuê", "Thụy Khuê"},
		{"Khoẻ", "Khỏe"},
		{"Quý", "quý"},
		{"Xã Hoà Bình", "xã hòa bình"},
		{"Ea H’Leo", "Ea H'leo"},
		{"Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"},
		{"Đắk Lắk", "Ðắk Lắk"},
		{"Phước Tập", norm.NFD.String("Phước Tập")},
	} {
		if a, b := FoldTone(pair[0]), FoldTone(pair[1]); a != b {
			t.Errorf("FoldTone(%q) = %q, FoldTone(%q) = %q; want one key", pair[0], a, pair[1], b)
		}
	}
}

func TestFoldToneDiffers(t *testing.T) {
	for _, pair := range [][2]string{
		{"Tân Lập", "Tân Lấp"},
		{"Quảng Trung", "Quang Trung"},
		{"Hoằng Quỳ", "Hoằng Quý"},
		{"Ba Tơ", "Ba Tô"},
		{"Đa", "Da"},
		{"Hòa", "Hoa"},
		{"Hoà An", "Hoa Àn"}, // a mark does not leave its syllable
	} {
		if a, b := FoldTone(pair[0]), FoldTone(pair[1]); a == b {
			t.Errorf("FoldTone(%q) = FoldTone(%q) = %q; want two keys", pair[0], pair[1], a)
		}
	}
}

func TestLeavesOut(t *testing.T) {
	tests := []struct {
		typed, name string
		want        bool
	}{
		{"Quảng Trung", "Quảng Trung", true},
		{"quang trung", "Quảng Trung", true},
		{"Hoà", "Hòa", true},
		{"Đăk Lăk", "Đắk Lắk", true},
		{"Dăk Lak", "Đắk Lắk", true},
		{"Lâp", "Lập", true},
		{"Lạp", "Lập", true},
		{"", "", true},
		{"Quảng Trung", "Quang Trung", false},
		{"Quãng Trung", "Quảng Trung", false},
		{"Quang Trùng", "Quảng Trung", false},
		{"Đắk", "Đăk", false},
		{"Đan", "Dân", false},
		{"Tân Lấp", "Tân Lập", false},
		{"Quang", "Quảng Trung", false},
		{"", "Quảng Trung", false},
	}
	for _, tt := range tests {
		if got := LeavesOut(tt.typed, tt.name); got != tt.want {
			t.Errorf("LeavesOut(%q, %q) = %v", tt.typed, tt.name, got)
		}
	}
}

func TestFoldProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkFold(t, text().Draw(t, "s")) })
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Bà Rịa - Vũng Tàu", "Ia H' Drai", "Hoà", "Ðắk Lắk", "İ K Å"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkFold(t, s) })
}

func checkFold(t interface{ Fatalf(string, ...any) }, s string) {
	for name, fold := range map[string]func(string) string{"Fold": Fold, "FoldTone": FoldTone} {
		key := fold(s)
		if again := fold(key); again != key {
			t.Fatalf("%s(%q) = %q, and of that %q", name, s, key, again)
		}
		if got := fold(NFC(s)); got != key {
			t.Fatalf("%s(%q) = %q, but composed %q", name, s, key, got)
		}
		if strings.Contains(key, "  ") || strings.TrimSpace(key) != key {
			t.Fatalf("%s(%q) = %q has spaces to spare", name, s, key)
		}
	}
	if i := strings.IndexFunc(Fold(s), func(r rune) bool { return unicode.Is(unicode.Mn, r) || r == 'đ' }); i >= 0 {
		t.Fatalf("Fold(%q) = %q keeps a diacritic", s, Fold(s))
	}
	if !LeavesOut(s, s) || !LeavesOut(Fold(s), s) {
		t.Fatalf("%q and its fold %q do not both stand for it", s, Fold(s))
	}
	if a, b := Fold(FoldTone(s)), Fold(s); a != b {
		t.Fatalf("Fold(FoldTone(%q)) = %q, want %q: equal under FoldTone must be equal under Fold", s, a, b)
	}
}

func BenchmarkFold(b *testing.B) {
	for b.Loop() {
		Fold("Quảng Trung")
	}
}

func BenchmarkFoldTone(b *testing.B) {
	for b.Loop() {
		FoldTone("Quảng Trung")
	}
}

// The table of plain letters says what the tables of Unicode say.
func TestFoldOfEachLetter(t *testing.T) {
	for r := rune('!'); r < 0x2000; r++ {
		if s := NFC(string(r)); strings.IndexFunc(s, isVariant) >= 0 || strings.ContainsAny(s, "đĐ") {
			continue
		}
		want := strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return unicode.ToLower(r)
		}, norm.NFD.String(NFC(string(r))))
		if got := Fold(string(r)); got != want {
			t.Errorf("%q (%U): %q, want %q", r, r, got, want)
		}
	}
}
