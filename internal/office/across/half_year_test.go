package across

import (
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/halfyear"
	"ntm/internal/office"
	"ntm/internal/office/officetest"
)

// The half-yearly report of a store counts what is kept of the year; of a year without reports,
// or of a commune that is not there, there is none.
func TestHalfYear(t *testing.T) {
	d := officetest.New(t)
	files := []string{d.Report("quang-trung.yaml", "income_per_capita=69"),
		d.ReportOf("khac.yaml", "16495", "income_per_capita=30")}
	in := office.Intake{Store: d.Store, Lib: packs.Embedded(), By: officetest.By, Version: "v0-thử"}
	as := func(*office.Incoming) error { return nil }
	if err := in.TakeIn(t.Context(), files, as, as); err != nil {
		t.Fatal(err)
	}
	layout, err := halfyear.ReadLayout("")
	if err != nil {
		t.Fatal(err)
	}
	h := HalfYear{Store: d.Store, Layout: layout, Period: halfyear.Period{Year: 2023, Half: 2}, Level: criteria.NTM}
	for _, province := range []string{"Thanh Hóa", ""} {
		r, aside, err := h.OfProvince(t.Context(), province, none)
		if err != nil || len(r.Tables) == 0 || len(aside.Unread) > 0 {
			t.Errorf("%q: %v, %+v", province, err, aside)
		}
	}
	if r, _, err := h.OfCommune(t.Context(), "16492"); err != nil || len(r.Tables) == 0 {
		t.Error(err)
	}
	if _, _, err := h.OfCommune(t.Context(), "99999"); err == nil {
		t.Error("a commune that is not there has a report")
	}
	h.Period.Year = 2024 // last year's alone
	if _, _, err := h.OfProvince(t.Context(), "Thanh Hóa", none); err == nil {
		t.Error("a year without reports has one")
	}
	h.Period.Year, h.Level = 2023, criteria.Level("hien-dai")
	if _, aside, err := h.OfProvince(t.Context(), "Thanh Hóa", none); err == nil {
		t.Errorf("a level that the year has not: %+v", aside)
	}
}
