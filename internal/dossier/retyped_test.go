package dossier_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/outlook"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
	"ntm/internal/xlsx/xlsxtest"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// retyped is one figure typed anew: into which cell of the sheet Số liệu, counted
// from the figure's value, and what the report would have said.
type retyped struct {
	name    string
	columns int
	value   any
	figure  commune.Figure
}

func amount(id, v string) retyped {
	d := decimal.RequireFromString(v)
	return retyped{id, 0, d.InexactFloat64(), commune.Figure{ID: id, Measure: commune.Number{Decimal: d}}}
}

// part types the numerator of a rate whose denominator stays.
func partOf(id string, n, of int64) retyped {
	return retyped{id, -2, float64(n),
		commune.Figure{ID: id, Measure: commune.Rate{Numerator: decimal.NewFromInt(n),
			Denominator: decimal.NewFromInt(of)}}}
}

func declared(id string, met bool) retyped {
	word := assess.Met.Word()
	if !met {
		word = assess.NotMet.Word()
	}
	return retyped{id, 0, word, commune.Figure{ID: id, Measure: commune.Answer(met)}}
}

// TestRetypedFigure types another figure into the sheet Số liệu in LibreOffice.
// What changes in the tables is what `ntm whatif` says would change.
func TestRetypedFigure(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	readers.NeedLibreOffice(t)
	cases := []struct {
		name   string
		before *assess.Assessment
		typed  retyped
	}{
		{"income falls below all levels", dossiertest.GiaDinh(t), amount("income_per_capita", "41.99")},
		{"income below the highest only", dossiertest.GiaDinh(t), amount("income_per_capita", "52")},
		{"income back above its thresholds", dossiertest.GiaDinh(t, dossiertest.Spoiled),
			amount("income_per_capita", "60")},
		{"a figure that nobody reported", dossiertest.GiaDinh(t, dossiertest.Spoiled),
			amount("health_insurance_rate", "96")},
		{"a part greater than the whole", dossiertest.GiaDinh(t), partOf("irrigated_area_rate", 700, 640)},
		{"the numerator of a rate", dossiertest.GiaDinh(t), partOf("irrigated_area_rate", 500, 640)},
		{"poverty beyond the threshold", dossiertest.QuangTrung(t), amount("multidimensional_poverty_rate", "5.01")},
		{"declared not met", dossiertest.GiaDinh(t), declared("clean_landscape", false)},
		{"within the case that applies", dossiertest.GiaDinh(t), partOf("schools_level_1_rate", 2, 4)},
		{"one part of several", dossiertest.GiaDinh(t), amount("illiteracy_eradication_level", "1")},
		{"a grade", dossiertest.GiaDinh(t), retyped{"disaster_readiness_grade", 0, "chưa đạt",
			amount("disaster_readiness_grade", "0").figure}},
	}
	if few := testenv.Some(t, 2, len(cases)); few < len(cases) {
		cases = slices.Concat(cases[:1], cases[8:9])
	}
	dir := t.TempDir()
	type entry struct {
		Name    string `json:"name"`
		Columns int    `json:"columns"`
		Value   any    `json:"value"`
	}
	type script struct {
		Path  string  `json:"path"`
		Types []entry `json:"types"`
	}
	scripts := make([]script, len(cases))
	for i, c := range cases {
		scripts[i] = script{filepath.Join(dir, fmt.Sprintf("%d.xlsx", i)),
			[]entry{{c.typed.name, c.typed.columns, c.typed.value}}}
		if err := os.WriteFile(scripts[i].Path, dossiertest.Written(t, c.before), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{"testdata/retype.py", "soffice", filepath.Join(dir, "profile")}
	out := readers.Run(t, xlsxtest.Must(json.Marshal(scripts)), readers.Python(t, "uno"), args...)
	var cells []map[string]any
	if err := json.Unmarshal(out, &cells); err != nil {
		t.Fatal(err)
	}
	for i, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			before := tableCells(c.before, carriedCells(t, scripts[i].Path))
			after := tableCells(c.before, cells[i])
			got := map[string]string{}
			for path, word := range after {
				if before[path] != word {
					got[path] = before[path] + " → " + word
				}
			}
			if diff := cmp.Diff(flips(t, c.before, c.typed.figure), got); diff != "" || len(got) == 0 {
				t.Errorf("changes (-whatif +workbook):\n%s", diff)
			}
		})
	}
}

// flips are the changes of outcome that a supposed figure makes, by path.
func flips(t *testing.T, a *assess.Assessment, supposed commune.Figure) map[string]string {
	t.Helper()
	lib := xlsxtest.Must(dossiertest.Nation())
	if a.Commune.Declared {
		lib = xlsxtest.Must(dossiertest.Invented())
	}
	entry := lib.Figures[supposed.ID]
	if entry == nil {
		t.Fatalf("no figure %s", supposed.ID)
	}
	suppositions := []outlook.Supposition{{Entry: entry, Figure: &supposed}}
	in, err := assess.Prepare(lib, outlook.Suppose(a.Report, suppositions), a.Engine.Version)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, change := range outlook.Compare(a, assess.Assess(in), suppositions).Changes {
		if change.Kind != outlook.OfFinding && change.Before.Outcome != change.After.Outcome {
			path := string(change.Kind) + " " + change.Path
			word := func(o string) string {
				if change.Kind == outlook.OfLevel {
					return assess.Verdict(o).Word()
				}
				return assess.Outcome(o).Word()
			}
			out[path] = word(change.Before.Outcome) + " → " + word(change.After.Outcome)
		}
	}
	return out
}

// tableCells are the outcomes that the tables show, by the paths of `ntm whatif`.
func tableCells(a *assess.Assessment, cells map[string]any) map[string]string {
	out := map[string]string{}
	for i := range a.Levels {
		l := &a.Levels[i]
		cell := func(column string, row int) string {
			word, _ := cells[fmt.Sprintf("%s!%s%d", tables[string(l.Level)], column, row)].(string)
			return word
		}
		out["level "+string(l.Level)] = cell("E", 4)
		gates := []string{}
		if l.Prerequisite != nil {
			gates = append(gates, "prerequisite "+string(l.Level)+"/prerequisite")
		}
		for _, c := range l.Conditions {
			gates = append(gates, "condition "+string(l.Level)+"/"+c.ID)
		}
		below := false
		for row := 5; row < 400; row++ {
			no := cell("A", row)
			below = below || no == "ĐIỀU KIỆN CÔNG NHẬN"
			switch nth, err := strconv.Atoi(no); {
			case below && err == nil:
				out[gates[nth-1]] = cell("E", row)
			case !below && cell("C", row) == "Cả tiêu chí":
				out["criterion "+string(l.Level)+"/"+no] = cell("E", row)
			case !below && no != "" && no != "TT":
				out["indicator "+string(l.Level)+"/"+no] = cell("E", row)
			}
		}
	}
	return out
}

// carriedCells are the words that the tables carried when they were written.
func carriedCells(t *testing.T, path string) map[string]any {
	t.Helper()
	w := xlsxtest.Open(t, xlsxtest.Must(os.ReadFile(path)))
	out := map[string]any{}
	for _, sheet := range tables {
		w.Each(sheet, func(cell, value string) { out[sheet+"!"+cell] = value })
	}
	return out
}
