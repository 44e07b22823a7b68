package collation_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// The parts of a requirement are found by their words; where those do not tell, in their
// order, and a person looks.
func TestPartsAreFoundByTheirWords(t *testing.T) {
	lib := collationtest.Library(t)
	water := "17.1. Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn"
	for _, tt := range []struct {
		cell, part1, part2 string
		why                string
	}{
		{"≥ 36% (trong đó ≥ 21% từ hệ thống cấp nước tập trung)", "36", "21", ""},
		{"≥ 36%", "", "", "quyết định ghi một mức, chương trình chia 2 phần"},
		{"UBND cấp tỉnh quy định cụ thể", "", "", ""},
	} {
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion,
			collationtest.Each("17", "Môi trường và an toàn thực phẩm", water, tt.cell))
		rows := rowsOf(t, lib, "ntm-2021-2025", p)
		one, two := of(rows, "ntm/17.1#1 ", "btb"), of(rows, "ntm/17.1#2 ", "btb")
		if one == nil || two == nil {
			t.Fatalf("%s: no rows", tt.cell)
		}
		if one.Asks.Value() != tt.part1 || two.Asks.Value() != tt.part2 ||
			!strings.Contains(strings.Join(one.Why, "; "), tt.why) || tt.why == "" && len(one.Why) > 0 {
			t.Errorf("%s: %q, %q, %q", tt.cell, one.Asks.Value(), two.Asks.Value(), one.Why)
		}
	}
	p := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, collationtest.Each("15", "Y tế",
		"15.1. Tỷ lệ người dân tham gia bảo hiểm y tế", "≥ 90% (trong đó ≥ 60% từ hồ chứa)"))
	if got := of(rowsOf(t, lib, "ntm-2021-2025", p), "ntm/15.1#", ""); got.Kind != collation.Rewritten {
		t.Errorf("a part more: %s, %q", got.Kind, got.Why)
	}
}

// A province that asks one number of a requirement of a whole and its part asks it of the whole: the part stays as the
// country asks it. Words of the part, or a decision of the country itself, are for a person.
func TestOneNumberOfAWhole(t *testing.T) {
	lib := collationtest.Library(t)
	for _, tt := range []struct {
		layer        criteria.Layer
		name         string
		whole, part  string
		isPartAbsent bool
	}{
		{criteria.Province, "17.1. Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn", "95", "", true},
		{criteria.Province, "17.1. Tỷ lệ hộ được sử dụng nước sạch từ hệ thống cấp nước tập trung", "", "", false},
		{criteria.Nation, "17.1. Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn", "", "", false},
	} {
		p := collationtest.Paper(t, tt.layer, collationtest.ByRegion,
			collationtest.Each("17", "Môi trường và an toàn thực phẩm", tt.name, "≥ 95%"))
		rows := rowsOf(t, lib, "ntm-2021-2025", p)
		one, two := of(rows, "ntm/17.1#1 ", "btb"), of(rows, "ntm/17.1#2 ", "btb")
		if one == nil || two == nil {
			t.Fatalf("%s: no rows", tt.name)
		}
		if one.Asks.Value() != tt.whole || two.Asks.Value() != tt.part ||
			(two.Kind == collation.Absent) != tt.isPartAbsent {
			t.Errorf("%s of %s: %+v, %+v", tt.name, tt.layer, one, two)
		}
	}
}

// of finds the row of a part that is for a column.
func of(rows map[string]*collation.Said, prefix, column string) *collation.Said {
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
	lib := collationtest.Library(t)
	const head = "TT|Nội dung tiêu chí|Khu vực 1|Khu vực 2"
	for _, tt := range []struct {
		row, want, words string
		kind             collation.Kind
	}{
		{"15.1|Tỷ lệ người dân tham gia bảo hiểm y tế|≥ 95%|≥ 95%", "95", "≥ 95%", collation.Other},
		{"15.1|Tỷ lệ người dân tham gia bảo hiểm y tế|≥ 95%|≥ 96%", "", "Khu vực 1: ≥ 95%;\nKhu vực 2: ≥ 96%",
			collation.Again},
	} {
		got := of(rowsOf(t, lib, "ntm-2021-2025", collationtest.Paper(t, criteria.Province, head, tt.row)),
			"ntm/15.1#", "")
		if got.Kind != tt.kind || got.Asks.Value() != tt.want || got.Words != tt.words {
			t.Errorf("%s: %s, %q, %q, %q", tt.row, got.Kind, got.Asks.Value(), got.Words, got.Why)
		}
	}
}

// Years that a decision does not speak of are not of it; a column that it leaves out is
// for a person.
func TestYearsAndColumnsThatAreNotThere(t *testing.T) {
	lib := collationtest.Library(t)
	head := "TT|Tên tiêu chí|Nội dung tiêu chí|Bắc Trung Bộ|Tây Nguyên"
	p := collationtest.Paper(t, criteria.Nation, head, "10|Thu nhập|Thu nhập bình quân đầu người (triệu "+
		"đồng/người)|Năm "+
		"2021: ≥ 36|Năm 2021: ≥ 41")
	rows := rowsOf(t, lib, "ntm-2021-2025", p)
	for key, want := range map[string]collation.Kind{"ntm/10# 2021-2021 .. dbsh": collation.Again,
		"ntm/10# 2023-2023 .. btb": collation.Absent} {
		if got := rows[key]; got == nil || got.Kind != want {
			t.Errorf("%s: %+v", key, got)
		}
	}
	if got := rows["ntm/10# 2021-2021 .. btb"]; got == nil || got.Asks.Value() != "36" {
		t.Errorf("2021: %+v", got)
	}
}

// A list by how many schools there are is laid onto the ways of the law, also one of other
// numbers of schools; one of another form is for a person.
func TestListsBySchools(t *testing.T) {
	lib := collationtest.Library(t)
	name := "5. Tỷ lệ trường học các cấp (mầm non, tiểu học, THCS) đạt tiêu chuẩn cơ sở vật chất theo quy định"
	const whole = "100%, trong đó "
	for _, tt := range []struct {
		cell                        string
		min, many, most, few, least string // what the parts 1, 2.1.1, 2.1.2, 2.2.1, 2.2.2 are asked
		why                         string // of the part 1
	}{
		{whole + "≥ 75% (xã có trên 3 trường) hoặc ≥ 55% (xã có từ 3 trường trở xuống) đạt mức độ 1", "100", "4", "75",
			"3", "55", ""},
		{"xã có từ 4 trường trở lên: ≥ 75%; xã có không quá 3 trường: ≥ 55%", "", "4", "75", "3", "55",
			"xem ở nội dung"},
		{whole + "≥ 75% (xã có từ 6 trường trở lên) hoặc ≥ 55% (xã có dưới 6 trường)", "100", "6", "75", "6", "55", ""},
		{"xã có từ 5 trường trở lên: ≥ 75%; xã có không quá 3 trường: ≥ 55%", "", "", "", "", "",
			"không trường hợp nào nói xã có 4 trường"},
		{"xã có 1-2 trường: ≥ 50%; xã có 3 trường: ≥ 60%; xã có từ 4 trường trở lên: ≥ 75%", "", "", "", "", "",
			"quyết định chia 3 trường hợp"},
	} {
		rows := rowsOf(t, lib, "ntm-2021-2025", collationtest.Paper(t, criteria.Ministry, collationtest.ByRegion,
			collationtest.Each("5", "Trường học", name, tt.cell)))
		for path, want := range map[string]string{"1": tt.min, "2.1.1": tt.many, "2.1.2": tt.most, "2.2.1": tt.few,
			"2.2.2": tt.least} {
			got := of(rows, "ntm/5#"+path+" ", "btb")
			if got == nil || got.Asks.Value() != want || want != "" && len(got.Why) > 0 ||
				path == "1" && !strings.Contains(strings.Join(got.Why, "; "), tt.why) {
				t.Errorf("%s: %s: %+v", tt.cell, path, got)
			}
		}
		if got := of(rows, "ntm/5# ", "dbsh"); got == nil || got.Kind != collation.Again {
			t.Errorf("%s: a rule of one part takes a list: %+v", tt.cell, got)
		}
	}
}
