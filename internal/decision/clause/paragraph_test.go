package clause_test

import (
	"testing"

	"ntm/internal/decision/clause"
)

// A paragraph that names one threshold and says nothing else about it is read.
func TestThresholdsOfParagraphs(t *testing.T) {
	const unread = "CẦN ĐỌC LẠI: " + clause.NotTable
	for text, want := range map[string]string{
		"Có ít nhất một mô hình thôn thông minh do UBND cấp tỉnh quy định.":          "≥ 1 mô hình",
		"Có ít nhất 02 mô hình thôn thông minh giai đoạn 2021 - 2025;":               "≥ 2 mô hình",
		"Có ít nhất một lĩnh vực nổi trội (về sản xuất, giáo dục, văn hóa)":          "≥ 1 lĩnh vực",
		"Tỷ lệ hộ có nước sạch đạt từ 95% trở lên":                                   "≥ 95 %",
		"Tỷ lệ nghèo đa chiều không quá 3%.":                                         "≤ 3 %",
		"Thu nhập bình quân cao hơn từ 11% trở lên so với mức của nâng cao":          unread,
		"Là xã đạt chuẩn nông thôn mới nâng cao giai đoạn 2021 - 2025.":              unread,
		"Có ít nhất một mô hình hoặc ít nhất hai sản phẩm":                           unread,
		"Có ít nhất một mô hình và tỷ lệ hộ khá từ 80% trở lên":                      unread,
		"Có ít nhất một mô hình, riêng xã đảo không xét":                             unread,
		"Có ít nhất một trong các mô hình sau":                                       unread,
		"Tỷ lệ hộ có nước sạch đạt từ 95% trở lên, trong đó tập trung đạt 60%":       unread,
		"Có ít nhất 01 mô hình theo quy định tại khoản 3 Điều 5 của Quyết định này.": unread,
	} {
		if got := clause.AskedIn(text); got.String() != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}
