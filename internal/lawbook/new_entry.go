package lawbook

import (
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/vi"
)

// choices are what a person chooses among; the last is a figure of its own.
func (n *newLine) choices() []string { return append(slices.Clone(n.candidates), newFigure) }

// newFigure is the choice of a figure that the dictionary does not have.
const newFigure = "Số liệu mới (như ghi ở các ô bên phải)"

// isNewFigure tells whether that is chosen.
func isNewFigure(text string) bool { return vi.FoldTone(text) == vi.FoldTone(newFigure) }

// notApplied is said of a column of whose communes nothing is asked.
const notApplied = "Không áp dụng"

func isNotApplied(text string) bool { return vi.FoldTone(text) == vi.FoldTone(notApplied) }

// entry is what the machine puts into a cell that an official writes in.
func (n *newLine) entry(id string) string {
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
		if n.op == criteria.DeclaredMet {
			return "Đạt"
		}
		return way(n.op)
	case idValue:
		return n.all
	case idFigure:
		if n.figure != nil {
			return figureChoice(n.figure)
		}
	}
	if column, ok := strings.CutPrefix(id, idAt); ok {
		return n.at[criteria.Region(column)]
	}
	if n.figure == nil {
		if text := n.inventedEntry(id); text != "" {
			return text
		}
	}
	if n.paper == n.first {
		return ""
	}
	return (&said{paper: n.paper}).entry(id)
}

func (n *newLine) inventedEntry(id string) string {
	f := &n.invented
	return map[string]string{idNewName: f.Name, idUnit: string(f.Unit), idNumerator: f.Numerator, idOver: f.Denominator,
		idCounted: f.CountedIn}[id]
}
