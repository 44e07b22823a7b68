package places

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
)

var update = flag.Bool("update", false, "work out data/reform-2025-07.csv anew")

// data/reform-2025-07.csv is worked out here, from both lists and the table of
// mergers; the program only looks it up.
func TestReform(t *testing.T) {
	all := append(codes(before().places), codes(since().places)...)
	slices.Sort(all)
	var b strings.Builder
	b.WriteString("code,made_from,went_into\n")
	for _, code := range slices.Compact(all) {
		fmt.Fprintf(&b, "%s,%s,%s\n", code, madeFrom(code), wentInto(code))
	}
	if *update {
		if err := os.WriteFile("data/reform-2025-07.csv", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if b.String() != reformCSV {
		t.Error("data/reform-2025-07.csv is not what the lists say: go test ./internal/places -run TestReform -update")
	}
}

func madeFrom(code string) string {
	var words []string
	for _, p := range origins()[code] {
		word := "?"
		if p.Known {
			word = p.Place.Code
		}
		if p.Partly {
			word = "~" + word
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

func wentInto(code string) string {
	u, old := before().byCode(code)
	if !old {
		return ""
	}
	return strings.Join(codes(tookIn(u)), " ")
}

// The new list has the regions of the units it continues, its provinces are
// spelled as the old list spells them, and both lie in the order of their codes.
func TestDerivedColumns(t *testing.T) {
	spelled := map[string]string{}
	for _, u := range before().places {
		spelled[toneKey(u.Province)] = u.Province
	}
	for _, p := range since().places {
		if want := regionOf(p); p.Region != want {
			t.Errorf("%s has the region %q, want %q", p, p.Region, want)
		}
		if was, lives := spelled[toneKey(p.Province)]; lives && was != p.Province {
			t.Errorf("%s is in %q, which was spelled %q", p, p.Province, was)
		}
	}
	for _, list := range []*Directory{before(), since()} {
		if !slices.IsSortedFunc(list.places, func(a, b Unit) int { return strings.Compare(a.Code, b.Code) }) {
			t.Errorf("the list %s is not in the order of its codes", list.period)
		}
	}
}

// regionOf is the region of the old unit of the new unit's code, else of the first
// old unit it was made from.
func regionOf(p Unit) string {
	if was, ok := before().byCode(p.Code); ok {
		return was.Region
	}
	for _, part := range parts(mergedFrom(p.Code)) {
		if part.name[0].kind == "" {
			continue // an island district, which had no communes
		}
		known := slices.IndexFunc(before().places, func(u Unit) bool {
			return heirs()[u.ProvinceCode].ProvinceCode == p.ProvinceCode && part.names(u)
		})
		if known >= 0 {
			return before().places[known].Region
		}
	}
	return ""
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
			m.part.Place, m.part.Known = Unit{}, false
		}
		m.part.Partly = m.part.Partly || len(of) > 1
	}
}

// means is the one old unit that the part of the new unit into can mean beside
// the other parts named with it, and whether it lies in the district of the new
// unit's seat or in the one the table gives. A name with other accents than the
// old list has is taken only there: such a district has few names.
func (m part) means(into Unit, named []part) (u Unit, near, ok bool) {
	seat, _ := before().byCode(into.Code)
	found := m.candidates(into, seat)
	keep := func(good func(Unit) bool) bool {
		some := slices.ContainsFunc(found, good)
		if some {
			found = slices.DeleteFunc(found, func(u Unit) bool { return !good(u) })
		}
		return some
	}
	spelled := keep(m.spells)
	near = keep(func(u Unit) bool { return m.district != "" || u.District == seat.District })
	if len(found) > 1 {
		beside := districtsOf(into, seat, named)
		keep(func(u Unit) bool { return beside[u.District] })
	}
	if len(found) != 1 || !spelled && !near {
		return Unit{}, false, false
	}
	return found[0], near, true
}

// candidates is the old units of the part's name and type in the old province of
// the new unit's seat.
func (m part) candidates(into, seat Unit) []Unit {
	var found []Unit
	ix := before().index()
	for _, r := range m.name {
		if r.kind == "" {
			continue // all the words as the name, or a district without communes
		}
		for _, i := range ix.byName[r.key] {
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
func districtsOf(into, seat Unit, named []part) map[string]bool {
	districts := map[string]bool{}
	for _, m := range named {
		if found := m.candidates(into, seat); len(found) == 1 && m.spells(found[0]) {
			districts[found[0].District] = true
		}
	}
	return districts
}
