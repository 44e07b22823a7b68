package lawbook

import (
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// A new indicator of several parts and years, with groups that it does not ask.
func TestAnIndicatorOfSeveralLines(t *testing.T) {
	lib := library(t)
	row := func(part, year string, more map[string]any) map[string]any {
		out := map[string]any{idCriterion: "3", idNo: "3.1", idName: "Chỉ tiêu giả định", idPart: part,
			idYear: year, idWay: "≥",
			idNewName: "Số giả định " + part, idUnit: "mô hình"}
		for id, v := range more {
			out[id] = v
		}
		return out
	}
	for _, tt := range []struct {
		name  string
		rows  []map[string]any
		trait criteria.Trait
		want  string
	}{
		{"two parts", []map[string]any{row("a", "", map[string]any{idValue: 2}),
			row("b", "", map[string]any{idValue: 3})}, "",
			"Số giả định a: ≥ 2 mô hình; Số giả định b: ≥ 3 mô hình"},
		{"a part that one group is not asked", []map[string]any{row("a", "", map[string]any{idValue: 2}),
			row("b", "", map[string]any{idAt + "nhom-1": 3, idAt + "nhom-2": "Không áp dụng", idAt + "nhom-3": 1})},
			"", "≥ 2 mô hình"},
		{"nothing of one group",
			[]map[string]any{row("", "", map[string]any{idAt + "nhom-1": 3, idAt + "nhom-2": "không áp dụng",
				idAt + "nhom-3": 1})}, "", "Không áp dụng"},
		{"the others of it", []map[string]any{row("", "", map[string]any{idAt + "nhom-1": 3,
			idAt + "nhom-2": "không áp dụng", idAt + "nhom-3": 1})}, criteria.AreaII, "≥ 1 mô hình"},
		{"by year", []map[string]any{row("", "2026", map[string]any{idValue: 2}),
			row("", "2027", map[string]any{idValue: 3})}, "", "≥ 2 mô hình"},
		{"one group's by the province",
			[]map[string]any{row("", "", map[string]any{idAt + "nhom-1": 3, idAt + "nhom-2": "UBND tỉnh quy định",
				idAt + "nhom-3": 1})}, "",
			"UBND cấp tỉnh quy định cụ thể (chưa có mức)"},
		{"a sign in the cell", []map[string]any{row("", "", map[string]any{idAt + "nhom-1": 3,
			idAt + "nhom-2": "≤ 4", idAt + "nhom-3": 1})}, "", "≤ 4 mô hình"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := frameBook(t, lib, tt.rows...)
			filled := w.read(lib)
			after := library(t, packsOf(t, filled)...)
			q := criteria.Query{Year: 2026, Region: criteria.NorthCentral, Province: province}
			if tt.trait != "" {
				q.Traits = []criteria.Trait{tt.trait}
			}
			set, err := after.Resolve(q)
			if err != nil {
				t.Fatal(err)
			}
			if got := set.Levels[0].Criteria[2].Indicators[0].Requirement; got.String() != tt.want {
				t.Errorf("asks %s", got.String())
			}
			if changes := filled.Changes(); len(changes) != 1 || changes[0].After.Text == "" {
				t.Errorf("changes %+v", changes)
			}
			if again := w.read(after).Changes(); len(again) > 0 {
				t.Errorf("the same again changes %v", again)
			}
		})
	}
}

func TestLinesThatDoNotGoTogether(t *testing.T) {
	lib := library(t)
	row := func(more map[string]any) map[string]any {
		out := map[string]any{idCriterion: "3", idNo: "3.1", idName: "Chỉ tiêu giả định", idWay: "≥",
			idNewName: "Số giả định", idUnit: "mô hình", idValue: 2}
		for id, v := range more {
			out[id] = v
		}
		return out
	}
	for _, tt := range []struct {
		want string
		rows []map[string]any
	}{
		{"ở đây cần một năm từ 2026 đến 2030", []map[string]any{row(map[string]any{idYear: "2025"})}},
		{"ở đây cần một năm từ 2026 đến 2030", []map[string]any{row(map[string]any{idYear: "sau"})}},
		{"chỉ tiêu 3.1 đã ghi ở ô", []map[string]any{row(nil), row(nil)}},
		{"chỉ tiêu 3.1 đã ghi ở ô", []map[string]any{row(map[string]any{idPart: "a"}),
			row(map[string]any{idPart: "a"})}},
		{"có nội dung khác", []map[string]any{row(map[string]any{idPart: "a"}),
			row(map[string]any{idPart: "b", idName: "Chỉ tiêu khác"})}},
		{"số liệu khác với dòng của năm khác", []map[string]any{row(map[string]any{idYear: "2026"}),
			row(map[string]any{idYear: "2027", idNewName: "Số khác"})}},
		{"cách xét khác với dòng của năm khác", []map[string]any{row(map[string]any{idYear: "2026"}),
			row(map[string]any{idYear: "2027", idWay: "≤"})}},
		{"chỉ ngưỡng bằng số mới chia theo năm được",
			[]map[string]any{row(map[string]any{idYear: "2026", idWay: "UBND tỉnh quy định", idValue: ""})}},
		{"không đi với ngưỡng bằng số", []map[string]any{row(map[string]any{idWay: "Đạt", idUnit: "đạt/chưa đạt"})}},
	} {
		_, problems := frameBook(t, lib, tt.rows...).problems(lib)
		if !strings.Contains(problems.Error(), tt.want) {
			t.Errorf("want %q, got %v", tt.want, problems)
		}
	}
}

// Where the figure is not certain, a person chooses among the nearest.
func TestAFigureIsChosen(t *testing.T) {
	lib := library(t)
	paper := collationtest.Paper(t, criteria.Nation, collationtest.ByGroup,
		"2|Hạ tầng|2.2. Tỷ lệ đường thôn, bản được cứng hóa|≥ 91%|≥ "+
			"81%|≥ 71%")
	for _, tt := range []struct{ choice, want, wrong string }{
		{"", "", "chưa chọn chỉ tiêu này xét theo số liệu nào"},
		{NewFigure, "office_ty_le_duong_thon_ban_duoc_cung_hoa", ""},
		{"village_road_hardened_rate", "village_road_hardened_rate", ""},
	} {
		w, sum := readInto(t, lib, frame, Scope{}, paper)
		if sum.Rows[collation.Choose] != 1 {
			t.Fatalf("%+v", sum.Rows)
		}
		for id, v := range taker {
			w.set(checkSheet, readHeadCell(w, id), v)
		}
		w.fillNew(0, map[string]any{idTick: "x", idFigure: tt.choice})
		if tt.wrong != "" {
			if _, problems := w.problems(lib); !strings.Contains(problems.Error(), tt.wrong) {
				t.Errorf("no choice: %v", problems)
			}
			continue
		}
		text := packsOfLayer(t, w.read(lib), criteria.Nation)[0]
		if !strings.Contains(text, "figure: "+tt.want+"\n") {
			t.Errorf("%s: %s", tt.choice, text)
		}
	}
}

// Who chooses no figure of those that may be meant can say once that new ones are made; a
// choice goes before it, and what must be read again is never taken by it.
func TestNewFiguresForAllThatWasNotChosen(t *testing.T) {
	lib := library(t)
	paper := collationtest.Paper(t, criteria.Nation, collationtest.ByGroup,
		"2|Hạ tầng|2.2. Tỷ lệ đường thôn, bản được cứng hóa|≥ 91%|≥ 81%|≥ 71%",
		"8|Môi trường|8.2. Tỷ lệ chất thải rắn sinh hoạt được thu gom, xử lý|≥ 96%|≥ 91%|≥ 81%",
		"9|Hành chính|9.9. Tỷ lệ giả định|≥ 96% hoặc khá|≥ 91% hoặc khá|≥ 81% hoặc khá")
	for _, tt := range []struct {
		name   string
		head   map[string]any
		choose string // for 2.2
		want   string
		left   int
	}{
		{"neither", nil, "", "", 3},
		{"all alone", map[string]any{idAll: "x"}, "", "", 3},
		{"new ones alone", map[string]any{idFresh: "x"}, "", "", 3},
		{"both", map[string]any{idAll: "x", idFresh: "x"}, "",
			"office_ty_le_duong_thon_ban_duoc_cung_hoa office_ty_le_chat_thai_ran_sinh_hoat_duoc_thu_gom_xu_ly", 1},
		{"both and a choice", map[string]any{idAll: "x", idFresh: "x"}, "village_road_hardened_rate",
			"village_road_hardened_rate office_ty_le_chat_thai_ran_sinh_hoat_duoc_thu_gom_xu_ly", 1},
		{"all and a choice", map[string]any{idAll: "x"}, "village_road_hardened_rate", "village_road_hardened_rate", 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w, _ := readInto(t, lib, frame, Scope{}, paper)
			for id, v := range taker {
				w.set(checkSheet, readHeadCell(w, id), v)
			}
			for id, v := range tt.head {
				w.set(checkSheet, readHeadCell(w, id), v)
			}
			if tt.choose != "" {
				w.fillNew(w.lineOf("2.2"), map[string]any{idFigure: tt.choose})
			}
			filled := w.read(lib)
			text := strings.Join(packsOfLayer(t, filled, criteria.Nation), "\n")
			for want := range strings.FieldsSeq(tt.want) {
				if !strings.Contains(text, "figure: "+want+"\n") {
					t.Errorf("no %s in %s", want, text)
				}
			}
			if n := strings.Count(text, "figure: "); n != len(strings.Fields(tt.want)) ||
				filled.Left.All() != tt.left {
				t.Errorf("%d figures, %d rows left:\n%s", n, filled.Left.All(), text)
			}
		})
	}
	w, _ := readInto(t, lib, frame, Scope{}, paper)
	w.set(checkSheet, readHeadCell(w, idFresh), "vâng")
	if _, problems := w.problems(lib); len(problems) != 1 || !strings.Contains(problems.Error(), "ở đây cần x hoặc") {
		t.Errorf("a tick that is none: %v", problems)
	}
}

// lineOf is the place of an indicator's line among those of the sheet Chỉ tiêu mới.
func (w workbook) lineOf(no string) int {
	g := w.grid(addSheet)
	row, at, _ := g.table(idCriterion)
	for i := row + addHeads; i < g.end(); i++ {
		if (line{g, i, at}).text(idNo) == no {
			return i - row - addHeads
		}
	}
	return -1
}

// Where all that was read is new, the sheet Đối chiếu is its head alone, on one page.
func TestASheetWithoutRowsIsOnePage(t *testing.T) {
	lib := library(t)
	e := &exporter{law: collation.NewLaw(lib, collationtest.Standard(t, frame), "")}
	papers := []collation.Paper{collationtest.Paper(t, criteria.Nation, collationtest.ByGroup,
		"2|Hạ tầng|2.2. Tỷ lệ giả định|≥ 91%|≥ 81%|≥ 71%")}
	e.read = collation.Collate(e.law, nil, papers)
	s := e.check()
	if s.Page.Across != 0 {
		t.Errorf("a second page begins at column %d", s.Page.Across)
	}
	last := readLayout.lastOfHead()
	for i, width := range s.Widths {
		if i >= readLayout.hidden && (width > 0) != (i < last) {
			t.Errorf("column %d is %v wide", i+1, width)
		}
	}
	shown := 0
	for _, row := range s.Rows {
		if !row.Hidden {
			shown++
		}
	}
	if shown != 5 { // title, standard, two of the head, what to do
		t.Errorf("%d rows are shown", shown)
	}
	full := &exporter{law: collation.NewLaw(lib, collationtest.Standard(t, "ntm-2021-2025"), "")}
	full.read = collation.Collate(full.law, nil, papers)
	if full.check().Page.Across == 0 {
		t.Error("a sheet with rows has lost its second page")
	}
}
