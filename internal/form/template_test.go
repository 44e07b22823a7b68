package form

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/xlsx/draw"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func TestEverySheetHoldsItsColumns(t *testing.T) {
	for _, level := range criteria.Levels[:3] {
		plan := planFor(t, 2023, level)
		b := newBlankForm(t, template(t, plan, nil))
		for _, table := range tables(plan) {
			if level != criteria.KieuMau && (table.sheet == smartSheet || table.sheet == fieldSheet) {
				if i, _ := b.file.GetSheetIndex(table.sheet); i >= 0 {
					t.Errorf("a form of %s has the sheet %s", level, table.sheet)
				}
				continue
			}
			for i, c := range table.columns {
				column, row := b.head(table.sheet, c.id)
				if shown, _ := b.file.GetRowVisible(table.sheet, row); shown {
					t.Errorf("%s: the ids are seen", table.sheet)
				}
				if c.kind == keyed {
					if name, _ := excelize.ColumnNumberToName(column); name != "A" {
						t.Errorf("%s: keys stand in %s", table.sheet, name)
					}
				} else if title, _ := b.file.GetCellValue(table.sheet, draw.Ref(column, row+1)); title != c.title {
					t.Errorf("%s: the head of %s is %q", table.sheet, c.id, title)
				} else if i > 0 && column <= 1 {
					t.Errorf("%s: %s stands in the hidden column", table.sheet, c.id)
				}
			}
			for _, q := range table.questions {
				if label, _ := b.file.GetCellValue(table.sheet,
					b.keyed(table.sheet, q.key, "ntm:question")); label != q.label {
					t.Errorf("%s: %s asks %q", table.sheet, q.key, label)
				}
			}
			if shown, _ := b.file.GetColVisible(table.sheet, "A"); shown {
				t.Errorf("%s: the column of keys is seen", table.sheet)
			}
		}
	}
}

// What is open is yellow and what is yellow is open; answers and entry columns
// are open, all else is locked, and every sheet is protected.
func TestOnlyEntriesAreOpen(t *testing.T) {
	plan := planFor(t, 2023, criteria.KieuMau)
	b := newBlankForm(t, template(t, plan, nil))
	for _, sheet := range b.file.GetSheetList() {
		rows, err := b.file.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if kept, err := b.file.GetSheetProtection(sheet); err != nil || !kept.SelectUnlockedCells ||
			kept.FormatCells || kept.InsertRows {
			t.Errorf("%s: protection %+v, %v", sheet, kept, err)
		}
		if sheet == guideSheet {
			continue // its legend shows the colour
		}
		for r := range rows {
			for c := 1; c <= 16; c++ {
				style := b.style(sheet, draw.Ref(c, r+1))
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
				if at := b.keyed(figureSheet, f.ID, id); b.isOpen(figureSheet, at) != want {
					t.Errorf("%s %s (%s): open %v", f.ID, id, at, !want)
				}
			}
			if format := b.style(figureSheet, b.keyed(figureSheet, f.ID, "ntm:value")); format.NumFmt != 0 ||
				format.CustomNumFmt != nil {
				t.Errorf("%s is written in a format of its own", f.ID)
			}
		}
	}
	for _, table := range tables(plan) {
		for _, q := range table.questions {
			if at := b.keyed(table.sheet, q.key, "ntm:answer"); !b.isOpen(table.sheet, at) {
				t.Errorf("%s!%s is locked", table.sheet, at)
			}
		}
	}
}

func TestEveryChoiceHasItsDropDown(t *testing.T) {
	plan := planFor(t, 2023, criteria.KieuMau)
	b := newBlankForm(t, template(t, plan, nil))
	names := func(options []option) []string {
		var out []string
		for _, o := range options {
			out = append(out, o.word)
		}
		return out
	}
	for _, table := range tables(plan) {
		for _, q := range table.questions {
			if q.kind == choice {
				if got := b.dropDown(table.sheet, b.keyed(table.sheet, q.key, "ntm:answer")); !slices.Equal(got,
					names(q.options)) {
					t.Errorf("%s %s offers %q", table.sheet, q.key, got)
				}
			}
		}
		for _, c := range table.columns {
			if c.kind != choice {
				continue
			}
			column, head := b.head(table.sheet, c.id)
			row := head + 2
			for ; !b.isOpen(table.sheet, draw.Ref(column, row)); row++ {
				if row > head+100 {
					t.Fatalf("%s: nothing to choose in %s", table.sheet, c.id)
				}
			}
			for n := range table.rows {
				if got := b.dropDown(table.sheet, draw.Ref(column, row+n)); !slices.Equal(got, names(c.options)) {
					t.Errorf("%s!%s offers %q", table.sheet, draw.Ref(column, row+n), got)
				}
			}
		}
	}
	for _, g := range plan.Groups {
		for _, f := range g.Figures {
			want := map[criteria.Unit][]string{criteria.Declared: names(metOr), criteria.Grade: criteria.Grades}[f.Unit]
			if got := b.dropDown(figureSheet, b.keyed(figureSheet, f.ID, "ntm:value")); !slices.Equal(got, want) {
				t.Errorf("%s offers %q", f.ID, got)
			}
		}
	}
}

// Excel cuts longer messages, or calls the file damaged.
func TestRulesSpeakVietnameseAndShort(t *testing.T) {
	b := newBlankForm(t, template(t, planFor(t, 2023, criteria.KieuMau), nil))
	kinds := map[string]int{}
	for sheet, rules := range b.rules {
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
	plan, previous := planFor(t, 2024, criteria.KieuMau), invented(t)
	a := template(t, plan, previous)
	if !bytes.Equal(a, template(t, plan, previous)) {
		t.Error("the same form twice has other bytes")
	}
	var later bytes.Buffer
	if err := Write(&later, plan, previous, writtenAt.Add(time.Hour)); err != nil || bytes.Equal(a, later.Bytes()) {
		t.Errorf("the time does not stand in the form: %v", err)
	}
}

// A blank form says which commune it is of and nothing else.
func TestBlankFormReadsAsNothing(t *testing.T) {
	for _, year := range []int{2018, 2023, 2024} {
		r := readBack(t, template(t, planFor(t, year, criteria.KieuMau), nil))
		want := &commune.Report{Schema: commune.Schema, Year: year, Commune: commune.Where{Code: "16492",
			Name: "Quảng Trung", District: "Quảng Xương", Province: "Thanh Hóa"}}
		if diff := cmp.Diff(said(t, want), said(t, r)); diff != "" {
			t.Errorf("%d (-want +read):\n%s", year, diff)
		}
	}
}

// What lasts of an earlier report comes back from the form, its figures with
// their year; what would be a claim about the new year does not.
func TestCarriesOver(t *testing.T) {
	before := invented(t)
	plan := planFor(t, 2024, criteria.KieuMau)
	plan.Traits = before.Traits
	got := readBack(t, template(t, plan, before))
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
	if diff := cmp.Diff(said(t, &want), said(t, got)); diff != "" {
		t.Errorf("(-before +carried over):\n%s", diff)
	}
	// Names of villages and of works wait for their numbers.
	b := newBlankForm(t, template(t, plan, before))
	column, row := b.head(pollSheet, "ntm:village")
	if name, _ := b.file.GetCellValue(pollSheet,
		draw.Ref(column, row+2)); name != before.Satisfaction.Villages[0].Name {
		t.Errorf("the first village is %q", name)
	}
	guide := dump(t, b.file, guideSheet)
	if !strings.Contains(guide, "Đã chép từ báo cáo năm 2023") {
		t.Errorf("the guide does not say what was carried over:\n%s", guide)
	}
}

// A figure of the form's own year counts as given: the meter says what ntm
// check says of the same report.
func TestMeterAgreesWithCoverage(t *testing.T) {
	before := invented(t)
	plan := planFor(t, 2023, criteria.KieuMau)
	for id, previous := range map[string]*commune.Report{"blank": nil, "carried": before} {
		carried := &commune.Report{}
		if previous != nil {
			carried.Figures, carried.Recognitions = previous.Figures, previous.Recognitions
		}
		asked, given := 0, 0
		for _, c := range plan.Coverage(carried) {
			asked, given = asked+c.Asked, given+c.Given
		}
		b := newBlankForm(t, template(t, plan, previous))
		_, row, _ := excelize.CellNameToCoordinates(b.find(guideSheet, meterTitle))
		got := [2]string{}
		for i, column := range []int{3, 2} {
			got[i], _ = b.file.GetCellValue(guideSheet, draw.Ref(column, row))
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
	b := newBlankForm(t, template(t, planFor(t, 2023, criteria.KieuMau), before))
	for sheet, words := range map[string][]string{evidenceSheet: {"=1+1", "@SUM(A1)", "+84", "-5"},
		titleSheet: {"=HYPERLINK(\"x\")"}} {
		for _, word := range words {
			if formula, _ := b.file.GetCellFormula(sheet, b.find(sheet, word)); formula != "" {
				t.Errorf("%s: %q is the formula %s", sheet, word, formula)
			}
		}
	}
}

// A standard without indicators gives a form that says so and has its other
// sheets.
func TestNoIndicatorsYet(t *testing.T) {
	plan, err := NewPlan(packs.Embedded(), 2026, criteria.KieuMau, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	file := opened(t, template(t, plan, nil))
	for _, sheet := range []string{guideSheet, figureSheet} {
		if shown := dump(t, file, sheet); !strings.Contains(shown, "còn thiếu 47: đọc quyết định vào") ||
			!strings.Contains(shown, criteria.ReadingCommand) {
			t.Errorf("%s does not say that there are no indicators", sheet)
		}
	}
}

// The form of a small plan as a person reviews it.
func TestGoldenTemplate(t *testing.T) {
	plan := planFor(t, 2023, criteria.KieuMau)
	plan.Groups = slices.DeleteFunc(plan.Groups,
		func(g Group) bool { return !slices.Contains([]string{"3", "10", "11"}, g.No) })
	before := &commune.Report{Year: 2022, Figures: slices.DeleteFunc(invented(t).Figures, func(f commune.Figure) bool {
		return f.ID != "multidimensional_poverty_rate" && f.ID != "income_per_capita"
	})}
	file := opened(t, template(t, plan, before))
	var out strings.Builder
	for _, sheet := range file.GetSheetList() {
		fmt.Fprintf(&out, "== %s\n%s\n", sheet, dump(t, file, sheet))
	}
	golden(t, "testdata/template.txt", out.String())
}

func BenchmarkWrite(b *testing.B) {
	plan, previous := planFor(b, 2023, criteria.KieuMau), invented(b)
	for b.Loop() {
		template(b, plan, previous)
	}
}
