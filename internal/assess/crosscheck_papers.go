package assess

import (
	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

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
				f := c.note("part_exceeds_whole", Wrong, commune.SatisfactionFigure, "%s: %s (%s > %s)", v.Name,
					pair.what, vi.Number(pair.part), vi.Number(pair.whole))
				if h := j.figures[commune.CoverageFigure]; h != nil && h.shown.Entry != nil {
					f.Figures = append(f.Figures, h.ID)
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
