package lawbook

import (
	"cmp"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/collation"
	"ntm/internal/list"
	"ntm/internal/xlsx/draw"
)

// basisEntry is what the cells that cite a decision hold of it.
func basisEntry(p *collation.Paper, id string) string {
	return map[string]string{idDecision: p.Decision.Number, idDate: typedDay(p.Decision.Date),
		idArticle: p.Article()}[id]
}

// headEntry is what the machine puts into an entry that every row shares.
func (e *exporter) headEntry(id string) string {
	if e.read == nil {
		return ""
	}
	return cmp.Or(e.signed.signs(id), basisEntry(e.first(), id))
}

// first is the decision that the head of the sheet names.
func (e *exporter) first() *collation.Paper { return &e.read.Papers[0] }

// saidEntry is what the machine puts into a cell of the sheet Đối chiếu that an
// official writes in.
func (e *exporter) saidEntry(s *collation.Said, id string) string {
	switch {
	case id == idValue:
		return s.Asks.Value()
	case id == idWay:
		return s.Asks.Way()
	case s.Paper == nil || s.Paper == e.first():
		return ""
	}
	return basisEntry(s.Paper, id)
}

// rowEntries are what stands in the cells of a row of the sheet Đối chiếu that an official writes in, by their columns.
func (e *exporter) rowEntries(s *collation.Row) func(id string) string {
	if s.Said == nil {
		return func(string) string { return "" }
	}
	row := e.rowID(s)
	return func(id string) string { return e.signed.over(row, id, e.saidEntry(s.Said, id)) }
}

// lineEntries are the same of a line of the sheet Chỉ tiêu mới.
func (e *exporter) lineEntries(n *collation.Line, columns []column) func(id string) string {
	row := e.lineID(n, columns)
	return func(id string) string { return e.signed.over(row, id, e.lineEntry(n, id)) }
}

// lineEntry is what the machine puts into a cell of the sheet Chỉ tiêu mới.
func (e *exporter) lineEntry(n *collation.Line, id string) string {
	switch id {
	case idCriterion:
		return n.Criterion
	case idNo:
		return n.No
	case idName:
		return n.Name
	case idPart:
		return n.Part
	case idYear:
		if n.Year != 0 {
			return strconv.Itoa(n.Year)
		}
	case idCase:
		return n.Case
	case idWords:
		return n.Words
	case idWay:
		return collation.Way(n.Op)
	case idValue:
		return n.All
	}
	if column, ok := strings.CutPrefix(id, idAt); ok {
		return n.At[criteria.Region(column)]
	}
	if text := figureEntry(n, id); text != "" || n.Paper == e.first() {
		return text
	}
	return basisEntry(n.Paper, id)
}

// figureEntry is what says by which figure a line judges.
func figureEntry(n *collation.Line, id string) string {
	if n.Figure != nil {
		if id == idFigure {
			return figureChoice(n.Figure)
		}
		return ""
	}
	f := &n.Invented
	return map[string]string{idNewName: f.Name, idUnit: string(f.Unit), idNumerator: f.Numerator, idOver: f.Denominator,
		idCounted: f.CountedIn}[id]
}

// choices are the figures that a person chooses among; the last is one of its own.
func choices(n *collation.Line) []string {
	out := list.Map(n.Candidates, figureChoice)
	return append(out, NewFigure)
}

// The marks of a row that the machine put in: whether ticking all rows takes it.
const (
	markSure   = "chắc"
	markAgain  = "xem lại"
	markNone   = "không có"
	markChoose = "chọn"
	markEither = "chọn, xem lại" // as that, but what is doubtful was left out of it
)

// marker is what the machine put into a row: whether it is sure, and its entries.
func marker(s *collation.Said) string {
	if s == nil {
		return ""
	}
	sure := markSure
	switch s.Kind {
	case collation.Again, collation.Choose:
		sure = markAgain
	case collation.Absent, collation.Rewritten:
		sure = markNone
	}
	return strings.Join([]string{sure, s.Asks.Value(), s.Asks.Way()}, "|")
}

// kindShades colour the kinds, whose words stand in the cell as well.
var kindShades = map[collation.Kind]string{collation.Again: draw.Wrong, collation.Choose: draw.Odd,
	collation.Rewritten: draw.Odd,
	collation.Other:     draw.Unsure, collation.New: draw.Fair,
	collation.Same: draw.Good, collation.Absent: draw.Idle}

// saidCells are what the decision says, for the official to read.
func saidCells(kind collation.Kind, words string, why []string) map[shown]draw.Cell {
	return map[shown]draw.Cell{theKind: draw.Text(string(kind), centre.On(kindShades[kind])),
		theWords: draw.Text(words, body), theWhy: draw.Text(strings.Join(why, ";\n"), small)}
}
