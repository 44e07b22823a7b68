package typed_test

import (
	"testing"
	"time"

	"ntm/criteria/packs"
	"ntm/internal/places"
	"ntm/internal/typed"

	"golang.org/x/text/unicode/norm"
)

func TestLegacy(t *testing.T) {
	for font, texts := range map[string][]string{
		"TCVN3": {"§¹t", "X· Qu¶ng Trung", "ch\u00ada ®¹t", "Tû lÖ hé nghÌo ®a chiÒu", "Thu nhËp",
			"HuyÖn Qu¶ng X\u00ad¬ng", "Céng hoµ", "T.P Thanh Ho¸", "CH¦A §¹T", "Kh«ng", "69 triÖu ®ång"},
		"VNI": {"Ñaït", "Xaõ Quaûng Trung", "XAÕ QUAÛNG TRUNG", "Tyû leä hoä ngheøo ña chieàu", "soá hoä",
			"Thu nhaäp bình quaân", "Thoân 1", "Chöa ñaït", "Khoâng", "Coù", "69 trieäu ñoàng"},
		"": {
			"", "Đạt", "m²", "25 m²/người", "°C", "½", "1½", "25 µg", "25 µm", "«Bình»", "Ea H'leo", "Krông Pắc",
			"Pờ Ê", "café", "Zürich", "São Paulo", "§ 3", "Điều 5 §2", "· Quảng Trung",
			"©", "R&D®", "3·5", "5×7", "ha¹", "Hòa Bình", "Hoà Bình", "không", "xoong", "goòng", "Tr\u00adung", "ß",
			"±0,5", "69", "Ñ",
		},
	} {
		for _, text := range texts {
			if got := typed.Legacy(text); got != font {
				t.Errorf("Legacy(%q) = %q, want %q", text, got, font)
			}
		}
	}
}

// No name that is really written is taken for one in an old font, composed or
// not.
func TestNoRealNameIsLegacy(t *testing.T) {
	var names []string
	for _, day := range []time.Time{time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 5, 1, 0, 0, 0, 0,
		time.UTC)} {
		for _, p := range places.On(day).All() {
			names = append(names, p.Name, p.District, p.Province)
		}
	}
	lib, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range lib.FigureList {
		names = append(names, f.Name, string(f.Unit), f.Numerator, f.Denominator, f.CountedIn, f.How, f.ConfirmedBy)
	}
	if len(names) < 30_000 {
		t.Fatalf("only %d names", len(names))
	}
	for _, name := range names {
		for _, text := range []string{name, norm.NFD.String(name)} {
			if font := typed.Legacy(text); font != "" {
				t.Errorf("Legacy(%q) = %q", text, font)
			}
		}
	}
}

func FuzzLegacy(f *testing.F) {
	f.Add("Ñaït §¹t")
	f.Fuzz(func(t *testing.T, text string) {
		for _, r := range norm.NFC.String(text) {
			if r >= 'Ạ' && r <= 'ỹ' && typed.Legacy(norm.NFC.String(text)) != "" {
				t.Fatalf("%q has a letter that no old font has", text)
			}
		}
	})
}

func BenchmarkNumber(b *testing.B) {
	m := meanings["thu nhập"]
	for b.Loop() {
		if _, _, err := typed.Number("69,5 triệu đồng", m); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCell(b *testing.B) {
	m := meanings["%"]
	for b.Loop() {
		if _, err := typed.Cell("1.5299999999999999E-2", true, m); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLegacy(b *testing.B) {
	for b.Loop() {
		typed.Legacy("xã Quảng Trung, huyện Quảng Xương")
	}
}

func TestFromLegacy(t *testing.T) {
	for _, c := range []struct{ font, text, want string }{
		{"TCVN3", "§¹t chuÈn, n\u00adíc", "Đạt chuẩn, nước"}, {"VNI", "Ñaït chuaån", "Đạt chuẩn"},
		{"VNI", "ÑAÏT", "ĐẠT"}, {"VNI", "tôùi nöôùc", "tới nước"}, {"", "Đạt", "Đạt"},
	} {
		if got := typed.FromLegacy(c.font, c.text); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.font, c.text, got, c.want)
		}
	}
}
