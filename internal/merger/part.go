package merger

import (
	"cmp"
	"slices"
	"strings"

	"ntm/internal/list"
	"ntm/internal/places"
)

// Part is one of the old units a commune was made from.
type Part struct {
	Code   string `json:"code,omitempty"` // "" where only the name is known
	Title  string `json:"title"`          // as sentences name it: "xã Quảng Trung, huyện Quảng Xương, tỉnh Thanh Hóa"
	Partly bool   `json:"partly"`         // only a part of it was taken, or that cannot be ruled out
	Urban  bool   `json:"urban"`          // a thị trấn or phường, which is not recognised as xã nông thôn mới
}

// PartOf is the part as the table of mergers has it.
func PartOf(p places.Part) Part {
	if p.Known {
		return Part{Code: p.Place.Code, Title: p.Place.String(), Partly: p.Partly, Urban: !p.Place.Rural()}
	}
	urban := strings.HasPrefix(p.Text, "Phường ") || strings.HasPrefix(p.Text, "Thị trấn ")
	return Part{Title: p.Text, Partly: p.Partly, Urban: urban}
}

func byCode(a, b Part) int {
	return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Title, b.Title))
}

// short is what the parts are called among themselves, in their order: "xã
// Quảng Trung", in full where two are called so.
func short[P interface{ title() string }](parts []P) []string {
	names := list.Map(parts, func(p P) string {
		name, _, _ := strings.Cut(p.title(), ",")
		return name
	})
	called := slices.Clone(names)
	for i, name := range names {
		if list.Count(names, func(other string) bool { return other == name }) > 1 {
			called[i] = parts[i].title()
		}
	}
	return called
}

func (p Part) title() string { return p.Title }
