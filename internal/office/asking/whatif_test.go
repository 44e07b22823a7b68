package asking

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/office"
)

const sample = "../../../testdata/quang-trung-2023.yaml"

// What people type of a figure is read as its unit asks; all that is wrong is told at once.
func TestSuppositions(t *testing.T) {
	lib := packs.Embedded()
	for typed, want := range map[string]string{
		"income_per_capita=72":                     "72",
		"income_per_capita= 72,5 ":                 "72.5",
		"income_per_capita=":                       "none",
		"multidimensional_poverty_rate=31/2026":    "31/2026",
		"multidimensional_poverty_rate=1,5":        "1.5",
		"multidimensional_poverty_rate=31/0":       "! tổng số bằng 0",
		"multidimensional_poverty_rate=nhiều":      "! multidimensional_poverty_rate",
		"clean_landscape=dat":                      "true",
		"clean_landscape=chua-dat":                 "false",
		"clean_landscape=72":                       "! clean_landscape",
		"income_per_capita":                        "! thiếu dấu =",
		"income_per_capite=72":                     `! không có số liệu nào tên hoặc mã`,
		"một số liệu khác hẳn mọi số liệu đã có=1": "! không có số liệu nào tên hoặc mã",
	} {
		got := "none"
		supposed, _, err := (Supposing{Lib: lib}).Read([]string{typed})
		switch {
		case err != nil:
			if wrong, refused := strings.CutPrefix(want, "! "); !refused || !strings.Contains(err.Error(), wrong) {
				t.Errorf("%s: %v, want %s", typed, err, want)
			}
			continue
		case supposed[0].Figure != nil:
			switch m := supposed[0].Figure.Measure.(type) {
			case commune.Number:
				got = m.String()
			case commune.Rate:
				got = m.String()
			case commune.Answer:
				got = map[commune.Answer]string{true: "true", false: "false"}[m]
			}
		}
		if got != want {
			t.Errorf("%s is read as %s, want %s", typed, got, want)
		}
	}
	_, _, err := (Supposing{Lib: lib}).Read([]string{"income_per_capita=1", "a", "income_per_capita=2", "b=1"})
	if err == nil || strings.Count(err.Error(), "\n") != 2 || !strings.Contains(err.Error(), "ghi hai lần") {
		t.Errorf("three mistakes: %v", err)
	}
}

// The grade of a supposition is one of those there are.
func TestASupposedGrade(t *testing.T) {
	lib := packs.Embedded()
	for _, f := range lib.FigureList {
		if f.Unit != criteria.Grade {
			continue
		}
		supposed, _, err := (Supposing{Lib: lib}).Read([]string{f.ID + "=KHÁ"})
		if err != nil || supposed[0].Figure.Measure.(commune.Number).Word != "khá" {
			t.Errorf("%s: %+v, %v", f.ID, supposed, err)
		}
		if _, _, err := (Supposing{Lib: lib}).Read([]string{f.ID + "=vàng"}); err == nil ||
			!strings.Contains(err.Error(), "cần một xếp loại") {
			t.Errorf("%s: %v", f.ID, err)
		}
		return
	}
	t.Skip("no figure is a grade")
}

// A supposed figure changes the outcome of its own indicator, and nothing of the report.
func TestWhatIf(t *testing.T) {
	lib := packs.Embedded()
	before, note, err := office.JudgeFile(t.Context(), lib, sample, "v0-thử")
	if err != nil || len(note) > 0 {
		t.Fatal(note, err)
	}
	supposed, _, err := (Supposing{Lib: lib}).Read([]string{"income_per_capita=10"})
	if err != nil {
		t.Fatal(err)
	}
	result, err := office.ResultOf(before)
	if err != nil {
		t.Fatal(err)
	}
	w, err := WhatIf(sample, before, supposed, criteria.NTM, "v0-thử")
	if err != nil || len(w.Before) != 1 || len(w.Supposed) != 1 {
		t.Fatalf("%+v, %v", w, err)
	}
	for _, c := range w.Changes {
		if c.Level != criteria.NTM {
			t.Errorf("a change of another level: %+v", c)
		}
	}
	if again, err := office.ResultOf(before); err != nil || again != result {
		t.Error("the assessment that was supposed about is another", err)
	}
	if _, err := WhatIf(sample, before, supposed, criteria.HienDai, "v0-thử"); err == nil ||
		!strings.HasPrefix(err.Error(), sample) {
		t.Errorf("a level that the year has not: %v", err)
	}
	if _, _, err := office.JudgeFile(t.Context(), lib, "khong-co.yaml", "v0-thử"); err == nil {
		t.Error("a report that is not there was judged")
	}
}
