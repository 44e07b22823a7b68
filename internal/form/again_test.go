package form_test

import (
	"reflect"
	"slices"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/form"
	"ntm/internal/form/layout"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// Cells that are read again after each that was typed say what they say when they are read at
// once, whatever was typed and wherever: also the year, and the evidence that figures cite.
func TestReadAgain(t *testing.T) {
	lib := packs.Embedded()
	r, _, err := commune.Read("../../testdata/xa-gia-dinh-2023.yaml", lib)
	if err != nil {
		t.Fatal(err)
	}
	full := form.CellsOf(r)
	texts := []string{"", "-", "69", "1,53%", "chờ sở", "12/31", "Đạt", "Không", "0,9", "5.530", "trên 70", "2024",
		"2022: 44,1", "1; 2", "ntm:value", "Kết quả", "Cộng"}
	rapid.Check(t, func(t *rapid.T) {
		cells := slices.Clone(full[:rapid.IntRange(2, len(full)).Draw(t, "typed before")])
		var before *form.Entered
		for range rapid.IntRange(1, 6).Draw(t, "cells typed") {
			other := rapid.SampledFrom(full).Draw(t, "at")
			at := other.At()
			switch rapid.IntRange(0, 6).Draw(t, "where") {
			case 0:
				at = form.Place{Sheet: layout.PlaceSheet, Item: "year", ID: "ntm:answer"}
			case 1:
				at = form.Place{Sheet: layout.EvidenceSheet, Item: "1", ID: "ntm:code"}
			case 2, 3, 4:
				at = form.Place{Sheet: layout.FigureSheet, Item: rapid.SampledFrom(lib.FigureList).Draw(t, "figure").ID,
					ID: rapid.SampledFrom([]string{"ntm:value", "ntm:numerator", "ntm:denominator", "ntm:year",
						"ntm:evidence", "ntm:earlier"}).Draw(t, "column")}
			}
			text := rapid.SampledFrom(texts).Draw(t, "text")
			cells = slices.DeleteFunc(cells, func(c form.Cell) bool { return c.At() == at })
			cells = append(cells, form.Cell{Sheet: at.Sheet, Item: at.Item, ID: at.ID, Text: text})
			before = form.Enter("bàn làm việc", cells, lib, before)
			once := form.Enter("bàn làm việc", cells, lib, nil)
			if d := cmp.Diff(once, before, cmpopts.IgnoreUnexported(form.Entered{}),
				cmpopts.IgnoreFields(form.Entered{}, "Reading")); d != "" {
				t.Fatal(d)
			}
			if !reflect.DeepEqual(once.Reading, before.Reading) {
				t.Fatalf("%+v\n%+v", once.Reading, before.Reading)
			}
		}
	})
}
