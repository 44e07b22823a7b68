package draw

import (
	"cmp"

	"github.com/xuri/excelize/v2"
)

// Look is how a cell appears. Equal looks share one style of the workbook.
type Look struct {
	Size         float64 // in points; 0 for that of a table
	Bold, Italic bool
	Across, Down string // alignment; "" for left and middle
	Box          string // colour of a thin border all around, "" for none
	Ruled        bool   // with a line on top
	Underlined   bool   // leads somewhere
	Open         bool   // for filling in; on a locked sheet all else is locked
	Shade        string // background
	Inset        bool   // away from the border it is aligned to
	Flat         bool   // does not wrap
	Format       string // of a number, which shrinks when it finds no room; "" for words
}

// AsTyped is the format of cells whose content stays as it is typed: Excel would
// make a number of "1,2" and a month of "5/11".
const AsTyped = "@"

const asTypedNumber = 49 // under which Excel keeps that format

// TableSize is the size of a table's letters, in points.
const TableSize = 11

// unseen is the look of what only programs read.
var unseen = Look{Size: 8}

// Centred is the look with its words in the middle.
func (l Look) Centred() Look { l.Across = "center"; return l }

// FlushLeft is the look with words at the left and numbers at the right.
func (l Look) FlushLeft() Look { l.Across = ""; return l }

// ToRight is the look with its words at the right.
func (l Look) ToRight() Look { l.Across = "right"; return l }

// InsetRight is the look with its words at the right, away from the border.
func (l Look) InsetRight() Look { l.Across, l.Inset = "right", true; return l }

// AtTop is the look with its words at the top.
func (l Look) AtTop() Look { l.Down = "top"; return l }

// AtBottom has the words stand at the bottom of the cell.
func (l Look) AtBottom() Look { l.Down = "bottom"; return l }

// InBold is the look in bold.
func (l Look) InBold() Look { l.Bold = true; return l }

// InItalic is the look in italic.
func (l Look) InItalic() Look { l.Italic = true; return l }

// On is the look on a background.
func (l Look) On(shade string) Look { l.Shade = shade; return l }

// Shown is the look of a number in a format.
func (l Look) Shown(format string) Look { l.Format = format; return l }

func (l *Look) points() float64 { return cmp.Or(l.Size, TableSize) }

func (l Look) style() *excelize.Style {
	shrinks := l.Format != "" && l.Format != AsTyped
	s := &excelize.Style{
		Font: &excelize.Font{Family: font, Size: l.points(), Bold: l.Bold, Italic: l.Italic, Color: Black},
		Alignment: &excelize.Alignment{
			Horizontal: l.Across, Vertical: cmp.Or(l.Down, "center"), WrapText: !shrinks && !l.Flat,
			ShrinkToFit: shrinks,
		},
		Fill: fill(l.Shade),
	}
	if l.Underlined {
		s.Font.Underline = "single"
	}
	if l.Open {
		s.Protection = &excelize.Protection{Locked: false}
	}
	if l.Inset && !shrinks { // LibreOffice insets a number that shrinks now so, now otherwise
		s.Alignment.Indent = 1
	}
	switch {
	case l.Format == AsTyped:
		s.NumFmt = asTypedNumber
	case l.Format != "":
		s.CustomNumFmt = &l.Format
	}
	if l.Box != "" {
		for _, edge := range []string{"left", "top", "right", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: edge, Style: 1, Color: l.Box})
		}
	} else if l.Ruled {
		s.Border = []excelize.Border{{Type: "top", Style: 1, Color: Black}}
	}
	return s
}

func fill(shade string) excelize.Fill {
	if shade == "" {
		return excelize.Fill{}
	}
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{shade}}
}

// Marked is how a word looks that is marked: the look depends on the word that
// stands in the cell, so one that changes is marked anew.
type Marked struct {
	Word         string
	Bold, Italic bool
	Ink, Shade   string // "" for no background
}

// marks are the conditional formats of cells whose words are marked.
func marks(file *excelize.File, words []Marked) ([]excelize.ConditionalFormatOptions, error) {
	out := make([]excelize.ConditionalFormatOptions, 0, len(words))
	for _, m := range words {
		id, err := file.NewConditionalStyle(&excelize.Style{
			Font: &excelize.Font{Bold: m.Bold, Italic: m.Italic, Color: m.Ink}, Fill: fill(m.Shade),
		})
		if err != nil {
			return nil, err
		}
		out = append(out, excelize.ConditionalFormatOptions{
			Type: "cell", Criteria: "==", Value: `"` + m.Word + `"`, Format: &id,
		})
	}
	return out, nil
}
