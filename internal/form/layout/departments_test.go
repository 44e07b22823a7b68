package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/division"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/vi"

	"github.com/google/go-cmp/cmp"
)

// own is the program's division of the work.
var own *division.Division

// Who brings which figure and fills in which sheet, as people in a commune know it.
func TestWhoAnswersForWhat(t *testing.T) {
	lib := packs.Embedded()
	for id, want := range map[string]string{
		"income_per_capita":             "van-phong", // the statistics office's figure, the office brings it
		"multidimensional_poverty_rate": "van-hoa",
		"commune_road_paved_rate":       "dia-chinh",
		"clean_landscape":               "dia-chinh",
		"disaster_readiness_grade":      "nong-nghiep",
		"security_standard":             "cong-an",
	} {
		if f := lib.Figures[id]; f == nil || own.Of(f.ID, f.ConfirmedBy).ID != want {
			t.Errorf("%s is brought by %s, want %s", id, own.Of(f.ID, f.ConfirmedBy).ID, want)
		}
	}
	for sheet, want := range map[string]string{
		layout.SecuritySheet: "cong-an", layout.CapitalSheet: "tai-chinh", layout.ArrearsSheet: "tai-chinh",
		layout.PollSheet: "mat-tran", layout.SmartSheet: "van-hoa", layout.TitleSheet: "van-phong",
		layout.FieldSheet: "van-phong", "Tờ không ai giữ": "van-phong", // what is nobody's is the office's
	} {
		if got := own.OfSheet(sheet).ID; got != want {
			t.Errorf("sheet %s is filled in by %s, want %s", sheet, got, want)
		}
	}
	if got := own.Of("", "ngành không ai biết"); got != division.CoordinatingDepartment() {
		t.Errorf("a figure of nobody is brought by %s", got.ID)
	}
	if got := own.Of("", "Ngành Y Tế"); got.ID != "y-te" {
		t.Errorf("a branch in capitals is brought by %s", got.ID)
	}
}

// No two departments have one id, name, code, branch or sheet; each is found by its id and
// the last is the office.
func TestDepartmentsAreToldApart(t *testing.T) {
	all, seen := division.Departments(), map[string]string{}
	once := func(d *division.Department, kind, text string) {
		key := kind + " " + vi.FoldTone(text)
		if before := seen[key]; before != "" || text == "" {
			t.Errorf("%s %q is of %s and of %s", kind, text, before, d.ID)
		}
		seen[key] = d.ID
	}
	for _, d := range all {
		once(d, "id", d.ID)
		once(d, "name", d.Name)
		once(d, "code", d.Code)
		for _, b := range d.Branches {
			once(d, "branch", b)
		}
		for _, s := range d.Sheets {
			once(d, "sheet", s.Name)
		}
		if strings.ContainsAny(d.Code, "0123456789,; ") { // codes of evidence are theirs with a number, apart by commas
			t.Errorf("%s: code %q", d.ID, d.Code)
		}
		if division.DepartmentByID(d.ID) != d {
			t.Errorf("%s is not found by its id", d.ID)
		}
	}
	if division.CoordinatingDepartment() != all[len(all)-1] {
		t.Error("the office is not the last")
	}
	for _, id := range []string{"", "Y tế", "khac"} {
		if d := division.DepartmentByID(id); d != nil {
			t.Errorf("%q names %s", id, d.ID)
		}
	}
	for _, s := range division.Sheets() {
		for _, id := range s.Figures {
			if f := packs.Embedded().Figures[id]; f == nil || division.SheetOf(f.ID) != s.Name {
				t.Errorf("figure %s of the sheet %s: %v", id, s.Name, f)
			}
		}
	}
	for _, id := range []string{commune.ArrearsFigure, commune.SatisfactionFigure, commune.CoverageFigure,
		commune.SecurityFigure, commune.SmartFigure, commune.FieldsFigure} {
		if division.SheetOf(id) == "" {
			t.Errorf("%s is of no sheet", id)
		}
	}
	for _, f := range packs.Embedded().FigureList {
		if f.ConfirmedBy != "" && seen["branch "+vi.FoldTone(f.ConfirmedBy)] == "" {
			t.Errorf("%s: nobody answers for %q", f.ID, f.ConfirmedBy)
		}
	}
}

// The parts of a form are the form: every figure and every section in one part and no
// more, in the order of the whole, sums with their parts.
func TestPartsMakeTheWhole(t *testing.T) {
	for _, year := range years {
		name := plan(year, "of a commune")
		p := plans(t, year)[name]
		whole, parts := map[string]string{}, map[string]string{}
		for _, a := range asked(p) {
			whole[a.ID] = "once"
		}
		for _, s := range p.Sections() {
			whole[s.ID] = "once"
		}
		for _, d := range division.Departments() {
			part := p.Part(d)
			if part.Department != d || part.Year != p.Year {
				t.Fatalf("%s: the part of %s is of %v", name, d.ID, part.Department)
			}
			before := 0
			order := asked(p)
			for _, a := range asked(part) {
				parts[a.ID] += "once"
				at := slices.IndexFunc(order, func(o layout.Asked) bool { return o.ID == a.ID })
				if at < before {
					t.Errorf("%s, %s: %s stands too late", name, d.ID, a.ID)
				}
				before = at
			}
			for _, s := range part.Sections() {
				parts[s.ID] += "once"
			}
			if part.IsEmpty() != (len(asked(part))+len(part.Sections()) == 0) {
				t.Errorf("%s: the part of %s is empty: %t", name, d.ID, part.IsEmpty())
			}
		}
		if diff := cmp.Diff(whole, parts); diff != "" {
			t.Errorf("%s (-whole +parts):\n%s", name, diff)
		}
		if p.Department != nil {
			t.Errorf("%s: parting it changed it", name)
		}
	}
}

// A part asks for figures of its department alone, but for the parts of a sum.
func TestAPartIsOfItsDepartment(t *testing.T) {
	p := plans(t, 2023)["2023, kieu-mau, of a commune"]
	for _, d := range division.Departments() {
		for _, g := range p.Part(d).Groups {
			for i := 0; i < len(g.Figures); i++ {
				if got := own.Of(g.Figures[i].ID, g.Figures[i].ConfirmedBy); got != d {
					t.Errorf("%s is asked for %s of %s", d.ID, g.Figures[i].ID, got.ID)
				}
				i += g.Figures[i].Parts
			}
		}
	}
}

// Every form has its guide, its commune and its evidence; a part has no sheet of another.
func TestSheetsOfParts(t *testing.T) {
	p := plans(t, 2023)["2023, kieu-mau, of a commune"]
	for _, sheet := range []string{layout.GuideSheet, layout.SecuritySheet, layout.FigureSheet, layout.SmartSheet} {
		if !p.Has(sheet) {
			t.Errorf("the whole form has no %s", sheet)
		}
	}
	every := []string{layout.GuideSheet, layout.PlaceSheet, layout.EvidenceSheet}
	for id, also := range map[string][]string{
		"cong-an":     {layout.SecuritySheet, layout.FigureSheet, layout.RemarkSheet},
		"tai-chinh":   {layout.CapitalSheet, layout.ArrearsSheet}, // brings no figure
		"mat-tran":    {layout.PollSheet},
		"giao-duc":    {layout.FigureSheet, layout.RemarkSheet},
		"khong-ai-ca": nil,
	} {
		d := division.DepartmentByID(id)
		if d == nil {
			continue
		}
		part := p.Part(d)
		for _, sheet := range slices.Concat(every, []string{layout.FigureSheet, layout.CapitalSheet,
			layout.ArrearsSheet,
			layout.PollSheet, layout.SecuritySheet, layout.TitleSheet, layout.RemarkSheet, layout.SmartSheet,
			layout.FieldSheet}) {
			if want := slices.Contains(every, sheet) || slices.Contains(also, sheet); part.Has(sheet) != want {
				t.Errorf("the part of %s has %s: %t", id, sheet, part.Has(sheet))
			}
		}
	}
}

// A part asks who the commune is and, of the office alone, what is judged by.
func TestWhatPartsAskOfTheCommune(t *testing.T) {
	p := plans(t, 2023)["2023, kieu-mau, of a commune"]
	keys := func(p *layout.Plan) (out []string) {
		for _, q := range p.PlaceAnswers().Questions {
			out = append(out, q.Key)
		}
		return out
	}
	identity := []string{"code", "name", "district", "province", "region", "year"}
	if diff := cmp.Diff(identity, keys(p.Part(division.DepartmentByID("y-te")))); diff != "" {
		t.Errorf("health is asked (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(keys(p), keys(p.Part(division.CoordinatingDepartment()))); diff != "" {
		t.Errorf("the office is asked something else than the commune:\n%s", diff)
	}
	for key, want := range map[string]bool{"year": true, "code": true, "level": false, "safe_zone": false,
		"note": false} {
		if layout.Says(key) != want {
			t.Errorf("%s says whose form it is: %t", key, !want)
		}
	}
}

// Evidence of two departments has two codes.
func TestCodesOfEvidence(t *testing.T) {
	p := plans(t, 2023)["2023, ntm, of a commune"]
	if got := p.EvidenceCode(12); got != "12" {
		t.Errorf("of the whole form: %s", got)
	}
	seen := map[string]bool{}
	for _, d := range division.Departments() {
		part := p.Part(d)
		for n := 1; n <= 120; n++ {
			code := part.EvidenceCode(n)
			if seen[code] || code != d.Code+fmt.Sprint(n) {
				t.Fatalf("%s: code %s", d.ID, code)
			}
			seen[code] = true
		}
	}
}

// Rows for what was done are those of the criteria that the form asks about.
func TestRowsForWhatWasDone(t *testing.T) {
	p := plans(t, 2023)["2023, nang-cao, of a commune"]
	criteria := 0
	for _, g := range p.Groups {
		if want := g.Told == ""; p.Remarks(g.RemarkKey()) != want {
			t.Errorf("%s %q has a row: %t", g.RemarkKey(), g.Name, !want)
		} else if want {
			criteria++
		}
	}
	if criteria != p.Criteria() || criteria < 19 { // the 19 of NTM at the least
		t.Errorf("%d criteria, counted %d", p.Criteria(), criteria)
	}
	for key, want := range map[string]bool{"ntm/1": true, "ntm/19": true, "ntm/20": false, "/1": false, "": false} {
		if p.Remarks(key) != want {
			t.Errorf("%q has a row: %t", key, !want)
		}
	}
}

// What an earlier report says and the form does not ask is told, and nothing else.
func TestWhatAFormDrops(t *testing.T) {
	p := plans(t, 2023)["2023, ntm, of a commune"]
	first := asked(p)[0].ID
	for _, tt := range []struct {
		name     string
		previous commune.Report
		want     layout.Dropped
	}{
		{"nothing", commune.Report{}, layout.Dropped{}},
		{"what is asked", commune.Report{Figures: []commune.Figure{{ID: first}},
			Traits: []criteria.Trait{criteria.NoCraftVillage}}, layout.Dropped{}},
		{"figures of another set", commune.Report{Figures: []commune.Figure{{ID: "so_cu"}, {ID: first},
			{ID: "so_khac"}}},
			layout.Dropped{Figures: []string{"so_cu", "so_khac"}}},
		{"traits of another set", commune.Report{Traits: []criteria.Trait{"own_zone_4", criteria.NoCemetery}},
			layout.Dropped{Traits: []criteria.Trait{"own_zone_4"}}},
	} {
		if diff := cmp.Diff(tt.want, p.Drops(&tt.previous)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// Everything that is asked is dropped by no form that asks it.
func TestAFormDropsNothingThatItAsks(t *testing.T) {
	for _, year := range years {
		for name, p := range plans(t, year) {
			var r commune.Report
			for _, a := range asked(p) {
				r.Figures = append(r.Figures, commune.Figure{ID: a.ID})
			}
			for _, u := range p.Uses {
				r.Traits = append(r.Traits, u.Trait)
			}
			if got := p.Drops(&r); got.Figures != nil || got.Traits != nil {
				t.Errorf("%s drops %v", name, got)
			}
		}
	}
}
