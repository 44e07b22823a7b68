package guide

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/vi"
)

// offeredUnit is a unit that a person may mean.
type offeredUnit struct {
	places.Unit
	why  string   // beside its name: what it was made of
	more []string // further arguments that name it
}

// communesOfYear is the units of a year that a person may mean. Who types the name of
// a xã that the reform ended is offered those that took it in; in 2025, the year of
// the reform, also the xã itself, with a day on which it was there.
func communesOfYear(text string, year int) []offeredUnit {
	var out []offeredUnit
	add := func(p places.Unit, why string, more ...string) {
		if !slices.ContainsFunc(out, func(o offeredUnit) bool { return o.Key() == p.Key() }) {
			out = append(out, offeredUnit{p, why, more})
		}
	}
	days := office.ListDays(year)
	found := communesLike(text, days[len(days)-1])
	for _, p := range found {
		add(p, "")
	}
	if year < 2025 {
		return out
	}
	for _, was := range communesLike(text, office.ListDays(2025)[0]) {
		if !was.Rural() {
			continue
		}
		if year == 2025 {
			add(was, ", trước ngày 01/07/2025", "--date", "30/06/2025")
		}
		if slices.ContainsFunc(found, places.Unit.Rural) {
			continue
		}
		for _, now := range places.Successors(was) {
			add(now, ", gồm "+was.String()+" trước đây")
		}
	}
	rural := func(o offeredUnit) bool { return o.Rural() }
	towns := slices.DeleteFunc(slices.Clone(out), rural)
	return append(slices.DeleteFunc(out, func(o offeredUnit) bool { return !rural(o) }), towns...)
}

// communesLike is the units a person may mean who types a part of a code, or
// some words of the name with district and province, with or without accents
// ("quang trung thanh hoa"), but none whose name has other accents than were typed:
// xã first, and among them those whose whole name was typed, then those whose name
// begins so. The last word may be half typed.
func communesLike(text string, on time.Time) []places.Unit {
	words := func(text string) string { return vi.NFC(strings.ReplaceAll(text, ",", " ")) }
	text = words(text)
	key, tone := vi.Fold(text), strings.TrimPrefix(vi.FoldTone(text), "xã ")
	typed, bare := strings.Fields(key), strings.TrimPrefix(key, "xa ")
	begins := func(typed, name string) bool {
		return strings.HasPrefix(typed+" ", name+" ") || strings.HasPrefix(name, typed)
	}
	type match struct {
		place places.Unit
		rank  int
	}
	var found []match
	for _, p := range places.On(on).All() {
		if allDigits(key) && !strings.HasPrefix(p.Code, key) || !allDigits(key) &&
			!wordsStandIn(typed, strings.Fields(vi.Fold(words(p.String())))) {
			continue
		}
		if otherAccents(tone, p.Name) {
			continue
		}
		rank, name := 0, vi.Fold(p.Name)
		if !p.Rural() {
			rank += 8
		}
		if !begins(bare, name) {
			rank += 4
		}
		if !strings.HasPrefix(bare+" ", name+" ") {
			rank += 2
		}
		if tone != bare && !begins(tone, vi.FoldTone(p.Name)) {
			rank++ // other accents than were typed
		}
		found = append(found, match{p, rank})
	}
	slices.SortStableFunc(found, func(a, b match) int { return cmp.Compare(a.rank, b.rank) })
	return list.Map(found, func(f match) places.Unit { return f.place })
}

// otherAccents tells whether the typed words begin with a name, but with accents that
// it has not: "quảng trung" is no Quang Trung, while "quang trung" may be a Quảng Trung.
func otherAccents(typed, name string) bool {
	words := strings.Fields(typed)
	n := len(strings.Fields(name))
	if len(words) < n {
		return false
	}
	begin := strings.Join(words[:n], " ")
	return vi.Fold(begin) == vi.Fold(name) && !vi.LeavesOut(begin, vi.FoldTone(name))
}

// wordsStandIn tells whether the typed words stand in words in their order, whatever
// stands between them; the last one may be the beginning of a word.
func wordsStandIn(typed, words []string) bool {
	for _, word := range words {
		if len(typed) > 0 && (word == typed[0] || len(typed) == 1 && strings.HasPrefix(word, typed[0])) {
			if typed = typed[1:]; len(typed) == 0 {
				return true
			}
		}
	}
	return false
}

// leastTyped is how many letters or digits are asked for before communes are offered: one or two stand in thousands.
const leastTyped = 3

// tooShort tells whether what was typed is too little to offer anything, unless it is the whole name of a commune.
func tooShort(text string, found []offeredUnit) bool {
	typed := strings.TrimPrefix(vi.Fold(text), "xa ")
	return len(strings.ReplaceAll(typed, " ", "")) < leastTyped && !isNamed(text, found)
}

// isNamed tells whether the first that is offered has the typed name or code, or begins with what was typed.
func isNamed(text string, found []offeredUnit) bool {
	if len(found) == 0 {
		return false
	}
	typed := strings.TrimPrefix(vi.Fold(vi.NFC(strings.ReplaceAll(text, ",", " "))), "xa ")
	name := vi.Fold(found[0].Name)
	return typed == found[0].Code || strings.HasPrefix(typed+" ", name+" ")
}

func allDigits(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }
