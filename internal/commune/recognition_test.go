package commune

import (
	"testing"
	"time"

	"ntm/criteria"
)

// A title is told with as much of its decision as the report gives.
func TestRecognitionIsTold(t *testing.T) {
	day := criteria.Day(2022, time.May, 9)
	for want, r := range map[string]Recognition{
		"xã nông thôn mới năm 2021, Quyết định 12/QĐ-UBND ngày 09/05/2022": {Level: criteria.NTM, Year: 2021,
			Decision: "12/QĐ-UBND", Date: day},
		"xã nông thôn mới nâng cao năm 2021, Quyết định 12/QĐ-UBND": {Level: criteria.NangCao, Year: 2021,
			Decision: "12/QĐ-UBND"},
		"xã nông thôn mới năm 2021, ngày 09/05/2022": {Level: criteria.NTM, Year: 2021, Date: day},
		"xã nông thôn mới năm 2021":                  {Level: criteria.NTM, Year: 2021},
	} {
		if got := r.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
