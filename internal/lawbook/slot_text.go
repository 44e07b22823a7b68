package lawbook

import (
	"fmt"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/vi"
)

// when is the slot's time for a reader.
func (s *slot) when() string {
	out := yearsText(s.years)
	switch {
	case !s.from.IsZero() && !s.until.IsZero():
		out += fmt.Sprintf(", từ %s đến %s", vi.Date(s.from.Time), vi.Date(s.until.Time))
	case !s.from.IsZero():
		out += ", từ " + vi.Date(s.from.Time)
	case !s.until.IsZero():
		out += ", đến " + vi.Date(s.until.Time)
	}
	return out
}

func yearsText(y criteria.Years) string {
	if y.From == y.To {
		return strconv.Itoa(y.From)
	}
	return fmt.Sprintf("%d–%d", y.From, y.To)
}

// where is the slot's columns and traits for a reader.
func (s *slot) where(l *law) string {
	var names []string
	switch {
	case len(s.columns) < len(l.columns):
		for _, c := range s.columns {
			names = append(names, l.columnTitle(c))
		}
	case len(l.std.Groups) > 0:
		names = []string{"Mọi nhóm xã"}
	default:
		names = []string{"Mọi vùng"}
	}
	out := strings.Join(names, "; ")
	for _, t := range s.with {
		out += "; " + t.Title()
	}
	for _, t := range s.without {
		out += "; trừ " + t.Title()
	}
	return out
}

func (l *law) columnTitle(column criteria.Region) string {
	for _, g := range l.std.Groups {
		if g.ID == string(column) {
			return g.Name
		}
	}
	return column.Title()
}
