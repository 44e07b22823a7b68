package document_test

import (
	"errors"
	"strings"
	"testing"

	"ntm/internal/document"

	"github.com/google/go-cmp/cmp"
)

// grid shows which cell covers each position.
func grid(t *document.Table) string {
	var out []string
	for row := 1; row <= t.Rows; row++ {
		line := ""
		for column := 1; column <= t.Columns; column++ {
			if c := t.At(row, column); c != nil {
				line += c.Text
			} else {
				line += "."
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, " ")
}

func TestGrid(t *testing.T) {
	var budget document.Budget
	one := budget.Table()
	put := func(row, column, rows, columns int, text string) *document.Cell {
		c := &document.Cell{Row: row, Column: column, Rows: rows, Columns: columns, Text: text}
		if err := one.Put(c); err != nil {
			t.Fatal(err)
		}
		return c
	}
	for range 3 {
		if err := one.AddRow(); err != nil {
			t.Fatal(err)
		}
	}
	put(1, 1, 2, 1, "a")
	put(1, 2, 1, 2, "b")
	put(2, 3, 1, 1, "c")
	d := put(3, 1, 1, 1, "d")
	if err := one.Widen(d, 1); err != nil {
		t.Fatal(err)
	}
	if err := one.AddRow(); err != nil {
		t.Fatal(err)
	}
	if err := one.Extend(d); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("abb a.c dd. dd.", grid(one)); diff != "" {
		t.Error(diff)
	}
	over := put(1, 3, 2, 1, "x")
	over.Mark("ô này chồng lên ô khác")
	if len(over.Odd) != 1 || len(one.At(1, 2).Odd) != 1 || one.At(1, 3).Text != "b" {
		t.Errorf("overlapping: %q, %q", over.Odd, one.At(1, 2).Odd)
	}
	for _, at := range [][2]int{{0, 1}, {5, 1}, {1, 0}, {1, 9}} {
		if one.At(at[0], at[1]) != nil {
			t.Errorf("a cell at %v", at)
		}
	}
	if two := budget.Table(); two.Number != 2 || one.Number != 1 {
		t.Errorf("numbers %d, %d", one.Number, two.Number)
	}
}

func TestBounds(t *testing.T) {
	var one document.Table
	if err := one.AddRow(); err != nil {
		t.Fatal(err)
	}
	if err := one.Put(&document.Cell{Row: 1, Column: 63, Columns: 2}); !errors.Is(err, document.ErrColumns) {
		t.Errorf("64 columns: %v", err)
	}
	c := &document.Cell{Row: 1, Column: 1, Columns: 60}
	if err := one.Put(c); err != nil {
		t.Fatal(err)
	}
	if err := one.Widen(c, 4); !errors.Is(err, document.ErrColumns) {
		t.Errorf("64 columns: %v", err)
	}
	var err error
	for n := 0; err == nil && n < 1_000_000; n++ {
		err = one.AddRow()
	}
	if !errors.Is(err, document.ErrCells) {
		t.Errorf("endless rows: %v", err)
	}
}

func TestTables(t *testing.T) {
	inner := &document.Table{Number: 2}
	outer := &document.Table{Number: 1, Cells: []*document.Cell{{Tables: []*document.Table{inner}}}}
	d := document.Document{Blocks: []document.Block{{Paragraph: &document.Paragraph{}}, {Table: outer},
		{Table: &document.Table{Number: 3}}}}
	var got []int
	for one := range d.Tables() {
		got = append(got, one.Number)
	}
	if diff := cmp.Diff([]int{1, 2, 3}, got); diff != "" {
		t.Error(diff)
	}
	for one := range d.Tables() {
		if one.Number == 2 {
			break
		}
	}
}

func TestShownAndClean(t *testing.T) {
	for _, c := range []struct{ text, font, want string }{
		{"80%", "Times New Roman", "80%"}, {"\uf0b3", "Symbol", "≥"}, {"³", "Symbol", "≥"}, {"³", "Arial", "³"},
		{"\uf0a3", "", "≤"},
		{"\uf0fc", "Wingdings", "✓"}, {"\uf0b3", "Webdings", document.Unreadable}, {"\uf041", "Arial", "A"},
		{"§¹t", ".VnTime", "Đạt"},
		{"®¹t", ".VnTimeH", "ĐẠT"}, {"Ñaït", "VNI-Times", "Đạt"}, {"\uf00f", "Symbol", document.Unreadable},
	} {
		if got := document.Shown(c.text, c.font); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.text, c.font, got, c.want)
		}
	}
	if got := document.Clean(" a  b \n\n\u00a0\nc"); got != "a b\nc" {
		t.Errorf("%q", got)
	}
}

// A 2 raised behind a length is a power; behind any other word it marks a note, whatever
// letter the word ends in.
func TestEndsInMetre(t *testing.T) {
	for text, want := range map[string]bool{
		"m": true, "12 m": true, "500m": true, "≥ 1,5 km": true, "KM": true, "đường ≥ 3 mm": true,
		"": false, "năm": false, "sản phẩm": false, "2 nhóm": false, "m ": false, "ha": false, "mm²": false,
	} {
		if got := document.EndsInMetre(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// A raised mark before a text is that of a note whose words follow; alone it is the mark of one elsewhere.
func TestBegun(t *testing.T) {
	for _, c := range []struct{ mark, text, whole, note string }{
		{"1", "Của ô", "(1) Của ô", ""}, {"(2)", " Của ô", "(2) Của ô", ""},
		{"*", "", "", "*"}, {"", "Của ô", "Của ô", ""},
		{"()", "Của ô", "Của ô", ""},
	} {
		if whole, note := document.Begun(c.mark, c.text); whole != c.whole || note != c.note {
			t.Errorf("%q before %q: %q, %q", c.mark, c.text, whole, note)
		}
	}
}

// A cell has the texts of its paragraphs, apart by line ends, and its tables; what is odd is said once.
func TestFill(t *testing.T) {
	paragraph := func(text string, notes ...string) document.Block {
		return document.Block{Paragraph: &document.Paragraph{Text: text, Notes: notes}}
	}
	words := []document.Block{paragraph("≥ 80%", "1"), paragraph("", "2"), paragraph("(đến 2025)")}
	var c document.Cell
	c.Fill(words, []string{"có chữ bị gạch ngang", "có chữ bị gạch ngang"})
	want := document.Cell{Text: "≥ 80%\n(đến 2025)", Notes: []string{"1", "2"}, Odd: []string{"có chữ bị gạch ngang"}}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Error(diff)
	}
	inner := &document.Table{Number: 2}
	var outer document.Cell
	outer.Fill(append(words, document.Block{Table: inner}), nil)
	if len(outer.Tables) != 1 || outer.Tables[0] != inner || len(outer.Blocks) != 4 || outer.Text != want.Text {
		t.Errorf("with a table: %+v", outer)
	}
}
