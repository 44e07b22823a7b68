package collation_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// Lines of a new indicator, each as its words say.
func TestNewIndicatorsAsTheyAreRead(t *testing.T) {
	lib := collationtest.Library(t)
	for _, tt := range []struct {
		row        string
		kind       collation.Kind
		all, group string // what is entered for all, or for nhom-2
		way, unit  string
		why        string
	}{
		{"6|Giảm nghèo|6.1. Tỷ lệ nghèo đa chiều|≤ 1,1%|≤ 3,1%|≤ 8,1%", collation.New, "", "3,1", "≤", "", ""},
		{"6|Giảm nghèo|6.1. Tỷ lệ nghèo đa chiều|≤ 3,1%|3,1%|3,1%", collation.New, "3,1", "", "≤", "", ""},
		// as its neighbours
		{"6|Giảm nghèo|6.1. Tỷ lệ nghèo đa chiều|3,1%|3,1%|3,1%", collation.New, "3,1", "", "≤", "", ""},
		{"3|Kinh tế|3.9. Tỷ lệ trâu bò giả định|3%|3%|3%", collation.Again, "3", "", "≥", "%",
			"chiều so sánh do máy đoán"},
		{"2|Hạ tầng|2.9. Tỷ lệ đường giả định được cứng hóa|100%|95%|90%", collation.New, "", "95", "≥", "%", ""},
		{"3|Kinh tế|3.9. Số trâu giả định|≥ 2|≥ 2|≥ 1", collation.Again, "", "2", "≥", "", "không rõ số này đếm gì"},
		{"3|Kinh tế|3.9. Mô hình giả định nuôi trâu|≥ 2|≥ 2|≥ 1", collation.New, "", "2", "≥", "mô hình", ""},
		{"3|Kinh tế|3.9. Chuyện trâu bò|Không|Không|Không", collation.Again, "", "", "Đạt", "đạt/chưa đạt",
			"ô ghi Không"},
		{"3|Kinh tế|3.9. Sự cố trâu bò|Không|Không|Không", collation.New, "", "", "Đạt", "đạt/chưa đạt", ""},
		{"3|Kinh tế|3.9. Chuyện trâu bò|Đạt|≥ 2 mô hình|≥ 2 mô hình", collation.Again, "", "2", "≥", "mô hình",
			"có cột ghi bằng chữ"},
		{"3|Kinh tế|3.9. Chuyện trâu bò|≥ 3 hộ|≥ 2 mô hình|≥ 2 mô hình", collation.Again, "", "2", "≥", "mô hình",
			"ô này tính bằng hộ"},
		{"3|Kinh tế|3.9. Chuyện trâu bò|≥ 3 hộ|≥ 2 mô hình|≥ 2 thôn", collation.Again, "", "", "≥", "",
			"đơn vị khác nhau"},
		{"3|Kinh tế|3.9. Xếp loại trâu bò|Loại khá trở lên|Loại khá trở lên|Loại tốt", collation.New, "", "khá", "≥",
			"xếp loại", ""},
		{"3|Kinh tế|3.9. Số sản phẩm OCOP giả định|≥ 2 sản phẩm 4 sao|≥ 1 sản phẩm 4 sao|≥ 1 sản phẩm 4 sao",
			collation.New, "", "1", "≥", "sản phẩm", ""},
		{"3|Kinh tế|3.9. Số sản phẩm OCOP giả định|≥ 2 sản phẩm 4 sao|≥ 1 sản phẩm 3 sao|≥ 1 sản phẩm",
			collation.Again, "", "1", "≥", "sản phẩm", "đếm thứ khác nhau"},
		{"3|Kinh tế|3.9. Chuyện trâu bò|Đạt|Không áp dụng|Đạt", collation.New, "", "Không áp dụng", "Đạt",
			"đạt/chưa đạt", ""},
		{"3|Kinh tế|3.9. Tỷ lệ trâu bò giả định|≥ 3%|UBND cấp tỉnh quy định cụ thể|≥ 2%", collation.New, "",
			"UBND tỉnh quy định", "≥", "%", ""},
		{"3|Kinh tế|Chuyện trâu bò|Đạt|Đạt|Đạt", collation.New, "", "", "Đạt", "đạt/chưa đạt", ""},
	} {
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByGroup, tt.row)
		r := collation.Collate(collation.NewLaw(lib, collationtest.Standard(t, "ntm-2026-2030"), ""), nil,
			[]collation.Paper{p})
		if len(r.Lines) != 1 {
			t.Errorf("%s: %d lines", tt.row, len(r.Lines))
			continue
		}
		n := r.Lines[0]
		if n.Kind != tt.kind || n.All != tt.all || n.At["nhom-2"] != tt.group && tt.kind != collation.Again ||
			collation.Way(n.Op) != tt.way || tt.unit != string(n.Invented.Unit) && tt.kind != collation.Again ||
			!strings.Contains(strings.Join(n.Why, "; "), tt.why) {
			t.Errorf("%s: %s, all %q, %q, %q, %q, %q", tt.row, n.Kind, n.All, n.At["nhom-2"], collation.Way(n.Op),
				n.Invented.Unit, n.Why)
		}
	}
}

// What columns ask by cases has a line a case; where their cases differ, or leave a commune
// out, it is for a person.
func TestCasesOfNewIndicators(t *testing.T) {
	lib := collationtest.Library(t)
	const lead = "5|Văn hóa, giáo dục, y tế|5.7. Tỷ lệ trường giả định có vườn|"
	const many, few = "xã có từ 4 trường trở lên: ≥ 71%; xã có ", "từ 3 trường trở xuống: ≥ 51%"
	for _, tt := range []struct {
		row, cases, why string
	}{
		{lead + "100%|" + many + few + "|" + many + few, "xã có từ 4 trường trở lên; xã có từ 3 trường trở xuống", ""},
		{lead + "xã có 1 trường: 100%; xã có 2-3 trường: ≥ 60%; xã có trên 3 trường: ≥ 50%|100%|100%",
			"xã có 1 trường; xã có từ 2 đến 3 trường; xã có từ 4 trường trở lên", ""},
		{lead + "100%|" + many + few + "|" + many + "2 trường: ≥ 51%", "", "mức chia theo trường hợp"},
		{lead + "100%|100%|" + many + "2 trường: ≥ 51%", "", "mức chia theo trường hợp"},
		{lead + "100%|" + many + few + "|từ 80 đến 90%", "", "mức chia theo trường hợp"},
		{"3|Kinh tế|3.9. Phát triển giả định|≥ 2 mô hình hoặc ≥ 1 vụ|≥ 2 mô hình hoặc ≥ 1 vụ|≥ 1 mô hình hoặc ≥ 1 vụ",
			"hoặc (1); hoặc (2)", ""},
		{"3|Kinh tế|3.9. Phát triển giả định|≥ 2 mô hình hoặc ≥ 1 vụ|≥ 2 mô hình|≥ 1 mô hình", "",
			"một trong các mức là đủ"},
		{"3|Kinh tế|3.9. Phát triển giả định|≥ 2 mô hình hoặc ≥ 1 vụ|≥ 2 mô hình hoặc ≥ 1 hộ|≥ 1 mô hình hoặc ≥ " +
			"1 vụ", "",
			"một trong các mức là đủ"},
	} {
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByGroup, tt.row)
		r := collation.Collate(collation.NewLaw(lib, collationtest.Standard(t, "ntm-2026-2030"), ""), nil,
			[]collation.Paper{p})
		var cases, why []string
		for _, n := range r.Lines {
			if n.Case != "" {
				cases = append(cases, n.Case)
			}
			why = append(why, n.Why...)
		}
		if strings.Join(cases, "; ") != tt.cases || !strings.Contains(strings.Join(why, "; "), tt.why) ||
			tt.why == "" && len(why) > 0 {
			t.Errorf("%s: %q, %q", tt.row, cases, why)
		}
	}
}

// Things that must be such, of which the figure does not speak, are for a person.
func TestThingsThatMustBeSuch(t *testing.T) {
	lib := collationtest.Library(t)
	for cell, want := range map[string]string{
		"≥ 2 sản phẩm": "", "≥ 1 sản phẩm đạt 3 sao trở lên": "", "≥ 2 sản phẩm 4 sao": "quyết định đếm sản phẩm 4 sao",
		"≥ 2 sản phẩm đạt chuẩn": "trong ô còn chữ",
	} {
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, collationtest.Each("13",
			"Tổ chức sản xuất và phát triển kinh tế nông thôn",
			"13.2. Có sản phẩm OCOP được xếp hạng đạt chuẩn hoặc tương đương còn thời hạn", cell))
		got := of(rowsOf(t, lib, "nang-cao-2021-2025", p), "nang-cao/13.2#", "")
		if got == nil || !strings.Contains(strings.Join(got.Why, "; "), want) || want == "" && len(got.Why) > 0 {
			t.Errorf("%s: %+v", cell, got)
		}
	}
}
