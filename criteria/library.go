package criteria

import (
	"fmt"
	"iter"
	"slices"
	"sync"

	"ntm/criteria/division"
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
	// NationOnly says why an office's own packs do not lie over those of the program, where
	// they were asked for; "" where nothing is missing.
	NationOnly string
	// Division is who in the office's communes answers for which figure; nil is the program's own.
	Division *division.Division

	laws sync.Map // that were laid, by lawKey

	most  sync.Once
	mosts map[string]bool // the figures of which less is better
}

// CheckedBy refuses thresholds that were confirmed on a day that has not come. The error
// is a problem.List.
func (lib *Library) CheckedBy(today Date) error {
	var out problem.List
	check := func(at Pos, on Date) {
		if on.After(today.Time) {
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
	return first(lib.Standards, func(s *Standard) bool { return s.Level == level && s.Years.Contain(year) })
}

// StandardIn gives the standard of a level for a year in a province, "" for any: one that
// is the level of another province holds for nobody here.
func (lib *Library) StandardIn(level Level, year int, province string) (*Standard, bool) {
	return first(lib.Standards, func(s *Standard) bool {
		return s.Level == level && s.Years.Contain(year) &&
			(province == "" || s.Province == "" || vi.Fold(s.Province) == vi.Fold(province))
	})
}

// Procedure gives the procedure of a year.
func (lib *Library) Procedure(year int) (*Procedure, bool) {
	return first(lib.Procedures, func(p *Procedure) bool { return p.Years.Contain(year) })
}

// StandardByID finds a standard by its id, such as ntm-2021-2025.
func (lib *Library) StandardByID(id string) (*Standard, bool) {
	return first(lib.Standards, func(s *Standard) bool { return s.ID == id })
}

// first is the first of those for which it is so.
func first[T any](all []*T, is func(*T) bool) (*T, bool) {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], true
	}
	return nil, false
}

// standards are those of a year in a province, "" for any, from the lowest level.
func (lib *Library) standards(year int, province string) iter.Seq[*Standard] {
	return func(yield func(*Standard) bool) {
		for _, level := range Levels {
			if std, ok := lib.StandardIn(level, year, province); ok && !yield(std) {
				return
			}
		}
	}
}

// Rules gives every rule of every pack.
func (lib *Library) Rules() iter.Seq[*Rule] {
	return func(yield func(*Rule) bool) {
		for _, std := range lib.Standards {
			if !std.rules(yield) {
				return
			}
		}
		for _, p := range lib.Procedures {
			if !rulesOf(p.Conditions, yield) {
				return
			}
		}
		for _, o := range lib.Overlays {
			if !o.rules(yield) {
				return
			}
		}
	}
}

// rules gives each rule of the standard until one is enough.
func (s *Standard) rules(yield func(*Rule) bool) bool {
	return !slices.ContainsFunc(s.Criteria, func(c *Criterion) bool { return !c.rules(yield) })
}

func (c *Criterion) rules(yield func(*Rule) bool) bool {
	for _, ind := range c.Indicators {
		for _, rule := range ind.Rules {
			if !yield(rule) {
				return false
			}
		}
	}
	return true
}

// rules gives each rule of the overlay, of what it adds and of what it sets.
func (o *Overlay) rules(yield func(*Rule) bool) bool {
	return !slices.ContainsFunc(o.Add, func(a *Addition) bool { return !a.rules(yield) }) &&
		rulesOf(o.Conditions, yield) &&
		!slices.ContainsFunc(o.Set, func(set *OverlayRule) bool { return !yield(&set.Rule) })
}

func rulesOf(conditions []*Condition, yield func(*Rule) bool) bool {
	for _, c := range conditions {
		for _, rule := range c.Rules {
			if !yield(rule) {
				return false
			}
		}
	}
	return true
}
