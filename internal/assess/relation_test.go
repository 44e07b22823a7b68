package assess_test

import (
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/yamldoc"
)

// of2023 assesses a report that is written as a document, of a commune of Sơn La.
func of2023(t *testing.T, body string) *assess.Assessment {
	t.Helper()
	lib := packs.Embedded()
	r := new(commune.Report)
	err := yamldoc.Decode("x.yaml", []byte("schema: ntm.report.v1\nyear: 2023\n"+
		"commune: {name: Chiềng Pha, district: Thuận Châu, province: Sơn La}\n"+body), r)
	if err == nil {
		err = r.Check(lib)
	}
	if err != nil {
		t.Fatal(err)
	}
	return assess.Assess(input(t, lib, r))
}

// oddities are the findings that ask for something, each as "code severity figures".
func oddities(a *assess.Assessment) []string {
	out := []string{}
	for _, f := range a.Findings {
		if f.Severity != assess.Info {
			out = append(out, f.Code+" "+string(f.Severity)+" "+strings.Join(f.Figures, " "))
		}
	}
	return out
}

// Figures that cannot both be right are told of with what they say, and decide nothing.
func TestFiguresThatCannotBothBe(t *testing.T) {
	for _, tt := range []struct{ name, figures, finding, says string }{
		{"certified over trained", "{id: trained_labour_rate, value: 40}, {id: certified_labour_rate, value: 60}",
			"part_exceeds_other error certified_labour_rate trained_labour_rate",
			"lao động có bằng cấp, chứng chỉ 60 % nhiều hơn lao động qua đào tạo 40 %"},
		{"centralised over clean water", "{id: clean_water_rate, value: 50}, {id: centralised_clean_water_rate, " +
			"value: 80}", "part_exceeds_other error centralised_clean_water_rate clean_water_rate", "80 % nhiều hơn"},
		{"level 1 over the least", "{id: schools_minimum_facilities_rate, value: 70}, {id: schools_level_1_rate, " +
			"value: 90}",
			"part_exceeds_other error schools_level_1_rate schools_minimum_facilities_rate", "tối thiểu 70 %"},
		{"more schools of level 2 than schools", "{id: school_count, value: 3}, {id: schools_level_2_count, value: 5}",
			"part_exceeds_other error schools_level_2_count school_count",
			"5 trường đạt cơ sở vật chất mức độ 2 nhiều hơn 3 trường học các cấp"},
		{"more schools of level 2 than of level 1, by a share", "{id: school_count, value: 4}, " +
			"{id: schools_level_1_rate, value: 50}, {id: schools_level_2_count, value: 3}",
			"part_exceeds_other error schools_level_2_count schools_level_1_rate", "(2 trường, ở Tỷ lệ"},
		{"villages 7, 8 and 9", "{id: village_cultural_house_rate, numerator: 7, denominator: 7}, " +
			"{id: cultural_village_rate, numerator: 8, denominator: 8}, " +
			"{id: cultural_and_ntm_village_rate, numerator: 9, denominator: 9}",
			"totals_differ error village_cultural_house_rate cultural_village_rate cultural_and_ntm_village_rate",
			"7 thôn (Tỷ lệ thôn có nhà văn hóa"},
		{"villages without the first of them", "{id: cultural_village_rate, numerator: 8, denominator: 8}, " +
			"{id: cultural_and_ntm_village_rate, numerator: 7, denominator: 9}",
			"totals_differ error cultural_village_rate cultural_and_ntm_village_rate", "9 thôn ("},
		{"households far apart", "{id: solid_housing_rate, numerator: 727, denominator: 734}, " +
			"{id: safe_electricity_rate, numerator: 810, denominator: 810}",
			"totals_differ error solid_housing_rate safe_electricity_rate", "734 hộ"},
		{"households counted on two days", "{id: solid_housing_rate, numerator: 727, denominator: 734}, " +
			"{id: safe_electricity_rate, numerator: 740, denominator: 740}",
			"totals_differ warning solid_housing_rate safe_electricity_rate", "740 hộ"},
		{"more smart villages than villages", "{id: smart_villages, value: 9}, " +
			"{id: cultural_village_rate, numerator: 8, denominator: 8}, " +
			"{id: village_cultural_house_rate, numerator: 8, denominator: 8}",
			"part_exceeds_other error smart_villages cultural_village_rate",
			"9 thôn thông minh nhiều hơn tổng số thôn 8 thôn"},
		{"kept and not reached", "{id: preschool_universalised, met: false}, " +
			"{id: preschool_universalisation_maintained, met: true}",
			"implied_not_met error preschool_universalisation_maintained preschool_universalised",
			"không thể là chưa đạt"},
		{"chains and no co-operative",
			"{id: effective_cooperative, met: false}, {id: chain_contract_cooperatives, value: 2}",
			"implied_not_met error chain_contract_cooperatives effective_cooperative", "2 hợp tác xã"},
		{"more establishments than with services", "{id: environment_compliance_rate, numerator: 20, " +
			"denominator: 30}, " +
			"{id: environment_compliance_with_services_rate, numerator: 19, denominator: 29}",
			"part_exceeds_other error environment_compliance_rate environment_compliance_with_services_rate",
			"19 cơ sở"},
		{"makeshift houses where every house is solid", "{id: makeshift_houses, value: 12}, " +
			"{id: solid_housing_rate, numerator: 90, denominator: 90}",
			"part_exceeds_other warning makeshift_houses solid_housing_rate", "12 nhà"},
		{"kilometres", "{id: alley_passable_rate, numerator: 9.5, denominator: 10}, " +
			"{id: alley_hardened_rate, numerator: 8, denominator: 12.25}",
			"totals_differ error alley_passable_rate alley_hardened_rate", "12,25 km"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := of2023(t, "figures: ["+tt.figures+"]\n")
			if got := oddities(a); !slices.Contains(got, tt.finding) {
				t.Fatalf("found %q", got)
			}
			if !slices.ContainsFunc(a.Findings, func(f assess.Finding) bool {
				return strings.Contains(f.Message,
					tt.says)
			}) {
				t.Errorf("nothing says %q in %+v", tt.says, a.Findings)
			}
			doubted := slices.ContainsFunc(a.Levels, func(l assess.Level) bool { return l.Doubted })
			if doubted != strings.Contains(tt.finding, " error ") {
				t.Errorf("doubted: %v", doubted)
			}
		})
	}
}

// What can be is not told of.
func TestFiguresThatCanBe(t *testing.T) {
	for name, figures := range map[string]string{
		"a part that is the whole": "{id: trained_labour_rate, value: 40}, {id: certified_labour_rate, " +
			"value: 40}",
		"more, as far as it was rounded": "{id: trained_labour_rate, value: 40}, {id: certified_labour_rate, " +
			"value: 40.3}",
		"of another year": "{id: trained_labour_rate, value: 40}, {id: certified_labour_rate, " +
			"value: 60, year: 2022}",
		"of both sexes, other people": "{id: trained_labour_rate, numerator: 400, denominator: 900}, " +
			"{id: certified_labour_rate, numerator: 350, denominator: 1100}",
		"one total": "{id: village_cultural_house_rate, numerator: 7, denominator: 9}, " +
			"{id: cultural_village_rate, numerator: 8, denominator: 9}",
		"kilometres as printed": "{id: alley_passable_rate, numerator: 9.5, denominator: 12.3}, " +
			"{id: alley_hardened_rate, numerator: 8, denominator: 12.25}",
		"neither": "{id: preschool_universalised, met: false}, {id: " +
			"preschool_universalisation_maintained, met: false}",
		"no chain":           "{id: effective_cooperative, met: false}, {id: chain_contract_cooperatives, value: 0}",
		"schools of level 2": "{id: school_count, value: 3}, {id: schools_level_2_count, value: 3}",
		"a share and a count": "{id: school_count, value: 3}, {id: schools_level_1_rate, value: 66.67}, " +
			"{id: schools_level_2_count, value: 2}",
	} {
		for _, odd := range oddities(of2023(t, "figures: ["+figures+"]\n")) {
			if strings.HasPrefix(odd, "part_") || strings.HasPrefix(odd, "totals_") ||
				strings.HasPrefix(odd, "implied_") {
				t.Errorf("%s: %s", name, odd)
			}
		}
	}
	if got := oddities(judge(t, invented, officePack)); len(got) > 0 {
		t.Errorf("the invented commune: %q", got)
	}
}

// Two figures that cannot both be carry no title, and each says so.
func TestNeitherFigureIsUsed(t *testing.T) {
	lib := load(t, officePack)
	r := readReport(t, invented, lib)
	for i := range r.Figures {
		switch f := &r.Figures[i]; f.ID {
		case "trained_labour_rate":
			f.Measure = value("85")
		case "certified_labour_rate":
			f.Measure = value("95")
		}
	}
	a := assess.Assess(input(t, lib, r))
	for i := range a.Levels {
		if a.Levels[i].Verdict == assess.Eligible {
			t.Errorf("%s is eligible", a.Levels[i].Level)
		}
	}
	for _, no := range []string{"12.1", "12.2"} {
		if ind := indicator(t, a, criteria.NTM, no); !strings.Contains(ind.Note, "không hợp lý") {
			t.Errorf("%s: %q", no, ind.Note)
		}
	}
	// A dossier that went out before was judged without.
	in := input(t, lib, r)
	in.Rules = assess.FirstRules
	if got := oddities(assess.Assess(in)); len(got) > 0 {
		t.Errorf("by the rules of before: %q", got)
	}
}

// Money that was rounded for print need not add up.
func TestSumsAsFarAsTheyWerePrinted(t *testing.T) {
	for name, tt := range map[string]struct {
		lines string
		odd   bool
	}{
		"tỷ with and without a decimal": {"{source: other, value: 103000}, {source: commune, value: 1600}, " +
			"{source: people, kind: money, value: 2900}, {source: total, value: 107000}", false},
		"tỷ with two decimals": {"{source: central, value: 12340}, {source: people, value: 5670}, " +
			"{source: total, value: 18000}", false},
		"triệu": {"{source: central, value: 12.4}, {source: people, value: 5.4}, {source: " +
			"total, value: 17.7}", false},
		"a tỷ too many": {"{source: other, value: 103000}, {source: people, value: 6000}, {source: " +
			"total, value: 107000}", true},
		"in full": {"{source: central, value: 600}, {source: people, value: 600}, {source: total, " +
			"value: 1000}", true},
		"in full, by some triệu": {"{source: central, value: 538331}, {source: people, value: 12}, {source: " +
			"total, value: 538336}", true},
	} {
		got := oddities(of2023(t, "capital: ["+tt.lines+"]\n"))
		if slices.Contains(got, "capital_exceeds_total error ") != tt.odd {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// A commune that has none of something and reports a figure of it has said two things.
func TestTraitsAgainstFigures(t *testing.T) {
	for _, tt := range []struct {
		name, body, finding string
		level               criteria.Level
		no                  string
		outcome             assess.Outcome
	}{
		{"no craft village, and its plan failed",
			"traits: [no_craft_village]\nfigures: [{id: craft_village_preservation, " +
				"met: false}]\n", "trait_contradicted error craft_village_preservation", criteria.NTM, "13.4",
			assess.Undetermined},
		{"no craft village, and its plan carried out", "traits: [no_craft_village]\nfigures: " +
			"[{id: craft_village_preservation, met: true}]\n", "trait_contradicted warning craft_village_preservation",
			criteria.NTM, "13.4", assess.NotApplicable},
		{"no cemetery, and it is unlawful", "traits: [no_cemetery]\nfigures: [{id: cemetery_compliance, met: false}]\n",
			"trait_contradicted error cemetery_compliance", criteria.NangCao, "17.9", assess.Undetermined},
		{"no craft village, and no word of one", "traits: [no_craft_village]\n", "", criteria.NTM, "13.4",
			assess.NotApplicable},
		{"a craft village, whose plan failed", "traits: []\nfigures: [{id: craft_village_preservation, met: " +
			"false}]\n", "",
			criteria.NTM, "13.4", assess.NotMet},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := of2023(t, tt.body)
			ind := indicator(t, a, tt.level, tt.no)
			if ind.Outcome != tt.outcome {
				t.Errorf("%s, %q", ind.Outcome, ind.Note)
			}
			if open := tt.outcome == assess.Undetermined; open != strings.Contains(ind.Note, "mà lại có số liệu") {
				t.Errorf("note %q", ind.Note)
			}
			if got := oddities(a); tt.finding != "" && !slices.Contains(got, tt.finding) ||
				tt.finding == "" && strings.Contains(strings.Join(got, " "), "trait_contradicted") {
				t.Errorf("found %q", got)
			}
		})
	}
}

// The poll is held against the households that there are, and cannot reach more of them.
func TestHowManyHouseholdsWereAsked(t *testing.T) {
	poll := func(villages string) *assess.Assessment {
		return of2023(t, "satisfaction: {villages: ["+villages+"]}\n")
	}
	coverage := func(a *assess.Assessment) *assess.Condition {
		for i := range a.Levels[0].Conditions {
			if c := &a.Levels[0].Conditions[i]; c.ID == "coverage" {
				return c
			}
		}
		t.Fatal("no condition on coverage")
		return nil
	}
	for _, tt := range []struct {
		name, villages string
		outcome        assess.Outcome
		says, odd      string
	}{
		{"ten of a thousand", "{name: Thôn 1, households: 1000, forms_out: 10, forms_back: 10, satisfied: 10}",
			assess.NotMet, "10 / 1.000 hộ = 1 %, yêu cầu ≥ 70 %", ""},
		{"seven of ten", "{name: Thôn 1, households: 100, forms_out: 70, forms_back: 70, satisfied: 60}", assess.Met,
			"70 / 100 hộ = 70 %", ""},
		{"handed out, and not come back", "{name: A, households: 100, forms_out: 100, forms_back: 69, satisfied: 69}",
			assess.NotMet, "= 69 %", ""},
		{"a village that does not say", "{name: A, households: 100, forms_out: 90, forms_back: 90, satisfied: 90}, " +
			"{name: B, forms_out: 9, forms_back: 9, satisfied: 9}", assess.NotApplicable, "chưa ghi", ""},
		{"more forms than households", "{name: Thôn 1, households: 100, forms_out: 300, forms_back: 300, " +
			"satisfied: 300}",
			assess.Undetermined, "300 %", "part_exceeds_whole error satisfaction_rate satisfaction_coverage_rate"},
		{"in one village of two", "{name: A, households: 50, forms_out: 51, forms_back: 50, satisfied: 50}, " +
			"{name: B, households: 90, forms_out: 70, forms_back: 70, satisfied: 70}", assess.Undetermined, "85,71 %",
			"part_exceeds_whole error satisfaction_rate satisfaction_coverage_rate"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := poll(tt.villages)
			c := coverage(a)
			if c.Outcome != tt.outcome || !strings.Contains(c.Detail, tt.says) {
				t.Errorf("%s, %q", c.Outcome, c.Detail)
			}
			if c.Outcome == assess.NotMet && !c.Unchecked {
				t.Error("a threshold that nobody checked fails the commune")
			}
			if got := oddities(a); tt.odd == "" && len(got) > 0 || tt.odd != "" && !slices.Contains(got, tt.odd) {
				t.Errorf("found %q", got)
			}
		})
	}
}
