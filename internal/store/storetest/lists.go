package storetest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/store"
)

func listsAreFilteredAndOrdered(t *testing.T, open Open) {
	s := open(t, always)
	must(t, s, Report("Thanh Giả", "3", "Đông Sơn", 2023, ""), Report("Thanh Giả", "1", "Dân Chủ", 2023, ""),
		Report("Thanh Giả", "2", "An Lộc", 2023, ""),
		Report("Thanh Giả", "2", "An Lộc", 2022, ""), Report("An Giả", "9", "Xuân Hòa", 2023, ""))
	must(t, s, Step(docket.Submitted, "Thanh Giả", "1", 2023, Submission("")))
	for name, want := range map[string]struct {
		store.Filter
		keys string
	}{
		"all":           {store.Filter{}, "9/2023 2/2022 2/2023 1/2023 3/2023"},
		"a province":    {store.Filter{Province: "Thanh Giả"}, "2/2022 2/2023 1/2023 3/2023"},
		"a year":        {store.Filter{Year: 2022}, "2/2022"},
		"a stage":       {store.Filter{Stage: "submitted"}, "1/2023"},
		"a level":       {store.Filter{Level: criteria.NTM}, "1/2023"},
		"a commune":     {store.Filter{Commune: "9"}, "9/2023"},
		"a district":    {store.Filter{District: "Giả Định", Year: 2022}, "2/2022"},
		"none":          {store.Filter{Province: "Không Có"}, ""},
		"not as a text": {store.Filter{Province: "' OR '1'='1"}, ""},
	} {
		found, err := s.Dossiers(t.Context(), want.Filter)
		var keys []string
		for _, d := range found {
			keys = append(keys, fmt.Sprintf("%s/%d", d.Commune, d.Year))
		}
		if got := strings.Join(keys, " "); err != nil || got != want.keys {
			t.Errorf("%s: %s, want %s (%v)", name, got, want.keys, err)
		}
		rows, err := s.Rows(t.Context(), want.Filter)
		again, other := s.DossiersOf(t.Context(), rows)
		if errors.Join(err, other) != nil || !reflect.DeepEqual(found, again) {
			t.Errorf("%s, by rows: %v, %v, %v", name, err, other, rows)
		}
	}
	if found, err := s.DossiersOf(t.Context(), []store.Row{{Province: "Không Có", Commune: "1"}}); err != nil ||
		len(found) > 0 {
		t.Errorf("a row that is gone: %v, %v", found, err)
	}
	provinces, err := s.Provinces(t.Context())
	if err != nil || !slices.Equal(provinces, []string{"An Giả", "Thanh Giả"}) {
		t.Errorf("%v, %v", provinces, err)
	}
	counted, err := s.Counted(t.Context())
	if err != nil || !slices.Equal(counted, []store.OfProvince{{Province: "An Giả", Dossiers: 1},
		{Province: "Thanh Giả", Dossiers: 4}}) {
		t.Errorf("%v, %v", counted, err)
	}
	var parts []int
	err = s.EachProvince(t.Context(), func(of []*docket.Dossier) error {
		if parts = append(parts, len(of)); len(parts) == 2 {
			return errEnough
		}
		return nil
	})
	if !slices.Equal(parts, []int{1, 4}) || !errors.Is(err, errEnough) {
		t.Errorf("province by province: %v, %v", parts, err)
	}
}

var errEnough = errors.New("enough")

func textIsOnlyText(t *testing.T, open Open) {
	s := open(t, always)
	for i, text := range []string{`'; DROP TABLE events; --`, `"x"`, "../../etc/passwd", "\u202emáy\u202c",
		"%_?*$1", "a\nb\r\tc", "\u00a0", "e\u0302\u0301", "😀", "~/a"} {
		key := fmt.Sprintf("%d %s", i, text)
		must(t, s, Report("Tỉnh "+text, key, text, 2023, text))
		must(t, s, Step(docket.Submitted, "Tỉnh "+text, key, 2023, Submission(text)))
		c, err := s.Commune(t.Context(), "Tỉnh "+text, key)
		if err != nil || c.Name() != text || c.Dossier(2023) == nil {
			t.Errorf("%q came back as %+v, %v", text, c, err)
		}
		if found, err := s.Dossiers(t.Context(), store.Filter{Province: "Tỉnh " + text}); err != nil ||
			len(found) != 1 {
			t.Errorf("%q: %d dossiers, %v", text, len(found), err)
		}
	}
	long := strings.Repeat("Đ", 10_000)
	must(t, s, Report("Giả Định", "dài", long, 2023, long))
	if c, err := s.Commune(t.Context(), "Giả Định", "dài"); err != nil || c.Name() != long {
		t.Errorf("a long name came back as %.20q, %v", c.Name(), err)
	}
	var key string // the longest that is kept, and not to be squeezed
	for len(key) < 2000-len("Giả Định") {
		key += string(rune('a' + rand.IntN(26)))
	}
	must(t, s, Report("Giả Định", key, "Dài", 2023, ""))
	for _, text := range []string{key + "a", "a\x00b", "\xff"} {
		if err := s.AppendOne(t.Context(), Report("Giả Định", text, "Một", 2023, "")); err == nil {
			t.Errorf("%q was kept", text)
		}
	}
	sound(t, s)
}

// everything is what a store holds of some subjects.
func everything(t testing.TB, s *store.Store) map[store.Subject][]docket.Event {
	t.Helper()
	out := map[store.Subject][]docket.Event{}
	of, err := s.Subjects(context.Background(), "", "")
	if err != nil {
		t.Fatal(err)
	}
	for _, subject := range of {
		if out[subject], err = s.Events(context.Background(), subject); err != nil {
			t.Fatal(err)
		}
	}
	return out
}
