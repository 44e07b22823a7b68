package dossier

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// page is the paper a sheet is printed on.
type page struct {
	landscape bool
	single    bool   // all on one page, which then carries no number
	footer    string // at the left of every page
}

const (
	a4            = 9 // its number among Excel's paper sizes
	millimetre    = 72 / 25.4
	inch          = 25.4
	marginLeft    = 30.0 // millimetres, within the ranges of Nghị định 30/2020
	marginRight   = 15.0
	marginTop     = 20.0
	marginBottom  = 20.0
	marginRunning = 10.0 // from the edge to the running head and foot
)

// width is the width between the margins, in points.
func (p page) width() float64 {
	paper := 210.0
	if p.landscape {
		paper = 297
	}
	return (paper - marginLeft - marginRight) * millimetre
}

// height is the height between the margins, in points. A little is kept back,
// for printers and programs differ by a line.
func (p page) height() float64 {
	paper := 297.0
	if p.landscape {
		paper = 210
	}
	return (paper - marginTop - marginBottom) * millimetre * 0.97
}

func ptr[T any](v T) *T { return &v }

// setUp prepares the paper. It comes before the sheet is streamed.
func (b *book) setUp(s *sheet) error {
	orientation, tall := "portrait", 0
	if s.page.landscape {
		orientation = "landscape"
	}
	if s.page.single {
		tall = 1
	}
	return firstError(
		b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: ptr(true)}),
		b.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: ptr(false)}),
		b.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
			Size: ptr(a4), Orientation: &orientation, FitToWidth: ptr(1), FitToHeight: &tall,
		}),
		b.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
			Left: ptr(marginLeft / inch), Right: ptr(marginRight / inch),
			Top: ptr(marginTop / inch), Bottom: ptr(marginBottom / inch),
			Header: ptr(marginRunning / inch), Footer: ptr(marginRunning / inch),
		}),
		b.file.SetHeaderFooter(s.name, b.running(s.page)),
		b.repeatHead(s),
	)
}

// draftMark stands at the head of every page of a draft.
const draftMark = "DỰ THẢO"

// running is the running head and foot. DỰ THẢO stands at the head of every
// page of a draft, and nothing else does.
func (b *book) running(p page) *excelize.HeaderFooterOptions {
	out := &excelize.HeaderFooterOptions{AlignWithMargins: ptr(true), ScaleWithDoc: ptr(false)}
	if b.draft {
		out.OddHeader = `&C&14&"` + font + `,Bold"` + draftMark
	}
	if !p.single {
		regular := `&10&"` + font + `,Regular"`
		left := strings.ReplaceAll(clean(p.footer), "&", "&&")
		out.OddFooter = "&L" + regular + left + "&R" + regular + "Trang &P/&N"
	}
	return out
}

// repeatHead has the heads of the columns printed on every page.
func (b *book) repeatHead(s *sheet) error {
	if s.headRow == 0 {
		return nil
	}
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: s.name,
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", s.name, s.headRow, s.headRow),
	})
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
