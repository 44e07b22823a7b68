package docx_test

import (
	"bytes"
	"strings"
	"testing"

	"ntm/internal/docx"
)

const contentTypes = `<?xml version="1.0"?><ct:Types xmlns:ct="http://schemas.openxmlformats.org/package/2006/` +
	`content-types"><ct:Default Extension="xml" ContentType="application/xml"/></ct:Types>`

// shown fills a template with two pictures, of which one stands twice, and gives its parts.
func shown(t *testing.T, data []byte) map[string]string {
	t.Helper()
	schema := docx.NewSchema([]string{"ảnh", "khác"}, &docx.List{Name: "thôn", Words: []string{"hình", "tên"}})
	tpl, err := docx.ReadTemplate("mau.docx", data, schema)
	if err != nil {
		t.Fatal(err)
	}
	v := &docx.Values{}
	school := &docx.Picture{JPEG: []byte("trường"), Width: 76, Height: 50.5, Says: `Trường "A" & <B>`}
	v.SetPicture("ảnh", school)
	for _, p := range []*docx.Picture{school, {JPEG: []byte("chợ"), Width: 10, Height: 10}, nil} {
		v.Add("thôn").SetPicture("hình", p)
	}
	var out bytes.Buffer
	if err := tpl.Fill(&out, v, docx.Around{}); err != nil {
		t.Fatal(err)
	}
	if _, err := read(t, out.Bytes()); err != nil {
		t.Fatal(err)
	}
	return unzipped(t, out.Bytes())
}

// A picture stands in the place of its field with the words around it, its file once in
// the package, and related to the part that it stands in, by whatever prefix.
func TestPictures(t *testing.T) {
	body := para(run("", "Ảnh: {{ảnh}}.")) + para(run("", "{{thôn.hình}} {{nếu thôn.hình}}hết"))
	parts := shown(t, word(t, body, part{"[Content_Types].xml", contentTypes}))
	document := parts["word/document.xml"]
	for want, times := range map[string]int{`r:embed="ntmAnh1"`: 2, `r:embed="ntmAnh2"`: 1, "hết": 2,
		`cx="2736000" cy="1818000"`: 4, `descr="Trường &#34;A&#34; &amp; &lt;B&gt;"`: 4, `<wp:docPr id="1000003"`: 1,
		`Ảnh: </w:t><w:drawing>`: 1, `</w:drawing><w:t xml:space="preserve">.</w:t>`: 1} {
		if got := strings.Count(document, want); got != times {
			t.Errorf("%q stands %d times, want %d, in\n%s", want, got, times, document)
		}
	}
	for name, want := range map[string]string{"word/media/ntm-anh-1.jpeg": "trường", "word/media/ntm-anh-2.jpeg": "chợ",
		"[Content_Types].xml": `<ct:Override PartName="/word/media/ntm-anh-2.jpeg" ContentType="image/jpeg"/>` +
			`</ct:Types>`,
		"word/_rels/document.xml.rels": `<Relationship Id="ntmAnh2" Type="` + relationImage +
			`" Target="media/ntm-anh-2.jpeg"/></Relationships>`} {
		if !strings.Contains(parts[name], want) {
			t.Errorf("%s: %s, want %s in it", name, parts[name], want)
		}
	}
}

const relationImage = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"

// A page's head that had no relations gets them; a paper without fields for pictures gets
// none; one without the list of its parts' kinds, or with a picture of ours in it already, is
// told of.
func TestPicturesElsewhere(t *testing.T) {
	kinds := part{"[Content_Types].xml", contentTypes}
	head := part{"word/header.xml", `<w:hdr xmlns:w="` + transitional + `">` + para(run("", "{{ảnh}}")) + `</w:hdr>`}
	parts := shown(t, word(t, para(run("", "a")), kinds, head))
	if !strings.Contains(parts["word/_rels/header.xml.rels"], `Target="media/ntm-anh-1.jpeg"/></Relationships>`) {
		t.Errorf("%s", parts["word/_rels/header.xml.rels"])
	}
	if parts := shown(t, word(t, para(run("", "{{khác}}")), kinds)); len(parts) != 4 ||
		parts[kinds.name] != contentTypes {
		t.Errorf("%d parts, %s", len(parts), parts[kinds.name])
	}
	for name, data := range map[string][]byte{
		"no kinds":   word(t, para(run("", "{{ảnh}}"))),
		"empty kind": word(t, para(run("", "{{ảnh}}")), part{kinds.name, `<Types/>`}),
		"there":      word(t, para(run("", "{{ảnh}}")), kinds, part{"word/media/NTM-anh-1.jpeg", "x"}),
	} {
		tpl, err := docx.ReadTemplate("mau.docx", data, docx.NewSchema([]string{"ảnh"}))
		if err != nil {
			t.Fatal(name, err)
		}
		v := &docx.Values{}
		v.SetPicture("ảnh", &docx.Picture{JPEG: []byte("x"), Width: 1, Height: 1})
		if err := tpl.Fill(&bytes.Buffer{}, v, docx.Around{}); err == nil {
			t.Errorf("%s: filled", name)
		}
	}
}
