package criteria

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"ntm/internal/vi"
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
			c.once(fmt.Sprintf("%s %s/%s", o.ID, a.Level, ind.No), "chỉ tiêu "+ind.No, ind.Pos)
			c.rules(ind.Rules, ind.Pos, frame{c.columnsOf(a.Level, o, zones), o.Years, a.Level})
		}
	}
	for _, p := range o.Prerequisites {
		if p.Level == "" || p.Status == "" || p.Source == "" {
			c.fail(p.Pos, "ghi level, text, status và source", "điều kiện tiên quyết của mức %s chưa có căn cứ", p.For)
		}
	}
	for i, set := range o.Set {
		c.target(set.Indicator, set.Pos)
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

// columnsOf are the columns an overlay's rules may name: its zones, or those of
// the standards it lies over.
func (c *checker) columnsOf(level Level, o *Overlay, zones []Region) []Region {
	if len(zones) > 0 {
		return zones
	}
	for _, std := range c.lib.Standards {
		if std.Level == level && std.Years.From <= o.Years.To && o.Years.From <= std.Years.To && len(std.Groups) > 0 {
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
	apart := a.Indicator != b.Indicator || ao.Layer != bo.Layer ||
		ao.Province != "" && bo.Province != "" && vi.Fold(ao.Province) != vi.Fold(bo.Province) ||
		ao.Years.From > bo.Years.To || bo.Years.From > ao.Years.To ||
		!a.From.IsZero() && !b.Until.IsZero() && a.From.After(b.Until.Time) ||
		!b.From.IsZero() && !a.Until.IsZero() && b.From.After(a.Until.Time) ||
		len(a.Columns) > 0 && len(b.Columns) > 0 && !slices.ContainsFunc(a.Columns, func(r Region) bool { return slices.Contains(b.Columns, r) }) ||
		slices.ContainsFunc(a.With, func(t Trait) bool { return slices.Contains(b.Without, t) }) ||
		slices.ContainsFunc(b.With, func(t Trait) bool { return slices.Contains(a.Without, t) })
	if apart {
		return
	}
	c.fail(a.Pos, "giữ một, bỏ một, hoặc ghi from và until để hai quy định không trùng ngày",
		"chỉ tiêu %s được hai quy định đặt cho cùng một ngày: %s và %s (%s, dòng %d)", a.Indicator, ao.ID, bo.ID, b.Pos.File, b.Pos.Line)
}

// laxer finds overlays that ask for less than the layer above them without
// naming the clause that allows it. Each is resolved as it would be, for every
// column, year and day on which it may hold.
func (c *checker) laxer() {
	for _, o := range c.lib.Overlays {
		for _, set := range o.Set {
			if set.LaxerBy == "" {
				c.laxerRule(o, set)
			}
		}
	}
}

func (c *checker) laxerRule(o *Overlay, set *OverlayRule) {
	level, no, _ := strings.Cut(set.Indicator, "/")
	for year := o.Years.From; year <= o.Years.To; year++ {
		std, ok := c.lib.Standard(Level(level), year)
		if !ok {
			continue
		}
		for _, day := range edges([]*Rule{&set.Rule}, Years{year, year}) {
			if day.Year() != year {
				continue
			}
			for _, q := range queries(o, std, set, year, day) {
				if below, above, lax := c.lib.laxerFor(q, std, no, o.Layer); lax {
					c.fail(set.Pos, "sửa ngưỡng, hoặc ghi laxer_by: điều khoản cho phép thấp hơn",
						"chỉ tiêu %s, năm %d, cột %s: %s, dễ hơn mức %s của %s", set.Indicator, year, q.Region, above, below, below.Basis.Decision)
					return
				}
			}
		}
	}
}

// queries lists a commune for every column the rule may hold in: every region,
// and within it every zone or group.
func queries(o *Overlay, std *Standard, set *OverlayRule, year int, day Date) []Query {
	traits := [][]Trait{slices.Clone(set.With)}
	for _, g := range slices.Concat(o.Groups, std.Groups) {
		for _, all := range g.AnyOf {
			traits = append(traits, slices.Concat(set.With, all))
		}
	}
	var out []Query
	for _, region := range Regions {
		for _, t := range traits {
			out = append(out, Query{Year: year, On: day, Region: region, Province: o.Province, Traits: t})
		}
	}
	return out
}

// laxerFor resolves one indicator and compares what the given layer sets with
// what it replaces. Only like can be compared with like: requirements with
// parts, and those judged another way, are left to the reader of `resolve`.
func (lib *Library) laxerFor(q Query, std *Standard, no string, layer Layer) (below, above *Requirement, lax bool) {
	r, err := newResolver(lib, q, std)
	if err != nil {
		return nil, nil, false
	}
	ind, ok := std.Indicator(no)
	if !ok {
		return nil, nil, false
	}
	one, err := r.indicator(placed{ind, r.national()})
	if err != nil {
		return nil, nil, false
	}
	for above = &one.Requirement; above.Replaces != nil; above = below {
		below = above.Replaces
		if above.Basis.Layer == layer && above.Known && below.Known && above.Figure == below.Figure && above.Op == below.Op && easier(above, below) {
			return below, above, true
		}
	}
	return nil, nil, false
}

func easier(a, b *Requirement) bool {
	switch a.Op {
	case AtLeast:
		return a.Value.LessThan(b.Value)
	case AtMost:
		return a.Value.GreaterThan(b.Value)
	}
	return false
}
