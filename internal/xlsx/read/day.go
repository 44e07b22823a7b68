package read

import (
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// Day reads a number cell's count of days as the day it shows, at midnight UTC;
// its time of day is dropped. It is not ok for a number that is no day of the
// years 1900 to 9999, and for 29 February 1900, which only Excel knows.
func Day(raw string, use1904 bool) (day time.Time, ok bool) {
	if !isNumber(raw) {
		return time.Time{}, false
	}
	count, err := decimal.NewFromString(raw)
	if err != nil || count.IsNegative() || count.GreaterThan(decimal.NewFromInt(3_000_000)) {
		return time.Time{}, false
	}
	n := int(count.IntPart())
	switch {
	case use1904:
		day = time.Date(1904, 1, 1+n, 0, 0, 0, 0, time.UTC)
	case n == 0 || n == 60:
		return time.Time{}, false
	case n < 60:
		day = time.Date(1899, 12, 31+n, 0, 0, 0, 0, time.UTC)
	default:
		day = time.Date(1899, 12, 30+n, 0, 0, 0, 0, time.UTC)
	}
	return day, day.Year() <= 9999
}

// serial gives an ISO date or time, as some programs store it, as a count of
// days.
func serial(iso string, use1904 bool) (raw string, ok bool) {
	iso = strings.TrimSuffix(iso, "Z")
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05", "2006-01-02T15:04"} {
		t, err := time.Parse(layout, iso)
		if err != nil {
			continue
		}
		start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
		if use1904 {
			start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		seconds := decimal.NewFromInt(t.Unix() - start.Unix())
		raw = seconds.DivRound(decimal.NewFromInt(24*60*60), 10).String()
		day, ok := Day(raw, use1904)
		return raw, ok && day.Format(time.DateOnly) == t.Format(time.DateOnly)
	}
	return "", false
}

// isNumber tells whether a text is a number as a workbook stores one. Exponents
// that no binary float has are refused: to write them out would take forever.
func isNumber(raw string) bool {
	s := strings.TrimPrefix(raw, "-")
	if s == raw {
		s = strings.TrimPrefix(s, "+")
	}
	whole := digits(s)
	s = s[whole:]
	fraction := 0
	if strings.HasPrefix(s, ".") {
		fraction = digits(s[1:])
		s = s[1+fraction:]
	}
	if whole+fraction == 0 || len(raw) > 400 {
		return false
	}
	if s == "" {
		return true
	}
	if s[0] != 'e' && s[0] != 'E' {
		return false
	}
	s = s[1:]
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	return s != "" && len(s) <= 3 && digits(s) == len(s)
}

// digits counts those at the head of a text.
func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}
