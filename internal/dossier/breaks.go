package dossier

import "math"

// keepWhole is the share of a page up to which a criterion is not divided.
const keepWhole = 0.2

// keep binds the rows of a criterion from its first to the last one laid down:
// all of them if they are few, else as many as its deep cell needs for its
// words.
func (s *sheet) keep(first int) {
	whole := 0.0
	for _, r := range s.rows[first-1:] {
		whole += r.height
	}
	if whole <= keepWhole*s.page.height() {
		s.bind(first)
		return
	}
	need := 0.0
	for i, c := range s.rows[first-1].cells {
		if c.deep {
			need = c.height(s.widths[i])
		}
	}
	for i := first - 1; i < len(s.rows)-1; i++ {
		s.rows[i].bound = true
		if need -= s.rows[i].height; need <= s.rows[i+1].height {
			return
		}
	}
}

// breaks lists the rows before which a page ends: a heading is not left behind
// at the foot of a page, and the name of a criterion, which stands in one cell
// beside all its indicators, is not cut in two.
func (s *sheet) breaks() []int {
	if s.page.single {
		return nil
	}
	var out []int
	used := 0.0
	for first := 0; first < len(s.rows); {
		last, block := first, s.rows[first].height
		for s.rows[last].bound && last+1 < len(s.rows) {
			last++
			block += s.rows[last].height
		}
		if used > 0 && used+block > s.page.height() {
			out = append(out, first+1)
			used = 0
			if s.headRow > 0 && first >= s.headRow {
				used = s.rows[s.headRow-1].height
			}
		}
		if used += block; used > s.page.height() { // a block longer than a page
			used = math.Mod(used, s.page.height())
		}
		first = last + 1
	}
	return out
}
