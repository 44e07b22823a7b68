package decision_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Numbers of indicators under a heading that nobody foresaw, and criteria under "Tên chỉ tiêu".
func TestColumnsKnownByWhatTheyHold(t *testing.T) {
	want := []string{"1/1.1 A | all: ≥ 91 %", "1/1.2 B | all: ≥ 81 %", "2/2.1 C | all: đạt"}
	for _, content := range []string{
		rows("TT|Tên tiêu chí|STT chỉ tiêu|Nội dung tiêu chí|Mức đạt", "2v 1|2v Một|1.1|A|≥ 91%", "1.2|B|≥ 81%",
			"2|Hai|2.1|C|Đạt"),
		rows("TT|Tên tiêu chí|Đánh số theo bộ|Nội dung tiêu chí|Mức đạt", "2v 1|2v Một|1.1|A|≥ 91%", "1.2|B|≥ 81%",
			"2|Hai|2.1|C|Đạt"),
		rows("TC|Tên tiêu chí|CT|Nội dung chỉ tiêu|Ngưỡng đạt", "TC1|Một|CT 1.1|A|≥ 91%", "TC1|Một|CT 1.2|B|≥ 81%",
			"TC2|Hai|CT 2.1|C|Đạt"),
		rows("Tiêu chí|Tên chỉ tiêu|Nội dung|Mức đạt", "2v 1|2v Một|1.1. A|≥ 91%", "1.2. B|≥ 81%", "2|Hai|2.1. C|Đạt"),
	} {
		if diff := cmp.Diff(want, short(page(t, content))); diff != "" {
			t.Errorf("%s:\n%s", content, diff)
		}
	}
}

// A head whose words nobody foresaw is one by what stands below it; what it says of results is no threshold.
func TestHeadsNobodyForesaw(t *testing.T) {
	want := []string{"1/1.1 Quy hoạch chung được duyệt | all: đạt", "2/2.1 Tỷ lệ đường xã | all: ≥ 81 %",
		"2/2.2 Số nhà tạm, dột nát | all: không"}
	lines := []string{"2v 2|2v Hạ tầng|2.1. Tỷ lệ đường xã|≥ 81%", "2.2. Số nhà tạm, dột nát|Không còn nhà tạm"}
	table := func(head string) string {
		return rows(append([]string{head, "1|Quy hoạch|1.1. Quy hoạch chung được duyệt|Đạt"}, lines...)...)
	}
	for _, head := range []string{"Thứ tự|Lĩnh vực|Mô tả chỉ tiêu|Giới hạn", "Mục|Tiêu chí lớn|Nội hàm tiêu chí|Mức",
		"|Tên tiêu chí|Yêu cầu cụ thể|Mức yêu cầu", "Số|Tiêu chí|Chỉ tiêu thành phần|Kết quả cần đạt"} {
		if diff := cmp.Diff(want, short(page(t, table(head)))); diff != "" {
			t.Errorf("%s:\n%s", head, diff)
		}
	}
	if d := page(t, table("TT|Tiêu chí|Nội dung tiêu chí|Kết quả thực hiện")); len(d.Annexes) > 0 {
		t.Errorf("results were read as thresholds: %v", short(d))
	}
}

// Rows counted through, and a criterion that is its own only indicator, year by year.
func TestCountedRowsWithNumbersOfTheirOwn(t *testing.T) {
	want := []string{"1/1.2 Quy chế | all: đạt", "10/10 Thu nhập năm 2024 | all: ≥ 71 triệu đồng",
		"10/10 Thu nhập năm 2025 | all: ≥ 75 triệu đồng", "12/12.1 Lao động | all: ≥ 81 %"}
	got := short(page(t, rows(
		"TT|Nội dung tiêu chí|Mức đạt",
		"(1)|(2)|(3)",
		"1|1.2. Quy chế|Đạt",
		"2|10. Thu nhập năm 2024|≥ 71 triệu đồng",
		"3|10. Thu nhập năm 2025|≥ 75 triệu đồng",
		"4|12.1. Lao động|≥ 81%",
	)))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A criterion over the whole width whose number and name stand beside its indicators once more.
func TestACriterionOverTheWidthAndBesideItsRows(t *testing.T) {
	want := []string{"2/2.1 Tỷ lệ đường xã | all: ≥ 81 %", "2/2.2 Tỷ lệ đường thôn | all: ≥ 71 %",
		"3/3.1 Tưới, tiêu | all: ≥ 82 %"}
	for head, lines := range map[string][]string{
		"TT|Tiêu chí|Nội dung tiêu chí|Mức đạt": {"4>2. GIAO THÔNG", "2v 2|2v Giao thông|2.1. Tỷ lệ đường xã|≥ 81%",
			"2.2. Tỷ lệ đường thôn|≥ 71%", "4>3. Thủy lợi", "3|Thủy lợi|3.1. Tưới, tiêu|≥ 82%"},
		"TT|Nội dung tiêu chí|Mức đạt": {"3>2. Giao thông", "2|2.1. Tỷ lệ đường xã|≥ 81%",
			"2|2.2. Tỷ lệ đường thôn|≥ 71%", "3>3. Thủy lợi", "3|3.1. Tưới, tiêu|≥ 82%"},
	} {
		d := page(t, rows(append([]string{head}, lines...)...))
		if diff := cmp.Diff(want, short(d)); diff != "" {
			t.Errorf("%s: %s", head, diff)
		}
		for _, row := range d.Annexes[0].Rows {
			if len(row.Doubts) > 0 {
				t.Errorf("%s: %s: %v", head, row.No, row.Doubts)
			}
		}
	}
}

// Stages that are counted are their years.
func TestStages(t *testing.T) {
	got := short(page(t, rows("TT|Tiêu chí|Nội dung|Giai đoạn 1 (2021-2023)|Giai đoạn 2 (2024-2025)",
		"1|Một|1.1. A|≥ 81%|≥ 91%")))
	want := []string{"1/1.1 A | year 2021: ≥ 81 % | year 2022: ≥ 81 % | year 2023: ≥ 81 % | year 2024: ≥ 91 % | " +
		"year 2025: ≥ 91 %"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Parts of two sets in one annex are each of its own set.
func TestPartsOfTwoSets(t *testing.T) {
	for _, lead := range []string{"", "Phần ", "PHẦN "} {
		d := page(
			t,
			"<p>BỘ CHỈ TIÊU VỀ GIÁO DỤC<p>"+lead+
				"I. Chỉ tiêu về giáo dục thuộc Bộ tiêu chí quốc gia về xã nông thôn mới"+
				rows("TT|Nội dung|Mức đạt", "5.1|A|≥ 91%")+
				"<p>"+lead+"II. Chỉ tiêu về giáo dục trong Bộ tiêu chí quốc gia về xã nông thôn mới nâng cao"+
				rows("TT|Nội dung|Mức đạt", "5.1|A|≥ 95%"),
		)
		var got []string
		for _, a := range d.Annexes {
			got = append(got, a.Level+" "+a.Rows[0].Cells[0].Words)
		}
		if diff := cmp.Diff([]string{"ntm ≥ 91%", "nang-cao ≥ 95%"}, got); diff != "" {
			t.Errorf("%sI: %s", lead, diff)
		}
	}
}

// A choice reaches what stands under it, over tables and pages, and nothing that must be met.
func TestHowFarAChoiceReaches(t *testing.T) {
	const (
		head     = "TT|Nội dung|Mức đạt"
		sentence = "<p>Xã đạt chuẩn kiểu mẫu khi lựa chọn ít nhất một trong các lĩnh vực nổi trội"
		must     = "<p>I. TIÊU CHÍ BẮT BUỘC"
	)
	a, b, c := rows(head, "1.1|A|≥ 81%"), rows(head, "2.1|B|≥ 82%"), rows(head, "3.1|C|≥ 83%")
	for _, tt := range []struct{ name, content, chosen string }{
		{"a sentence before what must be met", sentence + must + a, ""},
		{"and before what may be chosen", sentence + must + a + "<p>II. LĨNH VỰC NỔI TRỘI" + b, "B"},
		{"what must be met stands without a number", sentence + "<p>CÁC TIÊU CHÍ BẮT BUỘC" + a, ""},
		{"among the rows of one table", sentence + rows(head, "3>I. TIÊU CHÍ BẮT BUỘC", "1.1|A|≥ 81%",
			"3>II. LĨNH VỰC NỔI TRỘI", "2.1|B|≥ 82%", "3>III. TIÊU CHÍ CHUNG", "3.1|C|≥ 83%"), "B"},
		{"fields counted under a heading", must + a + "<p>II. LĨNH VỰC NỔI TRỘI (chọn ít nhất 01 lĩnh vực)" +
			"<p>1. Giáo dục" + b + "<p>2. Y tế" + c, "BC"},
		{"fields that head the rows", must + a + "<p>II. LĨNH VỰC NỔI TRỘI (chọn ít nhất 01 lĩnh vực)" +
			rows(head, "3>A. Giáo dục", "2.1|B|≥ 82%", "3>B. Y tế", "3.1|C|≥ 83%"), "BC"},
		{"a table that a page cuts", rows(head, "3>I. TIÊU CHÍ BẮT BUỘC", "1.1|A|≥ 81%",
			"3>II. LĨNH VỰC NỔI TRỘI (chọn ít nhất 01 lĩnh vực)", "2.1|B|≥ 82%") + c, "BC"},
		{"the next heading", "<p>I. LĨNH VỰC (chọn ít nhất 01 lĩnh vực)" + a + "<p>II. TỔ CHỨC THỰC HIỆN" + b, "A"},
	} {
		chosen := ""
		for _, row := range page(t, tt.content).Annexes[0].Rows {
			if len(row.Doubts) > 0 && strings.Contains(row.Doubts[0].What, "xã chỉ cần đạt một số") {
				chosen += row.Name
			}
		}
		if chosen != tt.chosen {
			t.Errorf("%s: to choose from are %q, want %q", tt.name, chosen, tt.chosen)
		}
	}
}

// What a commune may choose among is no threshold of every commune.
func TestATableToChooseFrom(t *testing.T) {
	const head = "TT|Lĩnh vực|Nội dung chỉ tiêu|Mức đạt"
	for _, heading := range []string{"xã lựa chọn ít nhất 01 lĩnh vực", "đạt ít nhất 01 trong các lĩnh vực sau",
		"đạt một trong số các tiêu chí dưới đây", "xã phải đạt tối thiểu 01 lĩnh vực"} {
		for name, content := range map[string]string{
			"over a table": "<p>B. CÁC LĨNH VỰC NỔI TRỘI (" + heading + ")" +
				rows(head, "1|Giáo dục|1.1. C|≥ 50%", "2|Y tế|2.1. D|≥ 97%"),
			"in a table": rows(head, "4>B. CÁC LĨNH VỰC NỔI TRỘI ("+heading+")", "1|Giáo dục|1.1. C|≥ 50%",
				"2|Y tế|2.1. D|≥ 97%"),
		} {
			d := page(t, "<p>A. CÁC TIÊU CHÍ BẮT BUỘC"+rows("TT|Tiêu chí|Nội dung|Yêu cầu", "1|Một|A|Đạt",
				"2|Hai|B|Đạt")+content)
			for _, row := range d.Annexes[0].Rows {
				marked := len(row.Doubts) > 0 && strings.Contains(row.Doubts[0].What, "xã chỉ cần đạt một số")
				if isChosen := row.Name == "C" || row.Name == "D"; marked != isChosen {
					t.Errorf("%s, %s: %s: %v", heading, name, row.Name, row.Doubts)
				}
			}
			if n := len(d.Annexes[0].Rows); n != 4 {
				t.Errorf("%s, %s: %d rows", heading, name, n)
			}
		}
	}
}
