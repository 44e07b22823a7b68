package places

import (
	"strings"
	"testing"
	"time"
)

func day(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// The lists as tests speak of them.
func oldList() *Directory { return On(day(2023, time.November, 15)) }
func newList() *Directory { return On(day(2026, time.May, 4)) }

func TestPlaceString(t *testing.T) {
	tests := []struct {
		list *Directory
		code string
		want string
	}{
		{oldList(), "16492", "xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa"},
		{oldList(), "19075", "xã Quảng Trung, thị xã Ba Đồn, tỉnh Quảng Bình"},
		{oldList(), "00526", "thị trấn Yên Viên, huyện Gia Lâm, thành phố Hà Nội"},
		{oldList(), "27160", "Phường 01, Quận 3, Thành phố Hồ Chí Minh"},
		{oldList(), "32002", "Phường 4, thành phố Cà Mau, tỉnh Cà Mau"},
		{oldList(), "19780", "phường Phường Đúc, thành phố Huế, tỉnh Thừa Thiên Huế"},
		{oldList(), "26248", "thị trấn Trảng Bom, huyện Trảng Bom, tỉnh Đồng Nai"},
		{newList(), "26248", "phường Trảng Bom, thành phố Đồng Nai"},
		{newList(), "11948", "đặc khu Bạch Long Vĩ, thành phố Hải Phòng"},
		{newList(), "16489", "xã Quảng Chính, tỉnh Thanh Hóa"},
	}
	for _, tt := range tests {
		p, err := tt.list.Lookup(Query{Code: tt.code})
		if err != nil {
			t.Errorf("%s: %v", tt.code, err)
			continue
		}
		if got := p.String(); got != tt.want {
			t.Errorf("%s is %q, want %q", tt.code, got, tt.want)
		}
	}
}

func TestPlaceStringCities(t *testing.T) {
	cities := map[string]bool{}
	for _, p := range newList().All() {
		if strings.Contains(strings.ToLower(p.String()), "thành phố") {
			cities[p.Province] = true
		}
	}
	for _, city := range []string{"Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Đồng Nai", "Hồ Chí Minh", "Cần Thơ"} {
		if !cities[city] {
			t.Errorf("%s is not called a city", city)
		}
		delete(cities, city)
	}
	if len(cities) > 0 {
		t.Errorf("%v are provinces, not cities", cities)
	}
}

func TestRural(t *testing.T) {
	for kind, want := range map[string]bool{"Xã": true, "Phường": false, "Thị trấn": false, "Đặc khu": false} {
		if got := (Unit{Type: kind}).Rural(); got != want {
			t.Errorf("a %s is rural: %v, want %v", kind, got, want)
		}
	}
}
