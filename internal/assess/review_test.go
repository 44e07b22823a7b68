package assess

import (
	"fmt"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
)

// leveled is an assessment whose criteria came out as given.
func leveled(level criteria.Level, outcomes map[string]Outcome) *Assessment {
	l := Level{Level: level, CriteriaTotal: 19}
	for no := 1; no <= 19; no++ {
		o, given := outcomes[fmt.Sprint(no)]
		if !given {
			o = Met
		}
		l.Criteria = append(l.Criteria, Criterion{No: fmt.Sprint(no), Outcome: o,
			Indicators: []Indicator{{Judgement: Judgement{Outcome: o}}}})
	}
	return &Assessment{Levels: []Level{l}}
}

// fail marks the numbered criteria with an outcome.
func fail(into map[string]Outcome, o Outcome, numbers ...int) map[string]Outcome {
	for _, no := range numbers {
		into[fmt.Sprint(no)] = o
	}
	return into
}

func TestReviewTitle(t *testing.T) {
	proc, _ := packs.Embedded().Procedure(2023)
	none := func() map[string]Outcome { return map[string]Outcome{} }
	tests := []struct {
		name     string
		outcomes map[string]Outcome
		want     Risk
	}{
		{"everything met", none(), Safe},
		{"5 of 19 with income: 26,3 %", fail(none(), NotMet, 1, 2, 3, 4, 10), Safe},
		{"6 of 19 without a key one: 31,6 %", fail(none(), NotMet, 1, 2, 3, 4, 5, 6), Safe},
		{"6 of 19 with income", fail(none(), NotMet, 1, 2, 3, 4, 5, 10), AtRisk},
		{"6 of 19 with environment and food safety", fail(none(), NotMet, 1, 2, 3, 4, 5, 17), AtRisk},
		{"6 of 19 with defence and security", fail(none(), NotMet, 1, 2, 3, 4, 5, 19), AtRisk},
		{"9 of 19 without a key one: 47,4 %", fail(none(), NotMet, 1, 2, 3, 4, 5, 6, 7, 8, 9), Safe},
		{"10 of 19 without a key one: 52,6 %", fail(none(), NotMet, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11), AtRisk},
		{"everything unknown", fail(none(), Undetermined, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17,
			18, 19), OpenRisk},
		{"5 failed, one unknown that is no key one", fail(fail(none(), NotMet, 1, 2, 3, 4, 5), Undetermined, 6), Safe},
		{"5 failed, a key one unknown", fail(fail(none(), NotMet, 1, 2, 3, 4, 5), Undetermined, 10), OpenRisk},
		{"6 failed, a key one unknown", fail(fail(none(), NotMet, 1, 2, 3, 4, 5, 6), Undetermined, 10), OpenRisk},
		{"9 failed, one unknown", fail(fail(none(), NotMet, 1, 2, 3, 4, 5, 6, 7, 8, 9), Undetermined, 11), OpenRisk},
		{"2 failed, 3 unknown with a key one", fail(fail(none(), NotMet, 1, 2), Undetermined, 3, 4, 10), Safe},
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
	outcomes := fail(map[string]Outcome{}, NotMet, 1, 2, 3, 4, 5, 18)
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
