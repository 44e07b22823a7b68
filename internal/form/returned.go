package form

import (
	"context"
	"ntm/criteria/division"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/form/layout"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"

	"github.com/shopspring/decimal"
)

// Returned is what people wrote into a form, or into a part of one, cell by cell. The
// tables may stand on any sheet, several on one.
type Returned struct {
	File       string
	Year       int                  // that the form was made for, 0 where its first sheet is gone
	Up         criteria.Level       // and the highest level that it asks for
	Own        string               // and the hidden word for the level that it was made for
	Department *division.Department // whose part it is, nil for none in particular
	Records    []Record
	Due        map[string]string // by the id of a department, by when it is to answer
	Notes      problem.List
}

// Record is a row with something written in it.
type Record struct {
	Table  *layout.Table
	Key    string // of a row of fixed meaning, else ""
	At     problem.Pos
	Cells  map[string]Written // by the column's id
	Figure *commune.Figure    // what a row of the figures says, nil where it cannot be read
}

// Written is what stands in a cell: a string or a float64.
type Written struct {
	Value any
	Said  string // as a person reads it
	At    problem.Pos
}

// Return reads a form that came back. The error is a problem.List with the cells that
// nobody can read; whether what they say makes sense is for Read to tell of the whole.
// printed tells what a form prints by itself.
func Return(ctx context.Context, path string, lib *criteria.Library, printed func(string) bool) (*Returned, error) {
	book, said, err := open(ctx, path)
	if err != nil {
		return nil, problem.Of(err)
	}
	defer book.Close() //nolint:errcheck // opened for reading: nothing is lost
	r := &reader{file: path, lib: lib, report: &commune.Report{Schema: commune.Schema}}
	r.use1904, r.notes = book.Uses1904, said
	book.Most(mostCells)
	for _, s := range book.Sheets {
		t, err := s.Table()
		if err != nil {
			return nil, problem.In(path, err)
		}
		r.sheets = append(r.sheets, newScan(s.Name, t))
	}
	return r.returned(printed)
}

// returned takes what is written in the sheets.
func (r *reader) returned(printed func(string) bool) (*Returned, error) {
	out := &Returned{File: r.file}
	out.marked(r.sheets)
	out.Due = r.due(r.file, r.sheets)
	found := false
	for _, s := range r.sheets {
		starts := s.starts()
		for _, t := range layout.Tables {
			for _, g := range r.blocks(t, s, starts) {
				found = true
				out.block(g, t, printed)
			}
		}
	}
	if !found {
		return nil, problem.List{{File: r.file, Message: "không thấy bảng nào của biểu mẫu",
			Hint: "gửi lại phiếu do ntm template --split ghi ra, hoặc dán cả dòng đầu bảng của phiếu"}}
	}
	out.Notes = r.notes.ByCause()
	if len(r.problems) > 0 {
		return nil, r.problems.ByCause().Err()
	}
	return out, nil
}

// marked reads what the first sheet's hidden words say of the form.
func (out *Returned) marked(sheets []scan) {
	for _, s := range sheets {
		if s.At(1, 1).Text == layout.Mark {
			out.Year, _ = strconv.Atoi(s.At(1, 2).Text) // 0 where it is no year
			out.Up, out.Own = criteria.Level(s.At(1, 3).Text), s.At(1, 4).Text
			out.Department = division.DepartmentByID(s.At(1, 5).Text)
			return
		}
	}
}

// fewHeads are too few heads to know a table by.
const fewHeads = 3

// starts are the rows in which tables begin: those of ids and those of heads.
func (p scan) starts() map[int]bool {
	out := map[int]bool{}
	for _, row := range p.ids {
		out[row] = true
	}
	for _, t := range layout.Tables {
		if words := heads(t); len(words) >= fewHeads {
			for row := p.headRow(words, 0); row > 0; row = p.headRow(words, row) {
				out[row] = true
			}
		}
	}
	return out
}

// blocks are the places of a sheet where a table stands.
func (r *reader) blocks(t *layout.Table, s scan, starts map[int]bool) []*grid {
	var out []*grid
	words := heads(t)
	isNamed := vi.FoldTone(s.name) == vi.FoldTone(t.Sheet)
	for from := 1; from <= s.rows(); {
		byID, byTitle := 0, 0
		for _, row := range s.ids {
			if row >= from && 2*s.idsIn(t, row) >= len(t.Columns) {
				byID = row
				break
			}
		}
		if len(words) >= fewHeads || isNamed || byID > 0 {
			byTitle = s.headRow(words, max(from, byID)-1)
		}
		if byID > 0 && byTitle > byID+2 {
			byTitle = 0
		}
		g := &grid{r: r, table: *t, sheet: s, at: map[string]int{}, head: max(byID, byTitle)}
		if g.head == 0 {
			break
		}
		g.placed(byID, byTitle, words)
		for g.end = g.head + 1; g.end <= s.rows() && !starts[g.end]; g.end++ {
			if !g.empty(g.end) {
				g.rows = append(g.rows, record{g, g.end})
			}
		}
		out = append(out, g)
		from = g.end
	}
	return out
}

// idsIn is how many of the table's ids a row holds.
func (p scan) idsIn(t *layout.Table, row int) int {
	found := 0
	for column := 1; column <= p.width; column++ {
		if t.At(p.At(row, column).Text) >= 0 {
			found++
		}
	}
	return found
}

// placed notes where the columns are, by the ids or else by the heads.
func (g *grid) placed(byID, byTitle int, heads map[string]string) {
	if byID > 0 {
		g.columns(byID, func(c read.Cell) string {
			if g.table.At(c.Text) < 0 {
				return ""
			}
			return c.Text
		})
	}
	if byTitle > 0 {
		g.columns(byTitle, func(c read.Cell) string { return heads[vi.Fold(c.Text)] })
	}
}

// block takes what is written in a table.
func (out *Returned) block(g *grid, t *layout.Table, printed func(string) bool) {
	for _, row := range g.rows {
		rec := Record{Table: t, Cells: map[string]Written{}}
		options, ok := g.meaning(row, t, &rec, printed)
		if !ok {
			continue
		}
		for i := range t.Columns {
			c := t.Columns[i]
			if c.ID == "ntm:answer" {
				c.Options = options
			}
			if (c.Kind == layout.Printed && c.ID != "ntm:answer") || c.Kind == layout.Keyed {
				continue
			}
			cell := row.cell(c.ID)
			if c.Kind == layout.Cites {
				cell = inLine(cell)
			}
			if w, is := g.r.written(cell, c.Options); is {
				rec.Cells[c.ID] = w
				if rec.At == (problem.Pos{}) {
					rec.At = w.At
				}
			}
		}
		if len(rec.Cells) > 0 {
			out.Records = append(out.Records, rec)
		}
	}
}

// meaning finds what a row is of, and whether anything is to be read in it; options are the
// answers that it offers.
func (g *grid) meaning(row record, t *layout.Table, rec *Record, printed func(string) bool) ([]layout.Option, bool) {
	switch {
	case t == &layout.FigureTable:
		return nil, g.figureOf(row, rec)
	case len(t.Questions) > 0:
		key, label := row.cell("ntm:key").Text, vi.Fold(row.cell("ntm:question").Text)
		for _, q := range t.Questions {
			if q.Key == key || vi.Fold(q.Label) == label {
				rec.Key = q.Key
				return q.Options, !row.cell("ntm:answer").blank()
			}
		}
		return nil, false
	case t.Fixed():
		rec.Key = g.r.text(row.cell(t.Columns[0].ID))
		return nil, rec.Key != ""
	}
	first := t.Columns[0].ID
	return nil, !row.isOnly(first, printed) && (t == &layout.CapitalTable || !row.isTotal(first)) && row.says(t)
}

// isOnly tells a line that the form prints above another table.
func (rec record) isOnly(first string, printed func(string) bool) bool {
	if !printed(vi.NFC(rec.cell(first).Text)) {
		return false
	}
	for id := range rec.g.at {
		if id != first && !rec.cell(id).blank() {
			return false
		}
	}
	return true
}

// says tells whether a person wrote something in the row: in the list of evidence more than
// the number in front, in that of capital more than what it is of.
func (rec record) says(t *layout.Table) bool {
	for _, c := range t.Columns {
		switch {
		case c.Kind == layout.Printed,
			t == &layout.EvidenceTable && c.ID == "ntm:code",
			t == &layout.CapitalTable && (c.ID == "ntm:source" || c.ID == "ntm:kind" || c.ID == "ntm:quantity_unit"):
		case !rec.cell(c.ID).blank():
			return true
		}
	}
	return false
}

// figureOf finds the figure of a row and what it says of it.
func (g *grid) figureOf(row record, rec *Record) bool {
	r := g.r
	if g.empty(row.row) {
		return false
	}
	before := len(r.problems)
	entry := r.entry(row)
	if entry == nil {
		if len(r.problems) == before {
			r.fail(row.cell("ntm:value"), "dùng phiếu do ntm template --split ghi ra; đừng xóa cột tên số liệu",
				"dòng này có kết quả nhưng không rõ là số liệu nào")
		}
		return false
	}
	rec.Key = entry.ID
	problems, notes, known := r.problems, r.notes, r.report.Figures
	r.report.Figures = nil
	r.figureRow(row)
	if len(r.report.Figures) == 1 {
		rec.Figure = &r.report.Figures[0]
	}
	r.problems, r.notes, r.report.Figures = problems, notes, known
	return true
}

// written is what a cell holds, as another cell holds it that has no format of its own; false
// for nothing, or where it cannot be read.
func (d *cellReader) written(c given, options []layout.Option) (Written, bool) {
	if c.blank() || !d.single(c) {
		return Written{}, false
	}
	w := Written{At: c.at, Value: vi.NFC(c.Text)}
	switch c.Kind {
	case read.Bool:
		w.Value = yesOr(c.Text, options)
	case read.Number:
		n, err := typed.CellNumber(c.Text)
		t, isDay := read.Day(c.Text, d.use1904)
		switch {
		case c.Shown == read.Date && isDay:
			w.Value = vi.Date(t)
		case err != nil:
		case c.Shown == read.Otherwise:
			d.fail(c, "chọn định dạng General rồi xem và gõ lại số",
				"ô này có định dạng riêng nên số nhìn thấy có thể khác số đang giữ (%s)", c.Text)
			return Written{}, false
		case c.Shown == read.Percent:
			w.Value = vi.Number(criteria.Trimmed(n.Shift(2))) + " %"
		default:
			w.Value = numberOr(n)
		}
	}
	w.Said = said(w.Value)
	return w, true
}

// exactDigits are those that a float64 holds of any number.
const exactDigits = 15

func numberOr(n decimal.Decimal) any {
	if n = criteria.Trimmed(n); n.NumDigits() > exactDigits {
		return vi.Number(n)
	}
	return n.InexactFloat64()
}

func yesOr(text string, options []layout.Option) string {
	yes := text == "1" || strings.EqualFold(text, "true")
	if options == nil {
		options = layout.MetOr
	}
	if yes {
		return options[0].Word
	}
	return options[1].Word
}

// said is a value as people read it.
func said(value any) string {
	if n, is := value.(float64); is {
		return vi.Number(decimal.NewFromFloat(n))
	}
	s, _ := value.(string)
	return s
}

// Citing gives a cell of codes with some of them under other names.
func Citing(value any, renamed map[string]string) (any, bool) {
	codes := between.Split(said(value), -1)
	changed := false
	for i, code := range codes {
		code = strings.TrimSpace(code)
		if other, is := renamed[vi.FoldTone(code)]; is {
			code, changed = other, true
		} else if m := span.FindStringSubmatch(code); m != nil {
			first, _ := strconv.Atoi(m[1])
			last, _ := strconv.Atoi(m[2])
			var each []string
			for n := first; n <= last; n++ {
				one := strconv.Itoa(n)
				if other, is := renamed[one]; is {
					one, changed = other, true
				}
				each = append(each, one)
			}
			if changed {
				code = strings.Join(each, "; ")
			}
		}
		codes[i] = code
	}
	if !changed {
		return value, false
	}
	return strings.Join(vi.NonEmpty(codes...), "; "), true
}

// Codes are those of a cell, one by one.
func Codes(value any) []string {
	var out []string
	for _, code := range between.Split(said(value), -1) {
		out = append(out, strings.TrimSpace(code))
	}
	return vi.NonEmpty(out...)
}

// Has tells whether something is written in one of the columns.
func (rec *Record) Has(columns ...string) bool {
	for _, id := range columns {
		if _, is := rec.Cells[id]; is {
			return true
		}
	}
	return false
}
