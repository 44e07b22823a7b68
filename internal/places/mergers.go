package places

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"ntm/internal/vi"
)

//go:embed data/mergers-2025-07.csv
var mergersCSV string

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
func (m part) names(u Place) bool {
	return (m.district == "" || m.district == key(u.District)) &&
		(m.province == "" || m.province == listedProvince(key(u.Province))) &&
		slices.ContainsFunc(m.name, func(r reading) bool {
			return (r.kind == "" || r.kind == u.Type) && r.key == key(u.Name)
		})
}

// spells reports whether the part also spells u's name as the old list does; of
// the xã Minh Quán and Minh Quân of one huyện it tells which is meant.
func (m part) spells(u Place) bool {
	return slices.ContainsFunc(m.name, func(r reading) bool { return r.tone == toneKey(u.Name) })
}

// parts reads a list of old units: "Xã A (huyện X); Phường B (phần còn lại sau
// khi sáp nhập vào xã C; xã D)".
func parts(text string) []part {
	var all []part
	depth := 0 // of brackets
	pieces := strings.FieldsFunc(text, func(r rune) bool {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		return r == ';' && depth == 0
	})
	for _, piece := range pieces {
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

// mergedFrom is the table's list of the old units that made the new unit of
// that code, or "" where it tells of no merger.
func mergedFrom(code string) string {
	return mergers()[code]
}

// mergers is the table by new code. It is asked of every unit of the list, and to look
// through its text each time would be most of a command's time.
var mergers = sync.OnceValue(func() map[string]string {
	all := make(map[string]string, strings.Count(mergersCSV, "\n"))
	for row := range rows(mergersCSV, 4) {
		all[row[0]] = merged(row[3])
	}
	return all
})

// merged is a cell of the table as text, or "" where it says in one way or
// another that there was no merger.
func merged(cell string) string {
	text := vi.NFC(cell)
	if text == "Không sáp nhập" || text == "-" {
		return ""
	}
	return text
}

// heirs tells for each province of 2024, by code, which province its communes
// belong to now.
var heirs = sync.OnceValue(func() map[string]Place {
	return heirsIn(since().places, before())
})

// heirsIn reads the succession of provinces from the communes that kept their
// codes; every province has exactly one heir, which a test holds.
func heirsIn(places []Place, old *Directory) map[string]Place {
	heirs := map[string]Place{}
	for _, p := range places {
		if was, ok := old.byCode(p.Code); ok {
			heirs[was.ProvinceCode] = p
		}
	}
	return heirs
}

// inheritRegions gives each new unit the region of the old unit of its code,
// else of the first old unit it was made from.
func inheritRegions(places []Place, old *Directory) {
	heirs := heirsIn(places, old)
	for i, p := range places {
		if was, ok := old.byCode(p.Code); ok {
			places[i].Region = was.Region
			continue
		}
		for _, part := range parts(mergedFrom(p.Code)) {
			if part.name[0].kind == "" {
				continue // an island district, which had no communes
			}
			known := slices.IndexFunc(old.places, func(u Place) bool {
				return heirs[u.ProvinceCode].ProvinceCode == p.ProvinceCode && part.names(u)
			})
			if known >= 0 {
				places[i].Region = old.places[known].Region
				break
			}
		}
	}
}

// successors is the new units that took in the old unit u, wholly or in part,
// as far as that is certain. Where the table gives a name without its district,
// the district of the new unit's seat decides between namesakes.
func successors(u Place) []Place {
	type claim struct {
		into           Place
		local, spelled bool
	}
	var claims []claim
	for row := range rows(mergersCSV, 4) {
		into, known := since().byCode(row[0])
		if !known || into.ProvinceCode != heirs()[u.ProvinceCode].ProvinceCode {
			continue
		}
		seat, _ := before().byCode(into.Code)
		for _, part := range parts(merged(row[3])) {
			if part.names(u) {
				claims = append(claims, claim{
					into:    into,
					local:   part.district != "" || seat.District == u.District,
					spelled: part.spells(u),
				})
				break
			}
		}
	}
	keep := func(good func(claim) bool) bool {
		some := slices.ContainsFunc(claims, good)
		if some {
			claims = slices.DeleteFunc(claims, func(c claim) bool { return !good(c) })
		}
		return some
	}
	same := key
	if keep(func(c claim) bool { return c.spelled }) {
		same = toneKey
	}
	if local := keep(func(c claim) bool { return c.local }); local || len(claims) > 0 && !hasNamesake(u, same) {
		into := make([]Place, len(claims))
		for i, c := range claims {
			into[i] = c.into
		}
		return into
	}
	// A unit merged between February 2024 and the reform is not in the table;
	// its code may live on.
	if p, ok := since().byCode(u.Code); ok {
		return []Place{p}
	}
	return nil
}

// hasNamesake reports whether another old unit of u's type lies in what is now
// one province with it and has the same name.
func hasNamesake(u Place, same func(name string) string) bool {
	return slices.ContainsFunc(before().places, func(other Place) bool {
		return other.Code != u.Code && other.Type == u.Type &&
			heirs()[other.ProvinceCode].ProvinceCode == heirs()[u.ProvinceCode].ProvinceCode &&
			same(other.Name) == same(u.Name)
	})
}
