package assess

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/exact"
	"ntm/internal/typed"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// decimalWords is a number without zeros at its end.
func decimalWords(n decimal.Decimal) string { return vi.Number(criteria.Trimmed(n)) }

// lowerTotal is the name of a total within a sentence.
func lowerTotal(s saysTotal) string { return vi.Lower(s.name) }

// toldOf tells whether a finding says already that the two figures cannot both be.
func (r *relating) toldOf(a, b string) bool {
	return slices.ContainsFunc(r.c.findings, func(f Finding) bool {
		return f.Beside && slices.Contains(f.Figures, a) && slices.Contains(f.Figures, b)
	})
}

// partAsSaid tells of a part that is more than what it is a part of, as people say it.
func (r *relating) partAsSaid(h, other *held, rel *criteria.Relation) {
	if atMost(h.Measure, other.Measure) {
		return // as nearly always
	}
	a, b := h.amount(), other.amount()
	if !a.exceeds(b) {
		return
	}
	severity := Wrong
	if _, isRate := h.shown.isRate(); !isRate {
		severity = apart(a, b, rel.Drift)
	}
	r.note("part_exceeds_other", severity, h, other, "%s nhiều hơn %s", h.told(), other.told())
}

// partOfTotal tells of a count that is more than a total, where only rates of it give that.
func (r *relating) partOfTotal(h *held, rel *criteria.Relation) {
	own, known := h.count(criteria.OfCounted)
	if _, isRate := h.shown.isRate(); isRate || !known {
		return
	}
	for i := range r.totals {
		t := &r.totals[i]
		if t.id != rel.To || t.of != criteria.OfTotal || t.year != h.shown.Year || len(t.says) == 0 || t.differ() {
			continue
		}
		if s := t.says[0]; own.exceeds(s.total) {
			r.note("part_exceeds_other", apart(own, s.total, rel.Drift), h, s.by, "%s nhiều hơn %s %s (ở %s)", h.told(),
				lowerTotal(s), s.by.number(s.total), s.by.shown.Entry.Name)
		}
		return
	}
}

// bySize holds a rate against the count that it is a rate of: its total may be a part of
// that, and of a few things only some shares can be.
func (r *relating) bySize(h *held, rel *criteria.Relation) {
	if rel.Kind != criteria.RateOf {
		return
	}
	other := r.other(h, rel)
	if other != nil && h.Count != nil {
		r.countOfSize(h, other, rel)
	}
	if !rel.Within {
		r.fewOf(h, rel)
		return
	}
	if other == nil {
		return
	}
	own, known := h.count(criteria.OfTotal)
	size, _ := other.count(criteria.OfTotal)
	if !known || !own.exceeds(size) {
		return
	}
	for i := range r.c.findings { // of several rates the same total is told once
		f := &r.c.findings[i]
		if f.Code == "total_exceeds" && slices.Contains(f.Figures, other.ID) {
			f.Figures = slices.Insert(f.Figures, len(f.Figures)-1, h.ID)
			return
		}
	}
	r.note("total_exceeds", apart(own, size, rel.Drift), h, other, "%s %s (ở %s) nhiều hơn %s",
		lowerTotal(saysTotal{h, h.called(criteria.OfTotal), own}), h.number(own), h.shown.Entry.Name, other.told())
}

// countOfSize holds the count that a report tells beside a share against what the share is of:
// "15 hộ nghèo, chiếm 1,15 %" of a commune of 1.850 households.
func (r *relating) countOfSize(h, other *held, rel *criteria.Relation) {
	share, isShare := commune.AmountOf(h.Measure)
	size, known := other.count(criteria.OfTotal)
	if !isShare || !known || size.bound != "" || !size.value.IsPositive() || !share.IsPositive() {
		return
	}
	counts := typed.Counts{Numerator: *h.Count, Denominator: size.value}
	if counts.Agree(share.Decimal, "") {
		return
	}
	whole := count{value: h.Count.Shift(2).DivRound(share.Decimal, 0)}
	unit := h.shown.Entry.CountedIn
	r.note("count_not_of_size", apart(whole, size, rel.Drift), h, other,
		"%s: %s %s là %s %% thì tổng số khoảng %s %s, mà báo cáo ghi %s", h.shown.Entry.Name,
		decimalWords(*h.Count), unit,
		decimalWords(share.Decimal), decimalWords(whole.value), unit, other.told())
}

// fewOf tells of a share that no whole number of a few things makes: 90 % of 7 villages.
// People round down as well as up, so a whole unit of the last digit is let pass.
func (r *relating) fewOf(h *held, rel *criteria.Relation) {
	m, isNumber := h.Measure.(commune.Number)
	unit, _ := h.shown.isRate()
	if !isNumber || rel.Drift > 0 || !typed.OneByOne(unit) {
		return
	}
	total, known := r.totalOf(h)
	if !known || !total.value.IsPositive() || m.IsNegative() || m.GreaterThan(hundred) {
		return
	}
	nearest := m.Mul(total.value).Shift(-2).Round(0)
	off := decimal.New(1, min(m.Exponent(), 0))
	if nearest.Mul(hundred).DivRound(total.value, 10).Sub(m.Decimal).Abs().LessThanOrEqual(off) {
		return
	}
	r.c.note("share_of_few", Warning, h.ID, "%s: trong %s không có số nguyên nào là %s (gần nhất: %s là %s %%)",
		h.shown.Entry.Name, h.number(total), h.percent(), h.number(count{value: nearest}),
		decimalWords(exact.Percent(nearest, total.value, 2)))
}

// sums holds figures against the parts that they are the sum of.
func (r *relating) sums() {
	for i := range r.j.all {
		h := &r.j.all[i]
		if h.shown.Entry == nil || r.cannot[h.ID] {
			continue
		}
		var parts []*held
		drift, missing := 0, false
		for k := range h.shown.Entry.Relations {
			if rel := &h.shown.Entry.Relations[k]; rel.Kind == criteria.SumOf {
				other := r.other(h, rel)
				parts, missing = append(parts, other), missing || other == nil
				drift = max(drift, rel.Drift)
			}
		}
		if len(parts) > 0 && !missing {
			r.sum(h, parts, drift)
		}
	}
}

// sum tells of a figure that is not the sum of its parts, as far as all were printed.
func (r *relating) sum(h *held, parts []*held, drift int) {
	var sum count
	for _, p := range parts {
		sum = sum.plus(p.amount())
	}
	own := h.amount()
	if !own.differs(sum) {
		return
	}
	result := held{Figure: &commune.Figure{ID: h.ID, Measure: added(parts)}, shown: h.shown}
	result.shown.Measure = result.Measure
	f := r.note("sum_differs", apart(sum, own, drift), h, parts[0], "%s cộng lại là %s, mà %s", addends(parts),
		result.amountWords(), h.told())
	for _, p := range parts[1:] {
		f.Figures = append(f.Figures, p.ID)
	}
}

// plus is the count of both.
func (a count) plus(b count) count {
	return count{a.value.Add(b.value), a.off.Add(b.off), a.bound.With(b.bound)}
}

// excludes tells of two figures that count the same things twice, or of two answers that
// cannot both be met.
func (r *relating) excludes(h, other *held) {
	_, rates := other.shown.isRate()
	switch _, isRate := h.shown.isRate(); {
	case h.shown.Unit == criteria.Declared:
		if hasSome(h) && hasSome(other) {
			r.note("both_met", Wrong, h, other, "%s và %s không thể cùng đạt", h.shown.Entry.Name,
				other.shown.Entry.Name)
		}
	case isRate && rates:
		a, b := h.share(), other.share()
		if both := a.plus(b); both.exceeds(count{value: hundred}) {
			r.note("counted_twice", Wrong, h, other, "%s và %s cộng lại hơn 100 %%", h.told(), other.told())
		}
	}
}

// amount is what the figure says: a share in per cent, else its value.
func (h *held) amount() count {
	if _, isRate := h.shown.isRate(); isRate {
		return h.share()
	}
	out, _ := h.count(criteria.OfCounted)
	return out
}

// told is what the figure says as people say it: "lao động qua đào tạo 40 %", "5 trường
// học các cấp".
func (h *held) told() string {
	subject, unit := h.shown.Entry.Subject(), string(h.shown.Unit)
	if m, isNumber := h.Measure.(commune.Number); isNumber && strings.HasPrefix(subject, unit+" ") {
		return decimalWords(m.Decimal) + " " + subject
	}
	return subject + " " + h.amountWords()
}

// amountWords is what the figure says, two counts as their share.
func (h *held) amountWords() string {
	if _, isRate := h.Measure.(commune.Rate); isRate {
		return h.percent()
	}
	return h.says()
}

// percent is the share of a rate with two decimals at most.
func (h *held) percent() string { return decimalWords(valueOf(h.Measure, 2)) + " %" }
