package decision_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A column that says of which set a row is parts the table into annexes, one a set.
func TestRowsOfSeveralSets(t *testing.T) {
	for _, tt := range []struct {
		name, table string
		want        map[string]string // by level: the cells of the first row
	}{
		{"in full", rows("TT|Nội dung tiêu chí|Bộ tiêu chí|Mức đạt", "1.1|Đường xã|Xã nông thôn mới|≥ 81%",
			"1.1|Đường xã|Xã nông thôn mới nâng cao|100%"), map[string]string{"ntm": "≥ 81 %", "nang-cao": "100 %"}},
		{"with the period", rows("TT|Nội dung tiêu chí|Bộ tiêu chí|Mức đạt",
			"1.1|Đường xã|Bộ tiêu chí xã nông thôn mới giai đoạn 2021-2025|≥ 81%",
			"1.1|Đường xã|Bộ tiêu chí xã nông thôn mới nâng cao giai đoạn 2021-2025|100%"),
			map[string]string{"ntm": "≥ 81 %", "nang-cao": "100 %"}},
		{"in short", rows("TT|Nội dung tiêu chí|Danh hiệu|Mức đạt", "1.1|Đường xã|NTM|≥ 81%",
			"1.1|Đường xã|Kiểu mẫu|100%"), map[string]string{"ntm": "≥ 81 %", "kieu-mau": "100 %"}},
		{"words that name no set", rows("TT|Nội dung tiêu chí|Bộ tiêu chí|Mức đạt", "1.1|Đường xã|Xã loại A|≥ 81%"),
			map[string]string{"ntm": "≥ 81 %"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := map[string]string{}
			for _, a := range page(t, tt.table).Annexes {
				got[a.Level] = joinedCells(a.Rows[0])
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// "Các vùng còn lại" are those of the seven regions that the other parts do not name.
func TestTheOtherRegions(t *testing.T) {
	const head = "TT|Nội dung tiêu chí|Mức đạt"
	for _, tt := range []struct {
		name, cell string
		want       string
	}{
		{"of one", "Tây Nguyên: ≥ 71%; các vùng còn lại: ≥ 81%",
			"region tn: ≥ 71 % | region btb+dbscl+dbsh+dhntb+dnb+tdmnpb: ≥ 81 %"},
		{"of three in two parts", "Tây Nguyên, ĐBSCL: ≥ 71%; Trung du miền núi phía Bắc: ≥ 61%; các vùng còn " +
			"lại: ≥ 81%",
			"region dbscl+tn: ≥ 71 % | region tdmnpb: ≥ 61 % | region btb+dbsh+dhntb+dnb: ≥ 81 %"},
		{"of a zone", "Xã đặc biệt khó khăn: ≥ 71%; các xã còn lại: ≥ 81%",
			"zone dac-biet-kho-khan: ≥ 71 % | zone con-lai: ≥ 81 %"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			want := []string{"1/1.1 Đường xã | " + tt.want}
			if diff := cmp.Diff(want, short(page(t, rows(head, "1.1|Đường xã|"+tt.cell)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}
