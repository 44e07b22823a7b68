// Package decision reads a standard's thresholds out of the decision itself: the file on
// the official's desk, with its annex of criteria.
//
// The file may be of any kind that package open opens. Out of it come the decision's
// number, day, issuer and title, and for each annex its rows: the criterion, the
// indicator, and what each column asks, in the decision's own words and as read by
// package threshold.
//
// Nothing is left out in silence. What says two things, a number that cannot be, a
// column that a merged cell may have shifted, the same indicator twice: each is a Doubt
// with its table, row and column, and is for a person to read again.
package decision

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"ntm/internal/decision/label"
	"ntm/internal/document"
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/threshold"
	"ntm/internal/vi"
)

// Decision is what was read of a file.
type Decision struct {
	File     string
	Number   string    // "51/2025/QĐ-TTg", or "" when the file has none
	Date     time.Time // zero when the file has none
	Issuer   string    // as printed: "THỦ TƯỚNG CHÍNH PHỦ"
	Title    string
	InForce  time.Time // its first day in force, where the file says one; zero where it does not
	IsDraft  bool      // the file says that it is one
	Amends   bool      // it changes another decision
	IsMerged bool      // its text is that of another with its amendments
	Annexes  []*Annex
	Others   []Other  // the tables that are no criteria
	Doubts   []Doubt  // about the file as a whole
	Said     []string // what the reader should be told of how the file was read
	Document *document.Document
}

// Annex is a table of criteria, which may be printed as several.
type Annex struct {
	No     string // "I", "II"; "" when there is one without a number
	Title  string
	Level  string // "ntm", "nang-cao", "kieu-mau" or "hien-dai" by its words; "" when they name none
	Of     string // "xã", "thôn", "huyện" or "tỉnh", by its words
	Unit   string // of all its numbers, when it says so above the table
	Tables []int
	Rows   []*Row
	Notes  []string // below and between the rows
	// Footnotes are the texts of the paper's footnotes, by their marks.
	Footnotes  map[string]string
	Doubts     []Doubt
	isLeveled  bool // its level is settled: that of its columns in a table of several, or of an amendment's clause
	isOfClause bool // it is what a clause of an amendment announces, or says
	clauseAt   int  // which line of the paper that clause is
}

// Kind is what a column of thresholds is for.
type Kind = label.Kind

// The kinds of columns.
const (
	All     = label.All
	Region  = label.Region
	Group   = label.Group
	Zone    = label.Zone
	Year    = label.Year
	Unclear = label.Unclear
)

// Column is a column of thresholds.
type Column struct {
	At      int // in its table, from 1
	Heading string
	Kind    Kind
	IDs     []string // the regions' ids, "nhom-1", "khu-vuc-2"; several where the heading names several
	Year    int      // where the heading names one, whatever the kind
	Level   string   // where the heading names one, as in a table of several levels
	Unit    string   // of its numbers, where the heading names it in brackets: "Mức đạt (%)"
	op      threshold.Op
	Why     string // why it is not clear whom the column is for; "" where it is
}

// Row is one line of an indicator.
type Row struct {
	Table, Row  int // where it stands, from 1
	Group       string
	CriterionNo string
	Criterion   string
	No          string // of the indicator; "" when the decision gives none
	Name        string // the indicator's words
	Part        string // the words of a part of it: "- Đường trục thôn"
	Year        int    // where the row is for one year
	Unit        string // by its words, its column or its annex
	Notes       []string
	Cells       []*Cell
	Doubts      []Doubt
	ByNumber    bool         // its number alone says which indicator it is of: its words say what becomes of it
	whom        string       // for which communes it is, where the row says so itself
	level       string       // of which set it is, where the row says so itself
	isAgain     bool         // of the same indicator as the row above, for no reason that was seen
	isYearAmong bool         // its year stands in a column of thresholds
	op          threshold.Op // of its numbers, where the column of its unit says it: "≥ %"
	isShifted   bool         // its columns may not be those of the head
	isElsewhere bool         // it only says where it is changed: "tại Phụ lục kèm theo"
}

// Cell is what a column asks in a row.
type Cell struct {
	Column  *Column
	Shared  bool // it is one with the cell of another column
	Words   string
	Reading threshold.Reading
	Implied bool // the unit is the row's: the cell has none
	Notes   []string
	Doubts  []Doubt
}

// Sure tells whether the cell was read whole, and nothing is doubtful about it.
func (c *Cell) Sure() bool { return c.Reading.Kind != threshold.Unread && len(c.Doubts) == 0 }

// Sure tells whether nothing is doubtful about a row and its cells.
func (r *Row) Sure() bool {
	return len(r.Doubts) == 0 && !slices.ContainsFunc(r.Cells, func(c *Cell) bool { return !c.Sure() })
}

// Count is how many thresholds were read whole, and how many are for a person to read
// again. A cell that is one for several columns counts once.
func (a *Annex) Count() (read, again int) {
	for _, row := range a.Rows {
		for i, c := range row.Cells {
			switch {
			case c.Shared && i > 0 && row.Cells[i-1].Shared && row.Cells[i-1].Words == c.Words:
			case c.Sure() && len(row.Doubts) == 0:
				read++
			default:
				again++
			}
		}
	}
	return read, again
}

// Other is a table that is no table of criteria.
type Other struct {
	Table int
	Says  string // the beginning of its text
}

// Doubt is something for a person to look at. Row and Column are 0 where it concerns
// all of them.
type Doubt struct {
	Table, Row, Column int
	What               string
	Beside             bool // it is by what stands beside the cell: the rest of the row may be meant
}

func doubtAt(table, row, column int, format string, args ...any) Doubt {
	return Doubt{Table: table, Row: row, Column: column, What: fmt.Sprintf(format, args...)}
}

func (a *Annex) doubt(table, row int, format string, args ...any) {
	a.Doubts = append(a.Doubts, doubtAt(table, row, 0, format, args...))
}

// doubt is of all of a row.
func (r *Row) doubt(format string, args ...any) {
	r.Doubts = append(r.Doubts, doubtAt(r.Table, r.Row, 0, format, args...))
}

func (c *Cell) doubt(row *Row, format string, args ...any) {
	c.Doubts = append(c.Doubts, doubtAt(row.Table, row.Row, c.Column.At, format, args...))
}

// doubtBeside leaves a cell to a person for what stands beside it.
func (c *Cell) doubtBeside(row *Row, format string, args ...any) {
	c.doubt(row, format, args...)
	c.Doubts[len(c.Doubts)-1].Beside = true
}

// refuse leaves a cell to a person.
func (c *Cell) refuse(row *Row, why string) {
	c.Reading = threshold.Reading{Kind: threshold.Unread, Words: c.Words, Why: why}
	c.doubt(row, "%s", why)
}

// String says where and what.
func (d Doubt) String() string {
	var at []string
	for i, n := range []int{d.Table, d.Row, d.Column} {
		if n > 0 {
			at = append(at, fmt.Sprintf("%s %d", [...]string{"bảng", "dòng", "cột"}[i], n))
		}
	}
	return vi.Join(": ", strings.Join(at, ", "), d.What)
}

// Annex is the annex of communes of a level ("ntm", "nang-cao", "kieu-mau", "hien-dai").
// That there is none, or more than one, is a problem.Problem.
func (d *Decision) Annex(level string) (*Annex, error) {
	found := list.Where(d.Annexes, func(a *Annex) bool { return a.Level == level && a.Of == "xã" })
	switch len(found) {
	case 0:
		return nil, problem.Problem{File: d.File,
			Message: "không thấy bảng tiêu chí của mức này trong quyết định; đã thấy: " + cmp.Or(
				vi.List("; ", d.Annexes, func(a *Annex) string { return strconv.Quote(a.Title) }),
				"không có bảng nào"),
			Hint: "kiểm tra xem có chọn đúng tệp không"}
	case 1:
		return found[0], nil
	}
	return nil, problem.Problem{File: d.File,
		Message: fmt.Sprintf("có %d bảng cho cùng một mức (%s và %s): không rõ bảng nào có hiệu lực",
			len(found), found[0].where(), found[1].where()), Hint: "chỉ giữ lại phụ lục đúng trong tệp rồi thử lại"}
}
