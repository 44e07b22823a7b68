package dossier

import (
	"testing"

	"ntm/internal/xlsx/draw"
)

// A sheet may have any number of sections.
func TestSections(t *testing.T) {
	sheet := func() *draw.Sheet { return draw.NewSheet("x", draw.Page{}, 1, 1) }
	o, c := &outline{Sheet: sheet()}, &capital{Sheet: sheet()}
	for range 12 {
		o.section("mục")
		c.part("PHẦN")
	}
	for name, s := range map[string]*draw.Sheet{"MỤC": o.Sheet, "PHẦN": c.Sheet} {
		var heads []string
		for _, r := range s.Rows {
			if len(r.Cells) > 0 {
				head, _ := r.Cells[0].Value.(string)
				heads = append(heads, head)
			}
		}
		for i, want := range map[int]string{0: "I. ", 4: "V. ", 7: "VIII. ", 8: "IX. ", 11: "XII. "} {
			if heads[i] != want+name {
				t.Errorf("section %d of %d is %q, want %q", i+1, len(heads), heads[i], want+name)
			}
		}
	}
}
