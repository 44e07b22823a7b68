package lawbook

import (
	"slices"
	"strings"

	"ntm/criteria"
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
