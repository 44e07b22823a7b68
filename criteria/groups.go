package criteria

import (
	"slices"

	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// groupOf finds the group a commune belongs to by its traits. A commune that
// fits two is not guessed at.
func groupOf(groups []*Group, q Query) (*Group, error) {
	fit := list.Where(groups, func(g *Group) bool {
		return slices.ContainsFunc(g.AnyOf, func(all []Trait) bool { return fit(q.Traits, all, nil) })
	})
	switch len(fit) {
	case 0:
		if g, ok := first(groups, func(g *Group) bool { return g.Otherwise }); ok {
			return g, nil
		}
		return nil, problem.Problem{Message: "đặc điểm của xã không thuộc nhóm nào của bộ tiêu chí",
			Hint: "ghi thêm đặc điểm của xã ở mục traits"}
	case 1:
		return fit[0], nil
	}
	names := vi.List("; ", fit, func(g *Group) string { return g.Name })
	return nil, problem.Problem{Message: "theo đặc điểm đã ghi, xã thuộc cùng lúc: " + names,
		Hint: "xem lại mục traits; cơ quan có thẩm quyền phải xác định xã thuộc nhóm nào"}
}

// columnTitle names a column for a reader: a region, or a group of the pack.
func columnTitle(column Region, groups []*Group) string {
	if i := groupNo(groups, column); i >= 0 {
		return groups[i].Name
	}
	return column.Title()
}

// queryFor is q for a commune of the given column: of the region, or with the
// traits of the group.
func (s *Standard) queryFor(q Query, column Region) Query {
	i := groupNo(s.Groups, column)
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
