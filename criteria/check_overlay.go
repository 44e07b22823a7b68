package criteria

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// rules gives every rule of every pack.
func (lib *Library) rules() iter.Seq[*Rule] {
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

func (c *checker) overlay(o *Overlay, earlier []*Overlay) {
	c.once(o.ID, fmt.Sprintf("bộ quy định %q", o.ID), o.Pos)
	if o.Layer == Province && o.Province == "" {
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
	for _, p := range o.Prerequisites {
		c.prerequisite(o, p)
	}
	for _, rule := range o.LeftOut {
		c.leftOut(rule, o, earlier)
	}
	for i, set := range o.Set {
		c.target(set.Indicator, o.Years, set.Pos)
		level, _, _ := strings.Cut(set.Indicator, "/")
		c.rule(&set.Rule, frame{c.columnsOf(Level(level), o, zones), o.Years, Level(level)}, false)
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

// taken notes an added indicator whose number the standard has.
func (c *checker) taken(level Level, ind *Indicator, o *Overlay) {
	for _, std := range c.lib.Standards {
		if _, has := std.Indicator(ind.No); has && std.Level == level && std.Years.Overlap(o.Years) {
			c.fail(ind.Pos, "đặt số khác; muốn đổi ngưỡng thì ghi ở mục set", "chỉ tiêu %s đã có trong bộ tiêu chí %s", ind.No, std.ID)
		}
	}
}

// prerequisite checks that an overlay asks for a level below, and for no lower
// one than the standard does.
func (c *checker) prerequisite(o *Overlay, p *OverlayPrerequisite) {
	if p.Status == "" || p.Source == "" {
		c.fail(p.Pos, "ghi level, text, status và source", "điều kiện tiên quyết của mức %s chưa có căn cứ", p.For)
	}
	rank := func(l Level) int { return slices.Index(Levels, l) }
	for year := o.Years.From; year <= o.Years.To; year++ {
		std, ok := c.lib.Standard(p.For, year)
		if ok && (rank(p.Level) >= rank(p.For) || rank(p.Level) < rank(std.Prerequisite.Level)) {
			c.fail(p.Pos, "giữ mức mà bộ tiêu chí trung ương yêu cầu", "mức %s không thể chỉ cần đạt %q trước", p.For, p.Level)
			return
		}
		if ok && p.AnyPeriod && !std.Prerequisite.AnyPeriod {
			c.fail(p.Pos, "bỏ any_period", "mức %s phải đạt trước theo bộ tiêu chí hiện hành, quyết định của giai đoạn trước không tính", p.Level)
			return
		}
	}
}

// columnsOf are the columns an overlay's rules may name: its zones, or those of
// the standards it lies over.
func (c *checker) columnsOf(level Level, o *Overlay, zones []Region) []Region {
	if len(zones) > 0 {
		return zones
	}
	for _, std := range c.lib.Standards {
		if std.Level == level && std.Years.Overlap(o.Years) && len(std.Groups) > 0 {
			columns := make([]Region, len(std.Groups))
			for i, g := range std.Groups {
				columns[i] = Region(g.ID)
			}
			return columns
		}
	}
	return Regions
}

// clash notes two overlays of one layer that claim the same threshold for the
// same day.
func (c *checker) clash(a *OverlayRule, ao *Overlay, b *OverlayRule, bo *Overlay) {
	if a.Indicator != b.Indicator || !ao.besides(bo) {
		return
	}
	both := append(union(a.Columns, b.Columns), National) // a rule without columns is for each
	if _, meets := a.span(ao.Years, both).Meet(b.span(bo.Years, both)); !meets {
		return
	}
	c.fail(a.Pos, "giữ một, bỏ một, hoặc ghi from và until để hai quy định không trùng ngày",
		"chỉ tiêu %s được hai quy định đặt cho cùng một ngày: %s và %s (%s, dòng %d)", a.Indicator, ao.ID, bo.ID, b.Pos.File, b.Pos.Line)
}
