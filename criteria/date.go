package criteria

import (
	"bytes"
	"fmt"
	"time"
)

// Date is a calendar day, written 2024-03-01.
type Date struct{ time.Time }

// Day is the given calendar day.
func Day(year int, month time.Month, day int) Date {
	return Date{time.Date(year, month, day, 0, 0, 0, 0, time.UTC)}
}

// DayOf is the calendar day of a time, none of none.
func DayOf(t time.Time) Date { return Day(t.Date()) }

// UnmarshalText reads a day written 2024-03-01.
func (d *Date) UnmarshalText(text []byte) error {
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil {
		return fmt.Errorf("đọc thấy ngày %q, cần một ngày có thật, dạng năm-tháng-ngày, ví dụ 2024-03-01", text)
	}
	d.Time = t
	return nil
}

// MarshalText writes the day as UnmarshalText reads it, "" for none.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// MarshalJSON writes the day as text; time.Time's own would write an hour.
func (d Date) MarshalJSON() ([]byte, error) { return []byte(`"` + d.String() + `"`), nil }

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(data []byte) error {
	if string(data) == `""` {
		*d = Date{}
		return nil
	}
	return d.UnmarshalText(bytes.Trim(data, `"`))
}

// String is the day as 2024-03-01, "" for none.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Format(time.DateOnly)
}
