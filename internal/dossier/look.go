package dossier

import (
	"io"

	"ntm/internal/assess"
	"ntm/internal/xlsx/draw"
)

// The looks that the sheets share. Nghị định 30/2020 sets 13 to 14 points for
// titles and text; tables are set in 11 so that ten columns fit a page.
var (
	plain    = draw.Look{Size: 13}
	title    = draw.Look{Size: 14, Bold: true, Across: "center"}
	subtitle = draw.Look{Size: 13, Bold: true, Across: "center"}
	remark   = draw.Look{Size: 12, Italic: true, Across: "center"}
	section  = draw.Look{Size: 13, Bold: true}
	small    = draw.Look{Size: 9, Italic: true}
	colHead  = draw.Look{Bold: true, Across: "center", Box: draw.Black, Shade: draw.PaperHead}
	body     = draw.Look{Box: draw.Black}
	label    = draw.Look{Box: draw.Black, Bold: true}
	group    = draw.Look{Box: draw.Black, Bold: true, Shade: draw.Group}
	entry    = draw.Look{Box: draw.Black, Bold: true, Across: "center", Open: true, Shade: draw.Entry}
	trial    = draw.Look{Box: draw.Black, Across: "center", Open: true, Shade: draw.Entry}
)

// heads are column heads of one column each.
func heads(titles ...string) []draw.Cell {
	cells := make([]draw.Cell, len(titles))
	for i, t := range titles {
		cells[i] = draw.Text(t, colHead)
	}
	return cells
}

// marks are how verdicts look in a column of verdicts. Printed without colour, what
// failed is bold on grey and what is unknown italic.
var marks = []draw.Marked{
	{Word: assess.NotMet.Word(), Bold: true, Shade: draw.Wrong, Ink: draw.Red},
	{Word: assess.NoFigure.Word(), Italic: true, Shade: draw.Unsure, Ink: draw.Black},
	{Word: assess.NoThreshold.Word(), Italic: true, Shade: draw.Unsure, Ink: draw.Black},
	{Word: assess.Undetermined.Word(), Italic: true, Shade: draw.Unsure, Ink: draw.Black},
	{Word: assess.NotApplicable.Word(), Italic: true, Ink: draw.Faint},
}

// draftMark stands at the head of every page of a draft, and nothing else does.
const draftMark = "DỰ THẢO"

// write writes a paper of these sheets, which carries the fingerprint of what it
// was made of.
func write(w io.Writer, a draw.About, fingerprint string, sheets ...*draw.Sheet) error {
	a.Company, a.Words, a.Property = a.Author, marks, draw.Property{Name: fingerprintName, Value: fingerprint}
	return draw.Write(w, a, sheets)
}
