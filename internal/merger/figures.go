package merger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// Reported is a part and the report it starts the new commune with.
type Reported struct {
	Part
	Report *commune.Report // read and checked; nil where it gave none
}

// Open is what the new commune has to find out for itself, and why.
type Open struct {
	Figure string `json:"figure,omitempty"` // its id; "" for a section of the report that is no figure
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

// Figures is the report the commune into starts its year with, and all that it
// leaves open: every figure of the dictionary that a report must have is in one of them. The order of
// the parts does not matter. Evidence is taken over from every part, its id
// behind the part's code ("16492-bao-cao"), so that none is lost. Where a part
// gave no report, was taken partly or stands there twice, nothing is summed.
func Figures(into commune.Where, year int, parts []Reported, lib *criteria.Library) (*commune.Report, []Open) {
	parts = slices.Clone(parts)
	slices.SortFunc(parts, func(a, b Reported) int { return byCode(a.Part, b.Part) })
	s := newSummer(into, year, parts)
	for _, entry := range lib.FigureList {
		s.figure(entry)
	}
	s.capital()
	for _, section := range []string{"Danh hiệu đã được công nhận", "Đặc điểm của xã",
		"Biểu quyết của hội đồng thẩm định"} {
		s.leave("", section, "thuộc về từng xã cũ, không chuyển sang xã mới")
	}
	s.note()
	return s.out, s.open
}

// summer puts a report together.
type summer struct {
	parts    []Reported
	called   []string // the parts in sentences
	prefixes []string // of their evidence
	measured []map[string]*commune.Figure
	blocked  string // why nothing is summed
	out      *commune.Report
	open     []Open
}

func newSummer(into commune.Where, year int, parts []Reported) *summer {
	s := &summer{parts: parts, out: &commune.Report{Schema: commune.Schema, Commune: into, Year: year}}
	s.called = short(parts)
	var blocked []string
	if len(parts) == 0 {
		blocked = []string{"chưa ghi xã nào hợp thành"}
	}
	for i, p := range parts {
		prefix := cmp.Or(p.Code, strings.ReplaceAll(vi.Fold(p.Title), " ", "-"))
		if slices.Contains(s.prefixes, prefix) {
			blocked = append(blocked, s.called[i]+" ghi hai lần")
			prefix = fmt.Sprintf("%s-%d", prefix, i+1)
		}
		s.prefixes = append(s.prefixes, prefix)
		if p.Partly {
			blocked = append(blocked, s.called[i]+" có thể chỉ nhập một phần")
		}
		if p.Report == nil {
			blocked = append(blocked, "thiếu báo cáo của "+s.called[i])
			s.measured = append(s.measured, nil)
			continue
		}
		s.measured = append(s.measured, p.Report.Measured())
		for _, e := range p.Report.Evidence {
			e.ID = s.cited(i, []string{e.ID})[0]
			e.Pos = into.Pos
			s.out.Evidence = append(s.out.Evidence, e)
		}
	}
	s.blocked = strings.Join(blocked, "; ")
	return s
}

// cited is the evidence ids of the part at i as the new report has them.
func (s *summer) cited(i int, ids []string) []string {
	return list.NonNil(list.Map(ids, func(id string) string { return s.prefixes[i] + "-" + id }))
}

func (s *summer) leave(figure, name, reason string) {
	s.open = append(s.open, Open{figure, name, reason})
}

// figure sums one figure, or leaves it open.
func (s *summer) figure(entry *criteria.Figure) {
	given := make([]*commune.Figure, len(s.parts))
	for i, m := range s.measured {
		given[i] = m[entry.ID]
	}
	reason := cmp.Or(s.blocked, whyNot(entry))
	if reason == "" {
		reason = s.apart(entry, given)
	}
	switch {
	case (entry.LeavesOutOf != "" || entry.Told != "") &&
		!slices.ContainsFunc(given, func(f *commune.Figure) bool { return f != nil }):
		// nobody must report it
	case reason != "":
		s.leave(entry.ID, entry.Name, reason)
	case s.parts[0].Report.YearOf(given[0]) == s.out.Year && s.section(entry.ID):
	default:
		s.out.Figures = append(s.out.Figures, s.sum(entry, given))
	}
}

// apart tells what keeps the given figures from being summed, "" for nothing.
func (s *summer) apart(entry *criteria.Figure, given []*commune.Figure) string {
	var without, uncounted, years []string
	first := 0
	for i, f := range given {
		switch {
		case f == nil:
			without = append(without, s.called[i])
			continue
		case entry.Unit == criteria.Percent && !f.IsRate():
			uncounted = append(uncounted, s.called[i])
		}
		year := s.parts[i].Report.YearOf(f)
		years = append(years, fmt.Sprintf("%s: %d", s.called[i], year))
		if first == 0 {
			first = year
		}
		if year != first {
			first = -1
		}
	}
	switch {
	case len(without) == len(given):
		return "không xã nào có số liệu này"
	case len(without) > 0:
		return "chưa có số liệu của " + strings.Join(without, ", ")
	case len(uncounted) > 0:
		return fmt.Sprintf("%s chỉ ghi tỷ lệ; cần %s và %s của từng xã", strings.Join(uncounted, ", "),
			vi.Lower(entry.Numerator), vi.Lower(entry.Denominator))
	case first < 0:
		return "số liệu của các xã không cùng năm (" + strings.Join(years, "; ") + ")"
	}
	return ""
}

// sum adds figures that add up. Its note tells from what.
func (s *summer) sum(entry *criteria.Figure, given []*commune.Figure) commune.Figure {
	out := commune.Figure{ID: entry.ID}
	if year := s.parts[0].Report.YearOf(given[0]); year != s.out.Year {
		out.Year = year
	}
	var value commune.Amount
	var numerator, denominator decimal.Decimal
	terms := make([]string, len(given))
	for i, f := range given {
		switch m := f.Measure.(type) {
		case commune.Rate:
			numerator, denominator = numerator.Add(m.Numerator), denominator.Add(m.Denominator)
			terms[i] = vi.Number(m.Numerator) + "/" + vi.Number(m.Denominator)
		case commune.Number, commune.Amount:
			a, _ := commune.AmountOf(m)
			value = value.Plus(a)
			terms[i] = a.Said(vi.Number(a.Decimal))
		}
		terms[i] = s.called[i] + " " + terms[i]
		out.Evidence = append(out.Evidence, s.cited(i, f.Evidence)...)
	}
	if entry.Unit == criteria.Percent {
		out.Measure = commune.Rate{Numerator: numerator, Denominator: denominator}
	} else {
		out.Measure = value.Measure()
	}
	out.Note = "Cộng từ " + strings.Join(terms, "; ") + "."
	return out
}

// note tells what the report is made from.
func (s *summer) note() {
	from := make([]string, len(s.parts))
	for i, p := range s.parts {
		from[i] = s.called[i]
		switch {
		case p.Report == nil:
			from[i] += " (chưa có báo cáo)"
		case p.Code == "":
			from[i] += fmt.Sprintf(" (báo cáo năm %d)", p.Report.Year)
		default:
			from[i] += fmt.Sprintf(" (mã %s, báo cáo năm %d)", p.Code, p.Report.Year)
		}
	}
	s.out.Note = "Báo cáo khởi đầu của xã mới, lập từ " + strings.Join(from, "; ") +
		". Chỉ gồm số liệu cộng được; các số liệu khác xã mới phải tự thu thập."
}
