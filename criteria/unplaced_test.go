package criteria_test

import (
	"fmt"
	"strings"
	"testing"

	"ntm/criteria"
)

// inventedZones writes a province's decision of invented thresholds, a rule for each line
// "with|without|at least"; no decision stands behind it.
func inventedZones(lines ...string) string {
	var out strings.Builder
	out.WriteString("schema: ntm.overlay.v1\nid: gia-dinh-vung\nname: Quy định giả định\nlayer: province\n" +
		"province: Thanh Hóa\nyears: {from: 2021, to: 2025}\ndecision: {number: 00/QĐ-GIẢ-ĐỊNH, " +
		"date: 2022-01-05}\nset:\n")
	for _, line := range lines {
		p := strings.Split(line, "|")
		fmt.Fprintf(&out, "  - {indicator: ntm/2.1, with: [%s], without: [%s], at_least: %s, laxer_by: giả định, "+
			"status: confirmed, source: giả định, checked_by: Người Thử, checked_on: 2022-07-15}\n", p[0], p[1], p[2])
	}
	return out.String()
}

// A province's own zones hold all its communes: one whose answers put it into none of
// them, or into two, is judged by none in silence.
func TestACommuneOutsideEveryZoneIsAsked(t *testing.T) {
	two := []string{"own_zone_1|own_zone_2|100", "own_zone_2|own_zone_1|90"}
	rest := append([]string{"|own_zone_1, own_zone_2|80"}, two...)
	named := []string{"specially_difficult|safe_zone|70", "safe_zone|specially_difficult|90"}
	one := []string{"safe_zone||70"} // the others are left to the nation, as any law for some is
	tests := []struct {
		name    string
		rules   []string
		has     []criteria.Trait
		unknown []criteria.Trait
		others  int    // ways beside the first
		says    string // of the column
	}{
		{"of the first", two, []criteria.Trait{criteria.OwnZone1}, nil, 0, ""},
		{"of the second", two, []criteria.Trait{criteria.OwnZone2}, nil, 0, ""},
		{"of none", two, nil, nil, 2, "xã trả lời không thuộc vùng nào"},
		{"of both", two, []criteria.Trait{criteria.OwnZone1, criteria.OwnZone2}, nil, 2,
			"xã trả lời có nhiều vùng cùng lúc"},
		{"not answered", two, nil, []criteria.Trait{criteria.OwnZone1, criteria.OwnZone2}, 2,
			"chưa trả lời xã có đặc điểm nào sau đây không: thuộc vùng"},
		{"one no, one not answered", two, nil, []criteria.Trait{criteria.OwnZone2}, 1, "chưa trả lời"},
		{"of the rest", rest, nil, nil, 0, ""},
		{"of both beside a rest", rest, []criteria.Trait{criteria.OwnZone1, criteria.OwnZone2}, nil, 3,
			"xã trả lời có nhiều vùng cùng lúc"},
		{"of a zone by name", named, []criteria.Trait{criteria.SafeZone}, nil, 0, ""},
		{"of no zone by name", named, nil, nil, 2, ""},
		{"of two zones by name", named, []criteria.Trait{criteria.SafeZone, criteria.SpeciallyDifficult}, nil, 2, ""},
		{"a rule for some alone", one, nil, nil, 0, ""},
		{"another trait says nothing", two, []criteria.Trait{criteria.OwnZone1, criteria.NoCemetery}, nil, 0, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lib, err := loadOffice(t, inventedZones(tt.rules...))
			if err != nil {
				t.Fatal(err)
			}
			q := criteria.Query{Year: 2023, Region: criteria.NorthCentral, Province: "Thanh Hóa", Traits: tt.has,
				Unknown: tt.unknown}
			set, err := lib.Resolve(q)
			if err != nil {
				t.Fatal(err)
			}
			level, _ := set.Level(criteria.NTM)
			asks := resolvedAs(level, "2.1")
			if len(asks.Others) != tt.others || !strings.Contains(level.ColumnNote, tt.says) {
				t.Errorf("others %d, want %d; %q", len(asks.Others), tt.others, level.ColumnNote)
			}
			if tt.others == 0 && (set.Query.Unplaced != nil || level.ColumnNote != "") {
				t.Errorf("asked again of %v: %q", set.Query.Unplaced, level.ColumnNote)
			}
			if fmt.Sprint(set.Query.Traits) != fmt.Sprint(tt.has) {
				t.Errorf("the answers %v became %v", tt.has, set.Query.Traits)
			}
			// In another province nothing of it counts.
			q.Province = "Nghệ An"
			if set, err = lib.Resolve(q); err != nil || set.Query.Unplaced != nil {
				t.Errorf("elsewhere: %v, %v", set.Query.Unplaced, err)
			}
		})
	}
}

// The zone stands beside the column in what a threshold rests on, so that two that ask
// different things do not bear one name.
func TestAThresholdOfAZoneNamesIt(t *testing.T) {
	lib, err := loadOffice(t, inventedZones("own_zone_1|own_zone_2|100", "own_zone_2|own_zone_1|90"))
	if err != nil {
		t.Fatal(err)
	}
	for zone, want := range map[criteria.Trait]string{criteria.OwnZone1: "vùng (khu vực) thứ nhất của tỉnh",
		criteria.OwnZone2: "vùng (khu vực) thứ hai của tỉnh"} {
		set, err := lib.Resolve(criteria.Query{Year: 2023, Region: criteria.NorthCentral, Province: "Thanh Hóa",
			Traits: []criteria.Trait{zone}})
		if err != nil {
			t.Fatal(err)
		}
		level, _ := set.Level(criteria.NTM)
		if got := resolvedAs(level, "2.1").Basis.ColumnTitle; !strings.HasSuffix(got, ", "+want) {
			t.Errorf("%s: %q", zone, got)
		}
	}
	for _, use := range lib.TraitUses(2023, "Thanh Hóa") {
		if use.Trait == criteria.OwnZone1 && !strings.Contains(use.Says, "đúng một vùng trong các vùng của 00/QĐ") {
			t.Errorf("the form says %q of the zone", use.Says)
		}
	}
}
