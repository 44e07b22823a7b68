package criteria_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// differing lists what differs as "no: column a > b", an indicator a line.
func differing(t testing.TB, lib *criteria.Library, a, b string, columns ...criteria.Region) []string {
	t.Helper()
	left, okA := lib.ParseSide(a)
	right, okB := lib.ParseSide(b)
	if !okA || !okB {
		t.Fatalf("%s, %s not understood", a, b)
	}
	if columns == nil {
		columns = left.Standard.Columns()
	}
	found, err := lib.Diff(left, right, columns)
	if err != nil {
		t.Fatal(err)
	}
	lines := []string{}
	for _, d := range found {
		line := d.NoA + "/" + d.NoB
		if d.NameB != "" {
			line += " (" + d.Name + " > " + d.NameB + ")"
		}
		for _, c := range d.Cells {
			line += fmt.Sprintf(" %s %s > %s", c.Column, c.TextA, c.TextB)
		}
		lines = append(lines, line)
	}
	return lines
}

func TestDifferencesOfTheSmallStandard(t *testing.T) {
	added := strings.Replace(smallOverlay, "set:\n", smallAddition, 1)
	lib := smallLibrary(t, added)
	for _, tt := range []struct {
		name, a, b string
		columns    []criteria.Region
		want       []string
	}{
		{"with itself", "thu@2002", "thu@2002", nil, []string{}},
		{"two years, only the columns that differ", "thu@2001", "thu@2002", []criteria.Region{criteria.NorthCentral,
			criteria.Highlands}, []string{
			"1.1/1.1 btb ≥ 10 % > ≥ 20 % tn ≥ 10 % > Chưa có ngưỡng", "1.2/1.2 btb Đạt > Đạt tn Đạt > Đạt",
		}},
		{"two days of a year", "thu@2002-06-30", "thu@2002-07-01", []criteria.Region{criteria.NorthCentral},
			[]string{"1.2/1.2 btb Đạt > Đạt"}},
		{"a province that adds and sets", "thu@2003", "thu@2003:Thanh Hóa",
			[]criteria.Region{criteria.NorthCentral}, []string{
				"2/2 btb ≤ 5 triệu đồng > ≤ 4 triệu đồng", "/3 btb  > ≥ 1 triệu đồng",
			}},
		{"the other way round", "thu@2003:Thanh Hóa", "thu@2003", []criteria.Region{criteria.NorthCentral}, []string{
			"2/2 btb ≤ 4 triệu đồng > ≤ 5 triệu đồng", "3/ btb ≥ 1 triệu đồng > ",
		}},
		{"without a year: the standard's last", "thu", "thu@2003", nil, []string{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, differing(t, lib, tt.a, tt.b, tt.columns...)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What only one side has goes by that side's name.
func TestAnIndicatorOfOneSideHasItsName(t *testing.T) {
	lib := smallLibrary(t, strings.Replace(smallOverlay, "set:\n", smallAddition, 1))
	with, _ := lib.ParseSide("thu@2003:Thanh Hóa")
	without, _ := lib.ParseSide("thu@2003")
	for _, sides := range [][2]criteria.Side{{with, without}, {without, with}} {
		found, err := lib.Diff(sides[0], sides[1], []criteria.Region{criteria.NorthCentral})
		if err != nil {
			t.Fatal(err)
		}
		if last := found[len(found)-1]; last.Name != "Chỉ tiêu riêng" || last.NameB != "" ||
			(last.NoA == "") == (last.NoB == "") {
			t.Errorf("%+v", last)
		}
	}
}

// A wording that changes is a difference though nothing asked does.
func TestAWordingThatChanges(t *testing.T) {
	pack := strings.Replace(smallOverlay, "    at_most: 4\n",
		"    layer: nation\n    name: Câu chữ mới\n    at_most: 5\n", 1)
	want := []string{"2/2 (Chỉ tiêu ba > Câu chữ mới)"}
	if diff := cmp.Diff(want, differing(t, smallLibrary(t, pack), "thu@2003", "thu@2003:Thanh Hóa",
		criteria.NorthCentral)); diff != "" {
		t.Error(diff)
	}
}

// Of two levels, an indicator stands beside the one that judges its figure, each
// once; what has no fellow stands alone.
func TestTwoLevelsArePairedByFigure(t *testing.T) {
	higher := strings.NewReplacer("id: thu\n", "id: thu-cao\n", "level: ntm", "level: nang-cao", `"1.1"`, `"7"`,
		`"1.2"`, `"8"`,
		"{with: [area_ii], figure: sum, at_most: 7, status: seen, source: thử}",
		"{with: [area_ii], figure: rate, at_most: 7, status: seen, source: thử}",
		"{without: [area_ii], figure: sum, at_most: 5, status: seen, source: thử}",
		"{without: [area_ii], figure: rate, at_most: 5, status: seen, source: thử}").Replace(smallStandard)
	lib := smallLibrary(t, higher)
	want := []string{"2/ btb ≤ 5 triệu đồng > ", "dieu-kien/2 (Điều kiện thử > Chỉ tiêu ba) btb ≥ 50 % > ≤ 5 %",
		"/dieu-kien btb  > ≥ 60 %"}
	if diff := cmp.Diff(want, differing(t, lib, "thu@2002", "thu-cao@2002", criteria.NorthCentral)); diff != "" {
		t.Error(diff)
	}
}

// Each field that two requirements may differ in makes a difference.
func TestWhatIsTheSameAsk(t *testing.T) {
	set := criteria.FullSet()
	base := func() criteria.Requirement {
		r := set.Levels[0].Criteria[0].Indicators[1].Requirement
		r.Basis, r.Parts = criteria.Basis{Layer: criteria.Nation, Status: criteria.Seen}, slices.Clone(r.Parts)
		return r
	}
	for _, tt := range []struct {
		what   string
		change func(*criteria.Requirement)
		same   bool
	}{
		{"nothing", func(*criteria.Requirement) {}, true},
		{"comparison", func(r *criteria.Requirement) { r.Parts[0].Op = criteria.AtMost }, false},
		{"value", func(r *criteria.Requirement) { r.Parts[0].Value = decimal.NewFromInt(8) }, false},
		{"zeros behind the value",
			func(r *criteria.Requirement) { r.Parts[0].Value = decimal.RequireFromString("1.00") }, true},
		{"known", func(r *criteria.Requirement) { r.Parts[1].Known = false }, false},
		{"figure", func(r *criteria.Requirement) { r.Parts[1].Figure = &criteria.Figure{ID: "z"} }, false},
		{"a figure for parts", func(r *criteria.Requirement) { r.Figure = &criteria.Figure{ID: "z"} }, false},
		{"need", func(r *criteria.Requirement) { r.Need = 2 }, false},
		{"parts", func(r *criteria.Requirement) { r.Parts = r.Parts[:1] }, false},
		{"layer", func(r *criteria.Requirement) { r.Basis.Layer = criteria.Office }, false},
		{"status", func(r *criteria.Requirement) { r.Basis.Status = criteria.Confirmed }, false},
		{"source", func(r *criteria.Requirement) { r.Basis.Source = "x" }, true},
	} {
		t.Run(tt.what, func(t *testing.T) {
			a, b := base(), base()
			tt.change(&b)
			if criteria.SameAsk(&a, &b) != tt.same || criteria.SameAsk(&b, &a) != tt.same {
				t.Errorf("the same: %v, want %v", !tt.same, tt.same)
			}
		})
	}
}

func TestSidesAsTheyAreWritten(t *testing.T) {
	lib := smallLibrary(t)
	for text, want := range map[string]string{
		"thu":                             "2003  ",
		"thu@2001":                        "2001 2001-12-31  ",
		"thu@2002-05-06":                  "2002 2002-05-06  ",
		"thu:Thanh Hóa":                   "2003  Thanh Hóa ",
		"thu@2001:Thanh Hóa/ministry":     "2001 2001-12-31 Thanh Hóa ministry",
		"thu/nation":                      "2003   nation",
		"thu@2000":                        "",
		"thu@2004-01-01":                  "",
		"thu@20011":                       "",
		"thu@":                            "",
		"thu/xã":                          "",
		"thu/":                            "",
		"thu-2":                           "",
		"thu@2001-02-30:Thanh Hóa/nation": "",
	} {
		got := ""
		if s, ok := lib.ParseSide(text); ok {
			got = fmt.Sprintf("%d %s %s %s", s.Query.Year, s.Query.On, s.Query.Province, s.Query.UpTo)
		}
		if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// Every cell of the small table, once: five years and columns where the
// threshold steps up, every column else.
func TestEveryCellOfTheSmallTable(t *testing.T) {
	lib := smallLibrary(t)
	all, err := lib.Thresholds(lib.Standards[0])
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, c := range all {
		counts[fmt.Sprintf("%s %d %s", c.Indicator.No, c.Year, c.Requirement.Basis.Status)]++
	}
	want := map[string]int{
		"1.1 2001 seen": 7, "1.1 2002 seen": 2, "1.1 2002 missing": 5, "1.1 2003 missing": 7,
		"1.2 0 seen": 7, "1.2 0 recalled": 7, "2 0 seen": 14,
	}
	if diff := cmp.Diff(want, counts); diff != "" {
		t.Error(diff)
	}
	tally, err := lib.Tally(lib.Standards[0])
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[criteria.Status]int{criteria.Seen: 30, criteria.Missing: 12, criteria.Recalled: 7},
		tally); diff != "" {
		t.Error(diff)
	}
}

// An overlay is not the nation's table: it changes no cell of it.
func TestCellsAreTheNations(t *testing.T) {
	lib := smallLibrary(t, strings.NewReplacer("layer: province\nprovince: Thanh Hóa",
		"layer: office").Replace(smallOverlay))
	tally, err := lib.Tally(lib.Standards[0])
	if err != nil || tally[criteria.Seen] != 30 {
		t.Errorf("%v, %v", tally, err)
	}
}

// A rule for some columns has cells in those, and parts have a cell each.
func TestCellsOfColumnsAndParts(t *testing.T) {
	pack := strings.NewReplacer(
		"{with: [area_ii], figure: sum, at_most: 7, status: seen, source: thử}",
		"{columns: [btb, tn], all_of: [{figure: sum, at_most: 7}, {any_of: [{figure: rate, at_least: {2001: 1, "+
			"2002: 2, 2003: 3}}, {figure: word, declared: true}]}], status: seen, source: thử}",
		"{without: [area_ii],", "{columns: [tdmnpb, dbsh, dhntb, dnb, dbscl],").Replace(smallStandard)
	lib, err := alone(filesOf(smallFigures, pack, smallProcedure))
	if err != nil {
		t.Fatal(err)
	}
	all, err := lib.Thresholds(lib.Standards[0])
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, c := range all {
		if c.Indicator.No == "2" {
			counts[fmt.Sprintf("%s %d %s", c.Requirement.Figure.ID, c.Year, c.Column)]++
		}
	}
	if got := strings.Join(slices.Sorted(maps.Keys(counts)), ", "); got != "rate 2001 btb, rate 2001 tn, rate "+
		"2002 btb, rate 2002 tn, rate 2003 btb, rate 2003 tn, "+
		"sum 0 dbscl, sum 0 dbsh, sum 0 dhntb, sum 0 dnb, sum 0 tdmnpb, sum 2001 btb, sum 2001 tn, sum 2002 btb, "+
		"sum 2002 tn, sum 2003 btb, sum 2003 tn, "+
		"word 2001 btb, word 2001 tn, word 2002 btb, word 2002 tn, word 2003 btb, word 2003 tn" {
		t.Errorf("cells of %s", got)
	}
}

// What is a multiple of a threshold that steps up by year, or has a part that
// does, has cells by year itself.
func TestCellsByYearOfWhatStepsUp(t *testing.T) {
	first, second := "{with: [area_ii], figure: sum, at_most: 7,", "{without: [area_ii], figure: sum, at_most: 5,"
	pack := strings.NewReplacer(first, "{with: [area_ii], figure: sum, relative: {to: ntm/1.1, op: at_least, "+
		"factor: 2},",
		second, "{without: [area_ii], some_of: {least: 1, of: [{figure: sum, exactly: {2001: 1, 2002: 2, 2003: "+
			"3}}]},").Replace(smallStandard)
	lib, err := alone(filesOf(smallFigures, pack, smallProcedure))
	if err != nil {
		t.Fatal(err)
	}
	all, err := lib.Thresholds(lib.Standards[0])
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range all {
		if c.Indicator.No == "2" && c.Column == criteria.NorthCentral {
			got = append(got, fmt.Sprintf("%d %s", c.Year, c.Requirement.Value))
		}
	}
	if diff := cmp.Diff([]string{"2001 20", "2002 40", "2003 0", "2001 1", "2002 2", "2003 3"}, got); diff != "" {
		t.Error(diff)
	}
}

const groupedHead = `groups:
  - {id: "1", name: Nhóm một, any_of: [[area_ii, safe_zone], [area_iii]], status: seen, source: thử}
  - {id: "2", name: Nhóm hai, any_of: [[next_to_urban]], status: seen, source: thử}
`

func TestCommuneGroups(t *testing.T) {
	ruled := func(head string) string {
		return strings.NewReplacer("column_rule: {column: dbsh, traits: [[safe_zone]], article: Điều 1}\n", head,
			"{btb: 20, dbsh: 30}", `{"1": 20, "2": 30}`).Replace(smallStandard)
	}
	rest := `  - {id: "3", name: Nhóm ba, otherwise: true, status: seen, source: thử}` + "\n"
	for name, tt := range map[string]struct {
		head   string
		traits []criteria.Trait
		want   string // the column and its title, or part of the error
	}{
		"all the traits of one list": {groupedHead + rest, []criteria.Trait{criteria.SafeZone, criteria.AreaII},
			"1 Nhóm một 20"},
		"the trait of the other list": {groupedHead + rest, []criteria.Trait{criteria.AreaIII}, "1 Nhóm một 20"},
		"half of a list":              {groupedHead + rest, []criteria.Trait{criteria.AreaII}, "3 Nhóm ba ?"},
		"no trait at all":             {groupedHead + rest, nil, "3 Nhóm ba ?"},
		"the second group":            {groupedHead + rest, []criteria.Trait{criteria.NextToUrban}, "2 Nhóm hai 30"},
		"two groups": {groupedHead + rest, []criteria.Trait{criteria.AreaIII,
			criteria.NextToUrban}, "xã thuộc cùng lúc: Nhóm một; Nhóm hai"},
		"none, where no group is left": {groupedHead, nil, "không thuộc nhóm nào"},
	} {
		lib, err := alone(filesOf(smallFigures, ruled(tt.head), smallProcedure))
		if err != nil {
			t.Fatal(name, err)
		}
		got := ""
		if set, err := lib.Resolve(criteria.Query{Year: 2002, Region: criteria.NorthCentral,
			Traits: tt.traits}); err != nil {
			got = err.Error()
		} else {
			l := set.Levels[0]
			value := "?"
			if r := l.Criteria[0].Indicators[0].Requirement; r.Known {
				value = r.Value.String()
			}
			got = fmt.Sprintf("%s %s %s", l.Column, l.ColumnTitle, value)
		}
		if !strings.Contains(got, tt.want) {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
	lib, err := alone(filesOf(smallFigures, ruled(groupedHead+rest), smallProcedure))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"1.1/1.1 1 ≥ 10 % > ≥ 20 % 2 ≥ 10 % > ≥ 30 % 3 ≥ 10 % > Chưa có ngưỡng",
		"1.2/1.2 1 Đạt > Đạt 2 Đạt > Đạt 3 Đạt > Đạt"}
	if diff := cmp.Diff(want, differing(t, lib, "thu@2001", "thu@2002")); diff != "" {
		t.Error(diff)
	}
}
