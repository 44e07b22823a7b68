package lawbook

import (
	"cmp"
	"io"
	"time"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/vi"
	"ntm/internal/xlsx/draw"
)

// Signed is what a person says of a decision that was read: which rows stand as its words have
// them, who says so, and on what day.
type Signed struct {
	By       string
	On       criteria.Date
	Decision criteria.Document // where the decision's own text does not tell
	Keys     map[string]bool   // of the rows
}

// Beside is a threshold of a decision beside the program's own.
type Beside struct {
	Key             string
	Kind            collation.Kind
	No, Name        string
	When, Where     string
	Present, Status string
	Words           string // the decision's own
	Read            string // what was read of them, "" for nothing
	Why             []string
	Takes           bool // a tick takes what was read; else a person types it in the workbook
}

// BesideOf are the rows of the sheet Đối chiếu, those first that a person must look at, with how
// many indicators are new: these are done in the workbook.
func BesideOf(lib *criteria.Library, std *criteria.Standard, scope Scope, papers []collation.Paper) (rows []Beside,
	fresh int) {
	l := collation.NewLaw(lib, std, scope.Province)
	read := collation.Collate(l, scope.Columns, papers)
	for i := range read.Rows {
		s := &read.Rows[i]
		if s.Said.Kind == collation.Absent {
			continue
		}
		name := cmp.Or(s.Standing.Rule.Name, s.Topic.Name)
		value := s.Said.Asks.Value()
		if way := s.Said.Asks.Way(); way != value { // "Đạt" is both
			value = vi.Join(" ", way, value)
		}
		rows = append(rows, Beside{Key: s.Key(l), Kind: s.Said.Kind, No: s.Topic.No, Name: name, When: s.When(),
			Where: s.Where(l), Present: s.Present(), Status: s.Status().Title(), Words: s.Said.Words, Read: value,
			Why: s.Said.Why, Takes: value != "" && !s.Standing.Zoned()})
	}
	return rows, len(read.Lines)
}

// ExportSigned writes the workbook that ExportRead does, filled in as a person signed it.
func ExportSigned(w io.Writer, lib *criteria.Library, std *criteria.Standard, scope Scope, papers []collation.Paper,
	at time.Time, signed *Signed) error {
	l := collation.NewLaw(lib, std, scope.Province)
	e := exporter{law: l, scope: scope, at: at, read: collation.Collate(l, scope.Columns, papers), signed: signed}
	return draw.Write(w, draw.About{Title: "Đối chiếu ngưỡng: " + std.Name, Author: "ntm", At: at}, e.sheets())
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
