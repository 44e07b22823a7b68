package desk

import (
	"testing"

	"ntm/internal/store"
)

// Communes' years are found by their names of then and now, page by page, also those that were
// begun or came in a moment ago.
func TestList(t *testing.T) {
	d := opened(t)
	finds := func(asked string, from, most, lines, found int) *Listing {
		t.Helper()
		l, err := d.List(t.Context(), asked, from, most)
		if err != nil || len(l.Lines) != lines || l.Found != found {
			t.Fatalf("%q from %d: %+v, %v", asked, from, l, err)
		}
		return l
	}
	finds("", 0, 100, 0, 0)
	d.begun(t)
	if l := finds("quang trung", 0, 100, 1, 1); !l.Lines[0].Typed || l.Lines[0].Dossier != nil {
		t.Errorf("%+v", l.Lines[0])
	}
	d.imported(t, example)
	if l := finds("thanh hoa 2023 quang", 0, 100, 1, 1); !l.Lines[0].Typed || l.Lines[0].Dossier == nil {
		t.Errorf("%+v", l.Lines[0])
	}
	for _, code := range []string{"16495", "30523", "13306"} { // the last: Hà Nam then, Ninh Bình now
		if _, err := d.Begin(t.Context(), code, 2023, "", by); err != nil {
			t.Fatal(code, err)
		}
	}
	for asked, found := range map[string]int{"": 4, "ha nam": 1, "ninh binh": 1, "Hà Nam 2023": 1, "hoa trung": 1,
		"ha nam 2024": 0, "16495": 1, "an giang": 1} {
		finds(asked, 0, 100, found, found)
	}
	seen := map[store.OfYear]bool{}
	for from := 0; from < 4; from += 3 {
		for _, line := range finds("", from, 3, min(3, 4-from), 4).Lines {
			seen[line.OfYear] = true
		}
	}
	if l := finds("", 99, 3, 1, 4); l.From != 3 || len(seen) != 4 {
		t.Errorf("past the last: from %d; %d seen", l.From, len(seen))
	}
	finds("", -5, 3, 3, 4)
}
