package office

import (
	"os"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/assess"
)

func TestList(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"), d.ReportOf("b.yaml", "16495", "income_per_capita=70"))
	d.Ready()
	for _, c := range []struct {
		name   string
		choice Choice
		want   int
	}{
		{"all", Choice{}, 2},
		{"of the province", Choice{Province: "thanh hoa"}, 2},
		{"of the district, however it is typed", Choice{District: "Huyện Quảng Xương"}, 2},
		{"of another", Choice{District: "Nga Sơn"}, 0},
		{"of another year", Choice{Year: 2022}, 0},
		{"at a stage", Choice{Stage: "ready"}, 1},
		{"with a verdict", Choice{Verdict: assess.Undecided}, 2},
		{"with a verdict at a level", Choice{Level: criteria.KieuMau, Verdict: assess.Eligible}, 0},
	} {
		if found, _, err := List(t.Context(), d.Store, c.choice); err != nil || len(found) != c.want {
			t.Errorf("%s: %d, %v; want %d", c.name, len(found), err, c.want)
		}
	}
	if _, _, err := List(t.Context(), d.Store, Choice{Province: "Nghệ An"}); err == nil {
		t.Error("a province of which nothing is known")
	}
}

func (d *desk) reportIn(name string, year int, figures ...string) string {
	d.Helper()
	path := d.Report(name, figures...)
	text, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path,
			[]byte(strings.Replace(string(text), "year: 2023", "year: "+map[int]string{2022: "2022",
				2023: "2023"}[year], 1)), 0o600)
	}
	if err != nil {
		d.Fatal(err)
	}
	return path
}

// The years of a commune side by side, and what changed between them.
func TestHistoryOf(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.reportIn("a.yaml", 2022, "income_per_capita=30"),
		d.reportIn("b.yaml", 2023, "income_per_capita=69", "multidimensional_poverty_rate=1"))
	c, err := Which{Text: "16492"}.Find(t.Context(), d.Store)
	if err != nil {
		t.Fatal(err)
	}
	h, err := HistoryOf(t.Context(), d.Store, c)
	if err != nil || len(h.Years) != 2 || len(h.Notes) > 0 {
		t.Fatalf("%+v, %v", h, err)
	}
	figures := map[string]string{}
	for _, f := range h.Figures {
		figures[f.ID] = strings.Join(f.Values, "|")
	}
	if !strings.HasPrefix(figures["income_per_capita"], "30 ") ||
		!strings.HasPrefix(figures["multidimensional_poverty_rate"], "|1") {
		t.Errorf("figures: %v", figures)
	}
	changed := false
	for _, ch := range h.Changes {
		changed = changed || ch.Level == criteria.NTM && ch.No == "10" && ch.Before == assess.NotMet &&
			ch.After == assess.Met
	}
	if !changed {
		t.Errorf("changes: %+v", h.Changes)
	}
}

// Two years under two sets of criteria are not compared, nor is a rate of poverty by two
// lines; both are said.
func TestHistoryOfTwoSets(t *testing.T) {
	year := func(year int, set string, outcome assess.Outcome) *assess.Assessment {
		return &assess.Assessment{Year: year, Levels: []assess.Level{{Level: criteria.NTM, Standard: set,
			Criteria: []assess.Criterion{{No: "1", Indicators: []assess.Indicator{{No: "1.1", Name: "Một tên",
				Judgement: assess.Judgement{Outcome: outcome}}}}}}}}
	}
	for _, tt := range []struct {
		was, now       string
		apart, changes int
	}{{"ntm-2021-2025", "ntm-2026-2030", 1, 0}, {"ntm-2016-2020", "ntm-2021-2025", 1, 0}, {"ntm-2021-2025",
		"ntm-2021-2025", 0, 1}} {
		h := &History{}
		h.changes(year(2025, tt.was, assess.Met), year(2026, tt.now, assess.NotMet))
		if len(h.Apart) != tt.apart || len(h.Changes) != tt.changes {
			t.Errorf("%s, %s: %+v, %+v", tt.was, tt.now, h.Apart, h.Changes)
		}
	}
	h := &History{}
	poverty := &criteria.Figure{ID: "p", ByYear: []*criteria.YearNote{
		{Years: criteria.Years{From: 2022, To: 2026}, Text: "chuẩn cũ"},
		{Years: criteria.Years{From: 2027, To: 2030}, Text: "chuẩn mới"}}}
	for _, year := range []int{2025, 2026, 2027} {
		h.Years = append(h.Years, HistoryYear{Year: year})
		h.figures(&assess.Assessment{Year: year, Levels: []assess.Level{{Conditions: []assess.Condition{{
			Judgement: assess.Judgement{Figure: &assess.Figure{ID: "p", Year: year, Entry: poverty}}}}}}})
	}
	if got := h.Figures[0].Apart; !slices.Equal(got, []int{2027}) {
		t.Errorf("apart from %v", got)
	}
}

// A title is held against the newest figures since it was given; one that only a report
// names stands apart.
func TestReviewTitles(t *testing.T) {
	d := newDesk(t)
	file := d.Report("a.yaml", "income_per_capita=30")
	text, err := os.ReadFile(file)
	if err == nil {
		err = os.WriteFile(file,
			append(text, "recognitions:\n  - {level: ntm, year: 2022, decision: 1/QĐ-GIẢ-ĐỊNH, date: "+
				"2022-12-01}\n"...), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	d.takes(false, file, d.ReportOf("b.yaml", "16495", "income_per_capita=70"))
	communes, steps := 0, 0
	found, err := ReviewTitles(t.Context(), d.Store, "Thanh Hóa",
		func(n int) func() { communes = n; return func() { steps++ } })
	if err != nil || communes != 2 || steps != 2 || len(found.Titles) != 0 || len(found.Declared) != 1 {
		t.Fatalf("%+v, %v", found, err)
	}
	if r := found.Declared[0]; r.Review == nil || r.Title.Level != criteria.NTM || r.Year != 2023 {
		t.Errorf("%+v", r)
	}
}

// A report that nothing changed about is not written down twice.
func TestReassess(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"))
	events := func() int {
		h, err := d.Store.Check(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return h.Events
	}
	which, before := Which{Text: "16492"}, events()
	for _, c := range []struct {
		version string
		more    int
	}{{"v0-thử", 0}, {"v1-thử", 1}, {"v1-thử", 0}} {
		a, note, err := Reassess(t.Context(), d.Store, packs.Embedded(), which, "người thử", c.version)
		if err != nil || len(note) > 0 || a.Engine.Version != c.version || events() != before+c.more {
			t.Errorf("%s: %v, %v, %d events more", c.version, note, err, events()-before)
		}
		before = events()
	}
	d.Ready()
	if _, note, err := Reassess(t.Context(), d.Store, packs.Embedded(), which, "người thử", "v2-thử"); err != nil ||
		len(note) != 1 {
		t.Errorf("nobody is told that it is not kept: %v, %v", note, err)
	}
	if _, _, err := Reassess(t.Context(), d.Store, packs.Embedded(), Which{Text: "16495"}, "người thử",
		"v0-thử"); err == nil {
		t.Error("a commune that the store does not know was judged")
	}
}

func TestVersionsOf(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Report("a.yaml", "income_per_capita=69"))
	d.takes(false, d.Report("b.yaml", "income_per_capita=70"))
	_, dossier, err := Which{Text: "16492"}.Dossier(t.Context(), d.Store)
	if err != nil {
		t.Fatal(err)
	}
	all := VersionsOf(t.Context(), d.Store, packs.Embedded(), dossier)
	if len(all) != 2 || all[0].Current || !all[1].Current || all[0].Number != 1 || !strings.HasPrefix(all[0].Has,
		"1 số liệu") {
		t.Errorf("%+v", all)
	}
}
