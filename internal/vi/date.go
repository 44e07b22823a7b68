package vi

import (
	"fmt"
	"time"
)

// Date is t's day as tables carry it: "15/11/2023"; the zero time is none, "".
func Date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("02/01/2006")
}

// Day writes a day that is kept as 2023-12-31 as tables do; what is no day stays as it is.
func Day(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return Date(t)
}

// LongDate is t's day as the head of a document says it. Nghị định 30/2020
// (annex I) sets a zero before days 1 to 9 and before months 1 and 2 only:
// "ngày 05 tháng 02 năm 2026", "ngày 15 tháng 3 năm 2024".
func LongDate(t time.Time) string {
	return fmt.Sprintf("ngày %02d tháng %s năm %d", t.Day(), Month(t), t.Year())
}

// Month is t's month as [LongDate] says it.
func Month(t time.Time) string {
	if t.Month() <= time.February {
		return fmt.Sprintf("%02d", t.Month())
	}
	return fmt.Sprint(int(t.Month()))
}
