package assess

import (
	"fmt"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/exact"
	"ntm/internal/typed"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

type crossChecker struct {
	in       Input
	findings []Finding
}

// note adds a finding about a figure, "" for none, and gives it for who has more to say.
func (c *crossChecker) note(code string, severity Severity, figure, format string, args ...any) *Finding {
	f := Finding{Code: code, Severity: severity, Message: fmt.Sprintf(format, args...), Figures: []string{}}
	if figure != "" {
		f.Figures = []string{figure}
	}
	c.findings = append(c.findings, f)
	return &c.findings[len(c.findings)-1]
}

// figures holds the report's figures against themselves, before anything is
// judged by them.
func (c *crossChecker) figures(j *judge) {
	if c.in.Commune.Declared {
		c.note("declared_place", Info, "", "xã do báo cáo tự khai, không đối chiếu được với danh mục đơn vị hành chính")
	}
	used := j.used(c.in.Set)
	j.told(c.in.Set)
	for i := range c.in.Report.Figures {
		f := &c.in.Report.Figures[i]
		switch h := j.figures[f.ID]; {
		case h == nil && j.later[f.ID].name != "":
			c.note("figure_later", Warning, f.ID, "%s: số liệu của năm %d, sau năm xét %d nên không dùng để xét; "+
				"cần số liệu của năm %d hay năm liền trước",
				j.later[f.ID].name, f.Year, c.in.Report.Year, c.in.Report.Year)
		case h != nil && h.shown.Entry != nil:
			c.figure(h)
		case used:
			c.note("unused_figure", Info, f.ID, "số liệu %s không dùng để xét mức nào của năm %d", f.ID,
				c.in.Report.Year)
		}
	}
	if h := j.figures[commune.SatisfactionFigure]; c.in.Report.Satisfaction != nil && h != nil &&
		h.shown.Entry != nil {
		c.figure(h)
	}
	c.relations(j)
	c.traits(j)
	c.documents()
	c.arrears()
	c.poll(j)
	c.pollOfAll(j)
}

// impossible lists the figures that a finding says cannot be; absurd are those of them that cannot
// be by themselves: more than the whole, below nothing, half a house.
func (c *crossChecker) impossible() (impossible, absurd map[string]bool) {
	impossible, absurd = map[string]bool{}, map[string]bool{}
	for _, f := range c.findings {
		for _, id := range f.Figures {
			if f.Severity == Wrong {
				impossible[id] = true
				absurd[id] = absurd[id] || !f.Beside
			}
		}
	}
	return impossible, absurd
}

// assessment holds what was judged against what else is known.
func (c *crossChecker) assessment(a *Assessment) {
	for i := range a.Levels {
		l := &a.Levels[i]
		if len(l.Conditions) == 0 {
			c.note("no_procedure", Warning, "", "chưa có bộ thủ tục công nhận cho năm %d: mức %s chưa thể kết "+
				"luận đủ điều kiện", a.Year, l.Level.Title())
		}
		switch {
		case l.IndicatorsMissing > 0:
			c.note("no_indicators", Warning, "", "%s: %s", l.Lack, l.Lack.Remedy())
		case l.IndicatorsTotal == 0:
			c.note("no_indicators", Warning, "", "bộ tiêu chí %s mới có khung, chưa có chỉ tiêu: %s", l.Standard,
				l.Lack.Remedy())
		}
	}
	c.capital(a.Capital)
	c.titles(a)
	c.claims(a)
}

// used makes ready the figures that the set judges by, and tells whether it
// judges by any, reported or not.
func (j *judge) used(set *criteria.Set) bool {
	any := false
	add := func(leaf *criteria.Requirement) {
		any = true
		if h, given := j.figures[leaf.Figure.ID]; given {
			j.show(h, leaf.Figure)
		} else if j.rules >= CheckedRules {
			j.sum(leaf.Figure, set)
		}
		if f, is := j.later[leaf.Figure.ID]; is {
			f.name = leaf.Figure.Name
		}
	}
	for i := range set.LeftOut {
		add(&criteria.Requirement{Figure: set.LeftOut[i].Count})
	}
	for i := range set.Levels {
		for r := range set.Levels[i].Requirements {
			r.Leaves(add)
			for k := range r.Others { // of columns that may hold
				if j.rules >= CheckedRules {
					r.Others[k].Leaves(add)
				}
			}
		}
	}
	return any
}

func (c *crossChecker) figure(h *held) {
	f, entry := h.Figure, h.shown.Entry
	switch m := f.Measure.(type) {
	case commune.Amount:
		c.bounded(h, m)
	case commune.Number:
		c.size(h)
		c.whole(f, entry, m.Decimal)
	case commune.Rate:
		c.size(h)
		c.whole(f, entry, m.Numerator, m.Denominator)
	}
	year := c.in.Report.Year
	if of, now := entry.In(f.Year), entry.In(year); of != "" && now != "" && of != now {
		c.note("figure_terms", Warning, f.ID, "%s: số liệu của năm %d. %s Năm %d: %s", entry.Name, f.Year, of, year,
			now)
	}
	switch f.Year {
	case 0, year:
	case year - 1:
		c.note("figure_year", Info, f.ID, "%s: số liệu của năm %d, dùng xét công nhận năm %d (được dùng khi xét "+
			"trước khi có kết quả của năm)", entry.Name, f.Year, year)
	default:
		c.note("figure_year", Warning, f.ID, "%s: số liệu của năm %d, không phải năm %d hay năm liền trước",
			entry.Name, f.Year, year)
	}
}

// CountsWhole tells whether there are only whole ones of what a figure counts, a
// rate's two counts or any other figure's value: a fraction is then a number typed
// with a dot between its thousands.
func CountsWhole(entry *criteria.Figure, rate bool) bool { return typed.OneByOne(counted(entry, rate)) }

// counted is the unit of a rate's two counts or of any other figure's value.
func counted(entry *criteria.Figure, rate bool) string {
	if rate {
		return entry.CountedIn
	}
	return string(entry.Unit)
}

// whole checks that what is counted one by one is a whole number.
func (c *crossChecker) whole(f *commune.Figure, entry *criteria.Figure, numbers ...decimal.Decimal) {
	unit := counted(entry, f.IsRate())
	for _, n := range numbers {
		if !n.IsInteger() && typed.OneByOne(unit) {
			c.note("not_whole", Wrong, f.ID, "%s: %s %s không phải số nguyên; viết số trơn, không có dấu ngăn "+
				"hàng nghìn", entry.Name, vi.Number(n), unit)
		}
	}
}

// stepUnit is that of a scale of steps, of which there are no others.
const stepUnit = "mức độ"

// size checks that a number can be what it says.
func (c *crossChecker) size(h *held) {
	f, entry, value := h.Figure, h.shown.Entry, h.shown.Value()
	rate, isRate := f.Measure.(commune.Rate)
	shown := func() string { return entry.Show(criteria.Trimmed(value)) }
	switch {
	case value.IsNegative() || isRate && rate.Numerator.IsNegative():
		c.note("negative", Wrong, f.ID, "%s: %s là số âm", entry.Name, shown())
	case isRate && exact.Compare(rate.Numerator, rate.Denominator) > 0:
		c.note("part_exceeds_whole", Wrong, f.ID, "%s: phần (%s) lớn hơn tổng (%s)", entry.Name,
			vi.Number(rate.Numerator), vi.Number(rate.Denominator))
	case entry.Unit == criteria.Percent && exact.Compare(value, hundred) > 0:
		c.note("rate_out_of_range", Wrong, f.ID, "%s: %s nằm ngoài khoảng 0-100 %%", entry.Name, shown())
	case entry.Unit == stepUnit && entry.Plausible != nil && !entry.Plausible.Contains(value):
		c.note("implausible", Wrong, f.ID, "%s: không có %s; các mức độ là từ %s đến %s", entry.Name, shown(),
			vi.Number(entry.Plausible.From), vi.Number(entry.Plausible.To))
	case entry.Plausible != nil && !entry.Plausible.Contains(value):
		c.note("implausible", Warning, f.ID, "%s: %s khác xa mức thường gặp (%s đến %s); kiểm tra đơn vị và dấu phẩy",
			entry.Name, shown(), vi.Number(entry.Plausible.From), vi.Number(entry.Plausible.To))
	}
}
