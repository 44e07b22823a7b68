package label_test

import (
	"strings"
	"testing"

	"ntm/internal/decision/label"
	"ntm/internal/vi"
)

// A title names the sets that a decision may be of; one of several without names may be of the two of every period.
func TestLevelsInTitles(t *testing.T) {
	for title, want := range map[string]string{
		"Sửa đổi Bộ tiêu chí xã nông thôn mới":                                         "ntm",
		"Sửa đổi Bộ tiêu chí xã nông thôn mới nâng cao":                                "nang-cao",
		"Sửa đổi Bộ tiêu chí xã nông thôn mới và xã nông thôn mới nâng cao":            "ntm nang-cao",
		"Sửa đổi các Bộ tiêu chí xã nông thôn mới, nông thôn mới kiểu mẫu":             "ntm kieu-mau",
		"Sửa đổi các Bộ tiêu chí":                                                      "ntm nang-cao",
		"Sửa đổi các Bộ tiêu chí về xã nông thôn mới nâng cao, nông thôn mới kiểu mẫu": "nang-cao kieu-mau",
		"Sửa đổi Quyết định giả định":                                                  "",
	} {
		if got := strings.Join(label.LevelsIn(vi.Fold(title)), " "); got != want {
			t.Errorf("%s: %q", title, got)
		}
	}
	for line, want := range map[string]string{
		"II. XÃ NÔNG THÔN MỚI NÂNG CAO":                                 "nang-cao",
		"Phần II. Các chỉ tiêu y tế thuộc Bộ tiêu chí xã nông thôn mới": "ntm",
		"II. Các xã nông thôn mới phải báo cáo":                         "",
	} {
		if got := label.LevelAlone(line); got != want {
			t.Errorf("%s: %q", line, got)
		}
	}
}

// What a set is for stands in its title, and what some communes are asked otherwise in a note.
func TestForWhatASetIs(t *testing.T) {
	for title, want := range map[string]string{
		"Bộ tiêu chí thôn nông thôn mới": "thôn", "Bộ tiêu chí huyện nông thôn mới": "huyện",
		"Bộ tiêu chí tỉnh hoàn thành nhiệm vụ": "tỉnh", "Bộ tiêu chí xã nông thôn mới": label.OfCommunes,
	} {
		if got := label.ForWhat(vi.Fold(title), vi.Fold(title)); got != want {
			t.Errorf("%s: %s", title, got)
		}
	}
	for text, want := range map[string]bool{
		"Các xã khu vực III được giảm 10% so với mức trên": true, "Các xã phải báo cáo": false,
		"Xã đảo không xét chỉ tiêu này": true, "Giảm 10% so với mức trên": false,
	} {
		if label.AsksSomeOtherwise(vi.Fold(text)) != want {
			t.Errorf("%s: some are asked otherwise: %t", text, !want)
		}
	}
	if !label.NamesSomeApart("rieng cac xa mien nui") || label.NamesSomeApart("ty le ho") {
		t.Error("some communes among the words of an indicator are not known")
	}
}
