package threshold_test

import (
	"testing"

	"ntm/internal/threshold"
)

// A number in words behind the digits is taken where it is the same, and nothing is read
// where it is another.
func TestNumbersInWords(t *testing.T) {
	for words, want := range map[string]string{
		"≥ 99% (chín mươi chín phần trăm)":          "≥ 99 %",
		"75% (bảy mươi lăm phần trăm) trở lên":      "≥ 75 %",
		"75% trở lên (bảy mươi lăm phần trăm)":      "≥ 75 %",
		"≥ 100% (một trăm phần trăm)":               "≥ 100 %",
		"≥ 105 hộ (một trăm linh năm hộ)":           "≥ 105 hộ",
		"≥ 115 (một trăm mười lăm) hộ":              "≥ 115 hộ",
		"≥ 10 (mười) hộ":                            "≥ 10 hộ",
		"≥ 12 (mười hai) hộ":                        "≥ 12 hộ",
		"≤ 1,5% (một phẩy năm phần trăm)":           "≤ 1,5 %",
		"≥ 2 (02) mô hình":                          "≥ 2 mô hình",
		"≥ 60.000.000 đồng/người/năm":               "≥ 60 triệu đồng/người/năm",
		"≥ 60.500.000 đồng/người/năm":               "≥ 60,500000 triệu đồng/người/năm",
		"≥ 90% (tám mươi phần trăm)":                "",
		"≥ 25% (hai mươi phần trăm)":                "",
		"≥ 5 hộ (năm thôn)":                         "",
		"≥ 5% (một phẩy)":                           "",
		"≥ 2 (03) mô hình":                          "",
		"≥ 60 đồng/người/năm":                       "",
		"≥ 45 triệu đồng/người/năm (bốn mươi triệu": "",
	} {
		r := threshold.Read(words)
		if got := r.String(); want == "" && r.Kind != threshold.Unread || want != "" && got != want {
			t.Errorf("%s: %s", words, got)
		}
	}
}
