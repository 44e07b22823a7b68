package vi

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestNFC(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty", "", ""},
		{"clean", "Quảng Trung", "Quảng Trung"},
		{"decomposed", "Qua\u0309ng Trung", "Quảng Trung"},
		{"half decomposed", "Tâ\u0323p", "Tập"},
		{"trimmed", "  Quảng Trung\t", "Quảng Trung"},
		{"runs", "Quảng   Trung", "Quảng Trung"},
		{"line break in a cell", "Quảng\r\nTrung", "Quảng Trung"},
		{"non-breaking", "69\u00a0triệu", "69 triệu"},
		{"figure space", "1\u2007234", "1 234"},
		{"narrow", "98,61\u202f%", "98,61 %"},
		{"ideographic", "Quảng\u3000Trung", "Quảng Trung"},
		{"mixed run", "a \u00a0\u202f b", "a b"},
		{"zero width", "Quảng\u200b Trung\ufeff", "Quảng Trung"},
		{"soft hyphen", "Quảng Tr\u00adung", "Quảng Trung"},
		{"joiner before a mark", "Qua\u200d\u0309ng", "Quảng"},
		{"a control code parts what stands around it", "1\x1d5/3\x07", "1 5/3"},
		{"only spaces", " \u00a0\u200b ", ""},
		{"invalid bytes", "Qu\xffng", "Qu\ufffdng"},
		{"placement is kept", "Thanh Hoá, Thanh Hóa", "Thanh Hoá, Thanh Hóa"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := NFC(tt.in); got != tt.want {
				t.Errorf("NFC(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

// text draws what a cell may hold: Vietnamese letters composed and not, signs,
// and spaces of every kind.
func text() *rapid.Generator[string] {
	letters := []rune("aăâbcdđeêghiklmnoôơpqrstuưvxyAĐÔƠƯ" +
		"àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ" +
		"\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b" +
		"0123456789.,;()%/ '’-–\u00a0\u202f\u3000\u200b\n")
	return rapid.StringOf(rapid.SampledFrom(letters))
}

func TestNFCProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := text().Draw(t, "s")
		checkNFC(t, s)
		if got := NFC(norm.NFD.String(s)); got != NFC(s) {
			t.Fatalf("decomposed %q gives %q, composed %q", s, got, NFC(s))
		}
	})
}

func FuzzNFC(f *testing.F) {
	f.Add("Qua\u0309ng\u00a0 Trung\ufeff")
	f.Fuzz(func(t *testing.T, s string) { checkNFC(t, s) })
}

func checkNFC(t interface{ Fatalf(string, ...any) }, s string) {
	got := NFC(s)
	if again := NFC(got); again != got {
		t.Fatalf("NFC(%q) = %q, and of that %q", s, got, again)
	}
	if !norm.NFC.IsNormalString(got) {
		t.Fatalf("NFC(%q) = %q is not composed", s, got)
	}
	if strings.Contains(got, "  ") || strings.TrimSpace(got) != got {
		t.Fatalf("NFC(%q) = %q has spaces to spare", s, got)
	}
}

func BenchmarkNFC(b *testing.B) {
	b.Run("clean", func(b *testing.B) {
		for b.Loop() {
			NFC("xã Quảng Trung, huyện Quảng Xương")
		}
	})
	b.Run("decomposed", func(b *testing.B) {
		for b.Loop() {
			NFC("xa\u0303 Qua\u0309ng Trung, huye\u0323\u0302n Qua\u0309ng Xương")
		}
	})
}
