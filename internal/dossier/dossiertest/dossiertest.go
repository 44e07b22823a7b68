// Package dossiertest has the communes that dossiers are tested with: Quảng Trung as a
// newspaper reported on it, and one that is made up.
package dossiertest

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier"
	"ntm/internal/form"
	"ntm/internal/proof"
	"ntm/internal/xlsx/read"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/shopspring/decimal"
)

// Signed is the day the dossiers of these tests are made out.
var Signed = time.Date(2023, time.November, 15, 9, 30, 0, 0, time.FixedZone("ICT", 7*60*60))

// The report of the commune that is made up, and the law it is judged by.
const (
	InventedReport = "../../testdata/xa-gia-dinh-2023.yaml"
	InventedLaw    = "../../testdata/criteria-gia-dinh"
)

// IncomeName is an indicator of every level.
const IncomeName = "Thu nhập bình quân đầu người (triệu đồng/người)"

// The requirements of each commune, read once.
var (
	Nation   = sync.OnceValues(func() (*criteria.Library, error) { return packs.Load() })
	Invented = sync.OnceValues(func() (*criteria.Library, error) { return packs.Load(InventedLaw) })
)

// Assess assesses the report at path, after the changes a test asks for.
func Assess(t testing.TB, path string, library func() (*criteria.Library, error),
	changes ...func(*commune.Report)) *assess.Assessment {
	t.Helper()
	lib, err := library()
	if err != nil {
		t.Fatal(err)
	}
	read, err := form.Read(t.Context(), path, lib)
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

// QuangTrung is the assessment of Quảng Trung, after the changes a test asks for.
func QuangTrung(t testing.TB, changes ...func(*commune.Report)) *assess.Assessment {
	t.Helper()
	return Assess(t, "../../testdata/quang-trung-2023.yaml", Nation, changes...)
}

// GiaDinh is the assessment of the commune that is made up, after such changes.
func GiaDinh(t testing.TB, changes ...func(*commune.Report)) *assess.Assessment {
	t.Helper()
	return Assess(t, InventedReport, Invented, changes...)
}

// Written is the workbook of an assessment.
func Written(t testing.TB, a *assess.Assessment) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := dossier.Write(&out, a, dossier.Options{At: Signed}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Open is the same, opened again.
func Open(t testing.TB, a *assess.Assessment) xlsxtest.Book {
	t.Helper()
	return xlsxtest.Open(t, Written(t, a))
}

// HandedIn is a dossier that came back.
func HandedIn(t testing.TB, data []byte) *proof.Workbook {
	t.Helper()
	book, err := read.Read(t.Context(), "ho-so.xlsx", bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	w, err := proof.Open(book)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// Verified is what comes of holding a dossier against its seal.
func Verified(t testing.TB, data []byte) *proof.Check {
	t.Helper()
	check, err := HandedIn(t, data).Verify()
	if err != nil {
		t.Fatal(err)
	}
	return check
}

// Spoiled makes a report that was complete fail here and there: a figure below
// its threshold, one that is missing, arrears, and nothing to judge in craft
// villages.
func Spoiled(r *commune.Report) {
	r.Traits = append(r.Traits, criteria.NoCraftVillage)
	r.Figures = slices.DeleteFunc(r.Figures, func(f commune.Figure) bool { return f.ID == "health_insurance_rate" })
	for i := range r.Figures {
		if r.Figures[i].ID == "income_per_capita" {
			r.Figures[i].Measure = commune.Number{Decimal: decimal.RequireFromString("40.25")}
		}
	}
	r.Arrears = []commune.Arrear{{Work: "=1+1", Decision: "@12/QĐ",
		Owed: new(commune.Exact(decimal.RequireFromString("1234.5"))),
		Plan: "+ trả năm 2024"}}
	r.CouncilVotes = []commune.CouncilVote{{Level: criteria.NTM, Note: "-chưa biểu quyết"}}
}

// Settled makes every threshold of an assessment one that an office has
// confirmed, so that it is no draft.
func Settled(a *assess.Assessment) *assess.Assessment {
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

// withFigure gives a figure another measure.
func withFigure(t *testing.T, id string, m commune.Measure) func(*commune.Report) {
	return func(r *commune.Report) {
		i := slices.IndexFunc(r.Figures, func(f commune.Figure) bool { return f.ID == id })
		if i < 0 {
			t.Fatalf("no figure %s", id)
		}
		r.Figures[i].Measure = m
	}
}

// withoutEvery leaves out every nth figure.
func withoutEvery(nth int) func(*commune.Report) {
	return func(r *commune.Report) {
		i := 0
		r.Figures = slices.DeleteFunc(r.Figures, func(commune.Figure) bool { i++; return i%nth == 0 })
	}
}

// wordy makes all notes and titles long.
func wordy(r *commune.Report) {
	words := strings.TrimSpace(strings.Repeat("Tổ chức thực hiện ", 120))
	r.Note = words
	for i := range r.Figures {
		r.Figures[i].Note = words
	}
	for i := range r.Evidence {
		r.Evidence[i].Title, r.Evidence[i].Issuer = words, string([]rune(words)[:150])
	}
}

// likeFormulas has words begin as formulas do.
func likeFormulas(r *commune.Report) {
	for i, sign := range []string{"=", "+", "-", "@"} {
		r.Figures[i].Note = sign + "1+1"
		r.Evidence[i].Title = sign + "SUM(A1)"
	}
	r.Satisfaction.Villages[0].Name = "=1+1"
}

// Reports are some twenty communes, no two alike.
func Reports(t *testing.T) map[string]*assess.Assessment {
	t.Helper()
	value := func(id, v string) func(*commune.Report) {
		return withFigure(t, id, commune.Number{Decimal: decimal.RequireFromString(v)})
	}
	irrigated := func(part, whole int64) func(*commune.Report) {
		return withFigure(t, "irrigated_area_rate", commune.Rate{Numerator: decimal.NewFromInt(part),
			Denominator: decimal.NewFromInt(whole)})
	}
	return map[string]*assess.Assessment{
		"quang-trung":     QuangTrung(t),
		"ntm-only":        QuangTrung(t).Only([]criteria.Level{criteria.NTM}),
		"no-kieu-mau":     QuangTrung(t).Only([]criteria.Level{criteria.NTM, criteria.NangCao}),
		"nang-cao-alone":  QuangTrung(t).Only([]criteria.Level{criteria.NangCao}),
		"kieu-mau-alone":  QuangTrung(t).Only([]criteria.Level{criteria.KieuMau}),
		"no-capital":      QuangTrung(t, func(r *commune.Report) { r.Capital = nil }),
		"gia-dinh":        GiaDinh(t),
		"spoiled":         GiaDinh(t, Spoiled),
		"unknown-traits":  GiaDinh(t, UnknownTraits),
		"unknown-spoiled": GiaDinh(t, UnknownTraits, Spoiled, value("multidimensional_poverty_rate", "6")),
		"nang-cao-only":   GiaDinh(t).Only([]criteria.Level{criteria.NangCao}),
		"third-missing":   GiaDinh(t, withoutEvery(3)),
		"half-missing":    GiaDinh(t, withoutEvery(2)),
		"nothing":         GiaDinh(t, withoutEvery(1)),
		"at-threshold":    GiaDinh(t, value("income_per_capita", "50")),
		"below-threshold": GiaDinh(t, value("income_per_capita", "41.999999")),
		"impossible-rate": GiaDinh(t, value("health_insurance_rate", "950")),
		"near-rate":       GiaDinh(t, irrigated(79999, 100000)),
		"exact-rate":      GiaDinh(t, irrigated(80, 100)),
		"part-over-whole": GiaDinh(t, irrigated(101, 100)),
		"too-many-digits": GiaDinh(t, value("income_per_capita", "999999.999999999")),
		"long-words":      GiaDinh(t, wordy),
		"formula-like":    GiaDinh(t, likeFormulas),
		"no-sections":     GiaDinh(t, func(r *commune.Report) { r.Arrears, r.Satisfaction, r.Capital = nil, nil, nil }),
		"told":            GiaDinh(t, Told),
		"told-of-all":     GiaDinh(t, Told, func(r *commune.Report) { r.Satisfaction.Villages = nil }),
		"settled":         Settled(GiaDinh(t, Spoiled)),
	}
}

// Told makes a report tell what is judged by nothing: the size of the commune, parts, other
// results, years before, the poll of the whole commune, claims, remarks, votes and sources
// told together.
func Told(r *commune.Report) {
	number := func(text string) commune.Measure { return commune.Number{Decimal: decimal.RequireFromString(text)} }
	count := func(n int64) *decimal.Decimal { return new(decimal.NewFromInt(n)) }
	for _, f := range [][2]string{{"households", "1850"}, {"population", "7240"}, {"village_count", "7"},
		{"poor_household_rate", "0.65"}, {"near_poor_household_rate", "1.35"}, {"cooperative_count", "3"},
		{"canal_hardened_rate", "85.4"}, {"province_score", "92.5"}} {
		r.Figures = append(r.Figures, commune.Figure{ID: f[0], Measure: number(f[1])})
	}
	for i := range r.Figures {
		switch f := &r.Figures[i]; f.ID {
		case "income_per_capita":
			f.Earlier = []commune.Earlier{{Year: 2022, Measure: number("58.1")}, {Year: 2021, Measure: number("52")}}
		case "cooperative_count":
			f.Earlier = []commune.Earlier{{Year: 2022, Measure: number("2")}}
		}
	}
	r.Satisfaction.Whole = &commune.Poll{Households: count(1850), FormsBack: count(1300),
		Rate: new(commune.Exact(decimal.RequireFromString("98.1")))}
	r.Satisfaction.Questions = []commune.Question{{Text: "=Giao thông",
		Rate: new(commune.Exact(decimal.RequireFromString("98.2")))},
		{Text: "Điện", Satisfied: count(1290), Answered: count(1300)}}
	r.Claims = []commune.Claim{{Level: criteria.NTM, Criteria: commune.Score{Met: 19, Of: 19},
		Indicators: commune.Score{Met: 57, Of: 57}}, {Level: criteria.NangCao, Criteria: commune.Score{Met: 3, Of: 19}}}
	r.Remarks = []commune.Remark{{Criterion: "2", Done: "=Cứng hóa đường thôn", Amount: "2,8 km", Cost: "4,2 tỷ đồng"},
		{Level: criteria.NangCao, Criterion: "15", Done: "Trang bị máy quét hồ sơ"}}
	r.CouncilVotes = []commune.CouncilVote{{Level: criteria.NTM, Date: criteria.Day(2019, 11, 15),
		Votes: commune.Score{Met: 20, Of: 20}}}
	r.Capital = append(r.Capital, commune.Capital{Source: commune.State,
		Value: new(commune.Exact(decimal.NewFromInt(34_000)))})
}

// UnknownTraits leaves open by which column the commune is judged (T8).
func UnknownTraits(r *commune.Report) { r.Traits = nil }
