package reading

import (
	"fmt"
	"slices"
	"strconv"

	"ntm/criteria"
	"ntm/internal/decision"
	"ntm/internal/pattern"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// Standard is the standard that decisions are about: the one of that id; else by the
// levels that their annexes name and the years in their titles. The error is a
// problem.Problem.
func Standard(lib *criteria.Library, all []*decision.Decision, id string) (*criteria.Standard, error) {
	if id != "" {
		if std, ok := lib.StandardByID(id); ok {
			return std, nil
		}
		return nil, problem.Problem{Message: fmt.Sprintf("không có bộ tiêu chí %q", id), Hint: "các bộ tiêu chí: " +
			ids(lib.Standards)}
	}
	var found []*criteria.Standard
	for _, d := range all {
		for _, a := range d.Annexes {
			for _, std := range lib.Standards {
				if a.Of == "xã" && string(std.Level) == a.Level && isOf(d, a, std) && !slices.Contains(found, std) &&
					!isOthers(std, ProvinceOf(all)) {
					found = append(found, std)
				}
			}
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		if len(annexes(all)) == 0 {
			return nil, noTable(all[0].File)
		}
		hint := "thêm --standard BỘ_TIÊU_CHÍ, một trong: " + ids(lib.Standards)
		press := problem.Press("chọn ở ô Bộ tiêu chí rồi đọc lại")
		if hasLevel(all, criteria.HienDai) {
			press = problem.Press("mức hiện đại là mức riêng của tỉnh: thả lại tệp, bấm Mức hiện đại của tỉnh: lập " +
				"khung rồi đọc")
			hint = "mức hiện đại là mức riêng của tỉnh: ghi một tệp bộ tiêu chí có tên tỉnh và tên các tiêu chí (mẫu " +
				"ở docs/bo-tieu-chi.md) vào một thư mục, rồi đọc lại với --criteria THƯ_MỤC"
		}
		return nil, problem.Problem{File: all[0].File, Message: "không rõ quyết định này là của bộ tiêu chí nào; " +
			seen(all), Hint: hint, Page: press}
	}
	return nil, problem.Problem{File: all[0].File, Message: "quyết định này có bảng của nhiều bộ tiêu chí: " +
		vi.List("; ", found, func(std *criteria.Standard) string { return std.Name + " (" + std.ID + ")" }),
		Hint: "thêm --standard với một trong các bộ ấy; mỗi bộ đọc thành một bảng đối chiếu",
		Page: problem.Press("chọn một trong các bộ ấy ở ô Bộ tiêu chí rồi đọc lại; mỗi bộ đọc một lần")}
}

// isOthers tells whether a standard is the own level of another province than the one
// whose decision it is.
func isOthers(std *criteria.Standard, province string) bool {
	return std.Province != "" && province != "" && vi.Fold(std.Province) != vi.Fold(province)
}

// hasLevel tells whether an annex of the decisions is for a level.
func hasLevel(all []*decision.Decision, level criteria.Level) bool {
	return slices.ContainsFunc(annexes(all), func(a *decision.Annex) bool { return a.Level == string(level) })
}

func ids(all []*criteria.Standard) string {
	return vi.List(", ", all, func(std *criteria.Standard) string { return std.ID })
}

// seen says which annexes there are.
func seen(all []*decision.Decision) string {
	return "đã thấy: " + vi.List("; ", annexes(all), func(a *decision.Annex) string { return strconv.Quote(a.Title) })
}

func annexes(all []*decision.Decision) []*decision.Annex {
	var out []*decision.Annex
	for _, d := range all {
		out = append(out, d.Annexes...)
	}
	return out
}

// noTable says that a file has no table of criteria, and why that may be.
func noTable(file string) error {
	return problem.Problem{File: file, Message: "không thấy bảng tiêu chí nào trong tệp",
		Hint: "mở tệp xem phụ lục có bảng tiêu chí không: phụ lục ở tệp khác thì đưa cả tệp ấy vào lệnh; bảng là ảnh " +
			"chụp thì tìm bản Word có chữ, hoặc gõ lại bảng vào Excel"}
}

var period = pattern.New(`(20\d\d)\s*[-–—]\s*(20\d\d)`)

// isOf tells whether an annex may be of the years of a standard: by its decision's
// number, the years in its title or the decision's, or else the decision's year.
func isOf(d *decision.Decision, a *decision.Annex, std *criteria.Standard) bool {
	if d.Number != "" && d.Number == std.Decision.Number {
		return true
	}
	if years, ok := periodOf(d, a); ok {
		return std.Years.Overlap(years)
	}
	return !d.Date.IsZero() && std.Years.Contain(d.Date.Year())
}

// periodOf is the years that an annex says in its title, or the decision in its own.
func periodOf(d *decision.Decision, a *decision.Annex) (criteria.Years, bool) {
	for _, title := range []string{a.Title, d.Title} {
		if m := period.FindStringSubmatch(title); m != nil {
			from, _ := strconv.Atoi(m[1]) // they are digits
			to, _ := strconv.Atoi(m[2])
			return criteria.Years{From: from, To: to}, true
		}
	}
	return criteria.Years{}, false
}
