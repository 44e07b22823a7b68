package decision_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A criterion's own line, with the number that its indicator has, is no indicator where one follows; rows that only
// say a year are the years of what stands above them.
func TestCriteriaAndYearsAboveTheirRows(t *testing.T) {
	const head, groups = "TT|Tiêu chí|Nội dung|Mức đạt", "TT|Nội dung|Nhóm 1|Nhóm 2"
	income := []string{"10/10 Thu nhập (triệu đồng/người) năm 2028 | group nhom-1: ≥ 71 triệu đồng/người/năm | " +
		"group nhom-2: ≥ 61 triệu đồng/người/năm", "10/10 Thu nhập (triệu đồng/người) năm 2029 | " +
		"group nhom-1: ≥ 75 triệu đồng/người/năm | group nhom-2: ≥ 65 triệu đồng/người/năm",
		"11/11 B | group nhom-1: đạt | group nhom-2: đạt"}
	for _, c := range []struct {
		name, content string
		want          []string
	}{
		{"a heading over name and words, then 16.1", rows(head, "16|2>Văn hóa|", "16.1|Văn hóa|A|≥ 71%", "16.2||B|Đạt"),
			[]string{"16/16.1 A | all: ≥ 71 %", "16/16.2 B | all: đạt"}},
		{"a heading, then 16 again", rows(head, "16|2>Văn hóa|", "16|Văn hóa|Tỷ lệ thôn A|≥ 71%", "17|Đất|B|Đạt"),
			[]string{"16/16 Tỷ lệ thôn A | all: ≥ 71 %", "17/17 B | all: đạt"}},
		{"a heading with parts", rows(head, "16|2>Văn hóa|", "||a) A|≥ 71%", "||b) B|Đạt"),
			[]string{"16/16 Văn hóa a) A | all: ≥ 71 %", "16/16 Văn hóa b) B | all: đạt"}},
		{"a heading with nothing below", rows(head, "16|2>Văn hóa|", "17|Đất|17.1. B|Đạt"),
			[]string{"16/16 Văn hóa | all: không có mức ??", "17/17.1 B | all: đạt"}},
		{"a criterion that asks, and its indicator", rows("TT|Nội dung|Mức đạt", "16|Văn hóa|≥ 71%", "16.1|A|≥ 75%"),
			[]string{"16/16 Văn hóa | all: ≥ 71 % ??", "16/16.1 A | all: ≥ 75 %"}},
		{"years where numbers stand", rows(groups, "10|Thu nhập (triệu đồng/người)||", "Năm 2028||≥ 71|≥ 61",
			"Năm 2029||≥ 75|≥ 65", "11|B|Đạt|Đạt"), income},
		{"years over the width", rows(groups, "10|3>Thu nhập (triệu đồng/người)", "4>Năm 2028",
			"|Thu nhập (triệu đồng/người)|≥ 71|≥ 61", "4>Năm 2029", "|Thu nhập (triệu đồng/người)|≥ 75|≥ 65",
			"11|B|Đạt|Đạt"), income},
		{"years of a whole set", rows(groups, "4>Năm 2028", "1.1|A|≥ 71%|≥ 61%", "2.1|B|≥ 7%|≥ 6%", "4>Năm 2029",
			"1.1|A|≥ 75%|≥ 65%", "2.1|B|≥ 8%|≥ 7%"), []string{
			"1/1.1 A năm 2028 | group nhom-1: ≥ 71 % | group nhom-2: ≥ 61 %",
			"2/2.1 B năm 2028 | group nhom-1: ≥ 7 % | group nhom-2: ≥ 6 %",
			"1/1.1 A năm 2029 | group nhom-1: ≥ 75 % | group nhom-2: ≥ 65 %",
			"2/2.1 B năm 2029 | group nhom-1: ≥ 8 % | group nhom-2: ≥ 7 %"}},
	} {
		if diff := cmp.Diff(c.want, short(page(t, c.content))); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}

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
