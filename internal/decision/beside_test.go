package decision_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Tables a group or a region, regions in a cell, comparisons in a column of their own, and
// small tables in a cell.
func TestWhatStandsBeside(t *testing.T) {
	const head = "TT|Nội dung tiêu chí|Mức đạt"
	two := []string{"1/1.1 A | group nhom-1: ≥ 91 % | group nhom-2: ≥ 81 %"}
	for _, c := range []struct {
		name, content string
		want          []string
	}{
		{"a table a group", "<p>Bảng 1. Mức đạt áp dụng đối với xã nhóm 1" + rows(head, "1.1|A|≥ 91%") +
			"<p>Bảng 2. Mức đạt áp dụng đối với xã nhóm 2" + rows(head, "1.1|A|≥ 81%"), two},
		{"named alone", "<p>I. Xã nhóm 1" + rows(head, "1.1|A|≥ 91%") + "<p>II. Xã nhóm 2" + rows(head,
			"1.1|A|≥ 81%"), []string{"I. Xã nhóm 1: " + two[0]}},
		{"one group twice stays marked", "<p>Bảng 1. Đối với xã nhóm 1" + rows(head, "1.1|A|≥ 91%") +
			"<p>Bảng 2. Đối với xã nhóm 1" + rows(head, "1.1|A|≥ 81%"),
			[]string{"1/1.1 A | group nhom-1: ≥ 91 % ??", "1/1.1 A | group nhom-1: ≥ 81 % ??"}},
		{"regions over two tables", rows("TT|Nội dung tiêu chí|Bắc Trung Bộ", "1.1|A|≥ 91%") + "<p>Biểu 1 (tiếp)" +
			rows("TT|Nội dung tiêu chí|Tây Nguyên", "1.1|A|≥ 81%"),
			[]string{"1/1.1 A | region btb: ≥ 91 % | region tn: ≥ 81 %"}},
		{"two groups in a heading", rows("TT|Nội dung|Xã nhóm 1, xã nhóm 2|Xã nhóm 3", "1.1|A|≥ 91%|≥ 81%"),
			[]string{"1/1.1 A | group nhom-1+nhom-2: ≥ 91 % | group nhom-3: ≥ 81 %"}},
		{"a span of groups", rows("TT|Nội dung|Nhóm 1 - 3|Nhóm 4", "1.1|A|≥ 91%|≥ 81%"),
			[]string{"1/1.1 A | group nhom-1+nhom-2+nhom-3: ≥ 91 % | group nhom-4: ≥ 81 %"}},
		{"regions in a cell", rows(head, "1.1|A|- Tây Nguyên, Đông Nam Bộ: ≥ 91%<br>- Bắc Trung Bộ: ≥ 81%"),
			[]string{"1/1.1 A | region dnb+tn: ≥ 91 % | region btb: ≥ 81 %"}},
		{"signs in a column", rows("TT|Nội dung|Dấu|Nhóm 1|Nhóm 2", "1.1|A|≥|91%|81%"), two},
		{"signs in words", rows("TT|Nội dung|So sánh|Nhóm 1|Nhóm 2", "1.1|A|Tối thiểu|91%|81%"), two},
		{"a sign that is none", rows("TT|Nội dung|Dấu|Nhóm 1|Nhóm 2", "1.1|A|~|91%|81%"),
			[]string{"1/1.1 A | group nhom-1: 91 % ? | group nhom-2: 81 % ?"}},
		{"a sign against the words", rows("TT|Nội dung|Dấu|Nhóm 1|Nhóm 2", "1.1|Tỷ lệ hộ nghèo|≥|9%|8%"),
			[]string{"1/1.1 Tỷ lệ hộ nghèo | group nhom-1: ≥ 9 % ? | group nhom-2: ≥ 8 % ?"}},
		{"the country beside the province", rows("2v TT|2v Nội dung|2>Mức đạt", "Trung ương|Quy định của tỉnh",
			"1.1|A|≥ 81%|≥ 91%"), []string{"1/1.1 A | all: ≥ 91 %"}},
		{"the country's for a region", rows("2v TT|2v Nội dung|2>Chỉ tiêu", "Trung ương quy định (vùng TDMN phía Bắc)|"+
			"Tỉnh Giả Định quy định", "1.1|A|≥ 81%|≥ 91%"), []string{"1/1.1 A | all: ≥ 91 %"}},
		{"what was asked before beside what is asked now", rows("2v TT|2v Nội dung|2>Mức quy định tại Quyết định số "+
			"41/2026/QĐ-UBND|2>Mức sửa đổi, bổ sung", "Nhóm 1|Nhóm 2|Nhóm 1|Nhóm 2",
			"1.1|A|≥ 71%|≥ 61%|≥ 91%|≥ 81%"), two},
		{"the same behind it", rows("2v TT|2v Nội dung|2>Mức điều chỉnh|2>Mức hiện hành",
			"Nhóm 1|Nhóm 2|Nhóm 1|Nhóm 2", "1.1|A|≥ 91%|≥ 81%|≥ 71%|≥ 61%"), two},
		{"for all", rows("TT|Nội dung tiêu chí|Mức đạt đã ban hành|Mức đạt mới", "1.1|A|≥ 81%|≥ 91%"),
			[]string{"1/1.1 A | all: ≥ 91 %"}},
		{"what a decision asks, and nothing else", rows("TT|Nội dung tiêu chí|Mức quy định tại Quyết định này",
			"1.1|A|≥ 91%"), []string{"1/1.1 A | all: ≥ 91 %"}},
		{"the old decision in brackets", rows("TT|Nội dung tiêu chí|Mức đạt (Quyết định số 41/2026/QĐ-UBND)|"+
			"Mức đạt (sửa đổi)", "1.1|A|≥ 81%|≥ 91%"), []string{"1/1.1 A | all: ≥ 91 %"}},
		{"the old decision in short", rows("TT|Nội dung tiêu chí|Quy định tại QĐ số 41/2026/QĐ-UBND|Nay sửa đổi",
			"1.1|A|≥ 81%|≥ 91%"), []string{"1/1.1 A | all: ≥ 91 %"}},
		{"what was approved before", rows("TT|Nội dung tiêu chí|Mức đã được phê duyệt tại Quyết định số "+
			"41/2026/QĐ-UBND|Mức đề nghị điều chỉnh", "1.1|A|≥ 81%|≥ 91%"), []string{"1/1.1 A | all: ≥ 91 %"}},
		{"before and now below each group", rows("2v TT|2v Nội dung|2>Nhóm 1|2>Nhóm 2", "Quy định tại QĐ "+
			"41/2026/QĐ-UBND|Sửa đổi thành|Quy định tại QĐ 41/2026/QĐ-UBND|Sửa đổi thành",
			"1.1|A|≥ 71%|≥ 91%|≥ 61%|≥ 81%"), two},
		{"this decision beside another set", rows("TT|Nội dung tiêu chí|Mức quy định tại Quyết định này|"+
			"Xã nông thôn mới hiện đại", "1.1|A|≥ 81%|≥ 91%"), []string{"1/1.1 A | all: ≥ 81 % | all: ≥ 91 % ?"}},
		{"this decision beside what it adds for some", rows("TT|Nội dung tiêu chí|Mức sửa đổi quy định tại Quyết "+
			"định này|Mức điều chỉnh đối với xã đảo", "1.1|A|≥ 91%|≥ 61%"),
			[]string{"1/1.1 A | all: ≥ 91 % ? | all: ≥ 61 % ?"}},
		{"two decisions of before", rows("TT|Nội dung tiêu chí|Mức quy định tại Quyết định số 41/2026/QĐ-UBND|"+
			"Mức quy định tại Quyết định số 52/2026/QĐ-UBND", "1.1|A|≥ 81%|≥ 91%"),
			[]string{"1/1.1 A | all: ≥ 81 % ? | all: ≥ 91 % ?"}},
		{"a column that asks and is not understood", rows("TT|Nội dung tiêu chí|Mức đạt|Phương án B",
			"1.1|A|≥ 81%|≥ 91%", "1.2|B|Đạt|≥ 71%"),
			[]string{"1/1.1 A | all: ≥ 81 % ?", "1/1.2 B | all: đạt ?"}},
		{"one that does not ask", rows("TT|Nội dung tiêu chí|Mức đạt|Phương án B", "1.1|A|≥ 81%|5", "1.2|B|Đạt|nêu rõ"),
			[]string{"1/1.1 A | all: ≥ 81 %", "1/1.2 B | all: đạt"}},
		{"a criterion numbered before its words", rows("Nội dung tiêu chí|Mức đạt",
			"1.1. A|≥ 91%", "Tiêu chí 4. Điện: Tỷ lệ hộ dùng điện|≥ 98%"),
			[]string{"1/1.1 A | all: ≥ 91 %", "4/4 Tỷ lệ hộ dùng điện | all: ≥ 98 %"}},
		{"years in a table in the cell", rows(head, "1.1|A|"+rows("Năm|2022|2023", "Triệu đồng/người|≥ 41|≥ 44")),
			[]string{"1/1.1 A | all: năm 2022: ≥ 41 triệu đồng/người/năm; năm 2023: ≥ 44 triệu đồng/người/năm"}},
		{"groups down a table in the cell", rows(head, "1.1|A|"+rows("Nhóm 1|≥ 91%", "Nhóm 2|≥ 81%")), two},
	} {
		if diff := cmp.Diff(c.want, short(page(t, c.content))); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}
