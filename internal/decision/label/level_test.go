package label_test

import (
	"testing"

	"ntm/internal/decision/label"
	"ntm/internal/vi"
)

// The highest level that words name is theirs, and one alone is a heading of it.
func TestLevels(t *testing.T) {
	for _, tt := range []struct{ text, level, alone string }{
		{"Xã nông thôn mới", "ntm", "ntm"},
		{"Xã nông thôn mới nâng cao", "nang-cao", "nang-cao"},
		{"Mức đạt chuẩn NTM kiểu mẫu", "kieu-mau", "kieu-mau"},
		{"Hiện đại", "hien-dai", "hien-dai"},
		{"Nâng cao", "nang-cao", "nang-cao"},
		{"Bộ tiêu chí xã nông thôn mới hiện đại tỉnh Gia Định", "hien-dai", ""},
		{"Mức đạt", "", ""},
	} {
		if is := label.LevelOf(vi.Fold(tt.text)); is != tt.level {
			t.Errorf("%s is of %q", tt.text, is)
		}
		if is := label.LevelNamed(tt.text); is != tt.alone {
			t.Errorf("%s names %q", tt.text, is)
		}
	}
	for title, several := range map[string]bool{
		"Ban hành Bộ tiêu chí xã nông thôn mới nâng cao":                     false,
		"Ban hành Bộ tiêu chí xã nông thôn mới và xã nông thôn mới kiểu mẫu": true,
		"Sửa đổi các Bộ tiêu chí":                                            true,
	} {
		if label.NamesSeveral(vi.Fold(title)) != several {
			t.Errorf("%s names several sets: %t", title, !several)
		}
	}
}
