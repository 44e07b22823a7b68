package packs

import (
	"fmt"
	"slices"
	"sync"

	"ntm/criteria"
	"ntm/internal/list"
	"ntm/internal/places"

	"github.com/shopspring/decimal"
)

// laxer finds overlays that may ask for less than what they override without
// naming the clause that allows it: in each column, year, day and zone for which
// one of their rules stands.
func (c *checker) laxer() {
	for _, o := range c.lib.Overlays {
		if o.Layer == criteria.Nation {
			continue // the nation's own level, better known for one province
		}
		if slices.Contains(c.sound, o) {
			continue // an office that asks for more is not told that a province it is not asks for less
		}
		for _, set := range o.Set {
			c.laxerRule(set, o)
		}
	}
}

func (c *checker) laxerRule(set *criteria.OverlayRule, o *criteria.Overlay) {
	matters := c.mattering(set, o)
	for column, asks := range c.lib.Overriding(o, set) {
		if hint, wrong := wrongWith(asks, asks.Replaces, set.LaxerBy, column); wrong != "" && matters(column) {
			c.fail(set.Pos, hint, "chỉ tiêu %s%s", set.Indicator, wrong)
			return
		}
	}
}

// mattering tells whether communes of an overlay's province may be judged by what its
// rule asks in a column. One level for the whole province is held against the regions
// that the province lies in and the columns that some communes everywhere are judged
// by, not against those of other provinces.
func (c *checker) mattering(set *criteria.OverlayRule, o *criteria.Overlay) func(criteria.Region) bool {
	inProvince := sync.OnceValue(func() []criteria.Region { return c.regionsOf(set, o) })
	return func(column criteria.Region) bool {
		return o.Province == "" || !slices.Contains(criteria.Regions, column) || set.NamesColumns() ||
			slices.Contains(inProvince(), column)
	}
}

// regionsOf lists the columns for communes of an overlay's province. One that no list
// has may lie anywhere: its rule stands if it could stand in one region.
func (c *checker) regionsOf(set *criteria.OverlayRule, o *criteria.Overlay) []criteria.Region {
	province, known := places.FindProvince(o.Province)
	if !known {
		stands := slices.Clone(criteria.Regions)
		for column, asks := range c.lib.Overriding(o, set) {
			if unfit(asks) != "" {
				return criteria.Regions
			}
			if _, wrong := wrongWith(asks, asks.Replaces, set.LaxerBy, column); wrong != "" {
				stands = slices.DeleteFunc(stands, func(r criteria.Region) bool { return r == column })
			}
		}
		if len(stands) > 0 {
			return nil
		}
		return criteria.Regions
	}
	out := list.Map(province.Regions(), func(region string) criteria.Region { return criteria.Region(region) })
	for _, std := range c.lib.Standards {
		if rule := std.ColumnRule; rule != nil && std.Years.Overlap(o.Years) {
			out = append(out, rule.Column)
		}
	}
	return out
}

// wrongWith says why a requirement cannot stand over the one it overrides, or "".
func wrongWith(overriding, overridden *criteria.Requirement, laxerBy string, column criteria.Region) (hint,
	wrong string) {
	if why := unfit(overriding); why != "" {
		return "viết theo số liệu và cách xét của cấp trên; chỉ tiêu nhiều phần thì ghi đủ all_of, mỗi phần có " +
			"figure", ": " + why
	}
	if laxerBy != "" || overriding.AsStrictAs(overridden) {
		return "", ""
	}
	how := "không so được với mức"
	if overriding.Op == overridden.Op && overriding.Figure == overridden.Figure && len(overridden.Parts) == 0 {
		how = "dễ hơn mức"
	}
	return "sửa ngưỡng, hoặc ghi laxer_by: điều khoản cho phép thấp hơn (mức cấp trên ghi sẵn mà sai thì ghi chỗ " +
			"đúng trong văn bản gốc)",
		fmt.Sprintf(", năm %d, cột %s: %s, %s %s của %s", overriding.Basis.Year, column, overriding, how,
			overridden, overridden.Basis.Decision)
}

// unfit says why a requirement whose figure came from what it overrides cannot be
// judged, or "".
func unfit(r *criteria.Requirement) (why string) {
	r.Leaves(func(leaf *criteria.Requirement) {
		switch f := leaf.Figure; {
		case f == nil:
			why = "chưa nói xét theo số liệu nào (figure)"
		case leaf.Op == criteria.ProvinceSets, leaf.Op == criteria.NotAsked:
		case (leaf.Op == criteria.DeclaredMet) != (f.Unit == criteria.Declared):
			why = fmt.Sprintf("số liệu %s có đơn vị %q, không hợp với cách xét này", f.ID, f.Unit)
		case leaf.Known && f.Unit == criteria.Percent && (leaf.Value.IsNegative() || leaf.Value.GreaterThan(hundred)):
			why = fmt.Sprintf("ngưỡng %s nằm ngoài khoảng 0-100 %%", f.Show(leaf.Value))
		}
	})
	return why
}

var hundred = decimal.NewFromInt(100)
