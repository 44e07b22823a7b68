package assess_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"

	"github.com/shopspring/decimal"
)

// besideCodes are the findings about figures that cannot both be.
var besideCodes = []string{"part_exceeds_other", "totals_differ", "implied_not_met", "sum_differs", "counted_twice",
	"both_met", "total_exceeds", "share_of_few"}

// besides are the findings about two figures or more.
func besides(a *assess.Assessment) []assess.Finding {
	return slices.DeleteFunc(slices.Clone(a.Findings),
		func(f assess.Finding) bool { return !slices.Contains(besideCodes, f.Code) })
}

// sizes is what the complete commune would tell of its size and besides, consistent with
// what it reports.
var sizes = map[string]int64{"households": 1850, "population": 7240, "village_count": 7, "natural_area": 1210,
	"labour_force": 4110, "cooperative_count": 3, "works_completed": 4}

// whole is the invented complete commune with its size and its parts of the poor.
func whole(t *testing.T, lib *criteria.Library) *commune.Report {
	t.Helper()
	r, _, err := commune.Read("../../testdata/xa-gia-dinh-2023.yaml", lib)
	if err != nil {
		t.Fatal(err)
	}
	for id, n := range sizes {
		r.Figures = append(r.Figures, commune.Figure{ID: id,
			Measure: commune.Number{Decimal: decimal.NewFromInt(n)}})
	}
	for id, n := range map[string]int64{"poor_household_rate": 12, "near_poor_household_rate": 25} {
		r.Figures = append(r.Figures, commune.Figure{ID: id,
			Measure: commune.Rate{Numerator: decimal.NewFromInt(n), Denominator: decimal.NewFromInt(1850)}})
	}
	return r
}

// Every relation of the dictionary holds for the invented complete commune.
func TestEveryRelationHoldsForTheCompleteCommune(t *testing.T) {
	lib := packs.Embedded()
	for _, f := range besides(assess.Assess(input(t, lib, whole(t, lib)))) {
		t.Errorf("%s: %s", f.Code, f.Message)
	}
}

// Each relation of the dictionary, broken alone, is told of once with both figures.
func TestEachRelationBrokenOnce(t *testing.T) {
	lib := packs.Embedded()
	broken := 0
	for _, f := range lib.FigureList {
		for _, rel := range f.Relations {
			t.Run(f.ID+" "+string(rel.Kind)+" "+rel.To, func(t *testing.T) {
				for _, year := range []int{2023, 2019, 2024} {
					found := besides(assess.Assess(input(t, lib, breaking(f, lib.Figures[rel.To], &rel, year))))
					if len(found) == 0 {
						continue // nothing of the year is judged by either
					}
					if got := found[0].Figures; len(found) != 1 || !slices.Contains(got, f.ID) ||
						!slices.Contains(got, rel.To) {
						t.Errorf("%d: %+v", year, found)
					}
					broken++
					return
				}
				t.Error("nothing is told")
			})
		}
	}
	t.Logf("%d relations", broken)
}

// breaking is a report of two or three figures that break the relation and nothing else.
func breaking(f, to *criteria.Figure, rel *criteria.Relation, year int) *commune.Report {
	r := &commune.Report{Schema: commune.Schema, Year: year,
		Commune: commune.Where{Name: "Chiềng Pha", District: "Thuận Châu", Province: "Sơn La"}}
	if year == 2024 { // a province with figures of its own
		r.Commune = commune.Where{Declared: &commune.Declared{Name: "Giả Định", Province: "Quảng Nam",
			Region: criteria.SouthCentral}}
	}
	number := func(n int64) commune.Measure { return commune.Number{Decimal: decimal.NewFromInt(n)} }
	rate := func(part, of int64) commune.Measure {
		return commune.Rate{Numerator: decimal.NewFromInt(part), Denominator: decimal.NewFromInt(of)}
	}
	add := func(id string, m commune.Measure) {
		r.Figures = append(r.Figures, commune.Figure{ID: id, Measure: m})
	}
	percent := func(f *criteria.Figure) bool { return f.Unit == criteria.Percent }
	some := func(f *criteria.Figure, yes bool) commune.Measure {
		switch {
		case f.Unit == criteria.Declared:
			return commune.Answer(yes)
		case percent(f) && yes:
			return rate(3, 4)
		case yes:
			return number(2)
		}
		return number(0)
	}
	switch rel.Kind {
	case criteria.ImpliesMet:
		add(f.ID, some(f, true))
		add(to.ID, some(to, false))
	case criteria.RateOf:
		add(f.ID, rate(600, 900))
		add(to.ID, number(300))
	case criteria.SameTotalAs:
		add(f.ID, rate(400, 900))
		add(to.ID, rate(1400, 1500))
	case criteria.SumOf:
		add(f.ID, number(9))
		for _, id := range f.SumOf() {
			add(id, number(2))
		}
	case criteria.Excludes:
		add(f.ID, number(60))
		add(to.ID, number(60))
	case criteria.PartOf:
		switch {
		case rel.Counts:
			add(f.ID, rate(700, 800))
			add(to.ID, rate(600, 900))
		case percent(f):
			add(f.ID, number(90))
			add(to.ID, number(50))
		case percent(to):
			add(f.ID, number(500))
			add(to.ID, rate(90, 400))
		default:
			add(f.ID, number(9))
			add(to.ID, number(5))
		}
	}
	return r
}

// What an appraiser would say of the figures that reports print beside each other.
func TestFiguresBesideEachOtherAsAnAppraiserSays(t *testing.T) {
	for name, tt := range map[string]struct{ figures, says string }{
		"the sum of the poor": {"{id: multidimensional_poverty_rate, value: 5.2}, {id: poor_household_rate, " +
			"value: 1.7}, " +
			"{id: near_poor_household_rate, value: 2.97}",
			"hộ nghèo 1,7 % và hộ cận nghèo 2,97 % cộng lại là 4,67 %, mà hộ nghèo đa chiều 5,2 %"},
		"more poor than poor and near-poor": {"{id: multidimensional_poverty_rate, value: 1.2}, " +
			"{id: poor_household_rate, value: 1.7}", "hộ nghèo 1,7 % nhiều hơn hộ nghèo đa chiều 1,2 %"},
		"of other households": {"{id: households, value: 2935}, {id: clean_water_rate, numerator: 2100, " +
			"denominator: 2166}", "2.166 hộ (Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn); 2.935 hộ (Tổng số hộ"},
		"more labour than people": {"{id: population, value: 900}, {id: labour_force, value: 1200}, " +
			"{id: health_insurance_rate, value: 96}", "lao động toàn xã 1.200 người nhiều hơn dân số toàn xã 900 " +
			"người"},
		"insured of more than there are": {"{id: population, value: 9000}, {id: health_insurance_rate, " +
			"numerator: 8481, denominator: 9669}", "nhiều hơn dân số toàn xã 9.000 người"},
		"90 % of seven": {"{id: village_count, value: 7}, {id: village_cultural_house_rate, value: 90}",
			"trong 7 thôn không có số nguyên nào là 90 % (gần nhất: 6 thôn là 85,71 %)"},
		"no co-operative, and effective": {"{id: cooperative_count, value: 0}, {id: effective_cooperative, met: true}",
			"Số hợp tác xã trên địa bàn xã không thể là 0 hợp tác xã"},
		"poor and near-poor of more than all": {"{id: poor_household_rate, value: 60}, " +
			"{id: near_poor_household_rate, value: 55}", "hộ nghèo 60 % và hộ cận nghèo 55 % cộng lại hơn 100 %"},
	} {
		found := besides(of2023(t, "figures: ["+tt.figures+"]\n"))
		if len(found) != 1 || !strings.Contains(found[0].Message, tt.says) {
			t.Errorf("%s: %+v", name, found)
		}
	}
}

// As far as they were printed, figures agree.
func TestFiguresBesideEachOtherAsPrinted(t *testing.T) {
	for name, figures := range map[string]string{
		"parts of the poor, rounded": "{id: multidimensional_poverty_rate, value: 4.7}, {id: poor_household_rate, " +
			"value: 1.73}, {id: near_poor_household_rate, value: 2.96}",
		"by counts": "{id: multidimensional_poverty_rate, numerator: 37, denominator: 1850}, " +
			"{id: poor_household_rate, value: 0.65}, {id: near_poor_household_rate, value: 1.35}",
		"85 % of seven, rounded down": "{id: village_count, value: 7}, {id: village_cultural_house_rate, value: 85}",
		"85,7 % of seven":             "{id: village_count, value: 7}, {id: cultural_village_rate, value: 85.7}",
		"of one sex": "{id: population, value: 9000}, {id: health_insurance_rate, numerator: " +
			"4400, denominator: 4500}",
		"households of another day": "{id: households, value: 1850}, {id: clean_water_rate, numerator: " +
			"1800, denominator: 1850}",
		"size of another year": "{id: households, value: 1500, year: 2022}, {id: clean_water_rate, " +
			"numerator: 1800, denominator: 1850}",
		"farmed land within all land": "{id: natural_area, value: 1210}, {id: irrigated_area_rate, numerator: " +
			"602.4, denominator: 640}",
		"as many co-operatives as there": "{id: cooperative_count, value: 2}, {id: chain_contract_cooperatives, " +
			"value: 2}",
	} {
		for _, f := range besides(of2023(t, "figures: ["+figures+"]\n")) {
			t.Errorf("%s: %s: %s", name, f.Code, f.Message)
		}
	}
}

// The rate is made of its parts where it is not given itself; one alone is no figure, and
// the reader is told which is there.
func TestTheSumOfTwoPartsIsAFigure(t *testing.T) {
	for name, tt := range map[string]struct{ figures, value, outcome, note string }{
		"two shares": {"{id: poor_household_rate, value: 1.7}, {id: near_poor_household_rate, value: 2.97}", "4.67",
			"met",
			"cộng từ hộ nghèo 1,7 % và hộ cận nghèo 2,97 %"},
		"counts of one total": {"{id: poor_household_rate, numerator: 12, denominator: 1850}, " +
			"{id: near_poor_household_rate, numerator: 25, denominator: 1850}", "2", "met", "cộng từ hộ nghèo 0,65 %"},
		"a count and a share": {"{id: poor_household_rate, numerator: 37, denominator: 1850}, " +
			"{id: near_poor_household_rate, value: 1.5}", "3.5", "met", "cộng từ hộ nghèo 2 %"},
		"too many": {"{id: poor_household_rate, value: 11}, {id: near_poor_household_rate, value: 9}", "20", "not_met",
			"cộng từ"},
		"the poor alone": {"{id: poor_household_rate, value: 1.7}", "1.7", "undetermined",
			"mới có hộ nghèo 1,7 %, cần thêm hộ cận nghèo"},
		"the near-poor alone": {"{id: near_poor_household_rate, value: 2.97}", "2.97", "undetermined",
			"cần thêm hộ nghèo"},
		"the poor alone are too many": {"{id: poor_household_rate, value: 30}", "30", "not_met",
			"mới có hộ nghèo 30 %"},
		"of two years": {"{id: poor_household_rate, value: 1.7}, {id: near_poor_household_rate, value: 2.97, " +
			"year: 2022}",
			"1.7", "undetermined", "cần thêm hộ cận nghèo"},
	} {
		a := of2023(t, "figures: ["+tt.figures+"]\n")
		for _, c := range a.Levels[0].Criteria {
			for _, ind := range c.Indicators {
				if ind.Threshold.Figure == nil || ind.Threshold.Figure.ID != "multidimensional_poverty_rate" {
					continue
				}
				value, note := "", ind.Note
				if ind.Figure != nil {
					value, note = ind.Figure.Value().String(), ind.Figure.Note
				}
				if value != tt.value || string(ind.Outcome) != tt.outcome || !strings.Contains(note, tt.note) {
					t.Errorf("%s: %s %s %q", name, value, ind.Outcome, note)
				}
			}
		}
	}
}

// Findings stand in order of weight, and none twice.
func TestFindingsInOrderOfWeight(t *testing.T) {
	a := of2023(t, "figures: [{id: income_per_capita, value: 900}, {id: preschool_universalised, met: false}, "+
		"{id: preschool_universalisation_maintained, met: true}, {id: trained_labour_rate, value: 40}, "+
		"{id: certified_labour_rate, value: 60}, {id: clean_water_rate, numerator: 9, denominator: 8}]\n")
	var got []string
	for _, f := range a.Findings {
		got = append(got, fmt.Sprintf("%s %s", f.Severity, f.Code))
	}
	want := []string{"error part_exceeds_whole", "error part_exceeds_other", "error implied_not_met",
		"warning implausible", "info later_document"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
