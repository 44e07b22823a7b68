package form

import (
	"bytes"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"

	"github.com/google/go-cmp/cmp"
)

// T8: in a form a trait is yes, no or, left blank, not known; so is the commune's
// group.
func TestT8TraitsOfAForm(t *testing.T) {
	plan, err := NewPlan(packs.Embedded(), 2026, criteria.NTM, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	data := template(t, plan, nil)
	all := func(answer string) map[string]string {
		out := map[string]string{}
		for _, trait := range criteria.Traits {
			out[string(trait)] = answer
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
		"nothing answered":          {nil, nil, ""},
		"all answered with no":      {all("Không"), []criteria.Trait{criteria.NoCraftVillage, criteria.NoCemetery}, "nhom-2"},
		"no to all that decide":     {only("Không", groups...), []criteria.Trait{}, "nhom-2"},
		"no to all but one":         {only("Không", groups[1:]...), []criteria.Trait{}, ""},
		"no to those of group 3":    {only("Không", "area_ii", "area_iii"), []criteria.Trait{}, ""},
		"yes to one that decides":   {only("Có", "area_iii"), []criteria.Trait{criteria.AreaIII}, "nhom-3"},
		"yes to what decides not":   {only("Có", "safe_zone"), []criteria.Trait{criteria.SafeZone}, ""},
		"no to a craft village too": {only("Không", "no_craft_village"), []criteria.Trait{criteria.NoCraftVillage}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBlankForm(t, data)
			set := func(key, answer string) {
				if err := b.file.SetCellStr(placeSheet, b.keyed(placeSheet, key, "ntm:answer"), answer); err != nil {
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
			if err := b.file.Write(&out); err != nil {
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
