package collation_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// Indicators that a decision counts by letters below their criterion are found by their words; where these do not say
// it, they are put to a person where they are most alike, and never left out. The thresholds are invented.
func TestIndicatorsByLetters(t *testing.T) {
	lib := collationtest.Library(t)
	const irrigated = "Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới và tiêu nước chủ động"
	const local = "Có ít nhất 01 tổ chức thủy lợi cơ sở hoạt động hiệu quả, bền vững"
	const saving = "Tỷ lệ diện tích cây trồng chủ lực được tưới tiên tiến, tiết kiệm nước"
	const works = "Tỷ lệ công trình thủy lợi nhỏ, thủy lợi nội đồng được bảo trì hàng năm"
	const waste = "Thực hiện kiểm kê, kiểm soát các nguồn nước thải xả vào công trình thủy lợi"
	const ready = "Đảm bảo yêu cầu chủ động về phòng chống thiên tai theo phương châm 4 tại chỗ"
	for _, tt := range []struct {
		name  string
		lines []string
		want  map[string]string // what an indicator is asked, "?" where a person reads
	}{
		{"all in order", []string{"a) " + irrigated + "|≥ 84%", "b) " + local + "|Đạt", "c) " + saving + "|≥ 21%",
			"d) " + works + "|≥ 99%", "đ) " + waste + "|Đạt", "e) " + ready + "|Loại tốt"},
			map[string]string{"3.1": "84", "3.2": "Đạt", "3.3": "21", "3.4": "99", "3.5": "Đạt", "3.6": "tốt"}},
		{"some in another order", []string{"a) " + saving + "|≥ 21%", "b) " + irrigated + "|≥ 84%"},
			map[string]string{"3.1": "84", "3.3": "21"}},
		{"other words", []string{"a) " + irrigated + "|≥ 84%", "b) Tỷ lệ cây trồng giả định được tưới|≥ 21%"},
			map[string]string{"3.1": "84", "3.3": "?"}},
		{"twice the same", []string{"a) " + irrigated + "|≥ 84%", "b) " + irrigated + " giả định|≥ 94%"},
			map[string]string{"3.1": "?"}},
	} {
		var lines []string
		for i, line := range tt.lines {
			words, cell, _ := strings.Cut(line, "|")
			no, criterion := "", ""
			if i == 0 {
				no, criterion = "3", "Thủy lợi và phòng, chống thiên tai"
			}
			lines = append(lines, collationtest.Each(no, criterion, words, cell))
		}
		p := collationtest.Paper(t, criteria.Province, append([]string{collationtest.ByRegion}, lines...)...)
		rows := rowsOf(t, lib, "nang-cao-2021-2025", p)
		for no, want := range tt.want {
			got := of(rows, "nang-cao/"+no+"#", "btb")
			if got == nil {
				got = of(rows, "nang-cao/"+no+"#", "")
			}
			switch {
			case got == nil:
				t.Errorf("%s: no row of %s", tt.name, no)
			case want == "?" && (got.Kind != collation.Again || len(got.Why) == 0):
				t.Errorf("%s: %s is %s, %q", tt.name, no, got.Kind, got.Asks.Value())
			case want != "?" && (got.Asks.Value() != want || strings.Contains(strings.Join(got.Why, ""), "đánh chữ")):
				t.Errorf("%s: %s asks %q, %q", tt.name, no, got.Asks.Value(), got.Why)
			}
		}
	}
}
