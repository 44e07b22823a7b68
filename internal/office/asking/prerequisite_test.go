package asking

import (
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/office"
)

// What a level asks to be held before it is found by its number, by its words and by what everybody
// calls it; an indicator's words name none.
func TestPrerequisitesByName(t *testing.T) {
	a, _, err := office.JudgeFile(t.Context(), packs.Embedded(), sample, "v0-thử")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"kieu-mau/1": "kieu-mau/tien-quyet", "kiểu mẫu 1": "kieu-mau/tien-quyet",
		"đạt chuẩn xã nông thôn mới nâng cao":  "kieu-mau/tien-quyet",
		"Điều kiện tiên quyết":                 "nang-cao/tien-quyet kieu-mau/tien-quyet",
		"kieu-mau/điều kiện tiên quyết":        "kieu-mau/tien-quyet",
		"nang-cao/tiên quyết":                  "nang-cao/tien-quyet",
		"dat chuan xa nong thon moi giai doan": "nang-cao/tien-quyet",
		"ntm/1":                                "", "1": "", "thu nhập": "", "": "", "ntm/tiên quyết": "",
	} {
		var got []string
		for _, r := range Prerequisites(a, "", text) {
			if got = append(got, r.ID); r.Prerequisite.Text == "" || r.Year != 2023 {
				t.Errorf("%q: %+v", text, r)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
