package dossier_test

import (
	"bytes"
	"testing"
	"time"

	"ntm/criteria"
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

// assessed assesses the report at path, after the changes a test asks for.
func assessed(t testing.TB, path string, packs []string, changes ...func(*commune.Report)) *assess.Assessment {
	t.Helper()
	lib, err := criteria.Load(packs...)
	if err != nil {
		t.Fatal(err)
	}
	report, err := form.Read(path, lib)
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range changes {
		change(report)
	}
	place, err := report.Place()
	if err != nil {
		t.Fatal(err)
	}
	set, err := lib.Resolve(criteria.Query{
		Year: report.Year, On: report.On(), Region: criteria.Region(place.Region), Province: place.Province, Traits: report.Traits,
	})
	if err != nil {
		t.Fatal(err)
	}
	return assess.Assess(assess.Input{Report: report, Set: set, Version: "0.0.0-thu", Commune: assess.Commune{
		Code: place.Code, Name: place.Name, District: place.District, Province: place.Province,
		Region: criteria.Region(place.Region), Declared: place.Declared, Title: place.String(),
	}})
}

func assessQuangTrung(t testing.TB, changes ...func(*commune.Report)) *assess.Assessment {
	t.Helper()
	return assessed(t, quangTrung, nil, changes...)
}

func assessGiaDinh(t testing.TB, changes ...func(*commune.Report)) *assess.Assessment {
	t.Helper()
	return assessed(t, giaDinh, []string{giaDinhLaw}, changes...)
}

// written is the workbook of an assessment.
func written(t testing.TB, a *assess.Assessment) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := dossier.Write(&out, a, signed); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
