package collation

import (
	"fmt"
	"strconv"

	"ntm/criteria"
	"ntm/internal/vi"
)

// When is the slot's time for a reader.
func (s *Slot) When() string {
	out := YearsText(s.Years)
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

// YearsText is years for a reader: "2021–2025", or the one year.
func YearsText(y criteria.Years) string {
	if y.From == y.To {
		return strconv.Itoa(y.From)
	}
	return fmt.Sprintf("%d–%d", y.From, y.To)
}

// Where is the slot's columns and traits for a reader.
func (s *Slot) Where(l *Law) string {
	out := "Mọi vùng"
	switch {
	case len(s.Columns) < len(l.Columns):
		out = vi.List("; ", s.Columns, l.ColumnTitle)
	case len(l.Std.Groups) > 0:
		out = "Mọi nhóm xã"
	}
	if s.zone.id != "" {
		out += "; " + zoneOf(s.zone.id)
	}
	for _, t := range s.With {
		out += "; " + t.Title()
	}
	for _, t := range s.Without {
		out += "; trừ " + t.Title()
	}
	return out
}

// ColumnTitle is a column's name: a group's of the standard, or a region's.
func (l *Law) ColumnTitle(column criteria.Region) string {
	for _, g := range l.Std.Groups {
		if g.ID == string(column) {
			return g.Name
		}
	}
	return column.Title()
}
