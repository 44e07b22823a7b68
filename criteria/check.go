package criteria

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/problem"
	"ntm/internal/yamldoc"
)

// check holds the packs against each other and gives every mistake: a figure
// nobody knows, a day for which an indicator has no rule or two, a threshold
// without a basis.
func (lib *Library) check() problem.List {
	c := checker{lib: lib, ids: map[string]yamldoc.Pos{}}
	for _, f := range lib.FigureList {
		c.figure(f)
	}
	for _, std := range lib.Standards {
		c.standard(std)
	}
	for _, p := range lib.Procedures {
		for _, cond := range p.Conditions {
			for _, level := range Levels {
				c.rules(cond.Rules, cond.Pos, []Level{level}, p.Years)
			}
		}
	}
	for i, o := range lib.Overlays {
		c.overlay(o, lib.Overlays[:i])
	}
	return c.problems
}

type checker struct {
	lib      *Library
	ids      map[string]yamldoc.Pos
	problems problem.List
}

func (c *checker) fail(at yamldoc.Pos, hint, format string, args ...any) {
	c.problems.Add(at.Problem(fmt.Sprintf(format, args...), hint))
}

func (c *checker) figure(f *Figure) {
	isRate := f.Unit == Percent
	hasCounts := f.Numerator != "" && f.Denominator != "" && f.CountedIn != ""
	if isRate != hasCounts {
		c.fail(f.Pos, "", "số liệu %s: tỷ lệ %% phải có đủ numerator, denominator, counted_in; số liệu khác thì không", f.ID)
	}
}

// once notes an id that was used before.
func (c *checker) once(id, what string, at yamldoc.Pos) {
	if before, twice := c.ids[id]; twice {
		c.fail(at, "đặt mã khác hoặc bỏ một tệp", "%s đã có ở %s, dòng %d", what, before.File, before.Line)
		return
	}
	c.ids[id] = at
}

func (c *checker) standard(std *Standard) {
	c.once(std.ID, fmt.Sprintf("bộ tiêu chí %q", std.ID), std.Pos)
	for year := std.Years.From; year <= std.Years.To; year++ {
		c.once(fmt.Sprintf("%s năm %d", std.Level, year), fmt.Sprintf("bộ tiêu chí mức %s năm %d", std.Level, year), std.Pos)
	}
	if std.Prerequisite.Level != "" && (std.Prerequisite.Status == "" || std.Prerequisite.Source == "") {
		c.fail(std.Pos, "ghi status và source", "điều kiện tiên quyết của %s chưa có căn cứ", std.ID)
	}
	for _, crit := range std.Criteria {
		c.once(std.ID+" "+crit.No+" criterion", "tiêu chí "+crit.No, crit.Pos)
		for _, ind := range crit.Indicators {
			c.once(std.ID+" "+ind.No, "chỉ tiêu "+ind.No, ind.Pos)
			c.rules(ind.Rules, ind.Pos, []Level{std.Level}, std.Years)
		}
	}
}

// rules checks each rule, and that for every column and day one rule holds and
// only one.
func (c *checker) rules(rules []*Rule, at yamldoc.Pos, levels []Level, years Years) {
	for _, rule := range rules {
		if len(rule.Levels) == 0 || slices.Contains(rule.Levels, levels[0]) {
			c.rule(rule, years, true)
		}
	}
	days := []Date{Day(years.From, 1, 1), Day(years.To, 12, 31)}
	for _, rule := range rules {
		for _, d := range []Date{rule.From, rule.Until} {
			if !d.IsZero() {
				days = append(days, d)
			}
		}
		if !rule.From.IsZero() {
			days = append(days, Date{rule.From.AddDate(0, 0, -1)})
		}
		if !rule.Until.IsZero() {
			days = append(days, Date{rule.Until.AddDate(0, 0, 1)})
		}
	}
	for _, column := range Regions {
		for _, day := range days {
			held := 0
			for _, rule := range rules {
				if rule.holds(levels[0], column, day) {
					held++
				}
			}
			if held != 1 {
				c.fail(at, "xem lại from, until và columns", "ngày %s, vùng %s, mức %s có %d quy định, cần đúng một", day, column, levels[0], held)
				return
			}
		}
	}
}

// rule checks a rule; that of an overlay may leave its figure to the nation.
func (c *checker) rule(rule *Rule, years Years, needsFigure bool) {
	if rule.Status == "" || rule.Source == "" {
		c.fail(rule.Pos, "ghi status (seen, recalled, doubtful, confirmed, missing) và source", "ngưỡng chưa có căn cứ")
	}
	if rule.Status == Confirmed && (rule.CheckedBy == "" || rule.CheckedOn.IsZero()) {
		c.fail(rule.Pos, "ghi checked_by và checked_on", "ngưỡng đã xác nhận phải ghi ai xác nhận, ngày nào")
	}
	c.ask(&rule.Ask, years, needsFigure)
}

// ask checks that a requirement says one thing, of a figure that exists.
func (c *checker) ask(ask *Ask, years Years, needsFigure bool) {
	ways, leaf := 0, true
	for _, given := range []bool{ask.AtLeast != nil, ask.AtMost != nil, ask.Declared, ask.SetBy != "", ask.Relative != nil} {
		if given {
			ways++
		}
	}
	for _, parts := range [][]*Ask{ask.AllOf, ask.AnyOf} {
		if len(parts) > 0 {
			ways++
			leaf = false
		}
		for _, part := range parts {
			c.ask(part, years, true)
		}
	}
	if ways != 1 {
		c.fail(ask.Pos, "chọn một trong: at_least, at_most, declared, set_by, relative, all_of, any_of", "có %d cách xét, cần đúng một", ways)
	}
	figure := c.lib.Figures[ask.Figure]
	switch {
	case leaf && ask.Figure == "" && needsFigure:
		c.fail(ask.Pos, "ghi figure", "chưa nói xét theo số liệu nào")
	case ask.Figure != "" && figure == nil:
		c.fail(ask.Pos, "thêm số liệu này vào figures.yaml hoặc sửa mã", "không có số liệu %q", ask.Figure)
	case figure != nil && ask.Declared != (figure.Unit == Declared) && ask.SetBy == "":
		c.fail(ask.Pos, "", "số liệu %s có đơn vị %q, không hợp với cách xét này", figure.ID, figure.Unit)
	}
	for _, s := range []*Series{ask.AtLeast, ask.AtMost} {
		c.series(s, years)
	}
	if rel := ask.Relative; rel != nil {
		c.target(rel.To, ask.Pos)
	}
	for _, cell := range ask.Cells {
		if cell.Status == "" || cell.Source == "" {
			c.fail(cell.Pos, "ghi status và source", "ô này chưa có căn cứ")
		}
	}
}

func (c *checker) series(s *Series, years Years) {
	if s == nil || !s.ByYear {
		return
	}
	for year := years.From; year <= years.To; year++ {
		if !slices.Contains(s.Years(), year) {
			c.fail(s.Pos, "ghi đủ các năm; năm chưa biết ngưỡng ghi unknown", "dãy ngưỡng thiếu năm %d", year)
		}
	}
}

// target checks that LEVEL/NO names an indicator of some standard.
func (c *checker) target(id string, at yamldoc.Pos) {
	level, no, _ := strings.Cut(id, "/")
	for _, std := range c.lib.Standards {
		if _, ok := std.Indicator(no); ok && std.Level == Level(level) {
			return
		}
	}
	c.fail(at, "viết mức/số, ví dụ nang-cao/10", "không có chỉ tiêu %q", id)
}

func (c *checker) overlay(o *Overlay, earlier []*Overlay) {
	c.once(o.ID, fmt.Sprintf("bộ quy định %q", o.ID), o.Pos)
	for i, set := range o.Set {
		c.target(set.Indicator, set.Pos)
		c.rule(&set.Rule, o.Years, false)
		for _, before := range o.Set[:i] {
			c.clash(set, o, before, o)
		}
		for _, other := range earlier {
			for _, before := range other.Set {
				c.clash(set, o, before, other)
			}
		}
	}
}

// clash notes two overlays of one layer that claim the same threshold for the
// same day.
func (c *checker) clash(a *OverlayRule, ao *Overlay, b *OverlayRule, bo *Overlay) {
	if a.Indicator != b.Indicator || ao.Layer != bo.Layer || (ao.Province != bo.Province && ao.Province != "" && bo.Province != "") ||
		ao.Years.From > bo.Years.To || bo.Years.From > ao.Years.To {
		return
	}
	if !a.From.IsZero() && !b.Until.IsZero() && a.From.After(b.Until.Time) || !b.From.IsZero() && !a.Until.IsZero() && b.From.After(a.Until.Time) {
		return
	}
	if len(a.Columns) > 0 && len(b.Columns) > 0 && !slices.ContainsFunc(a.Columns, func(r Region) bool { return slices.Contains(b.Columns, r) }) {
		return
	}
	c.fail(a.Pos, "giữ một, bỏ một, hoặc ghi from và until để hai quy định không trùng ngày",
		"chỉ tiêu %s được hai quy định đặt cho cùng một ngày: %s và %s (dòng %d)", a.Indicator, ao.ID, bo.ID, b.Pos.Line)
}
