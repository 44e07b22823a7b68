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
	d := page(t, "<p>BỘ CHỈ TIÊU VỀ GIÁO DỤC<p>I. Chỉ tiêu về giáo dục thuộc Bộ tiêu chí quốc gia về xã nông thôn mới"+
		rows("TT|Nội dung|Mức đạt", "5.1|A|≥ 91%")+
		"<p>II. Chỉ tiêu về giáo dục thuộc Bộ tiêu chí quốc gia về xã nông thôn mới nâng cao"+
		rows("TT|Nội dung|Mức đạt", "5.1|A|≥ 95%"))
	var got []string
	for _, a := range d.Annexes {
		got = append(got, a.Level+" "+a.Rows[0].Cells[0].Words)
	}
	if diff := cmp.Diff([]string{"ntm ≥ 91%", "nang-cao ≥ 95%"}, got); diff != "" {
		t.Error(diff)
	}
}

// What a commune may choose among is no threshold of every commune.
func TestATableToChooseFrom(t *testing.T) {
	d := page(t, "<p>A. CÁC TIÊU CHÍ BẮT BUỘC"+rows("TT|Tiêu chí|Nội dung|Yêu cầu", "1|Một|A|Đạt", "2|Hai|B|Đạt")+
		"<p>B. CÁC LĨNH VỰC NỔI TRỘI (xã lựa chọn ít nhất 01 lĩnh vực)"+
		rows("TT|Lĩnh vực|Nội dung chỉ tiêu|Mức đạt", "1|Giáo dục|1.1. C|≥ 50%", "2|Y tế|2.1. D|≥ 97%"))
	for _, row := range d.Annexes[0].Rows {
		marked := len(row.Doubts) > 0 && strings.Contains(row.Doubts[0].What, "xã chỉ cần đạt một số")
		if isChosen := row.Name == "C" || row.Name == "D"; marked != isChosen {
			t.Errorf("%s: %v", row.Name, row.Doubts)
		}
	}
	if n := len(d.Annexes[0].Rows); n != 4 {
		t.Errorf("%d rows", n)
	}
}
