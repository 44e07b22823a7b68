package lawbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
)

// key names the slot in the workbook: "ntm/5#2.1 2021-2025 .. btb".
func (s *slot) key(l *law) string {
	columns := "*"
	if len(s.columns) < len(l.columns) {
		columns = joined(s.columns, "+")
	}
	return strings.TrimSpace(fmt.Sprintf("%s#%s %d-%d %s..%s %s %s", s.topic.id, s.path, s.years.From, s.years.To, s.from, s.until, columns, traitKey(s.box)))
}

func traitKey(b box) string {
	out := ""
	for _, t := range b.with {
		out += "+" + string(t)
	}
	for _, t := range b.without {
		out += "-" + string(t)
	}
	return out
}

func joined[T ~string](words []T, by string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return strings.Join(out, by)
}

// find gives the slot that a key names. It is false as well when the packs have
// changed so that what the key names no longer stands as one threshold.
func (l *law) find(key string) (found slot, isKey, ok bool) {
	fields := strings.Fields(key)
	if len(fields) < 4 || len(fields) > 5 {
		return slot{}, false, false
	}
	id, path, _ := strings.Cut(fields[0], "#")
	i := slices.IndexFunc(l.topics, func(t *topic) bool { return t.id == id })
	b, err := l.boxOf(fields[1:])
	if i < 0 || err != nil {
		return slot{}, false, false
	}
	for j := range l.topics[i].standings {
		if s := &l.topics[i].standings[j]; s.holds(b) {
			found, ok = l.slot(l.topics[i], s, b, path)
			return found, true, ok && found.key(l) == key
		}
	}
	return slot{}, true, false
}

// boxOf reads the box of a key.
func (l *law) boxOf(fields []string) (box, error) {
	var b box
	from, to, _ := strings.Cut(fields[0], "-")
	first, err := strconv.Atoi(from)
	if err != nil {
		return b, err
	}
	last, err := strconv.Atoi(to)
	if err != nil {
		return b, err
	}
	b.years = criteria.Years{From: first, To: last}
	from, to, _ = strings.Cut(fields[1], "..")
	for _, end := range []struct {
		text string
		day  *criteria.Date
	}{{from, &b.from}, {to, &b.until}} {
		if end.text != "" {
			if err := end.day.UnmarshalText([]byte(end.text)); err != nil {
				return b, err
			}
		}
	}
	b.columns = l.columns
	if fields[2] != "*" {
		b.columns = nil
		for c := range strings.SplitSeq(fields[2], "+") {
			if slices.Contains(b.columns, criteria.Region(c)) {
				return b, fmt.Errorf("column %s twice", c)
			}
			b.columns = append(b.columns, criteria.Region(c))
		}
	}
	if len(fields) == 4 {
		for _, t := range strings.FieldsFunc(strings.NewReplacer("+", " +", "-", " -").Replace(fields[3]), func(r rune) bool { return r == ' ' }) {
			if t[0] == '+' {
				b.with = append(b.with, criteria.Trait(t[1:]))
			} else {
				b.without = append(b.without, criteria.Trait(t[1:]))
			}
		}
	}
	return b, nil
}
