package lawbook

import (
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/xlsx/draw"
)

// basisEntry is what the cells that cite a decision hold of it.
func basisEntry(p *Paper, id string) string {
	switch id {
	case idDecision:
		return p.Decision.Number
	case idDate:
		if !p.Decision.Date.IsZero() {
			return p.Decision.Date.Format("2/1/2006")
		}
	case idArticle:
		return p.article()
	}
	return ""
}

// headEntry is what the machine puts into an entry that every row shares.
func (e *exporter) headEntry(id string) string {
	if e.read == nil {
		return ""
	}
	return basisEntry(e.first(), id)
}

// first is the decision that the head of the sheet names.
func (e *exporter) first() *Paper { return &e.read.papers[0] }

// saidEntry is what the machine puts into a cell of the sheet Đối chiếu that an
// official writes in.
func (e *exporter) saidEntry(s *said, id string) string {
	switch {
	case s == nil:
		return ""
	case id == idValue:
		return s.asks.value()
	case id == idWay:
		return s.asks.way()
	case s.paper == nil || s.paper == e.first():
		return ""
	}
	return basisEntry(s.paper, id)
}

// lineEntry is what the machine puts into a cell of the sheet Chỉ tiêu mới.
func (e *exporter) lineEntry(n *newLine, id string) string {
	switch id {
	case idCriterion:
		return n.criterion
	case idNo:
		return n.no
	case idName:
		return n.name
	case idPart:
		return n.part
	case idYear:
		if n.year != 0 {
			return strconv.Itoa(n.year)
		}
	case idWords:
		return n.words
	case idWay:
		return way(n.op)
	case idValue:
		return n.all
	}
	if column, ok := strings.CutPrefix(id, idAt); ok {
		return n.at[criteria.Region(column)]
	}
	if text := figureEntry(n, id); text != "" || n.paper == e.first() {
		return text
	}
	return basisEntry(n.paper, id)
}

// figureEntry is what says by which figure a line judges.
func figureEntry(n *newLine, id string) string {
	if n.figure != nil {
		if id == idFigure {
			return figureChoice(n.figure)
		}
		return ""
	}
	f := &n.invented
	return map[string]string{idNewName: f.Name, idUnit: string(f.Unit), idNumerator: f.Numerator, idOver: f.Denominator,
		idCounted: f.CountedIn}[id]
}

// choices are the figures that a person chooses among; the last is one of its own.
func choices(n *newLine) []string {
	var out []string
	for _, f := range n.candidates {
		out = append(out, figureChoice(f))
	}
	return append(out, newFigure)
}

// The marks of a row that the machine put in: whether ticking all rows takes it.
const (
	markSure   = "chắc"
	markAgain  = "xem lại"
	markNone   = "không có"
	markChoose = "chọn"
)

// marker is what the machine put into a row: whether it is sure, and its entries.
func marker(s *said) string {
	if s == nil {
		return ""
	}
	sure := markSure
	switch s.kind {
	case Again, Choose:
		sure = markAgain
	case Absent:
		sure = markNone
	}
	return strings.Join([]string{sure, s.asks.value(), s.asks.way()}, "|")
}

// kindShades colour the kinds, whose words stand in the cell as well.
var kindShades = map[Kind]string{Again: draw.Wrong, Choose: draw.Odd, Other: draw.Unsure, New: draw.Fair,
	Same: draw.Good, Absent: draw.Idle}

// saidCell is what the decision says, for the official to read.
func saidCell(what shown, kind Kind, words string, why []string) draw.Cell {
	switch what {
	case theKind:
		return draw.Text(string(kind), centre.On(kindShades[kind]))
	case theWords:
		return draw.Text(words, body)
	case theWhy:
		return draw.Text(strings.Join(why, ";\n"), small)
	}
	return draw.Cell{}
}
