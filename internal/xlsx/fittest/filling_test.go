package fittest

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"ntm/internal/xlsx/draw"
)

// A page that is filled badly is told, and no other.
func TestFilling(t *testing.T) {
	for name, tt := range map[string]struct {
		page filling
		told string // "" for nothing
	}{
		"full":                         {filling{rows: 30, share: 0.95}, ""},
		"the last, a third of it":      {filling{rows: 6, share: 0.3, last: true}, ""},
		"half of it":                   {filling{rows: 12, share: 0.45}, "is printed to 45 %"},
		"one row":                      {filling{rows: 1, share: 0.9}, "has 1 row"},
		"one row, the last":            {filling{rows: 1, share: 0.2, last: true}, "has 1 row"},
		"a chart alone":                {filling{rows: 0, share: 0.3, last: true}, "has 0 row"},
		"two lines at the end":         {filling{rows: 2, share: 0.06, last: true}, "is the last"},
		"a heading left behind":        {filling{rows: 20, share: 0.9, heading: "II. B"}, `ends with the heading`},
		"a table without its head":     {filling{rows: 20, share: 0.9, headed: "TT"}, `begins amid the table`},
		"a heading at the sheet's end": {filling{rows: 20, share: 0.9, heading: "II. B", last: true}, ""},
	} {
		got := tt.page.problem()
		if (got == "") != (tt.told == "") || !strings.HasPrefix(got, tt.told) {
			t.Errorf("%s: %q, want %q", name, got, tt.told)
		}
	}
}

// Of a sheet on two pages the check tells what is wrong with either, by the words on paper,
// whatever sheet comes after it.
func TestPagesOfASheet(t *testing.T) {
	line := func(s *draw.Sheet, words string, l draw.Look, height float64) {
		s.AddTall(height, draw.Text(words, l).Over(2))
	}
	for name, tt := range map[string]struct {
		lay  func(s *draw.Sheet)
		told string
	}{
		"well": {func(s *draw.Sheet) {
			for i := range 40 {
				line(s, fmt.Sprint("w", i), draw.Look{}, 25)
			}
		}, ""},
		"a half empty page": {func(s *draw.Sheet) {
			line(s, "a", draw.Look{}, 100)
			line(s, "b", draw.Look{}, 100)
			first := len(s.Rows) + 1
			for i := range 20 {
				line(s, fmt.Sprint("w", i), draw.Look{}, 30)
			}
			s.Bind(first)
		}, "page 1 is printed to"},
		"a row alone": {func(s *draw.Sheet) {
			first := len(s.Rows) + 1
			for i := range 10 {
				line(s, fmt.Sprint("w", i), draw.Look{}, 70)
			}
			s.Bind(first)
			line(s, "alone", draw.Look{}, 100)
		}, "page 2 has 1 row"},
		"a heading left behind": {func(s *draw.Sheet) {
			for i := range 10 {
				line(s, fmt.Sprint("w", i), draw.Look{}, 60)
			}
			line(s, "heading", draw.Look{Bold: true}, 60)
			for i := range 4 {
				line(s, fmt.Sprint("v", i), draw.Look{}, 60)
			}
		}, `page 1 ends with the heading "heading"`},
		"a table without its head": {func(s *draw.Sheet) {
			line(s, "TT", draw.Look{Bold: true, Shade: draw.PaperHead}, 60)
			for i := range 20 {
				line(s, fmt.Sprint("w", i), draw.Look{}, 60)
			}
		}, `page 2 begins amid the table under "TT"`},
	} {
		s, after := draw.NewSheet("A", draw.Page{}, 1, 1), draw.NewSheet("B", draw.Page{}, 1, 1)
		tt.lay(s)
		line(after, "b", draw.Look{}, 25)
		var out bytes.Buffer
		if err := draw.Write(&out, draw.About{Title: "A", At: time.Unix(0, 0)}, []*draw.Sheet{s, after}); err != nil {
			t.Fatal(err)
		}
		paper := slices.Concat(asPrinted(breaksOf(t, out.Bytes())[1], s), asPrinted(nil, after))
		got := strings.Join(onPaper(t, out.Bytes(), paper), "\n")
		if (got == "") != (tt.told == "") || !strings.Contains(got, tt.told) {
			t.Errorf("%s: %q, want %q", name, got, tt.told)
		}
	}
}

// asPrinted are the words of a sheet where they stand on paper, a page after each break.
func asPrinted(breaks []int, s *draw.Sheet) [][]word {
	pages, y := [][]word{nil}, top
	for i, r := range s.Rows {
		if len(breaks) > 0 && i == breaks[0] {
			breaks, pages, y = breaks[1:], append(pages, nil), top
		}
		words := r.Cells[0].Value.(string)
		at := &pages[len(pages)-1]
		middle := y + r.Height/2
		*at = append(*at, word{Left: left + 2, Right: left + 9, Top: middle - 5, Bottom: middle + 5, Text: words})
		y += r.Height
	}
	return pages
}
