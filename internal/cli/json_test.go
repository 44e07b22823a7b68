package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The JSON documents are a contract with other programs. The types below are
// that contract as design.md states it, written out again: a key that is renamed
// or dropped, or a number that becomes a JSON number, fails here.

type basisDoc struct {
	Decision, Annex, Column, Layer, Status, Source string
	AmendedBy                                      string `json:"amended_by"`
	ColumnTitle                                    string `json:"column_title"`
	CheckedBy                                      string `json:"checked_by"`
	CheckedOn                                      string `json:"checked_on"`
	Year                                           int
}

type judgementDoc struct {
	Outcome, Evidence string
	Figure            *struct {
		ID, Unit                      string
		Value, Numerator, Denominator *string
		Year                          int
		Met                           *bool
	}
	Threshold struct {
		Op, Unit, Text string
		Value          *string
		Basis          basisDoc
		Replaces       *struct {
			Text  string
			Basis basisDoc
		}
	}
	Gap *struct {
		Amount, Unit string
		Count        *string
		CountUnit    string `json:"count_unit"`
		Text         string
	}
	Borderline bool
	Note       string
	Parts      []judgementDoc
}

type assessmentDoc struct {
	Schema   string
	Commune  struct{ Code, Name, District, Province, Region string }
	Year     int
	Draft    bool
	Engine   struct{ Version string }
	Criteria struct{ Digest string }
	Levels   []struct {
		Level, Standard, Verdict string
		CriteriaMet              int `json:"criteria_met"`
		CriteriaTotal            int `json:"criteria_total"`
		IndicatorsMet            int `json:"indicators_met"`
		IndicatorsTotal          int `json:"indicators_total"`
		Conditions               []struct{ ID, Outcome, Detail string }
		Prerequisite             *struct {
			Level, Basis string
			Met          *bool
		}
		Criteria []struct {
			No, Name, Outcome string
			Indicators        []struct {
				No, Name string
				judgementDoc
			}
		}
	}
	Findings []struct {
		Code, Severity, Message string
		Figures                 []string
	}
}

const contractReport = `schema: ntm.report.v1
commune: {code: "16492"}
year: 2023
figures:
  - {id: income_per_capita, value: 41.50}
  - {id: irrigated_area_rate, numerator: 19999, denominator: 25000, year: 2022, evidence: [a]}
  - {id: clean_landscape, met: true}
evidence: [{id: a, title: A}]
security: {met: false}
recognitions: [{level: nang-cao, year: 2022, decision: 9/QĐ, date: 2022-12-01}]
`

// inFolder writes the files into a new folder and gives it.
func inFolder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// document runs the command with --json and decodes what it prints, which must
// be one document and nothing else.
func document[T any](t *testing.T, args ...string) T {
	t.Helper()
	stdout, stderr, status := run(t, append(args, "--json")...)
	if status != done || stderr != "" {
		t.Fatalf("%v: status %d, %s", args, status, stderr)
	}
	var out T
	dec := json.NewDecoder(strings.NewReader(stdout))
	if err := dec.Decode(&out); err != nil {
		t.Fatalf("%v: %v", args, err)
	}
	if dec.More() {
		t.Errorf("%v prints more than one document", args)
	}
	return out
}

func TestTheAssessmentDocument(t *testing.T) {
	dir := inFolder(t, map[string]string{"a.yaml": contractReport})
	a := document[assessmentDoc](t, "assess", filepath.Join(dir, "a.yaml"))
	if a.Schema != "ntm.assessment.v1" || a.Commune != struct {
		Code, Name, District, Province,
		Region string
	}{"16492", "Quảng Trung", "Quảng Xương", "Thanh Hóa", "btb"} ||
		a.Year != 2023 || !a.Draft || a.Engine.Version != "thử" || !strings.HasPrefix(a.Criteria.Digest, "sha256:") {
		t.Errorf("head %+v", a)
	}
	var levels []string
	for _, l := range a.Levels {
		levels = append(levels, l.Level+" "+l.Standard+" "+l.Verdict)
	}
	if diff := cmp.Diff([]string{"ntm ntm-2021-2025 not_eligible", "nang-cao nang-cao-2021-2025 not_eligible",
		"kieu-mau kieu-mau-2021-2025 not_eligible"}, levels); diff != "" {
		t.Fatal(diff)
	}
	low, top := a.Levels[0], a.Levels[2]
	if low.CriteriaMet != 0 || low.CriteriaTotal != 19 || low.IndicatorsMet != 1 || low.IndicatorsTotal != 57 ||
		low.Prerequisite != nil {
		t.Errorf("%d/%d, %d/%d, %+v", low.CriteriaMet, low.CriteriaTotal, low.IndicatorsMet, low.IndicatorsTotal,
			low.Prerequisite)
	}
	if p := top.Prerequisite; p == nil || p.Level != "nang-cao" || p.Met != nil ||
		!strings.Contains(p.Basis, "9/QĐ ngày 01/12/2022, nhưng số liệu năm 2023 chưa đạt") {
		t.Errorf("prerequisite %+v", p)
	}
	if diff := cmp.Diff([]struct{ ID, Outcome, Detail string }{{"arrears", "no_figure", ""},
		{"satisfaction", "no_figure", ""}, {"security", "not_met", "xác nhận chưa đạt"},
		{"coverage", "not_applicable", "báo cáo chưa ghi số liệu này; có thì xét theo mức ≥ 70 %"}},
		low.Conditions); diff != "" {
		t.Error(diff)
	}
	got := map[string]judgementDoc{}
	for _, c := range low.Criteria {
		for _, ind := range c.Indicators {
			got[ind.No] = ind.judgementDoc
		}
	}
	income := got["10"]
	if income.Outcome != "not_met" || income.Evidence != "none" || *income.Figure.Value != "41.50" ||
		income.Figure.Numerator != nil || income.Figure.Year != 2023 ||
		income.Threshold.Op != "at_least" || *income.Threshold.Value != "42" ||
		income.Threshold.Unit != "triệu đồng/người/năm" || income.Gap.Amount != "0.50" || income.Gap.Count != nil ||
		income.Borderline {
		t.Errorf("income %+v, gap %+v", income, income.Gap)
	}
	if b := income.Threshold.Basis; b.Decision != "318/QĐ-TTg" || b.Annex != "Phụ lục I" || b.Column != "btb" ||
		b.ColumnTitle != "Bắc Trung Bộ" || b.Year != 2023 || b.Layer != "nation" || b.Status == "" || b.Source == "" {
		t.Errorf("basis %+v", b)
	}
	water := got["3.1"]
	if water.Outcome != "not_met" || water.Evidence != "listed" || *water.Figure.Value != "79.996" ||
		*water.Figure.Numerator != "19999" || *water.Figure.Denominator != "25000" || water.Figure.Year != 2022 ||
		water.Gap.Amount != "0.01" || *water.Gap.Count != "1" || water.Gap.CountUnit != "ha" || !water.Borderline ||
		water.Note == "" {
		t.Errorf("irrigation %+v, gap %+v", water, water.Gap)
	}
	declared := got["17.3"]
	for _, j := range got {
		if j.Figure != nil && j.Figure.ID == "clean_landscape" {
			declared = j
		}
	}
	if declared.Outcome != "met" || declared.Figure.Met == nil || !*declared.Figure.Met ||
		declared.Figure.Value != nil || declared.Threshold.Value != nil || declared.Gap != nil {
		t.Errorf("a declared figure %+v", declared)
	}
	if open := got["2.1"]; open.Outcome != "no_figure" || open.Figure != nil || open.Threshold.Value != nil ||
		open.Threshold.Op != "province" || open.Threshold.Basis.Status != "missing" {
		t.Errorf("what the province sets %+v", open)
	}
	if parts := got["5"].Parts; len(parts) != 2 || len(parts[1].Parts) != 2 ||
		parts[0].Threshold.Basis.Decision != "1491/QĐ-BGDĐT" {
		t.Errorf("parts %+v", parts)
	}
	if i := slices.IndexFunc(a.Findings, func(f struct {
		Code, Severity, Message string
		Figures                 []string
	}) bool {
		return f.Code == "figure_year"
	}); i < 0 || a.Findings[i].Severity != "info" || a.Findings[i].Message == "" ||
		!slices.Equal(a.Findings[i].Figures, []string{"irrigated_area_rate"}) {
		t.Errorf("findings %+v", a.Findings)
	}
	only := document[assessmentDoc](t, "assess", filepath.Join(dir, "a.yaml"), "--level", "kieu-mau")
	if len(only.Levels) != 1 || only.Levels[0].Level != "kieu-mau" {
		t.Errorf("one level gave %d", len(only.Levels))
	}
}

const contractOffice = `schema: ntm.overlay.v1
id: van-phong
name: Quy định thử
layer: office
years: {from: 2021, to: 2025}
decision: {number: 12/QĐ-THỬ, date: 2021-02-03}
annex: Phụ lục thử
set:
  - {indicator: ntm/3.1, at_least: 85.00, status: confirmed, source: thử, checked_by: Bà Thử, checked_on: 2022-01-05}
`

type resolvedDoc struct {
	No, Criterion, Name, Op, Figure, Unit, Text string
	NotApplicable                               string `json:"not_applicable"`
	Need                                        int
	Value                                       *string
	Parts                                       []resolvedDoc
	Basis                                       basisDoc
	Replaces                                    *resolvedDoc
}

func TestTheResolvedDocument(t *testing.T) {
	dir := inFolder(t, map[string]string{"a.yaml": contractOffice})
	got := document[struct {
		Schema, Date, Digest string
		Commune              struct{ Code, Name, District, Province, Region string }
		Year                 int
		Levels               []struct {
			Level, Standard, Column string
			Years                   struct{ From, To int }
			Prerequisite            *struct {
				Level, Text string
				Basis       basisDoc
			}
			Indicators, Conditions []resolvedDoc
		}
	}](t, "criteria", "resolve", "--commune", "16492", "--year", "2023", "--date", "2023-06-01", "--trait",
		"no_craft_village", "--criteria", dir)
	if got.Schema != "ntm.resolved.v1" || got.Date != "2023-06-01" || got.Year != 2023 ||
		got.Commune.Code != "16492" || got.Commune.Region != "btb" || len(got.Levels) != 3 {
		t.Fatalf("head %+v", got)
	}
	l := got.Levels[0]
	if l.Level != "ntm" || l.Standard != "ntm-2021-2025" || l.Column != "btb" || len(l.Indicators) != 57 ||
		len(l.Conditions) != 4 || l.Conditions[1].No != "satisfaction" || *l.Conditions[1].Value != "80" {
		t.Fatalf("%s, %d indicators, conditions %+v", l.Standard, len(l.Indicators), l.Conditions)
	}
	if p := got.Levels[2].Prerequisite; l.Prerequisite != nil || p == nil || p.Level != "nang-cao" ||
		p.Text == "" || p.Basis.Decision != "319/QĐ-TTg" || l.Years.From != 2021 || l.Years.To != 2025 {
		t.Errorf("years %v, prerequisites %+v, %+v", l.Years, l.Prerequisite, p)
	}
	find := func(no string) resolvedDoc {
		return l.Indicators[slices.IndexFunc(l.Indicators, func(r resolvedDoc) bool { return r.No == no })]
	}
	r := find("3.1")
	if r.Criterion != "3" || r.Op != "at_least" || r.Figure != "irrigated_area_rate" || r.Unit != "%" ||
		*r.Value != "85.00" || r.Text != "≥ 85 %" || r.Name == "" {
		t.Errorf("3.1: %+v", r)
	}
	if b := r.Basis; b.Decision != "12/QĐ-THỬ" || b.Annex != "Phụ lục thử" || b.Layer != "office" ||
		b.Status != "confirmed" || b.CheckedBy != "Bà Thử" || b.CheckedOn != "2022-01-05" {
		t.Errorf("3.1: basis %+v", b)
	}
	if below := r.Replaces; below == nil || *below.Value != "80" || below.Basis.Layer != "nation" ||
		below.Replaces != nil {
		t.Errorf("3.1 replaced %+v", below)
	}
	if r := find("2.1"); r.Value != nil || r.Op != "province" || r.Basis.Status != "missing" || r.Replaces != nil {
		t.Errorf("2.1: %+v", r)
	}
	if r := find("13.4"); r.NotApplicable != "no_craft_village" {
		t.Errorf("13.4: %+v", r)
	}
	if r := find("5"); r.Op != "all_of" || r.Need != 2 || len(r.Parts) != 2 || r.Parts[1].Op != "any_of" ||
		r.Parts[1].Need != 1 || r.Figure != "" || r.Value != nil {
		t.Errorf("5: %+v", r)
	}
}

func TestTheOtherDocuments(t *testing.T) {
	dir := inFolder(t, map[string]string{"a.yaml": contractOffice})
	report := filepath.Join(inFolder(t, map[string]string{"a.yaml": contractReport}), "a.yaml")

	e := document[struct {
		ID, Level, Criterion, Name, Note string
		Year                             int
		Judgement                        judgementDoc
	}](t, "explain", report, "ntm/3.1", "--criteria", dir)
	if e.ID != "ntm/3.1" || e.Level != "ntm" || !strings.HasPrefix(e.Criterion, "Tiêu chí 3. ") || e.Year != 2023 ||
		e.Name == "" || *e.Judgement.Threshold.Value != "85.00" ||
		e.Judgement.Threshold.Replaces == nil || e.Judgement.Threshold.Replaces.Text != "≥ 80 %" ||
		e.Judgement.Threshold.Replaces.Basis.Layer != "nation" {
		t.Errorf("explain: %+v", e)
	}

	d := document[struct {
		A, B        string
		Differences []struct {
			NoA   string `json:"no_a"`
			NoB   string `json:"no_b"`
			Name  string
			Cells []struct{ Column, Title, A, B string }
		}
	}](t, "criteria", "diff", "ntm-2021-2025@2023/nation", "ntm-2021-2025@2023", "--criteria", dir, "--region", "btb")
	if d.A != "ntm-2021-2025@2023/nation" || len(d.Differences) != 1 || d.Differences[0].NoA != "3.1" ||
		d.Differences[0].NoB != "3.1" ||
		d.Differences[0].Cells[0] != struct{ Column, Title, A, B string }{"btb", "Bắc Trung Bộ", "≥ 80 %",
			"≥ 85 %"} {
		t.Errorf("diff: %+v", d)
	}
	if stdout, _, _ := run(t, "criteria", "diff", "ntm-2021-2025", "ntm-2021-2025",
		"--json"); !strings.Contains(stdout, `"differences": []`) {
		t.Errorf("no difference is no empty list: %s", stdout)
	}

	s := document[struct {
		Schema, ID, Name, Decision string
		Thresholds                 []struct {
			Criterion, Indicator, From, Until, Column, Figure, Op, Value, Unit, Text, Status, Source string
			Year                                                                                     int
		}
	}](t, "criteria", "show", "ntm-2021-2025")
	if s.Schema != "ntm.criteria.v1" || s.ID != "ntm-2021-2025" || s.Decision != "318/QĐ-TTg" {
		t.Errorf("show: %+v", s)
	}
	byYear, bounded := 0, 0
	for _, c := range s.Thresholds {
		if c.Indicator == "10" && c.Year == 2023 && c.Column == "btb" {
			byYear++
			if c.Criterion != "10" || c.Figure != "income_per_capita" || c.Op != "at_least" || c.Value != "42" ||
				c.Text != "≥ 42 triệu đồng/người/năm" || c.Status == "" || c.Source == "" {
				t.Errorf("show: %+v", c)
			}
		}
		if c.Indicator == "15.4" && (strings.HasPrefix(c.Until, "2024-02-29") ||
			strings.HasPrefix(c.From, "2024-03-01")) {
			bounded++
		}
	}
	if byYear != 1 || bounded != 14 {
		t.Errorf("show: %d cells of income in 2023, %d with days", byYear, bounded)
	}

	list := document[[]struct {
		ID, Level, Name, Decision        string
		Years                            [2]int
		Criteria, Indicators, Thresholds int
		ByStatus                         map[string]int `json:"by_status"`
	}](t, "criteria", "list")
	for _, l := range list {
		sum := 0
		for _, n := range l.ByStatus {
			sum += n
		}
		if sum != l.Thresholds {
			t.Errorf("%s: %d thresholds, %d by status", l.ID, l.Thresholds, sum)
		}
		if l.ID == s.ID && (l.Thresholds != len(s.Thresholds) || l.Indicators != 57 || l.Criteria != 19 ||
			l.Years != [2]int{2021, 2025}) {
			t.Errorf("list: %+v; shown %d", l, len(s.Thresholds))
		}
	}

	f := document[struct {
		Schema  string
		Figures []map[string]any
	}](t, "criteria", "figures")
	i := slices.IndexFunc(f.Figures, func(m map[string]any) bool { return m["id"] == "multidimensional_poverty_rate" })
	if f.Schema != "ntm.figures.v1" || i < 0 || f.Figures[i]["unit"] != "%" || f.Figures[i]["counted_in"] != "hộ" ||
		f.Figures[i]["numerator"] == "" || f.Figures[i]["confirmed_by"] == "" {
		t.Errorf("figures: %s, %v", f.Schema, f.Figures[max(i, 0)])
	}

	r := document[map[string]any](t, "review", report, "--recognised", "nang-cao")
	want := map[string]any{"title": "nang-cao", "by": "nang-cao", "risk": "undetermined", "clause": "",
		"total": 19.0, "share": "0.00", "decision": "18/2022/QĐ-TTg", "status": "seen", "draft": true,
		"failed": []any{}, "key_failed": []any{}} // a threshold that nobody checked fails nobody
	for key, value := range want {
		if diff := cmp.Diff(value, r[key]); diff != "" {
			t.Errorf("review %s: %s", key, diff)
		}
	}

	check := document[map[string]int](t, "criteria", "check", dir)
	if check["overlays"] < 1 || check["figures"] != len(f.Figures) || check["standards"] != len(list) ||
		check["procedures"] < 1 {
		t.Errorf("check: %v", check)
	}
}

// A threshold is shown with the decimals it was written with.
func TestAThresholdIsShownAsItWasWritten(t *testing.T) {
	dir := inFolder(t, map[string]string{"a.yaml": `schema: ntm.standard.v1
id: thu-1999
level: ntm
name: Bộ thử
years: {from: 1999, to: 1999}
decision: {number: 1/QĐ-THỬ}
criteria: [{no: "1", name: A, indicators: [{no: "1", name: B, rules: [{figure: income_per_capita, at_least: 1.50,
	status: seen, source: thử}]}]}]
`})
	s := document[struct {
		Thresholds []struct{ Value, Text string }
	}](t, "criteria", "show", "thu-1999", "--criteria", dir)
	if len(s.Thresholds) != 7 || s.Thresholds[0].Value != "1.50" ||
		s.Thresholds[0].Text != "≥ 1,50 triệu đồng/người/năm" {
		t.Errorf("shown %+v", s.Thresholds)
	}
}

// An error leaves standard output empty, whatever was asked for, and writes no
// file.
func TestNothingIsPrintedOrWrittenOnErrors(t *testing.T) {
	dir := inFolder(t, map[string]string{"a.yaml": "schema: ntm.report.v1\nyear: 2023\n", "b.yaml": contractReport})
	bad, good := filepath.Join(dir, "a.yaml"), filepath.Join(dir, "b.yaml")
	for _, args := range [][]string{
		{"assess", bad}, {"assess", bad, "--json"}, {"assess", bad, "--dossier", filepath.Join(dir, "x.xlsx")},
		{"assess", good, "--dossier", filepath.Join(dir, "x.txt")},
		{"assess", good, "--criteria", dir, "--dossier", filepath.Join(dir, "x.xlsx")}, {"explain", bad, "ntm/10"},
		{"explain", good, "ntm/0", "--json"},
		{"review", bad, "--recognised", "ntm"}, {"review", good}, {"criteria", "check", dir},
		{"criteria", "check", dir, "--json"}, {"criteria", "show", "x", "--json"},
		{"criteria", "diff", "ntm-2021-2025", "x"}, {"criteria", "resolve", "--commune", "1", "--year", "2023"},
		{"criteria", "resolve", "--commune", "16492", "--year", "1990"},
		{"criteria", "list", "--criteria", dir}, {"criteria", "figures", "--criteria", dir}, {"criteria", "test", dir},
	} {
		stdout, stderr, status := run(t, args...)
		if status != failed && status != wrongUse || stdout != "" || !strings.HasPrefix(stderr, "ntm: lỗi: ") {
			t.Errorf("%v: status %d, stdout %q, stderr %q", args, status, stdout, stderr)
		}
		holdsNoEnglish(t, strings.Join(args[:1], " "), strings.ReplaceAll(stderr, dir, ""))
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

// No view speaks English.
func TestViewsAreVietnamese(t *testing.T) {
	report := filepath.Join(inFolder(t, map[string]string{"a.yaml": contractReport}), "a.yaml")
	for _, args := range [][]string{
		{"assess", report}, {"assess", "../../testdata/xa-gia-dinh-2023.yaml"}, {"review", report, "--recognised",
			"ntm"}, {"criteria", "list"},
		{"criteria", "diff", "ntm-2021-2025@2021", "ntm-2021-2025@2023"}, {"criteria", "test"}, {"criteria", "check"},
	} {
		stdout, _, _ := run(t, args...)
		if stdout == "" {
			t.Errorf("%v prints nothing", args)
		}
		holdsNoEnglish(t, strings.Join(args, " "), stdout)
	}
}
