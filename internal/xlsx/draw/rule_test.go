package draw

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A rule that lets words through asks that numbers are in their range.
func TestRulesOfWordsAndNumbers(t *testing.T) {
	for _, tt := range []struct {
		area        string
		least, most float64
		want        string
	}{
		{"H9", 0, 100, "OR(ISTEXT(H9),AND(ISNUMBER(H9),H9&gt;=0,H9&lt;=100))"},
		{"H9:H12 J9", 0, 100, "OR(ISTEXT(H9),AND(ISNUMBER(H9),H9&gt;=0,H9&lt;=100))"},
		// of the first, the others as they lie
		{"B2:B3", 0, 0, "OR(ISTEXT(B2),AND(ISNUMBER(B2),B2&gt;=0))"}, // without an end
		{"B2", 1.5, 0, "OR(ISTEXT(B2),AND(ISNUMBER(B2),B2&gt;=1.5))"},
	} {
		v := excelize.NewDataValidation(true)
		v.SetSqref(tt.area)
		r := Rule{Kind: Said, Least: tt.least, Most: tt.most}
		if err := r.fill(v, &Sheet{}); err != nil || v.Type != "custom" || v.Formula1 != tt.want {
			t.Errorf("%s from %v to %v: %s %s, %v", tt.area, tt.least, tt.most, v.Type, v.Formula1, err)
		}
	}
}

// What a cell may come to say: its words, and the texts within its formula.
func TestWhatACellMaySay(t *testing.T) {
	for _, tt := range []struct {
		c    Cell
		want []string
	}{
		{Cell{Value: "đủ"}, []string{"đủ"}},
		{Cell{Value: "đủ", Formula: `IF(A1="","còn thiếu","đủ")`}, []string{"đủ", "", "còn thiếu", "đủ"}},
		{Cell{Value: "x", Formula: `"ghi ""Có"""`}, []string{"x", `ghi "Có"`}},
		{Cell{Value: 5.0, Formula: `IF(A1,"đủ")`}, nil}, {Cell{}, nil}, {Cell{Value: ""}, nil},
	} {
		if got := slices.Collect(tt.c.says()); !slices.Equal(got, tt.want) {
			t.Errorf("%+v may say %q, want %q", tt.c, got, tt.want)
		}
	}
}

// What is not broken over two lines: numbers, days, the numbers of decisions.
func TestSolidWords(t *testing.T) {
	for word, want := range map[string]bool{"15/11/2023": true, "538.336": true, "(98,61)": true, "26/QĐ-UBND": true,
		"5.": true, "“318/QĐ-TTg”": true, "Hà": false, "m2": false, "": false, "a/b": false, "QĐ-UBND": false} {
		if solid.MatchString(word) != want {
			t.Errorf("%q is solid: %t", word, !want)
		}
	}
}

// A column that is too narrow for a number takes from those that have room; the sheet stays
// as wide, no column is left narrower than its longest word, one that is hidden stays so.
func TestWideningOfColumns(t *testing.T) {
	sheet := func(widths []float64, cells ...any) *Sheet {
		s := &Sheet{Widths: widths}
		var row Row
		for _, v := range cells {
			row.Cells = append(row.Cells, Cell{Value: v})
		}
		s.Rows = []Row{row}
		return s
	}
	sum := func(widths []float64) (all float64) {
		for _, w := range widths {
			all += w
		}
		return all
	}
	long := strings.Repeat("1", 15)
	for _, tt := range []struct {
		name   string
		s      *Sheet
		widens bool // the first column
	}{
		{"room beside it", sheet([]float64{20, 400}, long, "a b"), true},
		{"no room", sheet([]float64{20, 20}, long, long), false},
		{"wide enough", sheet([]float64{400, 400}, long, "a"), false},
		{"words that may be broken", sheet([]float64{20, 400}, "một hai ba bốn năm sáu", "a"), false},
		{"beside one that is hidden", sheet([]float64{20, 0, 400}, long, "x", "a"), true},
	} {
		before := slices.Clone(tt.s.Widths)
		tt.s.widen(tt.s.asks())
		if diff := sum(before) - sum(tt.s.Widths); diff > 1e-6 || diff < -1e-6 {
			t.Errorf("%s: %v became %v", tt.name, before, tt.s.Widths)
		}
		if got := tt.s.Widths[0] > before[0]+1e-6; got != tt.widens {
			t.Errorf("%s: %v became %v", tt.name, before, tt.s.Widths)
		}
		for k, w := range tt.s.Widths {
			if (w == 0) != (before[k] == 0) || w < 0 {
				t.Errorf("%s: %v became %v", tt.name, before, tt.s.Widths)
			}
		}
	}
}

// About what a number looks like in a format.
func TestShownNumbers(t *testing.T) {
	for _, tt := range []struct {
		v      float64
		format string
		digits string // that it shows
	}{
		{69, "", "69"}, {69.5, "", "69.5"}, {69, "0.00", "6900"}, {1234.5, "#,##0.0", "12345"},
		{5, `0"hộ"`, "5"}, {5, `0.0;-0.0`, "50"},
	} {
		got := shown(tt.v, tt.format)
		digits := strings.Map(func(r rune) rune {
			if '0' <= r && r <= '9' || r == '.' && strings.Contains(tt.digits, ".") {
				return r
			}
			return -1
		}, got)
		if digits != tt.digits || strings.Contains(tt.format, "hộ") && !strings.Contains(got, "hộ") {
			t.Errorf("%v in %q is about %q, want the digits %s", tt.v, tt.format, got, tt.digits)
		}
	}
}
