package lawbook

import (
	"cmp"
	"hash/fnv"
	"io"
	"maps"
	"strconv"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// Typed is what a person writes into the entries of a row, by the ids of their columns. What is not in it stays as the
// machine read it.
type Typed map[string]string

// Tick is the entry by which a person takes a row, and Ticked what stands in it.
const (
	Tick   = idTick
	Ticked = "x"
)

// Signed is what a person says of a decision that was read: what is written into which rows, who says so, and on what
// day.
type Signed struct {
	By       string
	On       criteria.Date
	Decision criteria.Document // where the decision's own text does not tell
	Rows     map[string]Typed  // of both sheets, by [Beside.ID]
	Added    []Typed           // further lines of the sheet Chỉ tiêu mới
	// Procedure is what is written on the sheet Thủ tục công nhận, by what is asked; by "" what all of it shares.
	Procedure map[string]Typed
}

// ExportSigned writes the workbook that ExportRead does, filled in as a person signed it. Naming names its cells as who
// has no workbook before them knows them.
func ExportSigned(w io.Writer, lib *criteria.Library, std *criteria.Standard, scope Scope, papers []collation.Paper,
	at time.Time, signed *Signed) (Naming, error) {
	e := reading(lib, std, scope, papers, signed.ticked())
	e.at, e.named = at, Naming{}
	return e.named, e.write(w)
}

// ticked is what a person signs: of what was only begun nothing is taken.
func (s *Signed) ticked() Signed {
	out := *s
	out.Rows = maps.Clone(s.Rows)
	maps.DeleteFunc(out.Rows, func(_ string, t Typed) bool { return t[Tick] == "" })
	out.Added = list.Where(s.Added, func(t Typed) bool { return t[Tick] != "" })
	return out
}

// over is what stands in an entry of a row: what a person wrote, else what the machine read.
func (s *Signed) over(row, id, machine string) string {
	if text, ok := s.Rows[row][id]; ok {
		return text
	}
	return machine
}

// signs is what a person wrote into an entry of the head, "" for nothing.
func (s *Signed) signs(id string) string {
	return map[string]string{idBy: s.By, idOn: typedDay(s.On), idDecision: s.Decision.Number,
		idDate: typedDay(s.Decision.Date)}[id]
}

// typedDay is a day as a person types it, "" for none.
func typedDay(d criteria.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Format("2/1/2006")
}

// rowID tells a row of the sheet Đối chiếu from all others, as it was read and as the law stands: read otherwise, or
// beside another law, it is another row, and what a person said of the one is not said of the other.
func (e *exporter) rowID(s *collation.Row) string {
	return idOf(s.Key(e.law), s.Present(), s.Said.Words, marker(s.Said))
}

// lineID is the same of a line of the sheet Chỉ tiêu mới.
func (e *exporter) lineID(n *collation.Line, columns []column) string {
	return idOf(n.Key(e.law), n.Before(), n.Words, e.lineMarker(n, columns), n.No, n.Part, strconv.Itoa(n.Year), n.Case)
}

// idOf is a short name for what texts say together.
func idOf(texts ...string) string { return hashed(strings.Join(texts, "\x00")) }

// hashed is a short name for a text.
func hashed(text string) string {
	h := fnv.New64a()
	_, _ = h.Write([]byte(text)) // a hash takes everything
	return strconv.FormatUint(h.Sum64(), 36)
}

// Naming names the cells of a workbook by what they are for, as who fills it in on a page knows them.
type Naming map[place]string

// place is a cell, its row and column counted from 1; the column 0 is any other of the row.
type place struct {
	sheet       string
	row, column int
}

// row names the cells of a row, those of columns with what the column is for.
func (n Naming) row(sheet string, row int, name string, columns []column) {
	if n == nil {
		return
	}
	n[place{sheet, row, 0}] = name
	for i, c := range columns {
		n[place{sheet, row, i + 1}] = vi.Join(", ", c.title, name)
	}
}

// head names the entries that all rows of a sheet share.
func (n Naming) head(sheet string, row int, fields []headCell) {
	if n == nil {
		return
	}
	for _, f := range fields {
		n[place{sheet, row, f.first}] = f.title
	}
}

// cell is the name of a cell; "" where there is none.
func (n Naming) cell(sheet string, row, column int) string {
	return cmp.Or(n[place{sheet, row, column}], n[place{sheet, row, 0}])
}
