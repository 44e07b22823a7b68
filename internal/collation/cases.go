package collation

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/threshold"
	"ntm/internal/vi"

	"github.com/shopspring/decimal"
)

// EitherWay is what stands for the case of a line of which another of the same part is
// enough as well: "hoặc (1)".
const EitherWay = "hoặc"

// mostSchools is how many schools of a commune are looked at: none has more.
const mostSchools = 60

// unfold makes of what columns ask by cases, or as one of several, an item for each case:
// the names of the cases by the items. Where the columns' cases are not the same, or leave
// a commune out, nothing is unfolded.
func unfold(columns []criteria.Region, at map[criteria.Region][]item) []string {
	var kind *item
	isPlain := false
	for _, c := range columns {
		if len(at[c]) > 1 {
			return nil
		}
		if len(at[c]) == 0 {
			continue
		}
		switch one := &at[c][0]; {
		case one.reading.Kind == threshold.Unread:
			return nil // it may have cases of its own
		case !isUnfolding(&one.reading):
			isPlain = true
		case kind == nil:
			kind = one
		case !sameCases(&kind.reading, &one.reading):
			return nil
		}
	}
	if kind == nil || isPlain && kind.reading.Kind == threshold.OneOf || kind.reading.Kind == threshold.ByCase &&
		gapOf(kind.reading.Parts) != "" {
		return nil
	}
	names := make([]string, len(kind.reading.Parts))
	for i, p := range kind.reading.Parts {
		if names[i] = fmt.Sprintf("%s (%d)", EitherWay, i+1); kind.reading.Kind == threshold.ByCase {
			names[i] = caseName(p.Count)
		}
	}
	for _, c := range columns {
		if len(at[c]) == 0 {
			continue
		}
		one := at[c][0]
		at[c] = nil
		for i := range names {
			part := one
			if isUnfolding(&one.reading) {
				part.reading = one.reading.Parts[i]
			}
			at[c] = append(at[c], part)
		}
	}
	return names
}

func isUnfolding(r *threshold.Reading) bool { return r.Kind == threshold.OneOf || r.BySchools() }

// sameCases tells whether two readings have the same cases in the same order.
func sameCases(a, b *threshold.Reading) bool {
	return a.Kind == b.Kind && slices.EqualFunc(a.Parts, b.Parts, func(p, q threshold.Reading) bool {
		if a.Kind == threshold.OneOf {
			return p.Unit == q.Unit && vi.FoldTone(p.Of) == vi.FoldTone(q.Of)
		}
		return sameCount(p.Count, q.Count)
	})
}

func sameCount(a, b *threshold.Reading) bool {
	least, most := a.Within()
	least2, most2 := b.Within()
	return least == least2 && most == most2
}

// caseName says a case so that it can be read again.
func caseName(count *threshold.Reading) string {
	switch least, most := count.Within(); {
	case most == 0:
		return fmt.Sprintf("xã có từ %d trường trở lên", least)
	case least == most:
		return fmt.Sprintf("xã có %d trường", least)
	case least <= 1:
		return fmt.Sprintf("xã có từ %d trường trở xuống", most)
	default:
		return fmt.Sprintf("xã có từ %d đến %d trường", least, most)
	}
}

// Gap is the first number of schools that not just one of the cases is for, and those that are; 0 where there is none.
func Gap[T any](cases []T, within func(T) (least, most int64)) (n int64, found []T) {
	for n := int64(1); n <= mostSchools; n++ {
		found := list.Where(cases, func(one T) bool {
			least, most := within(one)
			return n >= least && (most == 0 || n <= most)
		})
		if len(found) != 1 {
			return n, found
		}
	}
	return 0, nil
}

// gapOf says which communes none of the cases is for, or more than one.
func gapOf(parts []threshold.Reading) string {
	n, found := Gap(parts, func(p threshold.Reading) (least, most int64) { return p.Count.Within() })
	switch {
	case len(found) > 1:
		return fmt.Sprintf("hai trường hợp cùng nói xã có %d trường", n)
	case n > 0:
		return fmt.Sprintf("không trường hợp nào nói xã có %d trường", n)
	}
	return ""
}

// waysOf finds the part of a rule that asks differently by how many schools there are: the
// path of each way, by the fewest schools first. "" where the rule has none.
func (r *Collation) waysOf(s *Slot) (path string, ways []way) {
	var visit func(ask *criteria.Ask, at string)
	visit = func(ask *criteria.Ask, at string) {
		if found := r.waysIn(ask, at); found != nil {
			path, ways = cmp.Or(path, at, "."), found
			return
		}
		for i, part := range ask.Parts() {
			visit(part, criteria.PartPath(at, i))
		}
	}
	visit(&s.Standing.Rule.Ask, "")
	return path, ways
}

// way is one of those of a rule: the paths of its case and of what it asks, and the case.
type way struct {
	fact, goal  string
	least, most int64
}

func (r *Collation) waysIn(ask *criteria.Ask, at string) []way {
	var out []way
	for i, one := range ask.AnyOf {
		if len(one.AllOf) != 2 { //nolint:mnd // a case and what is asked in it
			return nil
		}
		w := way{}
		for k, leaf := range one.AllOf {
			path := criteria.PartPath(criteria.PartPath(at, i), k)
			f := r.law.Lib.Figures[leaf.Figure]
			switch table := leaf.Table(); {
			case len(leaf.Parts()) > 0 || f == nil:
				return nil
			case leaf.Case && f.Unit == "trường" && table != nil && len(table.Cells) == 1:
				w.fact = path
				w.least, w.most = within(leaf.Op(), table.Cells[0].Value.IntPart())
			default:
				w.goal = path
			}
		}
		if w.fact == "" || w.goal == "" {
			return nil
		}
		out = append(out, w)
	}
	slices.SortStableFunc(out, func(a, b way) int { return cmp.Compare(a.least, b.least) })
	return out
}

func within(op criteria.Op, n int64) (least, most int64) {
	count := threshold.Reading{Op: opOf(op), Number: decimal.NewFromInt(n)}
	return count.Within()
}

// ofCase is what a list by how many schools there are asks of a slot, where the rule has
// as many ways as the list has cases; a word why where it does not. Neither where the slot is of another part of the
// rule.
func (s *Slot) ofCase(list item, ways []way) (mine *item, why string) {
	parts := slices.Clone(list.reading.Parts)
	slices.SortStableFunc(parts, func(a, b threshold.Reading) int {
		first, _ := a.Count.Within()
		second, _ := b.Count.Within()
		return cmp.Compare(first, second)
	})
	if gap := gapOf(parts); gap != "" {
		return nil, gap
	}
	if len(parts) != len(ways) {
		return nil, fmt.Sprintf("quyết định chia %d trường hợp theo số trường, chương trình chia %d", len(parts),
			len(ways))
	}
	i := slices.IndexFunc(ways, func(w way) bool { return s.Path == w.fact || s.Path == w.goal })
	if i < 0 {
		return nil, ""
	}
	if list.reading = parts[i]; s.Path == ways[i].goal {
		return &list, ""
	}
	list.reading = *parts[i].Count
	if least, most := parts[i].Count.Within(); least == ways[i].least && most == ways[i].most {
		list.reading = threshold.Reading{Kind: threshold.Value, Op: opOf(s.Asked.Op), Number: s.Asked.Value,
			Unit: "trường"}
	} else if most != 0 && least > 1 {
		return nil, "trường hợp này có cả số ít nhất và số nhiều nhất: ghi ở bộ quy định của cơ quan"
	}
	return &list, ""
}

// opOf is the comparison of a threshold that stands, as one that is read.
func opOf(op criteria.Op) threshold.Op {
	for read, stands := range ops {
		if stands == op {
			return read
		}
	}
	return threshold.Bare
}

// besides are the parts of a rule that are not of its ways.
func besides(path string, leaves []*criteria.Ask, paths []string) (kept []*criteria.Ask, at []string) {
	for i, p := range paths {
		if path != "." && !strings.HasPrefix(p, path+".") {
			kept, at = append(kept, leaves[i]), append(at, p)
		}
	}
	return kept, at
}
