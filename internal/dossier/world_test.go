package dossier_test

import (
	"bytes"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier"
	"ntm/internal/form"
)

// signed is the day the dossiers of these tests are made out.
var signed = time.Date(2023, time.November, 15, 9, 30, 0, 0, time.FixedZone("ICT", 7*60*60))

const (
	quangTrung = "../../testdata/quang-trung-2023.yaml"
	giaDinh    = "../../testdata/xa-gia-dinh-2023.yaml"
	giaDinhLaw = "../../testdata/criteria-gia-dinh"
)

// The requirements of each commune, read once.
var (
	nation   = sync.OnceValues(func() (*criteria.Library, error) { return packs.Load() })
	invented = sync.OnceValues(func() (*criteria.Library, error) { return packs.Load(giaDinhLaw) })
)

// assessed assesses the report at path, after the changes a test asks for.
func assessed(t testing.TB, path string, library func() (*criteria.Library, error), changes ...func(*commune.Report)) *assess.Assessment {
	t.Helper()
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	read, err := form.Read(path, lib)
	if err != nil {
		t.Fatal(err)
	}
	report := read.Report
	for _, change := range changes {
		change(report)
	}
	in, err := assess.Prepare(lib, report, "0.0.0-thu")
	if err != nil {
		t.Fatal(err)
	}
	return assess.Assess(in)
}

func assessQuangTrung(t testing.TB, changes ...func(*commune.Report)) *assess.Assessment {
	t.Helper()
	return assessed(t, quangTrung, nation, changes...)
}

func assessGiaDinh(t testing.TB, changes ...func(*commune.Report)) *assess.Assessment {
	t.Helper()
	return assessed(t, giaDinh, invented, changes...)
}

// written is the workbook of an assessment.
func written(t testing.TB, a *assess.Assessment) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := dossier.Write(&out, a, dossier.Options{At: signed}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// spoiled makes a report that was complete fail here and there: a figure below
// its threshold, one that is missing, arrears, and nothing to judge in craft
// villages.
func spoiled(r *commune.Report) {
	r.Traits = append(r.Traits, criteria.NoCraftVillage)
	r.Figures = slices.DeleteFunc(r.Figures, func(f commune.Figure) bool { return f.ID == "health_insurance_rate" })
	for i := range r.Figures {
		if r.Figures[i].ID == "income_per_capita" {
			r.Figures[i].Measure = commune.Number{Decimal: decimal.RequireFromString("40.25")}
		}
	}
	r.Arrears = []commune.Arrear{{Work: "=1+1", Decision: "@12/QĐ", Owed: new(decimal.RequireFromString("1234.5")), Plan: "+ trả năm 2024"}}
	r.CouncilVotes = []commune.CouncilVote{{Level: criteria.NTM, Note: "-chưa biểu quyết"}}
}

// settledLaw makes every threshold of an assessment one that an office has
// confirmed, so that it is no draft.
func settledLaw(a *assess.Assessment) *assess.Assessment {
	a.Draft = false
	for i := range a.Levels {
		l := &a.Levels[i]
		l.Draft = false
		if l.Prerequisite != nil {
			l.Prerequisite.Rule.Status = criteria.Confirmed
		}
		for _, c := range l.Criteria {
			for k := range c.Indicators {
				c.Indicators[k].Threshold.Basis.Status = criteria.Confirmed
			}
		}
		for k := range l.Conditions {
			l.Conditions[k].Threshold.Basis.Status = criteria.Confirmed
		}
	}
	return a
}
