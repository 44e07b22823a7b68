package decision

import (
	"slices"
	"strings"
	"testing"

	"ntm/internal/decision/label"
	"ntm/internal/threshold"
)

// What a column of a table is, by its head.
func TestRolesOfColumns(t *testing.T) {
	for is, headings := range map[role][]string{
		number:    {"TT", "STT", "Số TT", "Số thứ tự", "Mã số", "Mã chỉ tiêu", "Số hiệu", "TT (1)"},
		criterion: {"Tiêu chí", "Tên tiêu chí", "TÊN TIÊU CHÍ", "Các tiêu chí", "Tiêu chí số"},
		content: {"Nội dung", "Nội dung tiêu chí", "Tên chỉ tiêu", "Chỉ tiêu thành phần", "Tiêu chí/chỉ tiêu",
			"Diễn giải"},
		eitherWay: {"Chỉ tiêu", "CHỈ TIÊU"},
		unit:      {"Đơn vị tính", "ĐVT", "Đơn vị"},
		grouping:  {"Nhóm tiêu chí", "Nhóm", "Lĩnh vực"},
		whom:      {"Nhóm xã", "Đối tượng áp dụng", "Vùng", "Khu vực", "Áp dụng cho", "Phân vùng"},
		sign:      {"Dấu", "So sánh", "Toán tử", "≥"},
		ofSet:     {"Bộ tiêu chí", "Danh hiệu", "Phụ lục"},
		irrelevant: {"Ghi chú", "Cơ quan phụ trách", "Sở, ngành chủ trì", "Điểm tối đa", "Tự đánh giá",
			"Kết quả thực hiện",
			"Mức hiện hành", "Quy định tại Quyết định số 318/QĐ-TTg", "Thời gian", "Minh chứng"},
		value: {"Mức đạt", "Mức đạt chuẩn", "Tiêu chuẩn đạt chuẩn", "Chỉ tiêu chung", "Yêu cầu", "Ngưỡng", "Chuẩn NTM",
			"Quy định mới", "Xã nông thôn mới", "Xã NTM nâng cao", "Nâng cao", "Nay sửa đổi thành", "Mức đạt (%)"},
		unknown: {"", "Họ", "Tên thôn", strings.Repeat("rất dài ", 20)},
	} {
		for _, heading := range headings {
			if got := roleOf(heading); got != is {
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
		if got := label.LevelNamed(heading); got != want {
			t.Errorf("%q names %q, want %q", heading, got, want)
		}
	}
}

func TestYearsOfHeadings(t *testing.T) {
	for heading, want := range map[string][]int{
		"Giai đoạn 2026 - 2027": {2026, 2027}, "2028-2029": {2028, 2029}, "Năm 2024, 2025": {2024, 2025},
		"Các năm 2021 và 2022": {2021, 2022}, "Từ năm 2022 đến năm 2024": {2022, 2023, 2024},
		"Mức đạt năm 2024–2025": {2024, 2025},
		"Giai đoạn 2021-2025":   nil, // of the whole set: it parts nothing
		"2027-2026":             nil, "2026-2026": nil, "Năm 2026": nil, "Từ năm 2026": nil, "Đến năm 2028": nil,
		"Mức đạt": nil,
		"":        nil,
	} {
		if got := threshold.Years(heading); !slices.Equal(got, want) {
			t.Errorf("%q is of %v, want %v", heading, got, want)
		}
	}
	path := []string{"Giai đoạn 2021-2025", "Giai đoạn 2023-2024", "Mức đạt"}
	if got := periodOf(path); !slices.Equal(got, []int{2023, 2024}) {
		t.Errorf("below %v are %v", path, got)
	}
}

// A heading that names some communes, a year or a result may be of no threshold for all.
func TestHeadingsThatMayNotBeForAll(t *testing.T) {
	for heading, want := range map[string]string{
		"Mức đạt": "", "Mức đạt của xã nông thôn mới": "", "Mức đạt cho tất cả các xã": "", "Mức đến năm 2025": "",
		"Mức đạt của xã khá":        "dành cho xã nào",
		"Mức ở vùng cao":            "dành cho xã nào",
		"Mức thực hiện":             "quy định hay kết quả",
		"Mức đạt theo thực tế":      "quy định hay kết quả",
		"Mức đạt năm 2024 của tỉnh": "dành cho năm nào",
	} {
		got := whyNotPlain(heading)
		if want == "" && got != "" || want != "" && !strings.Contains(got, want) {
			t.Errorf("%q: %q, want %q", heading, got, want)
		}
	}
}
