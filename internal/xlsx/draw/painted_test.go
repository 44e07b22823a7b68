package draw

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

var about = About{
	Title: "Sổ giả định", Author: "Người giả định", At: time.Date(2024, 1, 5, 2, 0, 0, 0, time.UTC),
	Words: []Marked{{Word: "Chưa đạt", Bold: true, Ink: Black, Shade: Wrong}},
}

// painted is a workbook of sheets as excelize reads it.
func painted(t *testing.T, a About, sheets ...*Sheet) *excelize.File {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(bytesOf(t, a, sheets...)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return file
}

func bytesOf(t *testing.T, a About, sheets ...*Sheet) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, a, sheets); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// must gives a value that a test only looks at when there is no error.
func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// everything is a sheet with something of all there is.
func everything() *Sheet {
	s := NewSheet("Tờ giả định", Page{Landscape: true, Footer: "Xã A & B"}, 1, 3, 2)
	s.Heading("TIÊU ĐỀ", Look{Size: 14}.Centred().InBold())
	s.Head.Row = s.AddHead(Text("TT", words), Text("Nội dung", words), Text("Kết quả", words))
	first := s.Add(Text("1", words), Text("=1+1", words).ToSheet("Tờ giả định"), Text("Chưa đạt", words))
	s.Add(Blank(words), Text("tệp", words).ToFile("minh-chung/a.pdf"), Computed("1+1", 2.0, words.Shown("0.0")))
	s.Add(Text("2", words), Cell{Value: 4.0}.Following("2+2"), Blank(words.On(Entry)).For("hội đồng").Waiting())
	s.Add(Text("tổng", words).Over(2), Cell{Value: 1.0, Look: words.On(Entry)}.By("3+3"))
	s.Judge(3, first, s.Last())
	s.Compute(2, first+2, "5+5")
	s.Take(&Rule{Kind: Whole, Most: 9, Title: "Sai", Refuse: "Ghi số nguyên."}, "C5", "C6")
	s.Locked = &Lock{Format: true}
	s.Named = []Named{{"ket_qua", 3, 3}}
	s.Draw(Chart{Bars: Lying, Height: 120, Title: "Biểu đồ", Most: 10, Series: []Series{{
		Name: s.Of(3, 2, 3, 2), Labels: s.Of(1, first, 1, first+2), Values: s.Of(3, first, 3, first+2), Shade: Dark,
	}}})
	return s
}

func TestSameBytes(t *testing.T) {
	if !bytes.Equal(bytesOf(t, about, everything()), bytesOf(t, about, everything())) {
		t.Error("the same sheet twice has other bytes")
	}
}

func TestCells(t *testing.T) {
	file := painted(t, about, everything())
	const sheet = "Tờ giả định"
	for _, c := range []struct{ cell, value, formula string }{
		{"A1", "TIÊU ĐỀ", ""},
		{"B3", "=1+1", ""},
		{"C4", "2", "1+1"},
		{"B5", "4", "5+5"},
		{"A6", "tổng", ""},
		{"C6", "1", "3+3"},
	} {
		value := must(file.GetCellValue(sheet, c.cell, excelize.Options{RawCellValue: true}))
		if formula := must(file.GetCellFormula(sheet, c.cell)); value != c.value || formula != c.formula {
			t.Errorf("%s: %q = %q, want %q = %q", c.cell, value, formula, c.value, c.formula)
		}
	}
	var merged []string
	for _, m := range must(file.GetMergeCells(sheet)) {
		merged = append(merged, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	if diff := cmp.Diff([]string{"A1:C1", "A6:B6"}, merged); diff != "" {
		t.Errorf("merged (-want +got):\n%s", diff)
	}
	for cell, want := range map[string]string{"B3": "'Tờ giả định'!A1", "B4": "minh-chung/a.pdf"} {
		if leads, to, err := file.GetCellHyperLink(sheet, cell); !leads || to != want || err != nil {
			t.Errorf("%s leads to %q, %v", cell, to, err)
		}
	}
	style := must(file.GetStyle(must(file.GetCellStyle(sheet, "C5"))))
	if style.Protection == nil || style.Protection.Locked || !slices.Equal(style.Fill.Color, []string{Entry}) {
		t.Errorf("a cell for a pen: %+v", style)
	}
	if marks := must(file.GetConditionalFormats(sheet))["C3:C6"]; len(marks) != 1 || marks[0].Value != `"Chưa đạt"` {
		t.Errorf("marks: %+v", marks)
	}
	names := map[string]string{}
	for _, n := range file.GetDefinedName() {
		names[n.Name] = n.RefersTo
	}
	if diff := cmp.Diff(map[string]string{"ket_qua": "'Tờ giả định'!$C$3",
		"_xlnm.Print_Titles": "'Tờ giả định'!$2:$2"}, names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

func TestAbout(t *testing.T) {
	a := about
	a.Mark, a.Private, a.Property = "DỰ THẢO", true, Property{"Mã", "abc"}
	hidden := &Sheet{Name: "Ẩn", Hidden: true}
	hidden.Hide("chỉ cho chương trình")
	file := painted(t, a, everything(), hidden)
	props := must(file.GetDocProps())
	if props.Title != a.Title || props.Creator != a.Author || props.Created != "2024-01-05T02:00:00Z" {
		t.Errorf("%+v", props)
	}
	if custom := must(file.GetCustomProps()); len(custom) != 1 || custom[0].Value != "abc" {
		t.Errorf("%+v", custom)
	}
	running := must(file.GetHeaderFooter("Tờ giả định"))
	if !strings.Contains(running.OddHeader, a.Mark) || !strings.Contains(running.OddFooter, "Xã A && B") {
		t.Errorf("%+v", running)
	}
	if seen := must(file.GetSheetVisible("Ẩn")); seen {
		t.Error("a hidden sheet is seen")
	}
	if seen := must(file.GetRowVisible("Ẩn", 1)); seen {
		t.Error("a hidden row is seen")
	}
}

func TestFailures(t *testing.T) {
	good := func() *Sheet { return NewSheet("tờ", Page{}, 1) }
	for name, spoil := range map[string]func(*Sheet){
		"a name too long":          func(s *Sheet) { s.Name = strings.Repeat("x", 40) },
		"a name that is none":      func(s *Sheet) { s.Named = []Named{{"1 x", 1, 1}} },
		"a filter that is no area": func(s *Sheet) { s.Filter = "không" },
		"scrolling from nowhere":   func(s *Sheet) { s.Frozen = "không" },
		"a font of no size":        func(s *Sheet) { s.Add(Text("x", Look{Size: 1000})) },
		"an area beyond the grid":  func(s *Sheet) { s.Judge(0, 1, 2) },
		"a chart of nothing":       func(s *Sheet) { s.Charts = []Chart{{Bars: 200}} },
	} {
		s := good()
		spoil(s)
		if err := Write(io.Discard, about, []*Sheet{s}); err == nil {
			t.Errorf("%s: written", name)
		} else if !strings.Contains(err.Error(), "không lập được tờ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNames(t *testing.T) {
	s := &Sheet{Name: "Số liệu"}
	for _, c := range []struct{ got, want string }{
		{Ref(2, 3), "B3"}, {Absolute(28, 3), "$AB$3"}, {Cells(2, 3, 4, 9), "B3:D9"},
		{Area{1, 1, 1, 1}.String(), "A1:A1"},
		{s.Span(2, 3, 2, 3), "'Số liệu'!$B$3:$B$3"}, {s.Of(2, 3, 2, 3), "'Số liệu'!$B$3"},
		{s.Of(2, 3, 2, 4), "'Số liệu'!$B$3:$B$4"},
		{fmt.Sprint(Characters(1, 0, 10)), "[5.5 0 55]"},
	} {
		if c.got != c.want {
			t.Errorf("%s, want %s", c.got, c.want)
		}
	}
}
