package merger

import (
	"fmt"

	"ntm/internal/commune"
	"ntm/internal/vi"
	"ntm/internal/yamldoc"
)

// section takes over, line by line, what stands in a section of its own in every
// part, and reports whether it did. A section is of its report's year: one of
// another year can only become a figure that says which.
func (s *summer) section(figure string) bool {
	switch figure {
	case commune.ArrearsFigure:
		return s.arrears()
	case commune.SatisfactionFigure:
		return s.satisfaction()
	case commune.CoverageFigure:
		return s.out.Satisfaction != nil // the poll gives it
	}
	return false
}

func (s *summer) arrears() bool {
	lines := []commune.Arrear{}
	var of []int
	for i, p := range s.parts {
		if p.Report.Arrears == nil {
			return false
		}
		for _, a := range p.Report.Arrears {
			a.Pos = yamldoc.Pos{}
			lines, of = append(lines, a), append(of, i)
		}
	}
	s.tellApart(of, func(k int) *string { return &lines[k].Work })
	s.out.Arrears = lines
	return true
}

func (s *summer) satisfaction() bool {
	out := new(commune.Satisfaction)
	var of []int
	for i, p := range s.parts {
		if p.Report.Satisfaction == nil || len(p.Report.Satisfaction.Villages) == 0 {
			return false
		}
		for _, v := range p.Report.Satisfaction.Villages {
			v.Pos = yamldoc.Pos{}
			out.Villages, of = append(out.Villages, v), append(of, i)
		}
		out.Evidence = append(out.Evidence, s.cited(i, p.Report.Satisfaction.Evidence)...)
	}
	s.tellApart(of, func(k int) *string { return &out.Villages[k].Name })
	s.out.Satisfaction = out
	return true
}

// tellApart puts the old commune behind each name that two communes have; of
// are the communes by their places among the parts.
func (s *summer) tellApart(of []int, name func(k int) *string) {
	owner, shared := map[string]int{}, map[string]bool{}
	for k, part := range of {
		key := vi.Fold(*name(k))
		if before, known := owner[key]; known && before != part {
			shared[key] = true
		}
		owner[key] = part
	}
	for k, part := range of {
		if name := name(k); shared[vi.Fold(*name)] {
			*name = fmt.Sprintf("%s (%s)", *name, s.called[part])
		}
	}
}

// capital takes over the lines of capital, each with its commune in its note.
// The totals that communes state become one where every commune states one, for
// the same years.
func (s *summer) capital() {
	const name = "Vốn huy động"
	if s.blocked != "" {
		s.leave("", name, s.blocked)
		return
	}
	lines := []commune.Capital{}
	var totals []commune.Capital
	for i, p := range s.parts {
		if p.Report.Capital == nil {
			s.leave("", name, "chưa có số liệu vốn của "+s.called[i])
			return
		}
		for _, c := range p.Report.Capital {
			c.Pos = yamldoc.Pos{}
			if c.Source == commune.Total {
				totals = append(totals, c)
				continue
			}
			c.Note = vi.Join(": ", s.called[i], c.Note)
			c.Share = nil // of its own commune's whole, not of this one's
			lines = append(lines, c)
		}
	}
	s.out.Capital = lines
	if len(totals) == 0 {
		return
	}
	total, ok := totalOf(totals, len(s.parts))
	if !ok {
		s.leave("", "Tổng vốn huy động theo báo cáo", "không phải xã nào cũng ghi tổng vốn, hoặc tổng vốn không "+
			"cùng giai đoạn")
		return
	}
	s.out.Capital = append(s.out.Capital, total)
}

// totalOf is the sum of the stated totals of all communes, false where one
// of them is missing, has no value or is of other years.
func totalOf(totals []commune.Capital, all int) (commune.Capital, bool) {
	var sum commune.Amount
	for _, t := range totals {
		value, known := t.Worth()
		if !known || t.Years != totals[0].Years {
			return commune.Capital{}, false
		}
		sum = sum.Plus(value)
	}
	return commune.Capital{Source: commune.Total, Value: &sum, Years: totals[0].Years}, len(totals) == all
}
