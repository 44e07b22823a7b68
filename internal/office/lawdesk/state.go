package lawdesk

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"ntm/criteria"
	lawpacks "ntm/criteria/packs"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// OfficeProvince is the province whose set a list or a table tells the state of: the one
// that is named, else the one that the office's own packs are for, "" for none.
func OfficeProvince(lib *criteria.Library, name string) (string, error) {
	if name != "" {
		if _, known := places.FindProvince(name); !known && !slices.Contains(ownProvinces(lib), name) {
			return "", problem.WrongUse{Message: fmt.Sprintf("không có tỉnh %q", name), Hint: provinceHint(name)}
		}
		return name, nil
	}
	if own := ownProvinces(lib); len(own) == 1 {
		return own[0], nil
	}
	return "", nil
}

// provinceHint says what a name of no province may mean.
func provinceHint(name string) string {
	var known []string
	for _, day := range office.ListDays(0) {
		for _, p := range places.On(day).All() {
			known = list.Once(known, p.Province)
		}
	}
	if near, ok := vi.Nearest(name, known); ok {
		return fmt.Sprintf("có phải ý là %q?", near)
	}
	return "kiểm tra lại tên tỉnh"
}

// SameProvince tells whether two names are of one province of today.
func SameProvince(a, b string) bool {
	one, known := places.FindProvince(a)
	other, too := places.FindProvince(b)
	if known && too {
		return one.Home == other.Home
	}
	return vi.Fold(a) == vi.Fold(b)
}

// ownProvinces are those of the packs that do not come with the program.
func ownProvinces(lib *criteria.Library) []string {
	var out []string
	for _, o := range lib.Overlays {
		if o.Province != "" && !slices.Contains(lawpacks.Embedded().Overlays, o) {
			out = list.Once(out, o.Province)
		}
	}
	return out
}

// StateOf is how far an office of the province has come with a standard.
func StateOf(lib *criteria.Library, std *criteria.Standard, name string) (*criteria.State, error) {
	var columns []criteria.Region
	if p, known := places.FindProvince(name); known {
		name = p.Name
		if std.Years.From > 2025 {
			name = p.Home
		}
		for _, region := range p.Regions() {
			columns = append(columns, criteria.Region(region))
		}
		if rule := std.ColumnRule; rule != nil {
			columns = append(columns, rule.Column)
		}
		if len(std.Groups) > 0 {
			columns = nil // every group is found in every province
		}
	}
	return lib.StateOf(std, name, columns)
}

// Standard finds the standard a user names.
func Standard(lib *criteria.Library, id string) (*criteria.Standard, error) {
	if std, ok := lib.StandardByID(id); ok {
		return std, nil
	}
	return nil, problem.WrongUse{Message: fmt.Sprintf("không có bộ tiêu chí %q", id),
		Hint: "các bộ tiêu chí: " + strings.Join(StandardIDs(lib), ", ")}
}

// StandardIDs are the ids of all standards.
func StandardIDs(lib *criteria.Library) []string {
	return list.Map(lib.Standards, func(std *criteria.Standard) string { return std.ID })
}

// province finds a province of the standard's time, and its region.
func province(name string, std *criteria.Standard) (string, criteria.Region, error) {
	day := criteria.Day(min(std.Years.To, 2024), time.December, 31)
	if std.Years.From > 2025 {
		day = criteria.Day(std.Years.From, time.December, 31)
	}
	for _, p := range places.On(day.Time).Find(places.Query{Province: name}) {
		if p.Region != "" {
			return p.Province, criteria.Region(p.Region), nil
		}
	}
	return "", "", problem.WrongUse{
		Message: fmt.Sprintf("không có tỉnh %q trong danh mục của giai đoạn %d-%d", name, std.Years.From, std.Years.To),
		Hint:    provinceHint(name),
	}
}

// KnownProvince tells whether a province is in either list of places.
func KnownProvince(name string) bool {
	return slices.ContainsFunc(office.ListDays(0), func(day time.Time) bool {
		return len(places.On(day).Find(places.Query{Province: name})) > 0
	})
}
