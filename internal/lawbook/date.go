package lawbook

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/vi"
)

// The ways a day is written, day first, as everywhere in Vietnam; or year
// first, as programs do.
var (
	dayFirst  = regexp.MustCompile(`^(?:ngay )?(\d{1,2})(?: ?[/.-] ?| thang )(\d{1,2})(?: ?[/.-] ?| nam )(\d{4})$`)
	yearFirst = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})(?:t00:00:00)?(?:z|\.0+)?$`)
)

// readDate reads a day typed as text: "15/3/2022", "ngày 15 tháng 3 năm 2022".
func readDate(text string) (criteria.Date, error) {
	wrong := fmt.Errorf("đọc thấy %q, ở đây cần ngày/tháng/năm, ví dụ 15/3/2022", text)
	// Fold makes spaces of hyphens, so a date with them is matched as typed.
	m := dayFirst.FindStringSubmatch(text)
	if m == nil {
		m = dayFirst.FindStringSubmatch(vi.Fold(text))
	}
	if m != nil {
		m[1], m[3] = m[3], m[1]
	} else if m = yearFirst.FindStringSubmatch(strings.ToLower(text)); m == nil {
		return criteria.Date{}, wrong
	}
	var part [3]int
	for i := range part {
		part[i], _ = strconv.Atoi(m[i+1])
	}
	day := criteria.Day(part[0], time.Month(part[1]), part[2])
	if day.Year() != part[0] || day.Month() != time.Month(part[1]) || day.Day() != part[2] || !sensible(day) {
		return criteria.Date{}, wrong
	}
	return day, nil
}

// sensible tells whether a decision or a check can bear the date.
func sensible(d criteria.Date) bool { return 1990 <= d.Year() && d.Year() <= 2100 }
