package draw

import (
	"math"
	"slices"

	"ntm/internal/list"
)

// The shares of a page up to which rows are not divided: a group, and what is one thing.
const (
	keepWhole = 0.2
	keepThing = 0.4
)

// Keep keeps the rows of a group together, from its first to the last one laid down: all
// of them if they are few, else the first two and the last two.
func (s *Sheet) Keep(first int) {
	s.kept = append(s.kept, kept{first, len(s.Rows), keepWhole})
}

// KeepWhole does so with rows that say one thing, of which more are kept together.
func (s *Sheet) KeepWhole(first int) {
	s.kept = append(s.kept, kept{first, len(s.Rows), keepThing})
}

// kept are rows that are kept together if they are no more than a share of the page.
type kept struct {
	first, last int
	most        float64
}

func (s *Sheet) bindGroup(g kept) {
	whole := 0.0
	for _, r := range s.Rows[g.first-1 : g.last] {
		whole += r.Height
	}
	for row := g.first; row < g.last; row++ {
		if whole <= g.most*s.Page.Room() || row == g.first || row == g.last-1 {
			s.Rows[row-1].Bound = true
		}
	}
}

// Pages is on how many pages the sheet is printed, by the breaks that are written into it.
// The sheet must be laid down whole. Of rows that grow as they are filled in nobody knows:
// they count as one page.
func (s *Sheet) Pages() int {
	s.settle()
	return 1 + len(s.pageBreaks())
}

// pageBreaks are the cells before which a page ends.
func (s *Sheet) pageBreaks() []string {
	if s.Page.Across > 0 {
		return []string{Ref(s.Page.Across, 1)}
	}
	return list.Map(s.breaks(), func(row int) string { return Ref(1, row) })
}

// breaks lists the rows before which a page ends: a heading is not left behind
// at the foot of a page, nor a row alone on the last one. Rows that grow as they are filled
// in break where the program that prints finds the paper full.
func (s *Sheet) breaks() []int {
	if s.Page.Single {
		return nil
	}
	heights := make([]float64, len(s.Rows))
	for i, r := range s.Rows {
		switch {
		case r.Hidden:
		case r.Height == 0:
			return nil
		default:
			heights[i] = r.Height
		}
	}
	room := s.Page.Room() * 100 / float64(s.scale())
	var out []int
	var blocks []block
	used := 0.0
	for first := 0; first < len(s.Rows); {
		last, height := first, heights[first]
		for s.Rows[last].Bound && last+1 < len(s.Rows) {
			last++
			height += heights[last]
		}
		if used > 0 && used+height > room {
			out = append(out, first+1)
			used = 0
			if head := s.Head.Row; head > 0 && first >= head {
				used = heights[head-1]
			}
		}
		if used += height; used > room { // a block longer than a page
			used = math.Mod(used, room)
		}
		blocks = append(blocks, block{first, height})
		first = last + 1
	}
	return s.notAlone(out, blocks, room-used, room)
}

// block is rows that stay on one page, from the first on.
type block struct {
	first  int
	height float64
}

// The last page of several has so many rows at least, and so much of it is used.
const (
	fewOnPage  = 3
	littleUsed = 0.15
)

// notAlone moves the last break up, so that the last page has more than a row or two; free
// is the room left on it, out of room.
func (s *Sheet) notAlone(breaks []int, blocks []block, free, room float64) []int {
	if len(breaks) == 0 {
		return breaks
	}
	final, above := len(breaks)-1, 0
	if final > 0 {
		above = breaks[final-1] - 1
	}
	for _, b := range slices.Backward(blocks) {
		switch {
		case b.first >= breaks[final]-1:
			continue
		case len(s.Rows)-breaks[final]+1 >= fewOnPage && room-free >= littleUsed*room, b.first <= above,
			b.height > free:
			return breaks
		}
		breaks[final] = b.first + 1
		free -= b.height
	}
	return breaks
}
