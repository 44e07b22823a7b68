package places

// keys are a unit's names as they match.
type keys struct{ name, district, province string }

func keysOf(p Unit) keys {
	return keys{key(p.Name), key(p.District), listedProvince(key(p.Province))}
}

// index finds units by name without folding the list anew. It is made at the
// first search by name: a look-up by code does without.
type index struct {
	keys   []keys           // of the unit at the same position in the list
	byName map[string][]int // all for ""
}

func newIndex(places []Unit) *index {
	ix := &index{
		keys:   make([]keys, len(places)),
		byName: make(map[string][]int, len(places)),
	}
	folded := map[string]string{} // a district stands in the list many times
	fold := func(name string) string {
		k, ok := folded[name]
		if !ok {
			k = key(name)
			folded[name] = k
		}
		return k
	}
	for i, p := range places {
		k := keys{key(p.Name), fold(p.District), listedProvince(fold(p.Province))}
		ix.keys[i] = k
		for _, name := range []string{k.name, ""} {
			ix.byName[name] = append(ix.byName[name], i)
		}
	}
	return ix
}
