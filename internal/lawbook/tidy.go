package lawbook

import (
	"cmp"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/criteria/packs"
)

// tidy brings a pack into the order of the standard, writes rules that differ
// in their columns alone as one, and drops figures that nothing judges any
// more.
func (s *officePacks) tidy(o *criteria.Overlay) {
	var out []*criteria.OverlayRule
	at := map[string]int{} // in out, by what the rule says
	for _, set := range o.Set {
		if !s.concerns(set) {
			out = append(out, set)
			continue
		}
		one := *set
		if len(one.Columns) == 0 {
			one.Columns = s.law.Columns
		}
		says := butColumns(&one)
		if i, said := at[says]; said {
			out[i].Columns = slices.Compact(slices.SortedFunc(slices.Values(slices.Concat(out[i].Columns,
				one.Columns)), s.byColumn))
			continue
		}
		at[says] = len(out)
		out = append(out, &one)
	}
	for _, set := range out {
		if s.concerns(set) {
			set.Columns = slices.SortedFunc(slices.Values(set.Columns), s.byColumn)
		}
		if s.concerns(set) && len(set.Columns) == len(s.law.Columns) {
			set.Columns = nil
		}
	}
	slices.SortStableFunc(out, func(a, b *criteria.OverlayRule) int {
		return cmp.Or(byLevel(a.Indicator, b.Indicator), a.From.Compare(b.From.Time), slices.CompareFunc(a.Columns,
			b.Columns, s.byColumn))
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
	for _, c := range o.Conditions {
		for _, rule := range c.Rules {
			mark(&rule.Ask, used)
		}
	}
	for _, l := range o.LeftOut {
		used[l.Figure] = true
	}
	delete(used, "") // of rules that leave the figure to what they override
	unused := func(f *criteria.Figure) bool { return !used[f.ID] && !used[f.LeavesOutOf] }
	o.Figures = slices.DeleteFunc(o.Figures, unused)
}

// concerns tells whether a rule is for the standard's level; the pack may hold
// others.
func (s *officePacks) concerns(set *criteria.OverlayRule) bool {
	return strings.HasPrefix(set.Indicator, string(s.law.Std.Level)+"/")
}

func (s *officePacks) byColumn(a, b criteria.Region) int {
	return cmp.Compare(slices.Index(s.law.Columns, a), slices.Index(s.law.Columns, b))
}

// butColumns is a rule as its pack says it, but for its columns.
func butColumns(set *criteria.OverlayRule) string {
	one := *set
	one.Columns = nil
	return textOf(&one)
}

// textOf is what a pack says. It cannot fail of what was read from a pack or is to
// be written to one.
func textOf(part any) string {
	text, err := packs.Text(part)
	if err != nil {
		panic("lawbook: " + err.Error())
	}
	return text
}

// mark notes the figures that an ask judges.
func mark(ask *criteria.Ask, used map[string]bool) {
	ask.Leaves(func(_ string, leaf *criteria.Ask) { used[leaf.Figure] = true })
}
