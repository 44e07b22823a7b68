package lawbook

import (
	"cmp"
	"slices"
	"strings"

	"ntm/criteria"
)

// tidy brings a pack into the order of the standard, writes rules that differ
// in their columns alone as one, and drops figures that nothing judges any
// more.
func (s *shelf) tidy(o *criteria.Overlay) {
	var out []*criteria.OverlayRule
	for _, set := range o.Set {
		if !s.concerns(set) {
			out = append(out, set)
			continue
		}
		one := *set
		if len(one.Columns) == 0 {
			one.Columns = s.law.columns
		}
		if i := slices.IndexFunc(out, func(have *criteria.OverlayRule) bool { return sameButColumns(have, &one) }); i >= 0 {
			out[i].Columns = slices.Compact(slices.SortedFunc(slices.Values(slices.Concat(out[i].Columns, one.Columns)), s.byColumn))
			continue
		}
		out = append(out, &one)
	}
	for _, set := range out {
		if s.concerns(set) {
			set.Columns = slices.SortedFunc(slices.Values(set.Columns), s.byColumn)
		}
		if s.concerns(set) && len(set.Columns) == len(s.law.columns) {
			set.Columns = nil
		}
	}
	slices.SortStableFunc(out, func(a, b *criteria.OverlayRule) int {
		return cmp.Or(byLevel(a.Indicator, b.Indicator), a.From.Compare(b.From.Time), slices.CompareFunc(a.Columns, b.Columns, s.byColumn))
	})
	o.Set = out
	slices.SortStableFunc(o.Add, func(a, b *criteria.Addition) int {
		return byLevel(string(a.Level)+"/"+a.No, string(b.Level)+"/"+b.No)
	})
	used := map[string]bool{}
	for _, set := range o.Set {
		mark(&set.Ask, used)
	}
	for _, a := range o.Add {
		for _, ind := range a.Indicators {
			for _, rule := range ind.Rules {
				mark(&rule.Ask, used)
			}
		}
	}
	unused := func(f *criteria.Figure) bool { return !used[f.ID] && !used[f.LeavesOutOf] }
	o.Figures = slices.DeleteFunc(o.Figures, unused)
}

// concerns tells whether a rule is for the standard's level; the pack may hold
// others.
func (s *shelf) concerns(set *criteria.OverlayRule) bool {
	return strings.HasPrefix(set.Indicator, string(s.law.std.Level)+"/")
}

func (s *shelf) byColumn(a, b criteria.Region) int {
	return cmp.Compare(slices.Index(s.law.columns, a), slices.Index(s.law.columns, b))
}

// sameButColumns tells whether two rules say the same of different columns.
func sameButColumns(a, b *criteria.OverlayRule) bool {
	text := func(set *criteria.OverlayRule) string {
		one := *set
		one.Columns = nil
		var out strings.Builder
		render(&out, encoder{columns: set.Columns}.setting(&one), 0)
		return out.String()
	}
	return text(a) == text(b)
}

// mark notes the figures that an ask judges.
func mark(ask *criteria.Ask, used map[string]bool) {
	ask.Leaves(func(_ string, leaf *criteria.Ask) { used[leaf.Figure] = true })
}
