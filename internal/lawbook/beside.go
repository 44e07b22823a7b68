package lawbook

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/list"
	"ntm/internal/vi"
)

// Page is a decision beside the law as its workbook has it, for who goes through it elsewhere: its rows with what may
// be written into them, and what was written already.
type Page struct {
	Rows    []Beside // of the sheet Đối chiếu, those first that a person must look at
	Lines   []Beside // of the sheet Chỉ tiêu mới
	Blank   []Field  // the entries of a line that a person adds
	Figures []string // of the dictionary, as an entry names them
	// Procedure is the sheet Thủ tục công nhận, none where it is not asked for.
	Procedure []Beside
	Head      []Field // what all of it shares
}

// Beside is a row of the workbook: what the decision says, what was read of it, what stands.
type Beside struct {
	ID              string
	Kind            collation.Kind
	No, Name        string
	When, Where     string
	Present, Status string
	Words           string // the decision's own
	Read            string // what is to be taken, "" for nothing
	Figure          string // by which a new indicator judges, as far as that is chosen
	Made            string // the new figure that it would be otherwise
	Why             []string
	Takes           bool     // a tick takes it, once a figure is chosen; else something must be written first
	Choices         []string // figures among which a person chooses; none where it is certain
	Ticked          bool
	Fields          []Field
}

// Field is an entry of a row.
type Field struct {
	ID, Title, Value string
	Choices          []string // what it takes
	Any              bool     // or anything else
}

// PageOf is a decision beside the law, with what was written so far; nil for nothing.
func PageOf(lib *criteria.Library, std *criteria.Standard, scope Scope, papers []collation.Paper,
	signed *Signed) *Page {
	e := reading(lib, std, scope, papers, *cmp.Or(signed, &Signed{}))
	out := &Page{Figures: e.words(listFigures)}
	for i := range e.read.Rows {
		if e.read.Rows[i].Said.Kind != collation.Absent {
			out.Rows = append(out.Rows, e.beside(&e.read.Rows[i]))
		}
	}
	columns := addColumns(e.law, scope.Columns, true)
	for _, n := range e.read.Lines {
		out.Lines = append(out.Lines, e.besideLine(n, columns))
	}
	out.Blank = e.fields(columns, nil, func(string) string { return "" })
	if setsProcedure(e.law) {
		e.procedurePage(out)
	}
	return out
}

// beside is a row of the sheet Đối chiếu.
func (e *exporter) beside(s *collation.Row) Beside {
	entry := e.rowEntries(s)
	out := Beside{ID: e.rowID(s), Kind: s.Said.Kind, No: s.Topic.No, Name: cmp.Or(s.Standing.Rule.Name, s.Topic.Name),
		When: s.When(), Where: s.Where(e.law), Present: s.Present(), Status: s.Status().Title(), Words: s.Said.Words,
		Read: wayAnd(entry(idWay), entry(idValue)), Why: s.Said.Why, Ticked: entry(idTick) != ""}
	if s.Path != "" {
		out.No += ", phần " + s.Path
	}
	if s.Standing.Zoned() || s.Said.Kind == collation.Rewritten {
		return out
	}
	out.Takes = out.Read != ""
	out.Fields = e.fields(readLayout.columns, nil, entry)
	return out
}

// besideLine is a line of the sheet Chỉ tiêu mới.
func (e *exporter) besideLine(n *collation.Line, columns []column) Beside {
	entry := e.lineEntries(n, columns)
	out := Beside{ID: e.lineID(n, columns), Kind: n.Kind, No: n.No, Name: vi.Join(": ", n.Name, n.Part), Where: n.Case,
		Present: n.Before(), Words: n.Words, Read: e.asked(entry), Why: n.Why, Ticked: entry(idTick) != "",
		Fields: e.fields(columns, n, entry)}
	if n.Year != 0 {
		out.When = "năm " + strconv.Itoa(n.Year)
	}
	if n.Figure == nil && len(n.Candidates) > 0 {
		out.Choices = choices(n)
	}
	out.Made = "số liệu mới: " + vi.Join(", ", entry(idNewName), entry(idUnit))
	if over := entry(idOver); over != "" {
		out.Made += " (" + entry(idNumerator) + " / " + over + ")"
	}
	if out.Figure = entry(idFigure); out.Figure == "" && out.Choices == nil {
		out.Figure = NewFigure
	}
	isWhole := out.Figure != NewFigure || entry(idUnit) != ""
	out.Takes = out.Read != "" && isWhole
	return out
}

// wayAnd is a way to judge with its threshold. "Đạt" is both.
func wayAnd(way, value string) string {
	if way == value {
		return value
	}
	return vi.Join(" ", way, value)
}

// asked is what the entries of a line ask, in words; "" for nothing.
func (e *exporter) asked(entry func(id string) string) string {
	way := entry(idWay)
	if all := entry(idValue); all != "" {
		return wayAnd(way, all)
	}
	var parts []string
	for _, c := range e.law.Columns {
		if at := entry(idAt + string(c)); at != "" {
			if way != "" && strings.ContainsAny(at[:1], "0123456789") {
				at = way + " " + at
			}
			title, _, _ := strings.Cut(e.law.ColumnTitle(c), ",")
			parts = append(parts, title+": "+at)
		}
	}
	return cmp.Or(strings.Join(parts, "; "), way)
}

// notOnPage are entries of a row that all rows of a page share, and its tick.
var notOnPage = []string{idTick, idBy, idOn}

// fields are the entries of columns.
func (e *exporter) fields(columns []column, n *collation.Line, entry func(id string) string) []Field {
	var out []Field
	for _, c := range columns {
		if !c.entry || slices.Contains(notOnPage, c.id) {
			continue
		}
		f := Field{ID: c.id, Title: c.title, Value: entry(c.id)}
		switch {
		case c.id == idWay:
			f.Choices = addWays
		case c.id == idUnit:
			f.Choices = e.words(listUnits)
		case c.id == idCriterion:
			f.Choices, f.Any = e.words(listCriteria), true
		case c.id == idFigure && n != nil && len(n.Candidates) > 0:
			f.Choices, f.Any = choices(n), true
		case c.id == idFigure:
			f.Any = true // of [Page.Figures]
		}
		out = append(out, f)
	}
	return out
}

// procedurePage is the sheet Thủ tục công nhận.
func (e *exporter) procedurePage(out *Page) {
	for _, f := range procedureHead {
		if slices.Contains(notOnPage, f.id) {
			continue
		}
		out.Head = append(out.Head, Field{ID: f.id, Title: f.title, Value: e.signed.Procedure[""][f.id]})
	}
	for _, r := range procedureRows {
		one := Beside{ID: r.id, Name: r.what, Where: r.group, Present: presentProcedure(e.law, r.id),
			Why: []string{r.how}}
		for _, c := range procedureEntries {
			f := Field{ID: c.id, Title: c.title, Value: e.signed.Procedure[r.id][c.id]}
			if c.id == idValue && strings.HasPrefix(r.how, "Có") {
				f.Choices = yesOrNotSet
			}
			one.Fields = append(one.Fields, f)
		}
		out.Procedure = append(out.Procedure, one)
	}
}

// Left are the rows that nobody has ticked, of those that a tick may take.
func (p *Page) Left() int {
	return list.Count(slices.Concat(p.Rows, p.Lines), func(b Beside) bool { return !b.Ticked && b.Fields != nil })
}
