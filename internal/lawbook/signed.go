package lawbook

import (
	"hash/fnv"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/list"
	"ntm/internal/xlsx/draw"
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
	e := newSigned(lib, std, scope, papers, signed.ticked())
	e.at, e.named = at, Naming{}
	return e.named, draw.Write(w, draw.About{Title: "Đối chiếu ngưỡng: " + std.Name, Author: "ntm", At: at}, e.sheets())
}

// ticked is what a person signs: of what was only begun nothing is taken.
func (s *Signed) ticked() *Signed {
	out := *s
	out.Rows = maps.Clone(s.Rows)
	maps.DeleteFunc(out.Rows, func(_ string, t Typed) bool { return t[Tick] == "" })
	out.Added = list.Where(s.Added, func(t Typed) bool { return t[Tick] != "" })
	return &out
}

func newSigned(lib *criteria.Library, std *criteria.Standard, scope Scope, papers []collation.Paper,
	signed *Signed) *exporter {
	l := collation.NewLaw(lib, std, scope.Province)
	return &exporter{law: l, scope: scope, read: collation.Collate(l, scope.Columns, papers), signed: signed}
}

// over is what stands in an entry of a row: what a person wrote, else what the machine read.
func (s *Signed) over(row, id, machine string) string {
	if s != nil {
		if text, ok := s.Rows[row][id]; ok {
			return text
		}
	}
	return machine
}

// procedure is what a person wrote on the sheet Thủ tục công nhận.
func (s *Signed) procedure(asked, id string) string {
	if s == nil {
		return ""
	}
	return s.Procedure[asked][id]
}

// added are the further lines.
func (s *Signed) added() []Typed {
	if s == nil {
		return nil
	}
	return s.Added
}

// signs is what a person wrote into an entry of the head, "" for nothing.
func (s *Signed) signs(id string) string {
	day := func(d criteria.Date) string {
		if d.IsZero() {
			return ""
		}
		return d.Format("2/1/2006")
	}
	switch {
	case s == nil:
		return ""
	case id == idBy:
		return s.By
	case id == idOn:
		return day(s.On)
	case id == idDecision:
		return s.Decision.Number
	case id == idDate:
		return day(s.Decision.Date)
	}
	return ""
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
func idOf(texts ...string) string {
	h := fnv.New64a()
	_, _ = h.Write([]byte(strings.Join(texts, "\x00"))) // a hash takes everything
	return strconv.FormatUint(h.Sum64(), 36)
}

// Naming names the cells of a workbook by what they are for, as who fills it in on a page knows them: of a sheet its
// rows, and the columns of these.
type Naming map[string]*named

type named struct {
	rows    map[int]string
	columns []column
	cells   map[[2]int]string // of a head: by row and column
}

// sheet begins to name a sheet's cells.
func (n Naming) sheet(name string, columns []column) {
	if n != nil {
		n[name] = &named{rows: map[int]string{}, columns: slices.Clone(columns), cells: map[[2]int]string{}}
	}
}

// row names a row, counted from 1.
func (n Naming) row(sheet string, row int, name string) {
	if n[sheet] != nil {
		n[sheet].rows[row] = name
	}
}

// head names the entries that all rows of a sheet share.
func (n Naming) head(sheet string, row int, fields []headCell) {
	if n[sheet] != nil {
		for _, f := range fields {
			n[sheet].cells[[2]int{row, f.first}] = f.title
		}
	}
}

// cell is the name of a cell, its row and column counted from 1; "" where there is none.
func (n Naming) cell(sheet string, row, column int) string {
	of := n[sheet]
	if of == nil {
		return ""
	}
	if name := of.cells[[2]int{row, column}]; name != "" {
		return name
	}
	name := of.rows[row]
	if name == "" || column > len(of.columns) || of.columns[column-1].title == "" {
		return name
	}
	return of.columns[column-1].title + ", " + name
}
