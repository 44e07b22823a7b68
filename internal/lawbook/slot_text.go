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
	out := yearsText(s.Years)
	switch {
	case !s.From.IsZero() && !s.Until.IsZero():
		out += fmt.Sprintf(", từ %s đến %s", vi.Date(s.From.Time), vi.Date(s.Until.Time))
	case !s.From.IsZero():
		out += ", từ " + vi.Date(s.From.Time)
	case !s.Until.IsZero():
		out += ", đến " + vi.Date(s.Until.Time)
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
	case len(s.Columns) < len(l.columns):
		for _, c := range s.Columns {
			names = append(names, l.columnTitle(c))
		}
	case len(l.std.Groups) > 0:
		names = []string{"Mọi nhóm xã"}
	default:
		names = []string{"Mọi vùng"}
	}
	out := strings.Join(names, "; ")
	for _, t := range s.With {
		out += "; " + t.Title()
	}
	for _, t := range s.Without {
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
