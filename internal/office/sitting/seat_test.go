package sitting

import (
	"slices"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/council"
	"ntm/internal/docket"
	"ntm/internal/places"
)

// A council takes what lay in its province; from the reform on also what was put into it.
func TestWhoseDossierACouncilTakes(t *testing.T) {
	before, after := criteria.Day(2025, time.June, 30).Time, criteria.Day(2025, time.July, 1).Time
	for name, test := range map[string]struct {
		council, home, of string
		year              int
		day               time.Time
		want              bool
	}{
		"its own":                         {"tỉnh Bắc Giang", "Bắc Ninh", "Bắc Giang", 2024, before, true},
		"its own, after the reform":       {"tỉnh Bắc Giang", "Bắc Ninh", "Bắc Giang", 2024, after, true},
		"of the province it became":       {"tỉnh Bắc Giang", "Bắc Ninh", "Bắc Ninh", 2024, before, false},
		"of the new province":             {"tỉnh Bắc Giang", "Bắc Ninh", "Bắc Ninh", 2026, after, false},
		"not yet put into it":             {"tỉnh Bắc Ninh", "Bắc Ninh", "Bắc Giang", 2024, before, false},
		"what was left to it":             {"tỉnh Bắc Ninh", "Bắc Ninh", "Bắc Giang", 2024, after, true},
		"either spelling":                 {"tỉnh Thanh Hoá", "Thanh Hoá", "Thanh Hóa", 2024, before, true},
		"outside the lists":               {"tỉnh Giả Định", "~gia dinh", "Giả Định", 2024, before, true},
		"outside the lists, a known name": {"tỉnh Bắc Giang", "~bac giang", "BẮC GIANG", 2024, before, true},
	} {
		s := &Sitting{Council: &docket.Council{Province: test.home}, Who: council.Council{Province: test.council}}
		d := &docket.Dossier{Year: test.year, Place: docket.Place{Province: test.of}}
		if got := s.takes(d, test.day); got != test.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// A council is of the province that its details name, and of none that it became.
func TestCouncilsOfAProvince(t *testing.T) {
	all := []*docket.Council{
		{ID: "bg", Province: "Bắc Ninh", Details: []byte(`{"province": "tỉnh Bắc Giang"}`)},
		{ID: "bn", Province: "Bắc Ninh", Details: []byte(`{"province": "tỉnh Bắc Ninh"}`)},
		{ID: "hu", Province: "Bắc Ninh", Details: []byte(`{`)},
	}
	for name, want := range map[string]int{"Bắc Giang": 1, "Bắc Ninh": 3} {
		p, _ := places.FindProvince(name)
		if got := seatedIn(p, slices.Clone(all)); len(got) != want || got[0].ID != "bg" {
			t.Errorf("%s has %d councils", name, len(got))
		}
	}
}
