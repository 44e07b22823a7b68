package blank

import (
	"io"
	"time"

	"ntm/internal/xlsx/draw"
)

var (
	plain   = draw.Look{Size: 11}
	title   = draw.Look{Size: 14, Bold: true, Flat: true}
	remark  = draw.Look{Size: 11, Italic: true, Flat: true}
	section = draw.Look{Size: 11, Bold: true}
	colHead = boxed(10).InBold().Centred().On(draw.ScreenHead)
	toFill  = boxed(10).InBold().Centred().On(draw.EntryHead)
	body    = boxed(11)
	label   = boxed(11).InBold()
	centre  = boxed(10).Centred()
	small   = boxed(9)
	group   = draw.Look{Size: 11, Bold: true, Flat: true, Shade: draw.Group}
	entry   = draw.Look{Size: 11, Box: draw.Grey, Open: true, Shade: draw.Entry}
	counted = entry.Centred()
	idle    = boxed(11).On(draw.Idle)
)

func boxed(size float64) draw.Look { return draw.Look{Size: size, Box: draw.Grey} }

// stateLooks mark the states. Printed without colour their words differ, and
// what is to be looked at is bold.
var stateLooks = []draw.Marked{
	{Word: stateGiven, Ink: draw.Black, Shade: draw.Good},
	{Word: stateWords, Ink: draw.Black, Shade: draw.Good},
	{Word: stateMissing, Italic: true, Ink: draw.Black, Shade: draw.Paper},
	{Word: stateOdd, Bold: true, Ink: draw.Black, Shade: draw.Odd},
	{Word: stateWrong, Bold: true, Ink: draw.Black, Shade: draw.Wrong},
	{Word: stateOld, Italic: true, Ink: draw.Black, Shade: draw.Fair},
	{Word: stateIdle, Italic: true, Ink: draw.Black, Shade: draw.Idle},
	{Word: stateFree, Italic: true, Ink: draw.Black, Shade: draw.Paper},
	{Word: stateExtra, Ink: draw.Black, Shade: draw.Extra},
}

// page is a sheet of the form as it is laid down.
type page struct{ draw.Sheet }

// blankPage is an empty sheet, locked but for its open cells, with columns of so
// many characters.
func blankPage(name, footer string, p draw.Page, widths ...float64) *page {
	p.Work, p.Footer, p.Middle = true, footer, name
	return &page{draw.Sheet{
		Name: name, Page: p, Widths: draw.Characters(widths...), Least: 17, Locked: &draw.Lock{Filter: true},
	}}
}

// write writes a workbook of these pages.
func write(w io.Writer, subject string, at time.Time, pages ...*page) error {
	sheets := make([]*draw.Sheet, len(pages))
	for i, p := range pages {
		if p.Texts == "" { // what is typed as text stays text
			p.Texts = draw.Cells(1, 1, p.Columns(), max(1, p.Last()))
		}
		sheets[i] = &p.Sheet
	}
	return draw.Write(w, draw.About{Title: subject, Author: "ntm", At: at, Words: stateLooks}, sheets)
}
