package draw

import (
	"math"

	"ntm/internal/list"
)

// keepWhole is the share of a page up to which a group of rows is not divided.
const keepWhole = 0.2

// Keep binds the rows of a group from its first to the last one laid down: all of
// them if they are few, else as many as its deep cell needs for its words.
func (s *Sheet) Keep(first int) {
	whole := 0.0
	for _, r := range s.Rows[first-1:] {
		whole += r.Height
	}
	if whole <= keepWhole*s.Page.height() {
		s.Bind(first)
		return
	}
	need := 0.0
	for i := range s.Rows[first-1].Cells {
		if c := &s.Rows[first-1].Cells[i]; c.Deep {
			need = c.Height(s.Widths[i])
		}
	}
	for i := first - 1; i < len(s.Rows)-1; i++ {
		s.Rows[i].Bound = true
		if need -= s.Rows[i].Height; need <= s.Rows[i+1].Height {
			return
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
// at the foot of a page, and the name of a criterion, which stands in one cell
// beside all its indicators, is not cut in two. Rows that grow as they are filled
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
	room := s.Page.height() * 100 / float64(s.scale())
	var out []int
	used := 0.0
	for first := 0; first < len(s.Rows); {
		last, block := first, heights[first]
		for s.Rows[last].Bound && last+1 < len(s.Rows) {
			last++
			block += heights[last]
		}
		if used > 0 && used+block > room {
			out = append(out, first+1)
			used = 0
			if head := s.Head.Row; head > 0 && first >= head {
				used = heights[head-1]
			}
		}
		if used += block; used > room { // a block longer than a page
			used = math.Mod(used, room)
		}
		first = last + 1
	}
	return out
}
