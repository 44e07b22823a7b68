package office

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docket"
	"ntm/internal/places"
	"ntm/internal/store"
)

// of writes an invented report of a commune and year.
func (d *desk) of(code string, year int) string {
	d.Helper()
	return d.Write(fmt.Sprintf("%s-%d.yaml", code, year), fmt.Sprintf("schema: ntm.report.v1\nnote: giả định\n"+
		"commune: {code: %q}\nyear: %d\nfigures:\n  - {id: income_per_capita, value: 70}\n", code, year))
}

// unit is one of the list of a day that is so.
func unit(t *testing.T, day criteria.Date, so func(places.Unit) bool) places.Unit {
	t.Helper()
	for _, p := range places.On(day.Time).All() {
		if p.Rural() && so(p) {
			return p
		}
	}
	t.Fatal("no unit is so")
	return places.Unit{}
}

var before, after = criteria.Day(2024, time.December, 31), criteria.Day(2026, time.December, 31)

// A code that both lists have names two communes, unless the year tells which.
func TestOneCodeOfTwoLists(t *testing.T) {
	d := newDesk(t)
	now := unit(t, after, func(p places.Unit) bool {
		was, err := places.Find(p.Code, before.Time)
		return err == nil && was.Rural() && was.Key() != p.Key()
	})
	if got := d.takes(false, d.of(now.Code, 2023), d.of(now.Code, 2026)); len(got) != 2 || got[0] != "new" ||
		got[1] != "new" {
		t.Fatal(got)
	}
	if _, err := (Which{Text: now.Code}).Holder(t.Context(), d.Store); err == nil ||
		!strings.Contains(err.Error(), "có 2 xã hợp với") {
		t.Errorf("of no year: %v", err)
	}
	for year, old := range map[int]bool{2023: true, 2026: false} {
		h, err := Which{Text: now.Code, Year: year}.Holder(t.Context(), d.Store)
		if err != nil || (h.Commune == now.Key()) == old {
			t.Errorf("%d: %+v, %v", year, h, err)
		}
	}
	if _, _, err := (Which{Text: now.Code, Year: 2022}).Dossier(t.Context(), d.Store); err == nil {
		t.Error("a year of which there is nothing")
	}
}

// Of a province that is no more what lay in it is handed over, and not its neighbours.
func TestPartOfAProvinceThatIsNoMore(t *testing.T) {
	d := newDesk(t)
	of := func(province string) places.Unit {
		return unit(t, before, func(p places.Unit) bool { return p.Province == province })
	}
	gone, stayed := of("Bắc Giang"), of("Bắc Ninh")
	d.takes(false, d.of(gone.Code, 2023), d.of(stayed.Code, 2023))
	for province, want := range map[string]int{"Bắc Giang": 1, "Bắc Ninh": 2} {
		part, err := PartFor(t.Context(), d.Store, Which{}, province)
		if err != nil || len(part) != want {
			t.Errorf("%s: %v, %v", province, part, err)
		}
		g := NewGathering(2023)
		if err := g.Add(t.Context(), d.Store, province); err != nil {
			t.Fatal(err)
		}
		if s, err := g.Summary(lib()); err != nil || s.Communes != 1 && province == "Bắc Giang" {
			t.Errorf("%s: %+v, %v", province, s, err)
		}
	}
	g := NewGathering(2026)
	if err := g.Add(t.Context(), d.Store, "Bắc Giang"); err != nil {
		t.Fatal(err)
	}
	if _, err := g.Summary(lib()); err == nil || !strings.Contains(err.Error(), "của tỉnh Bắc Giang") {
		t.Errorf("a year of which there is nothing: %v", err)
	}
	dossier := &docket.Dossier{Province: "Bắc Ninh", Year: 2026, Place: docket.Place{Province: "Bắc Giang"}}
	if got := ProvinceOf(dossier); got != "Bắc Ninh" {
		t.Error(got)
	}
	if dossier.Year = 2024; ProvinceOf(dossier) != "Bắc Giang" {
		t.Error("counted before the reform under what it became")
	}
}

// What the doctor tells of evidence: what nothing cites, and files that were not there.
func TestOrphanedEvidence(t *testing.T) {
	d := newDesk(t)
	d.takes(false, d.Write("a.yaml", "schema: ntm.report.v1\nnote: giả định\ncommune: {code: \"16492\"}\nyear: 2023\n"+
		"evidence:\n  - {id: e1, title: Giấy một, file: mot.pdf}\n  - {id: e2, title: Giấy hai}\nfigures:\n"+
		"  - {id: income_per_capita, value: 69, evidence: [e1]}\n"))
	found, err := Examine(t.Context(), d.Store, testNow().AddDate(-1, 0, 0), testNow(), true)
	if err != nil || len(found.Evidence) != 2 || !strings.Contains(found.Evidence[0], `"Giấy hai"`) ||
		!strings.Contains(found.Evidence[1], `"mot.pdf"`) || found.Clock == "" {
		t.Errorf("%+v, %v", found, err)
	}
	h := &store.Health{}
	if got, err := orWrong(t.Context(), h, 7, fmt.Errorf("không đọc được")); got != 7 || err != nil ||
		len(h.Problems) != 1 {
		t.Errorf("%d, %v, %v", got, err, h.Problems)
	}
}

func TestVerdictsChanged(t *testing.T) {
	of := func(v ...assess.Verdict) (b assess.Brief) {
		for i, verdict := range v {
			b.Levels = append(b.Levels, assess.BriefLevel{Level: criteria.Levels[i], Verdict: verdict})
		}
		return b
	}
	for name, test := range map[string]struct {
		was, now assess.Brief
		want     string
	}{
		"the same":      {of(assess.Eligible), of(assess.Eligible), ""},
		"another":       {of(assess.Eligible), of(assess.NotEligible), " → "},
		"a level more":  {of(assess.Eligible), of(assess.Eligible, assess.Undecided), "chưa đánh giá → "},
		"a level less":  {of(assess.Eligible, assess.Eligible), of(assess.Eligible), ""},
		"two of them":   {of(assess.Eligible, assess.Eligible), of(assess.Undecided, assess.Undecided), "; "},
		"of no verdict": {assess.Brief{}, assess.Brief{}, ""},
	} {
		if got := verdictsChanged(test.was, test.now); (got == "") != (test.want == "") ||
			!strings.Contains(got, test.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// A title that a report names counts where the store knows of none as high in force, and
// did not take it away.
func TestKnows(t *testing.T) {
	gone := &docket.Decision{}
	for name, test := range map[string]struct {
		titles []docket.Title
		want   bool
	}{
		"none":               {nil, false},
		"it itself":          {[]docket.Title{{Level: criteria.NangCao}}, true},
		"one that is higher": {[]docket.Title{{Level: criteria.KieuMau}}, true},
		"one that is lower":  {[]docket.Title{{Level: criteria.NTM}}, false},
		"it was taken away":  {[]docket.Title{{Level: criteria.NangCao, Revoked: gone}}, true},
		"a higher was":       {[]docket.Title{{Level: criteria.KieuMau, Revoked: gone}}, false},
	} {
		if got := knows(test.titles, criteria.NangCao); got != test.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
