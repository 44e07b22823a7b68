package draw

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// seen is a style as the file has it, in what a Look may say.
type seen struct {
	Size                 float64
	Bold, Italic         bool
	Underline            string
	Across, Down         string
	Wraps, Shrinks, Open bool
	Indent               int
	Shade, Box, Format   string
	Ruled                bool
}

func seenIn(t *testing.T, file *excelize.File, sheet, cell string) seen {
	t.Helper()
	style := must(file.GetStyle(must(file.GetCellStyle(sheet, cell))))
	out := seen{
		Size: style.Font.Size, Bold: style.Font.Bold, Italic: style.Font.Italic, Underline: style.Font.Underline,
		Across: style.Alignment.Horizontal, Down: style.Alignment.Vertical, Wraps: style.Alignment.WrapText,
		Shrinks: style.Alignment.ShrinkToFit, Indent: style.Alignment.Indent,
		Open: style.Protection != nil && !style.Protection.Locked,
	}
	if len(style.Fill.Color) > 0 {
		out.Shade = style.Fill.Color[0]
	}
	switch edges := len(style.Border); edges {
	case 1:
		out.Ruled = style.Border[0].Type == "top"
	case 4:
		out.Box = style.Border[0].Color
	}
	switch {
	case style.NumFmt == asTypedNumber:
		out.Format = AsTyped
	case style.CustomNumFmt != nil:
		out.Format = *style.CustomNumFmt
	}
	return out
}

// Every option of a look is in the file that is opened again, and changes nothing else.
func TestLooks(t *testing.T) {
	plain := seen{Size: TableSize, Down: "center", Wraps: true}
	for _, c := range []struct {
		name string
		look Look
		want func(*seen)
	}{
		{"plain", Look{}, func(*seen) {}},
		{"a size", Look{Size: 14}, func(s *seen) { s.Size = 14 }},
		{"bold", Look{}.InBold(), func(s *seen) { s.Bold = true }},
		{"italic", Look{}.InItalic(), func(s *seen) { s.Italic = true }},
		{"centred", Look{}.Centred(), func(s *seen) { s.Across = "center" }},
		{"to the right", Look{}.ToRight(), func(s *seen) { s.Across = "right" }},
		{"to the right, inset", Look{}.InsetRight(), func(s *seen) { s.Across, s.Indent = "right", 1 }},
		{"flush left again", Look{}.Centred().FlushLeft(), func(*seen) {}},
		{"at the top", Look{}.AtTop(), func(s *seen) { s.Down = "top" }},
		{"a box", Look{Box: Grey}, func(s *seen) { s.Box = Grey }},
		{"a line on top", Look{Ruled: true}, func(s *seen) { s.Ruled = true }},
		{"a box has its line", Look{Ruled: true, Box: Black}, func(s *seen) { s.Box = Black }},
		{"on a background", Look{}.On(Good), func(s *seen) { s.Shade = Good }},
		{"open", Look{Open: true}, func(s *seen) { s.Open = true }},
		{"underlined", Look{Underlined: true}, func(s *seen) { s.Underline = "single" }},
		{"flat", Look{Flat: true}, func(s *seen) { s.Wraps = false }},
		{"a number", Look{}.Shown("0.00"), func(s *seen) { s.Format, s.Wraps, s.Shrinks = "0.00", false, true }},
		{"as it is typed", Look{}.Shown(AsTyped), func(s *seen) { s.Format = AsTyped }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := NewSheet("x", Page{}, 1)
			s.Add(Text("chữ", c.look))
			want := plain
			c.want(&want)
			if diff := cmp.Diff(want, seenIn(t, painted(t, about, s), "x", "A1")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Equal looks share one style of the workbook.
func TestLooksShareAStyle(t *testing.T) {
	s := NewSheet("x", Page{}, 1, 1, 1)
	s.Add(Text("một", Look{}.InBold()), Text("hai", Look{}.InBold()), Text("ba", Look{}))
	file := painted(t, about, s)
	style := func(cell string) int { return must(file.GetCellStyle("x", cell)) }
	if style("A1") != style("B1") || style("A1") == style("C1") {
		t.Errorf("styles %d, %d, %d", style("A1"), style("B1"), style("C1"))
	}
}

// A cell that was made another way keeps what it had.
func TestCellsMadeAnotherWay(t *testing.T) {
	open := Blank(words.On(Entry)).For("cán bộ xã")
	for _, c := range []struct {
		name string
		got  Cell
		want Cell
	}{
		{"words that are none", Text("\x00", words), Blank(words)},
		{"by hand", Blank(words).ByHand(), Cell{Look: Look{Box: Black, Open: true}, Pen: struct{}{}}},
		{"by a formula", open.By("A1"), Cell{Formula: "A1", Look: words, Pen: "cán bộ xã"}},
		{"a text follows nothing", Text("x", words).Following("A1"), Text("x", words)},
		{"a number follows", Cell{Value: 1.5}.Following("A1"), Cell{Value: 1.5, Formula: "A1"}},
		{"words for programs", Unseen("ntm:value"), Text("ntm:value", unseen)},
		{"to a sheet", Text("x", Look{}).ToSheet("Tờ"), Cell{Value: "x", Look: Look{Underlined: true},
			Link: Link{Sheet: "Tờ"}}},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// The looks of marked words are in the file, each for its own word.
func TestMarks(t *testing.T) {
	a := about
	a.Words = []Marked{
		{Word: "Đạt", Ink: Black, Shade: Good}, {Word: "Chưa đạt", Bold: true, Ink: Red, Shade: Wrong},
		{Word: "Chưa rõ", Italic: true, Ink: Faint},
	}
	s := NewSheet("x", Page{}, 1)
	s.Judge(1, s.Add(Text("Đạt", words)), s.Add(Text("Chưa rõ", words)))
	file := painted(t, a, s)
	formats := must(file.GetConditionalFormats("x"))["A1:A2"]
	if len(formats) != len(a.Words) {
		t.Fatalf("%d marks, want %d", len(formats), len(a.Words))
	}
	slices.SortFunc(formats, func(a, b excelize.ConditionalFormatOptions) int { return *a.Format - *b.Format })
	for i, m := range a.Words {
		style := must(file.GetConditionalStyle(*formats[i].Format))
		shade := ""
		if len(style.Fill.Color) > 0 {
			shade = style.Fill.Color[0]
		}
		got := Marked{Word: m.Word, Bold: style.Font.Bold, Italic: style.Font.Italic, Ink: style.Font.Color,
			Shade: shade}
		if formats[i].Value != `"`+m.Word+`"` || got != m {
			t.Errorf("%s: %+v, want %+v", formats[i].Value, got, m)
		}
	}
}
