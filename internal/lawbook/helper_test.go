package lawbook

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/collation/collationtest"
	"ntm/internal/problem"
	"ntm/internal/xlsx/read"

	"github.com/xuri/excelize/v2"
)

// day is when the workbooks of these tests are written.
var day = time.Date(2026, time.March, 10, 8, 0, 0, 0, time.UTC)

// province is an invented one, which no embedded pack is about.
const province = "Giả Định"

// head fills in the entries that every row shares.
var head = map[string]any{idDecision: "318/qđ-ttg", idArticle: "Phụ lục II", idBy: "Nguyễn Thị Kiểm", idOn: "15/3/2026"}

// library loads the embedded packs with the given packs of an office over them.
func library(t testing.TB, texts ...string) *criteria.Library {
	t.Helper()
	return collationtest.Library(t, texts...)
}

// exported is the workbook of a standard for the invented province in Bắc
// Trung Bộ.
func exported(t testing.TB, lib *criteria.Library, id string) []byte {
	t.Helper()
	std, ok := lib.StandardByID(id)
	if !ok {
		t.Fatalf("no standard %s", id)
	}
	return exportedFor(t, lib, std, ScopeOf(std, province, criteria.NorthCentral))
}

func exportedFor(t testing.TB, lib *criteria.Library, std *criteria.Standard, scope Scope) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Export(&out, lib, std, scope, day); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// reporter is what a test fails by: a testing.TB, or one draw of rapid's.
type reporter interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// workbook is a workbook under an official's hands.
type workbook struct {
	reporter
	*excelize.File
	opened []byte
	grids  map[string]*grid     // the sheets as they were opened, to find cells in
	typed  map[[2]string]string // the cells written since, by sheet and cell, with what stood there
}

func open(t testing.TB, data []byte) workbook {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return workbook{t, f, data, map[string]*grid{}, map[[2]string]string{}}
}

// at finds the cell of a column, by the column's id, in a row counted from 1.
func (w workbook) at(sheet, id string, row int) string {
	w.Helper()
	return read.Ref(w.column(sheet, id)+1, row)
}

func (w workbook) column(sheet, id string) int {
	w.Helper()
	_, at, ok := w.grid(sheet).table(id)
	if !ok {
		w.Fatalf("%s has no column %s", sheet, id)
	}
	return at[id]
}

func (w workbook) grid(name string) *grid {
	w.Helper()
	if w.grids[name] == nil {
		g, ok := openGrid(w.book(w.opened), name, nil, nil)
		if !ok {
			w.Fatalf("no sheet %s", name)
		}
		w.grids[name] = g
	}
	return w.grids[name]
}

func (w workbook) book(data []byte) *read.Book {
	w.Helper()
	book, err := read.Read(context.Background(), "thu.xlsx", bytes.NewReader(data), int64(len(data)))
	if err != nil {
		w.Fatal(err)
	}
	return book
}

// row finds the row of a slot by its key, counted from 1.
func (w workbook) row(key string) int {
	w.Helper()
	row, _, ok := w.grid(checkSheet).find(func(text string) bool { return text == key })
	if !ok {
		w.Fatalf("no row %q", key)
	}
	return row + 1
}

// fill writes into the row of a slot.
func (w workbook) fill(key string, values map[string]any) {
	w.Helper()
	row := w.row(key)
	for id, v := range values {
		w.set(checkSheet, w.at(checkSheet, id, row), v)
	}
}

// fillHead writes the entries that every row shares.
func (w workbook) fillHead(values map[string]any) {
	w.Helper()
	for id, v := range values {
		w.set(checkSheet, w.headCell(id), v)
	}
}

func (w workbook) headCell(id string) string {
	row, at, _ := w.grid(checkSheet).table(headID(id))
	return read.Ref(at[headID(id)]+1, row+3)
}

// fillNew writes into a row of the sheet Chỉ tiêu mới, counted from 0.
func (w workbook) fillNew(n int, values map[string]any) {
	w.Helper()
	for id, v := range values {
		w.set(addSheet, w.newCell(n, id), v)
	}
}

func (w workbook) newCell(n int, id string) string {
	row, _, _ := w.grid(addSheet).table(idCriterion)
	return w.at(addSheet, id, row+1+addHeads+n)
}

func (w workbook) set(sheet, cell string, v any) {
	w.Helper()
	if _, again := w.typed[[2]string{sheet, cell}]; !again {
		old, err := w.GetCellValue(sheet, cell)
		if err != nil {
			w.Fatal(err)
		}
		w.typed[[2]string{sheet, cell}] = old
	}
	if err := w.SetCellValue(sheet, cell, v); err != nil {
		w.Fatal(err)
	}
}

// restore puts back what stood in the cells, all or those of one row, and
// tells whether there were any.
func (w workbook) restore(sheet, row string) bool {
	w.Helper()
	found := false
	for at, old := range w.typed {
		if sheet != "" && (at[0] != sheet || strings.TrimLeft(at[1], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != row) {
			continue
		}
		found = true
		w.set(at[0], at[1], old)
		delete(w.typed, at)
	}
	return found
}

// problems reads the workbook as it stands and gives what is wrong with it.
func (w workbook) problems(lib *criteria.Library) (*Filled, problem.List) {
	var out problem.List
	return readSheets("thu.xlsx", w.book(w.bytes()), lib, nil, &out), out
}

func (w workbook) bytes() []byte {
	w.Helper()
	var out bytes.Buffer
	if err := w.Write(&out); err != nil {
		w.Fatal(err)
	}
	return out.Bytes()
}

// read reads the workbook as it stands.
func (w workbook) read(lib *criteria.Library) *Filled {
	w.Helper()
	filled, err := Read(context.Background(), "thu.xlsx", bytes.NewReader(w.bytes()), lib, nil)
	if err != nil {
		w.Fatal(err)
	}
	return filled
}

// packsOf gives the texts of the packs that an office's entries make.
func packsOf(t testing.TB, filled *Filled) []string {
	t.Helper()
	all, err := filled.Packs("Văn phòng Điều phối NTM Giả Định", criteria.Office)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, o := range all {
		var text bytes.Buffer
		if err := packs.Encode(&text, o); err != nil {
			t.Fatal(err)
		}
		out = append(out, text.String())
	}
	return out
}

// refOf names a cell counted from 0.
func refOf(column, row int) string { return read.Ref(column+1, row+1) }

func textOfPack(t testing.TB, o *criteria.Overlay) string {
	t.Helper()
	var text bytes.Buffer
	if err := packs.Encode(&text, o); err != nil {
		t.Fatal(err)
	}
	return text.String()
}
