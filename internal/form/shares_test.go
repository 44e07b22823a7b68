package form

import (
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
)

// cellOf is a cell's name without that of its sheet.
func cellOf(cell string) string { return cell[strings.Index(cell, "!")+1:] }

// A form has a place for shares of the capital whose money nobody stated.
func TestR20SharesInAForm(t *testing.T) {
	for name, tt := range map[string]struct {
		typed any
		want  string
	}{"a number": {66.63, "66.63"}, "with its sign": {"66,63 %", "66.63"}, "words": {"20%", "20"},
		"nothing": {nil, ""}} {
		b := newBlankForm(t, template(t, planFor(t, 2023, criteria.NTM), nil))
		if err := b.file.SetCellValue(capitalSheet, cellOf(b.row(capitalSheet, "ntm:stated_share", 0)),
			tt.typed); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "x.xlsx")
		if err := b.file.SaveAs(path); err != nil {
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
