package places

import (
	"slices"
	"sync"
)

// Part is an old unit that went into a new one, wholly or in part.
type Part struct {
	Text string // as the table of mergers names it: "Xã Hòa An (huyện Giồng Riềng)"
	// Place is the unit of the list before 1/7/2025 that is meant; only Text
	// speaks where that is not certain.
	Place Place
	Known bool // that Place is meant
	// Partly tells that the table says only a part of it came here, or gives it,
	// or one of its name, to other new units too.
	Partly bool
}

// Origins is the old units that were put together on 1/7/2025 as the new unit
// of that code, in the order of the table of mergers; ok is false for a unit
// that was not touched or whose origin the table does not tell. A unit that
// changed its name or type between February 2024, the state of the old list,
// and the reform is only Text, and one that grew in those months is its former
// self.
func Origins(code string) (parts []Part, ok bool) {
	parts, ok = origins()[code]
	return slices.Clone(parts), ok
}

// origins is the whole table by new code. It is read at once, for whether a
// unit was divided shows only where the others are.
var origins = sync.OnceValue(func() map[string][]Part {
	all := map[string][]Part{}
	mentions := map[string][]mention{} // of each old unit
	for _, u := range since().places {
		named := parts(mergedFrom(u.Code))
		named = slices.DeleteFunc(named, func(m part) bool { return m.text == "-" })
		if len(named) == 0 {
			mentions[u.Code] = append(mentions[u.Code], mention{sure: true, part: new(Part)})
			continue
		}
		all[u.Code] = make([]Part, len(named))
		near := make([]bool, len(named))
		for i, m := range named {
			p := &all[u.Code][i]
			p.Text, p.Partly = m.text, m.rest
			p.Place, near[i], p.Known = m.means(u, named)
		}
		for i, m := range named {
			p := &all[u.Code][i]
			who := u.ProvinceCode + m.name[0].kind + m.name[0].tone + m.district
			if p.Known {
				who = p.Place.Code
			}
			mentions[who] = append(mentions[who], mention{near[i] || hasNeighbour(all[u.Code], i), m.rest, p})
		}
	}
	for _, of := range mentions {
		settle(of)
	}
	return all
})

// hasNeighbour reports whether another of the parts lies in the district of
// the part at i.
func hasNeighbour(parts []Part, i int) bool {
	return slices.ContainsFunc(parts, func(p Part) bool {
		return p.Known && p.Place.Code != parts[i].Place.Code && p.Place.District == parts[i].Place.District
	})
}

// mention is where the table names an old unit (an empty part where that unit
// lives on untouched), whether its district speaks for it, and whether only
// the rest of it is meant.
type mention struct {
	sure, rest bool
	part       *Part
}

// settle compares the mentions of one old unit. A name from a district from
// which nothing else came may be of a unit that came into being after the old
// list: it counts only beside sure mentions that speak of a rest, for then the
// unit was divided.
func settle(of []mention) {
	divided := slices.ContainsFunc(of, func(m mention) bool { return m.rest }) &&
		slices.ContainsFunc(of, func(m mention) bool { return m.sure })
	for _, m := range of {
		if !m.sure && !divided {
			m.part.Place, m.part.Known = Place{}, false
		}
		m.part.Partly = m.part.Partly || len(of) > 1
	}
}

// means is the one old unit that the part of the new unit into can mean beside
// the other parts named with it, and whether it lies in the district of the new
// unit's seat or in the one the table gives. A name with other accents than the
// old list has is taken only there: such a district has few names.
func (m part) means(into Place, named []part) (u Place, near, ok bool) {
	seat, _ := before().byCode(into.Code)
	found := m.candidates(into, seat)
	keep := func(good func(Place) bool) bool {
		some := slices.ContainsFunc(found, good)
		if some {
			found = slices.DeleteFunc(found, func(u Place) bool { return !good(u) })
		}
		return some
	}
	spelled := keep(m.spells)
	near = keep(func(u Place) bool { return m.district != "" || u.District == seat.District })
	if len(found) > 1 {
		beside := districtsOf(into, seat, named)
		keep(func(u Place) bool { return beside[u.District] })
	}
	if len(found) != 1 || !spelled && !near {
		return Place{}, false, false
	}
	return found[0], near, true
}

// candidates is the old units of the part's name and type in the old province of
// the new unit's seat.
func (m part) candidates(into, seat Place) []Place {
	var found []Place
	ix := before().index()
	for _, r := range m.name {
		if r.kind == "" {
			continue // all the words as the name, or a district without communes
		}
		for _, i := range ix.named(r.key) {
			u := before().places[i]
			sameProvince := heirs()[u.ProvinceCode].ProvinceCode == into.ProvinceCode &&
				(seat.Code == "" || seat.ProvinceCode == u.ProvinceCode)
			if sameProvince && m.names(u) {
				found = append(found, u)
			}
		}
	}
	return found
}

// districtsOf is the districts in which the parts lie that have no namesake.
func districtsOf(into, seat Place, named []part) map[string]bool {
	districts := map[string]bool{}
	for _, m := range named {
		if found := m.candidates(into, seat); len(found) == 1 && m.spells(found[0]) {
			districts[found[0].District] = true
		}
	}
	return districts
}
