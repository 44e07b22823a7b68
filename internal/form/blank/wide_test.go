package blank

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/criteria/packs"
	"ntm/internal/form"
	"ntm/internal/form/formtest"
	"ntm/internal/form/layout"
	"ntm/internal/places"
	"ntm/internal/xlsx/draw"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// wideOf is the plan of a wide sheet, and some communes of Thanh Hóa that it is for.
func wideOf(t *testing.T, year int, up criteria.Level) (*layout.Plan, []places.Unit) {
	t.Helper()
	plan, err := layout.NewPlan(packs.Embedded(), year, up, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var communes []places.Unit
	for _, code := range []string{"16492", "16495"} {
		at, err := places.On(formtest.WrittenAt).Lookup(places.Query{Code: code})
		if err != nil {
			t.Fatal(err)
		}
		communes = append(communes, at)
	}
	return plan, communes
}

// wideBook is a wide sheet written and opened again.
func wideBook(t *testing.T, plan *layout.Plan, communes []places.Unit) *excelize.File {
	t.Helper()
	var out bytes.Buffer
	if err := WriteWide(&out, plan, communes, formtest.WrittenAt); err != nil {
		t.Fatal(err)
	}
	return formtest.Opened(t, out.Bytes())
}

// wideLines are the lines of a wide sheet as CSV.
func wideLines(t *testing.T, plan *layout.Plan, communes []places.Unit) [][]string {
	t.Helper()
	var out bytes.Buffer
	if err := WriteWideCSV(&out, plan, communes); err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(out.String(), "\ufeff")
	if !marked || strings.Count(text, "\r\n") != strings.Count(text, "\n") {
		t.Errorf("Excel takes it for something else: %.30q", text)
	}
	in := csv.NewReader(strings.NewReader(text))
	in.Comma = ';'
	lines, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// The workbook and the CSV of one plan ask the same in the same order, and know the same of
// each commune.
func TestWideIsOneSheetInTwoForms(t *testing.T) {
	for _, year := range []int{2021, 2023, 2025} {
		for _, up := range []criteria.Level{criteria.NTM, criteria.NangCao, criteria.KieuMau} {
			plan, communes := wideOf(t, year, up)
			file, lines := wideBook(t, plan, communes), wideLines(t, plan, communes)
			rows, err := file.GetRows(layout.WideSheet, excelize.Options{RawCellValue: true})
			if err != nil || len(lines) != 2+len(communes) {
				t.Fatalf("%d, %s: %d lines, %v", year, up, len(lines), err)
			}
			if diff := cmp.Diff(lines[0], rows[wideIDRow-1]); diff != "" {
				t.Errorf("%d, %s: ids (-CSV +workbook):\n%s", year, up, diff)
			}
			for i := range lines[0] {
				name, unit := rows[wideNameRow-1][i], ""
				if i < len(rows[wideUnitRow-1]) && i > 0 {
					unit = rows[wideUnitRow-1][i]
				}
				if want := strings.TrimSuffix(name+" ("+unit+")", " ()"); lines[1][i] != want {
					t.Errorf("%d, %s: head %q in the CSV, %q in the workbook", year, up, lines[1][i], want)
				}
			}
			for i := range communes {
				known := rows[wideFirstRow-1+i]
				for len(known) < len(lines[0]) {
					known = append(known, "")
				}
				if diff := cmp.Diff(lines[2+i], known); diff != "" {
					t.Errorf("%d, %s, %s (-CSV +workbook):\n%s", year, up, communes[i].Name, diff)
				}
			}
		}
	}
}

// Every criterion stands above its first figure only; a figure has its unit below its name,
// and who or when has none.
func TestWideHeads(t *testing.T) {
	plan, communes := wideOf(t, 2023, criteria.KieuMau)
	file := wideBook(t, plan, communes)
	columns, shown := layout.WideColumns(plan), map[string]int{}
	for i, c := range columns {
		at := func(row int) string {
			text, err := file.GetCellValue(layout.WideSheet, draw.Ref(i+1, row))
			if err != nil {
				t.Fatal(err)
			}
			return text
		}
		if group := at(wideGroupRow); group != "" && i > 0 {
			if shown[group]++; group != c.Group {
				t.Errorf("%s stands under %q, is of %q", c.ID, group, c.Group)
			}
		}
		if unit := at(wideUnitRow); i > 0 && (unit != "") != (c.Figure != nil) {
			t.Errorf("%s has the unit %q", c.ID, unit)
		}
	}
	if len(shown) != len(plan.Groups)+1 {
		t.Errorf("%d groups, want those of %d criteria and the rest", len(shown), len(plan.Groups))
	}
	for group, n := range shown {
		if n != 1 {
			t.Errorf("%q stands there %d times", group, n)
		}
	}
}

// Whatever is typed into a cell is checked by what its column may hold, down to the last
// spare row; a rate that is two counts is free text, for "31/2026" is no number.
func TestWideCellsAreChecked(t *testing.T) {
	plan, communes := wideOf(t, 2023, criteria.KieuMau)
	file := wideBook(t, plan, communes)
	rules, err := file.GetDataValidations(layout.WideSheet)
	if err != nil {
		t.Fatal(err)
	}
	of := map[string]*excelize.DataValidation{}
	for _, r := range rules {
		from, _, _ := strings.Cut(r.Sqref, ":")
		of[strings.TrimRight(from, "0123456789")] = r
	}
	for i, c := range layout.WideColumns(plan) {
		name := strings.TrimRight(draw.Ref(i+1, 1), "0123456789")
		rule := of[name]
		if rule == nil {
			if c.Hint != "" {
				t.Errorf("%s tells nothing of how it is filled in", c.ID)
			}
			continue
		}
		last := wideFirstRow + len(communes) + wideSpare - 1
		if want := name + strconv.Itoa(wideFirstRow) + ":" + name + strconv.Itoa(last); rule.Sqref != want {
			t.Errorf("%s is checked in %s, want %s", c.ID, rule.Sqref, want)
		}
		counts := c.Figure != nil && c.Figure.Unit == criteria.Percent && c.Figure.Numerator != ""
		listed := c.Figure != nil && slices.Contains([]criteria.Unit{criteria.Declared, criteria.Grade}, c.Figure.Unit)
		if isList := rule.Type == "list"; listed && !isList || counts && rule.Type != "" {
			t.Errorf("%s takes %q", c.ID, rule.Type)
		}
	}
}

// A wide sheet names the province of its communes, or none where it has no commune; what
// was written reads as reports in which nothing is known.
func TestWideOfNoCommune(t *testing.T) {
	plan, communes := wideOf(t, 2023, criteria.NTM)
	if got := wideSubject(plan, communes); !strings.Contains(got, "Thanh Hóa") || !strings.Contains(got, "2023") {
		t.Error(got)
	}
	if got := wideSubject(plan, nil); strings.Contains(got, "- ") || !strings.Contains(got, "2023") {
		t.Error(got)
	}
	path := t.TempDir() + "/trong.xlsx"
	if err := wideBook(t, plan, nil).SaveAs(path); err != nil {
		t.Fatal(err)
	}
	source, err := form.Open(t.Context(), path, packs.Embedded(), 0)
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close() //nolint:errcheck // opened for reading
	for row := range source.Rows {
		t.Errorf("a row in a sheet of none: %+v", row)
	}
	if !source.Many() {
		t.Error("it is not known as a wide sheet")
	}
}
