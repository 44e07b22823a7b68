package office

import (
	"slices"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/merger"
	"ntm/internal/store"
)

// A merger of two xã: their reports are summed, what is told of titles counts, and both
// end in the new one.
func TestMerging(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"), d.ReportOf("b.yaml", "16495", "income_per_capita=70"))
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
	c, dossier, err := Which{Text: "16492", Year: 2024}.Dossier(t.Context(), d.Store)
	if err != nil || c.Origin == nil || dossier.Report() == nil {
		t.Errorf("the new xã: %+v, %v", dossier, err)
	}
	old, err := Which{Text: "16495"}.Find(t.Context(), d.Store)
	if err != nil || old.Into == nil {
		t.Errorf("the old one: %+v, %v", old, err)
	}
}

// What the new commune reported itself stays.
func TestMergingKeepsItsOwnReport(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"), d.ReportOf("b.yaml", "16495", "income_per_capita=70"))
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
	d := newDesk(t)
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

// O12: what stands before a number, and the old communes of a merger by name.
func TestO12Names(t *testing.T) {
	for text, want := range map[string]string{"10": "10", " Tiêu chí 10.": "10", "CT 17.1": "17.1",
		"arrears":  "arrears",
		"chỉ tiêu": "chỉ tiêu", "tc10": "10", "": ""} {
		if got := NumberOf(text); got != want {
			t.Errorf("%q is %q", text, got)
		}
	}
	reasons := ReasonsOf([]string{"tiêu chí 10: thiếu", "lưu ý: chung", "17.1: thiếu"})
	if reasons[0].On != "10" || reasons[1].On != "" || reasons[2].On != "17.1" {
		t.Errorf("%+v", reasons)
	}
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
