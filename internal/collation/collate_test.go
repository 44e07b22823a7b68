package collation_test

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// rowsOf are the rows of the sheet Đối chiếu, as a person reads them.
func rowsOf(t testing.TB, lib *criteria.Library, id string, papers ...collation.Paper) map[string]*collation.Said {
	t.Helper()
	l := collation.NewLaw(lib, collationtest.Standard(t, id), "")
	r := collation.Collate(l, nil, papers)
	out := map[string]*collation.Said{}
	for i := range r.Rows {
		out[r.Rows[i].Key(l)] = r.Rows[i].Said
	}
	return out
}

// What a decision says is held against what stands, each kind in its way.
func TestWhatIsReadStandsBesideWhatThereIs(t *testing.T) {
	lib := collationtest.Library(t)
	irrigation := "15.1. Tỷ lệ người dân tham gia bảo hiểm y tế"
	for _, tt := range []struct {
		name, line, key string
		kind            collation.Kind
		value, why      string
	}{
		{"the same", collationtest.Each("15", "Y tế", irrigation, "≥ 90%"), "ntm/15.1# 2021-2025 .. *",
			collation.Same, "90", ""},
		{"as a bare number", collationtest.Each("15", "Y tế", irrigation, "90%"), "ntm/15.1# 2021-2025 .. *",
			collation.Same, "90", ""},
		{"another", collationtest.Each("15", "Y tế", irrigation, "≥ 91%"), "ntm/15.1# 2021-2025 .. *",
			collation.Other, "91", ""},
		{"the other way", collationtest.Each("15", "Y tế", irrigation, "≤ 90%"), "ntm/15.1# 2021-2025 .. btb",
			collation.Again, "90", "ngược với nội dung"},
		{"strictly above", collationtest.Each("15", "Y tế", irrigation, "trên 90%"), "ntm/15.1# 2021-2025 .. *",
			collation.Other, "90", ""},
		{"left to the province", collationtest.Each("15", "Y tế", irrigation, "UBND cấp tỉnh quy định cụ thể"),
			"ntm/15.1# 2021-2025 .. *", collation.Other, "", ""},
		{"not asked", collationtest.Each("15", "Y tế", irrigation, "Không áp dụng"), "ntm/15.1# 2021-2025 .. *",
			collation.Other,
			"Không áp dụng", ""},
		{"in words", collationtest.Each("15", "Y tế", irrigation, "Đạt"), "ntm/15.1# 2021-2025 .. *",
			collation.Again, "",
			`quyết định chỉ ghi "Đạt"`},
		{"in another unit", collationtest.Each("15", "Y tế", irrigation, "≥ 2 mô hình"),
			"ntm/15.1# 2021-2025 .. btb", collation.Again, "",
			"mô hình"},
		{"that cannot be", collationtest.Each("15", "Y tế", irrigation, "≥ 900%"), "ntm/15.1# 2021-2025 .. btb",
			collation.Again, "",
			"vượt quá 100"},
		{"under another's number", collationtest.Each("4", "Điện", "4.1. Tỷ lệ người dân tham gia bảo hiểm y tế",
			"≥ 90%"),
			"ntm/4.1# 2021-2025 .. *", collation.Again, "", "nội dung giống chỉ tiêu 15.1 "},
		{"a grade", collationtest.Each("3", "Thủy lợi", "3.2. Đảm bảo yêu cầu chủ động về phòng chống thiên tai "+
			"theo phương "+
			"châm 4 tại chỗ", "Loại khá trở lên"),
			"ntm/3.2# 2021-2025 .. *", collation.Other, "khá", ""},
		{"of no grade here", collationtest.Each("3", "Thủy lợi",
			"3.2. Đảm bảo yêu cầu chủ động về phòng chống thiên tai theo "+
				"phương châm 4 tại chỗ", "Loại xuất sắc"),
			"ntm/3.2# 2021-2025 .. *", collation.Again, "", `không có xếp loại "xuất sắc"`},
		{"none", collationtest.Each("9", "Nhà ở dân cư", "9.1. Nhà tạm, dột nát", "Không"),
			"ntm/9.1# 2021-2025 .. *", collation.Same, "0", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			rows := rowsOf(t, lib, "ntm-2021-2025", collationtest.Paper(t, criteria.Nation, collationtest.ByRegion,
				tt.line))
			got := rows[tt.key]
			if got == nil {
				for key := range rows {
					if strings.HasPrefix(key, tt.key[:strings.Index(tt.key, "#")+1]) {
						t.Log(key)
					}
				}
				t.Fatalf("no row %s", tt.key)
			}
			if got.Kind != tt.kind || got.Asks.Value() != tt.value || !strings.Contains(strings.Join(got.Why, "; "),
				tt.why) || (tt.kind == collation.Again) != (len(got.Why) > 0) {
				t.Errorf("%s, %q, %q", got.Kind, got.Asks.Value(), got.Why)
			}
		})
	}
	absent := rowsOf(t, lib, "ntm-2021-2025", collationtest.Paper(t, criteria.Nation, collationtest.ByRegion,
		collationtest.Each("15", "Y tế", irrigation, "≥ 90%")))["ntm/1.1# 2021-2025 .. *"]
	if absent == nil || absent.Kind != collation.Absent || absent.Asks.Op != "" {
		t.Errorf("what the decision does not have: %+v", absent)
	}
}

// Notes stand in the words of the cell that they mark; one that may change the threshold
// is for a person.
func TestNotesOfACell(t *testing.T) {
	lib := collationtest.Library(t)
	name := "15.1. Tỷ lệ người dân tham gia bảo hiểm y tế"
	for _, tt := range []struct {
		note string
		kind collation.Kind
		want string
	}{
		{"note (1) Theo tiêu chuẩn hiện hành.", collation.Same, "[chú thích 1: Theo tiêu chuẩn hiện hành.]"},
		{"note (1) Riêng xã đảo là 60%.", collation.Again, "[chú thích 1: Riêng xã đảo là 60%.]"},
		{"note (1) Áp dụng đạt cho cả nam và nữ.", collation.Same, "cả nam và nữ"},
		{"note (1) Số liệu theo báo cáo hằng năm.", collation.Same, "hằng năm"},
		{"note (1) Theo Thông tư số 25/2014/TT-BGDĐT ngày 07 tháng 8 năm 2014.", collation.Same, "25/2014"},
		{"note (1) Xếp hạng theo Quyết định số 1048/QĐ-TTg.", collation.Same, "1048"},
		{"note (1) Theo Quyết định số 1048/QĐ-TTg từ năm 2024 là 95%.", collation.Again, "1048"},
		{"note (1) Áp dụng đạt cho cả nam và nữ từ năm 2024.", collation.Again, "từ năm 2024"},
		{"note (1) Hằng năm tăng 1%.", collation.Again, "tăng 1%"},
		{"note (2) Của ô khác.", collation.Again, "≥ 90%"},
	} {
		p := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, collationtest.Each("15", "Y tế", name,
			"≥ 90% (1)"), tt.note)
		got := rowsOf(t, lib, "ntm-2021-2025", p)["ntm/15.1# 2021-2025 .. *"]
		if got.Kind != tt.kind || !strings.Contains(got.Words, tt.want) {
			t.Errorf("%s: %s, %q, %q", tt.note, got.Kind, got.Words, got.Why)
		}
	}
}

// A later paper is laid over an earlier one, and each row says which it is of.
func TestASecondDecisionOverTheFirst(t *testing.T) {
	lib := collationtest.Library(t)
	name := "15.1. Tỷ lệ người dân tham gia bảo hiểm y tế"
	first := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, collationtest.Each("15", "Y tế", name,
		"≥ 90%"),
		collationtest.Each("9", "Nhà ở dân cư", "9.1. Nhà tạm, dột nát", "Không"))
	second := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, collationtest.Each("15", "Y tế", name,
		"≥ 92%"))
	second.Decision.Number = "962/QĐ-TTg"
	rows := rowsOf(t, lib, "ntm-2021-2025", first, second)
	if got := rows["ntm/15.1# 2021-2025 .. *"]; got.Asks.Value() != "92" || got.Paper.Decision.Number != "962/QĐ-TTg" ||
		got.Paper.Article() != "Phụ lục" {
		t.Errorf("the second: %s of %q", got.Asks.Value(), got.Paper.Decision.Number)
	}
	if got := rows["ntm/9.1# 2021-2025 .. *"]; got.Kind != collation.Same ||
		got.Paper.Decision.Number != first.Decision.Number {
		t.Errorf("the first: %s of %q", got.Kind, got.Paper.Decision.Number)
	}
}

// A province may ask for more, and for less only by a clause that it names.
func TestAProvincesOwnDecision(t *testing.T) {
	lib := collationtest.Library(t)
	paper := collationtest.Paper(t, criteria.Province, collationtest.ByRegion, collationtest.Each("15", "Y tế",
		"15.1. Tỷ lệ người dân tham gia bảo hiểm y tế", "≥ 95%"), collationtest.Each("4", "Điện",
		"4.2. Tỷ lệ hộ có đăng ký trực tiếp và được sử dụng điện sinh hoạt, sản xuất đảm bảo an toàn, tin cậy và "+
			"ổn định", "≥ 50%"))
	rows := rowsOf(t, lib, "ntm-2021-2025", paper)
	if got := rows["ntm/15.1# 2021-2025 .. *"]; got.Kind != collation.Other || got.Asks.Value() != "95" {
		t.Errorf("more: %s, %q", got.Kind, got.Why)
	}
	if got := rows["ntm/4.2# 2021-2025 .. btb"]; got.Kind != collation.Again ||
		!strings.Contains(strings.Join(got.Why, ""),
			"dễ hơn mức cấp trên ≥ 98 %") || got.Asks.Value() != "50" {
		t.Errorf("less: %s, %q, %q", got.Kind, got.Why, got.Asks.Value())
	}
	paper.Foreign = "quyết định này của tỉnh khác"
	for key, got := range rowsOf(t, lib, "ntm-2021-2025", paper) {
		if got.Kind != collation.Again && got.Kind != collation.Absent {
			t.Errorf("%s of another province: %s", key, got.Kind)
		}
	}
}

// What stands at a layer below goes before a decision above it.
func TestWhatIsSetBelowStands(t *testing.T) {
	lib := collationtest.Library(t, `schema: ntm.overlay.v1
id: van-phong
name: Thử
layer: office
years: {from: 2021, to: 2025}
decision: {number: 1/QĐ-THỬ}
set:
  - {indicator: ntm/15.1, at_least: 95, status: seen, source: thử}
  - {indicator: ntm/4.1, declared: true, status: seen, source: thử}
`)
	paper := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, collationtest.Each("15", "Y tế",
		"15.1. Tỷ lệ người dân tham gia bảo hiểm y tế", "≥ 90%"),
		collationtest.Each("4", "Điện", "4.1. Có hệ thống điện đạt chuẩn", "Đạt"))
	rows := rowsOf(t, lib, "ntm-2021-2025", paper)
	if got := rows["ntm/15.1# 2021-2025 .. *"]; got.Kind != collation.Again || got.Asks.Op != "" ||
		!strings.Contains(strings.Join(got.Why, ""), "đã có quy định của cơ quan sử dụng") {
		t.Errorf("another: %s, %q", got.Kind, got.Why)
	}
	if got := rows["ntm/4.1# 2021-2025 .. *"]; got.Kind != collation.Same || got.Asks.Op != "" {
		t.Errorf("the same: %s, %q", got.Kind, got.Why)
	}
}
