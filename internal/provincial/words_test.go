package provincial_test

import (
	"fmt"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/provincial"
	"ntm/internal/typed"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// What a summary says in words, and nothing where there is nothing to say.
func TestWordsOfASummary(t *testing.T) {
	var nobody *provincial.NationOnly
	for _, tt := range []struct{ got, want string }{
		{nobody.Words(), ""},
		{(&provincial.NationOnly{Communes: 3, Why: "theo bộ tiêu chí quốc gia"}).Words(),
			"3 xã được đánh giá theo bộ tiêu chí quốc gia"},
		{(&provincial.Capital{}).Unsure(), ""},
		{(&provincial.Capital{Inexact: 2}).Unsure(),
			"2 xã ghi số ước hoặc mới ghi mức tối thiểu, tối đa: các số cộng ở đây chưa chính xác"},
		{provincial.TitleCount{Level: criteria.NangCao, Communes: 5}.Words(), "5 xã " + criteria.NangCao.Title()},
	} {
		if tt.got != tt.want {
			t.Errorf("%q, want %q", tt.got, tt.want)
		}
	}
}

// Communes that were judged without the office's own packs are counted, with the reason of
// the first; titles that only reports name are counted apart from those that the store knows.
func TestWhatIsCountedApart(t *testing.T) {
	var all []provincial.Commune
	for i, of := range []struct {
		why            string
		held, declared criteria.Level
	}{
		{"", criteria.NTM, ""}, {"vì thiếu bộ của tỉnh", "", criteria.NTM}, {"vì lý do khác", "", criteria.NTM},
		{"", "", criteria.NangCao}, {"", criteria.NangCao, ""},
	} {
		c := invented(fmt.Sprintf("Xã %d", i), "Đông", all19, assess.Eligible, of.held)
		c.Brief.NationOnly, c.Declared = of.why, of.declared
		all = append(all, c)
	}
	s := provincial.Summarise(provincial.Scope{Province: "Giả Định", Year: 2023}, all, nil, named)
	if diff := cmp.Diff(&provincial.NationOnly{Communes: 2, Why: "vì thiếu bộ của tỉnh"}, s.NationOnly); diff != "" {
		t.Error(diff)
	}
	want := []provincial.TitleCount{{Level: criteria.NTM, Communes: 2}, {Level: criteria.NangCao, Communes: 1}}
	if diff := cmp.Diff(want, s.Declared); diff != "" {
		t.Error(diff)
	}
	held := map[criteria.Level]int{}
	for _, title := range s.Titles {
		held[title.Level] = title.Communes
	}
	if held[criteria.NTM] != 1 || held[criteria.NangCao] != 1 || held[""] != 3 || held[criteria.KieuMau] != 0 {
		t.Errorf("%v", held)
	}
	if none := provincial.Summarise(provincial.Scope{Year: 2023}, all[:1], nil, named); none.NationOnly != nil ||
		none.Declared != nil {
		t.Errorf("%+v, %+v", none.NationOnly, none.Declared)
	}
}

// The groups of the programme's reports: 19, 15-18, 10-14, 5-9 and under 5 of 19 criteria;
// of another total every number stands alone.
func TestGroupsOfCriteriaMet(t *testing.T) {
	for met := range 20 {
		letters := ""
		for i := range 19 {
			letters += map[bool]string{true: "m", false: "n"}[i < met]
		}
		s := provincial.Summarise(provincial.Scope{Year: 2023},
			[]provincial.Commune{invented("Xã", "", letters, assess.NotEligible, "")}, nil, named)
		got := s.Levels[0].Spread[0]
		from, to := 0, 4
		switch {
		case met == 19:
			from, to = 19, 19
		case met >= 15:
			from, to = 15, 18
		case met >= 10:
			from, to = 10, 14
		case met >= 5:
			from, to = 5, 9
		}
		if got.From != from || got.To != to || got.Communes != 1 || s.Levels[0].CriteriaMet != met {
			t.Errorf("%d of 19 is in %d-%d, want %d-%d", met, got.From, got.To, from, to)
		}
	}
}

// A sum of what is not exact says how it stands to the whole that is meant.
func TestSumsOfInexactCapital(t *testing.T) {
	for _, tt := range []struct {
		bounds  []typed.Bound
		want    typed.Bound
		inexact int
	}{
		{[]typed.Bound{"", ""}, "", 0}, {[]typed.Bound{"", typed.MoreThan}, typed.MoreThan, 1},
		{[]typed.Bound{typed.AtLeast, typed.AtLeast, ""}, typed.AtLeast, 2},
		{[]typed.Bound{typed.MoreThan, typed.LessThan}, typed.About, 2}, {[]typed.Bound{typed.About, ""},
			typed.About, 1},
	} {
		var all []provincial.Commune
		for i, b := range tt.bounds {
			c := invented(fmt.Sprintf("Xã %d", i), "", all19, assess.Eligible, "")
			value := assess.Number{Decimal: decimal.NewFromInt(int64(10 * (i + 1)))}
			c.Brief.Capital = []assess.BriefCapital{{Source: commune.People, Value: &value, Bound: b}}
			all = append(all, c)
		}
		got := provincial.Summarise(provincial.Scope{Year: 2023}, all, nil, named).Capital
		n := int64(len(tt.bounds))
		if got.Bound != tt.want || got.Inexact != tt.inexact || got.Communes != len(tt.bounds) ||
			!got.Total.Equal(decimal.NewFromInt(5*n*(n+1))) || (got.Unsure() == "") != (tt.inexact == 0) ||
			len(got.Sources) != 1 || got.Sources[0].Bound != tt.want || !got.Sources[0].Value.Equal(got.Total) {
			t.Errorf("%q come to %+v, want %q", tt.bounds, got, tt.want)
		}
	}
}
