package packs

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// check holds the packs against each other and gives every mistake: a figure
// nobody knows, a day for which an indicator has no rule or two, a threshold
// without a basis.
func check(lib *criteria.Library, sound []*criteria.Overlay) problem.List {
	c := checker{lib: lib, sound: sound, ids: map[string]criteria.Pos{}}
	for _, f := range lib.FigureList {
		c.figure(f)
	}
	for _, std := range lib.Standards {
		c.standard(std)
	}
	for i, p := range lib.Procedures {
		c.once(fmt.Sprintf("thủ tục %q", p.ID), fmt.Sprintf("bộ thủ tục %q", p.ID), p.Pos)
		for _, other := range lib.Procedures[:i] {
			if other.Years.Overlap(p.Years) {
				c.fail(p.Pos, "giữ một, bỏ một", "hai bộ thủ tục cho cùng một năm: %s và %s (%s)", p.ID, other.ID,
					other.Pos.File)
			}
		}
		for _, cond := range p.Conditions {
			for _, level := range c.levels(p.Years) {
				c.rules(cond.Rules, cond.Pos, frame{criteria.Regions, p.Years, level})
			}
		}
	}
	for _, p := range lib.Procedures {
		c.revocation(p)
	}
	for i, o := range lib.Overlays {
		c.overlay(o, lib.Overlays[:i])
	}
	c.unused()
	if len(c.problems) == 0 {
		c.laxer()
	}
	return c.problems
}

// levels are those for which a procedure of the years must say what it asks: the nation's
// three, and a level of a province's own where there is a standard of it.
func (c *checker) levels(years criteria.Years) []criteria.Level {
	return slices.DeleteFunc(slices.Clone(criteria.Levels), func(l criteria.Level) bool {
		own := func(s *criteria.Standard) bool { return s.Level == l && s.Years.Overlap(years) }
		return l == criteria.HienDai && !slices.ContainsFunc(c.lib.Standards, own)
	})
}

type checker struct {
	faults
	lib   *criteria.Library
	sound []*criteria.Overlay // were held against what they override before
	ids   map[string]criteria.Pos
}

// frame is what the rules of a pack are held against.
type frame struct {
	columns []criteria.Region
	years   criteria.Years
	level   criteria.Level
}

// grounded notes what says nothing of how it is known.
func (c *checker) grounded(g criteria.Grounds, at criteria.Pos, format string, args ...any) {
	if !g.Given() {
		c.fail(at, "ghi status và source", format+" chưa có căn cứ", args...)
	}
}

func (c *checker) figure(f *criteria.Figure) {
	isRate := f.Unit == criteria.Percent
	hasCounts := f.Numerator != "" && f.Denominator != "" && f.CountedIn != ""
	if isRate != hasCounts {
		c.fail(f.Pos, "", "số liệu %s: tỷ lệ %% phải có đủ numerator, denominator, counted_in; số liệu khác thì không",
			f.ID)
	}
	if f.Formula != "" && !isRate {
		c.fail(f.Pos, "bỏ formula", "số liệu %s: chỉ tỷ lệ %% mới có formula", f.ID)
	}
	for i, n := range f.ByYear {
		c.grounded(n.Grounds, f.Pos, "số liệu %s: điều ghi cho các năm %d-%d", f.ID, n.Years.From, n.Years.To)
		for _, other := range f.ByYear[:i] {
			if n.Years.Overlap(other.Years) {
				c.fail(f.Pos, "sửa years", "số liệu %s: hai điều ghi cho cùng một năm", f.ID)
			}
		}
	}
	c.counts(f)
	c.relations(f)
}

// once notes an id that was used before.
func (c *checker) once(id, what string, at criteria.Pos) {
	if before, twice := c.ids[id]; twice {
		c.fail(at, "đặt mã khác hoặc bỏ một tệp", "%s đã có ở %s, dòng %d", what, before.File, before.Line)
		return
	}
	c.ids[id] = at
}

func (c *checker) standard(std *criteria.Standard) {
	c.once(std.ID, fmt.Sprintf("bộ tiêu chí %q", std.ID), std.Pos)
	for year := std.Years.From; year <= std.Years.To; year++ {
		whose := ""
		if std.Province != "" { // two provinces may have the level each, but not beside the nation's
			whose = " của " + std.Province
			if other, has := c.lib.Standard(std.Level, year); has && other.Province == "" {
				c.fail(std.Pos, "bỏ một tệp", "bộ tiêu chí mức %s năm %d đã có của trung ương", std.Level, year)
			}
		}
		c.once(fmt.Sprintf("%s %s năm %d", std.Level, vi.Fold(std.Province), year),
			fmt.Sprintf("bộ tiêu chí mức %s năm %d%s", std.Level, year, whose), std.Pos)
	}
	if std.Prerequisite.Level != "" {
		c.grounded(std.Prerequisite.Grounds, std.Pos, "điều kiện tiên quyết của %s", std.ID)
	}
	if std.ColumnRule != nil {
		c.columns([]criteria.Region{std.ColumnRule.Column}, criteria.Regions, std.Pos)
	}
	f := frame{c.groups(std.Groups, criteria.Regions), std.Years, std.Level}
	for _, crit := range std.Criteria {
		c.once(std.ID+" "+crit.No+" criterion", "tiêu chí "+crit.No, crit.Pos)
		for _, ind := range crit.Indicators {
			c.once(std.ID+" "+ind.No, "chỉ tiêu "+ind.No, ind.Pos)
			c.rules(ind.Rules, ind.Pos, f)
		}
	}
}

// revocation checks that a title is checked by criteria that there are.
func (c *checker) revocation(p *criteria.Procedure) {
	if p.Revocation == nil {
		return
	}
	c.grounded(p.Revocation.Grounds, p.Pos, "quy định thu hồi")
	if a := p.Revocation.Amended; a != nil && !a.Given() {
		c.fail(p.Pos, "ghi status và source ở amended", "quy định thu hồi sau sửa đổi chưa có căn cứ")
	}
	for _, against := range p.Revocation.Against {
		std, ok := c.lib.Standard(against.By, p.Years.From)
		for _, no := range against.Key {
			if !ok || !std.Has(no) {
				c.fail(p.Pos, "", "quy định thu hồi: mức %s không có tiêu chí %s", against.By, no)
			}
		}
	}
}

// groups checks a pack's groups and gives its columns: the groups, or regions
// when it has none.
func (c *checker) groups(groups []*criteria.Group, regions []criteria.Region) []criteria.Region {
	if len(groups) == 0 {
		return regions
	}
	var columns []criteria.Region
	for _, g := range groups {
		if g.Otherwise == (len(g.AnyOf) > 0) {
			c.fail(g.Pos, "", "nhóm %s cần any_of (đặc điểm của xã thuộc nhóm) hoặc otherwise: true (các xã còn "+
				"lại)", g.ID)
		}
		c.grounded(g.Grounds, g.Pos, "nhóm %s", g.ID)
		if slices.Contains(columns, criteria.Region(g.ID)) {
			c.fail(g.Pos, "đặt mã khác", "nhóm %s ghi hai lần", g.ID)
		}
		columns = append(columns, criteria.Region(g.ID))
	}
	return columns
}

// columns checks that each column is one of the pack's.
func (c *checker) columns(used, known []criteria.Region, at criteria.Pos) {
	for _, column := range used {
		if column == criteria.National || slices.Contains(known, column) {
			continue
		}
		names := vi.List(", ", known, func(r criteria.Region) string { return string(r) })
		c.fail(at, "dùng một trong: chung, "+names, "không có vùng hoặc nhóm %q", column)
	}
}

// target checks that LEVEL/NO names an indicator or condition of some of the
// years.
func (c *checker) target(id string, years criteria.Years, at criteria.Pos) {
	level, no, _ := strings.Cut(id, "/")
	for _, std := range c.lib.Standards {
		if _, ok := std.Indicator(no); ok && std.Level == criteria.Level(level) && std.Years.Overlap(years) {
			return
		}
	}
	for _, o := range c.lib.Overlays {
		for _, a := range o.Add {
			if a.Level == criteria.Level(level) && o.Years.Overlap(years) && slices.ContainsFunc(a.Indicators,
				func(ind *criteria.Indicator) bool { return ind.No == no }) {
				return
			}
		}
	}
	has := func(conditions []*criteria.Condition, of criteria.Years) bool {
		return of.Overlap(years) && slices.Contains(criteria.Levels, criteria.Level(level)) &&
			slices.ContainsFunc(conditions, func(cond *criteria.Condition) bool { return cond.ID == no })
	}
	if slices.ContainsFunc(c.lib.Procedures, func(p *criteria.Procedure) bool { return has(p.Conditions, p.Years) }) ||
		slices.ContainsFunc(c.lib.Overlays, func(o *criteria.Overlay) bool { return has(o.Conditions, o.Years) }) {
		return
	}
	c.fail(at, "viết mức/số, ví dụ nang-cao/10, hoặc mức/điều kiện, ví dụ ntm/satisfaction",
		"không có chỉ tiêu %q trong các năm %d-%d", id, years.From, years.To)
}

// unused finds figures that nothing judges: a misspelt id would leave one.
func (c *checker) unused() {
	used := map[string]bool{}
	for _, rule := range c.lib.Rules() {
		rule.EachFigure(func(id string) { used[id] = true })
	}
	for _, f := range c.lib.FigureList {
		if !used[f.ID] && f.LeavesOutOf == "" && f.Told == "" {
			c.fail(f.Pos, "bỏ số liệu này, hoặc sửa mã ở chỉ tiêu cần nó", "không có chỉ tiêu nào dùng số liệu %q",
				f.ID)
		}
	}
}
