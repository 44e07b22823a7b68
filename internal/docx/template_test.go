package docx_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"ntm/internal/docx"
	"ntm/internal/problem"
	"ntm/internal/testenv"

	"github.com/google/go-cmp/cmp"
)

func gridSchema() *docx.Schema {
	return docx.NewSchema([]string{"xã", "thu nhập", "nợ", "trống"},
		&docx.List{Name: "tiêu chí", Words: []string{"số", "tên"}, Lists: []*docx.List{
			{Name: "chỉ tiêu", Words: []string{"số", "kết quả"}},
		}},
		&docx.List{Name: "thôn", Words: []string{"tên", "số phiếu"}})
}

func gridValues() *docx.Values {
	v := &docx.Values{}
	v.Set("xã", "Hòa & <An>")
	v.Put("trống", "")
	for _, c := range []string{"1", "2"} {
		one := v.Add("tiêu chí")
		one.Set("số", c)
		one.Set("tên", "tiêu chí "+c)
		for _, i := range []string{".1", ".2"} {
			ind := one.Add("chỉ tiêu")
			ind.Set("số", c+i)
			ind.Set("kết quả", "đạt\nđủ")
		}
	}
	return v
}

// fill fills a template of that body, and gives its paragraphs and tables as a person sees them.
func fill(t *testing.T, inBody string, v *docx.Values) string {
	t.Helper()
	tpl, err := docx.ReadTemplate("mau.docx", word(t, inBody), gridSchema())
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := tpl.Fill(&out, v, docx.Around{}); err != nil {
		t.Fatal(err)
	}
	d, err := read(t, out.Bytes())
	if err != nil {
		t.Fatalf("%v", err)
	}
	var lines []string
	for _, b := range d.Blocks {
		if b.Paragraph != nil {
			lines = append(lines, b.Paragraph.Text)
		}
	}
	return strings.Join(lines, "|") + "\n" + pictured(d)
}

func TestTemplate(t *testing.T) {
	text := func(words string) string { return para(run("", words)) }
	mark := `<w:proofErr w:type="spellStart"/>`
	for _, c := range []struct{ name, body, want string }{
		{"a word", text("Xã {{xã}}."), "Xã Hòa & <An>.\n"},
		{"capitals, as typed", text("{{XÃ}} {{Xã}} {{ xã }}"), "HÒA & <AN> Hòa & <An> Hòa & <An>\n"},
		{"not known", text("{{thu nhập}} đồng"), "…… đồng\n"},
		{"known to be nothing", text("a{{trống}}b"), "ab\n"},
		{"split over runs, with spelling marks between", para(run("<w:b/>", "Xã {"), mark, run("", "{x"), mark,
			run("", "ã}"), run("<w:i/>", "} đạt")), "Xã Hòa & <An> đạt\n"},
		{"two in one paragraph, one split", para(run("", "{{xã}} và {{"), run("", "xã}}")),
			"Hòa & <An> và Hòa & <An>\n"},
		{"decomposed, in another school of tone marks", text("{{xa\u0303}}"), "Hòa & <An>\n"},
		{"paragraphs of a list", text("- {{tiêu chí.tên}}") + text("hết"), "- tiêu chí 1|- tiêu chí 2|hết\n"},
		{"a list within a list", text("{{tiêu chí.số}}") + text("+ {{chỉ tiêu.số}}"),
			"1|+ 1.1|+ 1.2|2|+ 2.1|+ 2.2\n"},
		{"a list within a list alone", text("{{chỉ tiêu.số}} của {{tiêu chí.số}}"),
			"1.1 của 1|1.2 của 1|2.1 của 2|2.2 của 2\n"},
		{"neighbours of one list", text("{{tiêu chí.số}}") + text("{{tiêu chí.tên}}"),
			"1|tiêu chí 1|2|tiêu chí 2\n"},
		{"a list that is empty", text("a") + text("{{thôn.tên}}") + text("b"), "a|b\n"},
		{"a condition that holds", text("{{nếu xã}} có {{xã}}"), "có Hòa & <An>\n"},
		{"one that does not", text("{{nếu thu nhập}} có") + text("{{nếu không thu nhập}}không"), "không\n"},
		{"a condition on a list", text("{{nếu thôn}}có") + text("{{nếu không thôn}}không có"), "không có\n"},
		{"rows", table(row(said("TT"), said("KQ")), row(said("{{tiêu chí.số}}"), said("{{tiêu chí.tên}}")),
			row(said("{{chỉ tiêu.số}}"), said("{{chỉ tiêu.kết quả}}"))),
			"\nTT|KQ\n1|tiêu chí 1\n1.1|đạt\\nđủ\n1.2|đạt\\nđủ\n2|tiêu chí 2\n2.1|đạt\\nđủ\n2.2|đạt\\nđủ\n"},
		{"rows in a content control", table(row(said("TT")), "<w:sdt><w:sdtContent>"+row(said("{{tiêu chí.số}}"))+
			"</w:sdtContent></w:sdt>"), "\nTT\n1\n2\n"},
		{"no row is left", table(row(said("{{thôn.tên}}"))) + text("hết"), "hết\n"},
		{"a row with a condition", table(row(said("a")), row(said("{{nếu thôn}}b"))), "\na\n"},
		{"a table with a condition", table(row(said("{{nếu thôn}}a")), row(said("b"))) + text("hết"), "hết\n"},
		{"the last paragraph of a cell stays", table(row(said("a"), cell("", para(run("", "{{nếu thu nhập}}x")),
			para(run("", "{{nếu thôn}}y"))))), "\na|\n"},
		{"a table within a row", table(row(cell("", table(row(said("{{tiêu chí.số}}"))), para()))),
			"\n[table 2x1]\n--\n1\n2\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, fill(t, c.body, gridValues())); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A field that does not exist is named with its paragraph, and what it may have been.
func TestTemplateWrong(t *testing.T) {
	text := func(words string) string { return para(run("", words)) }
	for _, c := range []struct{ name, body, want string }{
		{"unknown", text("a") + text("Xã {{tên xã xa lạ}}"), "đoạn 2 (“Xã {{tên xã xa lạ}}”): không có trường " +
			"{{tên xã xa lạ}}"},
		{"near", text("{{thu nhâp}}"), "{{thu nhập}}"},
		{"a list is no word", text("{{thôn}}"), "không có trường {{thôn}}"},
		{"unknown in a condition", text("{{nếu mưa}}x"), "không có trường {{nếu mưa}}"},
		{"left open", text("Xã {{xã}"), "chưa đủ hai đầu"},
		{"closed twice", text("Xã {{xã}} }}"), "chưa đủ hai đầu"},
		{"two lists in a paragraph", text("{{thôn.tên}} {{tiêu chí.số}}"), "hai danh sách"},
		{"two lists in a row", table(row(said("{{thôn.tên}}"), said("{{tiêu chí.số}}"))), "hai danh sách"},
		{"empty", text("{{}}"), "không có trường {{}}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := docx.ReadTemplate("mau.docx", word(t, c.body), gridSchema())
			if err == nil {
				t.Fatal("taken")
			}
			if p := problem.Of(err)[0]; p.File != "mau.docx" || !strings.Contains(p.Message+"; "+p.Hint, c.want) {
				t.Errorf("%+v, want %q", p, c.want)
			}
		})
	}
}

// Every byte that is not of a field stays, in the part and in all others; headers are
// filled too, and the same values give the same bytes.
func TestTemplateKeepsTheRest(t *testing.T) {
	header := part{"word/header1.xml", `<w:hdr xmlns:w="` + transitional +
		`"><w:p><w:r><w:t>{{xã}}</w:t></w:r></w:p></w:hdr>`}
	body := `<!-- lời --><w:p  w:rsidR="00AB"><w:r><w:rPr><w:b /></w:rPr><w:t>a&amp;b</w:t></w:r></w:p>` +
		`<w:ins w:id='1' w:author="x"><w:p/></w:ins>` + para(run("", "Xã {{xã}}")) +
		`<w:sectPr ><w:pgSz w:w="1"/></w:sectPr>`
	data := zipped(t, part{"_rels/.rels", relations("officeDocument", "word/document.xml")}, part{"word/document.xml",
		`<w:document xmlns:w="` + transitional + `"><w:body>` + body + `</w:body></w:document>`},
		part{"word/_rels/document.xml.rels", relations("header", "header1.xml")}, header,
		part{"word/media/a.png", "\x89PNG\x00"})
	tpl, err := docx.ReadTemplate("mau.docx", data, gridSchema())
	if err != nil {
		t.Fatal(err)
	}
	if !tpl.Uses("Xã") || tpl.Uses("nợ") {
		t.Error("what it uses is not known")
	}
	var out, again bytes.Buffer
	for _, w := range []*bytes.Buffer{&out, &again} {
		if err := tpl.Fill(w, gridValues(), docx.Around{Before: []string{"TRƯỚC"},
			After: []string{"SAU"}}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("other bytes of the same values")
	}
	was, is := unzipped(t, data), unzipped(t, out.Bytes())
	for name, content := range was {
		want := content
		if strings.HasSuffix(name, "document.xml") {
			want = strings.Replace(want, `<w:body>`, `<w:body><w:p><w:r><w:t xml:space="preserve">TRƯỚC</w:t>`+
				`</w:r></w:p>`, 1)
			want = strings.Replace(want, `<w:sectPr `, `<w:p><w:r><w:t xml:space="preserve">SAU</w:t></w:r></w:p>`+
				`<w:sectPr `, 1)
		}
		want = strings.Replace(want, `<w:t xml:space="preserve">Xã {{xã}}`,
			`<w:t xml:space="preserve">Xã Hòa &amp; &lt;An&gt;`, 1)
		if name == "word/header1.xml" {
			want = strings.Replace(want, `<w:t>{{xã}}`, `<w:t xml:space="preserve">Hòa &amp; &lt;An&gt;`, 1)
		}
		if diff := cmp.Diff(want, is[name]); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func unzipped(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, file := range z.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[file.Name] = string(content)
	}
	return out
}

// Templates that were made to do harm, or came to it, are refused in a sentence.
func TestHostileTemplates(t *testing.T) {
	file := func(name string) []byte {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	for _, c := range testenv.Every(t, 6, []struct {
		name string
		data []byte
		want string
	}{
		{"no archive", []byte("{{xã}}"), "hỏng hoặc bị cắt"},
		{"nothing", nil, "tệp trống"},
		{"depth", file("90-bomb-deep.docx"), "lồng quá sâu"},
		{"entities", file("92-entities.docx"), "DOCTYPE"},
		{"zip bomb", word(t, para(run("", strings.Repeat(" ", 64<<20)))), "một phần hơn 64 MB"},
		{"millions of elements", word(t, strings.Repeat("<a/>", 2_000_001)), "hơn 2 triệu phần tử"},
		{"no word file", zipped(t, part{"a.txt", "{{xã}}"}), "không phải là tệp Word"},
		{"cut off", word(t, "<w:p><w:r>"), "hỏng hoặc bị cắt"},
	}) {
		t.Run(c.name, func(t *testing.T) {
			if _, err := docx.ReadTemplate("mau.docx", c.data, gridSchema()); err == nil ||
				!strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
	t.Run("a row that becomes too many", func(t *testing.T) {
		testenv.LeftToWhole(t)
		tpl, err := docx.ReadTemplate("mau.docx", word(t, table(strings.Repeat(row(said("{{chỉ tiêu.số}}"+
			strings.Repeat("x", 1000))), 20_000))), gridSchema())
		if err != nil {
			t.Fatal(err)
		}
		if err := tpl.Fill(io.Discard, gridValues(), docx.Around{}); err == nil || !strings.Contains(err.Error(),
			"quá lớn") {
			t.Error(err)
		}
	})
}

// Whatever a template says, it is refused in words or filled into what opens again.
func FuzzTemplate(f *testing.F) {
	f.Add(`<w:p><w:r><w:t>{{xã}} {{nếu thôn}}</w:t></w:r></w:p>`)
	f.Add(`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{{chỉ tiêu.số}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`)
	f.Add(`<w:p><w:r><w:t>{{x</w:t></w:r><w:r><w:t>ã}}</w:t></w:r></w:p><w:sectPr/>`)
	f.Fuzz(func(t *testing.T, inBody string) {
		tpl, err := docx.ReadTemplate("mau.docx", word(t, inBody), gridSchema())
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := tpl.Fill(&out, gridValues(), docx.Around{Before: []string{"a"}, After: []string{"b"}}); err != nil {
			t.Fatal(err)
		}
		if _, err := docx.ReadTemplate("filled.docx", out.Bytes(), gridSchema()); err != nil &&
			!strings.Contains(err.Error(), "{{") {
			t.Fatalf("what was filled does not open: %v", err)
		}
	})
}
