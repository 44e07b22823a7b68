// Package places is the list of Vietnam's commune-level units: which xã is
// meant by a code, or by a name with its huyện and tỉnh as far as known.
//
// Names alone do not say it. Two xã are called Quảng Trung, 25 units Quang
// Trung; Yên Viên is a xã and a thị trấn of one huyện; and on 1/7/2025
// the country went from 63 provinces, some 700 districts and 10,000 communes to
// 34 provinces and 3,321 communes without districts. So there are two lists, and
// the day of an assessment tells which one is in force ([On]). A name that fits
// one unit is found with or without its accents; one that fits several, or none,
// is answered with the units that may be meant, never with a guess.
//
// Every xã belongs to one of the seven regions by whose column the criteria
// judge it. The regions are of the 63 provinces, so a unit of the new list has
// the region of the unit it continues.
//
// Sources: both lists come from the MIT-licensed public dataset of
// administrative units by Thang Le Quoc (vietnamese-provinces-database), built
// on the statistics office's list: data/places-2024-02.csv as of February 2024
// with the seven regions added, data/places-2026-04.csv as of 30/4/2026.
// data/mergers-2025-07.csv, which old units went into which new one, is a table
// printed by the press, joined to those codes. What follows from the three, the
// regions of the new units and data/reform-2025-07.csv, is worked out by the tests
// of this package and only looked up by the program.
package places

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ntm/internal/vi"
)

// Unit is one commune-level unit: as the list in force had it, or, outside the lists,
// as a report declares it. A document that keeps one keeps its names, not its types:
// the title it bore there is KeptTitle.
type Unit struct {
	Code         string `json:"code"`               // five digits, of the statistics office
	Name         string `json:"name"`               // without its type: "Quảng Trung"
	Type         string `json:"-"`                  // "Xã", "Phường", "Thị trấn"; since 1/7/2025 also "Đặc khu"
	District     string `json:"district"`           // "" since 1/7/2025, when districts ceased
	DistrictType string `json:"-"`                  // "Huyện", "Thị xã", "Thành phố", "Quận"
	Province     string `json:"province"`           // without its type: "Thanh Hóa"
	ProvinceCode string `json:"-"`                  // two digits; the lists may give one to different provinces
	Region       string `json:"region"`             // tdmnpb, dbsh, btb, dhntb, tn, dnb or dbscl; "" when not known
	Declared     bool   `json:"declared,omitempty"` // by a report, outside the lists
	KeptTitle    string `json:"-"`                  // "" for what the names and types make
}

// Rural reports whether the unit is a xã: only those are assessed as xã nông
// thôn mới.
func (p Unit) Rural() bool { return p.Type == "Xã" }

// Title is the unit in full, as documents name it: "xã Quảng Trung, huyện
// Quảng Xương, tỉnh Thanh Hóa".
func (p Unit) Title() string {
	if p.KeptTitle != "" {
		return p.KeptTitle
	}
	district := ""
	if p.District != "" {
		district = withType(p.DistrictType, p.District)
	}
	return vi.Join(", ", withType(p.Type, p.Name), district, p.province())
}

// String is the Title.
func (p Unit) String() string { return p.Title() }

// withCode is the unit in full with the code by which it is told from others.
func (p Unit) withCode() string { return p.String() + " (mã " + p.Code + ")" }

// withType joins type and name as Nghị định 30/2020 (annex II) writes them:
// "xã Quảng Trung", but "Phường 1" with a capital before a number.
func withType(kind, name string) string {
	if first, _ := utf8.DecodeRuneInString(name); unicode.IsDigit(first) {
		return kind + " " + name
	}
	return strings.ToLower(kind) + " " + name
}

// province is the province with its type. Nghị định 30/2020 gives Thành phố Hồ
// Chí Minh alone a capital.
func (p Unit) province() string {
	switch vi.Fold(p.Province) {
	case "ho chi minh":
		return "Thành phố " + p.Province
	case "ha noi", "hai phong", "da nang", "can tho",
		"hue": // since 1/1/2025; before, and in the old list, tỉnh Thừa Thiên Huế
		return "thành phố " + p.Province
	case "dong nai": // since 30/4/2026 (30/2026/QH16), the day of the new list
		if p.District == "" {
			return "thành phố " + p.Province
		}
	}
	return "tỉnh " + p.Province
}
