package packs

import (
	"fmt"
	"slices"

	"ntm/criteria"
)

// counts checks a figure that may be left out of a rate: it counts what that rate
// counts, and a rate has one such count.
func (c *checker) counts(f *criteria.Figure) {
	if f.LeavesOutOf == "" {
		return
	}
	switch rate := c.lib.Figures[f.LeavesOutOf]; {
	case rate == nil:
		c.fail(f.Pos, "sửa mã ở leaves_out_of", "số liệu %s: không có tỷ lệ %q để trừ", f.ID, f.LeavesOutOf)
	case rate.Unit != criteria.Percent || rate.CountedIn != string(f.Unit):
		c.fail(f.Pos, "số được trừ phải đếm cùng đơn vị với hai số đếm của một tỷ lệ %",
			"số liệu %s đếm theo %q, không trừ được ở %s", f.ID, f.Unit, rate.ID)
	default:
		c.once(f.LeavesOutOf+" left out", fmt.Sprintf("số được trừ của tỷ lệ %s", rate.ID), f.Pos)
	}
}

// leftOut checks an overlay's rule of what is left out, against those of the
// overlays before it too.
func (c *checker) leftOut(rule *criteria.OverlayLeftOut, o *criteria.Overlay, earlier []*criteria.Overlay) {
	f := c.lib.Figures[rule.Figure]
	switch {
	case f == nil:
		c.fail(rule.Pos, "thêm số liệu này vào danh mục hoặc sửa mã", "không có số liệu %q", rule.Figure)
	case f.LeavesOutOf == "":
		c.fail(rule.Pos, "dùng một số liệu có leaves_out_of trong danh mục",
			"số liệu %s không phải là số được trừ của tỷ lệ nào", rule.Figure)
	case !rule.Given() || rule.Status == criteria.Missing:
		c.fail(rule.Pos, "ghi status (seen, recalled, doubtful, confirmed) và source",
			"quy tắc trừ %s chưa có căn cứ", rule.Figure)
	case rule.Status == criteria.Confirmed && (rule.CheckedBy == "" || rule.CheckedOn.IsZero()):
		c.fail(rule.Pos, "ghi checked_by và checked_on", "quy tắc đã xác nhận phải ghi ai xác nhận, ngày nào")
	}
	for _, other := range append(slices.Clone(earlier), o) {
		for _, before := range other.LeftOut {
			if before == rule {
				return // the rest come later
			}
			if before.Figure == rule.Figure && o.Besides(other) {
				c.fail(rule.Pos, "giữ một, bỏ một", "số liệu %s được hai quy định trừ: %s và %s (%s, dòng %d)",
					rule.Figure, o.ID, other.ID, before.Pos.File, before.Pos.Line)
			}
		}
	}
}
