package lawbook

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/collation/collationtest"
	"ntm/internal/problem"
	"ntm/internal/testenv"

	"github.com/xuri/excelize/v2"
)

const (
	income = "nang-cao/10# 2023-2023 .. btb"
	trees  = "nang-cao/17.11# 2021-2025 .. btb" // ≥ 4 m2/người
	waste  = "nang-cao/17.3# 2021-2025 .. btb"  // no threshold
	left   = "nang-cao/2.1# 2021-2025 .. *"     // left to the province, per cent
	plan   = "nang-cao/1.1# 2021-2025 .. *"     // left to the province, met or not
	rated  = "nang-cao/3.6# 2021-2025 .. btb"   // khá
	it     = "nang-cao/8.5# 2021-2025 .. *"     // met or not
)

func TestAnUntouchedWorkbookChangesNothing(t *testing.T) {
	for _, lib := range []*criteria.Library{library(t), library(t, collationtest.OfficePack)} {
		for _, std := range lib.Standards {
			filled, err := Read(t.Context(), "thu.xlsx", bytes.NewReader(exported(t, lib, std.ID)), lib, nil)
			if err != nil {
				t.Fatalf("%s: %v", std.ID, err)
			}
			if changes, texts := filled.Changes(), packsOf(t, filled); len(changes)+len(texts) > 0 {
				t.Errorf("%s: changes %v, packs %v", std.ID, changes, texts)
			}
			w := open(t, exported(t, lib, std.ID))
			w.fillHead(head)
			if changes := w.read(lib).Changes(); len(changes) > 0 {
				t.Errorf("%s: only the head is filled in, and changes %v", std.ID, changes)
			}
		}
	}
}

// Each entry, as officials write it, with what it comes to.
func TestEntries(t *testing.T) {
	tests := []struct {
		name, key string
		entry     map[string]any
		want      string
	}{
		{"a tick", income, map[string]any{idTick: "x"}, "≥ 50 triệu đồng/người/năm"},
		{"another tick", income, map[string]any{idTick: " ✓ "}, "≥ 50 triệu đồng/người/năm"},
		{"a tick in words", income, map[string]any{idTick: "CÓ"}, "≥ 50 triệu đồng/người/năm"},
		{"a tick for what is declared", it, map[string]any{idTick: "X"}, "Đạt"},
		{"Đạt for what is declared", it, map[string]any{idValue: "đạt"}, "Đạt"},
		{"a number cell", income, map[string]any{idValue: 50.1}, "≥ 50,1 triệu đồng/người/năm"},
		{"a number as text", income, map[string]any{idValue: "50,10"}, "≥ 50,10 triệu đồng/người/năm"},
		{"a number with its unit", income, map[string]any{idValue: "52 triệu đồng"}, "≥ 52 triệu đồng/người/năm"},
		{"a comparison of its own", trees, map[string]any{idValue: "5", idWay: "="}, "= 5 m2/người"},
		{"a comparison before the number", trees, map[string]any{idValue: ">= 5"}, "≥ 5 m2/người"},
		{"what was not known", waste, map[string]any{idValue: "95 %"}, "≥ 95 %"},
		{"what was left open", left, map[string]any{idValue: 100, idWay: "≥"}, "100 %"},
		{"what was left open, to be declared", plan, map[string]any{idWay: "Đạt"}, "Đạt"},
		{"what was left open, in the threshold's cell", plan, map[string]any{idValue: "Đạt"}, "Đạt"},
		{"a grade by name", rated, map[string]any{idValue: "Tốt"}, "tốt trở lên"},
		{"a grade named as the word Đạt", rated, map[string]any{idValue: "đạt", idLaxer: "Điều 9"}, "đạt trở lên"},
		{"a grade by number", rated, map[string]any{idValue: 3}, "tốt trở lên"},
	}
	lib := library(t)
	data := exported(t, lib, "nang-cao-2021-2025")
	w := open(t, data)
	for _, tt := range testenv.Every(t, 5, tests) {
		t.Run(tt.name, func(t *testing.T) {
			defer w.restore("", "")
			w.fillHead(head)
			w.fill(tt.key, tt.entry)
			filled, list := w.problems(lib)
			if len(list) > 0 {
				t.Fatal(list)
			}
			changes := filled.Changes()
			if len(changes) != 1 {
				t.Fatalf("%d changes: %+v", len(changes), changes)
			}
			after := changes[0].After
			if !strings.EqualFold(after.Text, tt.want) || after.CheckedBy != "Nguyễn Thị Kiểm" ||
				after.CheckedOn.String() != "2026-03-15" || after.Document != "318/QĐ-TTg ngày 08/03/2022, Phụ lục II" {
				t.Errorf("got %+v, want %s", after, tt.want)
			}
		})
	}
}

func TestExcelsOwnDatesAndPercentages(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "nang-cao-2021-2025"))
	w.fillHead(map[string]any{idDecision: "318/QĐ-TTg", idBy: "Nguyễn Thị Kiểm"})
	w.fill(waste, map[string]any{idValue: 0.955, idOn: time.Date(2026, 3, 15, 0, 0, 0, 0, time.UTC)})
	for id, format := range map[string]string{idValue: "0.0%", idOn: "dd/mm/yyyy"} {
		style, err := w.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			t.Fatal(err)
		}
		cell := w.at(checkSheet, id, w.row(waste))
		if err := w.SetCellStyle(checkSheet, cell, cell, style); err != nil {
			t.Fatal(err)
		}
	}
	after := w.read(lib).Changes()[0].After
	if after.Text != "≥ 95,5 %" || after.CheckedOn.String() != "2026-03-15" {
		t.Errorf("got %+v", after)
	}
}

// A row's own decision, checker and date stand before those of the head.
func TestARowsOwnBasis(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "nang-cao-2021-2025"))
	w.fillHead(head)
	w.fill(left, map[string]any{idValue: "90", idWay: "≥", idDecision: "12/2022/QĐ-UBND", idDate: "1/7/2022",
		idArticle: "Điều 3", idBy: "Trần Văn Soát", idOn: "ngày 20 tháng 3 năm 2026"})
	after := w.read(lib).Changes()[0].After
	if after.Document != "12/2022/QĐ-UBND ngày 01/07/2022, Điều 3" || after.CheckedBy != "Trần Văn Soát" ||
		after.CheckedOn.String() != "2026-03-20" {
		t.Errorf("got %+v", after)
	}
}

// Each slip is refused with its sheet and cell, and a sentence.
func TestSlips(t *testing.T) {
	lib := library(t)
	data := exported(t, lib, "nang-cao-2021-2025")
	whole := head
	without := func(id string) map[string]any {
		out := map[string]any{}
		for k, v := range whole {
			if k != id {
				out[k] = v
			}
		}
		return out
	}
	tests := []struct {
		name  string
		head  map[string]any
		key   string
		entry map[string]any
		at    string // the column of the cell that is named
		want  string
	}{
		{"ticked without a decision", without(idDecision), income, map[string]any{idTick: "x"}, idDecision,
			"thiếu số quyết định"},
		{"ticked without a checker", without(idBy), income, map[string]any{idTick: "x"}, idBy, "thiếu người đối chiếu"},
		{"ticked without a day", without(idOn), income, map[string]any{idTick: "x"}, idOn, "thiếu ngày đối chiếu"},
		{"a value without a checker", without(idBy), income, map[string]any{idValue: "51"}, idBy,
			"thiếu người đối chiếu"},
		{"a decision without its day", whole, income, map[string]any{idTick: "x", idDecision: "12/QĐ-UBND"}, idDate,
			"thiếu ngày của quyết định 12/QĐ-UBND"},
		{"a decision's day without its number", whole, income, map[string]any{idTick: "x", idDate: "1/2/2022"},
			idDecision, "để trống số quyết định"},
		{"no number", whole, income, map[string]any{idValue: "năm mươi"}, idValue,
			`đọc thấy "năm mươi", ở đây cần một số`},
		{"two numbers in one", whole, income, map[string]any{idValue: "1.234"}, idValue, "có thể hiểu là 1 234"},
		{"another unit", whole, income, map[string]any{idValue: "50 %"}, idValue, `đọc thấy "50 %"`},
		{"a rate over 100", whole, waste, map[string]any{idValue: "950"}, idValue, "không vượt quá 100 %"},
		{"a grade that is none", whole, rated, map[string]any{idValue: "xuất sắc"}, idValue, "cần một số"},
		{"a grade beyond the last", whole, rated, map[string]any{idValue: 7}, idValue, "cần một xếp loại"},
		{"a number for what is declared", whole, it, map[string]any{idValue: 3}, idValue, "chỉ xét Đạt"},
		{"Đạt for a number", whole, income, map[string]any{idWay: "Đạt"}, idValue, "tính bằng triệu đồng"},
		{"a tick that is none", whole, income, map[string]any{idTick: "không"}, idTick, "cần x hoặc để trống"},
		{"ticked where nothing stands", whole, waste, map[string]any{idTick: "x"}, idValue,
			"chưa có ngưỡng nào để xác nhận"},
		{"ticked where it is left open", whole, left, map[string]any{idTick: "x"}, idValue,
			"chưa có ngưỡng nào để xác nhận"},
		{"no comparison where it is left open", whole, left, map[string]any{idValue: "90"}, idWay,
			"chưa chọn cách xét"},
		{"a comparison without a value", whole, income, map[string]any{idWay: "≥"}, idValue, "chưa ghi ngưỡng"},
		{"a comparison that is none", whole, income, map[string]any{idValue: "50", idWay: "≠"}, idWay, `cách xét "≠"`},
		{"two comparisons", whole, income, map[string]any{idValue: "≤ 50", idWay: "≥"}, idWay,
			"khác với dấu ghi trước ngưỡng"},
		{"half a row", whole, income, map[string]any{idBy: "Trần Văn Soát"}, idTick, "chưa đánh dấu đã đối chiếu"},
		{"a day that is none", whole, income, map[string]any{idTick: "x", idOn: "31/2/2026"}, idOn,
			`đọc thấy "31/2/2026"`},
		{"a day as a bare number", whole, income, map[string]any{idTick: "x", idOn: 46096}, idOn, "đọc thấy số 46096"},
		{"a truth value", whole, income, map[string]any{idValue: true}, idValue, "TRUE/FALSE"},
		{"a threshold that changed under a tick", whole, income,
			map[string]any{idTick: "x", idSeen: "≥ 49 triệu đồng/người/năm",
				idPresent: "≥ 49 triệu đồng/người/năm"}, idTick, "nay bộ tiêu chí ghi"},
		{"a threshold written into what stands", whole, income, map[string]any{idPresent: "≥ 55"}, idPresent,
			"chỉ để xem"},
		{"an unknown key", whole, income, map[string]any{idKey: "nang-cao/99# 2023-2023 .. btb"}, idKey,
			"không phải của bộ tiêu chí"},
		{"a key of no one threshold", whole, income, map[string]any{idKey: "nang-cao/10# 2022-2023 .. btb",
			idTick: "x"}, idKey, "không còn là một ngưỡng"},
		{"a row twice", whole, income, map[string]any{idKey: "nang-cao/10# 2024-2024 .. btb"}, "", "lặp lại dòng"},
		{"a row without its key", whole, income, map[string]any{idKey: "", idTick: "x"}, idTick, "không có mã"},
		{"a day in the head", map[string]any{idDate: "hôm qua"}, "", nil, "", `đọc thấy "hôm qua"`},
	}
	w := open(t, data)
	for _, tt := range testenv.Every(t, 6, tests) {
		t.Run(tt.name, func(t *testing.T) {
			defer w.restore("", "")
			w.fillHead(tt.head)
			cell := ""
			if tt.key != "" {
				row := w.row(tt.key)
				if tt.at != "" {
					cell = w.at(checkSheet, tt.at, row)
				}
				w.fill(tt.key, tt.entry)
			} else {
				cell = w.headCell(idDate)
			}
			_, list := w.problems(lib)
			if len(list) != 1 {
				t.Fatalf("%d problems: %v", len(list), list)
			}
			p := list[0]
			if p.Sheet != checkSheet || p.Cell == "" || cell != "" && p.Cell != cell ||
				!strings.Contains(p.Message, tt.want) {
				t.Errorf("got  %v (%s)\nwant ô %s: … %s", p, p.Hint, cell, tt.want)
			}
		})
	}
}

func TestAllSlipsAtOnce(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "nang-cao-2021-2025"))
	w.fillHead(head)
	w.fill(income, map[string]any{idValue: "nhiều", idOn: "hôm qua"})
	w.fill(waste, map[string]any{idTick: "x"})
	_, err := Read(t.Context(), "thu.xlsx", bytes.NewReader(w.bytes()), lib, nil)
	list := problem.Of(err)
	if len(list) != 3 || list[0].File != "thu.xlsx" {
		t.Errorf("%d problems: %v", len(list), err)
	}
}

// A workbook that lost what it is read by is refused, not half read.
func TestDamage(t *testing.T) {
	lib := library(t)
	data := exported(t, lib, "nang-cao-2021-2025")
	tests := map[string]struct {
		damage func(w workbook)
		want   string
	}{
		"no sheet":            {func(w workbook) { _ = w.DeleteSheet(checkSheet) }, "không có trang tính này"},
		"no sheet of new":     {func(w workbook) { _ = w.DeleteSheet(addSheet) }, "không có trang tính này"},
		"no key column":       {func(w workbook) { _ = w.RemoveCol(checkSheet, "A") }, "thiếu ô ẩn"},
		"no hidden rows":      {func(w workbook) { _ = w.RemoveRow(checkSheet, 1) }, "thiếu ô ẩn"},
		"no ids of the table": {func(w workbook) { _ = w.RemoveRow(checkSheet, 7) }, "đã mất một cột"},
		"no ids of the head":  {func(w workbook) { _ = w.RemoveRow(checkSheet, 4) }, "đã mất một cột"},
		"no entry column":     {func(w workbook) { _ = w.RemoveCol(checkSheet, "M") }, "đã mất một cột"},
		"no column of new":    {func(w workbook) { _ = w.RemoveCol(addSheet, "C") }, "đã mất một cột"},
		"another schema": {func(w workbook) { w.set(checkSheet, "A1", "ntm.lawbook.v2|nang-cao-2021-2025|") },
			`đọc kiểu "ntm.lawbook.v1"`},
		"another standard": {func(w workbook) { w.set(checkSheet, "A1", schema+"|nang-cao-2031-2035|") },
			"không có bộ này"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			w := open(t, data)
			tt.damage(w)
			_, err := Read(t.Context(), "thu.xlsx", bytes.NewReader(w.bytes()), lib, nil)
			if err == nil || !strings.Contains(err.Error(), tt.want) || problem.Of(err)[0].Sheet == "" {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
	for name, data := range map[string][]byte{"empty": nil, "text": []byte("không phải Excel"),
		"cut short": data[:len(data)/2], "too large": make([]byte, maxFile+1)} {
		if _, err := Read(t.Context(), "thu.xlsx", bytes.NewReader(data), lib, nil); err == nil ||
			problem.Of(err)[0].Hint == "" {
			t.Errorf("%s: got %v, want an error with a hint", name, err)
		}
	}
}

// Rows and columns may be moved: they are found by what they are.
func TestMovedRowsAndColumns(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "nang-cao-2021-2025"))
	w.fillHead(head)
	w.fill(income, map[string]any{idTick: "x"})
	if err := w.InsertRows(checkSheet, w.row(income)-1, 3); err != nil {
		t.Fatal(err)
	}
	if err := w.InsertCols(checkSheet, "C", 2); err != nil {
		t.Fatal(err)
	}
	if changes := w.read(lib).Changes(); len(changes) != 1 || changes[0].Indicator != "nang-cao/10" {
		t.Errorf("got %+v", changes)
	}
}

// A formula that no program has computed is no blank: it is refused, on either
// sheet.
func TestUncomputedFormula(t *testing.T) {
	lib := library(t)
	w := open(t, exported(t, lib, "nang-cao-2021-2025"))
	w.fillHead(head)
	for sheet, cell := range map[string]string{checkSheet: w.at(checkSheet, idValue, w.row(income)),
		addSheet: w.newCell(0, idNo)} {
		if err := w.SetCellFormula(sheet, cell, "1+1"); err != nil {
			t.Fatal(err)
		}
		_, list := w.problems(lib)
		if len(list) != 1 || list[0].Sheet != sheet || list[0].Cell != cell || !strings.Contains(list[0].Message,
			"chưa được tính") || list[0].Hint == "" {
			t.Errorf("%s: got %v", cell, list)
		}
		if err := w.SetCellFormula(sheet, cell, ""); err != nil {
			t.Fatal(err)
		}
	}
}
