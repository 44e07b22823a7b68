package collation

import (
	"fmt"
	"slices"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/matching"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// say is what the papers say of a slot in a year and a column: the last that says
// anything.
func (r *Collation) say(s *Slot, year int, column criteria.Region) *Said {
	out := &Said{Kind: Absent}
	all := r.about[s.Topic.Topic]
	for i := len(all) - 1; i >= 0; i-- {
		if !r.speaks(all[i].paper, s) {
			out.Why = []string{otherTime}
			continue
		}
		if since := reworded(s, &all[i]); !since.IsZero() {
			out.Why = []string{fmt.Sprintf("quyết định ghi nội dung cũ của chỉ tiêu này, ban hành trước khi nội dung "+
				"được sửa (từ %s): mức ấy không xét cho nội dung mới", vi.Date(since.Time))}
			continue
		}
		items := itemsAt(all[i].paper.Annex, all[i].rows, year, inZone{column, s.zone.id})
		if len(items) == 0 {
			continue
		}
		out.Paper, out.Kind, out.Why = all[i].paper, Same, nil
		out.Words = wordsOf(items)
		out.doubt(all[i].doubt, all[i].paper.Foreign)
		r.lay(s, year, column, items, out)
		return out
	}
	for i := range all {
		if r.speaks(all[i].paper, s) && reworded(s, &all[i]).IsZero() && hasYear(all[i].rows, year) {
			out.doubt("quyết định có chỉ tiêu này nhưng không có mức cho cột này")
		}
	}
	return out
}

// lay holds what is asked against the slot.
func (r *Collation) lay(s *Slot, year int, column criteria.Region, items []item, out *Said) {
	mine, why := r.itemFor(s, items)
	if whole := r.saidOfWhole(s, items, out.Paper.Layer); mine == nil && whole != nil {
		if s.Ask != whole {
			out.Kind, out.Why = Absent, append(out.Why, "quyết định chỉ ghi mức chung, không nói đến "+
				"phần này: giữ mức của "+s.Standing.Doc.String())
			return
		}
		mine, why = &items[0], ""
	}
	if mine == nil {
		parts, _ := s.leaves()
		out.isOther = items[0].reading.Kind == threshold.Value && len(items) > len(parts)
		if s.ruledAbove(items, out.Paper.Layer) {
			out.Kind, out.Why = Absent, append(out.Why, "quyết định chỉ ghi Đạt: phần này giữ mức của "+
				s.Standing.Doc.String())
			return
		}
		out.doubt(why)
		return
	}
	out.doubt(why)
	out.doubt(mine.doubts...)
	if mine.isOfName {
		out.Words += "\n[nội dung chỉ tiêu: " + mine.reading.Words + "]"
	}
	if s.Ask.Relative != nil {
		r.multiple(s, year, column, mine, out)
		return
	}
	if s.Standing.Prerequisite != nil || s.Asked.Figure == nil {
		out.doubt("dòng này không xét theo số liệu nào")
		return
	}
	j := judged{figure: s.Asked.Figure, name: mine.name, op: s.Asked.Op, text: s.Asked.Text}
	asks, why := j.demand(&mine.reading)
	if open := setsNothing(s, &mine.reading); open != "" {
		out.doubt(open)
		return
	}
	if asks.Op == criteria.NotAsked && s.Path != "" {
		asks, why = Demand{}, "một phần của chỉ tiêu ghi không áp dụng: ghi ở bộ quy định của cơ quan"
	}
	if asks.Op == "" {
		out.isOther = mine.reading.Kind == threshold.Value
		out.doubt(why)
		return
	}
	out.doubt(why)
	r.compare(s, asks, out)
}

// itemFor is the item that a slot is about: the only one, or of several the one whose
// words are those of the slot's figure.
func (r *Collation) itemFor(s *Slot, items []item) (*item, string) {
	leaves, paths := s.leaves()
	at := slices.IndexFunc(items, func(i item) bool { return i.reading.BySchools() })
	if path, ways := r.waysOf(s); at >= 0 && path != "" {
		if one, why := s.ofCase(items[at], ways); one != nil || why != "" {
			return one, why
		}
		if items = slices.Delete(slices.Clone(items), at, at+1); len(items) == 0 {
			return nil, "phần này không có mức ở ô, xem ở nội dung chỉ tiêu"
		}
		leaves, paths = besides(path, leaves, paths)
	}
	mine := slices.Index(paths, s.Path)
	switch {
	case len(leaves) == 1 && len(items) == 1:
		return &items[0], ""
	case len(leaves) == 1:
		return nil, fmt.Sprintf("quyết định ghi %d mức ở đây, chương trình có một", len(items))
	case len(items) == 1:
		kind := items[0].reading.Kind
		if kind == threshold.Province || kind == threshold.Word && s.Asked.Figure.Unit == criteria.Declared {
			return &items[0], ""
		}
		return r.sharedBy(s, &items[0], leaves, mine)
	case len(items) != len(leaves):
		return nil, fmt.Sprintf("quyết định ghi %d mức, chương trình chia %d phần", len(items), len(leaves))
	}
	if order, ok := r.byUnit(leaves, items); ok {
		return &items[order[mine]], ""
	}
	order, sure := r.assign(leaves, items)
	if !sure {
		return &items[order[mine]], "các phần ghép theo thứ tự, chữ không đủ rõ"
	}
	return &items[order[mine]], ""
}

// leaves are the parts of the requirement that a slot is of, and their paths.
func (s *Slot) leaves() (leaves []*criteria.Ask, paths []string) {
	s.Standing.Rule.Leaves(func(path string, leaf *criteria.Ask) {
		leaves, paths = append(leaves, leaf), append(paths, path)
	})
	return leaves, paths
}

// ruledAbove tells whether all that is asked is that a requirement of parts is met, of which a layer above has set
// the threshold: that holds as it stands.
func (s *Slot) ruledAbove(items []item, of criteria.Layer) bool {
	return len(items) == 1 && items[0].reading.Word == "đạt" && len(items[0].doubts) == 0 && s.Asked.Known &&
		layerRank(s.Standing.Doc.Layer) < layerRank(of)
}

// isPartOf tells whether what one figure counts is among what the other does: they are never asked
// one number by saying it once.
func isPartOf(a, b *criteria.Figure) bool { return isAmong(a, b) || isAmong(b, a) }

// isAmong tells whether what a figure counts is among what a whole does.
func isAmong(part, whole *criteria.Figure) bool {
	return slices.ContainsFunc(part.Relations, func(r criteria.Relation) bool {
		return r.Kind == criteria.PartOf && r.To == whole.ID
	})
}

// scoring scores the parts of a requirement by how near the words of their figures are to those of an item.
func (r *Collation) scoring(items []item) func(leaf *criteria.Ask, at int) float64 {
	index := matching.NewIndex(list.Map(items, func(i item) string { return i.name }))
	return func(leaf *criteria.Ask, at int) float64 {
		f := r.law.Lib.Figures[leaf.Figure]
		if f == nil {
			return 0
		}
		return index.Score(f.Name+" "+f.Numerator, at)
	}
}

// assign gives each part of a requirement the item with the nearest words, and tells
// whether no other way is nearly as near.
func (r *Collation) assign(leaves []*criteria.Ask, items []item) (order []int, sure bool) {
	score := r.scoring(items)
	straight := make([]int, len(leaves))
	total := 0.0
	for i, leaf := range leaves {
		straight[i] = i
		total += score(leaf, i)
	}
	for i, a := range leaves { // is there a better way by swapping two?
		for k, b := range leaves[:i] {
			if score(a, k)+score(b, i) > score(a, i)+score(b, k)-0.02 {
				return straight, false
			}
		}
	}
	return straight, total > 0
}
