package web

import (
	"ntm/criteria"
	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/vi"
	"ntm/internal/web/page"
)

// figureView is a figure with the cells it is typed into.
type figureView struct {
	ID, Name, Unit string
	Read           string // how the cells are read, "" for not at all
	Before         string // what it was in the year before, "" for not known
	LastYear       int
	Section        string // where it stands if in a table of its own
	SectionAt      string // the page of that
	Elsewhere      string // the number of the indicator where its cells stand, with their anchor
	ElsewhereAt    string
	Cells          []cellView
	Proofs         []proofView // the evidence that it cites
}

// cellView is a cell with what stands in it.
type cellView struct {
	ID, Label, Text string
	Sheet, Item     string
	Input           string // the id of its input
	Version         int
	Wrong, Noted    []string // what is wrong with it, or was read one way of two
	Wide            bool
	Saved           bool // it was written just now
}

// columns are the cells of a figure, in the order in which Tab goes through them.
var columns = []struct {
	id, label  string
	rate, wide bool
}{
	{id: "ntm:value", label: "Kết quả"},
	{id: "ntm:numerator", label: "Tử số", rate: true},
	{id: "ntm:denominator", label: "Mẫu số", rate: true},
	{id: "ntm:evidence", label: "Minh chứng số"},
	{id: "ntm:note", label: "Ghi chú", wide: true},
}

// cells are those of a figure.
func (r *rows) cells(entry *criteria.Figure) []cellView {
	parts := map[string]string{"ntm:numerator": entry.Numerator, "ntm:denominator": entry.Denominator}
	var out []cellView
	for _, c := range columns {
		if c.rate && entry.Numerator == "" {
			continue
		}
		at := form.Place{Sheet: layout.FigureSheet, Item: entry.ID, ID: c.id}
		stands := r.working.Cells[at]
		v := cellView{ID: c.id, Label: vi.Join(": ", c.label, parts[c.id]), Text: stands.Value, Sheet: at.Sheet,
			Item: at.Item, Input: inputOf(at), Version: stands.Version, Wide: c.wide,
			Wrong: page.Told(r.working.Entered.Wrong[at]), Noted: page.Told(r.working.Entered.Noted[at])}
		out = append(out, v)
	}
	return out
}

// inputOf is the id of a cell's input; that of a figure's value bears its name alone.
func inputOf(at form.Place) string {
	if at.ID == columns[0].id {
		return "o-" + at.Item
	}
	return "o-" + at.Item + "-" + at.ID[len("ntm:"):]
}
