package blank

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
	"ntm/internal/places"

	"github.com/google/go-cmp/cmp"
)

// T8: in a form a trait is yes, no or, left blank, not known; so is the commune's
// group.
func TestT8TraitsOfAForm(t *testing.T) {
	plan, err := layout.NewPlan(packs.Embedded(), 2026, criteria.NTM, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	data := formtest.Template(t, Write, plan, nil)
	all := func(answer string) map[string]string {
		out := map[string]string{}
		for _, use := range plan.Uses {
			out[string(use.Trait)] = answer
		}
		return out
	}
	groups := []string{"next_to_urban", "low_agriculture", "planned_urban", "area_ii", "area_iii"}
	only := func(answer string, keys ...string) map[string]string {
		out := map[string]string{}
		for _, key := range keys {
			out[key] = answer
		}
		return out
	}
	for name, tt := range map[string]struct {
		answers map[string]string
		yes     []criteria.Trait
		column  string // of the level, "" where it is not known
	}{
		"nothing answered":        {nil, nil, ""},
		"all answered with no":    {all("Không"), []criteria.Trait{}, "nhom-2"},
		"no to all that decide":   {only("Không", groups...), []criteria.Trait{}, "nhom-2"},
		"no to all but one":       {only("Không", groups[1:]...), []criteria.Trait{}, ""},
		"no to those of group 3":  {only("Không", "area_ii", "area_iii"), []criteria.Trait{}, ""},
		"yes to one that decides": {only("Có", "area_iii"), []criteria.Trait{criteria.AreaIII}, "nhom-3"},
	} {
		t.Run(name, func(t *testing.T) {
			b := formtest.NewBlankForm(t, data)
			set := func(key, answer string) {
				if err := b.File.SetCellStr(layout.PlaceSheet, b.Keyed(layout.PlaceSheet, key, "ntm:answer"),
					answer); err != nil {
					t.Fatal(err)
				}
			}
			for key, answer := range tt.answers {
				set(key, answer)
			}
			set("name", "Giả Định")
			set("province", "Giả Định")
			set("region", "Bắc Trung Bộ")
			var out bytes.Buffer
			if err := b.File.Write(&out); err != nil {
				t.Fatal(err)
			}
			r := readBack(t, out.Bytes())
			if diff := cmp.Diff(tt.yes, r.Traits); diff != "" {
				t.Errorf("traits (-want +got):\n%s", diff)
			}
			if got := len(r.UnknownTraits()); got != len(criteria.Traits)-len(tt.answers) {
				t.Errorf("%d traits are unknown", got)
			}
			checkColumn(t, r, tt.column)
		})
	}
}

// A form asks about the traits of its year and no others, with what follows from a yes.
func TestTraitsAreThoseOfTheYear(t *testing.T) {
	group1 := "next_to_urban low_agriculture planned_urban"
	of318 := "specially_difficult safe_zone poor_district left_poverty_district no_craft_village no_cemetery"
	for _, tt := range []struct {
		year     int
		province string
		want     string
	}{
		{2026, "Thanh Hóa", group1 + " area_ii area_iii"},
		{2023, "Thanh Hóa", of318},
		{2024, "Thanh Hóa", of318 + " area_ii area_iii difficult_coast"}, // its zones
		{2024, "Nghệ An", of318},
		{2024, "", of318 + " area_ii area_iii difficult_coast"}, // whosever the form will be
	} {
		t.Run(fmt.Sprint(tt.year, tt.province), func(t *testing.T) {
			place := &places.Unit{Name: "Giả Định", Type: "Xã", Province: tt.province, Region: "btb"}
			if tt.province == "" {
				place = nil
			}
			plan, err := layout.NewPlan(packs.Embedded(), tt.year, criteria.KieuMau, place, nil)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, q := range plan.PlaceAnswers().Questions {
				if slices.Contains(criteria.Traits, criteria.Trait(q.Key)) {
					got = append(got, q.Key)
					if q.Hint == "" {
						t.Errorf("%s: nothing is said of what follows", q.Key)
					}
				}
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("asks %s\nwant %s", s, tt.want)
			}
		})
	}
}

// A form goes up to the highest level that its year has.
func TestLevelsAreThoseOfTheYear(t *testing.T) {
	for year, want := range map[int]string{2017: "[ntm]", 2019: "[ntm kieu-mau]", 2023: "[ntm nang-cao kieu-mau]",
		2026: "[ntm]"} {
		plan, err := layout.NewPlan(packs.Embedded(), year, criteria.KieuMau, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(plan.Levels); got != want || plan.Up != plan.Levels[len(plan.Levels)-1] {
			t.Errorf("%d: %s up to %s", year, got, plan.Up)
		}
	}
}

func checkColumn(t *testing.T, r *commune.Report, want string) {
	t.Helper()
	in, err := assess.Prepare(packs.Embedded(), r, "")
	if err != nil {
		t.Fatal(err)
	}
	l := assess.Assess(in).Levels[0]
	if string(l.Column) != want || (len(l.Columns) > 0) != (want == "") || (l.ColumnNote != "") != (want == "") {
		t.Errorf("column %q, others %v, %q", l.Column, l.Columns, l.ColumnNote)
	}
}
