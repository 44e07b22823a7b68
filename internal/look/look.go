package look

import (
	"ntm/internal/assess"
	"ntm/internal/list"
	"ntm/internal/xlsx/draw"
)

// The looks that the sheets share. Nghị định 30/2020 sets 13 to 14 points for
// titles and text; tables are set in 11 so that ten columns fit a page.
var (
	Plain    = draw.Look{Size: 13}
	Title    = draw.Look{Size: 14, Bold: true, Across: "center"}
	Subtitle = draw.Look{Size: 13, Bold: true, Across: "center"}
	Remark   = draw.Look{Size: 12, Italic: true, Across: "center"}
	Section  = draw.Look{Size: 13, Bold: true}
	Small    = draw.Look{Size: 9, Italic: true}
	Head     = draw.Look{Bold: true, Across: "center", Box: draw.Black, Shade: draw.PaperHead} // of a column
	Body     = draw.Look{Box: draw.Black}                                                      // of a table
	Label    = draw.Look{Box: draw.Black, Bold: true}
	Group    = draw.Look{Box: draw.Black, Bold: true, Shade: draw.Group}
	Entry    = draw.Look{Box: draw.Black, Bold: true, Across: "center", Open: true, Shade: draw.Entry}
	Trial    = draw.Look{Box: draw.Black, Across: "center", Open: true, Shade: draw.Entry} // holds a value already
)

// NotYet stands where there is nothing to compute with.
const NotYet = "……"

// Locked is a sheet of which only the open cells take anything.
var Locked = &draw.Lock{Format: true}

// Heads are column heads of one column each.
func Heads(titles ...string) []draw.Cell {
	return list.Map(titles, func(t string) draw.Cell { return draw.Text(t, Head) })
}

// Over is the cells of a row spread over so many columns each.
func Over(cells []draw.Cell, spans ...int) []draw.Cell {
	for i, n := range spans {
		cells[i] = cells[i].Over(n)
	}
	return cells
}

// Marks are how verdicts look in a column of verdicts. Printed without colour, what
// failed is bold on grey and what is unknown italic.
var Marks = []draw.Marked{
	{Word: assess.NotMet.Word(), Bold: true, Shade: draw.Wrong, Ink: draw.Red},
	{Word: assess.NoFigure.Word(), Italic: true, Shade: draw.Unsure, Ink: draw.Black},
	{Word: assess.NoThreshold.Word(), Italic: true, Shade: draw.Unsure, Ink: draw.Black},
	{Word: assess.Undetermined.Word(), Italic: true, Shade: draw.Unsure, Ink: draw.Black},
	{Word: assess.NotApplicable.Word(), Italic: true, Ink: draw.Faint},
}

// Text is a cell of words in a table.
func Text(words string) draw.Cell { return draw.Text(words, Body) }

// Mid is a cell of a table with its words in the middle.
func Mid(words string) draw.Cell { return draw.Text(words, Body.Centred()) }

// Blank is an empty cell of a table.
func Blank() draw.Cell { return draw.Blank(Body) }
