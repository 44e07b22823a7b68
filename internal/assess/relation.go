package assess

import (
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/exact"
	"ntm/internal/typed"

	"github.com/shopspring/decimal"
)

// Figures of one year bear on each other as the dictionary says (criteria.Relation). Two
// that break a relation cannot both be right, and which one is wrong nobody here knows: so
// none of them is used, until the commune has corrected one.

// relating holds figures against each other.
type relating struct {
	c      *crossChecker
	j      *judge
	cannot map[string]bool // figures that cannot be by themselves
	totals []sharedTotal
}

// sharedTotal is what several figures say of one total in one year.
type sharedTotal struct {
	id    string // of the figure whose total it is
	of    criteria.CountOf
	year  int
	says  []saysTotal
	drift int
}

type saysTotal struct {
	by    *held
	name  string // of the total
	total count
}

// relations holds every reported figure against those that the dictionary relates it to.
func (c *crossChecker) relations(j *judge) {
	if c.in.Rules < CheckedRules {
		return
	}
	for _, f := range c.in.Set.Related {
		if h := j.figures[f.ID]; h != nil && h.shown.Entry == nil {
			j.show(h, f)
		}
	}
	r := relating{c: c, j: j}
	r.each(func(h *held, rel *criteria.Relation) {
		if rel.SharesTotal() {
			r.total(h, rel)
		}
	})
	r.sayTotals()
	r.sums()
	r.each(r.bySize)
	r.each(func(h *held, rel *criteria.Relation) {
		other := r.other(h, rel)
		switch {
		case rel.Kind == criteria.PartOf && other == nil:
			r.partOfTotal(h, rel)
		case other == nil || r.toldOf(h.ID, rel.To):
		case rel.Kind == criteria.PartOf:
			r.part(h, other, rel)
		case rel.Kind == criteria.Excludes:
			r.excludes(h, other)
		case rel.Kind == criteria.ImpliesMet && hasSome(h) && hasNone(other):
			r.note("implied_not_met", Wrong, h, other, "%s là %s, vậy %s không thể là %s", h.shown.Entry.Name,
				h.says(), other.shown.Entry.Name, other.says())
		}
	})
}

// each calls f for every relation of a reported figure that can be by itself.
func (r *relating) each(f func(h *held, rel *criteria.Relation)) {
	for i := range r.j.all {
		h := &r.j.all[i]
		if h.shown.Entry == nil {
			continue
		}
		for k := range h.shown.Entry.Relations {
			if r.cannot == nil {
				r.cannot, _ = r.c.impossible()
			}
			if !r.cannot[h.ID] {
				f(h, &h.shown.Entry.Relations[k])
			}
		}
	}
}

// other is the figure that a relation leads to, nil where it is not reported for the
// same year, is judged by nothing or cannot be by itself.
func (r *relating) other(h *held, rel *criteria.Relation) *held {
	other := r.j.figures[rel.To]
	if other == nil || other.shown.Entry == nil || other.shown.Year != h.shown.Year || r.cannot[rel.To] {
		return nil
	}
	return other
}

func (r *relating) note(code string, severity Severity, a, b *held, format string, args ...any) *Finding {
	f := r.c.note(code, severity, a.ID, format, args...)
	f.Figures, f.Beside = append(f.Figures, b.ID), true
	return f
}

// part tells of a part that is more than what it is a part of.
func (r *relating) part(h, other *held, rel *criteria.Relation) {
	_, rates := other.shown.isRate()
	_, isRate := h.shown.isRate()
	if isRate == rates && !rel.Counts {
		r.partAsSaid(h, other, rel)
		return
	}
	const more = "%s (%s) lớn hơn %s, mà phải là một phần của số ấy"
	if isRate && rates {
		for _, which := range []criteria.CountOf{criteria.OfCounted, criteria.OfTotal} {
			a, known := h.count(which)
			b, alsoKnown := other.count(which)
			if known && alsoKnown && a.exceeds(b) {
				r.note("part_exceeds_other", apart(a, b, rel.Drift), h, other, more, h.called(which), h.number(a),
					other.called(which)+" ("+other.number(b)+")")
				return
			}
		}
		return
	}
	of := rel.CountOf()
	a, known := h.count(criteria.OfCounted)
	b, alsoKnown := r.countOf(other, of)
	if known && alsoKnown && a.exceeds(b) {
		what := other.called(of)
		if of == criteria.OfRest {
			what = "số còn lại ngoài " + other.shown.Entry.Name
		}
		r.note("part_exceeds_other", apart(a, b, rel.Drift), h, other, more, h.shown.Entry.Name, h.says(),
			what+" ("+other.number(b)+aside(what, other)+")")
	}
}

// aside names the figure that a count was taken from, where the count is not called so.
func aside(what string, other *held) string {
	if name := other.shown.Entry.Name; !strings.Contains(what, name) {
		return ", ở " + name
	}
	return ""
}

// apart is how a difference is to be taken: within the drift it is asked about.
func apart(a, b count, drift int) Severity {
	most := decimal.Max(a.value, b.value).Mul(decimal.NewFromInt(int64(drift)))
	if drift > 0 && a.value.Sub(b.value).Abs().Mul(hundred).LessThanOrEqual(most) {
		return Warning
	}
	return Wrong
}

// countOf is a count of a figure. Of a rate that says only its share, it is worked out by
// the total that the figures of the same total agree on.
func (r *relating) countOf(h *held, of criteria.CountOf) (count, bool) {
	if out, known := h.count(of); known {
		return out, true
	}
	if _, isRate := h.shown.isRate(); !isRate {
		return count{}, false
	}
	total, known := r.totalOf(h)
	if !known || of == criteria.OfTotal {
		return total, known
	}
	share := h.share()
	part := count{share.value.Mul(total.value).Shift(-2), share.off.Mul(total.value).Shift(-2).Add(total.off),
		share.bound.With(total.bound)}
	if of == criteria.OfRest {
		return total.minus(part), true
	}
	return part, true
}

// hasSome tells whether a figure is met, or says that there is some.
func hasSome(h *held) bool {
	switch m := h.Measure.(type) {
	case commune.Answer:
		return bool(m)
	case commune.Rate:
		return m.Numerator.IsPositive()
	case commune.Number:
		return m.IsPositive()
	case commune.Amount:
		return m.Bound.IsFloor() && m.Excludes(commune.Amount{Bound: typed.AtMost})
	}
	return false
}

// hasNone tells whether a figure is not met, or says that there is none.
func hasNone(h *held) bool {
	if a, is := h.Measure.(commune.Amount); is {
		return a.Excludes(commune.Amount{Bound: typed.MoreThan})
	}
	return !hasSome(h)
}

// isRate tells whether the figure is a share of something, however it is said.
func (f *Figure) isRate() (unit string, is bool) {
	return f.Entry.CountedIn, f.Entry.Unit == criteria.Percent
}

// atMost tells at a glance that one share is no more than another, however they were
// rounded: nearly all are, and the rest are worked out.
func atMost(a, b commune.Measure) bool {
	switch a := a.(type) {
	case commune.Number:
		switch b := b.(type) {
		case commune.Number:
			return exact.Compare(a.Decimal, b.Decimal) <= 0
		case commune.Rate:
			return exact.CompareRate(b.Numerator, b.Denominator, a.Decimal) >= 0
		}
	case commune.Rate:
		switch b := b.(type) {
		case commune.Number:
			return exact.CompareRate(a.Numerator, a.Denominator, b.Decimal) <= 0
		case commune.Rate:
			return a.Denominator.IsPositive() && b.Denominator.IsPositive() &&
				exact.CompareRates(a.Numerator, a.Denominator, b.Numerator, b.Denominator) <= 0
		}
	}
	return false
}
