package typed_test

import (
	"strings"
	"testing"

	"ntm/internal/typed"
)

func TestYesNo(t *testing.T) {
	for want, texts := range map[bool][]string{
		true: {"Đạt", "đạt", "Dat", "ĐẠT", "đa\u0323t", "Đạt.", "x", "X", "(x)", "[x]", "v", "✓", "✔", "✔\ufe0f",
			"√", "☑", "Có", "có", "co", "Rồi", "đã đạt", "đạt chuẩn", "yes", "true", "TRUE", "1", "１"},
		false: {"Chưa đạt", "chua dat", "CHƯA ĐẠT", "không đạt", "Chưa", "Không", "khong", "0", "✗",
			"✘", "false", "no"},
	} {
		for _, text := range texts {
			if got, err := typed.YesNo(text); err != nil || got != want {
				t.Errorf("%q is read as %v, %v, want %v", text, got, err, want)
			}
		}
	}
	for _, text := range []string{"", "-", "...", "chưa có", "đất", "cố", "cơ bản đạt", "đạt 80%", "gần đạt", "khá",
		"2", "10", "có không", "đạt/chưa đạt", "không có", "Khong co", "×", "☒", "?", "()", "xx"} {
		if got, err := typed.YesNo(text); err == nil {
			t.Errorf("%q is read as %v", text, got)
		}
	}
	if _, err := typed.YesNo("không có"); err == nil ||
		!strings.Contains(sentence(err), "chưa có số liệu thì để trống") {
		t.Errorf("none of what: %v", err)
	}
	for text, want := range map[string]bool{"x": true, "X": true, "(x)": true, "v": true, "✓": true, "✗": true,
		"Đạt": false, "có": false, "1": false, "": false, "vx": false, "-": false} {
		if typed.Ticks(text) != want {
			t.Errorf("%q is a tick: %t", text, !want)
		}
	}
	if _, err := typed.YesNo("Cơ bản đạt"); err == nil || !strings.Contains(sentence(err),
		"ghi Đạt nếu đã đủ, Chưa đạt nếu còn thiếu") {
		t.Errorf("a council's word: %v", err)
	}
}

func TestBlank(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, " ": true, "\u00a0": true, "-": true, "–": true, "—": true, "- -": true, "...": true, "…": true,
		"?": true, "/": true, "___": true,
		"chưa có": true, "Chưa có số liệu": true, "chua co so lieu": true, "không có số liệu": true, "KXĐ": true,
		"kxd": true, "n/a": true, "N/A": true, "#N/A": true, "không rõ": true,
		"0": false, "không": false, "không có": false, "-5": false, "- 0": false, "x": false, "chưa": false,
		"chưa đạt": false, "chưa có hộ nào": false,
	} {
		if got := typed.Blank(text); got != want {
			t.Errorf("Blank(%q) = %v", text, got)
		}
	}
}
