package typed_test

import (
	"strings"
	"testing"

	"ntm/internal/typed"
)

// What was not done with a number yet does not make it that of the rest; a stroke is no unit; of a
// bound in another unit the unit is told.
func TestReasonsAreTrue(t *testing.T) {
	income := typed.Meaning{Unit: "triệu đồng/người/năm"}
	rate := typed.Meaning{Unit: "%", CountedIn: "hộ"}
	for _, tt := range []struct {
		text string
		m    typed.Meaning
		want string
		not  string
	}{
		{"69 triệu (theo báo cáo chi cục thống kê, chưa chính thức)", income, "không rõ phần", "chưa đạt:"},
		{"69 triệu theo số chưa được công bố", income, "không rõ phần", "chưa đạt:"},
		{"95 % (số chưa bao gồm thôn 3)", rate, "không rõ phần", "chưa đạt:"},
		{"5 % chưa đạt", rate, "số phần chưa đạt", "không rõ"},
		{"5 hộ chưa có nước", rate, "số phần chưa đạt", "không rõ"},
		{"70-72", income, "một khoảng", "chưa có đơn vị"},
		{"70 – 72", income, "một khoảng", "chưa có đơn vị"},
		{"trên 70 triệu", rate, `ghi theo "triệu"`, "tối thiểu"},
		{"không quá 70 km", rate, `ghi theo "km"`, "tối đa"},
		{"dưới 70 %", income, `ghi theo "%"`, "tối đa"},
		{"5-", rate, "cần", "được đọc"},
		{"5-", income, "cần", "được đọc"},
		{"5 -", typed.Meaning{Unit: "hộ"}, "cần", "được đọc"},
		{"5–%", rate, "cần", "được đọc"},
	} {
		g, err := typed.Read(tt.text, tt.m)
		if err == nil {
			t.Errorf("%q is read as %+v", tt.text, g)
			continue
		}
		if says := sentence(err); !strings.Contains(says, tt.want) || strings.Contains(says, tt.not) {
			t.Errorf("%q: %s, want %s and not %s", tt.text, says, tt.want, tt.not)
		}
	}
	g, err := typed.Read("69 triệu (chưa chính thức)", income)
	if err != nil || g.Bound != typed.About || g.Value.String() != "69" {
		t.Errorf("a number that is not official is read as %+v, %v", g, err)
	}
}
