package commune

import (
	"slices"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"

	"github.com/google/go-cmp/cmp"
)

// fullReport says something in every section.
const fullReport = `
traits: []
figures:
  - {id: income_per_capita, value: 69, evidence: [a]}
evidence:
  - {id: a, title: Thông báo}
  - {id: b, title: Không ai dẫn}
capital: [{source: people, kind: money, value: 5}]
arrears: []
satisfaction: {villages: [{name: Một, forms_out: 9, forms_back: 9, satisfied: 9}], evidence: [a]}
security: {met: true, evidence: [a]}
recognitions: [{level: ntm, year: 2020, decision: 1/QĐ}]
smart_village: {villages: [Một], evidence: [a]}
outstanding_fields: [{name: Giáo dục, evidence: [a]}]
council_votes: [{level: ntm}]
`

// What a report says is told part by part; what a later one leaves out is lost.
func TestK1WhatWouldBeLost(t *testing.T) {
	full, err := read(t, fullReport)
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		later string
		lost  []string
	}{
		"the same": {fullReport, nil},
		"one figure": {"figures: [{id: income_per_capita, value: 70}]\n", []string{
			"traits", "capital", "arrears", "satisfaction", "security", "smart_village", "outstanding_fields",
			"council_votes",
			"recognition ntm 2020", "evidence a", "evidence b",
		}},
		"another figure": {fullReport[:12] + "figures: [{id: multidimensional_poverty_rate, value: 1}]\n", []string{
			"figure income_per_capita", "capital", "arrears", "satisfaction", "security", "smart_village",
			"outstanding_fields",
			"council_votes", "recognition ntm 2020", "evidence a", "evidence b",
		}},
	} {
		later, err := read(t, test.later)
		if err != nil {
			t.Fatal(name, err)
		}
		var lost []string
		for _, p := range Lost(full.Contents(), later.Contents()) {
			lost = append(lost, p.Key)
		}
		slices.Sort(lost)
		slices.Sort(test.lost)
		if d := cmp.Diff(test.lost, lost); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestUncited(t *testing.T) {
	r, err := read(t, fullReport)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Uncited(); len(got) != 1 || got[0].ID != "b" {
		t.Errorf("%+v", got)
	}
}

// A trait is there, not there, or unknown; never both.
func TestT8UnknownTraits(t *testing.T) {
	for text, want := range map[string]int{
		"": len(criteria.Traits), "traits: []\n": 0, "traits: [safe_zone]\n": 0,
		"traits: []\ntraits_unknown: [safe_zone]\n": 1,
	} {
		r, err := read(t, text)
		if err != nil || len(r.UnknownTraits()) != want {
			t.Errorf("%q: %v, %v", text, r, err)
		}
	}
	r, err := read(t, "traits: [safe_zone]\ntraits_unknown: [safe_zone]\n")
	if err == nil {
		err = r.Check(packs.Embedded())
	}
	if err == nil {
		t.Error("a trait that is there and unknown is taken")
	}
}
