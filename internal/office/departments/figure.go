package departments

import (
	"slices"

	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/list"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// figure adds what the forms say of a figure; where they differ, nothing.
func (out *Gathered) figure(a *answer, cells map[string]any) {
	said := list.Where(a.rows, func(s said) bool { return s.rec.Has(layout.Measured...) })
	if len(said) == 0 {
		return
	}
	best := said[0]
	differ := false
	for _, s := range said[1:] {
		switch {
		case !out.agree(best.rec, s.rec):
			differ = true
		case counts(s.rec) && !counts(best.rec):
			best = s // the counts say more than the rate that is theirs
		}
	}
	name := nameOf(out.Plan, best.rec)
	if differ {
		t := Twice{ID: a.key, Sheet: a.table.Sheet, Name: name}
		for _, s := range said {
			t.Said = append(t.Said, saying(s, layout.Measured...))
		}
		out.Twice = append(out.Twice, t)
		return
	}
	for _, id := range layout.Measured {
		if w, is := best.rec.Cells[id]; is {
			cells[id] = w.Value
		}
	}
	g := Given{ID: a.key, Name: name, Text: saying(best, layout.Measured...).Text}
	for _, s := range said {
		g.By = list.Once(g.By, by(s.from))
	}
	out.Given = append(out.Given, g)
}

func counts(rec *form.Record) bool {
	if rec.Figure == nil {
		return false
	}
	_, is := rec.Figure.Measure.(commune.Rate)
	return is
}

// agree tells whether two rows say the same of a figure: by what they mean, and where one
// cannot be read by their words.
func (out *Gathered) agree(a, b *form.Record) bool {
	if a.Figure == nil || b.Figure == nil {
		return !slices.ContainsFunc(layout.Measured, func(id string) bool {
			return vi.FoldTone(a.Cells[id].Said) != vi.FoldTone(b.Cells[id].Said)
		})
	}
	year := func(f *commune.Figure) int {
		if f.Year == 0 {
			return out.Plan.Year
		}
		return f.Year
	}
	return year(a.Figure) == year(b.Figure) && same(a.Figure.Measure, b.Figure.Measure)
}

func same(a, b commune.Measure) bool {
	if r, is := b.(commune.Rate); is {
		if _, both := a.(commune.Rate); !both {
			return same(r, a)
		}
	}
	n, isAmount := commune.AmountOf(b)
	switch a := a.(type) {
	case commune.Answer:
		other, is := b.(commune.Answer)
		return is && a == other
	case commune.Rate:
		if other, is := b.(commune.Rate); is {
			return a.Numerator.Equal(other.Numerator) && a.Denominator.Equal(other.Denominator)
		}
		counts := typed.Counts{Numerator: a.Numerator, Denominator: a.Denominator}
		return isAmount && n.Bound == "" && a.Denominator.IsPositive() && counts.Agree(n.Decimal, n.Bound)
	}
	m, is := commune.AmountOf(a)
	return is && isAmount && m.Equal(n.Decimal) && m.Bound == n.Bound
}
