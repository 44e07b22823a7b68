package places

import (
	"cmp"
	"slices"
	"strings"

	"ntm/internal/list"
	"ntm/internal/vi"
)

// Query asks for a unit: by code, or by name with district and province as far
// as known. Names may be typed without accents, with tone marks placed either
// way, and with their types before them ("xã", "huyện", "TP.", "tỉnh"); a type
// before the unit's own name narrows the search to that type.
type Query struct{ Code, Name, District, Province string }

// Find is every unit that fits q, best spelled first and those with other
// accents than were typed last; a field left empty fits all. Nothing fits a code
// together with a name that disagrees.
func (d *Directory) Find(q Query) []Unit {
	return list.Map(d.fits(q.clean()), func(f fit) Unit { return f.place })
}

func (q Query) clean() Query {
	return Query{bareCode(q.Code), vi.NFC(q.Name), vi.NFC(q.District), vi.NFC(q.Province)}
}

// bareCode is a code without what programs add to it: "16492.0", ="16492".
func bareCode(code string) string {
	code = vi.NFC(code)
	if quoted, ok := strings.CutPrefix(code, `="`); ok {
		code = strings.TrimSuffix(quoted, `"`)
	}
	if whole, zeros, found := strings.Cut(code, "."); found && strings.Trim(zeros, "0") == "" {
		return whole
	}
	return code
}

// fit is a unit that fits a query, and how well it does beyond matching keys.
type fit struct {
	place    Unit
	faithful bool // no accent was typed in its name that the list has not
	rank     int  // higher for the better fit
}

// want is a query understood.
type want struct {
	name, district, province []reading
	plain                    bool // the name was typed without accents
}

func (q Query) want() want {
	return want{
		name:     readings(q.Name, communeKinds()),
		district: readings(q.District, districtKinds()),
		province: provinceReadings(q.Province),
		plain:    plain(q.Name),
	}
}

// fit tells whether and how p fits when its name is read as name. A name typed
// without accents counts as well spelled only if the rest is spelled as listed:
// "Quang Trung" in "Thanh Hóa" is Quang Trung, but "quang trung" in "thanh hoa"
// may as well be Quảng Trung.
func (w want) fit(p Unit, k keys, name reading) (fit, bool) {
	district, inDistrict := match(w.district, k.district)
	province, inProvince := match(w.province, k.province)
	if !inDistrict || !inProvince || name.key != "" && name.key != k.name || name.kind != "" && name.kind != p.Type {
		return fit{}, false
	}
	context := (district.key == "" || district.tone == toneKey(p.District)) &&
		(province.key == "" || province.tone == toneKey(p.Province))
	exact := name.key == "" || name.tone == toneKey(p.Name)
	faithful := exact || vi.LeavesOut(name.tone, toneKey(p.Name))
	spelled := exact && (context || !w.plain) // as the list has it
	kind := district.kind == "" || district.kind == p.DistrictType
	rank := 0
	for _, good := range []bool{faithful, spelled, context, kind} {
		rank <<= 1
		if good {
			rank++
		}
	}
	return fit{p, faithful, rank}, true
}

// match is the reading that means the unit of that key; a blank field is a
// reading that means any.
func match(readings []reading, key string) (reading, bool) {
	for _, r := range readings {
		if r.key == key || r.key == "" {
			return r, true
		}
	}
	return reading{}, false
}

// fits is every unit that fits q, the best first. The second reading of a name
// counts only when nothing fits the first.
func (d *Directory) fits(q Query) []fit {
	w := q.want()
	for _, name := range w.name {
		var found []fit
		add := func(p Unit, k keys) {
			if f, ok := w.fit(p, k, name); ok {
				found = append(found, f)
			}
		}
		if p, ok := d.byCode(q.Code); ok {
			add(p, keysOf(p))
		} else if q.Code == "" {
			ix := d.index()
			for _, i := range ix.byName[name.key] {
				add(d.places[i], ix.keys[i])
			}
		}
		if len(found) > 0 {
			slices.SortStableFunc(found, func(a, b fit) int {
				return cmp.Or(cmp.Compare(b.rank, a.rank), rural(a.place)-rural(b.place))
			})
			return found
		}
	}
	return nil
}

func rural(p Unit) int {
	if p.Rural() {
		return 0
	}
	return 1
}

// best is the units q can only mean: of all that fit those of the best rank,
// and of a xã and a thị trấn or phường of one name in one district the xã, for
// it is xã that are assessed. A unit whose name has other accents than were
// typed is meant only where a district leaves no doubt: asked for "Quảng Trung",
// a province that has only a Quang Trung has none.
func (d *Directory) best(q Query) []Unit {
	var best []Unit
	found := d.fits(q)
	for _, f := range found {
		if (f.faithful || q.District != "") && f.rank == found[0].rank {
			best = append(best, f.place)
		}
	}
	type named struct{ name, district, kind, province string }
	identity := func(p Unit) named {
		return named{vi.FoldTone(p.Name), p.District, p.DistrictType, p.Province}
	}
	communes := map[named]bool{}
	for _, p := range best {
		if p.Rural() {
			communes[identity(p)] = true
		}
	}
	return slices.DeleteFunc(best, func(p Unit) bool {
		return !p.Rural() && communes[identity(p)]
	})
}
