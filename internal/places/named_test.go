package places

import (
	"slices"
	"strings"
)

// part is an old unit as the table of mergers names it: "Xã Hòa An (huyện
// Giồng Riềng)".
type part struct {
	text     string // as the table writes it
	name     []reading
	district string // its key, where the table tells namesakes apart; else ""
	province string // likewise, of the 63
	rest     bool   // the table says that only a part of the unit is meant
}

// names reports whether the part may be the old unit u, its province aside.
func (m part) names(u Unit) bool {
	return (m.district == "" || m.district == key(u.District)) &&
		(m.province == "" || m.province == listedProvince(key(u.Province))) &&
		slices.ContainsFunc(m.name, func(r reading) bool {
			return (r.kind == "" || r.kind == u.Type) && r.key == key(u.Name)
		})
}

// spells reports whether the part also spells u's name as the old list does; of
// the xã Minh Quán and Minh Quân of one huyện it tells which is meant.
func (m part) spells(u Unit) bool {
	return slices.ContainsFunc(m.name, func(r reading) bool { return r.tone == toneKey(u.Name) })
}

// parts reads a list of old units.
func parts(text string) []part {
	var all []part
	for _, piece := range pieces(text) {
		name, brackets, _ := strings.Cut(piece, "(")
		p := part{text: strings.TrimSpace(piece), name: readings(name, communeKinds())}
		for note := range strings.SplitSeq(brackets, "(") {
			p.note(strings.TrimPrefix(strings.TrimSpace(strings.Trim(note, ") ")), "thuộc "))
		}
		all = append(all, p)
	}
	return all
}

// note reads what brackets say of the part: "huyện Châu Thành; tỉnh Trà Vinh",
// "phần còn lại sau khi sáp nhập vào xã C; xã D", "một phần".
func (m *part) note(text string) {
	if strings.HasPrefix(text, "phần còn lại") || strings.HasPrefix(text, "một phần") {
		m.rest = true
		return
	}
	district, province, _ := strings.Cut(text, ";")
	if r := readings(district, districtKinds())[0]; r.kind != "" {
		m.district = r.key
		m.province = provinceReadings(strings.TrimSpace(province))[0].key
	}
}
