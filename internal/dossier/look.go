package dossier

import (
	"github.com/xuri/excelize/v2"
	"ntm/internal/assess"
)

// look is how a cell appears. Equal looks share one style of the workbook.
type look struct {
	size         float64 // in points; 0 for that of a table
	bold, italic bool
	across, down string // alignment; "" for left and middle
	boxed        bool   // with a thin border all around
	ruled        bool   // with a line on top
	underlined   bool   // leads somewhere
	open         bool   // for filling in; on a form all else is locked
	shade        string // background, as RRGGBB
	inset        bool   // away from the border it is aligned to
	format       string // of a number, which shrinks when it finds no room; "" for words, which wrap
}

const tableSize = 11

// The looks that the sheets share. Nghị định 30/2020 sets 13 to 14 points for
// titles and text; tables are set in 11 so that ten columns fit a page.
var (
	plain    = look{size: 13}
	title    = look{size: 14, bold: true, across: "center"}
	subtitle = look{size: 13, bold: true, across: "center"}
	remark   = look{size: 12, italic: true, across: "center"}
	section  = look{size: 13, bold: true}
	small    = look{size: 9, italic: true}
	colHead  = look{bold: true, across: "center", boxed: true, shade: "E7E6E6"}
	body     = look{boxed: true}
	label    = look{boxed: true, bold: true}
	group    = look{boxed: true, bold: true, shade: "F2F2F2"}
	entry    = look{boxed: true, bold: true, across: "center", open: true, shade: "FFF9DB"}
	trial    = look{boxed: true, across: "center", open: true, shade: "FFF9DB"}
)

func (l look) centred() look            { l.across = "center"; return l }
func (l look) atTop() look              { l.down = "top"; return l }
func (l look) flushLeft() look          { l.across = ""; return l }
func (l look) right() look              { l.across = "right"; return l }
func (l look) insetRight() look         { l.across, l.inset = "right", true; return l }
func (l look) inBold() look             { l.bold = true; return l }
func (l look) inItalic() look           { l.italic = true; return l }
func (l look) shown(format string) look { l.format = format; return l }

func (l look) points() float64 {
	if l.size == 0 {
		return tableSize
	}
	return l.size
}

func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: l.points(), Bold: l.bold, Italic: l.italic, Color: "000000"},
		Alignment: &excelize.Alignment{Horizontal: l.across, Vertical: l.down, WrapText: l.format == "", ShrinkToFit: l.format != ""},
	}
	if l.down == "" {
		s.Alignment.Vertical = "center"
	}
	if l.underlined {
		s.Font.Underline = "single"
	}
	if l.open {
		s.Protection = &excelize.Protection{Locked: false}
	}
	if l.inset {
		s.Alignment.Indent = 1
	}
	if l.shade != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.shade}}
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	var edges []string
	switch {
	case l.boxed:
		edges = []string{"left", "top", "right", "bottom"}
	case l.ruled:
		edges = []string{"top"}
	}
	for _, edge := range edges {
		s.Border = append(s.Border, excelize.Border{Type: edge, Style: 1, Color: "000000"})
	}
	return s
}

// mark is how a verdict looks in a column of verdicts.
type mark struct {
	outcome assess.Outcome
	look    look
	ink     string
}

// marks depend on the word in the cell, so a verdict that changes is marked anew.
// Printed without colour, what failed is bold on grey and what is unknown italic.
var marks = []mark{
	{assess.NotMet, look{bold: true, shade: "F4B6B6"}, "9C0006"},
	{assess.NoFigure, look{italic: true, shade: "FFF2CC"}, "000000"},
	{assess.NoThreshold, look{italic: true, shade: "FFF2CC"}, "000000"},
	{assess.Undetermined, look{italic: true, shade: "FFF2CC"}, "000000"},
	{assess.NotApplicable, look{italic: true}, "595959"},
}

// outcomeMarks are the conditional formats of a column of verdicts.
func outcomeMarks(file *excelize.File) ([]excelize.ConditionalFormatOptions, error) {
	out := make([]excelize.ConditionalFormatOptions, 0, len(marks))
	for _, m := range marks {
		style := &excelize.Style{Font: &excelize.Font{Bold: m.look.bold, Italic: m.look.italic, Color: m.ink}}
		if m.look.shade != "" {
			style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{m.look.shade}}
		}
		id, err := file.NewConditionalStyle(style)
		if err != nil {
			return nil, err
		}
		out = append(out, excelize.ConditionalFormatOptions{
			Type: "cell", Criteria: "==", Value: `"` + m.outcome.Word() + `"`, Format: &id,
		})
	}
	return out, nil
}
