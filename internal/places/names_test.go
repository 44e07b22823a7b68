package places

import (
	"testing"

	"ntm/internal/vi"
)

func TestReadings(t *testing.T) {
	type r struct{ kind, key string }
	tests := []struct {
		typed string
		kinds []kind
		want  []r
	}{
		{"Quảng Trung", communeKinds(), []r{{"", "quang trung"}}},
		{"xã Quảng Trung", communeKinds(), []r{{"Xã", "quang trung"}, {"", "xa quang trung"}}},
		{"XÃ QUẢNG TRUNG", communeKinds(), []r{{"Xã", "quang trung"}, {"", "xa quang trung"}}},
		{"xa dung", communeKinds(), []r{{"", "xa dung"}, {"Xã", "dung"}}},
		{"Xa Dung", communeKinds(), []r{{"", "xa dung"}, {"Xã", "dung"}}},
		{"Xà Phìn", communeKinds(), []r{{"", "xa phin"}}},
		{"Phương Liên", communeKinds(), []r{{"", "phuong lien"}}},
		{"Phường Đúc", communeKinds(), []r{{"Phường", "duc"}, {"", "phuong duc"}}},
		{"Phường 01", communeKinds(), []r{{"Phường", "1"}, {"", "phuong 01"}}},
		{"P.1", communeKinds(), []r{{"Phường", "1"}, {"", "phuong 1"}}},
		{"TT Yên Viên", communeKinds(), []r{{"Thị trấn", "yen vien"}, {"", "thi tran yen vien"}}},
		{"đặc khu Lý Sơn", communeKinds(), []r{{"Đặc khu", "ly son"}, {"", "dac khu ly son"}}},
		{"xã", communeKinds(), []r{{"", "xa"}}},
		{"huyện Quảng Xương", districtKinds(), []r{{"Huyện", "quang xuong"}, {"", "huyen quang xuong"}}},
		{"TP.Thanh Hoá", districtKinds(), []r{{"Thành phố", "thanh hoa"}, {"", "thanh pho thanh hoa"}}},
		{"TX. Ba Đồn", districtKinds(), []r{{"Thị xã", "ba don"}, {"", "thi xa ba don"}}},
		{"Quận 3", districtKinds(), []r{{"Quận", "3"}, {"", "quan 3"}}},
		{"Quan Sơn", districtKinds(), []r{{"", "quan son"}, {"Quận", "son"}}},
		{"tỉnh Thanh Hóa", provinceKinds(), []r{{"", "thanh hoa"}, {"", "tinh thanh hoa"}}},
		{"", communeKinds(), []r{{"", ""}}},
	}
	for _, tt := range tests {
		got := readings(tt.typed, tt.kinds)
		if len(got) != len(tt.want) {
			t.Errorf("readings(%q) = %+v, want %v", tt.typed, got, tt.want)
			continue
		}
		for i, want := range tt.want {
			if got[i].kind != want.kind || got[i].key != want.key {
				t.Errorf("reading %d of %q = %+v, want %v", i, tt.typed, got[i], want)
			}
		}
	}
}

func TestProvinceNames(t *testing.T) {
	for typed, listed := range map[string]string{
		"TPHCM":                "Hồ Chí Minh",
		"TP.HCM":               "Hồ Chí Minh",
		"TP Hồ Chí Minh":       "Hồ Chí Minh",
		"Thành phố Huế":        "Thừa Thiên Huế",
		"Thừa Thiên - Huế":     "Huế",
		"Đắc Lắc":              "Đắk Lắk",
		"tỉnh Bà Rịa-Vũng Tàu": "Bà Rịa - Vũng Tàu",
		"thanh hoa":            "Thanh Hóa",
	} {
		if _, ok := match(provinceReadings(typed), listedProvince(key(listed))); !ok {
			t.Errorf("%q does not mean %s", typed, listed)
		}
	}
}

// No unit's own name may be lost because it begins like a type.
func TestNamesThatBeginLikeATypeStayReadable(t *testing.T) {
	for _, list := range []*Directory{oldList(), newList()} {
		for _, p := range list.places {
			if _, ok := match(readings(p.Name, communeKinds()), key(p.Name)); !ok {
				t.Errorf("%q is read as %+v", p.Name, readings(p.Name, communeKinds()))
			}
			if _, ok := match(readings(vi.Fold(p.District), districtKinds()), key(p.District)); !ok {
				t.Errorf("district %q is read as %+v", p.District, readings(vi.Fold(p.District), districtKinds()))
			}
		}
	}
}
