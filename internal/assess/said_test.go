package assess_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/assess"
	madeup "ntm/internal/invented"
)

// What an assessment says is the same as often as it is asked, and tells apart whatever its JSON
// tells apart, over invented communes and over changes of one.
func TestSaid(t *testing.T) {
	country := madeup.New(packs.Embedded(), 1)
	byJSON, bySaid := map[string]string{}, map[string]string{}
	for i := range 150 {
		for range 2 {
			r, err := country.Report(i, 2023)
			if err != nil {
				t.Fatal(err)
			}
			in, err := assess.Prepare(packs.Embedded(), r, "v0-thử")
			if err != nil {
				t.Fatal(err)
			}
			a := assess.Assess(in)
			whole, err := json.Marshal(a)
			if err != nil {
				t.Fatal(err)
			}
			said, err := a.Said()
			if err != nil {
				t.Fatal(err)
			}
			if other, there := bySaid[string(said)]; there && other != string(whole) ||
				byJSON[string(whole)] != "" && byJSON[string(whole)] != string(said) {
				t.Errorf("%s: what is said does not tell it apart as its JSON does", a.Commune.Title())
			}
			bySaid[string(said)], byJSON[string(whole)] = string(whole), string(said)
		}
	}
	if len(bySaid) != 150 {
		t.Errorf("%d of 150 communes are told apart", len(bySaid))
	}
}

// Each thing that is found changes what is said.
func TestSaidChanges(t *testing.T) {
	country := madeup.New(packs.Embedded(), 1)
	made := func() *assess.Assessment {
		r, err := country.Report(0, 2023)
		if err != nil {
			t.Fatal(err)
		}
		in, err := assess.Prepare(packs.Embedded(), r, "v0-thử")
		if err != nil {
			t.Fatal(err)
		}
		return assess.Assess(in)
	}
	want, err := made().Said()
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*assess.Assessment){
		"engine":      func(a *assess.Assessment) { a.Engine.Version = "khác" },
		"criteria":    func(a *assess.Assessment) { a.Criteria.Digest = "khác" },
		"a finding":   func(a *assess.Assessment) { a.Findings = append(a.Findings, assess.Finding{Code: "khác"}) },
		"verdict":     func(a *assess.Assessment) { a.Levels[1].Verdict = "khác" },
		"draft":       func(a *assess.Assessment) { a.Levels[0].Draft = !a.Levels[0].Draft },
		"a condition": func(a *assess.Assessment) { a.Levels[0].Conditions[0].Outcome = "khác" },
		"a title":     func(a *assess.Assessment) { a.Levels[1].Prerequisite.Basis = "khác" },
		"a criterion": func(a *assess.Assessment) { a.Levels[0].Criteria[3].Outcome = "khác" },
		"an outcome":  func(a *assess.Assessment) { a.Levels[0].Criteria[3].Indicators[0].Outcome = "khác" },
		"a note":      func(a *assess.Assessment) { a.Levels[0].Criteria[3].Indicators[0].Note = "khác" },
		"nobody":      func(*assess.Assessment) {},
	} {
		a := made()
		change(a)
		got, err := a.Said()
		if err != nil || bytes.Equal(got, want) != (name == "nobody") {
			t.Errorf("%s: said as before: %v, %v", name, bytes.Equal(got, want), err)
		}
	}
}
