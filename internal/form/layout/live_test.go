package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form/layout"

	"github.com/google/go-cmp/cmp"
)

// Where a commune is after a level, it need not fill in what only a level above asks.
func TestLevelsBelow(t *testing.T) {
	words := func(options []layout.Option) string {
		var out []string
		for _, o := range options {
			out = append(out, o.Value)
		}
		return strings.Join(out, " ")
	}
	for up, tests := range map[string]map[criteria.Level]string{
		"ntm":      {criteria.NTM: "", criteria.NangCao: "", criteria.KieuMau: ""},
		"nang-cao": {criteria.NTM: "", criteria.NangCao: "ntm", criteria.KieuMau: ""},
		"kieu-mau": {criteria.NTM: "", criteria.NangCao: "ntm", criteria.KieuMau: "ntm nang-cao", "khac": ""},
	} {
		p := plans(t, 2023)["2023, "+up+", of a commune"]
		for level, want := range tests {
			if got := words(p.Below(level)); got != want {
				t.Errorf("a form for %s: below %s are %q, want %q", up, level, got, want)
			}
		}
		asks := slices.ContainsFunc(p.PlaceAnswers().Questions,
			func(q layout.Question) bool { return q.Key == layout.LevelKey })
		if asks != (up != "ntm") {
			t.Errorf("a form for %s asks for a level: %t", up, asks)
		}
	}
}

// An answer that there is none of something makes figures idle, and those alone that are
// idle in the form of a commune that is known to have none.
func TestWhatFollowsFromAnAnswer(t *testing.T) {
	lib := packs.Embedded()
	for _, year := range years {
		open := plans(t, year)
		p := open[plan(year, "of a commune")]
		if err := p.Follow(lib); err != nil {
			t.Fatal(err)
		}
		known := open[plan(year, "without craft villages")]
		for _, a := range asked(p) {
			follows := slices.Contains(a.IdleIf, criteria.NoCraftVillage)
			if is := known.Find(a.ID).Idle && !a.Idle; is != follows {
				t.Errorf("%d: %s is idle without craft villages: %t, in the form: %t", year, a.ID, is, follows)
			}
			for _, trait := range a.IdleIf {
				if !layout.IsAbsence(trait) {
					t.Errorf("%d: %s is idle by %s, which is no absence", year, a.ID, trait)
				}
			}
		}
	}
}

// plan is the name of a plan for the highest level.
func plan(year int, of string) string {
	return fmt.Sprintf("%d, kieu-mau, %s", year, of)
}

// Some figure follows from each absence that the form asks about, else it asks in vain.
func TestAbsencesMatter(t *testing.T) {
	p := plans(t, 2023)[plan(2023, "of a commune")]
	if err := p.Follow(packs.Embedded()); err != nil {
		t.Fatal(err)
	}
	for _, use := range p.Uses {
		idle := slices.ContainsFunc(asked(p), func(a layout.Asked) bool { return slices.Contains(a.IdleIf, use.Trait) })
		if idle != layout.IsAbsence(use.Trait) {
			t.Errorf("%s makes a figure idle: %t", use.Trait, idle)
		}
	}
	for trait, want := range map[criteria.Trait]bool{criteria.NoCraftVillage: true, criteria.NoCemetery: true,
		criteria.SafeZone: false, criteria.PoorDistrict: false} {
		if layout.IsAbsence(trait) != want {
			t.Errorf("%s is an absence: %t", trait, !want)
		}
	}
}

func TestTheLowestLevelOfASection(t *testing.T) {
	for section, want := range map[string]criteria.Level{
		"capital": criteria.NTM, "arrears": criteria.NTM, "satisfaction": criteria.NTM, "security": criteria.NTM,
		"recognitions": criteria.NangCao,
		// who builds nâng cao was recognised before
		"smart_village": criteria.KieuMau, "outstanding_fields": criteria.KieuMau, // the conditions of 319/QĐ-TTg
		"khac": "", "": "",
	} {
		if got := layout.From(section); got != want {
			t.Errorf("%q is asked from %q, want %q", section, got, want)
		}
	}
}

// What a level asks is printed short: a column of figures has its unit beside it.
func TestPrintedThresholds(t *testing.T) {
	for _, tt := range []struct {
		unit       criteria.Unit
		says, want string
	}{
		{criteria.Percent, "từ 80 % trở lên", "từ 80 % trở lên"},
		{criteria.Percent, "không quá 2 %", "không quá 2 %"},
		{"m2", "từ 4 m2", "từ 4"},
		{"triệu đồng/người/năm", "từ 48 triệu đồng/người/năm", "từ 48"},
		{"hộ", "từ 1 m2 mỗi hộ dân", "từ 1 m² mỗi hộ dân"}, // no unit at its end
		{"hộ", "0 hộ", "0"},
		{criteria.Declared, "đạt", "đạt"},
		{criteria.Percent, (&criteria.Requirement{Op: criteria.ProvinceSets}).String(), "tỉnh quy định (chưa có mức)"},
		{"hộ", "", ""},
	} {
		a := layout.Asked{Figure: &criteria.Figure{Unit: tt.unit},
			Thresholds: map[criteria.Level]string{criteria.NTM: tt.says}}
		if got := a.Printed(criteria.NTM); got != tt.want {
			t.Errorf("%q in %s is printed %q, want %q", tt.says, tt.unit, got, tt.want)
		}
		if got := a.Printed(criteria.KieuMau); got != "" {
			t.Errorf("a level that asks nothing asks %q", got)
		}
	}
}

// Figures for criteria that no decision gives are asked of nobody; the form says so.
func TestWhatStandardsLack(t *testing.T) {
	for _, year := range years {
		for name, p := range plans(t, year) {
			if len(p.Lacks) > 0 != (p.Lacking() != "") {
				t.Errorf("%s lacks %v and says %q", name, p.Lacks, p.Lacking())
			}
		}
	}
	p := layout.Plan{Lacks: []criteria.Lack{{Decision: "51/2025/QĐ-TTg", Known: 3, Declared: 47}}}
	if got := p.Lacking(); !strings.HasPrefix(got, "Mới có 3 trong 47 chỉ tiêu của 51/2025/QĐ-TTg, còn thiếu 44: ") ||
		!strings.HasSuffix(got, ", rồi tạo lại biểu mẫu.") {
		t.Errorf("%q", got)
	}
}

// A year without a standard has no form; the error says so.
func TestAYearWithoutAStandard(t *testing.T) {
	if p, err := layout.NewPlan(packs.Embedded(), 1999, criteria.NTM, nil, nil); err == nil {
		t.Errorf("a form for 1999: %+v", p)
	}
}

// Fixed rows are those of questions and of figures; the rest are rows as people fill them in.
func TestTablesWithFixedRows(t *testing.T) {
	for _, table := range layout.Tables {
		open := table.Rows > 0
		if table.Fixed() == open {
			t.Errorf("%s has rows of fixed meaning and %d to fill in", table.Sheet, table.Rows)
		}
		if len(table.Questions) > 0 && !table.Fixed() {
			t.Errorf("%s has questions without keys", table.Sheet)
		}
	}
}

func TestAnswers(t *testing.T) {
	a := layout.NewAnswers()
	a.Set("Số liệu", "income_per_capita", "ntm:value", 69.0)
	a.Set("Số liệu", "income_per_capita", "ntm:note", "ghi chú")
	a.Set("Số liệu", "income_per_capita", "ntm:value", 70.0) // the later one holds
	a.Set("Thông tin xã", "code", "ntm:answer", "16492")
	want := map[string]map[string]map[string]any{
		"Số liệu":      {"income_per_capita": {"ntm:value": 70.0, "ntm:note": "ghi chú"}},
		"Thông tin xã": {"code": {"ntm:answer": "16492"}},
	}
	if diff := cmp.Diff(want, a.Fixed); diff != "" || len(a.Rows) > 0 || a.Rows == nil {
		t.Errorf("%s", diff)
	}
}

// A rate is given with both of what it is the sum of, and not with one.
func TestASumIsGivenByItsParts(t *testing.T) {
	p := plans(t, 2023)["2023, ntm, of a commune"]
	given := func(ids ...string) bool {
		r := &commune.Report{Year: 2023}
		for _, id := range ids {
			r.Figures = append(r.Figures, commune.Figure{ID: id, Measure: commune.Answer(true)})
		}
		for _, c := range p.Coverage(r) {
			for _, m := range c.Missing {
				if m.ID == "multidimensional_poverty_rate" {
					return false
				}
			}
		}
		return true
	}
	for _, tt := range []struct {
		ids  []string
		want bool
	}{
		{nil, false},
		{[]string{"multidimensional_poverty_rate"}, true},
		{[]string{"poor_household_rate"}, false},
		{[]string{"near_poor_household_rate"}, false},
		{[]string{"poor_household_rate", "near_poor_household_rate"}, true},
	} {
		if got := given(tt.ids...); got != tt.want {
			t.Errorf("poverty is given by %v: %t", tt.ids, got)
		}
	}
	whole := p.Find("multidimensional_poverty_rate")
	if whole.Parts != 2 {
		t.Errorf("%d parts stand below poverty", whole.Parts)
	}
	if p.Find("khong_co") != nil {
		t.Error("a figure is found that nobody asks for")
	}
}

// Beside the figures of a commune stand the thresholds of its region; a form for nobody has
// none. Of a commune whose traits nobody told, no figure is left out by them.
func TestWhoseThresholdsAreBeside(t *testing.T) {
	all := plans(t, 2023)
	of, none := all[plan(2023, "of a commune")], all[plan(2023, "of none")]
	if !strings.Contains(of.Column, "Bắc Trung Bộ") || none.Column != "" {
		t.Errorf("the columns are of %q and of %q", of.Column, none.Column)
	}
	if got := of.Find("income_per_capita").Printed(criteria.NTM); got != "≥ 42" { // as the pack of 2021-2025 has it
		t.Errorf("the income asked of Bắc Trung Bộ in 2023 is printed %q", got)
	}
	for _, a := range asked(of) {
		if a.Idle && a.Told == "" && !a.Optional && len(a.Thresholds) > 0 {
			t.Errorf("%s is idle where nobody told a trait", a.ID)
		}
	}
	for _, c := range of.Coverage(&commune.Report{Year: 2023}) {
		if c.Asked == 0 {
			t.Errorf("%q asks nothing and is told", c.Name)
		}
	}
}
