package assess

import (
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/list"
	"ntm/internal/typed"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// told makes ready what the report tells though nothing is judged by it.
func (j *judge) told(set *criteria.Set) {
	if j.rules < CheckedRules {
		return
	}
	for _, entry := range set.Related {
		if h := j.figures[entry.ID]; h != nil && entry.Told != "" {
			j.show(h, entry)
		}
	}
}

// Told lists the figures that the report tells though nothing is judged by them, in the order
// of the dictionary.
func (a *Assessment) Told() []*Figure {
	j := newJudge(a.Report, a.Engine.Rules)
	var out []*Figure
	for _, entry := range a.Set.Related {
		if h := j.figures[entry.ID]; h != nil && entry.Told != "" {
			out = append(out, j.show(h, entry))
		}
	}
	return out
}

// sum makes a figure of the parts that the dictionary says it is the sum of, where the
// report gives all of them for one year and not the figure itself. Of one alone it is known
// that it is no less.
func (j *judge) sum(entry *criteria.Figure, set *criteria.Set) {
	parts := entry.SumOf()
	if len(parts) == 0 || j.figures[entry.ID] != nil || j.partly[entry.ID] != "" {
		return
	}
	entries := map[string]*criteria.Figure{}
	for _, f := range set.Related {
		entries[f.ID] = f
	}
	var given []*held
	var missing []string
	for _, id := range parts {
		h := j.figures[id]
		part := entries[id]
		switch {
		case part == nil: // judged by itself: nobody need add it up
			return
		case h == nil || len(given) > 0 && j.report.YearOf(h.Figure) != j.report.YearOf(given[0].Figure):
			missing = append(missing, part.Subject())
		default:
			j.show(h, part)
			given = append(given, h)
		}
	}
	if len(given) == 0 {
		return
	}
	if len(missing) > 0 {
		if j.partly == nil {
			j.partly = map[string]string{}
		}
		j.partly[entry.ID] = fmt.Sprintf("mới có %s, cần thêm %s", addends(given), strings.Join(missing, ", "))
	}
	f := &commune.Figure{ID: entry.ID, Measure: added(given), Year: given[0].Year, Note: "cộng từ " + addends(given)}
	for _, h := range given {
		f.Evidence = list.Once(f.Evidence, h.Evidence...)
	}
	if says := j.partly[entry.ID]; says != "" {
		f.Measure, f.Note = atLeast(f.Measure), says
	}
	made := &held{Figure: f}
	j.figures[entry.ID] = made
	j.show(made, entry)
}

// addends are the parts of a sum in words: "hộ nghèo 1,7 % và hộ cận nghèo 2,97 %".
func addends(given []*held) string {
	return vi.List(" và ", given, func(h *held) string { return h.told() })
}

// added is the sum of measures of one unit: of rates with one total that of their counts.
func added(given []*held) commune.Measure {
	var part, total decimal.Decimal
	var sum commune.Amount
	counted := true
	for i, h := range given {
		rate, isRate := h.Measure.(commune.Rate)
		if i == 0 {
			total = rate.Denominator
		}
		counted = counted && isRate && rate.Denominator.Equal(total)
		part = part.Add(rate.Numerator)
		if isRate {
			sum = sum.Plus(commune.Exact(valueOf(rate, 10)))
		} else if a, is := commune.AmountOf(h.Measure); is {
			sum = sum.Plus(a)
		}
	}
	if counted {
		return commune.Rate{Numerator: part, Denominator: total}
	}
	sum.Decimal = criteria.Trimmed(sum.Decimal)
	return sum.Measure()
}

// atLeast is a measure of which more may come.
func atLeast(m commune.Measure) commune.Measure {
	a, is := commune.AmountOf(m)
	if rate, isRate := m.(commune.Rate); isRate {
		a, is = commune.Exact(criteria.Trimmed(valueOf(rate, 10))), true
	}
	if !is {
		return m
	}
	a.Bound, a.Words = a.Bound.With(typed.AtLeast), ""
	return a.Measure()
}

// partOnly says which parts alone are reported of a figure that the requirement asks for.
func (j *judge) partOnly(req *criteria.Requirement) string {
	if len(j.partly) == 0 {
		return ""
	}
	return ofFigures(req, func(id string) string { return j.partly[id] })
}
