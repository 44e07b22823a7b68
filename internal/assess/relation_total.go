package assess

import (
	"cmp"
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// total adds what the figure says of its total to what others say of the same one.
func (r *relating) total(h *held, rel *criteria.Relation) {
	own, known := h.count(criteria.OfTotal)
	if !known {
		return
	}
	i := slices.IndexFunc(r.totals, func(t sharedTotal) bool {
		return t.id == rel.To && t.of == rel.CountOf() && t.year == h.shown.Year
	})
	if i < 0 {
		i = len(r.totals)
		r.totals = append(r.totals, sharedTotal{id: rel.To, of: rel.CountOf(), year: h.shown.Year})
		if other := r.other(h, rel); other != nil {
			if theirs, given := other.count(rel.CountOf()); given {
				r.totals[i].says = []saysTotal{{other, other.called(rel.CountOf()), theirs}}
			}
		}
	}
	t := &r.totals[i]
	t.says = append(t.says, saysTotal{h, h.called(criteria.OfTotal), own})
	t.drift = max(t.drift, rel.Drift)
}

// totalOf is the total of the figure as others give it, false where none does or two
// differ.
func (r *relating) totalOf(h *held) (count, bool) {
	is := func(t *sharedTotal) bool {
		for _, rel := range h.shown.Entry.Relations {
			if rel.SharesTotal() && rel.To == t.id && rel.CountOf() == t.of {
				return t.year == h.shown.Year
			}
		}
		return t.id == h.ID && t.of == criteria.OfTotal && t.year == h.shown.Year
	}
	for i := range r.totals {
		if t := &r.totals[i]; is(t) && !t.differ() {
			return t.surest(), true
		}
	}
	// A figure that only counts what the rate is of, and that no rate with counts shares.
	for _, rel := range h.shown.Entry.Relations {
		if rel.SharesTotal() {
			if other := r.other(h, &rel); other != nil {
				return other.count(rel.CountOf())
			}
		}
	}
	return count{}, false
}

// differ tells whether two figures say the total differently.
func (t *sharedTotal) differ() bool {
	first := t.says[0].total
	for i, s := range t.says {
		if s.total.differs(first) {
			return true
		}
		if s.total.bound == "" && first.bound == "" {
			continue
		}
		for _, other := range t.says[:i] { // two may differ of which a bound takes both
			if s.total.differs(other.total) {
				return true
			}
		}
	}
	return false
}

// surest is the total as an exact figure says it, else as the first does.
func (t *sharedTotal) surest() count {
	for _, s := range t.says {
		if s.total.bound == "" {
			return s.total
		}
	}
	return t.says[0].total
}

// sayTotals tells of totals that should be one and are not.
func (r *relating) sayTotals() {
	for i := range r.totals {
		t := &r.totals[i]
		if !t.differ() {
			continue
		}
		slices.SortFunc(t.says, func(a, b saysTotal) int { // in whichever order they were reported
			return cmp.Or(a.total.value.Cmp(b.total.value), cmp.Compare(a.by.ID, b.by.ID))
		})
		least, most := t.says[0].total, t.says[0].total
		for _, s := range t.says {
			least.value, most.value = decimal.Min(least.value, s.total.value), decimal.Max(most.value, s.total.value)
		}
		first := t.says[0]
		f := r.c.note("totals_differ", apart(most, least, t.drift), first.by.ID, "%s phải là một số, nhưng đang ghi %s",
			first.name, t.words())
		f.Beside = true
		for _, s := range t.says[1:] {
			f.Figures = append(f.Figures, s.by.ID)
		}
	}
}

// mostTotals is how many figures that say the same are named one by one.
const mostTotals = 2

// words are the totals, each with the figures that say so: "7 thôn (A), 8 thôn (B và 2
// số liệu khác)".
func (t *sharedTotal) words() string {
	var values []string
	names := map[string][]string{}
	for _, s := range t.says {
		value := s.by.number(s.total)
		values = list.Once(values, value)
		names[value] = append(names[value], s.by.shown.Entry.Name)
	}
	return vi.List("; ", values, func(value string) string {
		all, more := names[value], ""
		if n := len(all) - mostTotals; n > 0 {
			all, more = all[:mostTotals], fmt.Sprintf(" và %d số liệu khác", n)
		}
		return fmt.Sprintf("%s (%s%s)", value, vi.Join("; ", all...), more)
	})
}
