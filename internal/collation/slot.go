package collation

import (
	"slices"

	"ntm/criteria"
)

// Slot is what an official confirms at once: one threshold, for a part of its
// standing's box.
type Slot struct {
	criteria.Span
	Topic    *Topic
	Standing *criteria.Standing
	zones    string // what a province asks in its zones
	zone     zone   // of a province's own that the row is for, as a decision was read
	Path     string // of the part, "" for the whole requirement
	Ask      *criteria.Ask
	Asked    criteria.Requirement
}

// Slots lists the rows of a topic for the columns that an office looks at. A
// threshold that the pack gives once is one row when every column is looked at;
// else each column has a row of its own, for the decision may set them apart.
// What holds in no day of its years is no row.
func (l *Law) Slots(t *Topic, looked []criteria.Region) []Slot {
	var out []Slot
	for _, s := range t.Standings {
		if s.Zoned() {
			one, _ := l.slot(t, s, s.Span, "")
			out = append(out, one)
			continue
		}
		for _, b := range l.split(s, looked) {
			s.Rule.Leaves(func(path string, _ *criteria.Ask) {
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
func (l *Law) split(s *criteria.Standing, looked []criteria.Region) []criteria.Span {
	byYear, byColumn := false, looked != nil || len(s.Columns) < len(l.Columns)
	onlyWords := true
	s.Rule.Leaves(func(_ string, ask *criteria.Ask) {
		if table := ask.Table(); table != nil {
			onlyWords = false
			byYear = byYear || table.ByYear
			byColumn = byColumn || table.ByYear || len(ask.Cells) > 0 || !l.uniform(table)
		}
	})
	if onlyWords && len(s.Columns) == len(l.Columns) {
		return []criteria.Span{s.Span}
	}
	years := []criteria.Years{s.Years}
	if byYear {
		years = nil
		for y := s.Years.From; y <= s.Years.To; y++ {
			years = append(years, criteria.Years{From: y, To: y})
		}
	}
	columns := [][]criteria.Region{s.Columns}
	if byColumn {
		columns = nil
		for _, c := range s.Columns {
			if looked == nil || slices.Contains(looked, c) {
				columns = append(columns, []criteria.Region{c})
			}
		}
	}
	var out []criteria.Span
	for _, y := range years {
		for _, c := range columns {
			b := s.Span
			if b.Years, b.Columns = y, c; b.Comes() {
				out = append(out, b)
			}
		}
	}
	return out
}

// uniform tells whether a table gives every column of the standard the same
// threshold.
func (l *Law) uniform(table *criteria.Series) bool {
	all, known := table.At(0, "")
	return known && !slices.ContainsFunc(l.Columns, func(c criteria.Region) bool {
		v, ok := table.At(0, c)
		return !ok || !v.Equal(all)
	})
}

// slot is the row of one part in a box, or false when the pack has no single
// threshold for it there.
func (l *Law) slot(t *Topic, s *criteria.Standing, b criteria.Span, path string) (Slot, bool) {
	out := Slot{Span: b, Topic: t, Standing: s, Path: path}
	if s.Zoned() {
		out.Ask, out.zones = &s.Rule.Ask, l.zones(s)
		out.Asked = l.Lib.Asked(s.Rule, out.Ask, b.Years.From, criteria.Region(s.Overlay.Groups[0].ID))
		return out, path == ""
	}
	if out.Ask = partAt(s.Rule, path); out.Ask == nil {
		return out, false
	}
	out.Asked = l.Lib.Asked(s.Rule, out.Ask, b.Years.From, b.Columns[0])
	for year := b.Years.From; year <= b.Years.To; year++ {
		for _, column := range b.Columns {
			other := l.Lib.Asked(s.Rule, out.Ask, year, column)
			if other.Known != out.Asked.Known || !other.Value.Equal(out.Asked.Value) || other.Basis != out.Asked.Basis {
				return out, false
			}
		}
	}
	return out, true
}

// partAt is the part of a rule at a path, nil for none.
func partAt(rule *criteria.Rule, path string) (part *criteria.Ask) {
	rule.Leaves(func(at string, leaf *criteria.Ask) {
		if at == path {
			part = leaf
		}
	})
	return part
}

// Present is the threshold that stands, as the workbook shows it.
func (s *Slot) Present() string {
	if s.Standing.Zoned() {
		return "Theo vùng của tỉnh: " + s.zones
	}
	return Words(s.Ask, &s.Asked, s.Years.From)
}

// Status is how sure the threshold is; there is none where no threshold is.
func (s *Slot) Status() criteria.Status {
	if !s.Asked.Known {
		return criteria.Missing
	}
	return s.Asked.Basis.Status
}
