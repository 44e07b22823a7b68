package packs

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
)

func (c *checker) overlay(o *criteria.Overlay, earlier []*criteria.Overlay) {
	c.once(o.ID, fmt.Sprintf("bộ quy định %q", o.ID), o.Pos)
	if o.Layer == criteria.Province && o.Province == "" {
		c.fail(o.Pos, "ghi province: tên tỉnh", "quy định của tỉnh phải nói là tỉnh nào")
	}
	zones := c.groups(o.Groups, nil)
	for _, a := range o.Add {
		for _, ind := range a.Indicators {
			c.taken(a.Level, ind, o)
			c.once(fmt.Sprintf("%s %s/%s", o.ID, a.Level, ind.No), "chỉ tiêu "+ind.No, ind.Pos)
			c.rules(ind.Rules, ind.Pos, frame{c.columnsOf(a.Level, o, zones), o.Years, a.Level})
		}
	}
	for _, cond := range o.Conditions {
		c.added(o, cond, zones)
	}
	for _, p := range o.Prerequisites {
		c.prerequisite(o, p)
	}
	for _, rule := range o.LeftOut {
		c.leftOut(rule, o, earlier)
	}
	for i, set := range o.Set {
		c.target(set.Indicator, o.Years, set.Pos)
		level, _, _ := strings.Cut(set.Indicator, "/")
		c.rule(&set.Rule, frame{c.columnsOf(criteria.Level(level), o, zones), o.Years, criteria.Level(level)}, false)
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

// added checks a condition that an overlay adds for the levels that its rules name,
// for all when one names none.
func (c *checker) added(o *criteria.Overlay, cond *criteria.Condition, zones []criteria.Region) {
	c.once("điều kiện "+cond.ID+" "+o.Province, fmt.Sprintf("điều kiện %q", cond.ID), cond.Pos)
	for _, p := range c.lib.Procedures {
		if p.Years.Overlap(o.Years) && slices.ContainsFunc(p.Conditions,
			func(own *criteria.Condition) bool { return own.ID == cond.ID }) {
			c.fail(cond.Pos, "đặt mã khác; muốn đổi mức thì ghi ở mục set", "điều kiện %q đã có trong thủ tục %s",
				cond.ID, p.ID)
		}
	}
	for _, level := range criteria.Levels {
		forLevel := func(r *criteria.Rule) bool { return len(r.Levels) == 0 || slices.Contains(r.Levels, level) }
		if slices.ContainsFunc(cond.Rules, forLevel) {
			c.rules(cond.Rules, cond.Pos, frame{c.columnsOf(level, o, zones), o.Years, level})
		}
	}
}

// taken notes an added indicator whose number the standard has.
func (c *checker) taken(level criteria.Level, ind *criteria.Indicator, o *criteria.Overlay) {
	for _, std := range c.lib.Standards {
		if _, has := std.Indicator(ind.No); has && std.Level == level && std.Years.Overlap(o.Years) {
			c.fail(ind.Pos, "đặt số khác; muốn đổi ngưỡng thì ghi ở mục set",
				"chỉ tiêu %s đã có trong bộ tiêu chí %s", ind.No, std.ID)
		}
	}
}

// prerequisite checks that an overlay asks for a level below, and for no lower
// one than the standard does.
func (c *checker) prerequisite(o *criteria.Overlay, p *criteria.OverlayPrerequisite) {
	if !p.Given() {
		c.fail(p.Pos, "ghi level, text, status và source", "điều kiện tiên quyết của mức %s chưa có căn cứ", p.For)
	}
	rank := func(l criteria.Level) int { return slices.Index(criteria.Levels, l) }
	for year := o.Years.From; year <= o.Years.To; year++ {
		std, ok := c.lib.StandardIn(p.For, year, o.Province)
		if ok && (rank(p.Level) >= rank(p.For) || rank(p.Level) < rank(std.Prerequisite.Level)) {
			c.fail(p.Pos, "giữ mức mà bộ tiêu chí trung ương yêu cầu", "mức %s không thể chỉ cần đạt %q trước",
				p.For, p.Level)
			return
		}
		if ok && p.AnyPeriod && !std.Prerequisite.AnyPeriod {
			c.fail(p.Pos, "bỏ any_period", "mức %s phải đạt trước theo bộ tiêu chí hiện hành, quyết định của "+
				"giai đoạn trước không tính", p.Level)
			return
		}
	}
}

// columnsOf are the columns an overlay's rules may name: its zones, or those of
// the standards it lies over.
func (c *checker) columnsOf(level criteria.Level, o *criteria.Overlay, zones []criteria.Region) []criteria.Region {
	if len(zones) > 0 {
		return zones
	}
	for _, std := range c.lib.Standards {
		if std.Level == level && std.Years.Overlap(o.Years) && len(std.Groups) > 0 {
			return std.Columns()
		}
	}
	return criteria.Regions
}

// clash notes two overlays of one layer that claim the same threshold for the
// same day.
func (c *checker) clash(a *criteria.OverlayRule, ao *criteria.Overlay, b *criteria.OverlayRule, bo *criteria.Overlay) {
	if a.Indicator != b.Indicator || !ao.Besides(bo) {
		return
	}
	both := append(slices.Concat(a.Columns, b.Columns), criteria.National) // a rule without columns is for each
	if _, meets := a.Span(ao.Years, both).Meet(b.Span(bo.Years, both)); !meets {
		return
	}
	c.fail(a.Pos, "giữ một, bỏ một, hoặc ghi from và until để hai quy định không trùng ngày",
		"chỉ tiêu %s được hai quy định đặt cho cùng một ngày: %s và %s (%s, dòng %d)", a.Indicator, ao.ID, bo.ID,
		b.Pos.File, b.Pos.Line)
}
