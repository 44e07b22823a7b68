package blank

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/division"
	"ntm/criteria/packs"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
	"ntm/internal/testenv"
	"ntm/internal/xlsx/draw"
)

// longestFormula is how many characters Excel takes.
const longestFormula = 8192

// The form follows its own answers: what the commune has not, or asks of a higher level than
// the one chosen, is not asked; the page In nhanh counts with it, as other programs compute.
func TestFollowsItsAnswers(t *testing.T) {
	testenv.LeftToWhole(t)
	const craft, income = "craft_village_preservation", "income_per_capita"
	plan := formtest.PlanFor(t, 2023, criteria.KieuMau)
	if err := plan.Follow(packs.Embedded()); err != nil {
		t.Fatal(err)
	}
	data := formtest.Template(t, Write, plan, nil)
	b := formtest.NewBlankForm(t, data)
	place := func(key string) string {
		return layout.PlaceSheet + "!" + b.Keyed(layout.PlaceSheet, key, "ntm:answer")
	}
	state := func(figure string) string {
		return layout.FigureSheet + "!" + b.Keyed(layout.FigureSheet, figure, "ntm:state")
	}
	type cells = map[string]any
	higher := ""
	for _, g := range plan.Groups {
		for i := range g.Figures {
			if g.Figures[i].From == criteria.NangCao && higher == "" && !g.Figures[i].Optional {
				higher = g.Figures[i].ID
			}
		}
	}
	forms := map[string][]byte{"none": data, "low": data, "craft": data}
	_, got := computed(t, forms, map[string]cells{
		"none":  {},
		"craft": {place(string(criteria.NoCraftVillage)): "Không"},
		"low":   {place(layout.LevelKey): "Xã nông thôn mới"},
	})
	for form, want := range map[string]cells{
		"none":  {state(craft): stateMissing, state(higher): stateMissing, state(income): stateMissing},
		"craft": {state(craft): stateIdle, state(higher): stateMissing},
		"low":   {state(craft): stateMissing, state(higher): stateIdle, state(income): stateMissing},
	} {
		for cell, want := range want {
			if got[form][cell] != want {
				t.Errorf("%s: %s is %v, want %v", form, cell, got[form][cell], want)
			}
		}
	}
}

// Every formula of the page for the chairman is one that Excel takes, and it names who owes.
func TestBrief(t *testing.T) {
	plan := formtest.PlanFor(t, 2023, criteria.KieuMau)
	b := formtest.NewBlankForm(t, formtest.Template(t, Write, plan, formtest.Invented(t, "../../../testdata")))
	rows, err := b.File.GetRows(layout.BriefSheet)
	if err != nil {
		t.Fatal(err)
	}
	said := 0
	for i, row := range rows {
		for column := range row {
			formula, _ := b.File.GetCellFormula(layout.BriefSheet, draw.Ref(column+1, i+1))
			if len([]rune(formula)) > longestFormula {
				t.Errorf("row %d: a formula of %d characters", i+1, len([]rune(formula)))
			}
		}
		if len(row) > 3 && strings.Contains(row[3], "Tờ Nguồn lực; Tờ Nợ đọng") {
			said++
		}
	}
	if said != 1 {
		t.Errorf("the sheets of the treasury are told %d times: %q", said, rows)
	}
}

// What an office says of its departments is who owes what on the page In nhanh.
func TestTheBriefPageFollowsTheDivision(t *testing.T) {
	plan := formtest.PlanFor(t, 2023, criteria.NTM)
	y, legal := division.DepartmentByID("y-te"), division.DepartmentByID("tu-phap")
	figures := map[string]*division.Department{}
	for g := range plan.Groups {
		for _, a := range plan.Groups[g].Figures {
			if plan.Division.Of(a.ID, a.ConfirmedBy) == y {
				figures[a.ID] = legal
			}
		}
	}
	plan.Division = &division.Division{Figures: figures,
		Sheets: map[string]*division.Department{layout.ArrearsSheet: y}}
	b := formtest.NewBlankForm(t, formtest.Template(t, Write, plan, nil))
	rows, err := b.File.GetRows(layout.BriefSheet)
	if err != nil {
		t.Fatal(err)
	}
	owed := map[string]string{}
	for _, row := range rows {
		if len(row) >= 4 {
			owed[row[0]] = row[1] + ": " + row[3]
		}
	}
	if got := owed[y.Name]; got != "1: Tờ "+layout.ArrearsSheet {
		t.Errorf("health owes %q", got)
	}
	if got := owed[legal.Name]; !strings.Contains(got, "15") {
		t.Errorf("the legal department owes %q", got)
	}
}
