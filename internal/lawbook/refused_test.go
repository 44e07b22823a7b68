package lawbook

import (
	"bytes"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
	"ntm/internal/problem"
)

// What the loader says of a line of a pack is told of the row that the line was made of, and never of
// a file that nobody has seen.
func TestARefusalIsToldOfTheRow(t *testing.T) {
	lib := library(t)
	paper := collationtest.PaperOf(t, "theo-nhom.docx", "ntm", criteria.Nation)
	fresh, _ := readInto(t, lib, frame, Scope{}, paper)
	for id, v := range map[string]any{idBy: "Nguyễn Thị Kiểm", idOn: "15/3/2026", idAll: "x"} {
		fresh.set(checkSheet, readHeadCell(fresh, id), v)
	}
	known := taken(t, lib, collationtest.Paper(t, criteria.Nation, collationtest.ByRegion,
		collationtest.Each("15", "Y tế", irrigated, "≥ 92%")))
	known.set(checkSheet, readHeadCell(known, idAll), "x")
	rows := 0
	for _, w := range []workbook{fresh, known} {
		filled := w.read(lib)
		for _, text := range packsOfLayer(t, filled, criteria.Nation) {
			for n, line := range strings.Split(text, "\n") {
				told := filled.Refused(problem.Problem{File: "bo.yaml", Line: n + 1, Message: "sai",
					Hint: "thêm laxer_by"}, []byte(text))
				if told.File != filled.file || told.Line != 0 || told.Sheet == "" || told.Cell == "" {
					t.Fatalf("line %d, %q: %+v", n+1, line, told)
				}
				bare := strings.TrimPrefix(strings.TrimSpace(line), "- ")
				no, is := strings.CutPrefix(bare, "no: ")
				if !is {
					no, is = strings.CutPrefix(bare, "indicator: ntm/")
				}
				if !is {
					continue
				}
				rows++
				no = strings.Trim(no, `"'`)
				if got := w.numberOf(told.Sheet, told.Cell); got != no && !strings.HasPrefix(got, no+".") {
					t.Errorf("line %d, %q: told of %s!%s, which is of %q", n+1, line, told.Sheet, told.Cell, got)
				}
				if strings.Contains(told.Hint, "laxer_by") {
					t.Errorf("a key of packs in the hint: %s", told.Hint)
				}
			}
		}
	}
	if rows < 10 {
		t.Errorf("%d rows were asked of", rows)
	}
}

// numberOf is the number of the indicator in the row of a cell.
func (w workbook) numberOf(sheet, cell string) string {
	w.Helper()
	row := strings.TrimLeft(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	id := idNo
	if sheet == checkSheet {
		id = idKey
	}
	column := strings.TrimRight(w.at(sheet, id, 1), "1")
	text, err := w.GetCellValue(sheet, column+row)
	if err != nil {
		w.Fatal(err)
	}
	no, _, _ := strings.Cut(strings.TrimPrefix(text, "ntm/"), "#")
	return no
}

// The rows that a screen shows are those of the workbook: those first that a person must look at, each
// with the decision's words, and a tick only where there is something to take.
func TestRowsBeside(t *testing.T) {
	lib := library(t)
	paper := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion,
		collationtest.Each("15", "Y tế", irrigated, "Khá trở lên"),
		collationtest.Each("4", "Điện", "4.1. Có hệ thống điện đạt chuẩn", "Đạt"))
	rows := PageOf(lib, collationtest.Standard(t, "ntm-2021-2025"), Scope{}, []collation.Paper{paper}, nil).Rows
	if len(rows) != 2 {
		t.Fatalf("%+v", rows)
	}
	doubt, same := rows[0], rows[1]
	if doubt.No != "15.1" || doubt.Takes || doubt.Words != "Khá trở lên" || doubt.Kind != collation.Again {
		t.Errorf("%+v", doubt)
	}
	if same.No != "4.1" || !same.Takes || same.Read != "Đạt" || same.Present != "Đạt" {
		t.Errorf("%+v", same)
	}
}

// What a person signs on a screen is the workbook with the same cells filled in: the rows ticked count,
// and no other.
func TestExportSigned(t *testing.T) {
	lib := library(t)
	paper := collationtest.Paper(t, criteria.Nation, collationtest.ByRegion,
		collationtest.Each("15", "Y tế", irrigated, "≥ 92%"),
		collationtest.Each("4", "Điện", "4.1. Có hệ thống điện đạt chuẩn", "Đạt"))
	std := collationtest.Standard(t, "ntm-2021-2025")
	rows := PageOf(lib, std, Scope{}, []collation.Paper{paper}, nil).Rows
	for _, on := range []bool{true, false} {
		var out bytes.Buffer
		typed := Typed{"ntm:note": "giả định"}
		if on {
			typed[Tick] = Ticked
		}
		who := &Signed{By: "Nguyễn Thị Kiểm", On: criteria.Day(2026, 3, 15), Rows: map[string]Typed{},
			Decision: criteria.Document{Number: "951/2025/QĐ-TTg", Date: criteria.Day(2026, 3, 15)}}
		for _, b := range rows {
			if b.No == "15.1" {
				who.Rows[b.ID] = typed
			}
		}
		if _, err := ExportSigned(&out, lib, std, Scope{}, []collation.Paper{paper}, day, who); err != nil {
			t.Fatal(err)
		}
		changes := open(t, out.Bytes()).read(lib).Changes()
		if on != (len(changes) > 0) {
			t.Errorf("ticked %v: %+v", on, changes)
		}
		for _, c := range changes {
			if c.Indicator != "ntm/15.1" || c.After.CheckedBy != who.By {
				t.Errorf("%+v", c)
			}
		}
	}
}
