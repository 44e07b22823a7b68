package reading_test

import (
	"os"
	"path/filepath"
	"testing"

	"ntm/internal/decision"
	"ntm/internal/reading"
)

// A list without the head of a decision is of the province that its first lines name, where there is such a province.
func TestProvinceOfAList(t *testing.T) {
	const table = "TT;Nội dung tiêu chí;Mức đạt\n1.1;Tỷ lệ giả định;≥ 81%\n1.2;Tỷ lệ giả định khác;≥ 71%\n"
	for _, tt := range []struct{ head, want string }{
		{"ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG;;\nBỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI (giả định);;\n" +
			"(Kèm theo Quyết định số 961/QĐ-UBND ngày 15/6/2026 của UBND tỉnh);;\n", "LÂM ĐỒNG"},
		{"BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI (giả định);;\nQuyết định số 961/QĐ-UBND của UBND tỉnh Nghệ An;;\n",
			"Nghệ An"},
		{"BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI;;\nQuyết định số 961/QĐ-UBND ngày 15/6/2026 của UBND tỉnh Giả Định;;\n", ""},
		{"BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI (giả định);;\nQuyết định số 961/QĐ-UBND ngày 15/6/2026;;\n", ""},
	} {
		path := filepath.Join(t.TempDir(), "gia-dinh.csv")
		if err := os.WriteFile(path, []byte(tt.head+table), 0o600); err != nil {
			t.Fatal(err)
		}
		d, err := decision.Read(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if got := reading.ProvinceOf([]*decision.Decision{d}); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.head, got, tt.want)
		}
	}
}
