package places

import (
	"strings"
	"testing"
)

func TestRegionsOfAProvince(t *testing.T) {
	for name, want := range map[string]string{
		"Thanh Hóa": "btb", "thanh hoa": "btb", "Quảng Nam": "dhntb", "Ninh Bình": "dbsh",
		"Phú Thọ": "dbsh tdmnpb", // today's, with Vĩnh Phúc and Hòa Bình in it
	} {
		p, ok := FindProvince(name)
		if got := strings.Join(p.Regions(), " "); !ok || got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
