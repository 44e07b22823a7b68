package docx_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/docx"

	"github.com/google/go-cmp/cmp"
)

// The smallest files that other readers stumble over, as a person sees them.
func TestFilesThatBiteReaders(t *testing.T) {
	files, err := filepath.Glob("testdata/*.expect.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no expectations: %v", err)
	}
	for _, expected := range files {
		name := strings.TrimSuffix(expected, ".expect.txt") + ".docx"
		t.Run(filepath.Base(name), func(t *testing.T) {
			want, err := os.ReadFile(expected)
			if err != nil {
				t.Fatal(err)
			}
			d, err := docx.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.TrimRight(string(want), "\n"), strings.TrimRight(pictured(d),
				"\n")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What a cell's content comes to: its text, the marks of its notes, what is odd.
func TestContentOfACell(t *testing.T) {
	const box = `<w:drawing><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>trong hộp</w:t></w:r></w:p>` +
		`</w:txbxContent></wps:txbx></wps:wsp></w:drawing>`
	const oldBox = `<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>trong hộp</w:t></w:r></w:p>` +
		`</w:txbxContent></v:textbox></v:shape></w:pict>`
	field := func(parts ...string) string {
		return "<w:r>" + strings.Join(parts, "</w:r><w:r>") + "</w:r>"
	}
	const begin, separate, end = `<w:fldChar w:fldCharType="begin"/>`, `<w:fldChar w:fldCharType="separate"/>`,
		`<w:fldChar w:fldCharType="end"/>`
	for _, c := range []struct {
		name, inCell, text string
		notes, odd         []string
	}{
		{name: "inserted number kept", inCell: para(run("", "≥ "), "<w:ins>"+run("", "80")+"</w:ins>", run("",
			"%")), text: "≥ 80%"},
		{name: "deleted number dropped", inCell: para(run("", "≥ "),
			"<w:del><w:r><w:delText>70</w:delText></w:r></w:del><w:ins>"+run("", "80")+"</w:ins>", run("",
				"%")), text: "≥ 80%"},
		{name: "moved number once", inCell: para("<w:moveFrom>"+run("", "80%")+"</w:moveFrom>", "<w:moveTo>"+run("",
			"80%")+"</w:moveTo>"), text: "80%"},
		{name: "paragraph whose end is deleted", inCell: "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("",
			"≥ 80%") + "</w:p>" + para(run("", "trở lên")), text: "≥ 80% trở lên"},
		{name: "text box read once", inCell: para("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">" + box +
			"</mc:Choice><mc:Fallback>" + oldBox + "</mc:Fallback></mc:AlternateContent></w:r>"), text: "trong hộp"},
		{name: "old text box", inCell: para("<w:r>" + oldBox + "</w:r>"), text: "trong hộp"},
		{name: "equation of one sign", inCell: para("<m:oMath><m:r><m:t>≥</m:t></m:r></m:oMath>", run("", " 80%")),
			text: "≥ 80%"},
		{name: "equation of a fraction",
			inCell: para("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"), text: "\uFFFC"},
		{name: "picture", inCell: para(`<w:r><w:drawing><a:graphic/></w:drawing></w:r>`, run("", "80%")),
			text: "\uFFFC80%"},
		{name: "ruled line", inCell: para(`<w:r><w:pict><v:line/></w:pict></w:r>`, run("", "80%")), text: "80%"},
		{name: "footnote", inCell: para(run("", "2.1"), `<w:r><w:footnoteReference w:id="1"/></w:r>`), text: "2.1",
			notes: []string{"1"}},
		{name: "footnote typed as superscript", inCell: para(run("", "2.1"),
			run(`<w:vertAlign w:val="superscript"/>`, "(1)")), text: "2.1", notes: []string{"1"}},
		{name: "in several runs", inCell: para(run("", "2.1"), run(`<w:vertAlign w:val="superscript"/>`, "("),
			run(`<w:vertAlign w:val="superscript"/>`, "12"), run(`<w:vertAlign w:val="superscript"/>`, ")")),
			text: "2.1", notes: []string{"12"}},
		{name: "a note's own mark", inCell: para(run(`<w:vertAlign w:val="superscript"/>`, "1"), run("", " Của ô")),
			text: "(1) Của ô"},
		{name: "a mark alone", inCell: para(run(`<w:vertAlign w:val="superscript"/>`, "(1)")), notes: []string{"1"}},
		{name: "square metres", inCell: para(run("", "4 m"), run(`<w:vertAlign w:val="superscript"/>`, "2"), run("",
			"/người")), text: "4 m²/người"},
		{name: "hidden", inCell: para(run("<w:vanish/>", "9"), run("", "80%")), text: "80%"},
		{name: "struck", inCell: para(run("<w:strike/>", "70%"), run("", "80%")), text: "80%",
			odd: []string{`có chữ bị gạch ngang: "70%"`}},
		{name: "sign underlined", inCell: para(run(`<w:u w:val="single"/>`, "> "), run("", "85%")), text: "≥ 85%"},
		{name: "other sign underlined", inCell: para(run("", "Đạt "), run(`<w:u w:val="single"/>`, "&lt;"), run("",
			"5%")), text: "Đạt ≤5%"},
		{name: "not underlined", inCell: para(run(`<w:u w:val="none"/>`, ">"), run("", "85%")), text: ">85%"},
		{name: "underlined with its number", inCell: para(run(`<w:u/>`, "> 85%")), text: "> 85%",
			odd: []string{`dấu so sánh bị gạch chân, không rõ có dấu bằng hay không: "> 85%"`}},
		{name: "both signs underlined", inCell: para(run(`<w:u/>`, ">= 85%")), text: ">= 85%"},
		{name: "field with a result", inCell: para(field(begin, "<w:instrText>=40*2</w:instrText>", separate,
			"<w:t>80</w:t>", end), run("", "%")), text: "80%"},
		{name: "field within the making of another", inCell: para(field(begin, "<w:instrText>IF </w:instrText>",
			begin, "<w:instrText>PAGE</w:instrText>", separate, "<w:t>7</w:t>", end, separate, "<w:t>80%</w:t>",
			end)), text: "80%"},
		{name: "field of a sign", inCell: para(field(begin, `<w:instrText>SYMBOL 179 \f "Symbol"</w:instrText>`,
			end), run("", " 80%")), text: "≥ 80%"},
		{name: "field of an equation", inCell: para(field(begin, `<w:instrText>EQ \f(1;2)</w:instrText>`, end)),
			text: "\uFFFC"},
		{name: "sign without its font", inCell: para(run("", "\uf0b3 80%")), text: "≥ 80%"},
		{name: "sign that is not known", inCell: para(run(`<w:rFonts w:ascii="Webdings"/>`, "\uf0b2")), text: "\uFFFC"},
		{name: "TCVN3", inCell: para(run(`<w:rFonts w:ascii=".VnTime"/>`, "\u00adíc s¹ch")), text: "ước sạch"},
		{name: "TCVN3 capitals", inCell: para(run(`<w:rFonts w:ascii=".VnTimeH"/>`, "®¹t")), text: "ĐẠT"},
		{name: "VNI, a letter and its mark in two runs", inCell: para(run(`<w:rFonts w:ascii="VNI-Times"/>`, "Ña"),
			run(`<w:rFonts w:ascii="VNI-Times"/><w:b/>`, "ït chuaå"), run(`<w:rFonts w:ascii="VNI-Times"/>`, "n")),
			text: "Đạt chuẩn"},
		{name: "VNI, a mark of a letter in another font", inCell: para(run("", "a"),
			run(`<w:rFonts w:ascii="VNI-Times"/>`, "80%")), text: "a80%"},
		{name: "Unicode in a font that was left over", inCell: para(run(`<w:rFonts w:ascii=".VnTime"/>`,
			"Tỷ lệ hộ có nhà ở")), text: "Tỷ lệ hộ có nhà ở"},
		{name: "VNI by the style of the document", inCell: para(run(`<w:rFonts w:hAnsi="VNI-Helve"/>`,
			"töø 80% trôû leân")), text: "từ 80% trở lên"},
		{name: "VNI", inCell: para(run(`<w:rFonts w:ascii="VNI-Times"/>`, "Ñaït, ÑAÏT")), text: "Đạt, ĐẠT"},
		{name: "line ends and tabs",
			inCell: para("<w:r><w:t>≥ 80%</w:t><w:br/><w:t>trở</w:t><w:tab/><w:t>lên</w:t></w:r>"),
			text:   "≥ 80%\ntrở lên"},
		{name: "ruby", inCell: para("<w:r><w:ruby><w:rt>" + run("", "x") + "</w:rt><w:rubyBase>" + run("", "80%") +
			"</w:rubyBase></w:ruby></w:r>"), text: "80%"},
		{name: "decomposed letters", inCell: para(run("", "tro\u031b\u0309 le\u0302n")), text: "trở lên"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := read(t, word(t, table(row(cell("", c.inCell)))))
			if err != nil {
				t.Fatal(err)
			}
			got := d.Blocks[0].Table.At(1, 1)
			if diff := cmp.Diff([]any{c.text, c.notes, c.odd}, []any{got.Text, got.Notes, got.Odd}); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Where cells stand, and what is said where the file contradicts itself.
func TestShapeOfATable(t *testing.T) {
	span, down, on := `<w:gridSpan w:val="2"/>`, `<w:vMerge w:val="restart"/>`, `<w:vMerge/>`
	for _, c := range []struct {
		name, table, want string
		odd               string // of any cell
	}{
		{"hMerge of old", table(row(cell(`<w:hMerge w:val="restart"/>`, para(run("", "a"))), cell(`<w:hMerge/>`,
			para()), said("b"))), "a|a|b\n", ""},
		{"hMerge and vMerge", table(row(cell(`<w:hMerge w:val="restart"/>`+down, para(run("", "a"))),
			cell(`<w:hMerge/>`+down, para()), said("b")),
			row(cell(`<w:hMerge w:val="restart"/>`+on, para()), cell(`<w:hMerge/>`+on, para()),
				said("c"))), "a|a|b\na|a|c\n", ""},
		{"deleted row", table(row(said("a")), `<w:tr><w:trPr><w:del/></w:trPr>`+said("b")+`</w:tr>`,
			row(said("c"))), "a\nc\n", ""},
		{"inserted row", table(row(said("a")), `<w:tr><w:trPr><w:ins/></w:trPr>`+said("b")+`</w:tr>`), "a\nb\n", ""},
		{"merge over a deleted row", table(row(cell(down, para(run("", "a")))),
			`<w:tr><w:trPr><w:del/></w:trPr>`+cell(on)+`</w:tr>`, row(cell(on))), "a\na\n", ""},
		{"hidden row", table(row(said("a")), `<w:tr><w:trPr><w:hidden/></w:trPr>`+said("b")+`</w:tr>`), "a\n", ""},
		{"gridAfter", table(row(said("a"), said("b")),
			`<w:tr><w:trPr><w:gridAfter w:val="1"/></w:trPr>`+said("c")+`</w:tr>`), "a|b\nc|\n", ""},
		{"goes on from nothing", table(row(said("a"), said("b")), row(cell(on, para(run("", "c"))), said("d"))),
			"a|b\nc|d\n", "không khớp"},
		{"goes on from another width", table(row(cell(span+down, para(run("", "a")))), row(cell(on, para(run("",
			"c"))), said("d"))), "a|a\nc|d\n", "không khớp"},
		{"hides a text", table(row(cell(down, para(run("", "a")))), row(cell(on, para(run("", "80%"))))), "a\na\n",
			`che mất chữ "80%"`},
		{"cell deleted by tracked change", table(row(cell(`<w:cellDel/>`, para()), said("b"))), "|b\n", "bị xóa"},
		{"rows within each other's controls", table(`<w:sdt><w:sdtContent><w:sdt><w:sdtContent>` + row(said("a")) +
			`</w:sdtContent></w:sdt></w:sdtContent></w:sdt>`), "a\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := read(t, word(t, c.table))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, pictured(d)); diff != "" {
				t.Error(diff)
			}
			odd := ""
			for _, one := range d.Blocks[0].Table.Cells {
				odd += strings.Join(one.Odd, "; ")
			}
			if (c.odd == "") != (odd == "") || !strings.Contains(odd, c.odd) {
				t.Errorf("odd is %q, want %q", odd, c.odd)
			}
		})
	}
}
