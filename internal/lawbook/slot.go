package lawbook

import (
	"slices"

	"ntm/criteria"
)

// slot is one row of the workbook: one threshold, for the part of its
// standing's box that the row is about.
type slot struct {
	criteria.Span
	topic    *topic
	standing *criteria.Standing
	zones    string // what a province asks in its zones
	path     string // of the part, "" for the whole requirement
	ask      *criteria.Ask
	asked    criteria.Requirement
}

// slots lists the rows of a topic for the columns that an office looks at. A
// threshold that the pack gives once is one row when every column is looked at;
// else each column has a row of its own, for the decision may set them apart.
func (l *law) slots(t *topic, looked []criteria.Region) []slot {
	var out []slot
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
func (l *law) split(s *criteria.Standing, looked []criteria.Region) []criteria.Span {
	byYear, byColumn := false, looked != nil || len(s.Columns) < len(l.columns)
	onlyWords := true
	s.Rule.Leaves(func(_ string, ask *criteria.Ask) {
		if table := ask.Table(); table != nil {
			onlyWords = false
			byYear = byYear || table.ByYear
			byColumn = byColumn || table.ByYear || len(ask.Cells) > 0 || !l.uniform(table)
		}
	})
	if onlyWords && len(s.Columns) == len(l.columns) {
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
			b.Years, b.Columns = y, c
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
func (l *law) slot(t *topic, s *criteria.Standing, b criteria.Span, path string) (slot, bool) {
	out := slot{Span: b, topic: t, standing: s, path: path}
	if s.Zoned() {
		out.ask, out.zones = &s.Rule.Ask, l.zones(s)
		out.asked = l.lib.Asked(s.Rule, out.ask, b.Years.From, criteria.Region(s.Overlay.Groups[0].ID))
		return out, path == ""
	}
	s.Rule.Leaves(func(p string, ask *criteria.Ask) {
		if p == path {
			out.ask = ask
		}
	})
	if out.ask == nil {
		return out, false
	}
	out.asked = l.lib.Asked(s.Rule, out.ask, b.Years.From, b.Columns[0])
	for year := b.Years.From; year <= b.Years.To; year++ {
		for _, column := range b.Columns {
			other := l.lib.Asked(s.Rule, out.ask, year, column)
			if other.Known != out.asked.Known || !other.Value.Equal(out.asked.Value) || other.Basis != out.asked.Basis {
				return out, false
			}
		}
	}
	return out, true
}

// present is the threshold that stands, as the workbook shows it.
func (s *slot) present() string {
	if s.standing.Zoned() {
		return "Theo vùng của tỉnh: " + s.zones
	}
	return words(s.ask, &s.asked, s.Years.From)
}

// status is how sure the threshold is; there is none where no threshold is.
func (s *slot) status() criteria.Status {
	if !s.asked.Known {
		return criteria.Missing
	}
	return s.asked.Basis.Status
}
