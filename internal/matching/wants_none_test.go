package matching_test

import (
	"testing"

	"ntm/internal/matching"
)

func TestWantsNone(t *testing.T) {
	for name, want := range map[string]bool{
		"Nhà tạm, nhà dột nát":                                    true,
		"Không có hộ gia đình vi phạm pháp luật về môi trường":    true,
		"Tỷ lệ hộ nghèo đa chiều":                                 true,
		"Không để xảy ra sự cố môi trường":                        true,
		"Đảm bảo bình đẳng giới và phòng chống bạo lực gia đình":  false,
		"Tỷ lệ hộ có nhà tiêu, nhà tắm, bể chứa nước hợp vệ sinh": false,
		"Không để xảy ra tội phạm; có mô hình camera an ninh":     false,
		"Tỷ lệ hộ được sử dụng nước sạch":                         false,
	} {
		if got := matching.WantsNone(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
