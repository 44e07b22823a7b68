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
	for _, rule := range lib.Rules() {
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
	return lib.StandardIn(level, year, "")
}

// StandardIn gives the standard of a level for a year in a province, "" for any: one that
// is the level of another province holds for nobody here.
func (lib *Library) StandardIn(level Level, year int, province string) (*Standard, bool) {
	return first(lib.Standards, func(s *Standard) bool {
		return s.Level == level && s.Years.Contain(year) && sameProvince(s.Province, province)
	})
}

// sameProvince tells whether what is for one province, "" for every one, is for the other too.
func sameProvince(a, b string) bool { return a == "" || b == "" || vi.Fold(a) == vi.Fold(b) }

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

// Rules are the rules of every pack.
func (lib *Library) Rules() (out []*Rule) {
	for _, std := range lib.Standards {
		out = append(out, std.rules()...)
	}
	for _, p := range lib.Procedures {
		out = append(out, rulesOf(p.Conditions)...)
	}
	for _, o := range lib.Overlays {
		out = append(out, o.rules()...)
	}
	return out
}

// indicators walks the indicators of the standard.
func (s *Standard) indicators(yield func(*Indicator) bool) {
	for _, c := range s.Criteria {
		for _, ind := range c.Indicators {
			if !yield(ind) {
				return
			}
		}
	}
}

func (s *Standard) rules() (out []*Rule) {
	for ind := range s.indicators {
		out = append(out, ind.Rules...)
	}
	return out
}

// rules are those of what the overlay adds and of what it sets.
func (o *Overlay) rules() (out []*Rule) {
	for _, a := range o.Add {
		for _, ind := range a.Indicators {
			out = append(out, ind.Rules...)
		}
	}
	out = append(out, rulesOf(o.Conditions)...)
	for _, set := range o.Set {
		out = append(out, &set.Rule)
	}
	return out
}

func rulesOf(conditions []*Condition) (out []*Rule) {
	for _, c := range conditions {
		out = append(out, c.Rules...)
	}
	return out
}
