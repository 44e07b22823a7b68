package docket

import (
	"fmt"
	"time"

	"ntm/criteria"
	"ntm/internal/vi"
)

// vietnam is the country's time, without daylight saving since 1975.
var vietnam = time.FixedZone("", 7*60*60)

// Today is the day that a time falls on in Viet Nam.
func Today(now time.Time) criteria.Date { return criteria.DayOf(now.In(vietnam)) }

// Clock is a time as people in Viet Nam write it.
func Clock(t time.Time) string {
	t = t.In(vietnam)
	return fmt.Sprintf("%02d:%02d ngày %s", t.Hour(), t.Minute(), vi.Date(t))
}
