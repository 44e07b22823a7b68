package places

import (
	"slices"
	"strings"
	"testing"

	"ntm/internal/vi"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// codes are the codes of places, in their order.
func codes(places []Unit) []string {
	var all []string
	for _, p := range places {
		all = append(all, p.Code)
	}
	return all
}

func TestFind(t *testing.T) {
	tests := []struct {
		name string
		list *Directory
		q    Query
		want []string
	}{
		{"both of one name", oldList(), Query{Name: "xã Quảng Trung", Province: "Quảng Bình"}, []string{"19075"}},
		{"well spelled first", oldList(), Query{Name: "Quang Trung", Province: "Thanh Hóa"},
			[]string{"14824", "15085", "16492"}},
		{"other accents last", oldList(), Query{Name: "Quảng Trung", Province: "Thanh Hóa"},
			[]string{"16492", "14824", "15085"}},
		{"no accents, xã before thị trấn", oldList(), Query{Name: "ba to"}, []string{"21523", "21484"}},
		{"type narrows", oldList(), Query{Name: "thị trấn Ba Tơ"}, []string{"21484"}},
		{"code", oldList(), Query{Code: " 16492 "}, []string{"16492"}},
		{"code and name", oldList(), Query{Code: "16492", Name: "quang trung"}, []string{"16492"}},
		{"code and another name", oldList(), Query{Code: "16492", Name: "Quảng Yên"}, nil},
		{"district under its type", oldList(), Query{Name: "Tân Hòa", District: "TX Phú Mỹ"}, []string{"26707"}},
		{"no district any more", newList(), Query{Name: "Quảng Chính", District: "Quảng Xương"}, nil},
		{"nothing", oldList(), Query{Name: "Không Có"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := codes(tt.list.Find(tt.q)); !slices.Equal(got, tt.want) {
				t.Errorf("Find(%v) = %v, want %v", tt.q, got, tt.want)
			}
		})
	}
}

func TestFindWithoutAccentsMeetsEverySpelling(t *testing.T) {
	spelled := map[string]int{}
	for _, p := range oldList().Find(Query{Name: "quang trung"}) {
		spelled[p.Name]++
	}
	if spelled["Quang Trung"] != 25 || spelled["Quảng Trung"] != 2 || len(spelled) != 2 {
		t.Errorf("found %v, want 25 Quang Trung and 2 Quảng Trung", spelled)
	}
}

func TestFindWithFieldsLeftOut(t *testing.T) {
	if got := len(oldList().Find(Query{})); got != 10597 {
		t.Errorf("an empty query finds %d units, want all", got)
	}
	if got := len(oldList().Find(Query{Province: "thanh hoa"})); got != 558 {
		t.Errorf("Thanh Hóa has %d units, want 558", got)
	}
	for _, p := range oldList().Find(Query{District: "Quảng Xương"}) {
		if p.District != "Quảng Xương" {
			t.Errorf("%s is not in Quảng Xương", p)
		}
	}
}

// typed draws a way in which a hurried or old-fashioned hand types s: the same
// letters and accents, nothing left out.
func typed(t *rapid.T, s string) string {
	way := rapid.SampledFrom([]func(string) string{
		func(s string) string { return s },
		strings.ToLower,
		strings.ToUpper,
		norm.NFD.String,
		func(s string) string { return " " + strings.ReplaceAll(s, " ", "\u00a0 ") },
		func(s string) string { return strings.ReplaceAll(s, "'", "’") },
		func(s string) string { return strings.ReplaceAll(s, " - ", "-") },
		func(s string) string {
			return strings.NewReplacer("oà", "òa", "oá", "óa", "oạ", "ọa", "uỷ", "ủy", "uý", "úy", "uỵ",
				"ụy").Replace(s)
		},
	}).Draw(t, "way")
	return way(s)
}

func TestFindProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SampledFrom([]*Directory{oldList(), newList()}).Draw(t, "list")
		p := rapid.SampledFrom(list.places).Draw(t, "place")

		careful := Query{
			Name:     typed(t, p.Type+" "+p.Name),
			District: typed(t, strings.TrimSpace(p.DistrictType+" "+p.District)),
			Province: typed(t, p.Province),
		}
		if got, err := list.Lookup(careful); err != nil || got != p {
			t.Fatalf("Lookup(%q) = %v, %v; want %v", careful, got, err, p)
		}
		hurried := Query{Name: vi.Fold(p.Name), District: vi.Fold(p.District), Province: vi.Fold(p.Province)}
		if !slices.Contains(list.Find(hurried), p) {
			t.Fatalf("Find(%q) is without %v", hurried, p)
		}
		if got, err := list.Lookup(hurried); err == nil && vi.Fold(got.Name) != vi.Fold(p.Name) {
			t.Fatalf("Lookup(%q) = %v", hurried, got)
		}
	})
}
