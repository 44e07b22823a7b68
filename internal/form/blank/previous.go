package blank

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/criteria/division"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/typed"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// carried is what an earlier report brings into a form: what lasts, and figures
// marked with their year. What would be a claim about the new year (amounts of
// capital and arrears, the poll, security) is left out.
type carried struct {
	report  *commune.Report // nil when there is none
	figures map[string]*commune.Figure
	used    int // figures that the form asks for
	drops   layout.Dropped
}

func carry(previous *commune.Report, plan *layout.Plan) *carried {
	c := &carried{report: previous, figures: map[string]*commune.Figure{}}
	if previous == nil {
		c.report = new(commune.Report)
	}
	if plan.Department != nil {
		c.report = partOf(c.report, plan)
	}
	for _, f := range c.report.Figures {
		if f.Year == 0 {
			f.Year = previous.Year
		}
		c.figures[f.ID] = &f
		if plan.Find(f.ID) != nil {
			c.used++
		}
	}
	c.drops = plan.Drops(c.report)
	return c
}

// partOf is what a department's form carries over: what it is asked about, and the evidence
// that it cites. What nobody's figures cite the office has.
func partOf(r *commune.Report, plan *layout.Plan) *commune.Report {
	out := *r
	others := map[string]bool{}
	cited := map[string]bool{}
	out.Figures = nil
	for _, f := range r.Figures {
		mine := plan.Find(f.ID) != nil
		if mine {
			out.Figures = append(out.Figures, f)
		}
		for _, code := range f.Evidence {
			cited[code], others[code] = cited[code] || mine, true
		}
	}
	isOffice := plan.Department == division.CoordinatingDepartment()
	out.Evidence = slices.DeleteFunc(slices.Clone(r.Evidence), func(e commune.Evidence) bool {
		return !cited[e.ID] && (others[e.ID] || !isOffice)
	})
	if !isOffice {
		out.Traits = nil
	}
	if !plan.Has(layout.TitleSheet) {
		out.Recognitions = nil
	}
	if !plan.Has(layout.PollSheet) {
		out.Satisfaction = nil
	}
	if !plan.Has(layout.ArrearsSheet) {
		out.Arrears = nil
	}
	return &out
}

// says tells what was carried over, "" when nothing was.
func (c *carried) says() string {
	r := c.report
	if r.Year == 0 {
		return ""
	}
	parts := counts(count{c.used, "số liệu"}, count{len(r.Evidence), "minh chứng"},
		count{len(r.Traits) - len(c.drops.Traits), "đặc điểm"},
		count{len(r.Recognitions), "quyết định công nhận"}, count{len(c.villages()), "thôn"},
		count{len(r.Arrears), "công trình còn nợ (chỉ tên)"})
	if parts == "" {
		return fmt.Sprintf("Báo cáo năm %d không có gì để chép sang.", r.Year) + dropped(c.drops)
	}
	says := fmt.Sprintf("Đã chép từ báo cáo năm %d: %s.", r.Year, parts)
	if c.used > 0 {
		says += " Số chép sang ghi rõ năm ở cột Năm số liệu; ghi số mới thì xóa hoặc sửa năm ở đó."
	}
	return says + dropped(c.drops)
}

// count is how many there are of something.
type count struct {
	n  int
	of string
}

// counts tells of what there is, "" where there is nothing.
func counts(all ...count) string {
	return vi.List(", ", list.Where(all, func(c count) bool { return c.n > 0 }),
		func(c count) string { return fmt.Sprintf("%d %s", c.n, c.of) })
}

func (c *carried) villages() []commune.Village {
	if c.report.Satisfaction == nil {
		return nil
	}
	return c.report.Satisfaction.Villages
}

// cells are a figure's value, numerator and denominator as its row holds them.
func (c *carried) cells(a *layout.Asked) (value, numerator, denominator any) {
	f := c.figures[a.ID]
	if f == nil {
		return nil, nil, nil
	}
	if f.Count != nil {
		return beside(a, f), nil, nil
	}
	switch m := f.Measure.(type) {
	case commune.Rate:
		return nil, layout.Held(m.Numerator), layout.Held(m.Denominator)
	case commune.Number:
		if a.Unit != criteria.Grade {
			return layout.Held(m.Decimal), nil, nil
		}
	}
	return inWords(a, f.Measure), nil, nil
}

// inWords is what a figure was, as a cell of words has it.
func inWords(a *layout.Asked, measure commune.Measure) string {
	switch m := measure.(type) {
	case commune.Answer:
		return layout.Either(layout.MetOr, bool(m))
	case commune.Rate:
		return strings.ReplaceAll(vi.Number(m.Numerator)+"/"+vi.Number(m.Denominator), ".", "") // read in one way
	case commune.Amount:
		return m.Said(vi.Number(m.Decimal))
	case commune.Number:
		if a.Unit == criteria.Grade {
			return criteria.Grades[m.IntPart()]
		}
		return vi.Number(m.Decimal)
	}
	return ""
}

// beside is a rate with the count that stands beside its per cents, as it is read: "1,15 % (15 hộ)".
func beside(a *layout.Asked, f *commune.Figure) string {
	share, _ := commune.AmountOf(f.Measure)
	unit, _, _ := strings.Cut(a.CountedIn, ", ")
	count := strings.ReplaceAll(vi.Number(*f.Count), ".", "")
	if f.Count.Exponent() == -3 && !typed.OneByOne(unit) {
		count += "0" // of three decimals nobody knows whether they are thousands
	}
	return fmt.Sprintf("%s %% (%s %s)", share.Said(vi.Number(share.Decimal)), count, unit)
}

func optional(d *decimal.Decimal) any {
	if d == nil {
		return nil
	}
	return layout.Held(*d)
}

// evidence is the rows of the list of evidence: what is carried over, then
// blank ones that only have their number.
func (c *carried) evidence(rows int, nth func(int) string) [][]any {
	var out [][]any
	used := map[string]bool{}
	for _, e := range c.report.Evidence {
		used[e.ID] = true
		out = append(out, []any{e.ID, e.Number, vi.Date(e.Date.Time), e.Issuer, e.Title, e.File})
	}
	for n := 1; len(out) < max(rows, len(c.report.Evidence)); n++ {
		if code := nth(n); !used[code] {
			out = append(out, []any{code})
		}
	}
	return out
}

func (c *carried) titles() [][]any {
	out := list.Map(c.report.Recognitions, func(r commune.Recognition) []any {
		return []any{"Xã " + r.Level.Title(), r.Year, r.Decision, vi.Date(r.Date.Time)}
	})
	for _, v := range c.report.CouncilVotes {
		if v.Votes.Of > 0 {
			out = append(out, []any{"Xã " + v.Level.Title(), nil, nil, nil, v.Votes.String(), vi.Date(v.Date.Time)})
		}
	}
	return out
}

func (c *carried) works() [][]any {
	return list.Map(c.report.Arrears, func(a commune.Arrear) []any { return []any{a.Work} })
}

func (c *carried) polled() [][]any {
	return list.Map(c.villages(), func(v commune.Village) []any { return []any{v.Name, optional(v.Households)} })
}

// trait is the answer to whether the commune has a trait, "" when not known.
func (c *carried) trait(t criteria.Trait) string {
	if slices.Contains(c.report.UnknownTraits(), t) {
		return ""
	}
	return layout.Either(layout.YesNo, slices.Contains(c.report.Traits, t) != layout.IsAbsence(t))
}

// dropped counts what the form does not ask, "" for nothing.
func dropped(d layout.Dropped) string {
	parts := counts(count{len(d.Figures), "số liệu"}, count{len(d.Traits), "đặc điểm"})
	if parts == "" {
		return ""
	}
	return fmt.Sprintf(" Không chép %s mà biểu mẫu này không hỏi.", parts)
}
