package decision_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Heads that say in many words whom a column is for, which way its numbers count, or until
// when they are to be reached.
func TestHeadsInManyWords(t *testing.T) {
	three := []string{"1/1.1 A | group nhom-1: ≥ 91 % | group nhom-2: ≥ 81 % | group nhom-3: ≥ 71 %"}
	for _, c := range []struct {
		name, content string
		want          []string
	}{
		{"what is asked before the group", rows("TT|Nội dung chỉ tiêu|Mức đạt chuẩn xã nhóm 1|Mức đạt chuẩn xã nhóm 2|"+
			"Mức đạt chuẩn xã nhóm 3", "1.1|A|≥ 91%|≥ 81%|≥ 71%"), three},
		{"and for whom", rows("TT|Nội dung chỉ tiêu|Yêu cầu phải đạt đối với các xã thuộc nhóm 1|"+
			"Yêu cầu phải đạt đối với các xã thuộc nhóm 2|Yêu cầu phải đạt đối với các xã thuộc nhóm 3",
			"1.1|A|≥ 91%|≥ 81%|≥ 71%"), three},
		{"behind a dash", rows("TT|Nội dung chỉ tiêu|Nhóm 1 - Mức đạt|Nhóm 2 - Mức đạt|Nhóm 3 - Mức đạt",
			"1.1|A|≥ 91%|≥ 81%|≥ 71%"), three},
		{"of zones", rows("TT|Nội dung chỉ tiêu|Ngưỡng tối thiểu cho khu vực 1|Ngưỡng tối thiểu cho khu vực 2",
			"1.1|A|≥ 91%|≥ 81%"), []string{"1/1.1 A | zone khu-vuc-1: ≥ 91 % | zone khu-vuc-2: ≥ 81 %"}},
		{"of somebody that is not known", rows("TT|Nội dung chỉ tiêu|Mức đạt chuẩn xã nhóm khá|Mức đạt chuẩn xã nhóm 2",
			"1.1|A|≥ 91%|≥ 81%"), []string{"1/1.1 A | all: ≥ 91 % ? | group nhom-2: ≥ 81 %"}},
		// the comparison above the numbers
		{"the comparison in brackets", rows("TT|Nội dung|Nhóm 1 (≥ %)|Nhóm 2 (≥ %)", "1.1|A|91|81"),
			[]string{"1/1.1 A | group nhom-1: ≥ 91 % | group nhom-2: ≥ 81 %"}},
		{"behind the heading", rows("TT|Nội dung|Mức đạt ≥ %", "1.1|A|91"), []string{"1/1.1 A | all: ≥ 91 %"}},
		{"with the unit", rows("TT|Nội dung|ĐVT|Mức đạt", "1.1|A|≥ %|91", "1.2|B|≤ %|9", "1.3|C|≥ mô hình|2",
			"1.4|D|%|≥ 80"), []string{"1/1.1 A | all: ≥ 91 %", "1/1.2 B | all: ≤ 9 %", "1/1.3 C | all: ≥ 2 mô hình",
			"1/1.4 D | all: ≥ 80 %"}},
		{"a cell that has its own", rows("TT|Nội dung|Mức đạt (≥ %)", "1.1|A|91", "1.2|B|≤ 9%"),
			[]string{"1/1.1 A | all: ≥ 91 %", "1/1.2 B | all: ≤ 9 %"}},
		{"two that do not agree", rows("TT|Nội dung|ĐVT|Mức đạt (≥ %)", "1.1|A|≤ %|91"),
			[]string{"1/1.1 A | all: 91 % ?"}},
		// until when
		{"until two years", rows("2v TT|2v Nội dung|2>Mức đạt", "Đến năm 2028|Đến năm 2030", "1.1|A|≥ 91%|≥ 95%"),
			[]string{"1/1.1 A | year 2026: ≥ 91 % | year 2027: ≥ 91 % | year 2028: ≥ 91 % | year 2029: ≥ 95 % | " +
				"year 2030: ≥ 95 %"}},
		{"of groups", rows("2v TT|2v Nội dung|2>Nhóm 1|2>Nhóm 2", "Đến hết năm 2029|Đến hết năm 2030|"+
			"Đến hết năm 2029|Đến hết năm 2030", "1.1|A|≥ 91%|≥ 95%|≥ 81%|≥ 85%"),
			[]string{"1/1.1 A | group nhom-1 2026: ≥ 91 % | group nhom-1 2027: ≥ 91 % | group nhom-1 2028: ≥ 91 % | " +
				"group nhom-1 2029: ≥ 91 % | group nhom-1 2030: ≥ 95 % | group nhom-2 2026: ≥ 81 % | " +
				"group nhom-2 2027: ≥ 81 % | group nhom-2 2028: ≥ 81 % | " +
				"group nhom-2 2029: ≥ 81 % | group nhom-2 2030: ≥ 85 %"}},
		{"in a head of one row", rows("TT|Nội dung tiêu chí|Đến năm 2023|Đến năm 2025", "1.1|A|≥ 91%|≥ 95%"),
			[]string{"1/1.1 A | year 2021: ≥ 91 % | year 2022: ≥ 91 % | year 2023: ≥ 91 % | year 2024: ≥ 95 % | " +
				"year 2025: ≥ 95 %"}},
	} {
		if diff := cmp.Diff(c.want, short(page(t, c.content))); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}

// Rows of one indicator that differ in the year among their words, and rows that say one
// indicator twice.
func TestYearsInNamesAndRowsSaidTwice(t *testing.T) {
	const unit = " (triệu đồng/người)"
	for _, c := range []struct {
		name, content string
		want          []string
	}{
		{"the criterion named once", rows("TT|Tiêu chí|Nội dung|Mức đạt", "2v 10|2v Thu nhập|Thu nhập năm 2024"+unit+
			"|≥ 54", "Thu nhập năm 2025"+unit+"|≥ 57"),
			[]string{"10/10 Thu nhập (triệu đồng/người) năm 2024 | all: ≥ 54 triệu đồng/người/năm",
				"10/10 Thu nhập (triệu đồng/người) năm 2025 | all: ≥ 57 triệu đồng/người/năm"}},
		{"the year first", rows("TT|Tiêu chí|Nội dung|Mức đạt", "2v 10|2v Thu nhập|Năm 2024: thu nhập"+unit+"|≥ 54",
			"Năm 2025: thu nhập"+unit+"|≥ 57"),
			[]string{"10/10 thu nhập (triệu đồng/người) năm 2024 | all: ≥ 54 triệu đồng/người/năm",
				"10/10 thu nhập (triệu đồng/người) năm 2025 | all: ≥ 57 triệu đồng/người/năm"}},
		{"rows that only say the year", rows("TT|Tiêu chí|Nội dung|Mức đạt",
			"3v 10|3v Thu nhập|Thu nhập bình quân"+unit+" Năm 2023|≥ 51", "Năm 2024|≥ 54", "Năm 2025|≥ 57"),
			[]string{"10/10 Thu nhập bình quân (triệu đồng/người) năm 2023 | all: ≥ 51 triệu đồng/người/năm",
				"10/10 Thu nhập bình quân (triệu đồng/người) năm 2024 | all: ≥ 54 triệu đồng/người/năm",
				"10/10 Thu nhập bình quân (triệu đồng/người) năm 2025 | all: ≥ 57 triệu đồng/người/năm"}},
		{"each with a number", rows("TT|Nội dung|Mức đạt", "10.1|Thu nhập (năm 2024)|≥ 54 triệu đồng",
			"10.2|Thu nhập (năm 2025)|≥ 57 triệu đồng"),
			[]string{"10/10.1 Thu nhập năm 2024 | all: ≥ 54 triệu đồng",
				"10/10.1 Thu nhập năm 2025 | all: ≥ 57 triệu đồng"}},
		{"an income of one year", rows("TT|Nội dung|Mức đạt", "10.1|Thu nhập bình quân năm 2024|≥ 54 triệu đồng"),
			[]string{"10/10.1 Thu nhập bình quân năm 2024 | all: ≥ 54 triệu đồng"}},
		{"a year that is compared with", rows("TT|Nội dung|Mức đạt", "1.1|Tỷ lệ A tăng so với năm 2024|≥ 4%",
			"1.2|Tỷ lệ A tăng so với năm 2025|≥ 7%"), []string{"1/1.1 Tỷ lệ A tăng so với năm 2024 | all: ≥ 4 %",
			"1/1.2 Tỷ lệ A tăng so với năm 2025 | all: ≥ 7 %"}},
		// twice
		{"two levels for one", rows("TT|Tiêu chí|Nội dung|Mức đạt", "16|Văn hóa|Tỷ lệ thôn A|≥ 71%",
			"16|Văn hóa|Tỷ lệ thôn A|≥ 75%"),
			[]string{"16/16 Tỷ lệ thôn A | all: ≥ 71 % ??", "16/16 Tỷ lệ thôn A | all: ≥ 75 % ??"}},
		{"the same again, as after a page", rows("TT|Nội dung|Mức đạt", "1.1|A|≥ 91%", "1.2|B|≥ 81%", "1.2|B|≥ 81%",
			"1.3|C|Đạt"), []string{"1/1.1 A | all: ≥ 91 %", "1/1.2 B | all: ≥ 81 %", "1/1.3 C | all: đạt"}},
		{"by its number, with another level", rows("TT|Nội dung|Mức đạt", "1.1|A|≥ 91%", "1.1|A|≥ 81%"),
			[]string{"1/1.1 A | all: ≥ 91 % ??", "1/1.1 A | all: ≥ 81 % ??"}},
	} {
		if diff := cmp.Diff(c.want, short(page(t, c.content))); diff != "" {
			t.Errorf("%s:\n%s", c.name, diff)
		}
	}
}
