package lawbook

import (
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/collation/collationtest"
)

// A page of a decision has what its workbook has: each new indicator with what was read of it, what it would be judged
// by, and the procedure's rows; what a person wrote stands over what was read.
func TestPageOfNewIndicators(t *testing.T) {
	lib := library(t)
	paper := collationtest.PaperOf(t, "theo-nhom.docx", "ntm", criteria.Nation)
	std := collationtest.Standard(t, frame)
	page := func(s *Signed) *Page { return PageOf(lib, std, Scope{}, []collation.Paper{paper}, s) }
	read := page(nil)
	if len(read.Lines) == 0 || len(read.Procedure) != len(procedureRows) || len(read.Head) == 0 ||
		len(read.Blank) == 0 {
		t.Fatalf("%d lines, %d of the procedure, %d of its head", len(read.Lines), len(read.Procedure), len(read.Head))
	}
	left, chosen := read.Left(), 0
	for i := range read.Lines {
		b := &read.Lines[i]
		if b.Ticked || b.Words == "" || len(b.Fields) == 0 {
			t.Errorf("%+v", b)
		}
		if b.Takes && (b.Read == "" || b.Figure == "" && b.Choices == nil) {
			t.Errorf("a tick takes what says nothing: %+v", b)
		}
		if b.Choices != nil {
			chosen++
		}
	}
	if chosen == 0 {
		t.Error("no figure is to be chosen")
	}
	at := slices.IndexFunc(read.Lines, func(b Beside) bool { return strings.Contains(b.Read, "; ") && b.Takes })
	if at < 0 {
		t.Fatal("no line by groups")
	}
	first := read.Lines[at]
	signed := &Signed{By: "Nguyễn Thị Kiểm",
		Rows:      map[string]Typed{first.ID: {Tick: Ticked, idNewName: "Tên giả định"}},
		Procedure: map[string]Typed{askSatisfaction: {idValue: "81"}, "": {idDecision: "1/QĐ-GIẢ-ĐỊNH"}}}
	written := page(signed)
	if now := written.Lines[at]; !now.Ticked || !strings.Contains(now.Made, "Tên giả định") || now.Read != first.Read {
		t.Errorf("%+v", now)
	}
	if written.Left() != left-1 {
		t.Errorf("%d left of %d", written.Left(), left)
	}
	value := func(of []Field, id string) string {
		i := slices.IndexFunc(of, func(f Field) bool { return f.ID == id })
		return of[i].Value
	}
	i := slices.IndexFunc(written.Procedure, func(b Beside) bool { return b.ID == askSatisfaction })
	if value(written.Procedure[i].Fields, idValue) != "81" || value(written.Head, idDecision) != "1/QĐ-GIẢ-ĐỊNH" {
		t.Errorf("%+v", written.Procedure[i])
	}
}

// What has no workbook before it is told of by its row's and its entry's names.
func TestNamesOfCells(t *testing.T) {
	n := Naming{}
	n.row("Tờ", 7, "chỉ tiêu 1.1 giả định", []column{{id: idValue, title: "Ngưỡng"}, {id: idKey}})
	n.head("Tờ", 3, []headCell{{title: "Người đối chiếu", first: 2}})
	for _, c := range []struct {
		sheet       string
		row, column int
		want        string
	}{
		{"Tờ", 7, 1, "Ngưỡng, chỉ tiêu 1.1 giả định"},
		{"Tờ", 7, 2, "chỉ tiêu 1.1 giả định"},
		{"Tờ", 7, 9, "chỉ tiêu 1.1 giả định"},
		{"Tờ", 3, 2, "Người đối chiếu"},
		{"Tờ", 8, 1, ""},
		{"Tờ khác", 7, 1, ""},
	} {
		if got := n.cell(c.sheet, c.row, c.column); got != c.want {
			t.Errorf("%s, %d, %d: %q, want %q", c.sheet, c.row, c.column, got, c.want)
		}
	}
}
