package office

import (
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
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
