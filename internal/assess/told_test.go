package assess_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"
)

// codes are the findings of a kind, with what they say.
func said(a *assess.Assessment, code string) string {
	var out []string
	for _, f := range a.Findings {
		if f.Code == code {
			out = append(out, string(f.Severity)+": "+f.Message)
		}
	}
	return strings.Join(out, "\n")
}

// What the commune says of itself is compared with the verdict and changes none.
func TestClaimsAreComparedAndNeverUsed(t *testing.T) {
	lib := packs.Embedded()
	full, _, err := commune.Read("../../testdata/xa-gia-dinh-2023.yaml", lib)
	if err != nil {
		t.Fatal(err)
	}
	before := assess.Assess(input(t, lib, full))
	ntm := &before.Levels[0]
	for name, tt := range map[string]struct {
		claim      commune.Claim
		code, says string
	}{
		"as found": {commune.Claim{Level: "ntm", Criteria: commune.Score{Met: ntm.CriteriaMet, Of: 19},
			Indicators: commune.Score{Met: ntm.IndicatorsMet, Of: 57}}, "claim_agrees", "khớp với kết quả xét"},
		"more than found": {commune.Claim{Level: "nang-cao", Criteria: commune.Score{Met: 19, Of: 19},
			Indicators: commune.Score{Met: 75, Of: 75}}, "claim_differs",
			"xã tự đánh giá mức nông thôn mới nâng cao đạt 19/19 tiêu chí, 75/75 chỉ tiêu; theo số liệu đã có thì"},
		"less than found": {commune.Claim{Level: "ntm", Criteria: commune.Score{Met: 3, Of: 19}}, "claim_differs",
			"đạt 3/19 tiêu chí; theo số liệu đã có thì"},
		"of another set": {commune.Claim{Level: "ntm", Criteria: commune.Score{Met: 19, Of: 19},
			Indicators: commune.Score{Met: 49, Of: 49}}, "claim_of_another_set", "19 tiêu chí, 57 chỉ tiêu"},
		"of a level that is not judged": {commune.Claim{Level: "hien-dai", Criteria: commune.Score{Met: 10, Of: 10}},
			"claim_unjudged", "không xét mức này"},
	} {
		r := *full
		r.Claims = []commune.Claim{tt.claim}
		a := assess.Assess(input(t, lib, &r))
		if got := said(a, tt.code); !strings.Contains(got, tt.says) {
			t.Errorf("%s: %q in %+v", name, got, a.Findings)
		}
		for i := range a.Levels {
			if a.Levels[i].Verdict != before.Levels[i].Verdict ||
				a.Levels[i].IndicatorsMet != before.Levels[i].IndicatorsMet {
				t.Errorf("%s: a claim changed %s", name, a.Levels[i].Level)
			}
		}
	}
}

// The poll of the whole commune is judged where no village is told, and held against the
// villages where they are.
func TestThePollOfTheWholeCommune(t *testing.T) {
	for name, tt := range map[string]struct{ poll, rate, coverage, code, says string }{
		"as reports print it": {"{commune: {households: 2935, forms_back: 2166, rate: 97}}", "97", "73.7990", "", ""},
		"counts alone": {"{commune: {households: 100, forms_out: 90, forms_back: 80, satisfied: 76}}", "95",
			"80", "", ""},
		"asked and no more": {"{commune: {households: 100, forms_out: 90, rate: 98.5}}", "98.5", "90", "", ""},
		"no households":     {"{commune: {rate: 98.5}}", "98.5", "", "", ""},
		"more satisfied than answered": {"{commune: {households: 100, forms_back: 80, satisfied: 81}}", "101.25", "80",
			"part_exceeds_whole", "lấy ý kiến toàn xã: số người hài lòng lớn hơn số phiếu thu về (81 > 80)"},
		"more answered than households": {"{commune: {households: 70, forms_back: 80, rate: 97}}", "97", "114.2857",
			"part_exceeds_whole", "(80 > 70)"},
		"another share than the counts": {"{commune: {forms_back: 80, satisfied: 76, rate: 97}}", "95", "",
			"poll_differs", "hài lòng 76 / 80 phiếu là 95 %, toàn xã ghi 97 %"},
		"villages that do not add up": {"{commune: {forms_back: 150}, villages: [{name: A, forms_out: 80, " +
			"forms_back: " +
			"80, satisfied: 79}, {name: B, forms_out: 80, forms_back: 60, satisfied: 60}]}", "99.2857", "",
			"poll_differs",
			"các thôn cộng lại 140 phiếu thu về, toàn xã ghi 150"},
		"villages that add up": {"{commune: {forms_back: 140, rate: 99.3}, villages: [{name: A, forms_out: 80, " +
			"forms_back: 80, satisfied: 79}, {name: B, forms_out: 80, forms_back: 60, satisfied: 60}]}", "99.2857",
			"", "", ""},
	} {
		a := of2023(t, "satisfaction: "+tt.poll+"\n")
		got := map[string]string{}
		for _, c := range a.Levels[0].Conditions {
			if c.Figure != nil {
				got[c.Figure.ID] = c.Figure.Value().String()
			}
		}
		if got["satisfaction_rate"] != tt.rate || !strings.HasPrefix(got["satisfaction_coverage_rate"],
			strings.TrimRight(
				tt.coverage, "0")) || (tt.coverage == "") != (got["satisfaction_coverage_rate"] == "") {
			t.Errorf("%s: %v", name, got)
		}
		wrong := slices.IndexFunc(a.Findings, func(f assess.Finding) bool { return f.Severity == assess.Wrong })
		switch {
		case tt.code == "" && wrong >= 0:
			t.Errorf("%s: %+v", name, a.Findings[wrong])
		case tt.code != "" && !strings.Contains(said(a, tt.code), tt.says):
			t.Errorf("%s: %+v", name, a.Findings)
		}
	}
}

// Fewer villages polled than there are is asked about.
func TestVillagesPolled(t *testing.T) {
	a := of2023(t, "figures: [{id: village_count, value: 7}]\nsatisfaction: {villages: [{name: A, forms_out: 9, "+
		"forms_back: 9, satisfied: 9}]}\n")
	if got := said(a, "villages_polled"); got != "warning: lấy ý kiến ở 1 thôn, xã có 7 thôn" {
		t.Errorf("%q", got)
	}
	for households, want := range map[string]string{"1": "", "99": "",
		"200": "warning: lấy ý kiến tính trên 100 hộ, xã " +
			"có 200 hộ"} {
		a := of2023(t, "figures: [{id: households, value: "+households+"}]\nsatisfaction: {commune: {households: 100, "+
			"forms_back: 80, rate: 99}}\n")
		if got := said(a, "households_polled"); got != want {
			t.Errorf("%s households: %q", households, got)
		}
	}
}

// What is told of several sources together is the sum of what is told apart of them: never
// counted twice, and never less.
func TestSourcesToldTogether(t *testing.T) {
	for name, tt := range map[string]struct{ lines, total, within, code, says string }{
		"State budget alone": {"{source: state, value: 37600}", "37600", "", "", ""},
		"State budget, of which the nation's": {"{source: state, value: 37600}, {source: central, value: 10000}, " +
			"{source: credit, value: 400}", "38000", "central", "", ""},
		"people and firms, the people apart": {"{source: people_and_enterprise, value: 27000}, {source: people, " +
			"value: " +
			"20000}", "27000", "people", "", ""},
		"less than its parts": {"{source: state, value: 9000}, {source: central, value: 5000}, {source: province, " +
			"value: 6000}", "9000", "central province", "capital_parts_exceed",
			"ngân sách nhà nước (các cấp) 9.000 triệu đồng ít hơn các nguồn thành phần cộng lại (11.000"},
		"more than, and parts above it": {"{source: people_and_enterprise, value: {number: 27000, bound: gt}}, " +
			"{source: people, " +
			"value: 27500}", "27000", "people", "", ""},
		"shares alone": {"{source: central, share: 20}, {source: people, share: 66.63}", "", "", "", ""},
		"within the total": {"{source: total, value: 71000}, {source: state, value: 37600}, {source: central, " +
			"value: 37000}",
			"71000", "central", "capital_unallocated", "còn 33.400 triệu đồng"},
	} {
		a := of2023(t, "capital: ["+tt.lines+"]\n")
		total, within := "", []string{}
		if a.Capital.Total != nil {
			total = a.Capital.Total.String()
		}
		for _, s := range a.Capital.Sources {
			if s.Within {
				within = append(within, string(s.Source))
			}
		}
		if total != tt.total || strings.Join(within, " ") != tt.within || !strings.Contains(said(a, tt.code), tt.says) {
			t.Errorf("%s: %s %q %+v", name, total, within, a.Findings)
		}
		if tt.code == "" && slices.ContainsFunc(a.Findings,
			func(f assess.Finding) bool { return f.Severity == assess.Wrong }) {
			t.Errorf("%s: %+v", name, a.Findings)
		}
	}
}

// Earlier years are kept beside the figure and judged by nothing; a remark stands at its
// criterion, at every level that has one of the name.
func TestEarlierYearsAndRemarks(t *testing.T) {
	a := of2023(t, "figures: [{id: income_per_capita, value: 30, earlier: [{year: 2022, value: 44.1}, {year: 2021, "+
		"value: 40.2}]}]\nremarks: [{criterion: '2', done: Cứng hóa đường thôn, amount: 2.8 km, cost: '4,2 tỷ "+
		"đồng'}]\n")
	found := 0
	for i := range a.Levels[:2] {
		for _, c := range a.Levels[i].Criteria {
			if c.Remark != nil {
				found++
				if got := c.Remark.String(); c.No != "2" || got != "Cứng hóa đường thôn; 2.8 km; kinh phí 4,2 tỷ đồng" {
					t.Errorf("criterion %s: %q", c.No, got)
				}
			}
			for _, ind := range c.Indicators {
				if ind.Figure == nil {
					continue
				}
				text, err := json.Marshal(ind.Figure)
				if err != nil || !strings.Contains(string(text),
					`"earlier":[{"year":2021,"value":"40.2"},{"year":2022,"value":"44.1"}]`) ||
					ind.Outcome == assess.Met {
					t.Errorf("%s %s (%v)", text, ind.Outcome, err)
				}
			}
		}
	}
	if found != 2 {
		t.Errorf("%d remarks", found)
	}
}
