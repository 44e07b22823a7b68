package board_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/invented"
	"ntm/internal/office"
	"ntm/internal/office/board"
	"ntm/internal/store"
	"ntm/internal/testenv"

	"github.com/google/go-cmp/cmp"
)

// withCommunes is a store with the reports of invented communes of 2023.
func withCommunes(t *testing.T, communes int) *store.Store {
	t.Helper()
	folder := t.TempDir()
	now := time.Date(2023, 12, 31, 9, 0, 0, 0, time.UTC)
	st, err := store.OpenOrMake(t.Context(), filepath.Join(folder, "kho.db"), func() time.Time {
		now = now.Add(time.Second)
		return now
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	takeIn(t, st, communes, 2023)
	return st
}

func takeIn(t *testing.T, st *store.Store, communes, year int) {
	t.Helper()
	lib := packs.Embedded()
	var sheet bytes.Buffer
	if err := invented.New(lib, 3).WriteCSV(&sheet, 0, communes, year); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "gia-dinh.csv")
	if err := os.WriteFile(file, sheet.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	in := office.Intake{Store: st, Lib: lib, By: "Người thử", Version: "thử"}
	nothing := func(*office.Incoming) error { return nil }
	if err := in.TakeIn(t.Context(), []string{file}, nothing, nothing); err != nil {
		t.Fatal(err)
	}
}

func named(all []*docket.Dossier) string {
	var out []string
	for _, d := range all {
		out = append(out, fmt.Sprintf("%s/%d", d.Commune, d.Year))
	}
	return strings.Join(out, " ")
}

// choices are of every kind that a board is asked for.
func choices() map[string]office.Choice {
	return map[string]office.Choice{
		"all": {}, "a year": {Year: 2023}, "no year": {Year: 1999}, "a stage": {Stage: docket.IsSubmitted},
		"a province": {Province: "Hà Nội", Year: 2023}, "a district": {District: "Sóc Sơn"},
		"a verdict": {Verdict: assess.NotEligible}, "a level's": {Level: criteria.NTM, Verdict: assess.Undecided},
		"short by one": {Short: 1}, "short by six of NTM": {Level: criteria.NTM, Short: 6},
		"a council": {Council: "2023-1"},
	}
}

// holds compares each choice, page by page, with what is read from the store anew.
func holds(t *testing.T, b *board.Board, st *store.Store) (seen int) {
	t.Helper()
	for name, c := range choices() {
		want, _, err := office.List(t.Context(), st, c)
		if err != nil {
			t.Fatal(err)
		}
		var got []*docket.Dossier
		for no := 1; ; no++ {
			page, err := b.Page(t.Context(), c, no, 7)
			if err != nil || page.All != len(want) || page.Of != max(1, (len(want)+6)/7) {
				t.Fatalf("%s: %+v, %v; want %d", name, page, err, len(want))
			}
			got = append(got, page.Dossiers...)
			if no > page.Of {
				break
			}
		}
		if d := cmp.Diff(named(want), named(got)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
		seen += len(got)
	}
	return seen
}

// Whatever is written, by the board's own program or by another, a page is what the store would
// give if it were read anew.
func TestTheBoardIsTheStore(t *testing.T) {
	st := withCommunes(t, 30)
	b := board.New(st)
	if holds(t, b, st) < 60 {
		t.Error("the choices choose next to nothing")
	}
	if err := b.ReadAhead(t.Context()); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range testenv.Some(t, 5, 30) {
		all, err := st.Dossiers(t.Context(), store.Filter{Year: 2023})
		if err != nil {
			t.Fatal(err)
		}
		d := all[random.IntN(len(all))]
		kind, body := docket.Submitted, any(docket.SubmittedBody{Level: criteria.NTM,
			Grounds: docket.Grounds{Reason: "giả định"}})
		if d.Stage == docket.IsSubmitted {
			kind, body = docket.SentBack, docket.SentBackBody{Reasons: []docket.Reason{{Text: "giả định"}}}
		}
		var held office.Held // one that was sent back waits for its commune
		if _, err := office.TakeStep(t.Context(), st, office.WhichOf(d), "Người khác", criteria.Date{}, kind,
			body); err != nil && !errors.As(err, &held) {
			t.Fatal(err)
		}
		holds(t, b, st)
	}
	takeIn(t, st, 12, 2022)
	holds(t, b, st)
}

// Events of earlier days that a bundle brings are seen too, although nothing newer came.
func TestEarlierEventsAreSeen(t *testing.T) {
	st, other := withCommunes(t, 8), withCommunes(t, 3)
	takeIn(t, other, 5, 2021) // written down before the last of st
	b := board.New(st)
	if err := b.ReadAhead(t.Context()); err != nil {
		t.Fatal(err)
	}
	before, err := b.Page(t.Context(), office.Choice{}, 1, 100)
	if err != nil {
		t.Fatal(err)
	}
	of, err := other.Subjects(t.Context(), "", "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := st.MergeFrom(t.Context(), other, of, func(int) {}); err != nil {
		t.Fatal(err)
	}
	after, err := b.Page(t.Context(), office.Choice{}, 1, 100)
	if err != nil || after.All <= before.All {
		t.Errorf("%d, then %d, %v", before.All, after.All, err)
	}
	holds(t, b, st)
}
