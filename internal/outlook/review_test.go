package outlook

import (
	"fmt"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"

	"github.com/shopspring/decimal"
)

// leveled is an assessment whose criteria came out as given.
func leveled(level criteria.Level, outcomes map[string]assess.Outcome) *assess.Assessment {
	l := assess.Level{Level: level, Counts: assess.Counts{CriteriaTotal: 19}}
	for no := 1; no <= 19; no++ {
		o, given := outcomes[fmt.Sprint(no)]
		if !given {
			o = assess.Met
		}
		l.Criteria = append(l.Criteria, assess.Criterion{No: fmt.Sprint(no), Outcome: o,
			Indicators: []assess.Indicator{{Judgement: assess.Judgement{Outcome: o}}}})
	}
	return &assess.Assessment{Levels: []assess.Level{l}}
}

// fail marks the numbered criteria with an outcome.
func fail(into map[string]assess.Outcome, o assess.Outcome, numbers ...int) map[string]assess.Outcome {
	for _, no := range numbers {
		into[fmt.Sprint(no)] = o
	}
	return into
}

func TestReviewTitle(t *testing.T) {
	proc, _ := packs.Embedded().Procedure(2023)
	none := func() map[string]assess.Outcome { return map[string]assess.Outcome{} }
	tests := []struct {
		name     string
		outcomes map[string]assess.Outcome
		want     Risk
	}{
		{"everything met", none(), Safe},
		{"5 of 19 with income: 26,3 %", fail(none(), assess.NotMet, 1, 2, 3, 4, 10), Safe},
		{"6 of 19 without a key one: 31,6 %", fail(none(), assess.NotMet, 1, 2, 3, 4, 5, 6), Safe},
		{"6 of 19 with income", fail(none(), assess.NotMet, 1, 2, 3, 4, 5, 10), AtRisk},
		{"6 of 19 with environment and food safety", fail(none(), assess.NotMet, 1, 2, 3, 4, 5, 17), AtRisk},
		{"6 of 19 with defence and security", fail(none(), assess.NotMet, 1, 2, 3, 4, 5, 19), AtRisk},
		{"9 of 19 without a key one: 47,4 %", fail(none(), assess.NotMet, 1, 2, 3, 4, 5, 6, 7, 8, 9), Safe},
		{"10 of 19 without a key one: 52,6 %", fail(none(), assess.NotMet, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11), AtRisk},
		{"everything unknown", fail(none(), assess.Undetermined, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
			16, 17,
			18, 19), OpenRisk},
		{"5 failed, one unknown that is no key one", fail(fail(none(), assess.NotMet, 1, 2, 3, 4, 5),
			assess.Undetermined, 6), Safe},
		{"5 failed, a key one unknown", fail(fail(none(), assess.NotMet, 1, 2, 3, 4, 5), assess.Undetermined, 10),
			OpenRisk},
		{"6 failed, a key one unknown", fail(fail(none(), assess.NotMet, 1, 2, 3, 4, 5, 6), assess.Undetermined,
			10), OpenRisk},
		{"9 failed, one unknown", fail(fail(none(), assess.NotMet, 1, 2, 3, 4, 5, 6, 7, 8, 9), assess.Undetermined,
			11), OpenRisk},
		{"2 failed, 3 unknown with a key one", fail(fail(none(), assess.NotMet, 1, 2), assess.Undetermined, 3, 4,
			10), Safe},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, ok := ReviewTitle(leveled(criteria.NTM, tt.outcomes), &proc.SetProcedure, criteria.NTM)
			if !ok || r.Risk != tt.want || (r.Clause != "") != (tt.want == AtRisk) {
				t.Errorf("%+v", r)
			}
		})
	}
}

// Kiểu mẫu is checked against the nâng cao standard, whose criterion 18 is a key
// one; NTM's is not.
func TestTitleIsCheckedByItsStandard(t *testing.T) {
	proc, _ := packs.Embedded().Procedure(2023)
	outcomes := fail(map[string]assess.Outcome{}, assess.NotMet, 1, 2, 3, 4, 5, 18)
	if r, ok := ReviewTitle(leveled(criteria.NangCao, outcomes), &proc.SetProcedure, criteria.KieuMau); !ok ||
		r.By != criteria.NangCao || r.Risk != AtRisk {
		t.Errorf("kiểu mẫu: %+v", r)
	}
	if r, ok := ReviewTitle(leveled(criteria.NTM, outcomes), &proc.SetProcedure, criteria.NTM); !ok || r.Risk != Safe {
		t.Errorf("NTM: %+v", r)
	}
	if _, ok := ReviewTitle(leveled(criteria.NTM, outcomes), &proc.SetProcedure, criteria.NangCao); ok {
		t.Error("nâng cao was checked without its standard")
	}
	forOne := *proc
	forOne.Revocation = &criteria.Revocation{Against: proc.Revocation.Against[:1], Clauses: proc.Revocation.Clauses}
	if _, ok := ReviewTitle(leveled(criteria.NangCao, outcomes), &forOne.SetProcedure, criteria.NangCao); ok {
		t.Error("nâng cao was checked where only NTM has a rule")
	}
}

// What a review says, field by field.
func TestWhatAReviewSays(t *testing.T) {
	proc, _ := packs.Embedded().Procedure(2023)
	a := leveled(criteria.NangCao, fail(fail(map[string]assess.Outcome{}, assess.NotMet, 1, 2, 10, 18),
		assess.Undetermined, 17, 5))
	r, ok := ReviewTitle(a, &proc.SetProcedure, criteria.KieuMau)
	if !ok {
		t.Fatal("no review")
	}
	if r.Title != criteria.KieuMau || r.By != criteria.NangCao || strings.Join(r.Failed, " ") != "1 2 10 18" ||
		strings.Join(r.KeyFailed, " ") != "10 18" ||
		strings.Join(r.Unknown, " ") != "5 17" || r.Total != 19 || r.Share.String() != "21.05" ||
		r.Decision != "18/2022/QĐ-TTg" || r.Status != criteria.Seen || r.Source == "" || r.Draft || r.Risk != OpenRisk {
		t.Errorf("%+v", r)
	}
	a.Levels[0].Draft = true
	if r, _ := ReviewTitle(a, &proc.SetProcedure, criteria.KieuMau); !r.Draft {
		t.Error("a review by a draft is no draft")
	}
	unsure := *proc
	revocation := *proc.Revocation
	revocation.Status = criteria.Recalled
	unsure.Revocation = &revocation
	a.Levels[0].Draft = false
	if r, _ := ReviewTitle(a, &unsure.SetProcedure, criteria.KieuMau); !r.Draft {
		t.Error("a review by a rule from memory is no draft")
	}
	unsure.Revocation = nil
	if _, ok := ReviewTitle(a, &unsure.SetProcedure, criteria.KieuMau); ok {
		t.Error("a review without a rule of revocation")
	}
}

// Shares are compared exactly: 30 % of 20 is on the edge of the clause, and one
// unknown criterion leaves the risk open where it would decide.
func TestClausesAtTheirEdges(t *testing.T) {
	clauses := []criteria.RevocationClause{{From: decimal.NewFromInt(30), Below: decimal.NewFromInt(50), Key: true},
		{From: decimal.NewFromInt(50)}}
	for _, tt := range []struct {
		failed, keyFailed, unknown, keyOpen, total int
		want                                       Risk
	}{
		{5, 1, 0, 0, 20, Safe}, {6, 1, 0, 0, 20, AtRisk}, {6, 0, 0, 0, 20, Safe}, {9, 0, 0, 0, 20, Safe},
		{10, 0, 0, 0, 20, AtRisk}, {1, 1, 0, 0, 3, AtRisk},
		{5, 1, 1, 0, 20, OpenRisk}, {5, 0, 1, 0, 20, Safe}, {5, 0, 1, 1, 20, OpenRisk}, {4, 1, 1, 0, 20, Safe},
		{8, 0, 2, 0, 20, OpenRisk}, {8, 0, 1, 0, 20, Safe},
	} {
		r := &Review{Risk: Safe, Total: tt.total, Failed: make([]string, tt.failed),
			KeyFailed: make([]string, tt.keyFailed), Unknown: make([]string, tt.unknown)}
		if r.settle(clauses, tt.keyOpen > 0); r.Risk != tt.want {
			t.Errorf("%+v: %s", tt, r.Risk)
		}
	}
	clauses[0].Text, clauses[1].Text = "from 30 to under 50", "from 50"
	for failed, want := range map[int]string{6: "from 30 to under 50", 9: "from 30 to under 50", 10: "from 50"} {
		r := &Review{Total: 20, Failed: make([]string, failed), KeyFailed: []string{"10"}}
		if r.settle(clauses, false); r.Clause != want {
			t.Errorf("%d of 20: by the clause %q, want %q", failed, r.Clause, want)
		}
	}
}

// Every word that a reader is shown is there, and its own.
func TestWordsOfRisks(t *testing.T) {
	words := map[string]bool{AtRisk.Word(): true, Safe.Word(): true, OpenRisk.Word(): true}
	if words[""] || len(words) != 3 {
		t.Errorf("the words of the risks: %v", words)
	}
}
