package packs

import (
	"fmt"
	"slices"

	"ntm/criteria"
)

// relations checks what a figure says of others: that there are such figures, that the two
// can be compared, that nothing is said twice, and that no figure comes back to itself.
func (c *checker) relations(f *criteria.Figure) {
	for i, r := range f.Relations {
		to := c.lib.Figures[r.To]
		switch {
		case to == nil:
			c.fail(f.Pos, "sửa mã ở relations", "số liệu %s: quan hệ %s với %q, không có số liệu nào mã này", f.ID,
				r.Kind,
				r.To)
			continue
		case r.To == f.ID || c.reaches(to, f.ID, r.Kind):
			c.fail(f.Pos, "bỏ một quan hệ", "số liệu %s: quan hệ %s đi vòng về chính nó qua %s", f.ID, r.Kind, r.To)
			continue
		case slices.ContainsFunc(f.Relations[:i], func(o criteria.Relation) bool {
			return o.Kind == r.Kind && o.To == r.To && o.CountOf() == r.CountOf()
		}):
			c.fail(f.Pos, "giữ một, bỏ một", "số liệu %s: quan hệ %s với %s ghi hai lần", f.ID, r.Kind, r.To)
		}
		if why := comparable(f, to, r); why != "" {
			c.fail(f.Pos, why, "số liệu %s (%s): quan hệ %s không hợp với %s (%s)", f.ID, unitOf(f), r.Kind, r.To,
				unitOf(to))
		}
	}
}

// reaches tells whether relations of the kind lead from the figure to the id.
func (c *checker) reaches(from *criteria.Figure, id string, kind criteria.RelationKind) bool {
	seen := map[string]bool{}
	var walk func(f *criteria.Figure) bool
	walk = func(f *criteria.Figure) bool {
		if f == nil || seen[f.ID] {
			return false
		}
		seen[f.ID] = true
		return slices.ContainsFunc(f.Relations, func(r criteria.Relation) bool {
			return r.Kind == kind && (r.To == id || walk(c.lib.Figures[r.To]))
		})
	}
	return walk(from)
}

// comparable says what is to be mended where two figures cannot be related so, "" where
// they can.
func comparable(f, to *criteria.Figure, r criteria.Relation) string {
	rate, rates := f.Unit == criteria.Percent, f.Unit == criteria.Percent && to.Unit == criteria.Percent
	chained := func(o criteria.Relation) bool { return o.Kind == criteria.SameTotalAs }
	switch {
	case r.Within && r.Kind != criteria.RateOf:
		return "within chỉ có ở rate_of"
	case r.Kind == criteria.Excludes && f.Unit == criteria.Declared && to.Unit == criteria.Declared:
		return ""
	case r.Kind == criteria.ImpliesMet:
		if r.Of != "" || r.Counts || r.Drift != 0 {
			return "implies chỉ có to"
		}
	case f.Unit == criteria.Declared || to.Unit == criteria.Declared:
		return string(r.Kind) + " chỉ có giữa những con số; đạt hay chưa đạt dùng implies hay excludes"
	case f.Unit == criteria.Grade || to.Unit == criteria.Grade:
		return "xếp loại không đếm gì"
	case r.Kind == criteria.RateOf && (!rate || to.Unit == criteria.Percent || r.Of != "" || r.Counts):
		return "rate_of đi từ một tỷ lệ tới một số đếm, chỉ có to, within, drift"
	case (r.Kind == criteria.SumOf || r.Kind == criteria.Excludes) && (f.Unit != to.Unit || r.Of != "" || r.Counts):
		return string(r.Kind) + " chỉ có giữa hai số liệu cùng đơn vị, và chỉ có to, drift"
	case r.Kind == criteria.SameTotalAs && slices.ContainsFunc(to.Relations, chained):
		return fmt.Sprintf("nối thẳng với số liệu mà %s nối tới", to.ID)
	case r.Kind == criteria.SameTotalAs && (r.Counts || r.Of == criteria.OfRest):
		return "same_total_as có to, of: counted hoặc total, drift"
	case r.Counts && !rates:
		return "counts chỉ có giữa hai tỷ lệ"
	case r.Kind == criteria.PartOf && rates && r.CountOf() == criteria.OfTotal:
		return "một tỷ lệ luôn là một phần của tổng; bỏ quan hệ này"
	case !rate && to.Unit != criteria.Percent && r.Of != "":
		return "số liệu này chỉ có một số, bỏ of"
	case r.Within: // the total of a part, in the unit of the part
		if rate && f.CountedIn == string(to.Unit) {
			return ""
		}
		return "hai số liệu phải đếm cùng một đơn vị"
	case unitOf(f) != unitOf(to) && r.CountOf() != criteria.OfRest:
		return "hai số liệu phải đếm cùng một đơn vị"
	}
	return ""
}

// unitOf is what a figure counts in.
func unitOf(f *criteria.Figure) string {
	if f.Unit == criteria.Percent {
		return f.CountedIn
	}
	return string(f.Unit)
}
