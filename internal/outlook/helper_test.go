package outlook_test

import (
	"os"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/testenv"

	"github.com/shopspring/decimal"
)

func TestMain(m *testing.M) {
	testenv.Draws(30)
	os.Exit(testenv.Run(m))
}

const (
	quangTrung = "../../testdata/quang-trung-2023.yaml"
	invented   = "../../testdata/xa-gia-dinh-2023.yaml"
	officePack = "../../testdata/criteria-gia-dinh"
)

func load(t testing.TB, dirs ...string) *criteria.Library {
	t.Helper()
	lib, err := packs.Load(dirs...)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// readReport reads one of the reports in testdata.
func readReport(t testing.TB, path string, lib *criteria.Library) *commune.Report {
	t.Helper()
	r, err := form.Read(t.Context(), path, lib)
	if err != nil {
		t.Fatal(err)
	}
	return r.Report
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

func judge(t testing.TB, path string) *assess.Assessment {
	t.Helper()
	lib := load(t)
	return assess.Assess(input(t, lib, readReport(t, path, lib)))
}

func value(s string) commune.Number { return commune.Number{Decimal: decimal.RequireFromString(s)} }
