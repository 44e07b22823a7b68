package assess_test

import (
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/form"

	"github.com/shopspring/decimal"
)

const (
	quangTrung = "../../testdata/quang-trung-2023.yaml"
	invented   = "../../testdata/xa-gia-dinh-2023.yaml"
	officePack = "../../testdata/criteria-gia-dinh"
)

// readReport reads one of the reports in testdata.
func readReport(t testing.TB, path string, lib *criteria.Library) *commune.Report {
	t.Helper()
	r, err := form.Read(t.Context(), path, lib)
	if err != nil {
		t.Fatal(err)
	}
	return r.Report
}

func load(t testing.TB, dirs ...string) *criteria.Library {
	t.Helper()
	lib, err := packs.Load(dirs...)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// input resolves everything a report is judged by.
func input(t testing.TB, lib *criteria.Library, r *commune.Report) assess.Input {
	t.Helper()
	in, err := assess.Prepare(lib, r, "test")
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func judge(t testing.TB, path string, dirs ...string) *assess.Assessment {
	t.Helper()
	lib := load(t, dirs...)
	return assess.Assess(input(t, lib, readReport(t, path, lib)))
}

func verdicts(a *assess.Assessment) map[criteria.Level]assess.Verdict {
	out := map[criteria.Level]assess.Verdict{}
	for _, l := range a.Levels {
		out[l.Level] = l.Verdict
	}
	return out
}

func indicator(t testing.TB, a *assess.Assessment, level criteria.Level, no string) *assess.Indicator {
	t.Helper()
	_, _, ind, ok := a.Indicator(level, no)
	if !ok {
		t.Fatalf("no indicator %s/%s", level, no)
	}
	return ind
}

func dec(s string) *decimal.Decimal {
	d := decimal.RequireFromString(s)
	return &d
}

func value(s string) commune.Number { return commune.Number{Decimal: decimal.RequireFromString(s)} }

func of(numerator, denominator string) commune.Rate {
	return commune.Rate{Numerator: *dec(numerator), Denominator: *dec(denominator)}
}

func amountOf(s string) *commune.Amount { return &commune.Amount{Decimal: *dec(s)} }
