package typed

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"ntm/internal/pattern"
	"ntm/internal/vi"
)

// The ways a day is written, day first, as everywhere in Vietnam; or year
// first, as programs do. An hour behind it is left out.
var (
	ints     = pattern.New(`\d+`)
	strokes  = pattern.New(`[-‐-―−]`)
	dayFirst = pattern.New(`^(?:ngay )?(\d{1,2})(?: ?[/.] ?| thang )(\d{1,2})(?: ?[/.] ?|,? nam |,` +
		` ?)(\d{4}|\d{2})$`)
	yearFirst = pattern.New(`^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$`)
	hour      = pattern.New(`[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?$`)
	monthOnly = pattern.New(`^(?:thang )?\d{1,2}(?: ?[/.] ?| nam )\d{4}$`)
	yearOnly  = pattern.New(`^(?:nam )?\d{4}$`)
	noYear    = pattern.New(`^(?:ngay )?\d{1,2}(?: ?[/.] ?| thang )\d{1,2}$`)
)

// The years that a decision, a poll or a check can bear.
const firstYear, lastYear = 1990, 2100

// Sensible tells whether a paper of the programme can bear the day.
func Sensible(day time.Time) bool { return firstYear <= day.Year() && day.Year() <= lastYear }

// Date reads a day as officials type it: "15/3/2022", "15.3.2022", "ngày 15
// tháng 3 năm 2022", "2022-03-15". It is midnight UTC. A year of two digits, a
// month without its day, and a day that no calendar has are errors.
func Date(text string) (time.Time, error) {
	wrong := func(hint, what string) (time.Time, error) {
		if hint == "" {
			hint = "xem lại ngày, tháng, năm rồi ghi như 15/3/2022; chưa biết ngày thì để trống"
		}
		return time.Time{}, refuse(text, hint, "ở đây cần ngày/tháng/năm, ví dụ 15/3/2022%s", what)
	}
	// A hyphen would become a space as it is folded.
	given := strokes.ReplaceAllString(clean(text), "/")
	folded := vi.Fold(given)
	// Folding drops apostrophes: what it joins was not one number.
	if !slices.Equal(ints.FindAllString(given, -1), ints.FindAllString(folded, -1)) {
		return wrong("", "")
	}
	t := hour.ReplaceAllString(folded, "")
	m := dayFirst.FindStringSubmatch(t)
	if m != nil {
		m[1], m[3] = m[3], m[1]
	} else if m = yearFirst.FindStringSubmatch(t); m == nil {
		switch {
		case monthOnly.MatchString(t):
			return wrong("ghi thêm ngày", "; còn thiếu ngày")
		case yearOnly.MatchString(t):
			return wrong("ghi thêm ngày và tháng", "; còn thiếu ngày và tháng")
		case noYear.MatchString(t):
			return wrong("ghi thêm năm", "; còn thiếu năm")
		}
		return wrong("", "")
	}
	var part [3]int
	for i := range part {
		part[i], _ = strconv.Atoi(m[i+1])
	}
	if len(m[1]) == 2 {
		return wrong(fmt.Sprintf("ghi đủ bốn chữ số của năm: %d/%d/%d hoặc %d/%d/%d", part[2], part[1],
			1900+part[0], part[2], part[1], 2000+part[0]), "; năm mới có hai chữ số")
	}
	day := time.Date(part[0], time.Month(part[1]), part[2], 0, 0, 0, 0, time.UTC)
	switch {
	case part[1] > 12 && part[2] <= 12:
		return wrong(fmt.Sprintf("ngày đứng trước tháng: ghi %d/%d/%d", part[1], part[2], part[0]),
			fmt.Sprintf("; không có tháng %d", part[1]))
	case day.Year() != part[0] || day.Month() != time.Month(part[1]) || day.Day() != part[2]:
		return wrong("", "; lịch không có ngày này")
	case !Sensible(day):
		return wrong("", fmt.Sprintf("; năm phải từ %d đến %d", firstYear, lastYear))
	}
	return day, nil
}
