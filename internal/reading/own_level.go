package reading

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/decision"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// OwnLevel is the frame of a province's own level as its decision has it: whose it is, for which years, its criteria
// by name, none of them with an indicator yet. What has no place in a frame is refused, never made up. A frame that
// the law has already is that one. The error is a problem.Problem.
func OwnLevel(lib *criteria.Library, all []*decision.Decision) (*criteria.Standard, error) {
	refused := func(what string) error {
		return problem.Problem{File: all[0].File, Message: "không lập được khung mức hiện đại từ tệp này: " + what,
			Hint: "ghi tệp bộ tiêu chí theo mẫu ở docs/bo-tieu-chi.md vào thư mục quy định"}
	}
	out := &criteria.Standard{Schema: "ntm.standard.v1", Level: criteria.HienDai}
	grouped := false
	for _, d := range all {
		for _, a := range d.Annexes {
			if a.Of != "xã" || a.Level != string(criteria.HienDai) {
				continue
			}
			out.Decision, out.Annex = criteria.Document{Number: d.Number, Date: criteria.Date{Time: d.Date}}, a.No
			out.Years, _ = periodOf(d, a)
			for _, row := range a.Rows {
				out.Criteria = withCriterion(out.Criteria, row)
				grouped = grouped || slices.ContainsFunc(row.Cells, func(c *decision.Cell) bool {
					return c.Column != nil && c.Column.Kind == decision.Group
				})
			}
		}
	}
	home, known := places.FindProvince(ProvinceOf(all))
	switch {
	case len(out.Criteria) == 0:
		return nil, refused("không thấy phụ lục tiêu chí xã nông thôn mới hiện đại")
	case out.Decision.Number == "" || out.Decision.Date.IsZero():
		return nil, refused("không thấy số hoặc ngày quyết định")
	case out.Years.From == 0:
		return nil, refused("không thấy giai đoạn áp dụng")
	case !known:
		return nil, refused("không rõ quyết định của tỉnh nào")
	}
	out.Province = home.Name
	out.ID = "hien-dai-" + vi.Slug(home.Name)
	out.Name = "Bộ tiêu chí xã nông thôn mới hiện đại của tỉnh " + home.Name
	for _, std := range lib.Standards {
		switch {
		case !std.Years.Overlap(out.Years):
		case std.Level == criteria.HienDai && !isOthers(std, home.Name):
			return std, nil
		case grouped && std.Level == criteria.NTM:
			out.Groups = std.Groups
		}
	}
	if grouped && len(out.Groups) == 0 {
		return nil, refused("quyết định chia theo nhóm xã, chưa biết các nhóm ấy")
	}
	return out, nil
}

// withCriterion are criteria with that of a row.
func withCriterion(all []*criteria.Criterion, row *decision.Row) []*criteria.Criterion {
	isKnown := slices.ContainsFunc(all, func(c *criteria.Criterion) bool { return c.No == row.CriterionNo })
	if isKnown || row.CriterionNo == "" || row.Criterion == "" {
		return all
	}
	return append(all, &criteria.Criterion{No: row.CriterionNo, Name: row.Criterion})
}
