package command

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"

	"github.com/spf13/pflag"
)

// OwnError is what a flag of ours says of a value, in Vietnamese; pflag's own
// flags speak English.
type OwnError struct{ error }

// Misread is an OwnError of a value.
func Misread(message string) error { return OwnError{problem.Problem{Message: message}} }

// LevelFlag is a level named on the command line.
type LevelFlag struct{ Level criteria.Level }

func (l *LevelFlag) String() string { return string(l.Level) }

// Type is what the help text calls the value.
func (l *LevelFlag) Type() string { return "MỨC" }

// Set reads a level by its word or its Vietnamese name.
func (l *LevelFlag) Set(text string) error {
	level, known := criteria.LevelNamed(text)
	if !known {
		return Misread(fmt.Sprintf("đọc thấy mức %q, cần một trong: %s", text, vi.List(", ", criteria.Levels,
			func(l criteria.Level) string { return fmt.Sprintf("%q (%s)", l.Brief(), l) })))
	}
	l.Level = level
	return nil
}

// LevelsFlag is a level named on the command line, or all of them.
type LevelsFlag struct{ LevelFlag }

// Set reads a level, or the word for all of them.
func (l *LevelsFlag) Set(text string) error {
	if text == string(office.EveryLevel) || slices.Contains([]string{"tat ca", "ca ba", "moi muc", "tat ca cac muc",
		"ca ba muc"}, vi.Fold(text)) {
		l.Level = office.EveryLevel
		return nil
	}
	return l.LevelFlag.Set(text)
}

// For is the level that was named; where none was, a document has all of them.
func (l *LevelsFlag) For(document bool) criteria.Level {
	if document {
		return cmp.Or(l.Level, office.EveryLevel)
	}
	return l.Level
}

// WideYear is the year of the rows of a wide sheet that name none themselves.
type WideYear struct{ Year int }

// YearFlag asks for it.
func (y *WideYear) YearFlag(f *pflag.FlagSet) {
	f.IntVar(&y.Year, "year", 0, "`NĂM` xét công nhận của bảng tổng hợp, nếu trong bảng không ghi")
}

// DateFlag is a day named on the command line.
type DateFlag struct{ criteria.Date }

// Type is what the help text calls the value.
func (d *DateFlag) Type() string { return "NGÀY" }

// Set reads a day as officials type it.
func (d *DateFlag) Set(text string) error {
	day, err := typed.Date(text)
	if err != nil || !typed.Sensible(day) {
		return Misread(fmt.Sprintf("đọc thấy ngày %q, cần một ngày có thật, ví dụ 15/11/2023", text))
	}
	d.Time = day
	return nil
}

// AtFlag is a time named on the command line: a day, which begins in Viet Nam,
// or a day and a time with its zone.
type AtFlag struct {
	Time  time.Time
	Given bool
}

func (a *AtFlag) String() string { return "" }

// Type is what the help text calls the value.
func (a *AtFlag) Type() string { return "NGÀY" }

// Or is the time that was named, else another one.
func (a *AtFlag) Or(other time.Time) time.Time {
	if a.Given {
		return a.Time
	}
	return other
}

// Set reads a time.
func (a *AtFlag) Set(text string) error {
	const hint = "ghi ngày, ví dụ 15/11/2023, hoặc cả giờ và múi giờ: 2023-11-15T09:30:00+07:00"
	at, err := time.Parse(time.RFC3339, text)
	if err != nil && !strings.Contains(text, ":") {
		var day time.Time
		if day, err = typed.Date(text); err == nil {
			at = time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.FixedZone("", 7*60*60))
		}
	}
	if err != nil || !typed.Sensible(at) {
		return Misread(hint)
	}
	a.Time, a.Given = at, true
	return nil
}
