package layout_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
	"ntm/internal/vi"
)

// longestHint is how many characters Excel shows beside a cell.
const longestHint = 255

// A table is found by its ids or, where they are gone, by its heads: so neither is there
// twice. What is chosen has a list, and what a person is told fits beside the cell.
func TestTablesAreFoundByTheirColumns(t *testing.T) {
	for _, table := range formtest.Tables(formtest.PlanFor(t, 2023, criteria.KieuMau)) {
		ids, heads := map[string]bool{}, map[string]bool{}
		for i, c := range table.Columns {
			head := vi.Fold(c.Title)
			if ids[c.ID] || !strings.HasPrefix(c.ID, "ntm:") || heads[head] {
				t.Errorf("%s: column %q (%s) is there twice", table.Sheet, c.Title, c.ID)
			}
			ids[c.ID], heads[head] = true, true
			if keyed := c.Kind == layout.Keyed; keyed != (c.Title == "") || keyed != (c.Width == 0) {
				t.Errorf("%s: column %s has no head or no width", table.Sheet, c.ID)
			}
			if (c.Kind == layout.Choice) != (len(c.Options) > 0) || utf8.RuneCountInString(c.Hint) > longestHint {
				t.Errorf("%s: column %s has %d options, hint %q", table.Sheet, c.ID, len(c.Options), c.Hint)
			}
			if table.At(c.ID) != i {
				t.Errorf("%s: column %s is not where it stands", table.Sheet, c.ID)
			}
		}
		if got := table.KindOf("ntm:khac", table.Columns[0].ID); got != table.Columns[0].Kind {
			t.Errorf("%s: a cell of no question is %v, not what its column holds", table.Sheet, got)
		}
		if table.At("ntm:khac") != -1 {
			t.Errorf("%s has a column that it has not", table.Sheet)
		}
	}
}

// Questions are found by key or words, and one word of a list means one thing.
func TestQuestionsAreToldApart(t *testing.T) {
	keys := map[string]bool{}
	for _, table := range formtest.Tables(formtest.PlanFor(t, 2023, criteria.KieuMau)) {
		labels := map[string]bool{}
		for _, q := range table.Questions {
			if keys[q.Key] || labels[vi.Fold(q.Label)] || q.Label == "" {
				t.Errorf("%s asks %q (%s) twice", table.Sheet, q.Label, q.Key)
			}
			keys[q.Key], labels[vi.Fold(q.Label)] = true, true
			if kind := table.KindOf(q.Key, "ntm:answer"); kind != q.Kind {
				t.Errorf("%s: an answer to %s is %v, want %v", table.Sheet, q.Key, kind, q.Kind)
			}
			if (q.Kind == layout.Choice) != (len(q.Options) > 0) {
				t.Errorf("%s: %s has %d options", table.Sheet, q.Key, len(q.Options))
			}
		}
	}
	for name, options := range map[string][]layout.Option{"yes": layout.YesNo, "met": layout.MetOr,
		"grades": layout.Grades(), "regions": layout.Regions(), "levels": layout.Levels(),
		"sources": layout.Sources(), "kinds": layout.CapitalKinds()} {
		words, values := map[string]bool{}, map[string]bool{}
		for _, o := range options {
			if words[vi.Fold(o.Word)] || values[o.Value] || o.Word == "" || o.Value == "" {
				t.Errorf("%s: %q (%s) is there twice", name, o.Word, o.Value)
			}
			words[vi.Fold(o.Word)], values[o.Value] = true, true
		}
	}
}

// The wide sheet begins with whose a row is, has each figure of the plan in one column and
// what only kiểu mẫu asks only there.
func TestWideColumns(t *testing.T) {
	for _, year := range years {
		for name, p := range plans(t, year) {
			var ids, figures []string
			for i, c := range layout.WideColumns(p) {
				if slices.Contains(ids, c.ID) || c.Title == "" || c.Width == 0 {
					t.Errorf("%s: column %q (%s)", name, c.Title, c.ID)
				}
				if ids = append(ids, c.ID); i < len(layout.WideHead) && c.ID != layout.WideHead[i].ID {
					t.Errorf("%s: column %d is %s", name, i, c.ID)
				}
				if c.Figure != nil {
					figures = append(figures, c.ID)
				}
				if c.Figure != nil == (c.Group == "" || c.Group == layout.Other) {
					t.Errorf("%s: %s stands under %q", name, c.ID, c.Group)
				}
			}
			if len(figures) != len(asked(p)) {
				t.Errorf("%s: %d figures in columns, %d asked", name, len(figures), len(asked(p)))
			}
			for _, id := range []string{commune.SmartFigure, commune.FieldsFigure} {
				if slices.Contains(ids, id) != p.Asks(criteria.KieuMau) {
					t.Errorf("%s: a column for %s", name, id)
				}
			}
		}
	}
}

// A column is known by its id, by its head, by its head with the unit, and by what offices
// call it; a head of two columns would be read into the wrong one.
func TestWideIndex(t *testing.T) {
	lib := packs.Embedded()
	index := layout.WideIndex(lib)
	heads := map[string]string{}
	for _, f := range lib.FigureList {
		for _, head := range []string{f.ID, vi.Fold(f.Name), vi.Fold(layout.WithUnit(f))} {
			if c := index[head]; c == nil || c.ID != f.ID || c.Figure != nil && c.Figure != f {
				t.Errorf("%q leads to %+v, want %s", head, c, f.ID)
			}
			if before := heads[head]; before != "" && before != f.ID {
				t.Errorf("%q is the head of %s and of %s", head, before, f.ID)
			}
			heads[head] = f.ID
		}
	}
	for head, want := range map[string]string{"ma xa": layout.WideCode, "ma dvhc": layout.WideCode,
		"ten xa": layout.WideName, "xa": layout.WideName, "quan huyen": layout.WideDistrict,
		"huyen":          layout.WideDistrict,
		"tinh/thanh pho": layout.WideProvince, "nam": layout.WideYear, "dac diem": layout.WideTraits} {
		if c := index[head]; c == nil || c.ID != want {
			t.Errorf("%q leads to %+v, want %s", head, c, want)
		}
	}
	if c := index["so dien thoai"]; c != nil {
		t.Errorf("a telephone number leads to %s", c.ID)
	}
}

// A row of a figure says its unit in the words that the reader knows.
func TestShownUnit(t *testing.T) {
	for unit, want := range map[criteria.Unit]string{"m2": "m²", "%": "%", "hộ": "hộ"} {
		if got := layout.ShownUnit(unit); got != want {
			t.Errorf("%s is shown as %q, want %q", unit, got, want)
		}
	}
}
