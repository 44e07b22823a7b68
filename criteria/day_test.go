package criteria_test

import (
	"testing"
	"time"

	"ntm/criteria"
)

// A day is that of the time's own place, whatever the hour; no time is no day.
func TestDayOf(t *testing.T) {
	vietnam := time.FixedZone("", 7*60*60)
	for _, tt := range []struct {
		at   time.Time
		want criteria.Date
	}{
		{time.Date(2024, 2, 29, 23, 59, 0, 0, vietnam), criteria.Day(2024, 2, 29)},
		{time.Date(2024, 2, 29, 0, 1, 0, 0, vietnam), criteria.Day(2024, 2, 29)},
		{time.Time{}, criteria.Date{}},
	} {
		if got := criteria.DayOf(tt.at); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.at, got, tt.want)
		}
	}
}
