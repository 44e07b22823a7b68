package merging

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/docket"
	"ntm/internal/merger"
	"ntm/internal/office"
	"ntm/internal/office/officetest"
	"ntm/internal/places"
	"ntm/internal/store"
)

// takes takes reports in as the office does.
func takes(d *officetest.Desk, files ...string) {
	d.Helper()
	in := office.Intake{Store: d.Store, Lib: packs.Embedded(), By: "người thử", Version: "v0-thử"}
	taken := func(i *office.Incoming) error { return i.Err }
	if err := in.TakeIn(d.Context(), files, taken, taken); err != nil {
		d.Fatal(err)
	}
}

// A merger of two xã: their reports are summed, what is told of titles counts, and both
// end in the new one.
func TestMerging(t *testing.T) {
	d := officetest.New(t)
	takes(&d, d.Report("a.yaml", "income_per_capita=69"), d.ReportOf("b.yaml", "16495", "income_per_capita=70"))
	m := Merging{Store: d.Store, Lib: packs.Embedded(), Into: "16492", From: []string{"16492", "16495"},
		Held: []string{"16492=ntm", "16495=chua"}, Year: 2024}
	plan, err := m.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(plan.Parts) != 2 || plan.Parts[0].Level != criteria.NTM || !plan.Parts[1].Known ||
		plan.Parts[1].ReportOf != 2023 || len(plan.Open) == 0 {
		t.Errorf("%+v", plan)
	}
	if found, err := d.Store.Dossiers(t.Context(), store.Filter{Year: 2024}); err != nil || len(found) > 0 {
		t.Errorf("a plan was written down: %v, %v", found, err)
	}
	if note, err := m.Write(t.Context(), "người thử", "v0-thử", plan); err != nil || len(note) > 0 {
		t.Fatal(note, err)
	}
	if _, err := m.Write(t.Context(), "người thử", "v0-thử", plan); err == nil {
		t.Error("one merger was written down twice")
	}
	c, dossier, err := office.Which{Text: "16492", Year: 2024}.Dossier(t.Context(), d.Store)
	if err != nil || c.Origin == nil || dossier.Report() == nil {
		t.Errorf("the new xã: %+v, %v", dossier, err)
	}
	old, err := office.Which{Text: "16495"}.Find(t.Context(), d.Store)
	if err != nil || old.Into == nil {
		t.Errorf("the old one: %+v, %v", old, err)
	}
}

// A title that was revoked is none to begin with, in whatever year that was.
func TestMergingOfARevokedTitle(t *testing.T) {
	d := officetest.New(t)
	takes(&d, d.Report("a.yaml", "income_per_capita=69"), d.ReportOf("b.yaml", "16495", "income_per_capita=70"))
	c, err := office.Which{Text: "16492"}.Find(t.Context(), d.Store)
	if err != nil {
		t.Fatal(err)
	}
	plan := func() MergedPart {
		m := Merging{Store: d.Store, Lib: packs.Embedded(), Into: "16492", From: []string{"16492", "16495"}, Year: 2022}
		p, err := m.Plan(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return p.Parts[0]
	}
	given := docket.TitledBody{Level: criteria.NTM, Number: "1/QĐ-GĐ", Date: criteria.Day(2022, 5, 1)}
	for _, step := range []struct {
		kind docket.Kind
		body any
		want criteria.Level
	}{
		{docket.Titled, given, criteria.NTM},
		{docket.Revoked, docket.Decision{Level: criteria.NTM, Number: "2/QĐ-GĐ", Date: criteria.Day(2023, 6, 1),
			Note: "giả định"}, ""},
	} {
		e := docket.New(step.kind, "người thử", c.Province, c.Key, 2022, step.body).On(criteria.Day(2023, 6, 1))
		refused, err := d.Store.Append(t.Context(), store.Change{Province: c.Province, Events: []docket.Event{e}})
		if err != nil || refused[0] != nil {
			t.Fatal(err, refused)
		}
		if p := plan(); p.Level != step.want || !p.Known {
			t.Errorf("%s: begins at %q, known %v", step.kind, p.Level, p.Known)
		}
	}
}

// What the new commune reported itself stays.
func TestMergingKeepsItsOwnReport(t *testing.T) {
	d := officetest.New(t)
	takes(&d, d.Report("a.yaml", "income_per_capita=69"), d.ReportOf("b.yaml", "16495", "income_per_capita=70"))
	m := Merging{Store: d.Store, Lib: packs.Embedded(), Into: "16492", From: []string{"16492", "16495"}, Year: 2023}
	plan, err := m.Plan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if note, err := m.Write(t.Context(), "người thử", "v0-thử", plan); err != nil || len(note) != 1 {
		t.Errorf("nobody is told that its own report stays: %v, %v", note, err)
	}
}

func TestMergingsThatCannotBe(t *testing.T) {
	d := officetest.New(t)
	for name, m := range map[string]Merging{
		"no such commune":     {Into: "99999", Year: 2025},
		"a town":              {Into: "00001", Year: 2023},
		"not of the reform":   {Into: "16492", Year: 2024},
		"of no commune":       {Into: "16492", From: []string{"không có"}, Year: 2024},
		"a title of another":  {Into: "16492", From: []string{"16492"}, Held: []string{"16495=ntm"}, Year: 2024},
		"a title there isn't": {Into: "16492", From: []string{"16492"}, Held: []string{"16492=vang"}, Year: 2024},
	} {
		m.Store, m.Lib = d.Store, packs.Embedded()
		if plan, err := m.Plan(t.Context()); err == nil {
			t.Errorf("%s: %+v", name, plan)
		}
	}
}

// The old communes of a merger by name.
func TestPartsByName(t *testing.T) {
	parts := []MergedPart{{Part: merger.Part{Code: "1", Title: "xã Giả Định, tỉnh Giả"}},
		{Part: merger.Part{Title: "thị trấn Giả Sơn, tỉnh Giả"}}, {Part: merger.Part{Title: "xã Giả Sơn, tỉnh Giả"}}}
	var got []int
	for _, name := range []string{"1", "giả định", "xã Giả Sơn", "Giả Sơn", "", "khác"} {
		got = append(got, partNamed(parts, name))
	}
	if !slices.Equal(got, []int{0, 0, 2, -1, -1, -1}) {
		t.Errorf("%v", got)
	}
}

// Of the titles in a report the highest with a decision counts for a merger, where the
// store has none.
func TestTitleOfAPart(t *testing.T) {
	title := func(l criteria.Level, decision string) commune.Recognition {
		return commune.Recognition{Level: l, Decision: decision}
	}
	for name, c := range map[string]struct {
		known bool
		level criteria.Level
		says  []commune.Recognition
		want  criteria.Level
	}{
		"nothing":            {false, "", nil, ""},
		"one":                {false, "", []commune.Recognition{title(criteria.NTM, "1/QĐ")}, criteria.NTM},
		"without a decision": {false, "", []commune.Recognition{title(criteria.NTM, "")}, ""},
		"the highest of two": {false, "", []commune.Recognition{title(criteria.NangCao, "2/QĐ"),
			title(criteria.NTM, "1/QĐ")}, criteria.NangCao},
		"the highest has none": {false, "", []commune.Recognition{title(criteria.KieuMau, ""),
			title(criteria.NTM, "1/QĐ")}, criteria.NTM},
		"the store knows it": {true, criteria.NTM, []commune.Recognition{title(criteria.NangCao, "2/QĐ")},
			criteria.NTM},
		"the store knows of none": {true, "", []commune.Recognition{title(criteria.NangCao, "2/QĐ")}, ""},
	} {
		p := MergedPart{report: &commune.Report{Recognitions: c.says}}
		p.Level, p.Known = c.level, c.known
		if p.title(); p.Level != c.want || p.Known != (c.known || c.want != "") {
			t.Errorf("%s: %q, known %t, want %q", name, p.Level, p.Known, c.want)
		}
	}
}

// of is a report of a commune in a year, with one figure.
func of(d *officetest.Desk, code string, year int) string {
	d.Helper()
	return d.Write(fmt.Sprintf("%s-%d.yaml", code, year), fmt.Sprintf("schema: ntm.report.v1\nnote: giả định\n"+
		"commune: {code: %q}\nyear: %d\nfigures:\n  - {id: income_per_capita, value: 70}\n", code, year))
}

// A new commune that reports, while nobody recorded the merger that passes titles on to
// it, is to be decided; once it is recorded it is not.
func TestMergersToDecide(t *testing.T) {
	d := officetest.New(t)
	var now places.Unit
	for _, p := range places.On(criteria.Day(2026, time.December, 31).Time).All() {
		parts, made := places.Origins(p.Code)
		whole := 0
		for _, part := range parts {
			if part.Known && part.Place.Rural() {
				whole++
			}
		}
		if p.Rural() && made && whole == len(parts) && whole == 2 && p.Key() != p.Code {
			now = p
			break
		}
	}
	parts, _ := places.Origins(now.Code)
	a, b := parts[0].Place, parts[1].Place
	takes(&d, of(&d, a.Code, 2023), of(&d, b.Code, 2023))
	titled := Merging{Store: d.Store, Lib: packs.Embedded(), Into: a.Code, From: []string{a.Code, b.Code},
		Held: []string{a.Code + "=ntm", b.Code + "=ntm"}, Year: 2024}
	plan, err := titled.Plan(t.Context())
	if err == nil {
		_, err = titled.Write(t.Context(), "người thử", "v0-thử", plan)
	}
	if err != nil {
		t.Fatal(err)
	}
	takes(&d, of(&d, now.Code, 2026))
	open, err := office.MergersToDecide(t.Context(), d.Store)
	if err != nil || len(open) != 1 || !strings.Contains(open[0], "chưa có việc sáp nhập") ||
		!strings.Contains(open[0], now.Code) {
		t.Fatalf("%v, %v", open, err)
	}
	found, err := office.Examine(t.Context(), d.Store, officetest.Now(), officetest.Now(), false)
	if err != nil || len(found.Decide) != 1 || found.Clock != "" || !found.Sound() {
		t.Errorf("%+v, %v", found, err)
	}
	if end := office.WhatBecame(a); !strings.Contains(end, now.Code) {
		t.Errorf("%s: %q", a, end)
	}
	if from := office.WhatBecame(now); !strings.HasPrefix(from, "lập ngày 01/07/2025 từ ") {
		t.Errorf("%s: %q", now, from)
	}
}

// A plan that is stopped is told, and nothing is written.
func TestInterrupted(t *testing.T) {
	d := officetest.New(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	m := Merging{Store: d.Store, Lib: packs.Embedded(), Into: "16492", From: []string{"16492", "16495"}, Year: 2024}
	if _, err := m.Plan(ctx); err == nil {
		t.Error("it was stopped, and nobody is told")
	}
}
