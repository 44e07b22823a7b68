package decision_test

import (
	"slices"
	"strings"
	"testing"

	"ntm/internal/decision"
)

// A table below the sentence that names its indicator is what that indicator asks; one that is not understood is told of.
func TestTablesBelowASentence(t *testing.T) {
	first := rows("TT|Nội dung tiêu chí|Chỉ tiêu", "15.1|A|≥ 91%", "15.2|B|Đạt")
	for _, tt := range []struct {
		name, sentence, table string
		want                  string // the third row, or what is said
	}{
		{"regions", "Chỉ tiêu 15.3. Tỷ lệ C theo vùng như sau:", rows("STT|Vùng|Mức đạt", "1|Bắc Trung Bộ|≤ 25%",
			"2|Tây Nguyên|≤ 26,5"), "15/15.3 Tỷ lệ C | region btb: ≤ 25 % | region tn: ≤ 26,5 %"},
		{"groups", "- Chỉ tiêu số 15.3: Tỷ lệ C được quy định như sau", rows("Nhóm xã|Mức đạt", "Xã nhóm 1|≥ 91%",
			"Xã nhóm 2, nhóm 3|≥ 81%"), "15/15.3 Tỷ lệ C | group nhom-1: ≥ 91 % | group nhom-2+nhom-3: ≥ 81 %"},
		{"one that nobody knows", "Chỉ tiêu 15.3. Tỷ lệ C như sau:", rows("Vùng|Mức đạt", "Xã khá|≥ 91%",
			"Tây Nguyên|khoảng 81%"),
			"15/15.3 Tỷ lệ C | unclear: ≥ 91 % ? | region tn: CẦN ĐỌC LẠI: trong ô còn chữ mà " +
				"máy không hiểu, con số có thể mang nghĩa khác ?"},
		{"no indicator", "Mức của từng vùng như sau:", rows("Vùng|Mức đạt", "Bắc Trung Bộ|≤ 25%", "Tây Nguyên|≤ 26%",
			"Đông Nam Bộ|≤ 20%"), "bảng 2 có 3 ô giống mức đạt"},
	} {
		content := first + "<p>" + tt.sentence + "</p>" + tt.table
		got := short(page(t, content))
		if strings.HasPrefix(tt.want, "bảng") {
			if said := page(t, content).Doubts; len(got) != 2 || !slices.ContainsFunc(said,
				func(d decision.Doubt) bool {
					return strings.HasPrefix(d.What, tt.want)
				}) {
				t.Errorf("%s: %q, said %v", tt.name, got, said)
			}
			continue
		}
		if len(got) != 3 || got[2] != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
