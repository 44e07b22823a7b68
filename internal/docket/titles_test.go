package docket

import (
	"testing"
	"time"

	"ntm/criteria"
)

// A title says by what it was given, and why it is over where it is.
func TestTitleInWords(t *testing.T) {
	day := criteria.Day(2022, time.May, 9)
	for _, c := range []struct {
		of          Title
		given, over string
	}{
		{Title{Level: criteria.NTM, Year: 2021, Decision: "12/QĐ-UBND", Date: day},
			"xã nông thôn mới năm 2021, 12/QĐ-UBND ngày 09/05/2022", ""},
		{Title{Level: criteria.NTM, Year: 2021, Merged: true, Ended: true},
			"xã nông thôn mới năm 2021, theo các xã sáp nhập", "thôi tính khi xã sáp nhập"},
		{Title{Level: criteria.NangCao, Year: 2021, Revoked: &Decision{Level: criteria.NangCao, Number: "7",
			Date: day}}, "xã nông thôn mới nâng cao năm 2021",
			"đã thu hồi: xã nông thôn mới nâng cao; 7 ngày 09/05/2022"},
	} {
		if given, over := c.of.Given(), c.of.Over(); given != c.given || over != c.over {
			t.Errorf("%q, %q", given, over)
		}
	}
}
