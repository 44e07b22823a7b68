// Package table reads a list that an office types: the first sheet, or the CSV, that has a row of
// heads as people word them, and below it a row for each thing. Columns may stand in any order
// and others beside them. What a cell says that is struck out, merged with others, not computed
// or no plain word is asked about with its cell, never guessed.
package table

import (
	"context"
	"fmt"
	"slices"

	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
)

// Column is a column of a list.
type Column struct {
	ID    string
	Heads []string // that may stand above it, folded
	Must  bool     // a row without it is no row of heads
	// Numbers takes numbers and days too, as a person reads them.
	Numbers bool
}

// Kind is a kind of list.
type Kind struct {
	Columns []Column
	Most    int    // cells that a sheet may have
	Missing string // says that no sheet has its heads
	Hint    string // what heads it needs
	Words   string // what to write where a cell holds no words
}

// Row is a row of a list.
type Row struct {
	table  *table
	number int
	words  map[string]string
}

// Text is what stands in a column, "" where it is blank or there is no such column.
func (r *Row) Text(id string) string { return r.words[id] }

// Problem is something wrong with the cell in a column; of one that the list has not, with the
// row.
func (r *Row) Problem(id, message, hint string) problem.Problem {
	return r.table.at(r.number, r.table.columns[id]).Problem(message, hint)
}

// Read hands every row of the list in a file to visit, in order. wrong is what cells are asked
// about; rows with such a cell are not handed over. The error is a file that has no such list.
func Read(ctx context.Context, file string, kind Kind, visit func(*Row)) (wrong problem.List, err error) {
	book, err := read.Open(ctx, file)
	if err != nil {
		return nil, err
	}
	defer book.Close() //nolint:errcheck // opened for reading
	book.Most(kind.Most)
	for _, s := range book.Sheets {
		merged, err := s.Merged()
		if err != nil {
			return nil, err
		}
		t := table{kind: &kind, file: file, sheet: s.Name, merged: merged, use1904: book.Uses1904}
		if err := s.Each(func(r read.Row) error { t.row(r, visit); return nil }); err != nil || t.columns != nil {
			return t.wrong, err
		}
	}
	return nil, problem.List{{File: file, Message: kind.Missing, Hint: kind.Hint}}
}

// table is the sheet that is read.
type table struct {
	kind        *Kind
	file, sheet string
	merged      *read.Merged
	use1904     bool
	columns     map[string]int // nil before the heads
	fields      int            // of the heads of a CSV
	wrong       problem.List
}

func (t *table) row(r read.Row, visit func(*Row)) {
	if t.columns == nil {
		t.columns, t.fields = t.heads(r), r.Fields
		return
	}
	if r.Fields > t.fields {
		t.wrong.Add(t.at(r.Number, t.fields).Problem(fmt.Sprintf("dòng này có %d ô, dòng tiêu đề có %d: không rõ nội "+
			"dung nào thuộc cột nào", r.Fields, t.fields),
			"nội dung có dấu phẩy thì đặt trong ngoặc kép, hoặc dùng dấu chấm phẩy giữa các cột"))
		return
	}
	known := len(t.wrong)
	out := Row{t, r.Number, map[string]string{}}
	for _, c := range t.kind.Columns {
		if text := t.text(r, c); text != "" {
			out.words[c.ID] = text
		}
	}
	if len(t.wrong) == known && len(out.words) > 0 {
		visit(&out)
	}
}

// heads finds the columns in a row; nil where it is no row of heads.
func (t *table) heads(r read.Row) map[string]int {
	out := map[string]int{}
	for i, c := range r.Cells {
		head := vi.Fold(vi.NFC(c.Text))
		for _, of := range t.kind.Columns {
			if _, twice := out[of.ID]; !twice && slices.Contains(of.Heads, head) {
				out[of.ID] = i
			}
		}
	}
	for _, c := range t.kind.Columns {
		if _, there := out[c.ID]; c.Must && !there {
			return nil
		}
	}
	return out
}

// at is a cell, its column counted from 0; of a CSV its line.
func (t *table) at(row, column int) problem.Pos {
	if t.sheet == "" {
		return problem.Pos{File: t.file, Line: row}
	}
	return problem.Pos{File: t.file, Sheet: t.sheet, Cell: read.Ref(column+1, row)}
}

// text is what stands below a head, "" where nothing is to be taken.
func (t *table) text(r read.Row, of Column) string {
	i, ok := t.columns[of.ID]
	if !ok || i >= len(r.Cells) {
		return ""
	}
	c := r.Cells[i]
	words := vi.NFC(typed.FromLegacy(c.Font, c.Text))
	if why := t.unclear(c, words, i, r.Number, of.Numbers); why != nil {
		p := problem.Of(why)[0]
		t.wrong.Add(t.at(r.Number, i).Problem(p.Message, p.Hint))
		return ""
	}
	if c.Kind == read.Number {
		return t.number(c)
	}
	return words
}

// number is a number or a day as a person writes it.
func (t *table) number(c read.Cell) string {
	if day, ok := read.Day(c.Text, t.use1904); ok && c.Shown == read.Date {
		return vi.Date(day)
	}
	if n, err := typed.CellNumber(c.Text); err == nil {
		return n.String()
	}
	return c.Text
}

// unclear says why there is no telling what a cell says.
func (t *table) unclear(c read.Cell, words string, column, row int, numbers bool) error {
	top, left, bottom, right := t.merged.Area(row, column+1)
	switch {
	case c.Kind == read.Uncomputed || c.Kind == read.Error:
		return problem.Problem{Message: "ô này giữ một công thức chưa tính hoặc báo lỗi, ở đây cần chữ",
			Hint: "gõ thẳng nội dung vào ô"}
	case words == "":
		return nil
	case top != bottom || left != right:
		return problem.Problem{Message: fmt.Sprintf("ô này gộp với ô khác (%s:%s) nên không rõ %q là của dòng nào, "+
			"cột nào", read.Ref(left, top), read.Ref(right, bottom), words),
			Hint: "bỏ gộp ô (Unmerge), ghi riêng từng dòng, từng cột"}
	case c.Kind != read.Text && (c.Kind != read.Number || !numbers):
		return problem.Problem{Message: fmt.Sprintf("ô này giữ %q, không phải chữ", words), Hint: t.kind.Words}
	}
	return c.NotPlain()
}
