package criteria_test

import (
	"fmt"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"

	"github.com/google/go-cmp/cmp"
)

// The small standard asks for 49 cells and, with its condition, 56; for 8 in a column. A
// province sets the sum, for communes of both kinds, and someone of its office confirms it.
func TestStateOfAnOffice(t *testing.T) {
	confirmed := strings.Replace(smallOverlay, "    at_most: 4\n    status: seen\n",
		"    at_most: 4\n    status: confirmed\n    checked_by: Nguyễn Văn A\n    checked_on: 2003-05-06\n", 1)
	lib := smallLibrary(t, confirmed)
	btb := []criteria.Region{criteria.NorthCentral}
	a := criteria.Checked{By: "Nguyễn Văn A", Thresholds: 2, Last: criteria.Day(2003, 5, 6)}
	for _, tt := range []struct {
		name, province string
		columns        []criteria.Region
		all, confirmed int
		checked        []criteria.Checked
		decisions      string
	}{
		{"everywhere", "", nil, 56, 0, nil, "01/QĐ-THỬ nation 49; 02/QĐ-THỬ nation 7; "},
		{"of another province", "Nghệ An", btb, 8, 0, nil, "01/QĐ-THỬ nation 7; 02/QĐ-THỬ nation 1; "},
		{"of the province", "Thanh Hoá", btb, 8, 2, []criteria.Checked{a},
			"01/QĐ-THỬ nation 5; 02/QĐ-THỬ nation 1; 03/QĐ-THỬ province 2 read; "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := lib.StateOf(lib.Standards[0], tt.province, tt.columns)
			if err != nil {
				t.Fatal(err)
			}
			if s.Thresholds() != tt.all || s.Thresholds(criteria.Confirmed) != tt.confirmed ||
				s.ToGo() != tt.all-tt.confirmed {
				t.Errorf("%d thresholds, %v", s.Thresholds(), s.ByStatus)
			}
			if diff := cmp.Diff(tt.checked, s.Checked); diff != "" {
				t.Error(diff)
			}
			got := ""
			for _, d := range s.Decisions {
				got += fmt.Sprintf("%s %s %d", d.Number, d.Layer, d.Thresholds())
				if d.Read() {
					got += " read"
				}
				got += "; "
			}
			if got != tt.decisions {
				t.Errorf("decisions %s\nwant      %s", got, tt.decisions)
			}
			if s.Indicators != 3 || s.Lack.Missing() != 0 {
				t.Errorf("%d indicators, %d missing", s.Indicators, s.Lack.Missing())
			}
		})
	}
}

// Nobody has confirmed what comes with the program.
func TestStateOfThePacks(t *testing.T) {
	std, _ := packs.Embedded().StandardByID("ntm-2026-2030")
	s, err := packs.Embedded().StateOf(std, "Thanh Hóa", nil)
	if err != nil {
		t.Fatal(err)
	}
	if s.Lack.Missing() != 47 || s.Thresholds() != 0 || s.Decisions != nil {
		t.Errorf("%+v", s)
	}
}

// A set that lacks indicators is read back from its snapshot lacking as many.
func TestALackIsKept(t *testing.T) {
	set, err := packs.Embedded().Resolve(criteria.Query{Year: 2027, Region: criteria.NorthCentral,
		Unknown: criteria.Traits})
	if err != nil {
		t.Fatal(err)
	}
	data, err := set.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	back, err := criteria.ReadSnapshot(data)
	if err != nil {
		t.Fatal(err)
	}
	want := criteria.Lack{Decision: "51/2025/QĐ-TTg", Declared: 47}
	if got := back.Levels[0].Lack; got != want || set.Levels[0].Lack != want {
		t.Errorf("%+v is read back as %+v", set.Levels[0].Lack, got)
	}
	broken := strings.Replace(string(data), `"known":0,"declared":47`, `"known":48,"declared":47`, 1)
	if _, err := criteria.ReadSnapshot([]byte(broken)); err == nil {
		t.Error("a lack of less than nothing is read")
	}
}
