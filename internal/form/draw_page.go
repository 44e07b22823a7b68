package form

import (
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
	"ntm/internal/paper"
)

const (
	a4           = 9 // its number among Excel's paper sizes
	shortSide    = 595.0
	longSide     = 842.0
	margin       = 0.5 // inches
	marginBottom = 0.7
	inch         = 72.0
)

func ptr[T any](v T) *T { return &v }

// room is the width and the height in points that a sheet of paper offers.
// A little is kept back, for printers and programs differ.
func (p *page) room() (width, height float64) {
	width, height = longSide, shortSide
	if p.portrait {
		width, height = shortSide, longSide
	}
	return (width - 2*margin*inch) * 0.98, (height - (margin+marginBottom)*inch) * 0.95
}

// scale is the percentage at which the columns fit the paper's width. The scale
// is given rather than left to the program that prints: one that fits pages by
// itself heeds no page breaks.
func (p *page) scale() int {
	total := 0.0
	for _, w := range p.widths {
		total += w * paper.ZeroWidth
	}
	width, _ := p.room()
	return int(math.Floor(100 * min(1, width/total)))
}

// breaks are the rows that begin a new sheet of paper, chosen so that a heading
// stays with the row below it. Rows that grow as they are filled in break where
// the program that prints finds the paper full.
func (p *page) breaks() []int {
	_, room := p.room()
	room = room * 100 / float64(p.scale())
	heights := make([]float64, len(p.lines))
	for i, l := range p.lines {
		switch {
		case p.single || l.height == 0:
			return nil
		case !l.hidden:
			heights[i] = l.height
		}
	}
	repeated := 0.0
	if p.head > 0 {
		repeated = heights[p.head-1]
	}
	var out []int
	used := 0.0
	for i := 0; i < len(p.lines); {
		end, block := i, heights[i]
		for p.lines[end].bound && end+1 < len(p.lines) {
			end++
			block += heights[end]
		}
		if used > 0 && used+block > room {
			out = append(out, i+1)
			used = repeated
		}
		used += block
		i = end + 1
	}
	return out
}

// setUp adds an empty sheet with everything that must be there before its rows
// are streamed. The workbook's first sheet is renamed: deleting it after
// streaming would decode every sheet again.
func (b *book) setUp(p *page) error {
	b.sheets++
	if b.sheets == 1 {
		if err := b.file.SetSheetName(b.file.GetSheetName(0), p.name); err != nil {
			return err
		}
	} else if _, err := b.file.NewSheet(p.name); err != nil {
		return err
	}
	if err := b.paper(p); err != nil {
		return err
	}
	if p.filtered != "" {
		if err := b.file.AutoFilter(p.name, p.filtered, nil); err != nil {
			return err
		}
	}
	for _, r := range p.rules {
		if err := b.rule(p, r); err != nil {
			return err
		}
	}
	for _, m := range p.marked {
		if err := b.file.SetConditionalFormat(p.name, m, b.states); err != nil {
			return err
		}
	}
	// What is typed as text stays text: Excel need not warn of each number in it.
	whole := area(1, 1, len(p.widths), max(1, p.last()))
	if err := b.file.AddIgnoredErrors(p.name, whole, excelize.IgnoredErrorsNumberStoredAsText); err != nil {
		return err
	}
	return b.file.ProtectSheet(p.name, &excelize.SheetProtectionOptions{
		AutoFilter: true, FormatColumns: true, FormatRows: true, SelectLockedCells: true, SelectUnlockedCells: true,
	})
}

// paper prepares the sheet for printing.
func (b *book) paper(p *page) error {
	layout := &excelize.PageLayoutOptions{Size: ptr(a4), Orientation: ptr("landscape")}
	if p.portrait {
		layout.Orientation = ptr("portrait")
	}
	if p.single {
		layout.FitToWidth, layout.FitToHeight = ptr(1), ptr(1)
	} else {
		layout.AdjustTo = ptr(uint(p.scale()))
	}
	regular := `&10&"` + font + `,Regular"`
	steps := []error{
		b.file.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: ptr(p.single)}),
		b.file.SetSheetView(p.name, 0, &excelize.ViewOptions{ShowGridLines: ptr(false)}),
		b.file.SetPageLayout(p.name, layout),
		b.file.SetPageMargins(p.name, &excelize.PageLayoutMarginsOptions{
			Left: ptr(margin), Right: ptr(margin), Top: ptr(margin), Bottom: ptr(marginBottom), Header: ptr(0.3), Footer: ptr(0.3), Horizontally: ptr(true),
		}),
		b.file.SetHeaderFooter(p.name, &excelize.HeaderFooterOptions{
			AlignWithMargins: ptr(true), ScaleWithDoc: ptr(false),
			OddFooter: "&L" + regular + strings.ReplaceAll(b.footer, "&", "&&") + "&C" + regular + p.name + "&R" + regular + "Trang &P/&N",
		}),
	}
	if p.head > 0 {
		steps = append(steps, b.file.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", Scope: p.name, RefersTo: fmt.Sprintf("'%s'!$%d:$%d", p.name, p.head, p.head),
		}))
	}
	for _, err := range steps {
		if err != nil {
			return err
		}
	}
	return nil
}
