package proof

import (
	"cmp"
	"fmt"
	"strings"

	"ntm/internal/xlsx/draw"

	"github.com/xuri/excelize/v2"
)

// seen is what a style makes of a cell.
type seen struct {
	format string // of a number
	ink    string // RRGGBB
	size   float64
	struck bool
	shade  string // of the background, "" for none
}

// words says how a cell looks.
func (s *seen) words() string {
	text := fmt.Sprintf("màu chữ %s, cỡ %g", cmp.Or(s.ink, "đen"), s.size)
	if s.struck {
		text += ", gạch ngang"
	}
	if s.shade != "" {
		text += ", nền " + s.shade
	}
	return text
}

// seenIn is what a font makes of words.
func seenIn(f *excelize.Font) *seen {
	out := &seen{ink: f.Color, size: cmp.Or(f.Size, draw.TableSize), struck: f.Strike}
	switch {
	case f.ColorTheme != nil && (*f.ColorTheme != darkTheme || f.ColorTint != 0):
		out.ink = "theme"
	case f.Color == "" && f.ColorIndexed != 0 && f.ColorIndexed != blackIndexed && f.ColorIndexed != automatic:
		out.ink = "indexed"
	}
	return out
}

// Two of the colours that Excel knows by number.
const blackIndexed, automatic = 8, 64

// sameShade compares the backgrounds of two cells; white is none.
func sameShade(found, want string) bool {
	plain := func(s string) string {
		if s = strings.ToUpper(s); len(s) == 8 {
			s = s[2:] // how far it lets through
		}
		if s == "FFFFFF" {
			return ""
		}
		return s
	}
	return plain(found) == plain(want)
}

func (c *comparison) style(name string) (*seen, error) {
	id, err := c.file.GetCellStyle(c.sheet.Name, name)
	if err != nil {
		return nil, err
	}
	if s, known := c.styles[id]; known {
		return s, nil
	}
	style, err := c.file.GetStyle(id)
	if err != nil {
		return nil, err
	}
	out := &seen{size: draw.TableSize}
	if style.Font != nil {
		out = seenIn(style.Font)
	}
	out.shade = c.shade(id)
	switch {
	case style.CustomNumFmt != nil:
		out.format = *style.CustomNumFmt
	case style.NumFmt != 0:
		if out.format = builtIn[style.NumFmt]; out.format == "" {
			out.format = fmt.Sprintf("kiểu số %d", style.NumFmt)
		}
	}
	c.styles[id] = out
	return out, nil
}

// patterned is a background that is no plain colour.
const patterned = "có hoa văn"

// shade is the background of a style, as the file has it: GetStyle leaves out a
// colour that stands beside a second one.
func (c *comparison) shade(id int) string {
	all := c.file.Styles
	if all == nil || all.CellXfs == nil || id >= len(all.CellXfs.Xf) || all.CellXfs.Xf[id].FillID == nil ||
		all.Fills == nil || *all.CellXfs.Xf[id].FillID >= len(all.Fills.Fill) {
		return ""
	}
	fill := all.Fills.Fill[*all.CellXfs.Xf[id].FillID]
	switch {
	case fill.PatternFill == nil && fill.GradientFill == nil, fill.PatternFill != nil &&
		(fill.PatternFill.PatternType == "" || fill.PatternFill.PatternType == "none"):
		return ""
	case fill.PatternFill == nil || fill.PatternFill.PatternType != "solid" || fill.PatternFill.FgColor == nil ||
		fill.PatternFill.FgColor.RGB == "":
		return patterned
	}
	return fill.PatternFill.FgColor.RGB
}

// darkTheme is the number of the theme's colour of text.
const darkTheme = 1

// readable tells whether a cell is written so that it is seen: in black, and not
// tiny.
func (s *seen) readable() bool {
	ink := strings.TrimPrefix(strings.ToUpper(s.ink), "FF000")
	return (s.ink == "" || ink == "000" || s.ink == "000000") && s.size >= smallestSeen && !s.struck
}

const smallestSeen = 6 // points

// builtIn are the number formats that Excel keeps under a number and that this
// package uses.
var builtIn = map[int]string{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 49: "@"}
