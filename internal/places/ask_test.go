package places

import (
	"testing"
	"time"
)

func TestAsk(t *testing.T) {
	for text, want := range map[string]Query{
		"16492": {Code: "16492"}, " 16492 ": {Code: "16492"}, "Quảng Trung": {Name: "Quảng Trung"},
		"Quảng Trung, Quảng Xương, Thanh Hóa": {Name: "Quảng Trung", District: " Quảng Xương", Province: " Thanh Hóa"},
		"quang-trung/thanh-hoa":               {Name: "quang-trung", Province: "thanh-hoa"},
		"a, b, c, d":                          {Name: "a, b, c, d"},
	} {
		if got := Ask(text); got != want {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

func TestFindAsTyped(t *testing.T) {
	day := time.Date(2023, time.December, 31, 0, 0, 0, 0, time.UTC)
	for _, text := range []string{"16492", "quang trung, quang xuong, thanh hoa", "Quảng Trung/Quảng Xương/Thanh Hoá"} {
		if p, err := Find(text, day); err != nil || p.Code != "16492" {
			t.Errorf("%q: %v, %v", text, p, err)
		}
	}
	if _, err := Find("Không Có, Không Có", day); err == nil {
		t.Error("a commune that is in no list is found")
	}
}
