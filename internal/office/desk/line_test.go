package desk

import (
	"testing"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/docket"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/office/departments"
	"ntm/internal/places"
	"ntm/internal/store"
)

// Of a commune it is told what is missing at the level that it is after, at the lowest where
// nobody said which; before the first assessment, and where nothing is missing, nothing.
func TestOwed(t *testing.T) {
	outcomes := func(of ...assess.Outcome) (out assess.BriefOutcomes) {
		for i, o := range of {
			out = append(out, assess.BriefOutcome{No: string(rune('1' + i)), Outcome: o})
		}
		return out
	}
	judged := func(ntm, higher assess.BriefOutcomes) *docket.Dossier {
		return &docket.Dossier{
			Assessment: &docket.AssessmentRef{
				AssessedBody: docket.AssessedBody{Brief: assess.Brief{Levels: []assess.BriefLevel{
					{Level: criteria.NTM, Indicators: ntm}, {Level: criteria.NangCao, Indicators: higher}}}},
			},
		}
	}
	some := judged(outcomes(assess.NotMet, assess.NoFigure, assess.NotMet), outcomes(assess.NoFigure))
	for name, tt := range map[string]struct {
		line Line
		want string
	}{
		"nothing reported":  {Line{}, ""},
		"nothing judged":    {Line{Dossier: &docket.Dossier{}}, ""},
		"no level named":    {Line{Dossier: some}, "2 chỉ tiêu chưa đạt, 1 chỉ tiêu chưa có số liệu"},
		"the higher":        {Line{Dossier: some, Level: criteria.NangCao}, "1 chỉ tiêu chưa có số liệu"},
		"one not judged":    {Line{Dossier: some, Level: criteria.KieuMau}, ""},
		"nothing is owed":   {Line{Dossier: judged(outcomes(assess.Met), nil)}, ""},
		"other than these":  {Line{Dossier: judged(outcomes(assess.NoThreshold), nil)}, ""},
		"not met, no other": {Line{Dossier: judged(outcomes(assess.NotMet), nil)}, "1 chỉ tiêu chưa đạt"},
	} {
		if got := tt.line.Owed(); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// Rows are of the same thing where what names it is the same, however it is typed: a title its
// level and year, an arrear its work.
func TestSameThing(t *testing.T) {
	for _, table := range []*layout.Table{&layout.CapitalTable, &layout.ArrearsTable} {
		same := sameThing(table)
		first, second := table.Columns[0].ID, table.Columns[1].ID
		row := func(a, b string) map[string]string { return map[string]string{first: a, second: b} }
		if !same(row("Hoà Bình", "x"), row("Hòa Bình", "x")) || same(row("a", "x"), row("b", "x")) {
			t.Errorf("%s: by the first column", table.Sheet)
		}
		if got, want := same(row("a", "x"), row("a", "y")), table != &layout.CapitalTable; got != want {
			t.Errorf("%s, another second column: %v, want %v", table.Sheet, got, want)
		}
	}
}

// A form is named after its commune, where that is in a list, and its year.
func TestFormName(t *testing.T) {
	listed := places.Unit{Code: "16492"}
	for want, plan := range map[string]*layout.Plan{"bieu-mau-2023.xlsx": {Year: 2023},
		"bieu-mau-16492-2023.xlsx": {Year: 2023, Place: &listed}} {
		if got := departments.FileName("bieu-mau", plan); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// What was read last is known without reading it again, and a year that was never read is read.
func TestKnown(t *testing.T) {
	d := opened(t)
	came := d.imported(t, example)
	of := store.OfYear{Province: came.Commune.Home(), Commune: came.Commune.Key(), Year: came.Of}
	for range 2 {
		w, err := d.Known(t.Context(), of)
		if err != nil || w.OfYear != of || w != d.lastOf(of) {
			t.Fatal(w, err)
		}
	}
}

// The figures of the year before are there as they were typed, a rate with its two counts.
func TestBefore(t *testing.T) {
	d := opened(t)
	const whole = "../../../testdata/xa-gia-dinh-2023.yaml"
	r, _, err := commune.Read(whole, d.Lib)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, f := range r.Figures {
		if rate, is := f.Measure.(commune.Rate); is {
			want[f.ID] = form.Plain(rate.Numerator) + " / " + form.Plain(rate.Denominator)
		}
	}
	came := d.imported(t, whole)
	of := store.OfYear{Province: came.Commune.Home(), Commune: came.Commune.Key(), Year: came.Of}
	if before, err := d.Before(t.Context(), of); err != nil || before != nil {
		t.Error("a year of which nothing is known:", before, err)
	}
	of.Year++
	before, err := d.Before(t.Context(), of)
	if err != nil || len(before) != len(r.Figures) || len(want) == 0 {
		t.Fatalf("%v, %v; %d rates", before, err, len(want))
	}
	for id, counts := range want {
		if before[id] != counts {
			t.Errorf("%s: %q, want %q", id, before[id], counts)
		}
	}
}
