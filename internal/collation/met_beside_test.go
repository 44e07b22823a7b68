package collation_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// A cell of a new indicator that says both Đạt and a number is read as the indicator's words ask; where they ask for no
// number it stays met or not, and a person looks at both. The indicators are invented.
func TestMetBesideANumber(t *testing.T) {
	lib := collationtest.Library(t)
	for _, tt := range []struct{ name, cell, way, unit, why string }{
		{"Chuyện trâu bò giả định đúng thời hạn", "Đạt (100%)", "Đạt", "đạt/chưa đạt", "sửa thành 100 %"},
		{"Chuyện trâu bò giả định đúng thời hạn", "100% (Đạt)", "Đạt", "đạt/chưa đạt", "sửa thành 100 %"},
		{"Chuyện trâu bò giả định đúng thời hạn", "Đạt 100%", "Đạt", "đạt/chưa đạt", "sửa thành 100 %"},
		{"Chuyện trâu bò giả định đúng thời hạn", "Đạt (≥ 90%)", "Đạt", "đạt/chưa đạt", "sửa thành ≥ 90 %"},
		{"Chuyện trâu bò giả định đúng thời hạn", "Đạt (≥ 02 mô hình)", "Đạt", "đạt/chưa đạt", "sửa thành ≥ 2 mô hình"},
		{"Trường học giả định đúng thời hạn", "Đạt (100%)", "Đạt", "đạt/chưa đạt", "sửa thành 100 %"},
		{"Hộ dân giả định được chia trâu bò", "Đạt 100%", "≥", "%", ""},
		{"Tỷ lệ trâu bò giả định được thu gom", "Đạt (100%)", "≥", "%", ""},
		{"Mô hình giả định nuôi trâu", "Đạt (≥ 02 mô hình)", "≥", "mô hình", ""},
		{"Có mô hình giả định nuôi trâu", "Đạt (≥ 02 mô hình)", "≥", "mô hình", ""},
		{"Chuyện trâu bò giả định đúng thời hạn", "100%", "≥", "%", ""},
	} {
		row := "3|Kinh tế|3.9. " + tt.name + strings.Repeat("|"+tt.cell, 3)
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByGroup, row)
		r := collation.Collate(collation.NewLaw(lib, collationtest.Standard(t, "ntm-2026-2030"), ""), nil,
			[]collation.Paper{p})
		if len(r.Lines) != 1 {
			t.Fatalf("%s: %d lines", row, len(r.Lines))
		}
		n := r.Lines[0]
		if why := strings.Join(n.Why, "; "); collation.Way(n.Op) != tt.way || string(n.Invented.Unit) != tt.unit ||
			!strings.Contains(why, tt.why) || (why == "") != (tt.why == "") || n.Words != tt.cell {
			t.Errorf("%s, %s: %q, %q, %q, %q", tt.name, tt.cell, collation.Way(n.Op), n.Invented.Unit, why, n.Words)
		}
	}
}
