package cases

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"

	"github.com/shopspring/decimal"
)

// perCriterion is how many indicators the invented pack gives each of the ten
// criteria of 2026–2030: 47 in all, as the decision has. How the decision
// divides them is not known.
var perCriterion = []int{4, 6, 6, 4, 6, 4, 4, 6, 4, 3}

// inventedOffice is what an office could enter into the frame: 47 indicators
// with a threshold for each commune group. No name and no value in it is law.
func inventedOffice() string {
	var figures, add strings.Builder
	for i, count := range perCriterion {
		fmt.Fprintf(&add, "  - level: ntm\n    no: %q\n    name: Tiêu chí giả định\n    indicators:\n", fmt.Sprint(i+1))
		for k := range count {
			fmt.Fprintf(&figures, "  - {id: gia_dinh_%d_%d, name: Số liệu giả định %d.%d, unit: \"%%\", "+
				"counted_in: hộ, numerator: Số hộ đạt, denominator: Tổng số hộ, confirmed_by: ngành giả định}\n",
				i+1, k+1, i+1, k+1)
			fmt.Fprintf(&add, `      - no: "%d.%d"
        name: Chỉ tiêu giả định %d.%d
        rules:
          - figure: gia_dinh_%d_%d
            at_least: {nhom-1: 90, nhom-2: 80, nhom-3: 70}
            status: confirmed
            source: giả định, chỉ để thử chương trình
            checked_by: Người kiểm tra giả định
            checked_on: 2026-03-01
`, i+1, k+1, i+1, k+1, i+1, k+1)
		}
	}
	return `schema: ntm.overlay.v1
id: van-phong-gia-dinh-2026
name: Chỉ tiêu giả định của văn phòng giả định (không có giá trị pháp lý)
layer: office
province: Giả Định
years: {from: 2026, to: 2030}
decision: {number: 00/QĐ-GIẢ-ĐỊNH}
figures:
` + figures.String() + "add:\n" + add.String()
}

const inventedProcedure = `schema: ntm.procedure.v1
id: thu-tuc-gia-dinh-2026
name: Thủ tục giả định (không có giá trị pháp lý)
years: {from: 2026, to: 2030}
decision: {number: 00/QĐ-GIẢ-ĐỊNH}
conditions:
  - id: security
    name: Điều kiện giả định
    rules:
      - figure: security_standard
        declared: true
        status: seen
        source: giả định, chỉ để thử chương trình
`

// inventedReport has every invented figure at the value, and the condition met.
func inventedReport(value string, traits ...criteria.Trait) Case {
	c := Case{Name: "Xã giả định", Year: 2026, Commune: Commune{Region: criteria.NorthCentral, Province: "Giả Định",
		Traits: traits},
		Figures: Figures{{ID: "security_standard", Measure: commune.Answer(true)}}}
	for i, count := range perCriterion {
		for k := range count {
			c.Figures = append(c.Figures, commune.Figure{ID: fmt.Sprintf("gia_dinh_%d_%d", i+1, k+1),
				Measure: commune.Number{Decimal: decimal.RequireFromString(value)}})
		}
	}
	return c
}

// The frame of 2026–2030 judges once an office has entered its indicators, each
// commune by its own group.
func TestAFrameThatAnOfficeFilled(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"chi-tieu.yaml": inventedOffice(), "thu-tuc.yaml": inventedProcedure} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lib, err := packs.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	groups := []struct {
		column       criteria.Region
		traits       []criteria.Trait
		enough, less string
	}{
		{"nhom-1", []criteria.Trait{criteria.NextToUrban}, "90", "89.99"},
		{"nhom-1", []criteria.Trait{criteria.LowAgriculture, criteria.PlannedUrban}, "90", "89.99"},
		{"nhom-2", nil, "80", "79.99"},
		{"nhom-2", []criteria.Trait{criteria.SpeciallyDifficult, criteria.PoorDistrict}, "80", "79.99"},
		{"nhom-3", []criteria.Trait{criteria.AreaII}, "70", "69.99"},
		{"nhom-3", []criteria.Trait{criteria.AreaIII}, "70", "69.99"},
	}
	for _, g := range groups {
		for value, want := range map[string]assess.Verdict{g.enough: assess.Eligible, g.less: assess.NotEligible} {
			c := inventedReport(value, g.traits...)
			a, err := c.assess(lib)
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Levels) != 1 {
				t.Fatalf("%d levels, want NTM alone", len(a.Levels))
			}
			l := a.Levels[0]
			met, criteriaMet := 47, 10
			if want == assess.NotEligible {
				met, criteriaMet = 0, 0
			}
			if l.Verdict != want || l.Column != g.column || l.Draft || l.IndicatorsTotal != 47 ||
				l.CriteriaTotal != 10 || l.IndicatorsMet != met || l.CriteriaMet != criteriaMet {
				t.Errorf("%v with %s: %s by column %s, %d/%d criteria, %d/%d indicators, draft %v",
					g.traits, value, l.Verdict, l.Column, l.CriteriaMet, l.CriteriaTotal, l.IndicatorsMet,
					l.IndicatorsTotal, l.Draft)
			}
			if name := l.Criteria[0].Name; name != "Quy hoạch" {
				t.Errorf("the office renamed the decision's criterion: %q", name)
			}
		}
	}
}

func TestACommuneOfTwoGroupsIsRefused(t *testing.T) {
	_, err := Read("cases.yaml", []byte(`schema: ntm.cases.v1
cases:
  - name: Xã giả định
    source: giả định
    commune: {region: btb, traits: [next_to_urban, area_iii]}
    year: 2026
    expect: {ntm: undetermined}
`), packs.Embedded())
	if err == nil || !strings.Contains(err.Error(), "dòng 5") || !strings.Contains(err.Error(),
		"xã thuộc cùng lúc: Nhóm 1, xã gắn với đô thị") ||
		!strings.Contains(err.Error(), "; Nhóm 3, xã khu vực II và khu vực III") {
		t.Errorf("got %v", err)
	}
}
