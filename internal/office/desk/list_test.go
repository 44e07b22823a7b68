package desk

import (
	"io"
	"path/filepath"
	"testing"

	"ntm/internal/invented"
	"ntm/internal/office"
	"ntm/internal/store"
	"ntm/internal/whole"

	"github.com/google/go-cmp/cmp"
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

// Pages of all, for which no more is read than they show, follow each other in the order in which
// what is looked for is found.
func TestPagesOfAll(t *testing.T) {
	d := opened(t)
	in := office.Intake{Store: d.Store, Lib: d.Lib, Year: 2023, By: by, Version: d.Version}
	none := func(*office.Incoming) error { return nil }
	country := invented.New(d.Lib, 1)
	for _, first := range []int{0, 1500, 3000} { // of several provinces
		file := filepath.Join(t.TempDir(), "gia-dinh.csv")
		if err := whole.Write(file, false, func(w io.Writer) error {
			return country.WriteCSV(w, first, 8, 2023)
		}); err != nil {
			t.Fatal(err)
		}
		_ = in.TakeIn(t.Context(), []string{file}, none, none) // some of them have mistakes
	}
	d.begun(t)
	d.imported(t, example)
	for _, code := range []string{"16495", "30523"} {
		if _, err := d.Begin(t.Context(), code, 2023, "", by); err != nil {
			t.Fatal(code, err)
		}
	}
	if err := d.ReadAhead(t.Context()); err != nil {
		t.Fatal(err)
	}
	var want []store.OfYear
	provinces := map[string]bool{}
	for i := range d.listed.entries {
		want = append(want, d.listed.entries[i].row.OfYear())
		provinces[want[i].Province] = true
	}
	if len(want) < 20 || len(provinces) < 3 {
		t.Fatal(want)
	}
	for _, most := range []int{1, 2, 7, len(want), 100} {
		var got []store.OfYear
		for from := 0; from < len(want); from += most {
			l, err := d.List(t.Context(), "", from, most)
			if err != nil || l.Found != len(want) || l.From != from {
				t.Fatalf("from %d: %+v, %v", from, l, err)
			}
			for i := range l.Lines {
				got = append(got, l.Lines[i].OfYear)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d a page: %s", most, diff)
		}
	}
}
