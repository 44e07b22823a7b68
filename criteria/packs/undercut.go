package packs

import (
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/problem"
)

// Undercut tells of levels that come with the program for one province and ask for less
// than what the packs laid over it now ask everywhere. Whoever raised the one may have
// meant that province or not, so the lower level stands until its own row is filled in.
func Undercut(lib *criteria.Library) problem.List {
	c := checker{lib: lib}
	own := Embedded().Overlays
	if len(lib.Overlays) == len(own) {
		return nil // nothing was raised
	}
	var out problem.List
	for _, o := range own {
		if o.Layer == criteria.Nation || o.Province == "" || !slices.Contains(lib.Overlays, o) {
			continue
		}
		for _, set := range o.Set {
			if p, lower := c.undercuts(set, o); lower {
				out.Add(p)
			}
		}
	}
	return out
}

// undercuts is the first column and year in which a province's own rule asks for less.
func (c *checker) undercuts(set *criteria.OverlayRule, o *criteria.Overlay) (problem.Problem, bool) {
	matters := c.mattering(set, o)
	for column, asks := range c.lib.Overriding(o, set) {
		_, wrong := wrongWith(asks, asks.Replaces, set.LaxerBy, column)
		if wrong == "" || !matters(column) {
			continue
		}
		return problem.Problem{
			Message: fmt.Sprintf("chỉ tiêu %s, năm %d, cột %s: %s vẫn xét theo %s của %s, thấp hơn mức vừa ghi (%s)",
				set.Indicator, asks.Basis.Year, column.Title(), o.Province, asks, asks.Basis.Decision, asks.Replaces),
			Hint: fmt.Sprintf("mức vừa ghi áp dụng cả cho %s thì ghi thêm ở dòng của chỉ tiêu ấy trong bảng của tỉnh: "+
				"ntm criteria export %s --province %q -o doi-chieu.xlsx; không thì để nguyên", o.Province,
				c.standardOf(set, o),
				o.Province),
		}, true
	}
	return problem.Problem{}, false
}

// standardOf is the id of the standard that a rule is of.
func (c *checker) standardOf(set *criteria.OverlayRule, o *criteria.Overlay) string {
	level, _, _ := strings.Cut(set.Indicator, "/")
	for year := o.Years.To; year >= o.Years.From; year-- {
		if std, ok := c.lib.StandardIn(criteria.Level(level), year, o.Province); ok {
			return std.ID
		}
	}
	return level
}
