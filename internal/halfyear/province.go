package halfyear

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/vi"
)

// Commune is a commune in a province's report.
type Commune struct {
	Now, Last *assess.Level  // nil for none
	Held, Was criteria.Level // its title now, and at last year's end
}

// OfProvince is a province's. Every commune with a report of the year counts; of last year's those
// that were judged by the same set.
func OfProvince(l *Layout, p Period, of string, level criteria.Level, communes []Commune) *Report {
	r := begin(l, p, of, level)
	none, other := 0, 0
	var std *assess.Level
	groups := []criteria.Column{}
	for i := range communes {
		c := &communes[i]
		if std == nil {
			std = c.Now
		}
		switch {
		case c.Last == nil:
			none++
		case c.Last.Standard != c.Now.Standard:
			c.Last = nil
			other++
		}
		g := criteria.Column{ID: c.Now.Column, Title: c.Now.ColumnTitle}
		if len(c.Now.Columns) == 0 && !slices.Contains(groups, g) {
			groups = append(groups, g)
		}
	}
	if none > 0 {
		r.Notes = append(r.Notes, fmt.Sprintf("%d xã chưa có báo cáo năm %d: không tính vào cột năm trước.", none,
			p.Year-1))
	}
	if other > 0 {
		r.Notes = append(r.Notes, fmt.Sprintf("%d xã năm %d xét theo bộ tiêu chí khác: không so, không tính vào cột "+
			"năm trước.", other, p.Year-1))
	}
	slices.SortFunc(groups, func(a, b criteria.Column) int { return strings.Compare(a.Title, b.Title) })
	for _, f := range l.Forms {
		if f.Of == "province" && std != nil {
			c := counting{form: f, std: std, communes: communes, rows: []Row{}}
			if f.Groups && len(groups) > 1 {
				c.groups = groups
			}
			c.all()
			r.Tables = append(r.Tables, Table{f.ID, f.Title, c.rows})
		}
	}
	return r
}

// counting fills a table of a province.
type counting struct {
	form     *Form
	std      *assess.Level
	communes []Commune
	groups   []criteria.Column
	rows     []Row
}

func (c *counting) all() {
	if c.form.Rows == "criteria" {
		for i := range c.std.Criteria {
			of := &c.std.Criteria[i]
			c.add("criterion-"+of.No, of.No, of.Name, func(l *assess.Level, _ criteria.Level) (bool, bool) {
				o := outcomeOf(l, of.No)
				is := o == assess.Met || o == assess.NotApplicable
				return is, !is && o != assess.NotMet
			})
		}
		return
	}
	n := 0
	for i := range c.form.Lines {
		if line, has := c.form.Lines[i].of(c.std.CriteriaTotal); has {
			n++
			c.add(vi.Slug(line.Title), fmt.Sprint(n), line.Title, line.counts)
		}
	}
}

// counts tells whether a commune is counted in the line, and whether that is not known.
func (line *Line) counts(l *assess.Level, held criteria.Level) (is, unknown bool) {
	most := l.CriteriaTotal
	for i := range l.Criteria {
		if l.Criteria[i].Outcome == assess.NotMet {
			most--
		}
	}
	rank := func(of criteria.Level) int { return slices.Index(criteria.Levels, of) }
	recognised := held != "" && rank(held) >= rank(l.Level)
	switch line.Count {
	case "all":
		return true, false
	case "recognised":
		return recognised, false
	case "full", "underway":
		if line.Count == "underway" && recognised {
			return false, false
		}
		return l.CriteriaMet == l.CriteriaTotal, l.CriteriaMet < l.CriteriaTotal && most == l.CriteriaTotal
	}
	is = line.From <= l.CriteriaMet && most <= line.To
	return is, !is && l.CriteriaMet <= line.To && line.From <= most
}

// add counts a row, and below it one for each group.
func (c *counting) add(id, no, name string, counts func(*assess.Level, criteria.Level) (is, unknown bool)) {
	row := func(key, no, name string, in func(*assess.Level) bool) {
		out := Row{Key: key, No: no, Name: name, Head: no != "" && len(c.groups) > 0}
		last, known := 0, 0
		done := 0
		for i := range c.communes {
			one := &c.communes[i]
			if one.Last != nil && in(one.Last) {
				known++
				is, unknown := counts(one.Last, one.Was)
				last += number(is)
				out.Last.Unknown += number(unknown)
			}
			if in(one.Now) {
				is, unknown := counts(one.Now, one.Held)
				done += number(is)
				out.Done.Unknown += number(unknown)
			}
		}
		if out.Done.Count = &done; known > 0 {
			out.Last.Count = &last
		}
		c.rows = append(c.rows, out)
	}
	at := key(c.form.ID, c.std.Standard, id)
	row(at, no, name, func(*assess.Level) bool { return true })
	for _, g := range c.groups {
		row(key(at, string(g.ID)), "", "  "+g.Title, func(l *assess.Level) bool {
			return len(l.Columns) == 0 && l.Column == g.ID
		})
	}
	if len(c.groups) > 0 && slices.ContainsFunc(c.communes, func(one Commune) bool {
		return len(one.Now.Columns) > 0
	}) {
		row(key(at, "chua-ro-nhom"), "", "  chưa rõ nhóm", func(l *assess.Level) bool { return len(l.Columns) > 0 })
	}
}

func number(is bool) int {
	if is {
		return 1
	}
	return 0
}
