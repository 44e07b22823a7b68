package criteria

import (
	"fmt"
	"iter"
	"slices"
	"sync"

	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Library is a set of packs that was loaded and checked whole.
type Library struct {
	Figures    map[string]*Figure
	FigureList []*Figure // in the dictionary's order
	Standards  []*Standard
	Overlays   []*Overlay
	Procedures []*Procedure

	laws sync.Map // that were laid, by lawKey
}

// CheckedBy refuses thresholds that were confirmed on a day that has not come. The error
// is a problem.List.
func (lib *Library) CheckedBy(today Date) error {
	var out problem.List
	check := func(at Pos, on Date) {
		if !on.IsZero() && on.After(today.Time) {
			out.Add(problem.Problem{
				File: at.File, Line: at.Line, Column: at.Column,
				Message: fmt.Sprintf("ngưỡng ghi là đã xác nhận ngày %s, ngày chưa đến; hôm nay là %s", on, today),
				Hint:    "ghi đúng ngày đã đối chiếu với quyết định; ngày của máy sai thì chỉnh lại ngày của máy",
			})
		}
	}
	for rule := range lib.Rules() {
		check(rule.Pos, rule.CheckedOn)
	}
	for _, o := range lib.Overlays {
		for _, rule := range o.LeftOut {
			check(rule.Pos, rule.CheckedOn)
		}
	}
	return out.Err()
}

// Standard gives the standard of a level for a year.
func (lib *Library) Standard(level Level, year int) (*Standard, bool) {
	i := slices.IndexFunc(lib.Standards, func(s *Standard) bool { return s.Level == level && s.Years.Contain(year) })
	if i < 0 {
		return nil, false
	}
	return lib.Standards[i], true
}

// StandardIn gives the standard of a level for a year in a province, "" for any: one that
// is the level of another province holds for nobody here.
func (lib *Library) StandardIn(level Level, year int, province string) (*Standard, bool) {
	std, ok := lib.Standard(level, year)
	if ok && province != "" && std.Province != "" && vi.Fold(std.Province) != vi.Fold(province) {
		return nil, false
	}
	return std, ok
}

// Procedure gives the procedure of a year.
func (lib *Library) Procedure(year int) (*Procedure, bool) {
	i := slices.IndexFunc(lib.Procedures, func(p *Procedure) bool { return p.Years.Contain(year) })
	if i < 0 {
		return nil, false
	}
	return lib.Procedures[i], true
}

// StandardByID finds a standard by its id, such as ntm-2021-2025.
func (lib *Library) StandardByID(id string) (*Standard, bool) {
	i := slices.IndexFunc(lib.Standards, func(s *Standard) bool { return s.ID == id })
	if i < 0 {
		return nil, false
	}
	return lib.Standards[i], true
}

// Rules gives every rule of every pack.
func (lib *Library) Rules() iter.Seq[*Rule] {
	return func(yield func(*Rule) bool) {
		var lists [][]*Rule
		criterion := func(c *Criterion) {
			for _, ind := range c.Indicators {
				lists = append(lists, ind.Rules)
			}
		}
		for _, std := range lib.Standards {
			for _, c := range std.Criteria {
				criterion(c)
			}
		}
		for _, p := range lib.Procedures {
			for _, cond := range p.Conditions {
				lists = append(lists, cond.Rules)
			}
		}
		for _, o := range lib.Overlays {
			for _, a := range o.Add {
				criterion(&a.Criterion)
			}
			for _, cond := range o.Conditions {
				lists = append(lists, cond.Rules)
			}
			for _, set := range o.Set {
				lists = append(lists, []*Rule{&set.Rule})
			}
		}
		for _, rule := range slices.Concat(lists...) {
			if !yield(rule) {
				return
			}
		}
	}
}
