package lawbook

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

var taker = map[string]any{idBy: "Nguyễn Thị Kiểm", idOn: "15/3/2026"}

// taken is a workbook into which a decision was read, with name and day written.
func taken(t testing.TB, lib *criteria.Library, papers ...collation.Paper) workbook {
	t.Helper()
	w, _ := readInto(t, lib, "ntm-2021-2025", Scope{}, papers...)
	for id, v := range taker {
		w.set(checkSheet, readHeadCell(w, id), v)
	}
	return w
}

const irrigated = "15.1. Tỷ lệ người dân tham gia bảo hiểm y tế"

// The tick for all takes the rows that the machine is sure of and no other; a row that a
// person wrote into counts as the person's.
func TestWhichRowsTheTickForAllTakes(t *testing.T) {
	lib := library(t)
	paper := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, collationtest.Each("15", "Y tế",
		irrigated, "≥ 91%"),
		collationtest.Each("4", "Điện", "4.1. Có hệ thống điện đạt chuẩn", "Đạt"),
		collationtest.Each("9", "Nhà ở dân cư", "9.2. Tỷ lệ hộ có nhà ở kiên cố hoặc bán kiên cố", "Khá trở lên"))
	const same, other, again = "ntm/4.1# 2021-2025 .. *", "ntm/15.1# 2021-2025 .. *", "ntm/9.2# 2021-2025 .. btb"
	for _, tt := range []struct {
		name string
		do   func(w workbook)
		want string
	}{
		{"nothing", func(workbook) {}, ""},
		{"all", func(w workbook) { w.set(checkSheet, readHeadCell(w, idAll), "x") }, "ntm/15.1 ntm/4.1"},
		{"one", func(w workbook) { w.fill(same, map[string]any{idTick: "x"}) }, "ntm/4.1"},
		{"what a person wrote", func(w workbook) { w.fill(other, map[string]any{idValue: "92"}) }, "ntm/15.1"},
		{"read again by a person", func(w workbook) { w.fill(again, map[string]any{idValue: "71", idTick: "x"}) },
			"ntm/9.2"},
	} {
		w := taken(t, lib, paper)
		tt.do(w)
		var got []string
		for _, c := range w.read(lib).Changes() {
			got = append(got, c.Indicator)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// A tick where nothing was read is refused: it would confirm what stands by words that
// may say another thing.
func TestAnEmptyTickIsRefused(t *testing.T) {
	lib := library(t)
	paper := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion, collationtest.Each("15", "Y tế",
		irrigated, "Khá trở lên"))
	for key, want := range map[string]string{
		"ntm/15.1# 2021-2025 .. *": "máy chưa đọc được ngưỡng nào",
		"ntm/4.1# 2021-2025 .. *":  "máy chưa đọc được ngưỡng nào",
	} {
		w := taken(t, lib, paper)
		w.fill(key, map[string]any{idTick: "x"})
		if _, problems := w.problems(lib); len(problems) != 1 || !strings.Contains(problems.Error(), want) {
			t.Errorf("%s: %v", key, problems)
		}
	}
	w := taken(t, lib, paper)
	w.set(checkSheet, readHeadCell(w, idAll), "xong")
	if _, problems := w.problems(lib); len(problems) == 0 {
		t.Error("a tick for all that is none is taken")
	}
}

// What the nation leaves to the provinces is taken at the nation's layer, under what a
// province has set.
func TestTheNationLeavesAThresholdToTheProvince(t *testing.T) {
	lib := library(t)
	w := taken(t, lib, collationtest.Paper(t, criteria.Nation, collationtest.ByRegion,
		collationtest.Each("15", "Y tế", irrigated,
			"UBND cấp tỉnh quy định cụ thể"),
		collationtest.Each("4", "Điện", "4.1. Có hệ thống điện đạt chuẩn", "Không áp dụng")))
	w.set(checkSheet, readHeadCell(w, idAll), "x")
	filled := w.read(lib)
	after := library(t, packsOfLayer(t, filled, criteria.Nation)...)
	r := requirements(t, after)
	for key, want := range map[string]string{
		"ntm/15.1 2023 in 2023 btb": "UBND cấp tỉnh quy định cụ thể (chưa có mức)",
		"ntm/4.1 2023 in 2023 btb":  "Không áp dụng",
	} {
		if one := r[key]; one.String() != want || one.Basis.Layer != criteria.Nation {
			t.Errorf("%s: %s", key, one.String())
		}
	}
	if again := w.read(after).Changes(); len(again) > 0 {
		t.Errorf("taken twice, it changes %v", again)
	}
}

// What stands at a layer below is not changed by a decision above it.
func TestWhatIsSetBelowStands(t *testing.T) {
	lib := library(t, `schema: ntm.overlay.v1
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
		irrigated, "≥ 90%"),
		collationtest.Each("4", "Điện", "4.1. Có hệ thống điện đạt chuẩn", "Đạt"))
	w := taken(t, lib, paper)
	w.fill("ntm/4.1# 2021-2025 .. *", map[string]any{idTick: "x"})
	if changes := w.read(lib).Changes(); len(changes) > 0 {
		t.Errorf("a tick there changes %v", changes)
	}
}

// A new indicator that is met or not has no column left blank: what a person has not written of
// a cell that the machine could not read would be met as the others are.
func TestAColumnLeftOpenOfWhatIsMet(t *testing.T) {
	lib := library(t)
	w, _ := readInto(t, lib, frame, Scope{}, collationtest.Paper(t, criteria.Nation, collationtest.ByGroup,
		"3|Phát triển kinh tế nông thôn|3.9. Chuyện trâu bò giả định|Đạt|Đạt một nửa|Đạt"))
	for id, v := range taker {
		w.set(checkSheet, readHeadCell(w, id), v)
	}
	w.set(checkSheet, readHeadCell(w, idAll), "x")
	if filled := w.read(lib); len(filled.additions) > 0 || filled.Left.All() != 1 {
		t.Errorf("the tick for all takes %d, leaves %d", len(filled.additions), filled.Left.All())
	}
	w.fillNew(0, map[string]any{idTick: "x"})
	if _, problems := w.problems(lib); len(problems) != 1 ||
		!strings.Contains(problems.Error(), "Nhóm 2") || !strings.Contains(problems.Error(), "còn để trống") {
		t.Errorf("a blank is taken: %v", problems)
	}
	w.fillNew(0, map[string]any{idAt + "nhom-2": "Không áp dụng"})
	filled := w.read(lib)
	if len(filled.additions) != 1 || len(filled.additions[0].indicator.Rules) != 2 {
		t.Errorf("written in full: %+v", filled.additions)
	}
}
