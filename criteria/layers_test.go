package criteria_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// layered is a small overlay of the layer that asks for at most the value.
func layered(layer criteria.Layer, value string) string {
	text := strings.NewReplacer("id: tinh", "id: "+string(layer), "layer: province", "layer: "+string(layer),
		"03/QĐ", string(layer)+"/QĐ", "at_most: 4", "at_most: "+value)
	return text.Replace(smallOverlay)
}

var thanhHoaIn2002 = criteria.Query{Year: 2002, Region: criteria.NorthCentral, Province: "Thanh Hóa"}

// The layers lie over each other in their order, whatever the order of files,
// and each keeps what it replaced.
func TestLayersLieInTheirOrder(t *testing.T) {
	packs := []string{layered(criteria.Ministry, "4"), layered(criteria.Province, "3"), layered(criteria.Office, "2")}
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 2, 0}} {
		lib := smallLibrary(t, packs[order[0]], packs[order[1]], packs[order[2]])
		for upTo, want := range map[criteria.Layer]string{
			criteria.Nation:   "5 01/QĐ-THỬ nation",
			criteria.Ministry: "4 ministry/QĐ-THỬ ministry < 5 01/QĐ-THỬ nation",
			criteria.Province: "3 province/QĐ-THỬ province < 4 ministry/QĐ-THỬ ministry < 5 01/QĐ-THỬ nation",
			criteria.Office: "2 office/QĐ-THỬ office < 3 province/QĐ-THỬ province < 4 ministry/QĐ-THỬ ministry " +
				"< 5 01/QĐ-THỬ nation",
			"": "2 office/QĐ-THỬ office < 3 province/QĐ-THỬ province < 4 ministry/QĐ-THỬ ministry " +
				"< 5 01/QĐ-THỬ nation",
		} {
			q := thanhHoaIn2002
			q.UpTo = upTo
			var layers []string
			for r := smallRequirement(t, lib, "2", q); r != nil; r = r.Replaces {
				layers = append(layers, fmt.Sprintf("%s %s %s", r.Value, r.Basis.Decision, r.Basis.Layer))
			}
			if got := strings.Join(layers, " < "); got != want {
				t.Errorf("files %v up to %q:\ngot  %s\nwant %s", order, upTo, got, want)
			}
		}
	}
}

// An overlay holds on its own days, in its columns, for its communes, and
// there alone.
func TestWhereAnOverlayHolds(t *testing.T) {
	pack := strings.Replace(smallOverlay, "    at_most: 4\n", "    from: 2002-03-01\n    until: 2002-09-30\n    "+
		"columns: [btb, dbsh]\n    with: [area_iii]\n    without: [no_cemetery]\n    at_most: {btb: 4, dbsh: "+
		"unknown}\n", 1)
	lib := smallLibrary(t, strings.Replace(pack, "{from: 2001, to: 2003}", "{from: 2002, to: 2002}", 1))
	in := criteria.Query{Year: 2002, On: criteria.Day(2002, 3, 1), Region: criteria.NorthCentral,
		Province: "Thanh Hoá", Traits: []criteria.Trait{criteria.AreaIII}}
	for _, tt := range []struct {
		name   string
		change func(*criteria.Query)
		want   string
	}{
		{"on its first day", func(*criteria.Query) {}, "4"},
		{"the day before", func(q *criteria.Query) { q.On = criteria.Day(2002, 2, 28) }, "5"},
		{"on its last day", func(q *criteria.Query) { q.On = criteria.Day(2002, 9, 30) }, "4"},
		{"the day after", func(q *criteria.Query) { q.On = criteria.Day(2002, 10, 1) }, "5"},
		{"another year of recognition", func(q *criteria.Query) { q.Year = 2001 }, "5"},
		{"another province", func(q *criteria.Query) { q.Province = "Nghệ An" }, "5"},
		{"no province", func(q *criteria.Query) { q.Province = "" }, "5"},
		{"another column", func(q *criteria.Query) { q.Region = criteria.Highlands }, "5"},
		{"a column whose value it leaves open", func(q *criteria.Query) { q.Region = criteria.RedRiverDelta }, "5"},
		{"the column the nation sends the commune to",
			func(q *criteria.Query) { q.Traits = append(q.Traits, criteria.SafeZone) }, "5"},
		{"communes without the trait", func(q *criteria.Query) { q.Traits = nil }, "5"},
		{"communes with the trait it leaves out",
			func(q *criteria.Query) { q.Traits = append(q.Traits, criteria.NoCemetery) }, "5"},
		{"communes the nation has another rule for",
			func(q *criteria.Query) { q.Traits = append(q.Traits, criteria.AreaII) }, "4"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			q := in
			tt.change(&q)
			r := smallRequirement(t, lib, "2", q)
			if got := r.Value.String(); got != tt.want || (r.Replaces != nil) != (tt.want == "4") {
				t.Errorf("at most %s, replacing %v; want %s", got, r.Replaces, tt.want)
			}
		})
	}
	with := in
	with.Traits = append(with.Traits, criteria.AreaII)
	if r := smallRequirement(t, lib, "2", with); r.Replaces.Value.String() != "7" {
		t.Errorf("it replaced %s, not the nation's 7 for such communes", r.Replaces.Value)
	}
}

func TestRulesOfTheNationByDayAndTrait(t *testing.T) {
	lib := smallLibrary(t)
	for day, want := range map[criteria.Date]criteria.Status{criteria.Day(2002, 6, 30): criteria.Seen,
		criteria.Day(2002, 7, 1): criteria.Recalled} {
		if got := smallRequirement(t, lib, "1.2", criteria.Query{Year: 2002, On: day,
			Region: criteria.NorthCentral}).Basis.Status; got != want {
			t.Errorf("%s: %s", day, got)
		}
	}
	q := criteria.Query{Year: 2002, Region: criteria.NorthCentral, Traits: []criteria.Trait{criteria.AreaII}}
	if got := smallRequirement(t, lib, "2", q).Value.String(); got != "7" {
		t.Errorf("with the trait: %s", got)
	}
}

func TestSeriesByYearAndColumn(t *testing.T) {
	lib := smallLibrary(t)
	for _, tt := range []struct {
		year   int
		column criteria.Region
		want   string
	}{
		{2001, criteria.NorthCentral, "10"}, {2001, criteria.Highlands, "10"}, {2002, criteria.NorthCentral, "20"},
		{2002, criteria.RedRiverDelta, "30"},
		{2002, criteria.Highlands, "Chưa có ngưỡng"}, {2003, criteria.NorthCentral, "Chưa có ngưỡng"},
	} {
		r := smallRequirement(t, lib, "1.1", criteria.Query{Year: tt.year, Region: tt.column})
		got := r.String()
		if r.Known {
			got = r.Value.String()
		}
		if got != tt.want || r.Basis.Year != tt.year || r.Basis.Column != tt.column ||
			(r.Basis.Status == criteria.Missing) == r.Known {
			t.Errorf("%d %s: %s, %+v", tt.year, tt.column, got, r.Basis)
		}
	}
}

// A value keeps the decimals it was written with, to the last view.
func TestAValueKeepsItsDecimals(t *testing.T) {
	lib := smallLibrary(t, strings.Replace(smallOverlay, "at_most: 4", "at_most: {btb: 1.50}", 1))
	r := smallRequirement(t, lib, "2", thanhHoaIn2002)
	if r.Value.Exponent() != -2 || r.String() != "≤ 1,50 triệu đồng" {
		t.Errorf("1.50 became %s with %d decimals", r.String(), -r.Value.Exponent())
	}
}

// What a basis says, field by field: from the rule where it says so, else from
// its pack.
func TestBasisOfARule(t *testing.T) {
	plain := "    at_most: 4\n    status: seen\n    source: thử\n"
	for _, tt := range []struct {
		name, rule string
		want       criteria.Basis
	}{
		{"from the pack", plain, criteria.Basis{Decision: "03/QĐ-THỬ", Annex: "Phụ lục A", Layer: criteria.Province,
			Status: criteria.Seen, Source: "thử"}},
		{"an article", "    article: Điều 9\n" + plain, criteria.Basis{Decision: "03/QĐ-THỬ", Annex: "Điều 9",
			Layer: criteria.Province, Status: criteria.Seen, Source: "thử"}},
		{"a decision of its own", "    decision: {number: 09/QĐ, date: 2001-02-03}\n" + plain,
			criteria.Basis{Decision: "09/QĐ", DecisionDate: "2001-02-03", Annex: "", Layer: criteria.Province,
				Status: criteria.Seen, Source: "thử"}},
		{"an amendment", "    amended_by: 10/QĐ\n" + plain, criteria.Basis{Decision: "03/QĐ-THỬ",
			AmendedBy: "10/QĐ", Annex: "Phụ lục A", Layer: criteria.Province, Status: criteria.Seen, Source: "thử"}},
		{"a layer of its own", "    layer: ministry\n" + plain, criteria.Basis{Decision: "03/QĐ-THỬ",
			Annex: "Phụ lục A", Layer: criteria.Ministry, Status: criteria.Seen, Source: "thử"}},
		{"who checked it", "    at_most: 4\n    status: confirmed\n    source: thử\n    checked_by: Bà A\n    " +
			"checked_on: 2002-02-02\n",
			criteria.Basis{Decision: "03/QĐ-THỬ", Annex: "Phụ lục A", Layer: criteria.Province,
				Status: criteria.Confirmed, Source: "thử", CheckedBy: "Bà A", CheckedOn: "2002-02-02"}},
		{"a cell of this column and year", "    cells: [{column: btb, year: 2002, status: doubtful, source: ô}]\n" +
			plain,
			criteria.Basis{Decision: "03/QĐ-THỬ", Annex: "Phụ lục A", Layer: criteria.Province,
				Status: criteria.Doubtful, Source: "ô"}},
		{"a cell of this column, every year", "    cells: [{column: btb, status: doubtful, source: ô}]\n" + plain,
			criteria.Basis{Decision: "03/QĐ-THỬ", Annex: "Phụ lục A", Layer: criteria.Province,
				Status: criteria.Doubtful, Source: "ô"}},
		{"a cell of another year", "    cells: [{column: btb, year: 2003, status: doubtful, source: ô}]\n" + plain,
			criteria.Basis{Decision: "03/QĐ-THỬ", Annex: "Phụ lục A", Layer: criteria.Province,
				Status: criteria.Seen, Source: "thử"}},
		{"a cell of another column", "    cells: [{column: tn, year: 2002, status: doubtful, source: ô}]\n" + plain,
			criteria.Basis{Decision: "03/QĐ-THỬ", Annex: "Phụ lục A", Layer: criteria.Province,
				Status: criteria.Seen, Source: "thử"}},
		{"a clause that allows less", "    laxer_by: Điều 5\n    at_most: 6\n    status: seen\n    source: thử\n",
			criteria.Basis{Decision: "03/QĐ-THỬ", Annex: "Phụ lục A", Layer: criteria.Province,
				Status: criteria.Seen, Source: "thử", LaxerBy: "Điều 5"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pack := strings.NewReplacer("    at_most: 4\n    status: seen\n    source: thử\n", tt.rule, "set:",
				"annex: Phụ lục A\nset:").Replace(smallOverlay)
			tt.want.Column, tt.want.ColumnTitle, tt.want.Year = criteria.NorthCentral, "Bắc Trung Bộ", 2002
			if got := smallRequirement(t, smallLibrary(t, pack), "2", thanhHoaIn2002).Basis; got != tt.want {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
		})
	}
}

// What is made of parts is known when every part is, and as sure as the least
// sure one.
func TestPartsDecideHowSureTheWholeIs(t *testing.T) {
	for _, tt := range []struct {
		name, ask string
		op        criteria.Op
		need      int
		known     bool
		status    criteria.Status
	}{
		{"all", "all_of: [{figure: sum, at_most: 3}, {figure: rate, at_least: 1}]", criteria.AllOf, 2, true,
			criteria.Seen},
		{"any", "any_of: [{all_of: [{figure: sum, at_most: 3}]}, {figure: sum, at_most: 2}, {figure: sum, " +
			"at_most: 1}]", criteria.AnyOf, 1, true, criteria.Seen},
		{"some", "some_of: {least: 2, of: [{figure: sum, at_most: 1}, {figure: rate, at_least: 1}, {figure: " +
			"rate, at_least: 2}]}", criteria.SomeOfParts, 2, true, criteria.Seen},
		{"one less sure", "all_of: [{figure: sum, at_most: 3, status: doubtful, source: x}, {figure: rate, " +
			"at_least: 1}]", criteria.AllOf, 2, true, criteria.Doubtful},
		{"one surer", "all_of: [{figure: sum, at_most: 3, status: confirmed, source: x}, {figure: rate, " +
			"at_least: 1}]", criteria.AllOf, 2, true, criteria.Seen},
		{"one unknown", "all_of: [{figure: sum, at_most: 3}, {figure: rate, at_least: unknown}]", criteria.AllOf, 2,
			false, criteria.Missing},
		{"an unknown part of a part", "all_of: [{figure: sum, at_most: 3}, {any_of: [{figure: rate, at_least: " +
			"unknown}, {figure: sum, at_most: 9}]}]", criteria.AllOf, 2, false, criteria.Missing},
	} {
		t.Run(tt.name, func(t *testing.T) {
			pack := strings.Replace(smallOverlay, "    at_most: 4\n", "    laxer_by: thử\n    "+tt.ask+"\n", 1)
			r := smallRequirement(t, smallLibrary(t, pack), "2", thanhHoaIn2002)
			if r.Op != tt.op || r.Need != tt.need || r.Known != tt.known || r.Basis.Status != tt.status ||
				r.Figure != nil {
				t.Errorf("%s, need %d, known %v, %s", r.Op, r.Need, r.Known, r.Basis.Status)
			}
			if r.Replaces == nil || slices.ContainsFunc(r.Parts,
				func(p criteria.Requirement) bool { return p.Replaces != nil }) {
				t.Error("the whole replaces what the nation asks, not each part")
			}
		})
	}
}

// A threshold relative to another one follows it through the layers.
func TestARelativeThresholdFollowsTheLayers(t *testing.T) {
	relative := strings.Replace(smallOverlay, "ntm/2\n    at_most: 4",
		"ntm/1.1\n    laxer_by: thử\n    relative: {to: ntm/2, op: at_most, factor: 0.9}", 1)
	base := layered(criteria.Office, "3")
	for _, tt := range []struct {
		name  string
		packs []string
		value string
		text  string
		from  criteria.Status
	}{
		{"of the nation's", []string{relative}, "4.5", "0,9 × 5 (mức của chỉ tiêu 2 NTM, 01/QĐ-THỬ)", criteria.Seen},
		{"of the office's", []string{relative, base}, "2.7", "0,9 × 3 (mức của chỉ tiêu 2 NTM, office/QĐ-THỬ)",
			criteria.Seen},
		{"of a less sure one", []string{relative, strings.Replace(base, "status: seen", "status: doubtful", 1)},
			"2.7", "0,9 × 3 (mức của chỉ tiêu 2 NTM, office/QĐ-THỬ)", criteria.Doubtful},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := smallRequirement(t, smallLibrary(t, tt.packs...), "1.1", thanhHoaIn2002)
			if r.Op != criteria.AtMost || !r.Known || r.Value.String() != tt.value || r.Text != tt.text ||
				r.Basis.Status != tt.from || r.Basis.Decision != "03/QĐ-THỬ" || r.Figure.ID != "rate" ||
				r.Basis.Source != "thử; thử" {
				t.Errorf("%+v", r)
			}
		})
	}
	toUnknown := strings.Replace(smallOverlay, "ntm/2\n    at_most: 4",
		"ntm/2\n    laxer_by: thử\n    relative: {to: ntm/1.1, op: at_least, factor: 2}", 1)
	q := thanhHoaIn2002
	q.Year = 2003
	if r := smallRequirement(t, smallLibrary(t, toUnknown), "2", q); r.Op != criteria.AtMost || r.Replaces != nil {
		t.Errorf("twice an unknown threshold took the place of the nation's: %s", r)
	}
}

// The wording and the figure come from what it overrides where an overlay gives
// none.
func TestAnOverlayInheritsWhatItDoesNotSay(t *testing.T) {
	find := func(pack string) criteria.SetIndicator {
		set, err := smallLibrary(t, pack).Resolve(thanhHoaIn2002)
		if err != nil {
			t.Fatal(err)
		}
		return set.Levels[0].Criteria[1].Indicators[0]
	}
	if got := find(smallOverlay); got.Name != "Chỉ tiêu ba" || got.Requirement.Figure.ID != "sum" {
		t.Errorf("named %q, judging %s", got.Name, got.Requirement.Figure.ID)
	}
	if got := find(strings.Replace(smallOverlay, "    at_most: 4",
		"    name: Câu chữ mới\n    laxer_by: thử\n    figure: rate\n    at_most: 4",
		1)); got.Name != "Câu chữ mới" || got.Requirement.Figure.ID != "rate" {
		t.Errorf("named %q, judging %s", got.Name, got.Requirement.Figure.ID)
	}
}

// The wording of a span of time is the nation's own until an overlay has another.
func TestAnOverlayKeepsTheWordingOfItsDays(t *testing.T) {
	worded := strings.Replace(smallStandard, "{without: [area_ii], ",
		"{name: Câu chữ của quy định, without: [area_ii], ", 1)
	lib, err := alone(filesOf(smallFigures, worded, smallProcedure, smallOverlay))
	if err != nil {
		t.Fatal(err)
	}
	set, err := lib.Resolve(thanhHoaIn2002)
	if err != nil {
		t.Fatal(err)
	}
	if got := set.Levels[0].Criteria[1].Indicators[0]; got.Name != "Câu chữ của quy định" ||
		got.Requirement.Basis.Layer != criteria.Province {
		t.Errorf("named %q, set by %s", got.Name, got.Requirement.Basis.Layer)
	}
}

func TestThePrerequisiteOfTheLowestLayer(t *testing.T) {
	higher := strings.NewReplacer("id: thu\n", "id: thu-cao\n", "level: ntm", "level: nang-cao", "annex:",
		"prerequisite: {level: ntm, text: trung ương, status: recalled, source: thử}\nannex:").Replace(smallStandard)
	rests := func(layer criteria.Layer) string {
		return strings.Replace(layered(layer, "4"), "set:\n",
			fmt.Sprintf("prerequisites:\n  - {for: nang-cao, level: ntm, text: %s, status: seen, source: "+
				"thử}\nset:\n", layer), 1)
	}
	for want, packs := range map[string][]string{
		"trung ương nation 01/QĐ-THỬ recalled":   {higher},
		"province province province/QĐ-THỬ seen": {higher, rests(criteria.Province)},
		"office office office/QĐ-THỬ seen":       {higher, rests(criteria.Office), rests(criteria.Province)},
	} {
		set, err := smallLibrary(t, packs...).Resolve(thanhHoaIn2002)
		if err != nil {
			t.Fatal(err)
		}
		low, _ := set.Level(criteria.NTM)
		high, _ := set.Level(criteria.NangCao)
		p := high.Prerequisite
		if got := fmt.Sprintf("%s %s %s %s", p.Text, p.Basis.Layer, p.Basis.Decision,
			p.Basis.Status); got != want || p.Level != criteria.NTM || low.Prerequisite.Level != "" {
			t.Errorf("got %s (%s, %s), want %s", got, p.Level, low.Prerequisite.Level, want)
		}
	}
}

// Whatever AsStrictAs passes is as strict: who meets the overlay's requirement
// meets the nation's, whatever the figures.
func TestAsStrictIsNeverWrong(t *testing.T) {
	x, y := &criteria.Figure{ID: "x", Unit: "hộ"}, &criteria.Figure{ID: "y", Unit: "hộ"}
	var draw func(t *rapid.T, depth int) criteria.Requirement
	draw = func(t *rapid.T, depth int) criteria.Requirement {
		if depth > 0 && rapid.IntRange(0, 2).Draw(t, "parts") > 0 {
			r := criteria.Requirement{Op: rapid.SampledFrom([]criteria.Op{criteria.AllOf, criteria.AnyOf,
				criteria.SomeOfParts}).Draw(t, "op"), Known: true}
			for range rapid.IntRange(1, 3).Draw(t, "n") {
				r.Parts = append(r.Parts, draw(t, depth-1))
			}
			r.Need = map[criteria.Op]int{criteria.AllOf: len(r.Parts), criteria.AnyOf: 1,
				criteria.SomeOfParts: min(2, len(r.Parts))}[r.Op]
			return r
		}
		return criteria.Requirement{Op: rapid.SampledFrom([]criteria.Op{criteria.AtLeast, criteria.AtMost,
			criteria.MoreThan, criteria.LessThan, criteria.Exactly}).Draw(t, "leaf"), Known: true,
			Figure: rapid.SampledFrom([]*criteria.Figure{x, y}).Draw(t, "figure"),
			Value:  decimal.NewFromInt(rapid.Int64Range(0, 3).Draw(t, "value"))}
	}
	var meets func(r *criteria.Requirement, values map[*criteria.Figure]decimal.Decimal) bool
	meets = func(r *criteria.Requirement, values map[*criteria.Figure]decimal.Decimal) bool {
		if len(r.Parts) > 0 {
			met := 0
			for i := range r.Parts {
				if meets(&r.Parts[i], values) {
					met++
				}
			}
			return met >= r.Need
		}
		c := values[r.Figure].Cmp(r.Value)
		return r.Op == criteria.AtLeast && c >= 0 || r.Op == criteria.AtMost && c <= 0 ||
			r.Op == criteria.Exactly && c == 0 ||
			r.Op == criteria.MoreThan && c > 0 || r.Op == criteria.LessThan && c < 0
	}
	passed := 0
	rapid.Check(t, func(t *rapid.T) {
		a, b := draw(t, 2), draw(t, 2)
		if !a.AsStrictAs(&b) {
			return
		}
		passed++
		for i := range int64(5) {
			for k := range int64(5) {
				values := map[*criteria.Figure]decimal.Decimal{x: decimal.NewFromInt(i), y: decimal.NewFromInt(k)}
				if meets(&a, values) && !meets(&b, values) {
					t.Fatalf("x %d and y %d meet %v but not %v", i, k, formula(&a), formula(&b))
				}
			}
		}
	})
	if passed == 0 {
		t.Error("nothing that was drawn passed as strict: the property was not tried")
	}
}

// Two ways, both of them stricter, are as strict though more is asked beside
// them.
func TestStricterWaysBesideSomethingMore(t *testing.T) {
	x, y := &criteria.Figure{ID: "x"}, &criteria.Figure{ID: "y"}
	least := func(f *criteria.Figure, v int64) criteria.Requirement {
		return criteria.Requirement{Op: criteria.AtLeast, Figure: f, Value: decimal.NewFromInt(v), Known: true}
	}
	either := func(v int64) criteria.Requirement {
		return criteria.Requirement{Op: criteria.AnyOf, Known: true, Need: 1,
			Parts: []criteria.Requirement{least(x, v), least(y, v)}}
	}
	nation := either(2)
	for v, want := range map[int64]bool{1: false, 2: true, 3: true} {
		province := criteria.Requirement{Op: criteria.AllOf, Known: true, Need: 2,
			Parts: []criteria.Requirement{either(v), least(x, 0)}}
		if got := province.AsStrictAs(&nation); got != want {
			t.Errorf("at least %d either way: %v", v, got)
		}
	}
}

// A commune of the region whose column others are sent to is sent nowhere.
func TestNobodyIsSentToTheirOwnColumn(t *testing.T) {
	lib := smallLibrary(t)
	for region, note := range map[criteria.Region]bool{criteria.RedRiverDelta: false, criteria.NorthCentral: true} {
		set, err := lib.Resolve(criteria.Query{Year: 2002, Region: region, Traits: []criteria.Trait{criteria.SafeZone}})
		if err != nil {
			t.Fatal(err)
		}
		if l := set.Levels[0]; l.Column != criteria.RedRiverDelta || (l.ColumnNote != "") != note {
			t.Errorf("%s: column %s, %q", region, l.Column, l.ColumnNote)
		}
	}
}

func TestPartsInWords(t *testing.T) {
	for ask, want := range map[string]string{
		"any_of: [{figure: sum, at_most: 3}, {figure: rate, at_least: 1}]": "Tổng thử: ≤ " +
			"3 triệu đồng hoặc Tỷ lệ thử: ≥ 1 %",
		"all_of: [{figure: sum, at_most: 3}, {figure: rate, at_least: 1}]": "Tổng thử: ≤ " +
			"3 triệu đồng; Tỷ lệ thử: ≥ 1 %",
		"some_of: {least: 1, of: [{figure: sum, exactly: 3}, {figure: rate, at_least: unknown}]}": "ít nhất 1 " +
			"trong: Tổng thử: = 3 triệu đồng; Tỷ lệ thử: Chưa có ngưỡng",
		"{text: Theo quy định riêng, all_of: [{figure: sum, at_most: " +
			"3}]": "Theo quy định riêng",
	} {
		pack := strings.Replace(smallOverlay, "    at_most: 4\n", "    laxer_by: thử\n    "+
			strings.ReplaceAll(strings.TrimPrefix(ask, "{"), "riêng, ", "riêng\n    ")+"\n", 1)
		if got := smallRequirement(t, smallLibrary(t, pack), "2", thanhHoaIn2002).String(); got != want {
			t.Errorf("%s: %q", ask, got)
		}
	}
}

func TestStandardsInOrderOfTheirYearsAndLevels(t *testing.T) {
	before := criteria.Standard{}
	for _, std := range packs.Embedded().Standards {
		if std.Years.From < before.Years.From || std.Years.From == before.Years.From &&
			slices.Index(criteria.Levels, std.Level) <= slices.Index(criteria.Levels, before.Level) {
			t.Errorf("%s stands after %s", std.ID, before.ID)
		}
		before = *std
	}
}

// Anything is as strict as itself, so that an overlay may restate the nation.
func TestRestatingIsAsStrict(t *testing.T) {
	for _, std := range packs.Embedded().Standards {
		all, err := packs.Embedded().Thresholds(std)
		if err != nil {
			t.Fatal(err)
		}
		for _, threshold := range all {
			if r := threshold.Requirement; !r.AsStrictAs(&r) {
				t.Errorf("%s %s, %s: %s is laxer than itself", std.ID, threshold.Indicator.No, threshold.Column,
					r.String())
			}
		}
	}
}
