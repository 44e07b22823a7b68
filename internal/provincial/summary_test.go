package provincial_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/provincial"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// invented is a commune whose NTM criteria come out as the letters say.
func invented(name, district, outcomes string, verdict assess.Verdict, held criteria.Level) provincial.Commune {
	l := assess.BriefLevel{Level: criteria.NTM, Standard: "bộ giả định", Verdict: verdict, Draft: true,
		Counts: assess.Counts{CriteriaTotal: len(outcomes)}}
	for i, letter := range outcomes {
		o := map[rune]assess.Outcome{'m': assess.Met, 'n': assess.NotMet, 'u': assess.Undetermined,
			'a': assess.NotApplicable}[letter]
		if o == assess.Met || o == assess.NotApplicable {
			l.CriteriaMet++
		}
		l.Criteria = append(l.Criteria, assess.BriefOutcome{No: fmt.Sprint(i + 1), Outcome: o})
	}
	value := assess.Number{Decimal: decimal.RequireFromString("10.5")}
	return provincial.Commune{Code: name, Name: name, District: district, Province: "Giả Định", Held: held,
		Brief: assess.Brief{
			Levels: []assess.BriefLevel{l}, Capital: []assess.BriefCapital{{Source: commune.People, Value: &value}},
		}}
}

func named(_, no string) string { return "Tiêu chí " + no }

const (
	all19 = "mmmmmmmmmmmmmmmmmmm"
	met15 = "mmmmmmmmmmmmmmmnnuu"
	met4  = "mmmmnnnnnnnnnnnnnnn"
)

func TestSummarise(t *testing.T) {
	now := []provincial.Commune{
		invented("Xã 10", "Đông", met15, assess.NotEligible, ""),
		invented("Xã 2", "Đông", met15, assess.NotEligible, ""),
		invented("Xã 1", "An", all19, assess.Eligible, criteria.NTM),
		invented("Xã 3", "An", met4, assess.NotEligible, criteria.NTM),
	}
	before := []provincial.Commune{invented("Xã 1", "An", met15, assess.NotEligible, ""),
		invented("Xã 3", "An", all19, assess.Eligible, criteria.NTM),
		invented("Xã 9", "An", met4, assess.NotEligible, "")}
	s := provincial.Summarise(provincial.Scope{Province: "Giả Định", Year: 2023, Listed: 7}, now, before, named)
	l := s.Levels[0]
	if l.Communes != 4 || l.Eligible != 1 || l.NotEligible != 3 || l.Undetermined != 0 || l.Drafts != 4 ||
		l.CriteriaMet != 53 || l.Average().String() != "13.25" {
		t.Errorf("%+v, average %s", l, l.Average())
	}
	if d := cmp.Diff(l.Spread, []provincial.Spread{{19, 19, 19, 1, 0}, {19, 15, 18, 2, 2}, {19, 0, 4, 1, 0}}); d != "" {
		t.Error(d)
	}
	if h := l.Hardest[0]; h.No != "16" || h.NotMet != 3 || h.Met != 1 || h.Name != "Tiêu chí 16" {
		t.Errorf("%+v", h)
	}
	if h := l.Hardest[2]; h.No != "18" || h.NotMet != 1 || h.Unknown != 2 {
		t.Errorf("%+v: what is unknown has not failed", h)
	}
	if s.Capital.Total.String() != "42" || s.Capital.Communes != 4 || s.Titles[0].Communes != 2 ||
		s.Titles[1].Communes != 2 {
		t.Errorf("%+v, %+v", s.Capital, s.Titles)
	}
	if len(s.Areas) != 2 || s.Areas[0].Name != "An" || s.Areas[0].Eligible[criteria.NTM] != 1 ||
		s.Areas[1].Average().String() != "15" {
		t.Errorf("%+v", s.Areas)
	}
	var order []string
	for _, r := range s.Ranking {
		order = append(order, r.Name)
	}
	if d := cmp.Diff(order, []string{"Xã 1", "Xã 2", "Xã 10", "Xã 3"}); d != "" {
		t.Error(d)
	}
	c := s.Before
	if c.Both != 2 || c.OnlyNow != 2 || c.OnlyBefore != 1 || c.Levels[0].Gained != 1 || c.Levels[0].Lost != 1 ||
		c.Levels[0].CriteriaWas != 34 || c.Levels[0].CriteriaIs != 23 || c.CapitalIs.String() != "21" {
		t.Errorf("%+v", c)
	}
	if provincial.Summarise(provincial.Scope{Year: 2023}, now, nil, named).Before != nil {
		t.Error("compared with nothing")
	}
}

func TestAnotherNumberOfCriteria(t *testing.T) {
	s := provincial.Summarise(provincial.Scope{Year: 2026}, []provincial.Commune{
		invented("a", "", "mmmmmmmmmn", assess.NotEligible, ""), invented("b", "", "mmmmmmmmmm", assess.Eligible,
			""), invented("c", "", all19, assess.Eligible, ""),
	}, nil, named)
	if d := cmp.Diff(s.Levels[0].Spread, []provincial.Spread{{19, 19, 19, 1, 0}, {10, 10, 10, 1, 0},
		{10, 9, 9, 1, 0}}); d != "" {
		t.Error(d)
	}
}

// The order of the communes never shows, and the areas add up to the whole.
func TestOrderAndSums(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []provincial.Commune
		for i := range rapid.IntRange(1, 12).Draw(t, "communes") {
			outcomes := rapid.StringMatching("[mnua]{19}").Draw(t, "outcomes")
			all = append(all, invented(fmt.Sprintf("Xã %d", i), rapid.SampledFrom([]string{"A", "B", "C"}).Draw(t,
				"district"), outcomes,
				rapid.SampledFrom([]assess.Verdict{assess.Eligible, assess.NotEligible, assess.Undecided}).Draw(t,
					"verdict"), ""))
		}
		scope := provincial.Scope{Province: "Giả Định", Year: 2023}
		one, _ := json.Marshal(provincial.Summarise(scope, all, all, named))
		other, _ := json.Marshal(provincial.Summarise(scope, rapid.Permutation(all).Draw(t, "order"),
			rapid.Permutation(all).Draw(t, "order before"), named))
		if string(one) != string(other) {
			t.Fatalf("%s\n%s", one, other)
		}
		s := provincial.Summarise(scope, all, nil, named)
		l, communes, met, eligible, spread := s.Levels[0], 0, 0, 0, 0
		for _, a := range s.Areas {
			communes, met, eligible = communes+a.Communes, met+a.CriteriaMet, eligible+a.Eligible[criteria.NTM]
		}
		for _, b := range l.Spread {
			spread += b.Communes
		}
		if communes != len(all) || met != l.CriteriaMet || eligible != l.Eligible || spread != len(all) ||
			l.Eligible+l.NotEligible+l.Undetermined != len(all) || len(s.Ranking) != len(all) {
			t.Fatalf("%+v", s)
		}
	})
}

func BenchmarkCountry(b *testing.B) {
	var all []provincial.Commune
	for i := range 10_597 {
		c := invented(fmt.Sprintf("Xã %d", i), fmt.Sprintf("Huyện %d", i/15), met15, assess.NotEligible, "")
		c.Province = fmt.Sprintf("Tỉnh %d", i/170)
		all = append(all, c)
	}
	for b.Loop() {
		provincial.Summarise(provincial.Scope{Year: 2023}, all, all, named)
	}
}
