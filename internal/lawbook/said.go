package lawbook

import (
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/xlsx/draw"
)

// said is what a decision says of a threshold, in its words and as they were read.
type said struct {
	kind  Kind
	words string // the decision's own
	asks  demand
	why   []string // why a person must read it again
	paper *Paper
	first *Paper // the one that the head of the sheet names
}

// doubt leaves the threshold to a person.
func (s *said) doubt(why ...string) {
	for _, one := range why {
		if one != "" && !slices.Contains(s.why, one) {
			s.why = append(s.why, one)
			s.kind = Again
		}
	}
}

// alike tells whether two thresholds may stand in one row.
func (s *said) alike(o *said) bool {
	return s.kind == o.kind && s.words == o.words && s.paper == o.paper && s.asks.value() == o.asks.value() &&
		s.asks.op == o.asks.op && slices.Equal(s.why, o.why)
}

// entry is what the machine puts into a cell that an official writes in.
func (s *said) entry(id string) string {
	if s == nil {
		return ""
	}
	switch id {
	case idValue:
		return s.asks.value()
	case idWay:
		return s.asks.way()
	}
	if s.paper == nil || s.paper == s.first {
		return ""
	}
	switch id {
	case idDecision:
		return s.paper.Decision.Number
	case idDate:
		return dayText(s.paper.Decision.Date)
	case idArticle:
		return s.paper.article()
	}
	return ""
}

// The marks of a row that the machine put in: whether ticking all rows takes it.
const (
	markSure   = "chắc"
	markAgain  = "xem lại"
	markNone   = "không có"
	markChoose = "chọn"
)

// marker is what the machine put into a row: whether it is sure, and its entries.
func (s *said) marker() string {
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
	Same:   draw.Good,
	Absent: draw.Idle}

// cell is what the decision says, for the official to read.
func (s *said) cell(what shown) draw.Cell {
	switch what {
	case theKind:
		return draw.Text(string(s.kind), centre.On(kindShades[s.kind]))
	case theWords:
		return draw.Text(s.words, body)
	case theWhy:
		return draw.Text(strings.Join(s.why, ";\n"), small)
	}
	return draw.Cell{}
}

// rank is the place of a kind among those that a person looks at.
func (k Kind) rank() int { return slices.Index(Kinds, k) }

// layerRank is the place of a layer among those that override each other.
func layerRank(l criteria.Layer) int { return slices.Index(criteria.Layers, l) }
