package decision_test

import (
	"strings"
	"testing"

	"ntm/internal/decision"
	"ntm/internal/webpage"
)

// A threshold in an indicator's own words beside another in its cell: of the country it is a
// mistake, a province may ask for more, and less is marked whoever asks it.
func TestWordsAndCell(t *testing.T) {
	const (
		nation   = "<p>THỦ TƯỚNG CHÍNH PHỦ<p>Số: 901/QĐ-TTg"
		province = "<p>ỦY BAN NHÂN DÂN<p>TỈNH GIẢ ĐỊNH<p>Số: 901/2026/QĐ-UBND"
	)
	for _, c := range []struct {
		name, head, words, cell string
		marked                  bool
	}{
		{"the same", nation, "Tỷ lệ hộ đạt từ 80% trở lên", "≥ 80%", false},
		{"more, of the country", nation, "Tỷ lệ hộ đạt từ 80% trở lên", "≥ 85%", true},
		{"more, of a province", province, "Tỷ lệ hộ đạt từ 80% trở lên", "≥ 85%", false},
		{"more than it", province, "Tỷ lệ hộ đạt từ 80% trở lên", "> 85%", false},
		{"more, without a sign", province, "Tỷ lệ hộ đạt từ 80% trở lên", "85%", false},
		{"all of them", province, "Tỷ lệ hộ đạt ít nhất 80%", "100%", false},
		{"less, of a province", province, "Tỷ lệ hộ đạt từ 80% trở lên", "≥ 75%", true},
		{"fewer, where few are wanted", province, "Hộ nghèo không quá 5%", "≤ 3%", false},
		{"not so few", province, "Hộ nghèo không quá 5%", "≤ 7%", true},
		{"few without a sign", province, "Hộ nghèo tối đa 5%", "3%", false},
		{"the other way round", province, "Tỷ lệ hộ đạt từ 80% trở lên", "≤ 85%", true},
		{"in another unit", province, "Có ít nhất 2 mô hình", "≥ 85%", false},
		{"a part of several kinds", province, "Tỷ lệ hộ đạt từ 80% trở lên", "≥ 90% (nhóm 1), ≥ 70% (nhóm 2)", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := webpage.Read("gia-dinh.html", []byte(c.head+"<p>QUYẾT ĐỊNH<p>Ban hành Bộ tiêu chí xã nông "+
				"thôn mới (giả định)<p>PHỤ LỤC"+rows("TT|Tiêu chí|Nội dung|Mức đạt", "1|A|1.1. "+c.words+"|"+c.cell)))
			if err != nil {
				t.Fatal(err)
			}
			told := ""
			for _, cell := range decision.Of(doc).Annexes[0].Rows[0].Cells {
				for _, d := range cell.Doubts {
					told += d.What + "; "
				}
			}
			if strings.Contains(told, "nội dung ghi") != c.marked {
				t.Errorf("marked %v: %s", !c.marked, told)
			}
		})
	}
}
