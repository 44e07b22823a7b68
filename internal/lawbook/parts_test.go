package lawbook

import (
	"strings"
	"testing"

	"ntm/criteria"
)

// The parts of a requirement are found by their words; where those do not tell, in their
// order, and a person looks.
func TestPartsAreFoundByTheirWords(t *testing.T) {
	lib := library(t)
	water := "17.1. Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn"
	for _, tt := range []struct {
		cell, part1, part2 string
		why                string
	}{
		{"≥ 36% (trong đó ≥ 21% từ hệ thống cấp nước tập trung)", "36", "21", ""},
		{"≥ 36%", "", "", "quyết định ghi một mức, chương trình chia 2 phần"},
		{"UBND cấp tỉnh quy định cụ thể", "", "", ""},
	} {
		p := tablePaper(t, criteria.Nation, byRegion, each("17", "Môi trường và an toàn thực phẩm", water, tt.cell))
		rows := rowsOf(t, lib, "ntm-2021-2025", p)
		one, two := of(rows, "ntm/17.1#1 ", "btb"), of(rows, "ntm/17.1#2 ", "btb")
		if one == nil || two == nil {
			t.Fatalf("%s: no rows", tt.cell)
		}
		if one.asks.value() != tt.part1 || two.asks.value() != tt.part2 ||
			!strings.Contains(strings.Join(one.why, "; "), tt.why) || tt.why == "" && len(one.why) > 0 {
			t.Errorf("%s: %q, %q, %q", tt.cell, one.asks.value(), two.asks.value(), one.why)
		}
	}
	p := tablePaper(t, criteria.Nation, byRegion, each("15", "Y tế", irrigated, "≥ 90% (trong đó ≥ 60% từ hồ chứa)"))
	if got := of(rowsOf(t, lib, "ntm-2021-2025", p), "ntm/15.1#", ""); got.kind != Again ||
		!strings.Contains(got.why[0], "quyết định ghi 2 mức ở đây, chương trình có một") {
		t.Errorf("a part more: %s, %q", got.kind, got.why)
	}
}

// of finds the row of a part that is for a column.
func of(rows map[string]*said, prefix, column string) *said {
	for key, s := range rows {
		if strings.HasPrefix(key, prefix) && (strings.Contains(key, column) || strings.HasSuffix(key, " *")) {
			return s
		}
	}
	return nil
}

// A province's zones are no columns of the standard: where they are asked the same, that
// is read; else it is for a person.
func TestZonesOfAProvince(t *testing.T) {
	lib := library(t)
	const head = "TT|Nội dung tiêu chí|Khu vực 1|Khu vực 2"
	for _, tt := range []struct {
		row, want, words string
		kind             Kind
	}{
		{"15.1|Tỷ lệ người dân tham gia bảo hiểm y tế|≥ 95%|≥ 95%", "95", "≥ 95%", Other},
		{"15.1|Tỷ lệ người dân tham gia bảo hiểm y tế|≥ 95%|≥ 96%", "", "Khu vực 1: ≥ 95%;\nKhu vực 2: ≥ 96%", Again},
	} {
		got := of(rowsOf(t, lib, "ntm-2021-2025", tablePaper(t, criteria.Province, head, tt.row)), "ntm/15.1#", "")
		if got.kind != tt.kind || got.asks.value() != tt.want || got.words != tt.words {
			t.Errorf("%s: %s, %q, %q, %q", tt.row, got.kind, got.asks.value(), got.words, got.why)
		}
	}
}

// Years that a decision does not speak of are not of it; a column that it leaves out is
// for a person.
func TestYearsAndColumnsThatAreNotThere(t *testing.T) {
	lib := library(t)
	head := "TT|Tên tiêu chí|Nội dung tiêu chí|Bắc Trung Bộ|Tây Nguyên"
	p := tablePaper(t, criteria.Nation, head, "10|Thu nhập|Thu nhập bình quân đầu người (triệu đồng/người)|Năm "+
		"2021: ≥ 36|Năm 2021: ≥ 41")
	rows := rowsOf(t, lib, "ntm-2021-2025", p)
	for key, want := range map[string]Kind{"ntm/10# 2021-2021 .. dbsh": Again, "ntm/10# 2023-2023 .. btb": Absent} {
		if got := rows[key]; got == nil || got.kind != want {
			t.Errorf("%s: %+v", key, got)
		}
	}
	if got := rows["ntm/10# 2021-2021 .. btb"]; got == nil || got.asks.value() != "36" {
		t.Errorf("2021: %+v", got)
	}
}

// The head of the sheet says what speaks against a decision.
func TestCautionsStandOverTheTable(t *testing.T) {
	lib := library(t)
	p := tablePaper(t, criteria.Province, byRegion, each("15", "Y tế", irrigated, "≥ 90%"))
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
	if sum.Rows[Again] == 0 || len(sum.Again) > 0 {
		t.Errorf("what is said once for all is said for each row: %v", sum.Again)
	}
	for id, want := range map[string]string{idDecision: "961/QĐ-TTg", idDate: "1/3/2026", idArticle: "Phụ lục",
		idBy: ""} {
		if got, _ := w.GetCellValue(checkSheet, readHeadCell(w, id)); got != want {
			t.Errorf("%s: %q", id, got)
		}
	}
	if f := w.read(lib); f.law.province != province || f.law.std.ID != "ntm-2021-2025" ||
		f.Layer() != criteria.Province {
		t.Errorf("%s of %s, %s", f.law.std.ID, f.law.province, f.Layer())
	}
}
