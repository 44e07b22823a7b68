package decision_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Rows, sections and cells that say themselves for which communes they are.
func TestForWhomRowsAre(t *testing.T) {
	three := "1/1.1 A | group nhom-1: ≥ 91 % | group nhom-2: ≥ 81 % | group nhom-3: ≥ 71 %"
	for _, c := range []struct {
		name, content string
		want          []string
	}{
		{"groups in a column, everything merged beside it", rows("TT|Tiêu chí|Nội dung|Nhóm xã|Mức đạt",
			"3v 1|3v Quy hoạch|3v 1.1. A|Nhóm 1|≥ 91%", "Nhóm 2|≥ 81%", "Nhóm 3|≥ 71%"), []string{three}},
		{"the words said again in each row", rows("TT|Tiêu chí|Nội dung|Đối tượng áp dụng|Mức đạt",
			"1|Quy hoạch|1.1. A|Xã nhóm 1|≥ 91%", "1|Quy hoạch|1.1. A|Xã nhóm 2|≥ 81%",
			"1|Quy hoạch|1.1. A|Xã nhóm 3|≥ 71%", "2|Điện|2.1. B|Xã nhóm 1, 2|Đạt"),
			[]string{three, "2/2.1 B | group nhom-1+nhom-2: đạt"}},
		{"blank below the first", rows("TT|Nội dung|Nhóm xã|Mức đạt", "1.1|A|Nhóm 1|≥ 91%", "||Nhóm 2|≥ 81%",
			"||Nhóm 3|≥ 71%", "1.2|B|Nhóm 1|Đạt"), []string{three, "1/1.2 B | group nhom-1: đạt"}},
		{"regions in a column", rows("TT|Nội dung|Vùng|Mức đạt", "1.1|A|Bắc Trung Bộ|≥ 91%", "||Tây Nguyên|≥ 81%"),
			[]string{"1/1.1 A | region btb: ≥ 91 % | region tn: ≥ 81 %"}},
		{"years beside the groups", rows("2v TT|2v Nội dung|2v Nhóm xã|2>Mức đạt", "Năm 2026|Năm 2027",
			"1.1|A|Nhóm 1|≥ 91%|≥ 95%", "1.1|A|Nhóm 2|≥ 81%|≥ 85%"),
			[]string{"1/1.1 A | group nhom-1 2026: ≥ 91 % | group nhom-1 2027: ≥ 95 % | group nhom-2 2026: ≥ 81 % | " +
				"group nhom-2 2027: ≥ 85 %"}},
		{"below the indicator", rows("TT|Nội dung|Mức đạt", "1.1|A|", "|- Xã nhóm 1|≥ 91%", "|- Xã nhóm 2|≥ 81%",
			"|- Xã nhóm 3|≥ 71%", "1.2|B|Đạt"), []string{three, "1/1.2 B | all: đạt"}},
		{"in sections of their own", rows("TT|Nội dung|Mức đạt", "3>A. Xã nhóm 1", "1.1|A|≥ 91%", "1.2|B|Đạt",
			"3>B. Xã nhóm 2", "1.1|A|≥ 81%", "1.2|B|Đạt"),
			[]string{"1/1.1 A | group nhom-1: ≥ 91 % | group nhom-2: ≥ 81 %",
				"1/1.2 B | group nhom-1: đạt | group nhom-2: đạt"}},
		{"in sections of a sheet, where nothing is merged", rows("TT|Nội dung|Mức đạt", "I. Xã nhóm 1||", "1.1|A|≥ 91%",
			"II. Đối với xã nhóm 2||", "TT|Nội dung|Mức đạt", "1.1|A|≥ 81%", "Bảng 3. Áp dụng đối với xã nhóm 3||",
			"TT|Nội dung|Mức đạt", "1.1|A|≥ 71%"), []string{three}},
		{"the first of them above the head", rows("I. Xã nhóm 1||", "TT|Nội dung|Mức đạt", "1.1|A|≥ 91%",
			"II. Xã nhóm 2||", "1.1|A|≥ 81%", "III. Xã nhóm 3||", "TT|Nội dung|Mức đạt", "1.1|A|≥ 71%"),
			[]string{"I. Xã nhóm 1: " + three}},
		{"criteria in a row of their own that nothing covers", rows("TT|Nội dung|Mức đạt", "|Tiêu chí 1. Q|",
			"1|1.1. A|≥ 91%", "2|1.2. B|Đạt", "|Tiêu chí 2. R|", "3|2.1. C|Đạt"),
			[]string{"1/1.1 A | all: ≥ 91 %", "1/1.2 B | all: đạt", "2/2.1 C | all: đạt"}},
		{"in one cell", rows("TT|Nội dung|Mức đạt", "1.1|A|Nhóm 1: ≥ 91%; nhóm 2: ≥ 81%; nhóm 3: ≥ 71%"),
			[]string{three}},
		{"in a cell over their columns", rows("TT|Nội dung|Nhóm 1|Nhóm 2|Nhóm 3",
			"1.1|A|2>≥ 91% (nhóm 1), ≥ 81% (nhóm 2)|≥ 71%"), []string{three}},
		// what is not clear is marked
		{"one kind twice", rows("TT|Nội dung|Nhóm xã|Mức đạt", "1.1|A|Nhóm 1|≥ 91%", "1.1|A|Nhóm 1|≥ 81%"),
			[]string{"1/1.1 A | group nhom-1: ≥ 91 % ??", "1/1.1 A | group nhom-1: ≥ 81 % ??"}},
		{"a kind that is not known", rows("TT|Nội dung|Nhóm xã|Mức đạt", "1.1|A|Nhóm 1|≥ 91%",
			"1.1|A|Nhóm 2|≥ 81%", "1.1|A|Xã khá|≥ 71%"),
			[]string{"1/1.1 A | group nhom-1: ≥ 91 % | group nhom-2: ≥ 81 % | unclear: ≥ 71 % ?"}},
		{"sections without a mark", rows("TT|Nội dung|Mức đạt", "3>Xã nhóm 1", "1.1|A|≥ 91%", "3>Xã nhóm 2",
			"1.2|B|Đạt"),
			[]string{"1/1.1 A | group nhom-1: ≥ 91 %", "1/1.2 B | group nhom-2: đạt"}},
		{"a section that may be one of criteria", rows("TT|Nội dung|Mức đạt", "3>Nhóm 1", "1.1|A|≥ 91%"),
			[]string{"Nhóm 1: 1/1.1 A | all: ≥ 91 %"}},
		{"a cell of columns that it does not name", rows("TT|Nội dung|Nhóm 1|Nhóm 2|Nhóm 3",
			"1.1|A|2>≥ 91% (nhóm 2), ≥ 81% (nhóm 3)|≥ 71%"),
			[]string{"1/1.1 A | group nhom-1: nhóm 2: ≥ 91 %; nhóm 3: ≥ 81 % | group nhom-2: nhóm 2: ≥ 91 %; " +
				"nhóm 3: ≥ 81 % | group nhom-3: ≥ 71 %"}},
	} {
		if diff := cmp.Diff(c.want, short(page(t, c.content))); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}

// A table of what was and what is now; rows that are counted beside their own numbers; a
// column for the whole country.
func TestHeadsAndNumbersOfOtherKinds(t *testing.T) {
	for _, c := range []struct {
		name, content string
		want          []string
	}{
		{"old and new", rows("TT|Chỉ tiêu|Quy định tại Quyết định số 318/QĐ-TTg|Nay sửa đổi thành",
			"1|15.1. A|≥ 91%|≥ 95%", "2|16. B|≥ 71%|≥ 75%"),
			[]string{"15/15.1 A | all: ≥ 95 %", "16/16 B | all: ≥ 75 %"}},
		{"old and new by other words", rows("TT|Nội dung|Mức đạt hiện hành|Mức đạt sau khi sửa đổi",
			"15.1|A|≥ 91%|≥ 95%"), []string{"15/15.1 A | all: ≥ 95 %"}},
		{"before and after", rows("TT|Chỉ tiêu|Trước khi điều chỉnh|Điều chỉnh thành", "15.1|A|≥ 91%|≥ 95%"),
			[]string{"15/15.1 A | all: ≥ 95 %"}},
		{"counted rows", rows("TT|Nội dung|Mức đạt", "1|2.1. A|≥ 91%", "2|2.2. B|≥ 81%", "3|5. C|Đạt"),
			[]string{"2/2.1 A | all: ≥ 91 %", "2/2.2 B | all: ≥ 81 %", "5/5 C | all: đạt"}},
		{"counted wrongly", rows("TT|Nội dung|Mức đạt", "1|2.1. A|≥ 91%", "3|2.2. B|≥ 81%"),
			[]string{"1/2.1 A | all: ≥ 91 % ??", "3/2.2 B | all: ≥ 81 % ??"}},
		{"the whole country", rows("2v TT|2v Nội dung|2>Tiêu chuẩn đạt", "Tây Nguyên|Chung cả nước",
			"1.1|A|≥ 91%|≥ 95%"), []string{"1/1.1 A | region tn: ≥ 91 % | all chung: ≥ 95 %"}},
		{"columns of several years", rows("2v TT|2v Nội dung|2>Mức đạt", "Giai đoạn 2026 - 2027|2028-2029",
			"1.1|A|≥ 91%|≥ 95%"),
			[]string{"1/1.1 A | year 2026: ≥ 91 % | year 2027: ≥ 91 % | year 2028: ≥ 95 % | year 2029: ≥ 95 %"}},
		{"years that may begin or end there", rows("2v TT|2v Nội dung|2>Mức đạt", "Đến năm 2028|Năm 2030",
			"1.1|A|≥ 91%|≥ 95%"), []string{"1/1.1 A | unclear: ≥ 91 % ? | year 2030: ≥ 95 %"}},
		{"numbers with what they are of", rows("TT|Nội dung|Mức đạt", "Chỉ tiêu 1.1|A|≥ 91%", "CT 1.2|B|Đạt",
			"|Chỉ tiêu 1.3. C|Đạt", "|(1.4) D|Đạt", "01.5|E|Đạt"),
			[]string{"1/1.1 A | all: ≥ 91 %", "1/1.2 B | all: đạt", "1/1.3 C | all: đạt", "1/1.4 D | all: đạt",
				"1/1.5 E | all: đạt"}},
		{"criteria with a zero before", rows("TT|Nội dung|Mức đạt", "3>TIÊU CHÍ SỐ 01: QUY HOẠCH", "1.1|A|Đạt",
			"02|Giao thông|", "2.1|B|Đạt"), []string{"1/1.1 A | all: đạt", "2/2.1 B | all: đạt"}},
		{"a list below a criterion", rows("TT|Nội dung|Mức đạt", "1|Quy hoạch|", "-|A|≥ 91%", "-|B|Đạt"),
			[]string{"1/1 Quy hoạch - A | all: ≥ 91 %", "1/1 Quy hoạch - B | all: đạt"}},
		{"two regions as one of the plans", rows("TT|Nội dung|Bắc Trung Bộ và Duyên hải miền Trung|KV1",
			"1.1|A|≥ 91%|Đạt"),
			[]string{"1/1.1 A | region btb+dhntb: ≥ 91 % | zone khu-vuc-1: đạt"}},
		{"years below a criterion of one indicator", rows("TT|Nội dung|Mức đạt", "10|Thu nhập (triệu đồng/người)|",
			"|Năm 2024|≥ 54", "|Năm 2025|≥ 57"),
			[]string{"10/10 Thu nhập (triệu đồng/người) năm 2024 | all: ≥ 54 triệu đồng/người/năm",
				"10/10 Thu nhập (triệu đồng/người) năm 2025 | all: ≥ 57 triệu đồng/người/năm"}},
	} {
		if diff := cmp.Diff(c.want, short(page(t, c.content))); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}
