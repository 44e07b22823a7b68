package form

import "github.com/xuri/excelize/v2"

const font = "Times New Roman"

// asTyped is the format of cells whose content stays as it is typed: Excel
// would make a number of "1,2" and a month of "5/11".
const asTyped = "@"

// look is how a cell appears. Equal looks share one style of the workbook.
type look struct {
	size         float64
	bold, italic bool
	centred      bool
	left         bool // numbers too
	boxed        bool
	flat         bool   // does not wrap
	open         bool   // for filling in; all else is locked
	format       string // of a number; "" for General
	shade        string // background, as RRGGBB
}

// Colours of cells for filling in, of their heads, of other heads, of groups,
// and of cells that have nothing to be filled in.
const (
	entryShade  = "FFF9DB"
	toFillShade = "FFE699"
	headShade   = "D9E1F2"
	groupShade  = "EDEDED"
	idleShade   = "D9D9D9"
)

var (
	plain   = look{size: 11}
	title   = look{size: 14, bold: true, flat: true}
	remark  = look{size: 11, italic: true, flat: true}
	section = look{size: 11, bold: true}
	colHead = look{size: 10, bold: true, centred: true, boxed: true, shade: headShade}
	toFill  = look{size: 10, bold: true, centred: true, boxed: true, shade: toFillShade}
	body    = look{size: 11, boxed: true}
	centre  = look{size: 10, boxed: true, centred: true}
	small   = look{size: 9, boxed: true}
	group   = look{size: 11, bold: true, flat: true, shade: groupShade}
	entry   = look{size: 11, boxed: true, open: true, shade: entryShade}
	counted = look{size: 11, centred: true, boxed: true, open: true, shade: entryShade}
	idle    = look{size: 11, boxed: true, shade: idleShade}
)

func (l look) shown(format string) look { l.format = format; return l }

func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:       &excelize.Font{Family: font, Size: l.size, Bold: l.bold, Italic: l.italic, Color: "000000"},
		Alignment:  &excelize.Alignment{Vertical: "center", WrapText: !l.flat},
		Protection: &excelize.Protection{Locked: !l.open},
	}
	if l.centred {
		s.Alignment.Horizontal = "center"
	}
	if l.left {
		s.Alignment.Horizontal = "left"
	}
	if l.format != "" {
		s.CustomNumFmt = &l.format
	}
	if l.shade != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.shade}}
	}
	if l.boxed {
		for _, edge := range []string{"left", "top", "right", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: edge, Style: 1, Color: "808080"})
		}
	}
	return s
}

// stateLooks mark the states. Printed without colour their words differ, and
// what is to be looked at is bold.
var stateLooks = []struct {
	state        string
	bold, italic bool
	shade        string
}{
	{stateGiven, false, false, "C6E0B4"},
	{stateMissing, false, true, "FFFFFF"},
	{stateOdd, true, false, "F8CBAD"},
	{stateWrong, true, false, "F4B6B6"},
	{stateOld, false, true, "DDEBF7"},
	{stateIdle, false, true, idleShade},
	{stateFree, false, true, "FFFFFF"},
	{stateExtra, false, false, "E2EFDA"},
}

// stateMarks are the conditional formats of cells that hold states.
func stateMarks(file *excelize.File) ([]excelize.ConditionalFormatOptions, error) {
	out := make([]excelize.ConditionalFormatOptions, 0, len(stateLooks))
	for _, l := range stateLooks {
		id, err := file.NewConditionalStyle(&excelize.Style{
			Font: &excelize.Font{Bold: l.bold, Italic: l.italic, Color: "000000"},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.shade}},
		})
		if err != nil {
			return nil, err
		}
		out = append(out, excelize.ConditionalFormatOptions{Type: "cell", Criteria: "==", Value: `"` + l.state + `"`, Format: &id})
	}
	return out, nil
}
