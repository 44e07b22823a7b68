package collation_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// A cell that cannot be read leaves its own column open, and what the others ask is entered: a
// number is taken with them, what is met or not waits until a person has written that column.
func TestColumnsLeftOpen(t *testing.T) {
	lib := collationtest.Library(t)
	for _, tt := range []struct {
		row, want string // what is entered for the three groups, or for all
		isPart    bool
		why       string
	}{
		{"Tỷ lệ trâu|≥ 80%|≥ 70% hoặc thế|≥ 60%", "80||60", true, "Nhóm 2 để trống, xin ghi"},
		{"Chuyện trâu|Đạt|Đạt một nửa|Đạt", "Đạt||Đạt", false, "Nhóm 2 để trống, xin ghi"},
		{"Chuyện trâu|Đạt một nửa|Đạt|Đạt", "|Đạt|Đạt", false, "Nhóm 1 để trống, xin ghi"},
		{"Chuyện trâu|Đạt|Không áp dụng|Đạt một nửa", "Đạt|Không áp dụng|", false, "Nhóm 3 để trống, xin ghi"},
		{"Chuyện trâu|Đạt|Đạt một nửa|Theo quy định của Bộ Y tế", "Đạt||Đạt", false, "Nhóm 2 để trống"},
		{"Tỷ lệ trâu|≥ 80%|Theo quy định của Bộ Y tế|≥ 60%", "80||60", true, "mức theo quy định của Bộ Y tế"},
		{"Tỷ lệ trâu|Theo hướng dẫn của Bộ Y tế|Theo hướng dẫn của Bộ Y tế|Theo hướng dẫn của Bộ Y tế", "", false,
			"đọc ở quy định ấy"},
		{"Số HTX giả định|≥ 02 HTX|≥ 01 HTX|≥ 01 HTX hoặc tổ hợp tác", "2|1|", true, "một trong các mức là đủ"},
		{"Tỷ lệ trâu|≥ 80%|Đạt|Đạt một nửa", "80||", false, "có cột ghi số, có cột ghi bằng chữ"},
		{"Chuyện trâu|Đạt|Sở Y tế|Đạt", "||", false, "không rõ ô này yêu cầu gì"}, // of another column, perhaps
	} {
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByGroup, "3|Kinh tế|3.9. "+tt.row)
		n := collation.Collate(collation.NewLaw(lib, collationtest.Standard(t, "ntm-2026-2030"), ""), nil,
			[]collation.Paper{p}).Lines[0]
		got := n.All
		if len(n.At) > 0 {
			got = strings.Join([]string{n.At["nhom-1"], n.At["nhom-2"], n.At["nhom-3"]}, "|")
		}
		if why := strings.Join(n.Why, "; "); strings.Trim(got, "|") != strings.Trim(tt.want, "|") ||
			n.IsPart != tt.isPart || !strings.Contains(why, tt.why) || tt.why == "" && why != "" {
			t.Errorf("%s: %q, part %v, %s", tt.row, got, n.IsPart, why)
		}
	}
}

// What is "trong đó" goes with its whole: where that has no threshold yet, it waits as well.
func TestPartsWaitForTheirWhole(t *testing.T) {
	lib := collationtest.Library(t)
	for row, waits := range map[string]bool{
		"Tỷ lệ trâu|100%, trong đó ≥ 50% đạt chuẩn|≥ 80%|≥ 70%":              false,
		"Tỷ lệ trâu|100%, trong đó ≥ 50% đạt chuẩn|≥ 80%|≥ 70% hoặc thế":     true,
		"Tỷ lệ trâu|100%, trong đó ≥ 50% đạt chuẩn|≥ 80%|Đạt một nửa, 30 hộ": true,
	} {
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByGroup, "3|Kinh tế|3.9. "+row)
		lines := collation.Collate(collation.NewLaw(lib, collationtest.Standard(t, "ntm-2026-2030"), ""), nil,
			[]collation.Paper{p}).Lines
		if len(lines) != 2 || (lines[1].Kind == collation.Again) != waits {
			t.Errorf("%s: %d lines, %s, %q", row, len(lines), lines[len(lines)-1].Kind, lines[len(lines)-1].Why)
		}
	}
}

// What a ministry rules on is declared met or not, whatever its words could be counted by, and the decision's own words
// stay. Its rule may ask for a number, so a person reads it first, but where the indicator is whether that rule is met.
func TestAMinistrysRuleIsDeclared(t *testing.T) {
	lib := collationtest.Library(t)
	for _, tt := range []struct {
		name, cell string
		kind       collation.Kind
	}{
		{"Tỷ lệ trâu bò giả định", "Theo quy định của Bộ Y tế", collation.Again},
		{"Chuyện trâu bò giả định", "Theo hướng dẫn của Bộ Giáo dục và Đào tạo", collation.Again},
		{"Số mô hình giả định", "Đạt theo quy định của Bộ Công Thương", collation.New},
		{"Có chuyện giả định", "Thực hiện theo hướng dẫn của Bộ Nội vụ", collation.Again},
		{"Chuyện trâu bò giả định theo quy định của Bộ Y tế", "Theo quy định của Bộ Y tế", collation.New},
		{"Tỷ lệ trâu bò giả định theo quy định của Bộ Y tế", "Theo quy định của Bộ Y tế", collation.Again},
		{"Chuyện trâu bò giả định", "Đạt", collation.New},
	} {
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByGroup,
			"3|Kinh tế|3.9. "+tt.name+strings.Repeat("|"+tt.cell, 3))
		n := collation.Collate(collation.NewLaw(lib, collationtest.Standard(t, "ntm-2026-2030"), ""), nil,
			[]collation.Paper{p}).Lines[0]
		if n.Op != criteria.DeclaredMet || n.Invented.Unit != criteria.Declared || n.Words != tt.cell ||
			n.Kind != tt.kind || n.All != "" || (n.Kind == collation.Again) != (len(n.Why) == 1) {
			t.Errorf("%s of %s: %s %q in %s, %q, %s: %v", tt.cell, tt.name, n.Op, n.All, n.Invented.Unit, n.Words,
				n.Kind, n.Why)
		}
	}
}
