package places

import (
	"slices"
	"sync"
)

// claims is where the table names an old unit, by the province of today and the name.
var claims = sync.OnceValue(func() map[string][]claimed {
	all := map[string][]claimed{}
	for row := range rows(mergersCSV, 4) {
		into, _ := since().byCode(row[0])
		for _, part := range parts(merged(row[3])) {
			for i, r := range part.name {
				if i == 0 || r.key != part.name[0].key {
					all[into.ProvinceCode+r.key] = append(all[into.ProvinceCode+r.key], claimed{into, part})
				}
			}
		}
	}
	return all
})

type claimed struct {
	into Unit
	part part
}

// tookIn is the new units that took in the old unit u, wholly or in part, as far
// as that is certain. Where the table gives a name without its district, the
// district of the new unit's seat decides between namesakes.
func tookIn(u Unit) []Unit {
	type claim struct {
		into           Unit
		local, spelled bool
	}
	var claims []claim
	for _, c := range claimsOn(u) {
		seat, _ := before().byCode(c.into.Code)
		claims = append(claims, claim{
			into:    c.into,
			local:   c.part.district != "" || seat.District == u.District,
			spelled: c.part.spells(u),
		})
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
		into := make([]Unit, len(claims))
		for i, c := range claims {
			into[i] = c.into
		}
		return into
	}
	// A unit merged between February 2024 and the reform is not in the table;
	// its code may live on.
	if p, ok := since().byCode(u.Code); ok {
		return []Unit{p}
	}
	return nil
}

// claimsOn is where the table names u: of one new unit the first part that does.
func claimsOn(u Unit) []claimed {
	var found []claimed
	for _, c := range claims()[heirs()[u.ProvinceCode].ProvinceCode+key(u.Name)] {
		again := len(found) > 0 && found[len(found)-1].into == c.into
		if !again && c.part.names(u) {
			found = append(found, c)
		}
	}
	return found
}

// hasNamesake reports whether another old unit of u's type lies in what is now
// one province with it and has the same name.
func hasNamesake(u Unit, same func(name string) string) bool {
	return slices.ContainsFunc(before().places, func(other Unit) bool {
		return other.Code != u.Code && other.Type == u.Type &&
			heirs()[other.ProvinceCode].ProvinceCode == heirs()[u.ProvinceCode].ProvinceCode &&
			same(other.Name) == same(u.Name)
	})
}
