package form

import (
	"path/filepath"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form/blank"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"

	"github.com/xuri/excelize/v2"
)

// A form that is filled in as it asks to be is taken without a word, saved by whichever
// program; so is a blank one. What is asked about elsewhere is no habit of a clean form.
func TestCleanFormsStayWithoutAWord(t *testing.T) {
	years := []int{2023, 2018, 2024}
	for _, year := range years[:testenv.Some(t, 1, len(years))] {
		for _, level := range []criteria.Level{criteria.NTM, criteria.KieuMau} {
			quiet(t, writeTemp(t, "trong.xlsx", formtest.Template(t, blank.Write, formtest.PlanFor(t, year, level),
				nil)), 0)
		}
	}
	b := formtest.NewBlankForm(t, formtest.Template(t, blank.Write, formtest.PlanFor(t, 2023, criteria.KieuMau), nil))
	taken := 0
	for _, f := range formtest.Invented(t, "../../testdata").Figures {
		set := func(key string, value any) {
			must(b.File.SetCellValue(layout.FigureSheet, b.Keyed(layout.FigureSheet, f.ID, key), value))
		}
		switch m := f.Measure.(type) {
		case commune.Number:
			set("ntm:value", m.InexactFloat64())
			if packs.Embedded().Figures[f.ID].Unit == criteria.Grade {
				set("ntm:value", criteria.Grades[m.IntPart()])
			}
		case commune.Rate:
			set("ntm:numerator", m.Numerator.InexactFloat64())
			set("ntm:denominator", m.Denominator.InexactFloat64())
		case commune.Answer:
			set("ntm:value", map[bool]string{true: "Đạt", false: "Chưa đạt"}[bool(m)])
		default:
			continue
		}
		taken++
	}
	path := filepath.Join(t.TempDir(), "du.xlsx")
	must(b.File.SaveAs(path))
	quiet(t, path, taken)
	if taken < 80 {
		t.Errorf("%d figures", taken)
	}
	bold, err := b.File.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Color: "FF0000", Size: 12},
		Alignment: &excelize.Alignment{Horizontal: "center"}})
	must(err)
	must(b.File.SetCellStyle(layout.FigureSheet, valueCell(b, income), valueCell(b, poverty), bold))
	must(b.File.SetCellRichText(layout.FigureSheet, valueCell(b, "commune_master_plan"), []excelize.RichTextRun{
		{Text: "Đ", Font: &excelize.Font{Bold: true}}, {Text: "ạt", Font: &excelize.Font{Italic: true}}}))
	must(b.File.SaveAs(path))
	quiet(t, path, taken)
	if testenv.Whole() {
		quiet(t, readers.Save(t, readers.XLSX, filepath.Join(t.TempDir(), "luu"), path)[0], taken)
	}
}

// quiet reads a form of so many figures of which nothing is to be said.
func quiet(t *testing.T, path string, figures int) {
	t.Helper()
	one, err := Read(t.Context(), path, packs.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	if len(one.Notes) > 0 || len(one.Report.Figures) != figures {
		t.Errorf("%s: %d figures, want %d; said %s", filepath.Base(path), len(one.Report.Figures), figures,
			strings.TrimSpace(fullText(one.Notes)))
	}
}
