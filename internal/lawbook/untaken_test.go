package lawbook

import (
	"testing"

	"ntm/criteria"
	"ntm/internal/collation/collationtest"
)

// Rows of both sheets that a person has not ticked are told, with the sheet they stand on; also those for which the
// machine could enter nothing, for they are to be read again.
func TestUntakenRowsAreToldBySheet(t *testing.T) {
	lib := library(t)
	paper := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, collationtest.Each("9", "Nhà ở dân cư",
		"9.2. Tỷ lệ hộ có nhà ở kiên cố hoặc bán kiên cố", "Khá trở lên"),
		collationtest.Each("4", "Điện", "4.1. Có hệ thống điện đạt chuẩn", "Đạt"))
	w := taken(t, lib, paper)
	w.set(checkSheet, readHeadCell(w, idAll), "x")
	left := w.read(lib).Left
	if left.Check == 0 {
		t.Errorf("the rows to be read again are not told: %+v", left)
	}
	for _, tt := range []struct {
		of   Untaken
		all  int
		want string
	}{
		{Untaken{}, 0, ""}, {Untaken{Check: 8}, 8, "tờ Đối chiếu: 8 dòng"},
		{Untaken{Add: 2}, 2, "tờ Chỉ tiêu mới: 2 dòng"},
		{Untaken{8, 2}, 10, "tờ Đối chiếu: 8 dòng; tờ Chỉ tiêu mới: 2 dòng"},
	} {
		if tt.of.All() != tt.all || tt.of.String() != tt.want {
			t.Errorf("%+v: %d, %q", tt.of, tt.of.All(), tt.of)
		}
	}
}
