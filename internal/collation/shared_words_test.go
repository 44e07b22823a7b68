package collation_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// One value where the program keeps several parts is each part's only where the indicator's words say so: the part's
// own threshold stands in them, or they count the parts up. Else a person chooses, and reads among what.
func TestOneValueForPartsByTheWords(t *testing.T) {
	lib := collationtest.Library(t)
	const (
		schools = "5.1. Tỷ lệ trường học các cấp (mầm non, tiểu học, hoặc trường phổ thông có nhiều cấp) đạt " +
			"tiêu chuẩn cơ sở vật chất mức độ 1"
		universal = "14.1. Phổ cập giáo dục mầm non cho trẻ em 5 tuổi; phổ cập giáo dục tiểu học"
		asked     = " mức độ 2; phổ cập giáo dục trung học cơ sở mức độ 3; xóa mù chữ mức độ 1"
		fiveCase  = "5. Tỷ lệ trường học các cấp (mầm non, tiểu học, THCS) đạt tiêu chuẩn cơ sở vật chất theo quy định"
	)
	for _, tt := range []struct {
		standard, criterion, name, cell string
		// by the beginning of its key what it asks, "=" what stands, "?" and why nothing
		want map[string]string
	}{
		{"nang-cao-2021-2025", "Giáo dục", schools + " và có ít nhất 01 trường đạt tiêu chuẩn cơ sở vật chất mức độ 2",
			"100%", map[string]string{"nang-cao/5.1#1 ": "100", "nang-cao/5.1#2 ": "1"}},
		{"nang-cao-2021-2025", "Giáo dục", schools + " và có ít nhất 02 trường đạt tiêu chuẩn cơ sở vật chất mức độ 2",
			"100%", map[string]string{"nang-cao/5.1#1 ": "100", "nang-cao/5.1#2 ": "2"}},
		{"nang-cao-2021-2025", "Giáo dục", schools, "100%",
			map[string]string{"nang-cao/5.1#1 ": "100", "nang-cao/5.1#2 ": "?không nói đến phần này"}},
		{"nang-cao-2021-2025", "Giáo dục", schools + " và có ít nhất 01 trường đạt mức độ 2, riêng xã đảo không",
			"100%", map[string]string{"nang-cao/5.1#2 ": "?phần này không có mức ở ô"}},
		{"ntm-2021-2025", "Giáo dục và Đào tạo", universal + asked + "; tỷ lệ trẻ 6 tuổi vào lớp 1 đạt từ 97% trở lên",
			"Đạt", map[string]string{"ntm/14.1#1 ": "=", "ntm/14.1#2 ": "=", "ntm/14.1#3 ": "3", "ntm/14.1#4 ": "1",
				"ntm/14.1#5 ": "97"}},
		{"ntm-2021-2025", "Giáo dục và Đào tạo", universal + "; phổ cập giáo dục trung học cơ sở; xóa mù chữ", "Đạt",
			map[string]string{"ntm/14.1#1 ": "=", "ntm/14.1#2 ": "?đang có: mức độ 2 trở lên",
				"ntm/14.1#5 ": "?đang có"}},
		{"ntm-2021-2025", "Giáo dục và Đào tạo", universal + " mức độ 2; " +
			"phổ cập giáo dục trung học cơ sở; xóa mù chữ mức độ 1", "Đạt",
			map[string]string{"ntm/14.1#2 ": "=", "ntm/14.1#3 ": "?đang có", "ntm/14.1#4 ": "1"}},
		{"ntm-2021-2025", "Giáo dục và Đào tạo", universal + " mức độ 2; phổ cập giáo dục tiểu học mức độ 3", "Đạt",
			map[string]string{"ntm/14.1#2 ": "?đang có", "ntm/14.1#4 ": "?đang có"}},
		{"ntm-2021-2025", "Trường học", fiveCase, "100%", map[string]string{
			"ntm/5#1 ": "?tối thiểu (đang có", "ntm/5#2.1.2 ": "?có thể là của"}},
		{"ntm-2021-2025", "Trường học", fiveCase, "≥ 70%", map[string]string{"ntm/5#2.1.2 ": "?mức độ 1 (đang có"}},
		{"ntm-2021-2025", "Môi trường", "17.1. Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn từ 95% trở lên, " +
			"trong đó ít nhất 55% từ hệ thống cấp nước tập trung", "Đạt",
			map[string]string{"ntm/17.1#1 ": "95", "ntm/17.1#2 ": "55"}},
	} {
		no, _, _ := strings.Cut(tt.name, ". ")
		p := collationtest.Paper(t, criteria.Ministry, collationtest.ByRegion,
			collationtest.Each(no, tt.criterion, tt.name, tt.cell))
		rows := rowsOf(t, lib, tt.standard, p)
		for key, want := range tt.want {
			got := of(rows, key, "btb")
			why, isWhy := strings.CutPrefix(want, "?")
			switch {
			case got == nil:
				t.Errorf("%s: no row %s", tt.name, key)
			case want == "=":
				if got.Kind != collation.Same {
					t.Errorf("%s of %s (%s): %s, %q", key, tt.name, tt.cell, got.Kind, got.Why)
				}
			case isWhy && (got.Asks.Value() != "" || !strings.Contains(strings.Join(got.Why, "; "), why)),
				!isWhy && (got.Asks.Value() != want || len(got.Why) > 0):
				t.Errorf("%s of %s (%s): %q, %q", key, tt.name, tt.cell, got.Asks.Value(), got.Why)
			}
		}
	}
}

// Parts that an indicator counts up have the one number behind them, also where other numbers stand.
func TestOneNumberForPartsCountedUp(t *testing.T) {
	lib := collationtest.Library(t, `schema: ntm.overlay.v1
id: gia-dinh-duong-thon
name: Mức giả định của đường thôn
layer: ministry
years: {from: 2021, to: 2025}
decision: {number: 01/QĐ-GIẢ-ĐỊNH, date: 2022-01-01}
set:
  - indicator: nang-cao/2.2
    all_of:
      - {figure: village_road_maintained_rate, at_least: 81}
      - {figure: village_road_equipped_rate, at_least: 61}
    status: recalled
    source: giả định
`)
	for name, want := range map[string]string{
		"(a) được cứng hóa và bảo trì hàng năm; (b) có các hạng mục cần thiết theo quy định":             "95",
		"(a) được cứng hóa; (b) có các hạng mục cần thiết; (c) sạch":                                     "",
		"được cứng hóa và bảo trì hàng năm":                                                              "",
		"(a) được cứng hóa và bảo trì hàng năm; (b) có các hạng mục cần thiết, riêng đường miền núi thì": "",
	} {
		p := collationtest.Paper(t, criteria.Ministry, collationtest.ByRegion, collationtest.Each("2.2", "Giao thông",
			"2.2. Tỷ lệ đường thôn, bản, ấp và đường liên thôn, bản, ấp: "+name, "≥ 95%"))
		rows := rowsOf(t, lib, "nang-cao-2021-2025", p)
		for _, part := range []string{"1 ", "2 "} {
			got := of(rows, "nang-cao/2.2#"+part, "btb")
			if got == nil || got.Asks.Value() != want || (len(got.Why) == 0) != (want != "") {
				t.Errorf("%s: part %s: %+v", name, part, got)
			}
		}
	}
}
