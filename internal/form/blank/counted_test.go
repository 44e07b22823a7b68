package blank

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/form"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
	"ntm/internal/testenv"
)

// answerTo is an answer to what a form asks that is none to be looked at.
func answerTo(f *criteria.Figure) any {
	switch {
	case f.Unit == criteria.Declared:
		return "Đạt"
	case f.Unit == criteria.Grade:
		return "Tốt"
	case f.Plausible != nil:
		return f.Plausible.To.IntPart()
	}
	return 5
}

// The counter of the form, as LibreOffice computes it in the file that it saved, is what check
// counts in the report read from that very file, whatever state the form is in.
func TestTheCounterIsWhatCheckCounts(t *testing.T) {
	testenv.LeftToWhole(t)
	lib, plan := packs.Embedded(), formtest.PlanFor(t, 2023, criteria.KieuMau)
	if err := plan.Follow(lib); err != nil {
		t.Fatal(err)
	}
	data := formtest.Template(t, Write, plan, nil)
	b := formtest.NewBlankForm(t, data)
	type cells = map[string]any
	cell := func(figure, id string) string {
		return layout.FigureSheet + "!" + b.Keyed(layout.FigureSheet, figure, "ntm:"+id)
	}
	place := func(key string) string {
		return layout.PlaceSheet + "!" + b.Keyed(layout.PlaceSheet, key, "ntm:answer")
	}
	// figures fills in every n-th of them.
	figures := func(every int) cells {
		out, n := cells{}, 0
		for _, g := range plan.Groups {
			for _, a := range g.Figures {
				if n++; n%every == 0 {
					out[cell(a.ID, "value")] = answerTo(a.Figure)
				}
			}
		}
		return out
	}
	with := func(all ...cells) cells {
		out := cells{}
		for _, one := range all {
			for at, value := range one {
				out[at] = value
			}
		}
		return out
	}
	sections := cells{
		layout.ArrearsSheet + "!" + b.Keyed(layout.ArrearsSheet, "arrears", "ntm:answer"):    "Không",
		layout.SecuritySheet + "!" + b.Keyed(layout.SecuritySheet, "security", "ntm:answer"): "Đạt",
		b.Row(layout.SmartSheet, "ntm:smart_village", 0):                                     "Thôn Giả Định",
		b.Row(layout.TitleSheet, "ntm:level", 0):                                             "Xã nông thôn mới",
		b.Row(layout.TitleSheet, "ntm:title_year", 0):                                        2015,
		b.Row(layout.PollSheet, "ntm:village", 0):                                            "Thôn Giả Định",
		b.Row(layout.PollSheet, "ntm:forms_out", 0):                                          200,
		b.Row(layout.PollSheet, "ntm:forms_back", 0):                                         190,
		b.Row(layout.PollSheet, "ntm:satisfied", 0):                                          171,
		b.Row(layout.CapitalSheet, "ntm:worth", 0):                                           1500,
		b.Row(layout.FieldSheet, "ntm:field", 0):                                             "Giáo dục",
	}
	noCraft := cells{place(string(criteria.NoCraftVillage)): "Không"}
	low := cells{place(layout.LevelKey): "Xã nông thôn mới"}
	states := map[string]cells{
		"empty": {}, "half": figures(2), "full": with(figures(1), sections), "sections": sections,
		"bounds": with(figures(3), cells{cell("income_per_capita", "value"): "trên 70 triệu đồng",
			cell("multidimensional_poverty_rate", "value"): "dưới 2 %",
			cell("health_insurance_rate", "value"):         "từ 95% trở lên"}),
		"estimate": {cell("income_per_capita", "value"): "ước 66,5 triệu đồng"},
		"counts": {cell("health_insurance_rate", "numerator"): 7812, cell("health_insurance_rate", "denominator"): 8140,
			cell("multidimensional_poverty_rate", "value"): "38/2.016 hộ"},
		"not of it":          with(figures(2), noCraft, cells{cell("craft_village_preservation", "value"): nil}),
		"of it all the same": with(noCraft, cells{cell("craft_village_preservation", "value"): "Đạt"}),
		"last year":          {cell("income_per_capita", "value"): 61, cell("income_per_capita", "year"): 2022},
		"lower level":        with(figures(4), low, sections), "lower level, empty": low,
	}
	for i, name := range []string{"full", "estimate", "not of it", "lower level", "bounds", "empty", "half", "sections",
		"counts", "of it all the same", "last year", "lower level, empty"} {
		if i >= testenv.Some(t, 3, len(states)) {
			delete(states, name)
		}
	}
	forms := map[string][]byte{}
	for name := range states {
		forms[name] = data
	}
	_, theirs, files := computedIn(t, forms, states)
	given := meter(b)
	asked := strings.Replace(given, "!B", "!C", 1)
	for name := range states {
		r, err := form.Read(t.Context(), files[name], lib)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want, of := checked(t, plan, r)
		if name == "full" && (want < of-1 || want < 100) {
			t.Errorf("the full form gives %d of %d", want, of)
		}
		if got := theirs[name][given]; !same(got, blankIfZero(want)) {
			t.Errorf("%s: the counter says %v given, check counts %d", name, got, want)
		}
		if got := theirs[name][asked]; !same(got, blankIfZero(of)) {
			t.Errorf("%s: the counter says %v asked, check counts %d", name, got, of)
		}
	}
}

// checked is what check counts: what a report gives of what its form asks.
func checked(t *testing.T, of *layout.Plan, r *form.Reading) (given, asked int) {
	t.Helper()
	plan, err := layout.NewPlan(packs.Embedded(), of.Year, r.Up, of.Place, r.Report.Traits)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range plan.Coverage(r.Report) {
		given, asked = given+c.Given, asked+c.Asked
	}
	return given, asked
}
