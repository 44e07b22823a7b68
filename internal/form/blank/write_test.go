package blank

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
	"ntm/internal/xlsx/draw"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func TestEverySheetHoldsItsColumns(t *testing.T) {
	for _, level := range criteria.Levels[:3] {
		plan := formtest.PlanFor(t, 2023, level)
		b := formtest.NewBlankForm(t, formtest.Template(t, Write, plan, nil))
		for _, table := range formtest.Tables(plan) {
			if level != criteria.KieuMau && (table.Sheet == layout.SmartSheet || table.Sheet == layout.FieldSheet) {
				if i, _ := b.File.GetSheetIndex(table.Sheet); i >= 0 {
					t.Errorf("a form of %s has the sheet %s", level, table.Sheet)
				}
				continue
			}
			for i, c := range table.Columns {
				column, row := b.Head(table.Sheet, c.ID)
				if shown, _ := b.File.GetRowVisible(table.Sheet, row); shown {
					t.Errorf("%s: the ids are seen", table.Sheet)
				}
				if c.Kind == layout.Keyed {
					if name, _ := excelize.ColumnNumberToName(column); name != "A" {
						t.Errorf("%s: keys stand in %s", table.Sheet, name)
					}
				} else if title, _ := b.File.GetCellValue(table.Sheet, draw.Ref(column, row+1)); title != c.Title {
					t.Errorf("%s: the head of %s is %q", table.Sheet, c.ID, title)
				} else if i > 0 && column <= 1 {
					t.Errorf("%s: %s stands in the hidden column", table.Sheet, c.ID)
				}
			}
			for _, q := range table.Questions {
				if label, _ := b.File.GetCellValue(table.Sheet,
					b.Keyed(table.Sheet, q.Key, "ntm:question")); label != q.Label {
					t.Errorf("%s: %s asks %q", table.Sheet, q.Key, label)
				}
			}
			if shown, _ := b.File.GetColVisible(table.Sheet, "A"); shown {
				t.Errorf("%s: the column of keys is seen", table.Sheet)
			}
		}
	}
}

// What is open is yellow and what is yellow is open; answers and entry columns
// are open, all else is locked, and every sheet is protected.
func TestOnlyEntriesAreOpen(t *testing.T) {
	plan := formtest.PlanFor(t, 2023, criteria.KieuMau)
	b := formtest.NewBlankForm(t, formtest.Template(t, Write, plan, nil))
	for _, sheet := range b.File.GetSheetList() {
		rows, err := b.File.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if kept, err := b.File.GetSheetProtection(sheet); err != nil || !kept.SelectUnlockedCells ||
			kept.FormatCells || kept.InsertRows {
			t.Errorf("%s: protection %+v, %v", sheet, kept, err)
		}
		if sheet == layout.GuideSheet {
			continue // its legend shows the colour
		}
		for r := range rows {
			for c := 1; c <= 16; c++ {
				style := b.Style(sheet, draw.Ref(c, r+1))
				yellow := len(style.Fill.Color) > 0 && strings.HasSuffix(style.Fill.Color[0], draw.Entry)
				isOpen := style.Protection != nil && !style.Protection.Locked
				if yellow != isOpen {
					t.Errorf("%s!%s: open %v, yellow %v", sheet, draw.Ref(c, r+1), isOpen, yellow)
				}
			}
		}
	}
	for _, g := range plan.Groups {
		for _, f := range g.Figures {
			for id, want := range map[string]bool{"ntm:value": true, "ntm:year": true, "ntm:evidence": true,
				"ntm:note": true, "ntm:name": false, "ntm:state": false,
				"ntm:numerator": f.Numerator != "", "ntm:denominator": f.Numerator != ""} {
				if at := b.Keyed(layout.FigureSheet, f.ID, id); b.IsOpen(layout.FigureSheet, at) != want {
					t.Errorf("%s %s (%s): open %v", f.ID, id, at, !want)
				}
			}
			if format := b.Style(layout.FigureSheet, b.Keyed(layout.FigureSheet, f.ID,
				"ntm:value")); format.NumFmt != 0 ||
				format.CustomNumFmt != nil {
				t.Errorf("%s is written in a format of its own", f.ID)
			}
		}
	}
	for _, table := range formtest.Tables(plan) {
		for _, q := range table.Questions {
			if at := b.Keyed(table.Sheet, q.Key, "ntm:answer"); !b.IsOpen(table.Sheet, at) {
				t.Errorf("%s!%s is locked", table.Sheet, at)
			}
		}
	}
}

func TestEveryChoiceHasItsDropDown(t *testing.T) {
	plan := formtest.PlanFor(t, 2023, criteria.KieuMau)
	b := formtest.NewBlankForm(t, formtest.Template(t, Write, plan, nil))
	names := func(options []layout.Option) []string {
		var out []string
		for _, o := range options {
			out = append(out, o.Word)
		}
		return out
	}
	for _, table := range formtest.Tables(plan) {
		for _, q := range table.Questions {
			if q.Kind == layout.Choice {
				if got := b.DropDown(table.Sheet, b.Keyed(table.Sheet, q.Key, "ntm:answer")); !slices.Equal(got,
					names(q.Options)) {
					t.Errorf("%s %s offers %q", table.Sheet, q.Key, got)
				}
			}
		}
		for _, c := range table.Columns {
			if c.Kind != layout.Choice {
				continue
			}
			column, head := b.Head(table.Sheet, c.ID)
			row := head + 2
			for ; !b.IsOpen(table.Sheet, draw.Ref(column, row)); row++ {
				if row > head+100 {
					t.Fatalf("%s: nothing to choose in %s", table.Sheet, c.ID)
				}
			}
			for n := range table.Rows {
				if got := b.DropDown(table.Sheet, draw.Ref(column, row+n)); !slices.Equal(got, names(c.Options)) {
					t.Errorf("%s!%s offers %q", table.Sheet, draw.Ref(column, row+n), got)
				}
			}
		}
	}
	for _, g := range plan.Groups {
		for _, f := range g.Figures {
			want := map[criteria.Unit][]string{criteria.Declared: names(layout.MetOr),
				criteria.Grade: criteria.Grades}[f.Unit]
			if got := b.DropDown(layout.FigureSheet, b.Keyed(layout.FigureSheet, f.ID, "ntm:value")); !slices.Equal(
				got, want) {
				t.Errorf("%s offers %q", f.ID, got)
			}
		}
	}
}

// Excel cuts longer messages, or calls the file damaged.
func TestRulesSpeakVietnameseAndShort(t *testing.T) {
	b := formtest.NewBlankForm(t, formtest.Template(t, Write, formtest.PlanFor(t, 2023, criteria.KieuMau), nil))
	kinds := map[string]int{}
	for sheet, rules := range b.Rules {
		for _, r := range rules {
			kinds[r.Type]++
			said := func(s *string, most int) string {
				if s == nil {
					return ""
				}
				if n := len(utf16.Encode([]rune(*s))); n > most {
					t.Errorf("%s %s: %d letters: %s", sheet, r.Sqref, n, *s)
				}
				return *s
			}
			title, message, prompt := said(r.ErrorTitle, 32), said(r.Error, 255), said(r.Prompt, 255)
			if r.Type != "" && (!r.ShowErrorMessage || !isVietnamese(title) || !isVietnamese(message)) {
				t.Errorf("%s %s refuses with %q, %q", sheet, r.Sqref, title, message)
			}
			if prompt != "" && (!r.ShowInputMessage || !isVietnamese(prompt)) {
				t.Errorf("%s %s prompts with %q", sheet, r.Sqref, prompt)
			}
		}
	}
	if kinds["list"] < 50 || kinds["decimal"] < 100 || kinds["whole"] < 5 {
		t.Errorf("rules: %v", kinds)
	}
}

func isVietnamese(s string) bool {
	return strings.ContainsAny(s, "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ")
}

func TestSameBytes(t *testing.T) {
	plan, previous := formtest.PlanFor(t, 2024, criteria.KieuMau), formtest.Invented(t, "../../../testdata")
	a := formtest.Template(t, Write, plan, previous)
	if !bytes.Equal(a, formtest.Template(t, Write, plan, previous)) {
		t.Error("the same form twice has other bytes")
	}
	var later bytes.Buffer
	if err := Write(&later, plan, previous, formtest.WrittenAt.Add(time.Hour)); err != nil ||
		bytes.Equal(a, later.Bytes()) {
		t.Errorf("the time does not stand in the form: %v", err)
	}
}

// A blank form says which commune it is of and nothing else.
func TestBlankFormReadsAsNothing(t *testing.T) {
	for _, year := range []int{2018, 2023, 2024} {
		r := readBack(t, formtest.Template(t, Write, formtest.PlanFor(t, year, criteria.KieuMau), nil))
		want := &commune.Report{Schema: commune.Schema, Year: year, Commune: commune.Where{Code: "16492",
			Name: "Quảng Trung", District: "Quảng Xương", Province: "Thanh Hóa"}}
		if diff := cmp.Diff(formtest.Said(t, want), formtest.Said(t, r)); diff != "" {
			t.Errorf("%d (-want +read):\n%s", year, diff)
		}
	}
}

// What lasts of an earlier report comes back from the form, its figures with
// their year; what would be a claim about the new year does not.
func TestCarriesOver(t *testing.T) {
	before := formtest.Invented(t, "../../../testdata")
	plan := formtest.PlanFor(t, 2024, criteria.KieuMau)
	plan.Traits = before.Traits
	got := readBack(t, formtest.Template(t, Write, plan, before))
	want := *before
	want.Commune, want.Year, want.Note = got.Commune, 2024, ""
	want.Date = criteria.Date{}
	want.TraitsUnknown = got.TraitsUnknown // those that the year does not ask about
	for _, t8 := range want.TraitsUnknown {
		if slices.ContainsFunc(plan.Uses, func(u criteria.TraitUse) bool { return u.Trait == t8 }) {
			t.Errorf("%s is asked for, and not carried over", t8)
		}
	}
	want.Capital, want.Arrears, want.Satisfaction, want.Security, want.SmartVillage, want.OutstandingFields,
		want.CouncilVotes = nil, nil, nil, nil, nil, nil, nil
	want.Figures = nil
	for _, g := range plan.Groups { // the form's order
		for _, a := range g.Figures {
			for _, f := range before.Figures {
				if f.ID == a.ID {
					f.Year = max(f.Year, before.Year)
					if f.Year > before.Year {
						t.Fatalf("%s is of %d", f.ID, f.Year)
					}
					want.Figures = append(want.Figures, f)
				}
			}
		}
	}
	sortFigures := func(r *commune.Report) {
		slices.SortFunc(r.Figures, func(a, b commune.Figure) int { return strings.Compare(a.ID, b.ID) })
	}
	sortFigures(&want)
	sortFigures(got)
	if len(want.Figures) < 50 {
		t.Fatalf("only %d figures to carry over", len(want.Figures))
	}
	if diff := cmp.Diff(formtest.Said(t, &want), formtest.Said(t, got)); diff != "" {
		t.Errorf("(-before +carried over):\n%s", diff)
	}
	// Names of villages and of works wait for their numbers.
	b := formtest.NewBlankForm(t, formtest.Template(t, Write, plan, before))
	column, row := b.Head(layout.PollSheet, "ntm:village")
	if name, _ := b.File.GetCellValue(layout.PollSheet,
		draw.Ref(column, row+2)); name != before.Satisfaction.Villages[0].Name {
		t.Errorf("the first village is %q", name)
	}
	guide := formtest.Dump(t, b.File, layout.GuideSheet)
	if !strings.Contains(guide, "Đã chép từ báo cáo năm 2023") {
		t.Errorf("the guide does not say what was carried over:\n%s", guide)
	}
}

// A figure of the form's own year counts as given: the meter says what ntm
// check says of the same report.
func TestMeterAgreesWithCoverage(t *testing.T) {
	before := formtest.Invented(t, "../../../testdata")
	plan := formtest.PlanFor(t, 2023, criteria.KieuMau)
	for id, previous := range map[string]*commune.Report{"blank": nil, "carried": before} {
		carried := &commune.Report{}
		if previous != nil {
			carried.Figures, carried.Recognitions = previous.Figures, previous.Recognitions
		}
		asked, given := 0, 0
		for _, c := range plan.Coverage(carried) {
			asked, given = asked+c.Asked, given+c.Given
		}
		b := formtest.NewBlankForm(t, formtest.Template(t, Write, plan, previous))
		_, row, _ := excelize.CellNameToCoordinates(b.Find(layout.GuideSheet, meterTitle))
		got := [2]string{}
		for i, column := range []int{3, 2} {
			got[i], _ = b.File.GetCellValue(layout.GuideSheet, draw.Ref(column, row))
		}
		if want := [2]string{fmt.Sprint(asked), fmt.Sprint(given)}; got != want {
			t.Errorf("%s: asked and given %v, the form says %v", id, want, got)
		}
	}
}

// What begins like a formula is a text.
func TestTextsAreNoFormulas(t *testing.T) {
	before := &commune.Report{Year: 2022, Evidence: []commune.Evidence{{ID: "=1+1", Title: "@SUM(A1)",
		Number: "+84", Issuer: "-5"}},
		Recognitions: []commune.Recognition{{Level: criteria.NTM, Year: 2019, Decision: "=HYPERLINK(\"x\")"}}}
	b := formtest.NewBlankForm(t, formtest.Template(t, Write, formtest.PlanFor(t, 2023, criteria.KieuMau), before))
	for sheet, words := range map[string][]string{layout.EvidenceSheet: {"=1+1", "@SUM(A1)", "+84", "-5"},
		layout.TitleSheet: {"=HYPERLINK(\"x\")"}} {
		for _, word := range words {
			if formula, _ := b.File.GetCellFormula(sheet, b.Find(sheet, word)); formula != "" {
				t.Errorf("%s: %q is the formula %s", sheet, word, formula)
			}
		}
	}
}

// A standard without indicators gives a form that says so and has its other
// sheets.
func TestNoIndicatorsYet(t *testing.T) {
	plan, err := layout.NewPlan(packs.Embedded(), 2026, criteria.KieuMau, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	file := formtest.Opened(t, formtest.Template(t, Write, plan, nil))
	for _, sheet := range []string{layout.GuideSheet, layout.FigureSheet} {
		if shown := formtest.Dump(t, file, sheet); !strings.Contains(shown, "còn thiếu 47: đọc quyết định vào") ||
			!strings.Contains(shown, criteria.ReadingCommand) {
			t.Errorf("%s does not say that there are no indicators", sheet)
		}
	}
}

// The form of a small plan as a person reviews it.
func TestGoldenTemplate(t *testing.T) {
	plan := formtest.PlanFor(t, 2023, criteria.KieuMau)
	plan.Groups = slices.DeleteFunc(plan.Groups,
		func(g layout.Group) bool { return !slices.Contains([]string{"3", "10", "11"}, g.No) })
	before := &commune.Report{Year: 2022,
		Figures: slices.DeleteFunc(formtest.Invented(t, "../../../testdata").Figures, func(f commune.Figure) bool {
			return f.ID != "multidimensional_poverty_rate" && f.ID != "income_per_capita"
		})}
	file := formtest.Opened(t, formtest.Template(t, Write, plan, before))
	var out strings.Builder
	for _, sheet := range file.GetSheetList() {
		fmt.Fprintf(&out, "== %s\n%s\n", sheet, formtest.Dump(t, file, sheet))
	}
	formtest.Golden(t, "testdata/template.txt", out.String())
}

func BenchmarkWrite(b *testing.B) {
	plan, previous := formtest.PlanFor(b, 2023, criteria.KieuMau), formtest.Invented(b, "../../../testdata")
	for b.Loop() {
		formtest.Template(b, Write, plan, previous)
	}
}

func readBack(t *testing.T, data []byte) *commune.Report {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bieu-mau.xlsx")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := form.Read(t.Context(), path, packs.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return r.Report
}
