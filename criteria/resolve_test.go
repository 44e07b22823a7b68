package criteria_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/problem"

	"github.com/shopspring/decimal"
)

func TestIncomeIsOfItsYearAndColumn(t *testing.T) {
	tests := []struct {
		id     string
		year   int
		column criteria.Region
		want   string // "" for no threshold
	}{
		{"ntm/10", 2021, criteria.NorthCentral, "36"},
		{"ntm/10", 2023, criteria.NorthCentral, "42"},
		{"ntm/10", 2025, criteria.RedRiverDelta, "62"},
		{"ntm/10", 2023, criteria.SouthEast, "65"},
		{"nang-cao/10", 2023, criteria.NorthCentral, "50"},
		{"nang-cao/11", 2023, criteria.MekongDelta, ""},
		{"kieu-mau/2", 2023, criteria.NorthCentral, "55"},
		{"kieu-mau/2", 2023, criteria.RedRiverDelta, "74.8"},
		{"kieu-mau/2", 2025, criteria.RedRiverDelta, "83.6"},
		{"kieu-mau/2", 2023, criteria.SouthEast, ""},
	}
	for _, tt := range tests {
		ind := resolved(t, criteria.Query{Year: tt.year, Region: tt.column}, tt.id)
		got := ""
		if ind.Requirement.Known {
			got = ind.Requirement.Value.String()
		}
		if got != tt.want {
			t.Errorf("%s %d %s: %q, want %q", tt.id, tt.year, tt.column, got, tt.want)
		}
		if !ind.Requirement.Known && ind.Requirement.Basis.Status != criteria.Missing {
			t.Errorf("%s %d %s: unknown, but its status is %s", tt.id, tt.year, tt.column, ind.Requirement.Basis.Status)
		}
	}
}

func TestARelativeThresholdIsAsSureAsWhatItRestsOn(t *testing.T) {
	ind := resolved(t, criteria.Query{Year: 2023, Region: criteria.NorthCentral}, "kieu-mau/2")
	b := ind.Requirement.Basis
	if b.Status != criteria.Doubtful || b.Decision != "319/QĐ-TTg" || b.Column != criteria.NorthCentral ||
		b.Year != 2023 {
		t.Errorf("basis %+v", b)
	}
	if !strings.Contains(ind.Requirement.Text, "1,10 × 50") {
		t.Errorf("text %q does not say how it was computed", ind.Requirement.Text)
	}
}

// Điều 1 of 318/QĐ-TTg.
func TestSpeciallyDifficultCommunesOfPoorDistricts(t *testing.T) {
	tests := []struct {
		name   string
		traits []criteria.Trait
		want   criteria.Region
	}{
		{"none", nil, criteria.NorthCentral},
		{"specially difficult", []criteria.Trait{criteria.SpeciallyDifficult}, criteria.NorthCentral},
		{"of a poor district", []criteria.Trait{criteria.PoorDistrict}, criteria.NorthCentral},
		{"both", []criteria.Trait{criteria.SpeciallyDifficult, criteria.PoorDistrict}, criteria.NorthernUpland},
		{"safe zone of a poor district", []criteria.Trait{criteria.SafeZone, criteria.PoorDistrict},
			criteria.NorthernUpland},
		{"of a district that left poverty", []criteria.Trait{criteria.LeftPovertyDistrict,
			criteria.SpeciallyDifficult}, criteria.NorthernUpland},
		{"unrelated", []criteria.Trait{criteria.NoCraftVillage, criteria.PoorDistrict}, criteria.NorthCentral},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set, err := packs.Embedded().Resolve(criteria.Query{Year: 2023, Region: criteria.NorthCentral,
				Traits: tt.traits})
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range set.Levels {
				if l.Column != tt.want || (l.ColumnNote != "") != (tt.want != criteria.NorthCentral) {
					t.Errorf("%s is judged by %s (%q), want %s", l.Standard.Level, l.Column, l.ColumnNote, tt.want)
				}
			}
			want := map[criteria.Region]string{criteria.NorthCentral: "5", criteria.NorthernUpland: "13"}[tt.want]
			if ind := resolved(t, criteria.Query{Year: 2023, Region: criteria.NorthCentral, Traits: tt.traits},
				"ntm/11"); ind.Requirement.Value.String() != want {
				t.Errorf("poverty at most %s, want %s", ind.Requirement.Value, want)
			}
		})
	}
}

func TestIfAny(t *testing.T) {
	q := criteria.Query{Year: 2023, Region: criteria.NorthCentral, Traits: []criteria.Trait{criteria.NoCraftVillage}}
	if ind := resolved(t, q, "ntm/13.4"); ind.NotApplicable != criteria.NoCraftVillage {
		t.Errorf("13.4 applies to a commune without craft villages")
	}
	if ind := resolved(t, q, "ntm/13.5"); ind.NotApplicable != "" {
		t.Errorf("13.5 does not apply: %s", ind.NotApplicable)
	}
}

func TestConditionsByDateAndLevel(t *testing.T) {
	for day, want := range map[criteria.Date]string{
		criteria.Day(2024, 3, 6): "Xã không phức tạp về an ninh, trật tự",
		criteria.Day(2024, 3, 7): `Xã đạt tiêu chuẩn "An toàn về an ninh, trật tự"`,
	} {
		set, err := packs.Embedded().Resolve(criteria.Query{Year: 2024, On: day, Region: criteria.NorthCentral})
		if err != nil {
			t.Fatal(err)
		}
		for i, l := range set.Levels {
			if got := l.Conditions[2].Name; got != want {
				t.Errorf("%s: security is %q, want %q", day, got, want)
			}
			if got := l.Conditions[1].Requirement.Value.String(); got != []string{"80", "90", "95"}[i] {
				t.Errorf("%s: satisfaction at least %s", l.Standard.Level, got)
			}
		}
	}
}

func TestNoStandardForTheYear(t *testing.T) {
	for _, year := range []int{1999, 2031} {
		_, err := packs.Embedded().Resolve(criteria.Query{Year: year, Region: criteria.NorthCentral})
		if p := problem.Of(err)[0]; !strings.Contains(p.Message, "không có bộ tiêu chí nào") ||
			!strings.Contains(p.Hint, "2021-2025") {
			t.Errorf("%d: %v", year, p)
		}
	}
	if _, err := packs.Embedded().Resolve(criteria.Query{Year: 2023, Region: criteria.National}); err == nil {
		t.Error("the national column was taken for a region")
	}
}

func TestOverlay(t *testing.T) {
	province := strings.NewReplacer("id: thu", "id: tinh", "layer: office", "layer: province\nprovince: Thanh Hoá",
		"at_least: 100", "at_least: {btb: 90.50}").Replace(goodOverlay)
	lib, err := loadOffice(t, goodOverlay, province)
	if err != nil {
		t.Fatal(err)
	}
	find := func(lib *criteria.Library, q criteria.Query) criteria.Requirement {
		set, err := lib.Resolve(q)
		if err != nil {
			t.Fatal(err)
		}
		return set.Levels[0].Criteria[1].Indicators[0].Requirement
	}
	q := criteria.Query{Year: 2023, Region: criteria.NorthCentral, Province: "Thanh Hóa"}
	if r := find(lib, q); r.Value.String() != "100" || r.Basis.Layer != criteria.Office ||
		r.Basis.Status != criteria.Confirmed ||
		r.Basis.CheckedBy != "người thử" || r.Basis.CheckedOn != "2023-01-01" ||
		r.Figure.ID != "commune_road_paved_rate" {
		t.Errorf("the office does not override the province: %+v", r)
	}
	lib, err = loadOffice(t, province)
	if err != nil {
		t.Fatal(err)
	}
	if r := find(lib, q); r.Value.StringFixed(2) != "90.50" || r.Value.Exponent() != -2 ||
		r.Basis.Layer != criteria.Province {
		t.Errorf("the province does not override the nation: %+v", r)
	}
	q.Province = "Nghệ An"
	if r := find(lib, q); r.Known || r.Op != criteria.ProvinceSets || r.Basis.Layer != criteria.Nation {
		t.Errorf("Thanh Hóa's overlay holds in Nghệ An: %+v", r)
	}
	q = criteria.Query{Year: 2023, Region: criteria.RedRiverDelta, Province: "Thanh Hóa"}
	if r := find(lib, q); r.Known {
		t.Errorf("a column that is not written has a threshold: %+v", r)
	}
}

func TestDigest(t *testing.T) {
	q := criteria.Query{Year: 2023, Region: criteria.NorthCentral, Province: "Thanh Hóa"}
	of := func(lib *criteria.Library, q criteria.Query) string {
		set, err := lib.Resolve(q)
		if err != nil {
			t.Fatal(err)
		}
		return set.Digest
	}
	office, err := loadOffice(t, goodOverlay)
	if err != nil {
		t.Fatal(err)
	}
	elsewhere, err := loadOffice(t, strings.Replace(goodOverlay, "layer: office",
		"layer: office\nprovince: Nghệ An", 1))
	if err != nil {
		t.Fatal(err)
	}
	base := of(packs.Embedded(), q)
	same := map[string]string{
		"resolved again":       of(packs.Embedded(), q),
		"an overlay elsewhere": of(elsewhere, q),
		"a date of the same law": of(packs.Embedded(), criteria.Query{Year: 2023, On: criteria.Day(2023, 5, 1),
			Region: criteria.NorthCentral, Province: "Thanh Hóa"}),
	}
	for what, got := range same {
		if got != base {
			t.Errorf("%s changes the digest", what)
		}
	}
	other := map[string]string{
		"an overlay":     of(office, q),
		"another year":   of(packs.Embedded(), criteria.Query{Year: 2024, Region: criteria.NorthCentral}),
		"another column": of(packs.Embedded(), criteria.Query{Year: 2023, Region: criteria.Highlands}),
		"a trait that matters": of(packs.Embedded(), criteria.Query{Year: 2023, Region: criteria.NorthCentral,
			Traits: []criteria.Trait{criteria.NoCraftVillage}}),
	}
	for what, got := range other {
		if got == base {
			t.Errorf("%s does not change the digest", what)
		}
	}
}

func TestRequirementInWords(t *testing.T) {
	for id, want := range map[string]string{
		"ntm/2.1": "UBND cấp tỉnh quy định cụ thể (chưa có mức)", "ntm/3.1": "≥ 80 %", "ntm/11": "≤ 5 %",
		"ntm/13.2": "Đạt",
		"ntm/9.1":  "Không", "ntm/17.6": "Chưa có ngưỡng", "ntm/10": "≥ 42 triệu đồng/người/năm",
		"nang-cao/3.6": "khá trở lên", "nang-cao/5.4": "mức độ 2 trở lên",
	} {
		ind := resolved(t, criteria.Query{Year: 2023, Region: criteria.NorthCentral}, id)
		if got := ind.Requirement.String(); !strings.EqualFold(got, want) {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	f := &criteria.Figure{Unit: criteria.Percent}
	if got := f.Show(decimal.RequireFromString("1234.50")); got != "1.234,50 %" {
		t.Errorf("1234.50 %% is shown as %q", got)
	}
}

// The set carries the procedure of its year, and none where none is entered.
func TestProcedureOfTheYear(t *testing.T) {
	for year, want := range map[int]bool{2019: false, 2023: true, 2026: false} {
		set, err := packs.Embedded().Resolve(criteria.Query{Year: year, Region: criteria.NorthCentral})
		if err != nil {
			t.Fatal(err)
		}
		if got := set.Procedure != nil; got != want || want && !set.Procedure.Years.Contain(year) {
			t.Errorf("%d: a procedure %v, want %v", year, got, want)
		}
	}
}
