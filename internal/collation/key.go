package collation

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/vi"
)

// Key names the slot in the workbook: "ntm/5#2.1 2021-2025 .. btb".
func (s *Slot) Key(l *Law) string {
	columns := "*"
	if len(s.Columns) < len(l.Columns) {
		columns = vi.Join("+", s.Columns...)
	}
	return strings.TrimSpace(fmt.Sprintf("%s#%s %d-%d %s..%s %s %s", s.Topic.ID, s.Path, s.Years.From, s.Years.To,
		s.From, s.Until, columns, traitKey(s.Span)))
}

func traitKey(b criteria.Span) string {
	out := ""
	for _, t := range b.With {
		out += "+" + string(t)
	}
	for _, t := range b.Without {
		out += "-" + string(t)
	}
	return out
}

// Find gives the slot that a key names. It is false as well when the packs have
// changed so that what the key names no longer stands as one threshold.
func (l *Law) Find(key string) (found Slot, isKey, ok bool) {
	t, s, b, path := l.standing(key)
	if s == nil {
		return Slot{}, t != nil, false
	}
	found, ok = l.slot(t, s, b, path)
	return found, true, ok && found.Key(l) == key
}

// standing finds what a key names: its topic, the standing that covers its box, and the path; no topic where it
// is no key.
func (l *Law) standing(key string) (t *Topic, s *criteria.Standing, b criteria.Span, path string) {
	fields := strings.Fields(key)
	if len(fields) < 4 || len(fields) > 5 {
		return nil, nil, b, ""
	}
	id, path, _ := strings.Cut(fields[0], "#")
	i := slices.IndexFunc(l.Topics, func(t *Topic) bool { return t.ID == id })
	b, err := l.boxOf(fields[1:])
	if i < 0 || err != nil {
		return nil, nil, b, ""
	}
	t = l.Topics[i]
	if at := slices.IndexFunc(t.Standings, func(s *criteria.Standing) bool { return s.Covers(b) }); at >= 0 {
		s = t.Standings[at]
	}
	return t, s, b, path
}

// boxOf reads the box of a key.
func (l *Law) boxOf(fields []string) (criteria.Span, error) {
	from, to, _ := strings.Cut(fields[0], "-")
	first, noFirst := strconv.Atoi(from)
	last, noLast := strconv.Atoi(to)
	b := criteria.Span{Years: criteria.Years{From: first, To: last}, Columns: l.Columns}
	if err := errors.Join(noFirst, noLast); err != nil {
		return b, err
	}
	from, to, _ = strings.Cut(fields[1], "..")
	for _, end := range []struct {
		text string
		day  *criteria.Date
	}{{from, &b.From}, {to, &b.Until}} {
		if end.text != "" {
			if err := end.day.UnmarshalText([]byte(end.text)); err != nil {
				return b, err
			}
		}
	}
	if fields[2] != "*" {
		b.Columns = nil
		for c := range strings.SplitSeq(fields[2], "+") {
			if slices.Contains(b.Columns, criteria.Region(c)) {
				return b, fmt.Errorf("column %s twice", c)
			}
			b.Columns = append(b.Columns, criteria.Region(c))
		}
	}
	if len(fields) == 4 {
		for _, t := range strings.Fields(strings.NewReplacer("+", " +", "-", " -").Replace(fields[3])) {
			if t[0] == '+' {
				b.With = append(b.With, criteria.Trait(t[1:]))
			} else {
				b.Without = append(b.Without, criteria.Trait(t[1:]))
			}
		}
	}
	return b, nil
}
