package provincial_test

import (
	"fmt"
	"slices"
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/provincial"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// placed is an invented result of a commune that there is.
func placed(code, name, district, province string) provincial.Commune {
	c := invented(name, district, met15, assess.NotEligible, "")
	c.Code, c.Province = code, province
	return c
}

// A commune is held against itself of the year before, and a unit of the reform
// against none of its parts.
func TestWhoIsCompared(t *testing.T) {
	for name, c := range map[string]struct {
		then, now provincial.Commune
		same      bool
	}{
		"same list, 2023": {placed("00382", "Minh Trí", "Sóc Sơn", "Hà Nội"),
			placed("00382", "Minh Trí", "Sóc Sơn", "Hà Nội"), true},
		"merged, another name": {placed("00382", "Minh Trí", "Sóc Sơn", "Hà Nội"),
			placed("00382", "Kim Anh", "", "Hà Nội"), false},
		"merged, the name of one part": {placed("30526", "An Cư", "Tịnh Biên", "An Giang"),
			placed("30526", "An Cư", "", "An Giang"), false},
		"not touched, its province was": {placed("30826", "Bình Giang", "Hòn Đất", "Kiên Giang"),
			placed("30826", "Bình Giang", "", "An Giang"), true},
		"after the reform": {placed("00382", "Kim Anh", "", "Hà Nội"), placed("00382", "Kim Anh", "",
			"Hà Nội"), true},
		"declared": {placed("", "Giả Định", "Đông", "A"), placed("", "Giả Định", "Đông", "A"),
			true},
		"declared, another province": {placed("", "Giả Định", "Đông", "A"), placed("", "Giả Định", "Đông", "B"),
			false},
	} {
		t.Run(name, func(t *testing.T) {
			b := provincial.Summarise(provincial.Scope{Year: 2025}, []provincial.Commune{c.now},
				[]provincial.Commune{c.then}, named).Before
			want := provincial.Comparison{OnlyNow: 1, OnlyBefore: 1}
			if c.same {
				want = provincial.Comparison{Both: 1}
			}
			if got := (provincial.Comparison{Both: b.Both, OnlyNow: b.OnlyNow,
				OnlyBefore: b.OnlyBefore}); !cmp.Equal(want, got) {
				t.Errorf("%+v, want %+v", got, want)
			}
			if !c.same && (len(b.Levels) > 0 || b.CapitalCommunes > 0) {
				t.Errorf("no commune of both years, yet %+v", b)
			}
		})
	}
}

// Capital grows only among communes that told it in both years.
func TestCapitalThenAndNow(t *testing.T) {
	gave := func(name string, capital ...string) provincial.Commune {
		c := invented(name, "An", met15, assess.NotEligible, "")
		c.Brief.Capital = nil
		for i, v := range capital {
			c.Brief.Capital = append(c.Brief.Capital, assess.BriefCapital{Source: commune.Sources[i],
				Value: &assess.Number{Decimal: decimal.RequireFromString(v)}})
		}
		return c
	}
	b := provincial.Summarise(provincial.Scope{Province: "Giả Định", Year: 2023},
		[]provincial.Commune{gave("both", "0.1", "0.2"), gave("only now", "500"), gave("only then"), gave("new", "70")},
		[]provincial.Commune{gave("both", "0.25"), gave("only now"), gave("only then", "900"), gave("gone", "80")},
		named).Before
	if b.CapitalCommunes != 1 || b.CapitalWas.String() != "0.25" || b.CapitalIs.String() != "0.3" {
		t.Errorf("%d communes, %s, %s", b.CapitalCommunes, b.CapitalWas, b.CapitalIs)
	}
}

// A commune that was not assessed at NTM does not lower its district's average.
func TestAverageOfTheAssessed(t *testing.T) {
	other := invented("Xã 2", "An", met4, assess.NotEligible, "")
	other.Brief.Levels[0].Level = criteria.NangCao
	a := provincial.Summarise(provincial.Scope{Province: "Giả Định", Year: 2023},
		[]provincial.Commune{invented("Xã 1", "An", met15, assess.NotEligible, ""), other}, nil, named).Areas[0]
	if a.Communes != 2 || a.Judged != 1 || a.Average().String() != "15" {
		t.Errorf("%+v, average %s", a, a.Average())
	}
	if none := new(provincial.Area).Average(); !none.IsZero() {
		t.Error(none)
	}
}

func TestDistrictsCeased(t *testing.T) {
	communes := []provincial.Commune{invented("Xã 1", "An", met15, assess.NotEligible, ""),
		invented("Xã 2", "", met15, assess.NotEligible, "")}
	for _, c := range []struct {
		scope provincial.Scope
		want  []string
	}{
		{provincial.Scope{Province: "Giả Định", Year: 2024}, []string{"An"}},
		{provincial.Scope{Province: "Giả Định", Year: 2025}, nil},
		{provincial.Scope{Year: 2025}, []string{"Giả Định"}},
	} {
		var got []string
		for _, a := range provincial.Summarise(c.scope, communes, nil, named).Areas {
			got = append(got, a.Name)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%+v: %q, want %q", c.scope, got, c.want)
		}
	}
}

// What keeps a commune of 19/19 from the title is told; what is unknown has not
// failed.
func TestConditionsNotMet(t *testing.T) {
	c := invented("Xã 1", "An", all19, assess.NotEligible, "")
	c.Brief.Levels[0].Conditions = assess.BriefOutcomes{{No: "arrears", Outcome: assess.NotMet},
		{No: "satisfaction", Outcome: assess.NoFigure}, {No: "security", Outcome: assess.Met}}
	r := provincial.Summarise(provincial.Scope{Province: "Giả Định", Year: 2023}, []provincial.Commune{c}, nil,
		named).Ranking[0]
	if d := cmp.Diff([]string{"arrears"}, r.Conditions); d != "" || len(r.NotMet) > 0 {
		t.Errorf("%s%+v", d, r)
	}
}

// The year of the reform: every commune of the old list before, without district
// now.
func BenchmarkReform(b *testing.B) {
	var now, before []provincial.Commune
	for i := range 10_597 {
		c := placed(fmt.Sprintf("%05d", 3*i+1), fmt.Sprintf("Xã %d", i), fmt.Sprintf("Huyện %d", i/15),
			fmt.Sprintf("Tỉnh %d", i/170))
		before = append(before, c)
		c.District = ""
		now = append(now, c)
	}
	for b.Loop() {
		provincial.Summarise(provincial.Scope{Year: 2025}, now, before, named)
	}
}

// Years that judge a level by two sets of criteria are not compared at it, and that is
// said; communes that both years judge by one are.
func TestYearsUnderTwoSets(t *testing.T) {
	by := func(set, name, outcomes string, verdict assess.Verdict) provincial.Commune {
		c := invented(name, "An", outcomes, verdict, "")
		c.Brief.Levels[0].Standard = set
		return c
	}
	const old, new = "ntm-2021-2025", "ntm-2026-2030"
	for name, tt := range map[string]struct {
		now, before []provincial.Commune
		want        provincial.ComparisonLevel
		says        string
	}{
		"two sets": {[]provincial.Commune{by(new, "a", "mmmmmmnnnn", assess.NotEligible)},
			[]provincial.Commune{by(old, "a", all19, assess.Eligible)},
			provincial.ComparisonLevel{Level: criteria.NTM, OtherSet: 1},
			"1 xã không so được: hai năm xét theo hai bộ tiêu chí khác nhau"},
		"one set": {[]provincial.Commune{by(old, "a", all19, assess.Eligible)},
			[]provincial.Commune{by(old, "a", met15, assess.NotEligible)},
			provincial.ComparisonLevel{Level: criteria.NTM, Communes: 1, EligibleIs: 1, Gained: 1, CriteriaWas: 15,
				CriteriaIs: 19}, ""},
		"some by each": {[]provincial.Commune{by(new, "a", "mm", assess.Eligible),
			by(old, "b", met4, assess.NotEligible)},
			[]provincial.Commune{by(old, "a", all19, assess.Eligible), by(old, "b", met4, assess.NotEligible)},
			provincial.ComparisonLevel{Level: criteria.NTM, Communes: 1, CriteriaWas: 4, CriteriaIs: 4, OtherSet: 1},
			"1 xã không so được: hai năm xét theo hai bộ tiêu chí khác nhau"},
	} {
		b := provincial.Summarise(provincial.Scope{Province: "Giả Định", Year: 2026}, tt.now, tt.before, named).Before
		if diff := cmp.Diff([]provincial.ComparisonLevel{tt.want}, b.Levels); diff != "" ||
			b.Levels[0].Apart() != tt.says {
			t.Errorf("%s: %s%s", name, diff, b.Levels[0].Apart())
		}
	}
}
