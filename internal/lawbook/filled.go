package lawbook

import (
	"cmp"
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/problem"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"

	"github.com/shopspring/decimal"
)

// Filled is what an office wrote into a workbook, checked: every entry is
// complete and stands for one threshold.
type Filled struct {
	Layer criteria.Layer // of the decision that was read into the workbook, "" where none was
	Left  Untaken        // rows that a decision was read into and no person has taken

	law       *collation.Law
	file      string
	entries   []*entered
	additions []*addition
	procedure *filledProcedure // nil where nothing is written of it
	head      string           // the cell of the decision that all rows share
}

// Untaken counts rows that no person has taken, by the sheet they stand on.
type Untaken struct{ Check, Add int }

// All is how many they are together.
func (u Untaken) All() int { return u.Check + u.Add }

// String tells each sheet that has any: "tờ Đối chiếu: 8 dòng; tờ Chỉ tiêu mới: 2 dòng".
func (u Untaken) String() string {
	say := func(sheet string, rows int) string {
		if rows == 0 {
			return ""
		}
		return fmt.Sprintf("tờ %s: %d dòng", sheet, rows)
	}
	return vi.Join("; ", say(checkSheet, u.Check), say(addSheet, u.Add))
}

// checked says by whom, when and against what a threshold was checked.
type checked struct {
	decision criteria.Document
	article  string
	by       string
	on       criteria.Date
}

// checkedAs takes from the head who held it against the decision, and when, where it says neither.
func (c *checked) checkedAs(head *checked) {
	c.by, c.on = cmp.Or(c.by, head.by), cmp.Or(c.on, head.on)
}

// cite is the document for a reader.
func (c checked) cite() string {
	return criteria.Citation{Decision: c.decision, Annex: c.article}.String()
}

// source is what the pack says of how the threshold is known. It stands alone:
// the parts of one requirement may be checked by different people.
func (c checked) source(words, note string) string {
	out := "đã đối chiếu với " + c.cite() + " (" + c.by + ", " + vi.Date(c.on.Time) + ")"
	if words != "" {
		out += criteria.InItsWords + strings.ReplaceAll(words, "\n", " / ")
	}
	if note != "" {
		out += "; ghi chú: " + note
	}
	return out
}

// entered is a row of the sheet Đối chiếu that an official filled in.
type entered struct {
	collation.Slot
	at      line
	op      criteria.Op
	value   decimal.Decimal
	known   bool // of value: what is declared has none
	check   checked
	laxerBy string
	note    string
	words   string // the decision's own, of what was read
}

// source is what the pack says of how the threshold is known.
func (e *entered) source() string { return e.check.source(e.words, e.note) }

// alters tells whether the entry is another threshold than the one that stands.
func (e *entered) alters() bool {
	return e.op != e.Asked.Op || e.known != (e.Asked.Known && e.op != criteria.DeclaredMet) || e.known &&
		!e.value.Equal(e.Asked.Value)
}

// stands tells whether the packs already say what was entered.
func (e *entered) stands() bool {
	return !e.alters() && e.Asked.Basis.Status == criteria.Confirmed && e.Asked.Basis.Source == e.source()
}

// reader reads the workbook's sheets.
type reader struct {
	law      *collation.Law
	problems *problem.List
	head     checked // for the rows that leave their own blank
	headAt   map[string]string
	all      bool // a person takes every row that the machine is sure of
	fresh    bool // and makes a new figure where none of those that may be meant was chosen
	left     Untaken

	unwritten []string // the keys of those among them that rewrite an indicator
}

// readSheets reads the two sheets that hold entries.
func readSheets(file string, book *read.Book, lib *criteria.Library, named Naming, problems *problem.List) *Filled {
	check, ok := openGrid(book, checkSheet, named, problems)
	if !ok {
		return nil
	}
	add, ok := openGrid(book, addSheet, named, problems)
	if !ok {
		return nil
	}
	std, province, layer, ok := marked(check, lib)
	if !ok {
		return nil
	}
	r := &reader{law: collation.NewLaw(lib, std, province), problems: problems}
	if !r.readHead(check) {
		return nil
	}
	out := &Filled{law: r.law, file: file, Layer: layer, entries: r.entries(check), additions: r.additions(add)}
	for _, a := range out.additions {
		r.isWhole(a, out.entries)
	}
	out.Left, out.head = r.left, r.headAt[idDecision]
	out.procedure = r.procedure(book, named)
	return out
}

// marked reads the hidden cell that says what the workbook is for.
func marked(g *grid, lib *criteria.Library) (std *criteria.Standard, province string, layer criteria.Layer, ok bool) {
	family, _, _ := strings.Cut(schema, ".v")
	row, column, found := g.find(func(text string) bool { return strings.HasPrefix(text, family+".") })
	if !found {
		g.fail(read.Ref(1, 1), "dùng lại tệp do ntm criteria export ghi ra, không xóa dòng và cột ẩn",
			"thiếu ô ẩn cho biết đây là bảng đối chiếu của bộ tiêu chí nào")
		return nil, "", "", false
	}
	at, parts := read.Ref(column+1, row+1), strings.Split(g.stored(row, column).Text, "|")
	if len(parts) == 4 && layer.UnmarshalText([]byte(parts[3])) == nil {
		parts = parts[:3]
	}
	if parts[0] != schema || len(parts) != 3 {
		g.fail(at, "xuất lại bảng bằng ntm criteria export của bản chương trình đang dùng",
			"đọc thấy kiểu bảng %q, bản chương trình này đọc kiểu %q", parts[0], schema)
		return nil, "", "", false
	}
	std, ok = lib.StandardByID(parts[1])
	if !ok {
		g.fail(at, "kiểm tra thư mục sau --criteria, hoặc xuất lại bảng",
			"bảng này là của bộ tiêu chí %q, chương trình không có bộ này", parts[1])
	}
	return std, parts[2], layer, ok
}
