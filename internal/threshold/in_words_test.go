package threshold

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What an indicator's own words ask.
func TestInWords(t *testing.T) {
	for words, want := range map[string][]string{
		"Tỷ lệ diện tích được tưới đạt từ 80% trở lên": {"đạt từ 80% trở lên: ≥ 80 %"},
		"Có ít nhất 02 mô hình, tối thiểu 3 hợp tác xã": {"ít nhất 02 mô hình: ≥ 2 mô hình",
			"tối thiểu 3 hợp tác xã: ≥ 3 hợp tác xã"},
		"Tỷ lệ hộ nghèo không quá 5%":                 {"không quá 5%: ≤ 5 %"},
		"Tỷ lệ tảo hôn từ 2 % trở xuống":              {"từ 2 % trở xuống: ≤ 2 %"},
		"Tỷ lệ hộ dùng nước sạch":                     nil,
		"Đường theo Thông tư 12, giai đoạn 2021-2025": nil,
		"Có ít nhất 03 việc giả định":                 nil, // of what is not known
		"Từ năm 2022 trở lên":                         nil,
	} {
		var got []string
		for _, r := range InWords(words) {
			got = append(got, r.Words+": "+r.String())
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", words, diff)
		}
	}
}
