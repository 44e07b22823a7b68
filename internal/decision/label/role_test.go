package label

import (
	"strings"
	"testing"
)

// What a column of a table is, by its head.
func TestRolesOfColumns(t *testing.T) {
	for is, headings := range map[Role][]string{
		Number:    {"Mục", "TT", "STT", "Số TT", "Số thứ tự", "Mã số", "Mã chỉ tiêu", "Số hiệu", "TT (1)"},
		Criterion: {"Tiêu chí", "Tên tiêu chí", "TÊN TIÊU CHÍ", "Các tiêu chí", "Tiêu chí số"},
		Content: {"Nội dung", "Nội dung tiêu chí", "Tên chỉ tiêu", "Chỉ tiêu thành phần", "Tiêu chí/chỉ tiêu",
			"Diễn giải"},
		EitherWay: {"Chỉ tiêu", "CHỈ TIÊU"},
		UnitOf:    {"Đơn vị tính", "ĐVT", "Đơn vị"},
		Grouping:  {"Nhóm tiêu chí", "Nhóm", "Lĩnh vực"},
		Whom:      {"Nhóm xã", "Đối tượng áp dụng", "Vùng", "Khu vực", "Áp dụng cho", "Phân vùng"},
		SignOf:    {"Dấu", "So sánh", "Toán tử", "≥"},
		OfSet:     {"Bộ tiêu chí", "Danh hiệu", "Phụ lục"},
		Irrelevant: {"Ghi chú", "Cơ quan phụ trách", "Sở, ngành chủ trì", "Điểm tối đa", "Tự đánh giá",
			"Kết quả thực hiện",
			"Mức hiện hành", "Quy định tại Quyết định số 318/QĐ-TTg", "Thời gian", "Minh chứng"},
		Value: {"Mức", "Mức đạt", "Mức đạt chuẩn", "Tiêu chuẩn đạt chuẩn", "Chỉ tiêu chung", "Yêu cầu",
			"Ngưỡng", "Chuẩn NTM",
			"Quy định mới", "Xã nông thôn mới", "Xã NTM nâng cao", "Nâng cao", "Nay sửa đổi thành", "Mức đạt (%)"},
		NoRole: {"", "Họ", "Tên thôn", strings.Repeat("rất dài ", 20)},
	} {
		for _, heading := range headings {
			if got := RoleOf(heading); got != is {
				t.Errorf("%q is a column of %d, want %d", heading, got, is)
			}
		}
	}
}

// A heading of a level names it and nothing else.
func TestLevelsInHeadings(t *testing.T) {
	for heading, want := range map[string]string{
		"Xã nông thôn mới": "ntm", "Xã NTM": "ntm", "Mức đạt chuẩn NTM": "ntm", "Xã đạt chuẩn nông thôn mới": "ntm",
		"Xã nông thôn mới nâng cao": "nang-cao", "NTM nâng cao": "nang-cao", "Nâng cao": "nang-cao",
		"Bộ tiêu chí xã nông thôn mới nâng cao giai đoạn 2021-2025": "nang-cao",
		"Xã NTM kiểu mẫu": "kieu-mau", "Kiểu mẫu": "kieu-mau", "Xã nông thôn mới hiện đại": "hien-dai",
		"Mức đạt": "", "Xã nông thôn mới ở miền núi": "", "Xã": "", "": "", "Huyện nông thôn mới": "",
	} {
		if got := LevelNamed(heading); got != want {
			t.Errorf("%q names %q, want %q", heading, got, want)
		}
	}
}
