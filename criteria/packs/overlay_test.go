package packs

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/problem"
)

// over is an invented overlay with the given rules.
func over(head, rules string) string {
	return "schema: ntm.overlay.v1\nid: tinh-thu\nname: Quy định thử của tỉnh giả định\nlayer: " +
		"province\nprovince: Thanh Hóa\n" +
		"years: {from: 2021, to: 2025}\ndecision: {number: 00/QĐ-THỬ}\n" + head + "set:\n" + rules
}

const sure = "    status: seen\n    source: thử\n"

type laxerCase struct {
	name, rule string
	lax        bool
}

// how says what is wrong with a rule that is refused.
func (c laxerCase) how() string {
	if strings.Contains(c.name, "other way") || strings.Contains(c.name, "another figure") ||
		strings.Contains(c.name, "part") || strings.Contains(c.name, "left to") {
		return "không so được với mức"
	}
	return "dễ hơn mức"
}

// A province may be stricter than the nation, and laxer only by a clause that
// it names.
func TestStricterOrByAClause(t *testing.T) {
	tests := []laxerCase{
		{"as strict", "  - indicator: ntm/3.1\n    at_least: 80\n", false},
		{"stricter", "  - indicator: ntm/3.1\n    at_least: 80.01\n", false},
		{"laxer by a hair", "  - indicator: ntm/3.1\n    at_least: 79.99\n", true},
		{"laxer by a clause it names", "  - indicator: ntm/3.1\n    at_least: 70\n    laxer_by: Điều 9\n", false},
		{"a higher limit is laxer", "  - indicator: ntm/11\n    at_most: 5.5\n", true},
		{"a lower limit is stricter", "  - indicator: ntm/11\n    at_most: {btb: 4.5}\n", false},
		{"laxer in one year", "  - indicator: ntm/10\n    at_least: {2021: 60, 2022: 60, 2023: 60, 2024: 60, " +
			"2025: {dbsh: 61}}\n", true},
		{"laxer in one column", "  - indicator: ntm/4.2\n    at_least: {btb: 98, dbsh: 98}\n", true},
		{"where the nation leaves it open", "  - indicator: ntm/2.1\n    at_least: 1\n", false},
		{"where the nation's level is not known", "  - indicator: ntm/17.6\n    at_least: 1\n", false},
		{"laxer before an amendment only", "  - indicator: nang-cao/18.1\n    columns: [btb]\n    until: " +
			"2024-02-29\n    at_least: 54\n", true},
		{"after the amendment, when none is known", "  - indicator: nang-cao/18.1\n    columns: [btb]\n    from: " +
			"2024-03-01\n    at_least: 54\n", false},
		{"a laxer condition", "  - indicator: ntm/satisfaction\n    at_least: 75\n", true},
		{"arrears allowed", "  - indicator: ntm/arrears\n    at_most: 1000000\n", true},
		{"judged the other way round", "  - indicator: ntm/11\n    at_least: 0\n", true},
		{"the other way round where no level is known", "  - indicator: ntm/15.3\n    at_least: 0\n", true},
		{"another figure", "  - indicator: ntm/3.1\n    figure: school_count\n    at_least: 80\n", true},
		{"both parts of Thanh Hóa's clean water", "  - indicator: ntm/17.1\n    until: 2024-02-29\n    all_of: " +
			"[{figure: clean_water_rate, at_least: 90}, {figure: centralised_clean_water_rate, at_least: 20}]\n",
			false},
		{"one part laxer", "  - indicator: ntm/17.1\n    until: 2024-02-29\n    all_of: [{figure: " +
			"clean_water_rate, at_least: 90}, {figure: centralised_clean_water_rate, at_least: 14}]\n", true},
		{"a part more", "  - indicator: ntm/3.1\n    all_of: [{figure: irrigated_area_rate, at_least: 80}, " +
			"{figure: clean_landscape, declared: true}]\n", false},
		{"a way round, part of it laxer", "  - indicator: ntm/3.1\n    any_of: [{figure: irrigated_area_rate, " +
			"at_least: 90}, {figure: clean_landscape, declared: true}]\n", true},
		{"one part for three", "  - indicator: ntm/5\n    figure: school_count\n    at_least: 0\n", true},
		{"one level, lax only for regions the province is not in", "  - indicator: ntm/15.3\n    at_most: 20\n", false},
		{"one level, lax for the province's region", "  - indicator: ntm/15.3\n    at_most: 25.1\n", true},
		{"one level, lax for the column of Điều 1", "  - indicator: ntm/15.3\n    at_most: 24.5\n", true},
		{"left open where a number stood", "  - indicator: ntm/3.1\n    at_least: unknown\n", false},
		{"left to the province where a number stood", "  - indicator: ntm/3.1\n    set_by: province\n", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := loadOffice(t, over("", tt.rule+sure))
			if !tt.lax {
				if err != nil {
					t.Errorf("refused: %v", err)
				}
				return
			}
			if err == nil {
				t.Fatal("passed")
			}
			if p := problem.Of(err)[0]; !strings.Contains(p.Message, tt.how()) || p.Line != 9 ||
				!strings.Contains(p.Hint, "laxer_by") {
				t.Errorf("line %d: %s (%s)", p.Line, p.Message, p.Hint)
			}
		})
	}
}

const zones = `groups:
  - {id: "1", name: Vùng 1, any_of: [[area_ii], [area_iii], [safe_zone, poor_district]], status: seen, source: thử}
  - {id: "2", name: Vùng 2, otherwise: true, status: seen, source: thử}
`

// What an overlay's rule takes over from the one it overrides must fit it.
func TestRulesThatDoNotFitWhatTheyTakeOver(t *testing.T) {
	for rule, want := range map[string]string{
		"  - indicator: ntm/2.4\n    declared: " +
			"true\n": "không hợp với cách xét này",
		"  - indicator: ntm/6.1\n    at_least: " +
			"1\n": "không hợp với cách xét này",
		"  - indicator: nang-cao/2.2\n    at_least: 90\n    laxer_by: Điều " +
			"1\n": "chưa nói xét theo số liệu nào",
		"  - indicator: ntm/5\n    at_least: " +
			"90\n": "chưa nói xét theo số liệu nào",
		"  - indicator: ntm/2.1\n    at_least: 800\n":                                      "nằm ngoài khoảng 0-100",
		"  - indicator: ntm/2.4\n    figure: commune_cultural_house\n    declared: true\n": "không so được với mức",
	} {
		_, err := loadOffice(t, over("", rule+sure))
		if err == nil || !strings.Contains(err.Error(), want) || problem.Of(err)[0].Line != 9 {
			t.Errorf("%s: %v, want %q", rule, err, want)
		}
	}
}

func TestZonesOfAProvince(t *testing.T) {
	lib, err := loadOffice(t, over(zones, "  - indicator: ntm/2.1\n    at_least: {\"1\": 70, \"2\": 90}\n"+sure))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		traits []criteria.Trait
		want   string
		zone   string
	}{
		{nil, "90", "Vùng 2"},
		{[]criteria.Trait{criteria.AreaIII}, "70", "Vùng 1"},
		{[]criteria.Trait{criteria.AreaII, criteria.AreaIII}, "70", "Vùng 1"},
		{[]criteria.Trait{criteria.SafeZone}, "90", "Vùng 2"},
		{[]criteria.Trait{criteria.SafeZone, criteria.PoorDistrict}, "70", "Vùng 1"},
	} {
		set, err := lib.Resolve(criteria.Query{Year: 2024, Region: criteria.NorthCentral, Province: "Thanh Hóa",
			Traits: tt.traits})
		if err != nil {
			t.Fatal(err)
		}
		r := set.Levels[0].Criteria[1].Indicators[0].Requirement
		if r.Value.String() != tt.want || r.Basis.ColumnTitle != tt.zone || r.Replaces == nil ||
			r.Replaces.Op != criteria.ProvinceSets {
			t.Errorf("%v: %s in %s, replacing %+v", tt.traits, r.Value, r.Basis.ColumnTitle, r.Replaces)
		}
	}
	for slip, want := range map[[2]string]string{
		{`"1": 70`, `"3": 70`}:                `không có vùng hoặc nhóm "3"`,
		{"otherwise: true, ", ""}:             "nhóm 2 cần any_of",
		{", status: seen, source: thử}", "}"}: "nhóm 1 chưa có căn cứ",
	} {
		_, err := loadOffice(t, strings.Replace(over(zones, "  - indicator: ntm/2.1\n    at_least: {\"1\": 70, "+
			"\"2\": 90}\n"+sure), slip[0], slip[1], 1))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q for %q: %v", slip[1], slip[0], err)
		}
	}
}

func TestACommuneOfTwoGroups(t *testing.T) {
	two := strings.Replace(zones, "  - {id: \"2\", name: Vùng 2, otherwise: true",
		"  - {id: \"3\", name: Vùng 3, any_of: [[difficult_coast]], status: seen, source: thử}\n  - {id: \"2\", "+
			"name: Vùng 2, otherwise: true", 1)
	lib, err := loadOffice(t, over(two, "  - indicator: ntm/2.1\n    at_least: {\"1\": 70, \"2\": 90, \"3\": 80}\n"+
		sure))
	if err != nil {
		t.Fatal(err)
	}
	_, err = lib.Resolve(criteria.Query{Year: 2024, Region: criteria.NorthCentral, Province: "Thanh Hóa",
		Traits: []criteria.Trait{criteria.AreaII, criteria.DifficultCoast}})
	if err == nil || !strings.Contains(err.Error(), "Vùng 1; Vùng 3") {
		t.Errorf("got %v", err)
	}
}

func TestWithAndWithoutATrait(t *testing.T) {
	rules := "  - indicator: ntm/2.1\n    with: [area_iii]\n    at_least: 60\n" + sure +
		"  - indicator: ntm/2.1\n    without: [area_iii]\n    at_least: 95\n" + sure
	lib, err := loadOffice(t, over("", rules))
	if err != nil {
		t.Fatal(err)
	}
	for trait, want := range map[criteria.Trait]string{criteria.AreaIII: "60", criteria.AreaII: "95"} {
		set, err := lib.Resolve(criteria.Query{Year: 2024, Region: criteria.NorthCentral, Province: "Thanh Hóa",
			Traits: []criteria.Trait{trait}})
		if err != nil {
			t.Fatal(err)
		}
		if got := set.Levels[0].Criteria[1].Indicators[0].Requirement.Value.String(); got != want {
			t.Errorf("%s: %s, want %s", trait, got, want)
		}
	}
}

// An overlay may add indicators, to a criterion or as one of their own.
func TestAddedIndicators(t *testing.T) {
	add := `figures:
  - {id: office_green_villages, name: Số thôn xanh, unit: thôn, confirmed_by: tỉnh}
add:
  - level: nang-cao
    "no": "20"
    name: Tiêu chí riêng của tỉnh
    indicators:
      - "no": "20.1"
        name: Có thôn xanh
        rules: [{figure: office_green_villages, at_least: 2, status: seen, source: thử}]
  - level: nang-cao
    "no": "2"
    name: Giao thông
    indicators:
      - "no": "2.5"
        name: Có ít nhất hai trong ba
        rules:
          - some_of:
              least: 2
              of: [{figure: office_green_villages, exactly: 3}, {figure: clean_landscape, declared: true}, {figure: irrigated_area_rate, at_least: 50}]
            status: seen
            source: thử
`
	lib, err := loadOffice(t, over(add, "  - indicator: nang-cao/20.1\n    columns: [tn]\n    at_least: 3\n"+sure))
	if err != nil {
		t.Fatal(err)
	}
	set, err := lib.Resolve(criteria.Query{Year: 2023, Region: criteria.NorthCentral, Province: "Thanh Hóa"})
	if err != nil {
		t.Fatal(err)
	}
	level, _ := set.Level(criteria.NangCao)
	last, second := level.Criteria[len(level.Criteria)-1], level.Criteria[1]
	if len(level.Criteria) != 20 || last.No != "20" || last.Indicators[0].Requirement.Value.String() != "2" ||
		last.Indicators[0].Requirement.Basis.Layer != criteria.Province {
		t.Errorf("%d criteria, last %+v", len(level.Criteria), last)
	}
	added := second.Indicators[len(second.Indicators)-1]
	if added.No != "2.5" || added.Requirement.Need != 2 || added.Requirement.Op != criteria.SomeOfParts ||
		len(added.Requirement.Parts) != 3 {
		t.Errorf("added %+v", added)
	}
	if got := added.Requirement.String(); !strings.HasPrefix(got, "ít nhất 2 trong: Số thôn xanh: = 3 thôn; ") {
		t.Errorf("in words: %s", got)
	}
}

func TestAFigureNothingJudges(t *testing.T) {
	idle := "figures:\n  - {id: office_idle, name: Số liệu thừa, unit: thôn, confirmed_by: tỉnh}\n"
	_, err := loadOffice(t, over(idle, "  - indicator: ntm/2.1\n    at_least: 70\n"+sure))
	if err == nil || problem.Of(err)[0].Line != 9 || !strings.Contains(err.Error(),
		`không có chỉ tiêu nào dùng số liệu "office_idle"`) {
		t.Errorf("got %v", err)
	}
}

func TestConfirmingACondition(t *testing.T) {
	lib, err := loadOffice(t, over("", "  - indicator: nang-cao/satisfaction\n    at_least: 92\n"+sure))
	if err != nil {
		t.Fatal(err)
	}
	set, err := lib.Resolve(criteria.Query{Year: 2023, Region: criteria.NorthCentral, Province: "Thanh Hóa"})
	if err != nil {
		t.Fatal(err)
	}
	level, _ := set.Level(criteria.NangCao)
	if r := level.Conditions[1].Requirement; r.Value.String() != "92" || r.Basis.Status != criteria.Seen ||
		r.Figure.ID != "satisfaction_rate" {
		t.Errorf("satisfaction %+v", r)
	}
}

func TestTallyIsComplete(t *testing.T) {
	lib := Embedded()
	for _, std := range lib.Standards {
		all, err := lib.Thresholds(std)
		if err != nil {
			t.Fatal(err)
		}
		counts, err := lib.Tally(std)
		if err != nil {
			t.Fatal(err)
		}
		sum := 0
		for status, n := range counts {
			if status == "" {
				t.Errorf("%s: %d thresholds without a status", std.ID, n)
			}
			sum += n
		}
		if sum != len(all) {
			t.Errorf("%s: %d thresholds, %d by status", std.ID, len(all), sum)
		}
	}
}

func TestDiff(t *testing.T) {
	lib, err := loadOffice(t, over("", "  - indicator: ntm/3.1\n    at_least: 85\n"+sure))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		a, b    string
		columns []criteria.Region
		want    string
	}{
		{"ntm-2021-2025@2021", "ntm-2021-2025@2023", []criteria.Region{criteria.NorthCentral},
			"10 btb ≥ 36 triệu đồng/người/năm > ≥ 42 triệu đồng/người/năm"},
		{"ntm-2021-2025@2023", "ntm-2021-2025@2023:Thanh Hoá", []criteria.Region{criteria.NorthCentral},
			"3.1 btb ≥ 80 % > ≥ 85 %"},
		{"ntm-2021-2025@2023", "ntm-2021-2025@2023:Nghệ An", criteria.Regions, ""},
		{"ntm-2021-2025@2023:Thanh Hóa/nation", "ntm-2021-2025@2023:Thanh Hóa",
			[]criteria.Region{criteria.NorthCentral}, "3.1 btb ≥ 80 % > ≥ 85 %"},
		{"ntm-2021-2025@2023:Thanh Hóa/nation", "ntm-2021-2025@2023:Thanh Hóa/ministry", criteria.Regions, ""},
		{"nang-cao-2021-2025@2024-02-29", "nang-cao-2021-2025@2024-03-01", []criteria.Region{criteria.NorthCentral},
			"3.4 btb 100 % > Chưa có ngưỡng; 8.4 btb Đạt > Đạt; 14.4 btb Chưa có ngưỡng > Đạt; 18.1 btb ≥ 55 % " +
				"> Chưa có ngưỡng"},
	}
	for _, tt := range tests {
		a, okA := lib.ParseSide(tt.a)
		b, okB := lib.ParseSide(tt.b)
		if !okA || !okB {
			t.Fatalf("%s, %s not understood", tt.a, tt.b)
		}
		found, err := lib.Diff(a, b, tt.columns)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, d := range found {
			line := d.NoA
			for _, c := range d.Cells {
				line += " " + string(c.Column) + " " + c.TextA + " > " + c.TextB
			}
			lines = append(lines, line)
		}
		if got := strings.Join(lines, "; "); !strings.HasPrefix(got, tt.want) || (tt.want == "") != (got == "") {
			t.Errorf("%s against %s:\n%s\nwant %s", tt.a, tt.b, got, tt.want)
		}
	}
	for _, bad := range []string{"", "ntm", "ntm-2021-2025@2030", "ntm-2021-2025@x", "ntm-2021-2025@2021-13-01",
		"ntm-2021-2025/xã"} {
		if _, ok := lib.ParseSide(bad); ok {
			t.Errorf("%q was understood", bad)
		}
	}
}

// NTM against nâng cao: the same figure stands side by side.
func TestDiffOfTwoLevels(t *testing.T) {
	lib := Embedded()
	a, _ := lib.ParseSide("ntm-2021-2025@2023")
	b, _ := lib.ParseSide("nang-cao-2021-2025@2023")
	found, err := lib.Diff(a, b, []criteria.Region{criteria.NorthCentral})
	if err != nil {
		t.Fatal(err)
	}
	pairs := map[string]string{}
	for _, d := range found {
		if d.NoA != "" && d.NoB != "" {
			pairs[d.NoA] = d.NoB
		}
	}
	for a, b := range map[string]string{"10": "10", "11": "11", "3.2": "3.6", "15.1": "14.1", "9.2": "9"} {
		if pairs[a] != b {
			t.Errorf("NTM %s stands beside nâng cao %q, want %s", a, pairs[a], b)
		}
	}
}
