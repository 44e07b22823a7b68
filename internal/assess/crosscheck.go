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

// Severity says how a finding is to be taken.
type Severity string

// From something to know to something that cannot be.
const (
	Info    Severity = "info"
	Warning Severity = "warning"
	Wrong   Severity = "error"
)

// Word is the severity as a reader sees it.
func (s Severity) Word() string {
	return map[Severity]string{Info: "Thông tin", Warning: "Cần xem lại", Wrong: "Không hợp lý"}[s]
}

// Finding is what a cross-check noticed. By a figure that cannot be by itself nothing is
// judged; else it stands beside the outcomes and changes none.
type Finding struct {
	Code     string   `json:"code"`
	Severity Severity `json:"severity"`
	Message  string   `json:"message"`
	Figures  []string `json:"figures"`
	// Beside tells that no figure is wrong by itself, but beside another or beside a trait.
	Beside bool `json:"-"`
}

type crossChecker struct {
	in       Input
	findings []Finding
}

func (c *crossChecker) note(code string, severity Severity, figure, format string, args ...any) {
	f := Finding{Code: code, Severity: severity, Message: fmt.Sprintf(format, args...), Figures: []string{}}
	if figure != "" {
		f.Figures = []string{figure}
	}
	c.findings = append(c.findings, f)
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

// impossible lists the figures that a finding says cannot be.
func (c *crossChecker) impossible() map[string]bool {
	out := map[string]bool{}
	for _, f := range c.findings {
		for _, id := range f.Figures {
			if f.Severity == Wrong {
				out[id] = true
			}
		}
	}
	return out
}

// absurd lists the figures that a finding says cannot be by themselves: more than the whole,
// below nothing, half a house.
func (c *crossChecker) absurd() map[string]bool {
	out := map[string]bool{}
	for _, f := range c.findings {
		for _, id := range f.Figures {
			if f.Severity == Wrong && !f.Beside {
				out[id] = true
			}
		}
	}
	return out
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
	case entry.Plausible != nil && !entry.Plausible.Contains(value):
		c.note("implausible", Warning, f.ID, "%s: %s khác xa mức thường gặp (%s đến %s); kiểm tra đơn vị và dấu phẩy",
			entry.Name, shown(), vi.Number(entry.Plausible.From), vi.Number(entry.Plausible.To))
	}
}

func (c *crossChecker) capital(sums *Capital) {
	if sums == nil {
		return
	}
	for i := range c.in.Report.Capital {
		line := &c.in.Report.Capital[i]
		if line.Value == nil || line.Quantity == nil || line.UnitPrice == nil {
			continue
		}
		if worth := line.Quantity.Times(*line.UnitPrice); c.apart(worth, *line.Value) {
			c.note("capital_value", Warning, "", "%s: %s %s × %s = %s triệu đồng, báo cáo ghi %s", line.Source.Title(),
				line.Quantity.Bound.Of(vi.Number(line.Quantity.Decimal)), line.Unit, vi.Number(*line.UnitPrice),
				worth.Bound.Of(vi.Number(criteria.Trimmed(worth.Decimal))),
				line.Value.Said(vi.Number(line.Value.Decimal)))
		}
	}
	var sum commune.Amount
	for _, s := range sums.Sources {
		if s.Value == nil {
			continue
		}
		if !sums.within(s.Source) {
			sum = sum.Plus(commune.Amount{Decimal: s.Value.Decimal, Bound: s.Bound})
		}
		if s.Source == commune.People && s.Share != nil && !s.Stated {
			c.note("capital_people_share", Info, "", "nhân dân đóng góp %s / %s triệu đồng = %s %%",
				vi.Number(s.Value.Decimal), vi.Number(sums.Total.Decimal),
				vi.Rounded(sums.Printed(s.Value, s.Bound).Decimal, 1))
		}
	}
	c.sourcesTogether(sums)
	switch {
	case sums.Stated && sum.GreaterThan(sums.Total.Decimal) && (sum.IsExact() || sum.Bound.IsFloor()) &&
		(sums.TotalBound == "" || sums.TotalBound.IsCeiling()) && !c.rounded(sum.Decimal, sums.Total.Decimal):
		c.note("capital_exceeds_total", Wrong, "", "các nguồn cộng lại %s triệu đồng, lớn hơn tổng số %s triệu "+
			"đồng", sum.Bound.Of(vi.Number(sum.Decimal)), sums.TotalBound.Of(vi.Number(sums.Total.Decimal)))
	case sums.Unallocated != nil:
		c.note("capital_unallocated", Info, "", "còn %s triệu đồng trong tổng số chưa ghi theo nguồn",
			sums.UnallocatedBound.Of(vi.Number(sums.Unallocated.Decimal)))
	}
}

// apart tells whether two sums cannot be one: exact ones by more than they were rounded by,
// bounds where no number is within both.
func (c *crossChecker) apart(a, b commune.Amount) bool {
	if a.IsExact() && b.IsExact() {
		return c.differ(a.Decimal, b.Decimal)
	}
	return a.Excludes(b)
}

// bounded checks that some number within a bound can be what the figure says. An estimate
// is looked at like a number, and found odd at most.
func (c *crossChecker) bounded(h *held, a commune.Amount) {
	f, entry := h.Figure, h.shown.Entry
	within := commune.Amount{Bound: typed.AtLeast}
	outside := a.Excludes(within)
	if entry.Unit == criteria.Percent {
		outside = outside || a.Excludes(commune.Amount{Decimal: hundred, Bound: typed.AtMost})
	}
	switch p := entry.Plausible; {
	case outside:
		c.note("rate_out_of_range", Wrong, f.ID, "%s: “%s” không thể có", entry.Name, h.shown.String())
	case p == nil:
	case a.Bound == typed.About && !p.Contains(a.Decimal),
		a.Excludes(commune.Amount{Decimal: p.From, Bound: typed.AtLeast}),
		a.Excludes(commune.Amount{Decimal: p.To, Bound: typed.AtMost}):
		c.note("implausible", Warning, f.ID, "%s: “%s” khác xa mức thường gặp (%s đến %s); kiểm tra đơn vị và dấu phẩy",
			entry.Name, h.shown.String(), vi.Number(p.From), vi.Number(p.To))
	}
}

// documents points out thresholds taken from a document that is younger than
// the assessment.
func (c *crossChecker) documents() {
	on := c.in.Set.Query.On
	today, told := on.String(), map[string]bool{}
	check := func(b *criteria.Basis) {
		var date criteria.Date
		if b.DecisionDate <= today || told[b.Decision] || date.UnmarshalText([]byte(b.DecisionDate)) != nil {
			return
		}
		told[b.Decision] = true
		c.note("later_document", Info, "", "có ngưỡng lấy theo %s ban hành ngày %s, sau ngày đánh giá %s",
			b.Decision, vi.Date(date.Time), vi.Date(on.Time))
	}
	for i := range c.in.Set.Levels {
		l := &c.in.Set.Levels[i]
		for k := range l.Criteria {
			for m := range l.Criteria[k].Indicators {
				check(&l.Criteria[k].Indicators[m].Requirement.Basis)
			}
		}
	}
}

// arrears holds each debt against what was done and paid.
func (c *crossChecker) arrears() {
	for _, a := range c.in.Report.Arrears {
		if a.Completed == nil || a.Paid == nil {
			continue
		}
		owed, differ := a.Completed.Sub(*a.Paid), false
		if a.Owed.IsExact() {
			differ = c.differ(owed, a.Owed.Decimal, *a.Completed, *a.Paid)
		} else {
			differ = a.Owed.Excludes(commune.Exact(owed))
		}
		if differ {
			c.note("arrears_value", Warning, commune.ArrearsFigure,
				"%s: hoàn thành %s − đã thanh toán %s = %s triệu đồng, báo cáo ghi còn nợ %s",
				a.Work, vi.Number(*a.Completed), vi.Number(*a.Paid), vi.Number(criteria.Trimmed(owed)),
				a.Owed.Said(vi.Number(a.Owed.Decimal)))
		}
	}
}

// poll checks the residents' poll, village by village.
func (c *crossChecker) poll(j *judge) {
	if c.in.Report.Satisfaction == nil {
		return
	}
	for _, v := range c.in.Report.Satisfaction.Villages {
		for _, pair := range []struct {
			part, whole decimal.Decimal
			what        string
		}{
			{*v.FormsBack, *v.FormsOut, "số phiếu thu về lớn hơn số phiếu phát ra"},
			{*v.Satisfied, *v.FormsBack, "số người hài lòng lớn hơn số phiếu thu về"},
			{*v.FormsOut, c.households(&v, v.FormsOut), "số phiếu phát ra lớn hơn số hộ của thôn"},
		} {
			if pair.part.GreaterThan(pair.whole) {
				c.note("part_exceeds_whole", Wrong, commune.SatisfactionFigure, "%s: %s (%s > %s)", v.Name,
					pair.what, vi.Number(pair.part), vi.Number(pair.whole))
				if h := j.figures[commune.CoverageFigure]; h != nil && h.shown.Entry != nil {
					last := &c.findings[len(c.findings)-1]
					last.Figures = append(last.Figures, h.ID)
				}
			}
		}
	}
}

// households are those of a village: as many forms may be handed out there. Of a village
// that does not say how many it has it is what was handed out.
func (c *crossChecker) households(v *commune.Village, out *decimal.Decimal) decimal.Decimal {
	if v.Households == nil || c.in.Rules < CheckedRules {
		return *out
	}
	return *v.Households
}

// titles points out a recognised level whose standard the figures now miss.
func (c *crossChecker) titles(a *Assessment) {
	for _, rec := range c.in.Report.Recognitions {
		for i := range a.Levels {
			switch l := &a.Levels[i]; {
			case l.Level != rec.Level:
			case l.Verdict == NotEligible:
				c.note("title_slipping", Warning, "", "xã đã được công nhận %s năm %d nhưng số liệu năm %d chưa "+
					"đủ điều kiện của mức này", l.Level.Title(), rec.Year, a.Year)
			case l.FailsIf != "":
				c.note("title_slipping", Warning, "", "xã đã được công nhận %s năm %d nhưng theo số liệu năm %d %s",
					l.Level.Title(), rec.Year, a.Year, l.FailsIf)
			}
		}
	}
}
