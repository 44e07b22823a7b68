package lawbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/vi"
)

// slot is one row of the workbook: one threshold, for the part of its
// standing's box that the row is about.
type slot struct {
	box
	topic    *topic
	standing *standing
	path     string // of the part, "" for the whole requirement
	ask      *criteria.Ask
	asked    criteria.Requirement
}

// slots lists the rows of a topic for the columns that an office looks at. A
// threshold that the pack gives once is one row when every column is looked at;
// else each column has a row of its own, for the decision may set them apart.
func (l *law) slots(t *topic, looked []criteria.Region) []slot {
	var out []slot
	for i := range t.standings {
		s := &t.standings[i]
		if s.zoning != nil {
			one, _ := l.slot(t, s, s.box, "")
			out = append(out, one)
			continue
		}
		for _, b := range l.split(s, looked) {
			leaves(&s.rule.Ask, "", func(path string, _ *criteria.Ask) {
				if one, ok := l.slot(t, s, b, path); ok {
					out = append(out, one)
				}
			})
		}
	}
	return out
}

// split divides a standing's box into the boxes that the pack gives different
// thresholds for, as far as the looked-at columns go.
func (l *law) split(s *standing, looked []criteria.Region) []box {
	byYear, byColumn := false, looked != nil || len(s.columns) < len(l.columns)
	onlyWords := true
	leaves(&s.rule.Ask, "", func(_ string, ask *criteria.Ask) {
		if table := series(ask); table != nil {
			onlyWords = false
			byYear = byYear || table.ByYear
			byColumn = byColumn || table.ByYear || len(ask.Cells) > 0 || !l.uniform(table)
		}
	})
	if onlyWords && len(s.columns) == len(l.columns) {
		return []box{s.box}
	}
	years := []criteria.Years{s.years}
	if byYear {
		years = nil
		for y := s.years.From; y <= s.years.To; y++ {
			years = append(years, criteria.Years{From: y, To: y})
		}
	}
	columns := [][]criteria.Region{s.columns}
	if byColumn {
		columns = nil
		for _, c := range s.columns {
			if looked == nil || slices.Contains(looked, c) {
				columns = append(columns, []criteria.Region{c})
			}
		}
	}
	var out []box
	for _, y := range years {
		for _, c := range columns {
			b := s.box
			b.years, b.columns = y, c
			out = append(out, b)
		}
	}
	return out
}

// uniform tells whether a table gives every column of the standard the same
// threshold.
func (l *law) uniform(table *criteria.Series) bool {
	all, known := table.At(0, "")
	return known && !slices.ContainsFunc(l.columns, func(c criteria.Region) bool {
		v, ok := table.At(0, c)
		return !ok || !v.Equal(all)
	})
}

// slot is the row of one part in a box, or false when the pack has no single
// threshold for it there.
func (l *law) slot(t *topic, s *standing, b box, path string) (slot, bool) {
	out := slot{box: b, topic: t, standing: s, path: path}
	if s.zoning != nil {
		out.ask = &s.rule.Ask
		out.asked = l.asked(s.rule, out.ask, b.years.From, criteria.Region(s.zoning.Groups[0].ID))
		return out, path == ""
	}
	leaves(&s.rule.Ask, "", func(p string, ask *criteria.Ask) {
		if p == path {
			out.ask = ask
		}
	})
	if out.ask == nil {
		return out, false
	}
	out.asked = l.asked(s.rule, out.ask, b.years.From, b.columns[0])
	for year := b.years.From; year <= b.years.To; year++ {
		for _, column := range b.columns {
			other := l.asked(s.rule, out.ask, year, column)
			if other.Known != out.asked.Known || !other.Value.Equal(out.asked.Value) || other.Basis != out.asked.Basis {
				return out, false
			}
		}
	}
	return out, true
}

// present is the threshold that stands, as the workbook shows it.
func (s *slot) present() string {
	if s.standing.zoning != nil {
		return "Theo vùng của tỉnh: " + strings.Join(s.standing.zones, "; ")
	}
	return words(s.ask, &s.asked, s.years.From)
}

// status is how sure the threshold is; there is none where no threshold is.
func (s *slot) status() criteria.Status {
	if !s.asked.Known {
		return criteria.Missing
	}
	return s.asked.Basis.Status
}

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
