package form

import (
	"testing"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
)

func TestCoverage(t *testing.T) {
	r := &commune.Report{Figures: []commune.Figure{{ID: "income_per_capita", Measure: commune.Answer(true)},
		{ID: "commune_master_plan", Measure: commune.Answer(true)}}}
	low, asked := formtest.Covered(t, criteria.NTM, r)
	high, more := formtest.Covered(t, criteria.KieuMau, r)
	if asked >= more {
		t.Errorf("three levels ask for %d, one for %d", more, asked)
	}
	if c := low["Thu nhập"]; c.Asked != 1 || c.Given != 1 {
		t.Errorf("income: %+v", c)
	}
	if c := low["Quy hoạch"]; c.Given != 1 || c.Asked != 2 || c.Missing[0].ID != "planning_rules_implemented" {
		t.Errorf("planning: %+v", c)
	}
	if low, high := low[layout.Other], high[layout.Other]; low.Asked != 4 || high.Asked != 7 || high.Given != 0 {
		t.Errorf("sections: %+v, %+v", low, high)
	}
	// An empty list says something; none says nothing.
	r.Arrears, r.OutstandingFields = []commune.Arrear{}, []commune.Field{}
	if high, _ = formtest.Covered(t, criteria.KieuMau, r); high[layout.Other].Given != 2 {
		t.Errorf("empty lists: %+v", high[layout.Other])
	}
}

// Nobody is asked for what the commune has not; given all the same, it counts.
func TestCoverageOfWhatDoesNotApply(t *testing.T) {
	const craft = "craft_village_preservation"
	r := &commune.Report{}
	with, _ := formtest.Covered(t, criteria.NTM, r)
	r.Traits = []criteria.Trait{criteria.NoCraftVillage}
	without, _ := formtest.Covered(t, criteria.NTM, r)
	const name = "Tổ chức sản xuất và phát triển kinh tế nông thôn"
	if with[name].Asked-without[name].Asked != 1 {
		t.Errorf("asked %d with craft villages, %d without", with[name].Asked, without[name].Asked)
	}
	r.Figures = []commune.Figure{{ID: craft, Measure: commune.Answer(true)}}
	if again, _ := formtest.Covered(t, criteria.NTM, r); again[name].Given != 1 ||
		again[name].Asked != with[name].Asked {
		t.Errorf("given: %+v", again[name])
	}
}
