package form

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/form/blank"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"

	"github.com/xuri/excelize/v2"
)

// What a person who looks at the workbook does not see as it is read is told: numbers on a sheet of one's own, and
// rows that are hidden and count. Words on such a sheet, and hidden rows with nothing in them, are nobody's matter.
func TestWhatIsNotSeenIsTold(t *testing.T) {
	const own, id, income = "Ghi chép giả định", "health_insurance_rate", "income_per_capita"
	type form = formtest.BlankForm
	sheet := func(cells map[string]any) func(form) {
		return func(b form) {
			_, err := b.File.NewSheet(own)
			must(err)
			for at, value := range cells {
				must(b.File.SetCellValue(own, at, value))
			}
		}
	}
	hide := func(ids ...string) func(form) {
		return func(b form) {
			for _, id := range ids {
				_, row, err := excelize.CellNameToCoordinates(b.Keyed(layout.FigureSheet, id, "ntm:value"))
				must(err)
				must(b.File.SetRowVisible(layout.FigureSheet, row, false))
			}
		}
	}
	answer := func(b form) {
		at := b.Keyed(layout.PlaceSheet, "year", "ntm:answer")
		_, row, err := excelize.CellNameToCoordinates(at)
		must(err)
		must(b.File.SetRowVisible(layout.PlaceSheet, row, false))
	}
	for name, tt := range map[string]struct {
		fill func(form)
		want []string // in the one note, none for no note
	}{
		"a sheet of numbers": {sheet(map[string]any{"A1": "Thu nhập giả định", "B2": 66.5, "B3": "1.234,5"}),
			[]string{own, "ô B2", "2 ô có số", "không được đọc", "chép vào"}},
		"a sheet of words": {sheet(map[string]any{"A1": "nhớ hỏi thôn 3", "A2": "ngày 5/3"}), nil},
		"a hidden figure": {both(typing(id, 95.5), hide(id)),
			[]string{layout.FigureSheet, "bị ẩn", "vẫn được đọc"}},
		"two of three hidden filled": {both(both(typing(id, 95.5), typing(income, 66)),
			hide(id, income, "multidimensional_poverty_rate")), []string{"dòng ", ", "}},
		"a hidden row of nothing": {hide(id), nil},
		"a hidden answer":         {answer, []string{layout.PlaceSheet, "bị ẩn"}},
	} {
		t.Run(name, func(t *testing.T) {
			data := formtest.Template(t, blank.Write, formtest.PlanFor(t, 2023, criteria.NTM), nil)
			path := typedForm(t, data, tt.fill)
			r, err := Read(t.Context(), path, packs.Embedded())
			if err != nil {
				t.Fatal(err)
			}
			saysOf(t, fullText(r.Notes), len(r.Notes), tt.want)
			back, err := Return(t.Context(), path, packs.Embedded(), func(string) bool { return false })
			if err != nil {
				t.Fatal(err)
			}
			saysOf(t, fullText(back.Notes), len(back.Notes), tt.want)
		})
	}
}

func saysOf(t *testing.T, said string, n int, want []string) {
	t.Helper()
	if n != min(1, len(want)) {
		t.Errorf("%d notes: %s", n, said)
	}
	for _, w := range want {
		if !strings.Contains(said, w) {
			t.Errorf("no %q in %s", w, said)
		}
	}
}
