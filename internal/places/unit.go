package places

import (
	"slices"
	"strings"

	"ntm/internal/vi"
)

// sinceMark stands behind the code in the key of a unit made on 1/7/2025: the code
// itself was that of an old unit, mostly of another one.
const sinceMark = "@2025"

// outside marks the keys of what is in no list.
const outside = "~"

// OfOldList tells whether the unit is of the list before 1/7/2025, the one with
// districts.
func (p Unit) OfOldList() bool { return p.District != "" }

// Key names the unit among those of both lists. A xã that the reform did not touch
// is one unit before and after, and its key the code alone; any other unit of the
// new list has a key of its own, whatever unit bore its code before. One outside the
// lists has its folded district and name.
func (p Unit) Key() string {
	switch {
	case p.Declared:
		return DeclaredKey(p.District, p.Name)
	case p.OfOldList() || untouched(p.Code):
		return p.Code
	}
	return p.Code + sinceMark
}

// untouched tells whether the unit that the new list has under a code is the one that
// the old list has: the table of mergers tells of none, and the names agree.
func untouched(code string) bool {
	was, is, old, now := OfCode(code)
	return old && now && mergedFrom(code) == "" && was.Type == is.Type && key(was.Name) == key(is.Name)
}

// DeclaredKey is the key of a unit outside the lists, however its names are spelt.
func DeclaredKey(district, name string) string {
	return outside + vi.Fold(district) + "/" + vi.Fold(name)
}

// DeclaredHome is the province of such units, one of its own.
func DeclaredHome(province string) string { return outside + vi.Fold(province) }

// IsDeclared tells the key, or the home, of a unit outside the lists.
func IsDeclared(key string) bool { return strings.HasPrefix(key, outside) }

// DeclaredNames is the district and the name in the key of a unit outside the lists.
func DeclaredNames(key string) (district, name string) {
	district, name, _ = strings.Cut(strings.TrimPrefix(key, outside), "/")
	return district, name
}

// CodeOf is the code in a unit's key.
func CodeOf(unit string) string { return strings.TrimSuffix(unit, sinceMark) }

// ByKey is the unit of that key; of one that is in both lists, what the new one has.
func ByKey(unit string) (Unit, bool) {
	code, marked := strings.CutSuffix(unit, sinceMark)
	now, known := since().byCode(code)
	if known && now.Key() == unit || marked {
		return now, known && now.Key() == unit
	}
	return before().byCode(code)
}

// OfCode is the units that bear a code: of the old list, of the new one, of both.
func OfCode(code string) (was, is Unit, old, now bool) {
	was, old = before().byCode(code)
	is, now = since().byCode(code)
	return was, is, old, now
}

// Home is the province of today that the unit lies in, by its name as the lists of
// both sides spell it: a province is one, through the reform. One outside the lists
// has a home of its own, its province's folded name.
func (p Unit) Home() string {
	switch {
	case p.Declared:
		return DeclaredHome(p.Province)
	case p.OfOldList():
		was, _ := before().byCode(p.Code)
		return heirs()[was.ProvinceCode].Province
	}
	return p.Province
}

// Successors is the units that took in a unit of the old list on 1/7/2025, wholly or
// in part, as far as that is certain; none for one that lives on untouched.
func Successors(p Unit) []Unit {
	if !p.OfOldList() {
		return nil
	}
	return slices.DeleteFunc(successors(p), func(now Unit) bool { return now.Key() == p.Key() })
}

// Province is a province as somebody named it: one of today's with what was put into
// it, or one of the 63 that are no more.
type Province struct {
	Name  string // as the list has it
	Title string // with its type: "tỉnh Thanh Hóa"
	Home  string // the province of today it is, or became a part of
	Gone  bool   // one of the 63 whose name no province of today bears
}

// FindProvince is the province that a text names, with or without accents and its
// type, in either spelling of the tone marks and by either list.
func FindProvince(text string) (Province, bool) {
	q := Query{Province: strings.ReplaceAll(vi.NFC(text), "-", " ")}
	if key(q.Province) == "" {
		return Province{}, false
	}
	for _, list := range []*Directory{since(), before()} {
		if found := list.Find(q); len(found) > 0 {
			p := found[0]
			return Province{p.Province, p.province(), p.Home(), list.old}, true
		}
	}
	return Province{}, false
}

// Has tells whether a dossier of a year, of a unit that lay in the province of that
// name, counts to the province: to one of today everything from 2025 on that lies in
// it, and of earlier years what lay in its namesake; to one that is gone what lay in
// it. Without a year, 0, all that is in a province of today counts to it.
func (p Province) Has(name string, year int) bool {
	if !p.Gone && (year == 0 || year >= reformYear) {
		return true
	}
	return listedProvince(key(name)) == listedProvince(key(p.Name))
}

// reformYear is the year within which the lists change.
const reformYear = 2025

// Regions lists the regions that units of the province lie in, by either list: a
// province of today may hold parts of two.
func (p Province) Regions() []string {
	var out []string
	for _, list := range []*Directory{before(), since()} {
		for _, unit := range list.places {
			in := unit.Province == p.Name || !p.Gone && unit.Home() == p.Home
			if in && unit.Region != "" && !slices.Contains(out, unit.Region) {
				out = append(out, unit.Region)
			}
		}
	}
	slices.Sort(out)
	return out
}
