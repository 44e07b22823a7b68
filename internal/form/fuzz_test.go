package form

import (
	"slices"
	"strings"
	"testing"

	"ntm/criteria/packs"
	"ntm/internal/commune"
	"ntm/internal/testenv"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"
	"ntm/internal/yamldoc"
)

// blankSheets is the sheets of the blank form of testdata/forms.
func blankSheets(t testing.TB) []scan {
	t.Helper()
	book, err := read.Open(t.Context(), "../../testdata/forms/blank-untouched.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close() //nolint:errcheck // opened for reading: nothing is lost
	var out []scan
	for _, s := range book.Sheets {
		table, err := s.Table()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, newScan(s.Name, table))
	}
	return out
}

// with is the sheets with one cell more, a copy where they differ.
func with(sheets []scan, which, row, column int, c read.Cell) []scan {
	out := slices.Clone(sheets)
	s := &out[which]
	table := *s.Table
	table.Rows = slices.Clone(s.Rows)
	i, found := slices.BinarySearchFunc(table.Rows, row, func(r read.Row, row int) int { return r.Number - row })
	if !found {
		table.Rows = slices.Insert(table.Rows, i, read.Row{Number: row})
	}
	r := &table.Rows[i]
	r.Cells = slices.Clone(r.Cells)
	for len(r.Cells) < column {
		r.Cells = append(r.Cells, read.Cell{})
	}
	r.Cells[column-1] = c
	*s = newScan(s.name, &table)
	return out
}

// Whatever stands in a cell, the reader does not fall over, and what it takes
// is a report that can be written and read again. A number that it takes for a
// figure has the digits that were typed.
func FuzzForm(f *testing.F) {
	sheets := blankSheets(f)
	for i, text := range []string{"69", "1,53 %", "538.336", "31/2026", "Đạt", "không", "-", "=1", "1; 3-5",
		"ngày 5 tháng 3 năm 2023", "ntm:value", "Kết quả", "§¹t", "1e9", "Tổng cộng", "16492"} {
		for which := range sheets {
			if !testenv.Whole() && which != i%len(sheets) {
				continue // a quick run has each text on one sheet, and something on each
			}
			f.Add(text, which, 5, 3, byte(read.Text))
		}
		f.Add(text, 2, 40, 8, byte(read.Text))
		f.Add(text, 2, 40, 8, byte(read.Number))
	}
	f.Add(" ", 3, 5, 6, byte(read.Number))
	lib := packs.Embedded()
	f.Fuzz(func(t *testing.T, text string, which, row, column int, kind byte) {
		if which < 0 || which >= len(sheets) || row < 1 || row > 200 || column < 1 || column > 30 || text == "" ||
			len(text) > 200 {
			t.Skip()
		}
		c := read.Cell{Text: text, Kind: read.Kind(kind % 6), Shown: read.Shown(kind / 6 % 3)}
		if c.Kind == read.Blank {
			c.Text = ""
		}
		got, err := readForm("f.xlsx", with(sheets, which, row, column, c), false, lib)
		if err != nil {
			if strings.TrimSpace(err.Error()) == "" {
				t.Error("an error that says nothing")
			}
			return
		}
		document, err := got.Report.JSON()
		if err != nil {
			t.Fatal(err)
		}
		var back commune.Report
		if err := yamldoc.Decode("f.json", document, &back); err != nil {
			t.Errorf("%v\n%s", err, document)
		}
		for _, figure := range got.Report.Figures {
			n, isNumber := figure.Measure.(commune.Number)
			if isNumber && n.Word == "" && c.Kind == read.Text && !sameDigits(n.String(), text) {
				t.Errorf("%q was read as %s", text, n)
			}
		}
	})
}

// sameDigits tells whether a number is written with the digits of a text, zeros
// at the ends aside. A sum may have been typed in nghìn or in tỷ.
func sameDigits(number, text string) bool {
	digits := func(s string) string {
		return strings.Trim(strings.Map(func(r rune) rune {
			if '0' <= r && r <= '9' {
				return r
			}
			return -1
		}, s), "0")
	}
	plain := strings.ReplaceAll(strings.ReplaceAll(vi.Fold(text), "m2", ""), "m²", "")
	wide := strings.Map(func(r rune) rune {
		if '０' <= r && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, plain)
	return digits(number) == digits(wide)
}
