package cli

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ntm/internal/places"
	"ntm/internal/vi"
)

// communesLike is the units a person may mean who types a part of a code, or
// some words of the name with district and province, with or without accents
// ("quang trung thanh hoa"): xã first, and among them those whose whole name
// was typed, then those whose name begins so. The last word may be half typed.
func communesLike(text string, on time.Time) []places.Place {
	words := func(text string) string { return vi.NFC(strings.ReplaceAll(text, ",", " ")) }
	text = words(text)
	key, tone := vi.Fold(text), strings.TrimPrefix(vi.FoldTone(text), "xã ")
	typed, bare := strings.Fields(key), strings.TrimPrefix(key, "xa ")
	begins := func(typed, name string) bool {
		return strings.HasPrefix(typed+" ", name+" ") || strings.HasPrefix(name, typed)
	}
	type match struct {
		place places.Place
		rank  int
	}
	var found []match
	for _, p := range places.On(on).All() {
		if allDigits(key) && !strings.HasPrefix(p.Code, key) || !allDigits(key) && !wordsStandIn(typed, strings.Fields(vi.Fold(words(p.String())))) {
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
	out := make([]places.Place, len(found))
	for i, f := range found {
		out[i] = f.place
	}
	return out
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

func allDigits(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }
