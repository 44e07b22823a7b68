package label

import "testing"

func TestChoice(t *testing.T) {
	for words, leaves := range map[string]bool{
		"III. LĨNH VỰC NỔI TRỘI (đạt ít nhất 01 trong các lĩnh vực sau)": true,
		"Có ít nhất một lĩnh vực nổi trội":                               true,
		"Xã tự chọn ít nhất 02 nội dung":                                 true,
		"Tối thiểu 3 chỉ tiêu":                                           true,
		"01 mô hình trong số các mô hình sau":                            true,
		"II. TIÊU CHÍ BẮT BUỘC":                                          false,
		"Có ít nhất 01 hợp tác xã hoạt động hiệu quả":                    false,
		"Tỷ lệ hộ trong diện nghèo":                                      false,
	} {
		if got := Choice(words); got != "" != leaves {
			t.Errorf("%q: %q", words, got)
		}
	}
}
