package decision_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Cells of a column of thresholds that only there, or only beside the words of their row, say what they ask.
func TestCellsOfAColumn(t *testing.T) {
	for _, c := range []struct {
		name, content string
		want          []string
	}{
		{"from alone", rows("TT|Nội dung|Mức đạt", "1.1|Tỷ lệ hộ có A|Từ 85%", "1.2|Số mô hình B|từ 02 mô hình"),
			[]string{"1/1.1 Tỷ lệ hộ có A | all: ≥ 85 %", "1/1.2 Số mô hình B | all: ≥ 2 mô hình"}},
		{"from alone of what should be less", rows("TT|Nội dung|Mức đạt", "1.1|Tỷ lệ hộ nghèo|Từ 4%",
			"1.2|Vụ vi phạm|Từ 5 vụ"),
			[]string{"1/1.1 Tỷ lệ hộ nghèo | all: ≥ 4 % ?", "1/1.2 Vụ vi phạm | all: ≥ 5 vụ ?"}},
		{"from alone beside the most", rows("TT|Nội dung|Nhóm 1|Nhóm 2", "1.1|Tỷ lệ A|Từ 4%|≤ 3%"),
			[]string{"1/1.1 Tỷ lệ A | group nhom-1: ≥ 4 % ? | group nhom-2: ≤ 3 % ?"}},
		{"a remark of how", rows("TT|Nội dung|Mức đạt", "1.1|Đường xã|100% (nhựa hóa, bê tông hóa)"),
			[]string{"1/1.1 Đường xã | all: 100 % (nhựa hóa, bê tông hóa)"}},
		{"a remark that the row has", rows("TT|Nội dung|Mức đạt", "1.1|Thôn có nhà văn hóa|≥ 90% (nhà văn hóa)",
			"1.2|Thôn B|≥ 90% (nhà văn hóa)"), []string{"1/1.1 Thôn có nhà văn hóa | all: ≥ 90 % (nhà văn hóa)",
			"1/1.2 Thôn B | all: ≥ 90 % (nhà văn hóa) ?"}},
		{"not asked of a group", rows("TT|Nội dung|Nhóm 1|Nhóm 2|Nhóm 3", "1.1|A|≥ 85%|≥ 75%|Không bắt buộc"),
			[]string{"1/1.1 A | group nhom-1: ≥ 85 % | group nhom-2: ≥ 75 % | group nhom-3: không áp dụng"}},
		{"other names", rows("TT|Nội dung|Mức đạt", "1.1|Thôn thông minh|≥ 01 thôn (xóm)"),
			[]string{"1/1.1 Thôn thông minh | all: ≥ 1 thôn"}},
	} {
		if diff := cmp.Diff(c.want, short(page(t, c.content))); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}
