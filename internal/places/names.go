package places

import (
	"strings"
	"sync"

	"ntm/internal/vi"
)

// kind is a type of unit and the words that may stand before a name for it.
type kind struct {
	name  string   // as Unit.Type or Unit.DistrictType has it; "" for provinces
	word  string   // in full
	short []string // as people shorten it, lower case
	tone  string   // how a name typed with accents starts, under vi.FoldTone
	plain string   // and one typed without
}

func newKind(name, word string, short ...string) kind {
	return kind{name, word, short, vi.FoldTone(word) + " ", vi.Fold(word) + " "}
}

var communeKinds = sync.OnceValue(func() []kind {
	return []kind{
		newKind("Xã", "xã", "x."),
		newKind("Phường", "phường", "p."),
		newKind("Thị trấn", "thị trấn", "tt.", "tt "),
		newKind("Đặc khu", "đặc khu"),
	}
})

var districtKinds = sync.OnceValue(func() []kind {
	return []kind{
		newKind("Huyện", "huyện", "h."),
		newKind("Thị xã", "thị xã", "tx.", "tx "),
		newKind("Thành phố", "thành phố", "tp.", "tp "),
		newKind("Quận", "quận", "q."),
	}
})

var provinceKinds = sync.OnceValue(func() []kind {
	return []kind{
		newKind("", "tỉnh", "t."),
		newKind("", "thành phố", "tp.", "tp "),
	}
})

// reading is one way to understand a typed name: with the type that stood
// before it, or with all its words as the name.
type reading struct {
	kind string // "" when no type was read
	key  string // under which names match
	tone string // under which names are spelled alike
}

// readings are the ways to understand s, the likelier first. "Xã Dung" is the
// xã Dung; "xa dung", typed without accents, is Xa Dung first and only then the
// xã Dung. "Phường Đúc" is a phường by itself, so the whole name always stays a
// reading.
func readings(s string, kinds []kind) []reading {
	tone := vi.FoldTone(spellOut(vi.NFC(s), kinds))
	whole := newReading("", tone)
	for _, k := range kinds {
		if name, ok := strings.CutPrefix(tone, k.tone); ok {
			return []reading{newReading(k.name, name), whole}
		}
		if name, ok := strings.CutPrefix(tone, k.plain); ok {
			return []reading{whole, newReading(k.name, name)}
		}
	}
	return []reading{whole}
}

func newReading(kind, tone string) reading {
	return reading{kind: kind, key: key(tone), tone: number(tone)}
}

// provinceReadings are readings of a province under the name the lists use.
func provinceReadings(s string) []reading {
	all := readings(s, provinceKinds())
	for i := range all {
		all[i].key = listedProvince(all[i].key)
	}
	return all
}

// spellOut writes a shortened type in full: "TP.Thanh Hóa" is "thành phố Thanh
// Hóa".
func spellOut(s string, kinds []kind) string {
	for _, k := range kinds {
		for _, short := range k.short {
			if len(s) > len(short) && strings.EqualFold(s[:len(short)], short) {
				return k.word + " " + strings.TrimSpace(s[len(short):])
			}
		}
	}
	return s
}

// key is the folded name, "Phường 01" the same as "Phường 1".
func key(name string) string { return number(vi.Fold(name)) }

// toneKey is the name with only the placement of its tone marks made uniform.
func toneKey(name string) string { return number(vi.FoldTone(name)) }

// number drops the zeros before a name that is a number.
func number(name string) string {
	if strings.Trim(name, "0123456789") != "" {
		return name
	}
	return strings.TrimLeft(name, "0")
}

// listedProvince turns the key of another name of a province into the key of
// the name in the lists.
func listedProvince(key string) string {
	switch key {
	case "hcm", "tphcm", "sai gon":
		return "ho chi minh"
	case "thua thien hue": // thành phố Huế since 1/1/2025
		return "hue"
	case "dac lac":
		return "dak lak"
	case "dac nong":
		return "dak nong"
	case "bac can":
		return "bac kan"
	}
	return key
}

// plain reports that s was typed without a single accent, which says nothing
// about which accents were meant.
func plain(s string) bool { return vi.FoldTone(s) == vi.Fold(s) }
