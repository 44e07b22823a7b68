package decision_test

import (
	"strings"
	"testing"

	"ntm/internal/decision"

	"github.com/google/go-cmp/cmp"
)

// Heads and rows that decisions are known to have besides those of TestLayouts.
func TestMoreLayouts(t *testing.T) {
	const head = "TT|Tên tiêu chí|Nội dung tiêu chí|Mức đạt"
	for _, c := range []struct {
		name, content string
		want          []string
	}{
		{"the year of a row in the national column", rows("2v TT|2v Nội dung tiêu chí|2v Chỉ tiêu chung|2>Theo vùng",
			"Bắc Trung Bộ|Tây Nguyên", "2v 10|2v Thu nhập (triệu đồng)|Năm 2021|≥ 42|≥ 41", "Năm 2022|≥ 45|≥ 44"),
			[]string{"10/10 Thu nhập (triệu đồng) năm 2021 | all chung: không có mức | region btb: ≥ 42 triệu đồng | " +
				"region tn: ≥ 41 triệu đồng", "10/10 Thu nhập (triệu đồng) năm 2022 | all chung: không có mức | " +
				"region btb: ≥ 45 triệu đồng | region tn: ≥ 44 triệu đồng"}},
		{"criteria named where numbers stand", rows("TT|Nội dung tiêu chí|Mức đạt", "Tiêu chí 1: Quy hoạch||",
			"1.1|Có quy hoạch|Đạt", "Tiêu chí số 2. Giao thông||", "2.1|Đường xã|≥ 81%"),
			[]string{"1/1.1 Có quy hoạch | all: đạt", "2/2.1 Đường xã | all: ≥ 81 %"}},
		{"a table a criterion, named above it", "<p>1. Tiêu chí số 1 về quy hoạch" + rows("TT|Nội dung|Mức đạt",
			"1.1|Có quy hoạch|Đạt") + "<p>2. Tiêu chí số 2 về giao thông" + rows("TT|Nội dung|Mức đạt",
			"2.1|Đường xã|≥ 81%"),
			[]string{"1/1.1 Có quy hoạch | all: đạt", "2/2.1 Đường xã | all: ≥ 81 %"}},
		{"criteria by the numbers alone", rows("TT|Nội dung|Mức đạt", "1.1|A1|Đạt", "2.1|B1|≥ 81%", "2.2|B2|≥ 71%"),
			[]string{"1/1.1 A1 | all: đạt", "2/2.1 B1 | all: ≥ 81 %", "2/2.2 B2 | all: ≥ 71 %"}},
		{"a part below a number that is one for both", rows("TT|Nội dung|Mức đạt", "17|Môi trường|",
			"2v 17.1|Tỷ lệ hộ giả định|≥ 95%", "Trong đó từ nguồn giả định|≥ 42%"),
			[]string{"17/17.1 Tỷ lệ hộ giả định | all: ≥ 95 %", "17/17.1 Tỷ lệ hộ giả định Trong đó từ nguồn giả " +
				"định | all: ≥ 42 %"}},
		{"parts below a number that is one for all", rows("TT|Nội dung|Mức đạt", "2|Giao thông|",
			"3v 2.1|Tỷ lệ đường giả định|", "- Đường trục|≥ 81%", "- Đường ngõ|≥ 71%"),
			[]string{"2/2.1 Tỷ lệ đường giả định - Đường trục | all: ≥ 81 %",
				"2/2.1 Tỷ lệ đường giả định - Đường ngõ | all: ≥ 71 %"}},
		{"words over the column of their number", rows("TT|Tiêu chí|2>Nội dung|Mức đạt",
			"4|Điện|4.1)|Tỷ lệ giả định|≥ 81%",
			"7|Chợ|2>Xã có chợ giả định|Đạt", "8|Thông tin|8.1)|Có điểm giả định|Đạt"),
			[]string{"4/4.1 Tỷ lệ giả định | all: ≥ 81 %", "7/7 Xã có chợ giả định | all: đạt",
				"8/8.1 Có điểm giả định | all: đạt"}},
		{"a row that adds up", rows(head, "1|A|1.1. Đường xã|≥ 81%", "|Tổng cộng||1 tiêu chí",
			"||Tổng cộng: 19 tiêu chí|"),
			[]string{"1/1.1 Đường xã | all: ≥ 81 %"}},
		{"an indicator that begins with Tổng số", rows(head, "1|A|1.1. Tổng số mô hình|≥ 01 mô hình"),
			[]string{"1/1.1 Tổng số mô hình | all: ≥ 1 mô hình"}},
		{"a name that holds a rate", rows(head, "1|A|1.1. Có ít nhất 80% số hộ|Đạt"),
			[]string{"1/1.1 Có ít nhất 80% số hộ | all: đạt"}},
		{"a name that is a threshold", rows(head, "1|A|≥ 80%|Đạt"),
			[]string{"1/1 ≥ 80% | all: đạt ? ??"}},
		{"rows that only number the columns", rows("TT|Tên tiêu chí|Nội dung|Mức đạt", "(1)|(2)|(3)|(4)",
			"1|A|1.1. Đường xã|≥ 81%"), []string{"1/1.1 Đường xã | all: ≥ 81 %"}},
		{"a row of short cells is none of those", rows("TT|Nội dung|Mức đạt (%)", "1|a|80", "2|b|90"),
			[]string{"1/1 a | all: 80 %", "2/2 b | all: 90 %"}},
		{"columns of points", rows("TT|Nội dung|Mức đạt|Điểm tối đa|Tự đánh giá", "1|Đường xã|≥ 81%|5|Đạt"),
			[]string{"1/1 Đường xã | all: ≥ 81 %"}},
		{"for whom, in other words",
			rows("TT|Nội dung|Quy định chung|Quy định cho xã khu vực III|Yêu cầu đối với xã ATK",
				"1|Đường xã|≥ 81%|≥ 61%|≥ 71%"),
			[]string{"1/1 Đường xã | all chung: ≥ 81 % | zone khu-vuc-3: ≥ 61 % | zone an-toan-khu: ≥ 71 %"}},
		{"schools by their number", rows("TT|Nội dung|Xã nhóm 1|Xã nhóm 2",
			"1|Trường học|2>3 trường: ít nhất 2 trường; 4-5 trường: ít nhất 3 trường"),
			[]string{"1/1 Trường học | group nhom-1: 3 trường [3 trường]: ≥ 2 trường; 4-5 trường [≥ 4 trường, ≤ " +
				"5 trường]: " +
				"≥ 3 trường | group nhom-2: 3 trường [3 trường]: ≥ 2 trường; 4-5 trường [≥ 4 trường, ≤ 5 " +
				"trường]: ≥ 3 trường"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, short(page(t, c.content))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A table of two levels is an annex a level; one that names a level in but one of its
// columns is not taken apart, and is marked.
func TestTablesOfTwoLevels(t *testing.T) {
	for _, c := range []struct {
		name, table string
		want        map[string]string // by level: the cells
	}{
		{"a column a level", rows("TT|Tiêu chí|Nội dung|Xã nông thôn mới|Xã nông thôn mới nâng cao",
			"1|A|1.1 Đường xã|≥ 81%|100%"), map[string]string{"ntm": "≥ 81 %", "nang-cao": "100 %"}},
		{"in short", rows("TT|Nội dung|Mức đạt NTM|Mức đạt NTM nâng cao", "1|Đường xã|≥ 81%|100%"),
			map[string]string{"ntm": "≥ 81 %", "nang-cao": "100 %"}},
		{"below one heading", rows("2v TT|2v Nội dung|2>Mức đạt chuẩn", "NTM|NTM nâng cao", "1|Đường xã|≥ 81%|100%"),
			map[string]string{"ntm": "≥ 81 %", "nang-cao": "100 %"}},
		{"with zones below", rows("2v TT|2v Nội dung|2>Xã NTM|2>Xã NTM kiểu mẫu",
			"Khu vực 1|Khu vực 2|Khu vực 1|Khu vực 2",
			"1|Đường xã|≥ 81%|≥ 71%|100%|≥ 91%"), map[string]string{"ntm": "≥ 81 %, ≥ 71 %",
			"kieu-mau": "100 %, ≥ 91 %"}},
		{"by groups", rows("2v TT|2v Nội dung|3>Xã NTM|2v Xã NTM hiện đại", "Nhóm 1|Nhóm 2|Nhóm 3",
			"1|Đường xã|≥ 81%|≥ 71%|≥ 61%|100%"),
			map[string]string{"ntm": "≥ 81 %, ≥ 71 %, ≥ 61 %", "hien-dai": "100 %"}},
		{"one that names none", rows("TT|Nội dung|Mức đạt|Xã NTM nâng cao", "1|Đường xã|≥ 81%|100%"),
			map[string]string{"ntm": "≥ 81 %, 100 % ?"}},
		{"two of one level", rows("TT|Nội dung|Xã NTM|Xã nông thôn mới|Xã NTM nâng cao", "1|Đường xã|≥ 81%|≥ 82%|100%"),
			map[string]string{"ntm": "≥ 81 % ?, ≥ 82 % ?", "nang-cao": "100 %"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := map[string]string{}
			for _, a := range page(t, c.table).Annexes {
				got[a.Level] = joinedCells(a.Rows[0])
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func joinedCells(row *decision.Row) string {
	var out []string
	for _, c := range row.Cells {
		text := c.Reading.String()
		if len(c.Doubts) > 0 {
			text += " ?"
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

// Tables that are none of criteria: what communes have reached, who is responsible.
func TestTablesThatAreNoneOfCriteria(t *testing.T) {
	for name, table := range map[string]string{
		"communes and what they have": rows("TT|Xã|Tiêu chí|Chỉ tiêu|Kết quả thực hiện", "1|Xã A|Giao thông|≥ 80%|85%"),
		"communes":                    rows("STT|Tên xã|Mức đạt", "1|Giả Định|NTM"),
		"departments":                 rows("TT|Cơ quan|Nhiệm vụ", "1|Sở A|Tiêu chí 1"),
		"places of receipt":           rows("Nơi nhận: - Như trên|CHỦ TỊCH"),
		"two columns":                 rows("Chỉ tiêu|Kết quả", "Đường xã|80%"),
	} {
		d := page(t, table)
		if len(d.Annexes) > 0 || len(d.Doubts) == 0 {
			t.Errorf("%s: read as %q", name, short(d))
		}
	}
}
