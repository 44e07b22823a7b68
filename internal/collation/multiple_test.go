package collation_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// A number of a decision is held against what a multiple of another indicator comes to, here of the packs' own of 2023.
func TestNumbersOfAMultiple(t *testing.T) {
	lib := collationtest.Library(t)
	name := "Thu nhập bình quân đầu người tại thời điểm xét, công nhận cao hơn từ 10% trở lên so với mức quy định " +
		"đối với xã nông thôn mới nâng cao tại cùng thời điểm"
	p := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, "2|Thu nhập|"+name+
		"||≥ 55|≥ 74,80|≥ 56|≤ 61,6|≥ 61.600.000 đồng/người/năm|≥ 77 triệu đồng/người/năm|Đạt")
	rows := rowsOf(t, lib, "kieu-mau-2021-2025", p)
	for column, want := range map[string]struct {
		kind collation.Kind
		told string
	}{
		"tdmnpb": {collation.Same,
			"1,10 × 50 (mức của chỉ tiêu nang-cao/10, 318/QĐ-TTg ngày 08/03/2022, Phụ lục II) = 55"},
		"dbsh":  {collation.Same, "= 74,8"},
		"btb":   {collation.Again, "quyết định ghi ≥ 56, chương trình tính ≥ 1,10 × 50"},
		"dhntb": {collation.Again, "ngược"},
		"tn":    {collation.Same, "= 61,6"},
		"dnb":   {collation.Again, "ngưỡng tính theo chỉ tiêu khác"}, // which has no number there
		"dbscl": {collation.Again, "ngưỡng tính theo chỉ tiêu khác"},
	} {
		got := of(rows, "kieu-mau/2# 2023-2023 ", column)
		if got == nil || got.Kind != want.kind || !strings.Contains(got.Words+strings.Join(got.Why, "; "), want.told) ||
			got.Asks.Value() != "" {
			t.Errorf("%s: %+v", column, got)
		}
	}
}

// A line that only says where the thresholds stand is no second place of them.
func TestPointersToATable(t *testing.T) {
	lib := collationtest.Library(t)
	name := "15.1. Tỷ lệ người dân tham gia bảo hiểm y tế"
	for cell, isPointer := range map[string]bool{
		"Theo bảng dưới đây": true, "Quy định tại Phụ lục kèm theo": true, "Xem bảng 2": true, "≥ 93%": false,
		"Theo quy định của Bộ Y tế": false,
	} {
		for _, order := range [][]string{{cell, "≥ 91%"}, {"≥ 91%", cell}} {
			p := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion,
				collationtest.Each("15", "Y tế", name, order[0]),
				collationtest.Each("16", "Văn hóa", "16. Tỷ lệ thôn, bản, ấp đạt tiêu chuẩn văn hóa", "≥ 70%"),
				collationtest.Each("15", "Y tế", name, order[1]))
			for _, row := range p.Annex.Rows { // what says that it stands twice is no matter of this test
				row.Doubts = nil
			}
			got := of(rowsOf(t, lib, "ntm-2021-2025", p), "ntm/15.1#", "")
			if got == nil || (got.Kind == collation.Other && got.Asks.Value() == "91") != isPointer {
				t.Errorf("%q: %+v", order, got)
			}
		}
	}
}
