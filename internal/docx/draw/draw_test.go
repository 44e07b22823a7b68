package draw_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"ntm/internal/docx"
	"ntm/internal/docx/draw"
)

// paper is a paper with one of each thing, on pages that stand and lie.
func paper() *draw.Paper {
	p := &draw.Paper{Mark: "DỰ THẢO", Foot: "Mã hồ sơ: {{mã}}"}
	p.Add(draw.Look{Size: 14, Bold: true, Across: draw.Centre, Heading: 1, Kept: true, NewPage: true},
		"TỜ TRÌNH & <xã>")
	p.Add(draw.Look{Size: 14, Across: draw.Both, First: 10, Before: 6, Line: 1.2}, "**Điều 1.** Công nhận\nxã")
	p.Add(draw.Look{Size: 2, Ruled: true, In: 50}, "")
	cell := func(words string, span int) draw.Cell {
		return draw.Cell{Lines: []draw.Line{{Look: draw.Look{Size: 12, Italic: true}, Words: words}}, Span: span}
	}
	p.AddTable(&draw.Table{Columns: []float64{1, 2, 1}, Heads: 1,
		Rows: [][]draw.Cell{{cell("TT", 1), cell("Nội dung", 2)},
			{cell("1", 1), cell("a", 1), cell("b", 1)}}})
	p.Turn(true)
	p.AddTable(&draw.Table{Columns: []float64{1, 1}, Bare: true, Kept: true, Rows: [][]draw.Cell{{cell("trái", 1),
		cell("phải", 1)}}})
	return p
}

func written(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := paper().Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// What was painted is read as it was meant, and the same bytes come out twice.
func TestPaper(t *testing.T) {
	data := written(t)
	if !bytes.Equal(data, written(t)) {
		t.Error("other bytes of the same paper")
	}
	d, err := docx.Read("a.docx", bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, b := range d.Blocks {
		if b.Paragraph != nil {
			said = append(said, b.Paragraph.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			said = append(said, c.Text)
		}
	}
	const want = "TỜ TRÌNH & <xã>|Điều 1. Công nhận\nxã|TT|Nội dung|1|a|b|trái|phải"
	if got := strings.Join(said, "|"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// Pages are as Nghị định 30/2020 sets them: the number of a page from the second on, the
// mark above the first, the foot below each.
func TestPages(t *testing.T) {
	z, err := zip.NewReader(bytes.NewReader(written(t)), int64(len(written(t))))
	if err != nil {
		t.Fatal(err)
	}
	part := func(name string) string {
		file, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(content)
	}
	document := part("word/document.xml")
	for _, want := range []string{`<w:pgSz w:w="11906" w:h="16838"/>`,
		`<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>`,
		`w:left="1701"`, `<w:titlePg/>`, `<w:tblHeader/>`, `<w:gridSpan w:val="2"/>`, `<w:pageBreakBefore/>`} {
		if !strings.Contains(document, want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Count(document, "<w:titlePg/>") != 1 || strings.Count(document, "<w:sectPr>") != 2 {
		t.Error("sections are not as they were turned")
	}
	for name, want := range map[string]string{"word/header1.xml": " PAGE ", "word/header2.xml": "DỰ THẢO",
		"word/footer1.xml": "Mã hồ sơ: {{mã}}"} {
		if !strings.Contains(part(name), want) {
			t.Errorf("%s: no %q", name, want)
		}
	}
	if strings.Contains(part("word/header2.xml"), "PAGE") {
		t.Error("the first page has a number")
	}
}

// What cannot be written is told.
func TestWriteFails(t *testing.T) {
	if err := paper().Write(full{}); err == nil {
		t.Error("written")
	}
	standing := &draw.Paper{}
	if standing.Lying() || standing.Room() != draw.Width {
		t.Error("a page lies from the beginning")
	}
	if standing.Turn(true); !standing.Lying() || standing.Room() != draw.WideWidth {
		t.Error("a page was not turned")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }
