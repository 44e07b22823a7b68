package commune

import (
	"fmt"
	"strings"
	"testing"

	"ntm/internal/problem"
	"ntm/internal/yamldoc"
)

// A report's commune is found in the list of its day; one that is in no list is taken as it says, and one
// that is in the list is not.
func TestPlaceByTheListOfItsDay(t *testing.T) {
	const quangTrung = "xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa"
	for _, c := range []struct{ name, report, want, refused string }{
		{"by its code", "commune: {code: \"16492\"}\nyear: 2023", quangTrung, ""},
		{"of the year before the day", "commune: {code: \"16492\"}\nyear: 2024\ndate: 2025-08-01",
			quangTrung, ""},
		{"of the old list in the year of the reform", "commune: {code: \"16492\"}\nyear: 2025",
			quangTrung, ""},
		{"in no list", "commune:\n  declared: {name: Giả Định, district: Giả Định, province: Giả Định, " +
			"region: btb}\nyear: 2023",
			"xã Giả Định, huyện Giả Định, tỉnh Giả Định", ""},
		{"declared, and listed", "commune:\n  declared: {name: Quảng Trung, district: Quảng Xương, " +
			"province: Thanh Hóa, region: btb}\nyear: 2023", "", "ghi mã xã (code)"},
		{"a ward", "commune: {code: \"00001\"}\nyear: 2023", "", "không phải là xã"},
		{"no such name", "commune: {name: Không Có Giả Định, province: Thanh Hóa}\nyear: 2023", "", "declared"},
	} {
		r := new(Report)
		if err := yamldoc.Decode("x.yaml", []byte("schema: ntm.report.v1\n"+c.report+"\n"), r); err != nil {
			t.Fatal(c.name, err)
		}
		unit, err := r.Place()
		switch {
		case c.refused == "" && (err != nil || unit.String() != c.want && !strings.HasPrefix(unit.String(), c.want)):
			t.Errorf("%s: %s, %v", c.name, unit, err)
		case c.refused != "" && (err == nil || !strings.Contains(fmt.Sprintf("%#v", problem.Of(err)[0]), c.refused)):
			t.Errorf("%s: %s, %v", c.name, unit, err)
		}
	}
}

// A piece of evidence is called what the report calls it.
func TestTitleOf(t *testing.T) {
	r := &Report{Evidence: []Evidence{{ID: "a", Title: "Ảnh giả định", File: "anh.jpg"}}}
	if r.TitleOf("anh.jpg") != "Ảnh giả định" || r.TitleOf("khac.jpg") != "" {
		t.Error(r.TitleOf("anh.jpg"), r.TitleOf("khac.jpg"))
	}
}
