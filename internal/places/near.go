package places

import "ntm/internal/vi"

func (d *Directory) nearProvinces(q Query) []string {
	return near(q.Province, provinceKinds(), d.places,
		func(p Unit) string { return p.Province },
		Unit.province)
}

func (d *Directory) nearDistricts(q Query) []string {
	return near(q.District, districtKinds(), d.Find(Query{Province: q.Province}),
		func(p Unit) string { return p.District },
		func(p Unit) string { return withType(p.DistrictType, p.District) + ", " + p.province() })
}

func (d *Directory) nearNames(q Query) []Unit {
	return near(q.Name, communeKinds(), d.Find(Query{District: q.District, Province: q.Province}),
		func(p Unit) string { return p.Name },
		func(p Unit) Unit { return p })
}

// near shows the units most like the typed name; name is what of a unit to
// compare.
func near[T any](typed string, kinds []kind, among []Unit, name func(Unit) string, show func(Unit) T) []T {
	first := map[string]Unit{} // of each name
	var names []string
	for _, p := range among {
		if _, ok := first[name(p)]; !ok {
			first[name(p)] = p
			names = append(names, name(p))
		}
	}
	var found []T
	for _, r := range readings(typed, kinds) {
		for _, bare := range vi.Near(r.key, names, likes) {
			found = append(found, show(first[bare]))
		}
	}
	return found
}
