package reading

import (
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/decision"
)

// A table by groups that has none for a group says so once; titles say for which years.
func TestWhatADecisionIsFor(t *testing.T) {
	column := func(kind decision.Kind, ids ...string) *decision.Cell {
		return &decision.Cell{Column: &decision.Column{Kind: kind, IDs: ids}}
	}
	ntm, _ := packs.Embedded().StandardByID("ntm-2026-2030")
	old, _ := packs.Embedded().StandardByID("ntm-2021-2025")
	for _, tt := range []struct {
		name  string
		std   *criteria.Standard
		title string
		cells []*decision.Cell
		lacks string
		years criteria.Years
	}{
		{"all groups", ntm, "BỘ TIÊU CHÍ GIAI ĐOẠN 2026 - 2030", []*decision.Cell{column(decision.Group, "nhom-1"),
			column(decision.Group, "nhom-2", "nhom-3")}, "", criteria.Years{}},
		{"some groups", ntm, "", []*decision.Cell{column(decision.Group, "nhom-2")}, "Nhóm 1, Nhóm 3",
			criteria.Years{}},
		{"one column", ntm, "", []*decision.Cell{column(decision.All)}, "", criteria.Years{}},
		{"some years", old, "Bộ tiêu chí giai đoạn 2024 – 2025", nil, "", criteria.Years{From: 2024, To: 2025}},
		{"other years", old, "Bộ tiêu chí giai đoạn 2016-2020", nil, "", criteria.Years{}},
		{"no years", old, "Bộ tiêu chí", nil, "", criteria.Years{}},
	} {
		a := &decision.Annex{Title: tt.title, Rows: []*decision.Row{{Cells: tt.cells}}}
		d := &decision.Decision{Number: "900/QĐ-GIẢ-ĐỊNH"}
		d.InForce = criteria.Day(2024, 7, 1).Time
		p := paper(d, a, tt.std, Named{})
		if p.Years != tt.years || p.From.String() != "2024-07-01" {
			t.Errorf("%s: years %v, from %s", tt.name, p.Years, p.From)
		}
		said := slices.IndexFunc(p.Cautions, func(c string) bool {
			return strings.Contains(c, "không có cột cho "+
				tt.lacks+":")
		})
		if (said >= 0) != (tt.lacks != "") ||
			len(p.Lacks) != len(strings.FieldsFunc(tt.lacks, func(r rune) bool { return r == ',' })) {
			t.Errorf("%s: lacks %v, says %q", tt.name, p.Lacks, p.Cautions)
		}
	}
}
