package decision

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/list"
)

// splitLevels makes an annex whose columns are for several levels, "Xã nông thôn mới | Xã
// nông thôn mới nâng cao", an annex a level. One with a column that names none stays as
// it is, and the columns that speak of another level are marked.
func (f *finder) splitLevels() {
	var out []*Annex
	for _, a := range f.Annexes {
		levels := a.levels()
		if len(levels) < 2 || slices.Contains(levels, "") {
			out = append(out, a)
			continue
		}
		for _, level := range levels {
			out = append(out, a.only(level))
		}
	}
	f.Annexes = out
}

// levels are those that the columns of an annex are for, in their order.
func (a *Annex) levels() []string {
	var out []string
	for _, row := range a.Rows {
		for _, c := range row.Cells {
			out = list.Once(out, c.Column.Level)
		}
	}
	return out
}

// only is an annex with the columns of one level.
func (a *Annex) only(level string) *Annex {
	one := *a
	one.Level, one.isLeveled, one.Rows = level, true, nil
	one.Doubts = slices.Clone(a.Doubts)
	if name := criteria.Level(level).Title(); name != "" {
		one.Title += " (cột " + name + ")"
	}
	for _, row := range a.Rows {
		mine := row.clone()
		mine.Cells = list.Where(mine.Cells, func(c *Cell) bool { return c.Column.Level == level })
		if len(mine.Cells) > 0 {
			one.Rows = append(one.Rows, mine)
		}
	}
	return &one
}
