package binder

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
func (s *Binder) tidy(o *criteria.Overlay) {
	o.Set = s.joined(o.Set)
	slices.SortStableFunc(o.Set, func(a, b *criteria.OverlayRule) int {
		return cmp.Or(byLevel(a.Indicator, b.Indicator), a.From.Compare(b.From.Time), slices.CompareFunc(a.Columns,
			b.Columns, s.byColumn))
	})
	slices.SortStableFunc(o.Add, func(a, b *criteria.Addition) int {
		return byLevel(string(a.Level)+"/"+a.No, string(b.Level)+"/"+b.No)
	})
	used := usedFigures(o)
	unused := func(f *criteria.Figure) bool { return !used[f.ID] && !used[f.LeavesOutOf] }
	o.Figures = slices.DeleteFunc(o.Figures, unused)
}

// joined is rules with one for those that differ in their columns alone; one for all columns
// names none.
func (s *Binder) joined(rules []*criteria.OverlayRule) []*criteria.OverlayRule {
	var out []*criteria.OverlayRule
	at := map[string]int{} // in out, by what the rule says
	for _, set := range rules {
		if !strings.HasPrefix(set.Indicator, string(s.law.Std.Level)+"/") { // the pack may hold other levels'
			out = append(out, set)
			continue
		}
		one := *set
		if len(one.Columns) == 0 {
			one.Columns = s.law.Columns
		}
		says := butColumns(&one)
		if i, said := at[says]; said {
			out[i].Columns = slices.Concat(out[i].Columns, one.Columns)
			continue
		}
		at[says] = len(out)
		out = append(out, &one)
	}
	for _, i := range at {
		inOrder := slices.SortedFunc(slices.Values(out[i].Columns), s.byColumn)
		if out[i].Columns = slices.Compact(inOrder); len(out[i].Columns) == len(s.law.Columns) {
			out[i].Columns = nil
		}
	}
	return out
}

// usedFigures are those that the pack judges by, or leaves out of others.
func usedFigures(o *criteria.Overlay) map[string]bool {
	used := map[string]bool{}
	pack := criteria.Library{Overlays: []*criteria.Overlay{o}}
	for _, rule := range pack.Rules() {
		rule.EachFigure(func(id string) { used[id] = true })
	}
	for _, l := range o.LeftOut {
		used[l.Figure] = true
	}
	return used
}

func (s *Binder) byColumn(a, b criteria.Region) int {
	return cmp.Compare(slices.Index(s.law.Columns, a), slices.Index(s.law.Columns, b))
}

// butColumns is a rule as its pack says it, but for its columns.
func butColumns(set *criteria.OverlayRule) string {
	one := *set
	one.Columns = nil
	return Text(&one)
}

// Text is what a pack, or a part of one, says. It cannot fail of what was read from a pack or is to
// be written to one.
func Text(part any) string {
	text, err := packs.Text(part)
	if err != nil {
		panic("binder: " + err.Error())
	}
	return text
}

// byLevel orders indicators as the standards do: by level, then by number.
func byLevel(a, b string) int {
	levelA, noA, _ := strings.Cut(a, "/")
	levelB, noB, _ := strings.Cut(b, "/")
	rank := func(level string) int { return slices.Index(criteria.Levels, criteria.Level(level)) }
	return cmp.Or(cmp.Compare(rank(levelA), rank(levelB)), byNumber(noA, noB))
}

// byNumber orders numbers: 2.9 before 2.10, and conditions, which have words,
// last.
func byNumber(a, b string) int {
	return slices.CompareFunc(strings.Split(a, "."), strings.Split(b, "."), func(x, y string) int {
		return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y))
	})
}
