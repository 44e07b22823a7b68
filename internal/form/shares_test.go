package form

import (
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/form/blank"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
)

// cellOf is a cell's name without that of its sheet.
func cellOf(cell string) string { return cell[strings.Index(cell, "!")+1:] }

// A form has a place for shares of the capital whose money nobody stated.
func TestSharesInAForm(t *testing.T) {
	for name, tt := range map[string]struct {
		typed any
		want  string
	}{"a number": {66.63, "66.63"}, "with its sign": {"66,63 %", "66.63"}, "words": {"20%", "20"},
		"nothing": {nil, ""}} {
		b := formtest.NewBlankForm(t, formtest.Template(t, blank.Write, formtest.PlanFor(t, 2023, criteria.NTM), nil))
		if err := b.File.SetCellValue(layout.CapitalSheet,
			cellOf(b.Row(layout.CapitalSheet, "ntm:stated_share", 0)),
			tt.typed); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "x.xlsx")
		if err := b.File.SaveAs(path); err != nil {
			t.Fatal(err)
		}
		r, err := Read(t.Context(), path, packs.Embedded())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got := ""
		if len(r.Report.Capital) > 0 && r.Report.Capital[0].Share != nil {
			got = r.Report.Capital[0].Share.String()
		}
		if got != tt.want || len(r.Report.Capital) > 1 {
			t.Errorf("%s: %+v", name, r.Report.Capital)
		}
	}
}
