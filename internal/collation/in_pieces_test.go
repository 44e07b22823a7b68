package collation_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// Several thresholds in one cell are each of a part of the requirement: by its unit, the step that it speaks of, or the
// words of the indicator by dashes. What says another thing is for a person. The thresholds are invented.
func TestThresholdsInPieces(t *testing.T) {
	lib := collationtest.Library(t)
	const schools = "5.1. Tỷ lệ trường học các cấp đạt tiêu chuẩn cơ sở vật chất mức độ 1 và có ít nhất " +
		"01 trường đạt tiêu chuẩn cơ sở vật chất mức độ 2"
	const water = "17.1. Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn - Trong đó: Tỷ lệ hộ được sử dụng nước sạch " +
		"từ hệ thống cấp nước tập trung"
	const roads = "2.2. Tỷ lệ đường thôn, bản, ấp và đường liên thôn, bản, ấp: - Được cứng hóa và bảo trì hàng " +
		"năm; - Có các hạng mục cần thiết theo quy định và đảm bảo sáng - xanh - sạch - đẹp"
	for _, tt := range []struct{ std, name, cell, one, two, why string }{
		{"nang-cao", schools, "100% và có ít nhất 01 trường đạt mức độ 2", "100", "1", ""},
		{"nang-cao", schools, "100%; có ≥ 02 trường đạt mức độ 2", "100", "2", ""},
		{"nang-cao", schools, "Đạt 90% và có ít nhất 01 trường mức độ 2", "90", "1", ""},
		{"nang-cao", schools, "100% và ≥ 01 trường", "100", "1", ""},
		{"nang-cao", schools, "100% trường đạt mức độ 1; ≥ 01 trường đạt mức độ 2", "100", "1", ""},
		{"nang-cao", schools, "100% trường đạt mức độ 2; ≥ 01 trường đạt mức độ 1", "", "", "?"},
		{"nang-cao", schools, "100%; ≥ 01 trường; ≥ 02 mô hình", "", "", "quyết định ghi 3 mức"},
		{"nang-cao", schools, "100%; riêng xã đảo giả định ≥ 01 trường", "", "", "quyết định ghi một mức"},
		{"ntm", water, "≥ 96%<br>≥ 37%", "96", "37", ""},
		{"ntm", water, "- ≥ 96%<br>- ≥ 37%", "96", "37", ""},
		{"nang-cao", roads, "≥ 92%<br>≥ 64%", "92", "64", ""},
		{"nang-cao", roads, "(a) ≥ 92%; (b) ≥ 64%", "92", "64", ""},
		{"nang-cao", roads, "≥ 92%; tăng 4% mỗi năm", "", "", "quyết định ghi một mức"},
	} {
		no, _, _ := strings.Cut(tt.name, ". ")
		criterion, _, _ := strings.Cut(no, ".")
		p := collationtest.Paper(t, criteria.Province, collationtest.ByRegion,
			collationtest.Each(criterion, "Tiêu chí giả định", tt.name, tt.cell))
		rows := rowsOf(t, lib, tt.std+"-2021-2025", p)
		one, two := of(rows, tt.std+"/"+no+"#1 ", "btb"), of(rows, tt.std+"/"+no+"#2 ", "btb")
		if one == nil || two == nil {
			t.Fatalf("%s: no rows", tt.cell)
		}
		why := strings.Join(append(one.Why, two.Why...), "; ")
		if tt.why == "?" && one.Kind == collation.Again && two.Kind == collation.Again {
			continue
		}
		if one.Asks.Value() != tt.one || two.Asks.Value() != tt.two || !strings.Contains(why, tt.why) ||
			tt.why == "" && strings.Contains(why, "phần") {
			t.Errorf("%s: %q, %q, %s", tt.cell, one.Asks.Value(), two.Asks.Value(), why)
		}
	}
}
