package lawbook

import (
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// The head of the sheet says what speaks against a decision.
func TestCautionsStandOverTheTable(t *testing.T) {
	lib := library(t)
	p := collationtest.Paper(t, criteria.Province, collationtest.ByRegion, collationtest.Each("15", "Y tế",
		irrigated, "≥ 90%"))
	p.Foreign = "quyết định này của tỉnh khác"
	p.Cautions = []string{"a", "b", "c", "d", "e", "f", "g"}
	w, sum := readInto(t, lib, "ntm-2021-2025",
		Scope{Province: province, Columns: []criteria.Region{criteria.NorthCentral}}, p)
	for _, want := range []string{"CHÚ Ý: quyết định này của tỉnh khác", "Chú ý: e",
		"… và 2 điều nữa, xem trên màn hình khi đọc quyết định"} {
		if _, _, ok := w.grid(checkSheet).find(func(text string) bool { return text == want }); !ok {
			t.Errorf("the sheet does not say %q", want)
		}
	}
	if sum.Rows[collation.Again] == 0 || len(sum.Again) > 0 {
		t.Errorf("what is said once for all is said for each row: %v", sum.Again)
	}
	for id, want := range map[string]string{idDecision: "961/QĐ-TTg", idDate: "1/3/2026", idArticle: "Phụ lục",
		idBy: ""} {
		if got, _ := w.GetCellValue(checkSheet, readHeadCell(w, id)); got != want {
			t.Errorf("%s: %q", id, got)
		}
	}
	if f := w.read(lib); f.law.Province != province || f.law.Std.ID != "ntm-2021-2025" ||
		f.Layer != criteria.Province {
		t.Errorf("%s of %s, %s", f.law.Std.ID, f.law.Province, f.Layer)
	}
}
