package lawbook

import (
	"strings"

	"github.com/shopspring/decimal"
	"ntm/criteria"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

// Filled is what an office wrote into a workbook, checked: every entry is
// complete and stands for one threshold.
type Filled struct {
	law       *law
	file      string
	entries   []*entered
	additions []*addition
}

// checked says by whom, when and against what a threshold was checked.
type checked struct {
	decision criteria.Document
	article  string
	by       string
	on       criteria.Date
}

// cite is the document for a reader.
func (c checked) cite() string {
	return criteria.Citation{Decision: c.decision, Annex: c.article}.String()
}

// source is what the pack says of how the threshold is known. It stands alone:
// the parts of one requirement may be checked by different people.
func (c checked) source(note string) string {
	out := "đã đối chiếu với " + c.cite() + " (" + c.by + ", " + vi.Date(c.on.Time) + ")"
	if note != "" {
		out += "; ghi chú: " + note
	}
	return out
}

// entered is a row of the sheet Đối chiếu that an official filled in.
type entered struct {
	slot
	op      criteria.Op
	value   decimal.Decimal
	known   bool // of value: what is declared has none
	check   checked
	laxerBy string
	note    string
}

// alters tells whether the entry is another threshold than the one that stands.
func (e *entered) alters() bool {
	return e.op != e.asked.Op || e.known != (e.asked.Known && e.op != criteria.DeclaredMet) || e.known && !e.value.Equal(e.asked.Value)
}

// stands tells whether the packs already say what was entered.
func (e *entered) stands() bool {
	return !e.alters() && e.asked.Basis.Status == criteria.Confirmed && e.asked.Basis.Source == e.check.source(e.note)
}

// reader reads the workbook's sheets.
type reader struct {
	law      *law
	problems *problem.List
	head     checked // for the rows that leave their own blank
	headAt   map[string]string
}

// readSheets reads the two sheets that hold entries.
func readSheets(file string, book *read.Book, lib *criteria.Library, problems *problem.List) *Filled {
	check, ok := openGrid(book, checkSheet, problems)
	if !ok {
		return nil
	}
	add, ok := openGrid(book, addSheet, problems)
	if !ok {
		return nil
	}
	std, province, ok := marked(check, lib)
	if !ok {
		return nil
	}
	r := &reader{law: newLaw(lib, std, province), problems: problems}
	if !r.readHead(check) {
		return nil
	}
	return &Filled{law: r.law, file: file, entries: r.entries(check), additions: r.additions(add)}
}

// marked reads the hidden cell that says what the workbook is for.
func marked(g *grid, lib *criteria.Library) (std *criteria.Standard, province string, ok bool) {
	family, _, _ := strings.Cut(schema, ".v")
	row, column, found := g.find(func(text string) bool { return strings.HasPrefix(text, family+".") })
	if !found {
		g.fail(read.Ref(1, 1), "dùng lại tệp do ntm criteria export ghi ra, không xóa dòng và cột ẩn", "thiếu ô ẩn cho biết đây là bảng đối chiếu của bộ tiêu chí nào")
		return nil, "", false
	}
	at, parts := read.Ref(column+1, row+1), strings.Split(g.stored(row, column).Text, "|")
	if parts[0] != schema || len(parts) != 3 {
		g.fail(at, "xuất lại bảng bằng ntm criteria export của bản chương trình đang dùng", "đọc thấy kiểu bảng %q, bản chương trình này đọc kiểu %q", parts[0], schema)
		return nil, "", false
	}
	std, ok = lib.StandardByID(parts[1])
	if !ok {
		g.fail(at, "kiểm tra thư mục sau --criteria, hoặc xuất lại bảng", "bảng này là của bộ tiêu chí %q, chương trình không có bộ này", parts[1])
	}
	return std, parts[2], ok
}
