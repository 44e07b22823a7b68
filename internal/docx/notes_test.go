package docx_test

import (
	"maps"
	"testing"
)

// The texts of footnotes and endnotes are known by their marks; the lines that Word draws
// between them and the text are none.
func TestNotes(t *testing.T) {
	const w = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	note := func(kind, id, more, text string) string {
		return `<w:` + kind + ` w:id="` + id + `" ` + more + `>` + para(run("", text)) + `</w:` + kind + `>`
	}
	d, err := read(t, word(t, para(run("", "Giả định")),
		part{"word/footnotes.xml", `<w:footnotes ` + w + `>` + note("footnote", "0", `w:type="separator"`, "-") +
			note("footnote", "1", "", "Áp dụng từ năm 2023") + note("footnote", "2", `w:type="normal"`, "Trừ xã đảo") +
			`<w:other/></w:footnotes>`},
		part{"word/endnotes.xml", `<w:endnotes ` + w + `>` + note("endnote", "1", "", "Xem Điều 2") +
			note("endnote", "2", "", "") + `</w:endnotes>`}))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"1": "Áp dụng từ năm 2023", "2": "Trừ xã đảo", "e1": "Xem Điều 2"}
	if !maps.Equal(d.Notes, want) {
		t.Errorf("%q, want %q", d.Notes, want)
	}
}
