package draw

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Page is the paper a sheet is printed on: A4.
type Page struct {
	Landscape bool
	Single    bool   // all on one page, which then carries no number
	Footer    string // at the left of every page
	Middle    string // of the foot
	// Work is a sheet for work on the screen: narrow margins, columns of any width, at
	// a scale at which they fit. Other sheets are papers, with the margins of Nghị định
	// 30/2020.
	Work   bool
	Scale  int // of work, in per cent; 0 for that at which its columns fit
	Across int // the column of work, from 1, with which a second page across begins; 0 for none
}

const (
	a4         = 9 // its number among Excel's paper sizes
	shortSide  = 210.0
	longSide   = 297.0
	inch       = 25.4      // in millimetres
	millimetre = 72 / inch // in points
)

// margins of a page, in inches; running is from the edge to the running head and foot. Of what is
// between them a little is kept back: of work across, and down, for printers and programs differ by
// a line.
type margins struct{ left, right, top, bottom, running, across, down float64 }

var (
	ofPaper = margins{30 / inch, 15 / inch, 20 / inch, 20 / inch, 10 / inch, 1, 0.97}
	ofWork  = margins{0.5, 0.5, 0.5, 0.7, 0.3, 0.98, 0.95}
)

func (p Page) margins() margins {
	if p.Work {
		return ofWork
	}
	return ofPaper
}

// width is the width between the margins, in points.
func (p Page) width() float64 {
	m := p.margins()
	width, _ := p.sides()
	return (width - (m.left+m.right)*inch) * millimetre * m.across
}

// sides are those of the paper as it lies, in millimetres.
func (p Page) sides() (width, height float64) {
	if p.Landscape {
		return longSide, shortSide
	}
	return shortSide, longSide
}

// Room is the height between the margins, in points.
func (p Page) Room() float64 {
	m := p.margins()
	_, height := p.sides()
	return (height - (m.top+m.bottom)*inch) * millimetre * m.down
}

// scale is the percentage at which the sheet is printed. That of work is given
// rather than left to the program that prints: one that fits pages by itself heeds
// no page breaks.
func (s *Sheet) scale() int {
	switch {
	case !s.Page.Work || s.Page.Single:
		return 100
	case s.Page.Scale > 0:
		return s.Page.Scale
	}
	first, second := 0.0, 0.0 // pages across, the second with the columns that it repeats
	for i, w := range s.Widths {
		column, across := i+1, s.Page.Across
		if across == 0 || column < across {
			first += w
		}
		if across > 0 && (column >= across || s.Head.Column <= column && column <= s.Head.Rightmost) {
			second += w
		}
	}
	return int(math.Floor(100 * min(1, s.Page.width()/max(first, second))))
}

// layout is the paper and how the sheet comes to fit it.
func (s *Sheet) layout() *excelize.PageLayoutOptions {
	out := &excelize.PageLayoutOptions{Size: new(a4), Orientation: new("portrait")}
	if s.Page.Landscape {
		out.Orientation = new("landscape")
	}
	switch {
	case s.Page.Single:
		out.FitToWidth, out.FitToHeight = new(1), new(1)
	case s.Page.Work:
		out.AdjustTo = new(uint(s.scale()))
	default:
		out.FitToWidth, out.FitToHeight = new(1), new(0)
	}
	return out
}

// setUp prepares the paper and what else must be there before the rows are
// streamed.
func (b *book) setUp(s *Sheet) error {
	m := s.Page.margins()
	edges := &excelize.PageLayoutMarginsOptions{
		Left: &m.left, Right: &m.right, Top: &m.top, Bottom: &m.bottom,
		Header: &m.running, Footer: &m.running,
	}
	if s.Page.Work {
		edges.Horizontally = new(true)
	}
	if s.Filter != "" {
		if err := b.file.AutoFilter(s.Name, s.Filter, nil); err != nil {
			return err
		}
	}
	if s.Texts != "" {
		if err := b.file.AddIgnoredErrors(s.Name, s.Texts, excelize.IgnoredErrorsNumberStoredAsText); err != nil {
			return err
		}
	}
	return cmp.Or(
		b.file.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: new(s.Page.Single || !s.Page.Work)}),
		b.file.SetSheetView(s.Name, 0, &excelize.ViewOptions{ShowGridLines: new(s.Lines)}),
		b.file.SetPageLayout(s.Name, s.layout()),
		b.file.SetPageMargins(s.Name, edges),
		b.file.SetHeaderFooter(s.Name, b.running(s)),
		b.repeatHeads(s),
	)
}

// running is the running head and foot.
func (b *book) running(s *Sheet) *excelize.HeaderFooterOptions {
	out := &excelize.HeaderFooterOptions{AlignWithMargins: new(true), ScaleWithDoc: new(false), OddFooter: s.Foot()}
	if b.mark != "" {
		out.OddHeader = `&C&14&"` + font + `,Bold"` + b.mark
	}
	return out
}

// Foot is the running foot, in Excel's signs.
func (s *Sheet) Foot() string {
	if s.Page.Single && !s.Page.Work {
		return ""
	}
	const regular = `&10&"` + font + `,Regular"`
	middle := ""
	if s.Page.Middle != "" {
		middle = "&C" + regular + s.Page.Middle
	}
	return "&L" + regular + strings.ReplaceAll(Clean(s.Page.Footer), "&", "&&") + middle + "&R" + regular +
		"Trang &P/&N"
}

// repeatHeads has the heads of columns and rows printed on every page.
func (b *book) repeatHeads(s *Sheet) error {
	h := s.Head
	if h.Row == 0 {
		return nil
	}
	repeated := fmt.Sprintf("'%s'!$%d:$%d", s.Name, cmp.Or(h.First, h.Row), h.Row)
	if h.Column > 0 {
		from, _ := excelize.ColumnNumberToName(h.Column) // sheets here never leave the grid
		to, _ := excelize.ColumnNumberToName(h.Rightmost)
		repeated = fmt.Sprintf("'%s'!$%s:$%s,", s.Name, from, to) + repeated
	}
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.Name, RefersTo: repeated})
}
