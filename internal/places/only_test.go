package places

import (
	"testing"
	"time"
)

func TestOnly(t *testing.T) {
	d := On(time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC))
	for name, c := range map[string]struct {
		q    Query
		code string // "" for none, or several
	}{
		"one":          {Query{Name: "Quảng Trung", District: "Quảng Xương", Province: "Thanh Hóa"}, "16492"},
		"several":      {Query{Name: "Trung Thành", Province: "Thanh Hóa"}, ""},
		"none":         {Query{Name: "Nơi Không Có"}, ""},
		"nothing said": {Query{}, ""},
	} {
		unit, ok := d.Only(c.q)
		if ok != (c.code != "") || unit.Code != c.code {
			t.Errorf("%s: %+v, %v", name, unit, ok)
		}
	}
	if CodeOf("16492"+sinceMark) != "16492" || CodeOf("16492") != "16492" {
		t.Error("the code of a key")
	}
}
