package form

import (
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/vi"
)

// A head that says a part of a figure's name is asked about, and a row of sums is told to go.
func TestHeadsThatMeanAFigure(t *testing.T) {
	w := &wide{lib: packs.Embedded()}
	for head, want := range map[string]string{"Nhà tạm": "(nhà)", "Số nhà tạm": "(nhà)",
		"BHYT (%)": "bảo hiểm y tế", "Thu nhập (nghìn đồng/người/năm)": "triệu đồng/người/năm", "Ghi chú riêng": "",
		"Số": "", "Tỷ lệ": "", "xe máy": ""} {
		if got := w.called(head); (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%q: %q, want %q", head, got, want)
		}
	}
	for name, want := range map[string]bool{"Tổng cộng": true, "TỔNG SỐ": true, "Cộng": true, "Toàn huyện": true,
		"Bình quân chung": true, "Cộng Hòa": false, "Tổng Cọt": false, "Minh Trí": false, "": false} {
		if isTotal.MatchString(vi.Fold(name)) != want {
			t.Errorf("%q is a row of sums: %t", name, !want)
		}
	}
}
