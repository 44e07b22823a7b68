package lawbook

import (
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
	"ntm/internal/paper"
)

// a4 is its number among Excel's paper sizes.
const a4 = 9

func ptr[T any](v T) *T { return &v }

// prepare adds an empty sheet with everything that must be there before its
// rows are streamed. The workbook's first sheet is renamed: deleting it after
// streaming would decode every sheet again.
func (b *book) prepare(s *sheet) error {
	b.sheets++
	if b.sheets == 1 {
		if err := b.file.SetSheetName(b.file.GetSheetName(0), s.name); err != nil {
			return err
		}
	} else if _, err := b.file.NewSheet(s.name); err != nil {
		return err
	}
	if s.filtered != "" {
		if err := b.file.AutoFilter(s.name, s.filtered, nil); err != nil {
			return err
		}
		// Numbers are kept as texts here: Excel need not warn of each one.
		if err := b.file.AddIgnoredErrors(s.name, s.filtered, excelize.IgnoredErrorsNumberStoredAsText); err != nil {
			return err
		}
	}
	if err := b.paper(s); err != nil {
		return err
	}
	for _, l := range s.lists {
		if err := b.dropDown(s, l); err != nil {
			return err
		}
	}
	return b.file.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
		AutoFilter: true, Sort: true, FormatColumns: true, FormatRows: true, FormatCells: true, SelectLockedCells: true, SelectUnlockedCells: true,
	})
}

// paper prepares the sheet for printing: in one width when it has no page
// break, else at the scale at which the part before the break fills a page.
func (b *book) paper(s *sheet) error {
	layout := &excelize.PageLayoutOptions{Size: ptr(a4), Orientation: ptr("landscape")}
	if s.portrait {
		layout.Orientation = ptr("portrait")
	}
	if s.pageBreak == "" {
		layout.FitToWidth, layout.FitToHeight = ptr(1), ptr(0)
	} else {
		layout.AdjustTo = ptr(uint(scale(s)))
	}
	footer := `&10&"` + font + `,Regular"`
	steps := []error{
		b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: ptr(s.pageBreak == "")}),
		b.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: ptr(false)}),
		b.file.SetPageLayout(s.name, layout),
		b.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: ptr(0.5), Right: ptr(0.4), Top: ptr(0.5), Bottom: ptr(0.6), Header: ptr(0.3), Footer: ptr(0.3)}),
		b.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: "&L" + footer + strings.ReplaceAll(s.footer, "&", "&&") + "&R" + footer + "Trang &P/&N"}),
	}
	if s.header > 0 {
		repeated := quoted(s.name, fmt.Sprintf("$%d:$%d", s.header, s.header))
		if s.naming != [2]int{} {
			first, last := strings.TrimRight(ref(s.naming[0], 1), "1"), strings.TrimRight(ref(s.naming[1], 1), "1")
			repeated = quoted(s.name, fmt.Sprintf("$%s:$%s", first, last)) + "," + repeated
		}
		steps = append(steps, b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: repeated}))
	}
	for _, err := range steps {
		if err != nil {
			return err
		}
	}
	return nil
}

// scale is the percentage at which the columns before the page break, or those
// after it with the repeated ones, fill the width of a page.
func scale(s *sheet) int {
	column, _, _ := excelize.CellNameToCoordinates(s.pageBreak)
	before, after := 0.0, 0.0
	for i, w := range s.widths {
		if i < column-1 {
			before += w
		}
		if i >= column-1 || s.naming[0] <= i+1 && i+1 <= s.naming[1] {
			after += w
		}
	}
	return int(math.Floor(100 * pageWidth / (max(before, after) * paper.ZeroWidth)))
}

func (b *book) dropDown(s *sheet, l list) error {
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(l.area)
	switch {
	case l.source != "":
		dv.SetSqrefDropList(l.source)
	case l.words != nil:
		if err := dv.SetDropList(l.words); err != nil {
			return err
		}
	}
	if l.strict {
		dv.SetError(excelize.DataValidationErrorStyleStop, "Chưa đúng", l.hint)
	}
	if l.hint != "" {
		dv.SetInput("", l.hint)
	}
	return b.file.AddDataValidation(s.name, dv)
}

const pageWidth = 770.0 // points between the margins of A4 landscape

// fit is the height a row needs for its texts.
func (s *sheet) fit(r row) float64 {
	height := 15.0
	for i, c := range r.cells {
		if i < len(s.widths) && s.widths[i] > 0 {
			height = max(height, paper.Type{Points: c.look.size, Bold: c.look.bold}.Height(c.text, s.widths[i]*paper.ZeroWidth))
		}
	}
	return min(math.Ceil(height), excelize.MaxRowHeight)
}

// quoted names a sheet in a formula.
func quoted(sheet, area string) string { return fmt.Sprintf("'%s'!%s", sheet, area) }
