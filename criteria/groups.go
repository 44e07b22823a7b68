package criteria

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/problem"
)

// groupOf finds the group a commune belongs to by its traits. A commune that
// fits two is not guessed at.
func groupOf(groups []*Group, q Query) (*Group, error) {
	var fit []*Group
	for _, g := range groups {
		if slices.ContainsFunc(g.AnyOf, func(all []Trait) bool {
			return !slices.ContainsFunc(all, func(t Trait) bool { return !q.has(t) })
		}) {
			fit = append(fit, g)
		}
	}
	switch len(fit) {
	case 0:
		if i := slices.IndexFunc(groups, func(g *Group) bool { return g.Otherwise }); i >= 0 {
			return groups[i], nil
		}
		return nil, problem.Problem{Message: "đặc điểm của xã không thuộc nhóm nào của bộ tiêu chí",
			Hint: "ghi thêm đặc điểm của xã ở mục traits"}
	case 1:
		return fit[0], nil
	}
	names := make([]string, len(fit))
	for i, g := range fit {
		names[i] = g.Name
	}
	return nil, problem.Problem{Message: fmt.Sprintf("theo đặc điểm đã ghi, xã thuộc cùng lúc: %s",
		strings.Join(names, "; ")),
		Hint: "xem lại mục traits; cơ quan có thẩm quyền phải xác định xã thuộc nhóm nào"}
}

// columnTitle names a column for a reader: a region, or a group of the pack.
func columnTitle(column Region, groups []*Group) string {
	for _, g := range groups {
		if string(column) == g.ID {
			return g.Name
		}
	}
	return column.Title()
}

// queryFor is q for a commune of the given column: of the region, or with the
// traits of the group.
func (s *Standard) queryFor(q Query, column Region) Query {
	i := slices.IndexFunc(s.Groups, func(g *Group) bool { return g.ID == string(column) })
	if i < 0 {
		q.Region = column
		return q
	}
	if q.Region == "" {
		q.Region = Regions[0] // a standard by groups asks no region
	}
	if group := s.Groups[i]; !group.Otherwise {
		q.Traits = slices.Concat(q.Traits, group.AnyOf[0])
	}
	return q
}
