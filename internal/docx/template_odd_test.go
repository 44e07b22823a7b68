package docx_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"ntm/internal/docx"
	"ntm/internal/problem"
)

// filled is the main part of a template of that body once it is filled.
func filled(t *testing.T, inBody string) (string, error) {
	t.Helper()
	tpl, err := docx.ReadTemplate("mau.docx", word(t, inBody), gridSchema())
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	if err := tpl.Fill(&out, gridValues(), docx.Around{}); err != nil {
		t.Fatal(err)
	}
	if _, err := read(t, out.Bytes()); err != nil {
		t.Fatalf("what was filled does not open: %v", err)
	}
	return unzipped(t, out.Bytes())["word/document.xml"], nil
}

var (
	aText   = regexp.MustCompile(`<w:t(?: [^>]*)?>([^<]*)</w:t>`)
	oneText = func(xml string) string {
		said := ""
		for _, m := range aText.FindAllStringSubmatch(xml, -1) {
			said += m[1] + "|"
		}
		return said
	}
)

// Fields stand wherever Word puts words: in text boxes, links, tracked changes, tables within
// tables, merged cells, however often Word has cut them.
func TestFieldsAnywhere(t *testing.T) {
	box := func(inside string) string {
		return `<w:p><w:r><w:pict><v:textbox xmlns:v="urn:v"><w:txbxContent>` + inside +
			`</w:txbxContent></v:textbox></w:pict></w:r></w:p>`
	}
	merged := func(how, words string) string { return cell(`<w:vMerge`+how+`/>`, para(run("", words))) }
	letters := ""
	for _, r := range "{{thu nhập}}{{xã}}" {
		letters += run("", string(r))
	}
	for _, c := range []struct{ name, body, want string }{
		{"a text box", box(para(run("", "Xã {{xã}}"))), "Xã Hòa &amp; &lt;An&gt;|"},
		{"a text box, a list in it", box(para(run("", "{{tiêu chí.số}}"))), "1|2|"},
		{"a box within a paragraph that has a field of its own", `<w:p>` + run("", "{{xã}}") +
			strings.TrimSuffix(strings.TrimPrefix(box(para(run("", "{{trống}}b"))), "<w:p>"), "</w:p>") + run("", "c") +
			`</w:p>`, "Hòa &amp; &lt;An&gt;|b|c|"},
		{"a link", para(`<w:hyperlink w:anchor="x">` + run("", "{{xã}}") + `</w:hyperlink>`), "Hòa &amp; &lt;An&gt;|"},
		{"half in a link", para(run("", "{{x"), `<w:hyperlink w:anchor="x">`+run("", "ã}} a")+`</w:hyperlink>`),
			"Hòa &amp; &lt;An&gt;| a|"},
		{"inserted in a tracked change", para(`<w:ins w:id="1" w:author="a">` + run("", "{{xã}}") + `</w:ins>`),
			"Hòa &amp; &lt;An&gt;|"},
		{"a part of it taken out in a tracked change", para(run("", "{{x"), `<w:del w:id="1" w:author="a"><w:r>`+
			`<w:delText>y</w:delText></w:r></w:del>`, run("", "ã}}")), "Hòa &amp; &lt;An&gt;||"},
		{"taken out whole", para(`<w:del w:id="1" w:author="a"><w:r><w:delText>{{không có}}</w:delText></w:r></w:del>`,
			run("", "a")), "a|"},
		{"each letter a run", para(letters),
			"……|" + strings.Repeat("|", 11) + "Hòa &amp; &lt;An&gt;|" + strings.Repeat("|", 5)},
		{"a smart tag", para(`<w:smartTag w:element="a">` + run("", "{{xã") + `</w:smartTag>` + run("", "}}")),
			"Hòa &amp; &lt;An&gt;||"},
		{"a field's result in Word", para(`<w:fldSimple w:instr="PAGE">` + run("", "{{xã}}") + `</w:fldSimple>`),
			"Hòa &amp; &lt;An&gt;|"},
		{"a row with merged cells", table(row(merged(` w:val="restart"`, "{{tiêu chí.số}}"), said("{{tiêu chí.tên}}"))),
			"1|tiêu chí 1|2|tiêu chí 2|"},
		{"a row over columns", table(row(cell(`<w:gridSpan w:val="2"/>`, para(run("", "{{tiêu chí.số}}")))),
			row(said("a"), said("b"))), "1|2|a|b|"},
		{"a table in a row that is repeated", table(row(cell("", para(run("", "{{tiêu chí.số}}")),
			table(row(said("{{xã}}"))), para()))), "1|Hòa &amp; &lt;An&gt;|2|Hòa &amp; &lt;An&gt;|"},
		{"no break in a name", para(run("", "{{thu\u00a0nhập}}")), "……|"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := filled(t, c.body)
			if err != nil {
				t.Fatal(err)
			}
			if said := oneText(got); said != c.want {
				t.Errorf("%q, want %q\n%s", said, c.want, got)
			}
		})
	}
}

// What is wrong is told with its paragraph, wherever it stands, and of many no more than a page.
func TestWrongAnywhere(t *testing.T) {
	text := func(words string) string { return para(run("", words)) }
	for _, c := range []struct{ name, body, want string }{
		{"open at the end", text("a") + text("b {{xã"), "đoạn 2 (“b {{xã”): có dấu {{ hoặc }} lẻ"},
		{"open over two paragraphs", text("{{x") + text("ã}}"), "đoạn 1"},
		{"in a cell", text("a") + table(row(said("b"), said("{{mưa}}"))), "đoạn 3 (“{{mưa}}”)"},
		{"in a table within a table", table(row(cell("", table(row(said("{{mưa}}"))), para()))), "(“{{mưa}}”)"},
		{"in a link", para(`<w:hyperlink w:anchor="x">` + run("", "{{mưa}}") + `</w:hyperlink>`), "{{mưa}}"},
		{"in a change", para(`<w:ins w:id="1" w:author="a">` + run("", "{{mưa}}") + `</w:ins>`), "{{mưa}}"},
		{"opened twice", text("{{a {{xã}}"), "chưa đủ hai đầu"},
		{"decomposed", text("{{mu\u031ba}}"), "{{mưa}}"},
		{"braces within braces", text("{{xã {{xã}} }}"), "chưa đủ hai đầu"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := filled(t, c.body); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
	_, err := filled(t, strings.Repeat(text("{{mưa}}"), 10_000))
	if told := problem.Of(err); len(told) == 0 || len(told) > 50 {
		t.Errorf("%d problems are told", len(told))
	}
	foot := part{"word/footer1.xml", `<w:ftr xmlns:w="` + transitional + `">` + text("{{mưa}}") + `</w:ftr>`}
	main := part{"_rels/.rels", relations("officeDocument", "word/document.xml")}
	_, err = docx.ReadTemplate("mau.docx", zipped(t, main, part{"word/document.xml",
		`<w:document xmlns:w="` + transitional + `"><w:body><w:p/></w:body></w:document>`},
		part{"word/_rels/document.xml.rels", relations("footer", "footer1.xml")}, foot), gridSchema())
	if err == nil || !strings.Contains(err.Error(), "chân trang, đoạn 1 (“{{mưa}}”)") {
		t.Error(err)
	}
}

// Ten thousand fields are filled, each by its own.
func TestManyFields(t *testing.T) {
	body := ""
	for i := range 100 {
		body += para(run("", strings.Repeat("{{xã}} {{XÃ}}", 50)), run("", fmt.Sprint(i)))
	}
	got, err := filled(t, body)
	if err != nil {
		t.Fatal(err)
	}
	if n, left := strings.Count(got, "Hòa"), strings.Count(got, "{{"); n != 5000 || left != 0 ||
		strings.Count(got, "HÒA") != 5000 {
		t.Errorf("%d are filled, %d left", n, left)
	}
}
