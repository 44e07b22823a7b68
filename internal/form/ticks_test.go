package form

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/form/blank"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
	"ntm/internal/problem"
)

// A tick may strike out what it stands in: how it was read is told. Words that say that nobody
// knows are told of too, and every complaint says what to do.
func TestTicksAreToldOf(t *testing.T) {
	lib := packs.Embedded()
	enter := func(sheet, item, id, text string) (notes, wrong problem.List) {
		at := Place{sheet, item, id}
		cells := []Cell{{layout.PlaceSheet, "code", "ntm:answer", "16492"},
			{layout.PlaceSheet, "year", "ntm:answer", "2023"}, {sheet, item, id, text}}
		e := Enter("x", cells, lib, nil)
		return e.Noted[at], e.Wrong[at]
	}
	for _, tt := range []struct{ text, want string }{
		{"x", "được đọc là Đạt"}, {"X", "được đọc là Đạt"}, {"v", "được đọc là Đạt"}, {"✓", "được đọc là Đạt"},
		{"✗", "được đọc là Chưa đạt"}, {"Đạt", ""}, {"chưa đạt", ""}, {"không", ""},
		{"không có", "!Chưa đạt hoặc chưa có"},
	} {
		notes, wrong := enter(layout.FigureSheet, "legal_access_standard", "ntm:value", tt.text)
		want, refused := strings.CutPrefix(tt.want, "!")
		told := notes
		if refused {
			told = wrong
		}
		says := slices.ContainsFunc(told, func(p problem.Problem) bool { return strings.Contains(p.Message, want) })
		if (want != "") != says || refused != (len(wrong) > 0) || want == "" && len(notes) > 0 {
			t.Errorf("%q: notes %v, wrong %v, want %q", tt.text, notes, wrong, tt.want)
		}
	}
	for _, text := range []string{"x", "mức độ II", "Đạt", "2023 (ước)"} {
		for _, id := range []string{"ntm:value", "ntm:year"} {
			item := "multidimensional_poverty_rate"
			_, wrong := enter(layout.FigureSheet, item, id, text)
			if id == "ntm:year" {
				e := Enter("x", []Cell{{layout.PlaceSheet, "code", "ntm:answer", "16492"},
					{layout.PlaceSheet, "year", "ntm:answer", "2023"}, {layout.FigureSheet, item, "ntm:value", "1,5 %"},
					{layout.FigureSheet, item, id, text}}, lib, nil)
				wrong = e.Wrong[Place{layout.FigureSheet, item, id}]
			}
			if len(wrong) != 1 || wrong[0].Hint == "" {
				t.Errorf("%s %q: %v", id, text, wrong)
			}
		}
	}
	if _, wrong := enter(layout.PlaceSheet, "date", "ntm:answer", "31/02/2023"); len(wrong) != 1 ||
		wrong[0].Hint == "" {
		t.Errorf("a day that there is not: %v", wrong)
	}
}

func TestUnansweredTraitsAreToldOf(t *testing.T) {
	trait := string(criteria.Traits[0])
	for text, want := range map[string]string{"chưa rõ": "chưa trả lời", "-": "chưa trả lời", "x": "được đọc là Có",
		"Có": "", "": ""} {
		b := formtest.NewBlankForm(t, formtest.Template(t, blank.Write, formtest.PlanFor(t, 2023, criteria.NTM), nil))
		at := cellOf(b.Keyed(layout.PlaceSheet, trait, "ntm:answer"))
		if err := b.File.SetCellValue(layout.PlaceSheet, at, text); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "x.xlsx")
		if err := b.File.SaveAs(path); err != nil {
			t.Fatal(err)
		}
		r, err := Read(t.Context(), path, packs.Embedded())
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		told := slices.ContainsFunc(r.Notes, func(p problem.Problem) bool {
			return want != "" && strings.Contains(p.Message, want)
		})
		if told != (want != "") || want == "" && len(r.Notes) > 0 {
			t.Errorf("%q: %v, want %q", text, r.Notes, want)
		}
	}
}
