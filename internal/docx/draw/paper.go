package draw

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"strings"
)

// Measures of a page, in twentieths of a point.
const (
	inMM       = 56.6929
	pageShort  = 11906 // 210 mm
	pageLong   = 16838 // 297 mm
	marginEdge = 1134  // 20 mm: top, bottom and right
	marginLeft = 1701  // 30 mm
	marginHead = 567   // from the page's edge to its number

	// Width is how wide the words of an upright page are, WideWidth of one that lies.
	Width     = pageShort - marginLeft - marginEdge
	WideWidth = pageLong - marginLeft - marginEdge
)

// Paper is a Word paper as it is painted, from the first paragraph on.
type Paper struct {
	// Mark stands at the right above the first page, Foot small at every page's foot. Either
	// may be fields.
	Mark, Foot string

	body bytes.Buffer
	wide bool
	turn int // sections that have ended
}

// Lying tells whether the page that is being painted lies.
func (p *Paper) Lying() bool { return p.wide }

// Room is how wide the words of a page are now.
func (p *Paper) Room() int {
	if p.wide {
		return WideWidth
	}
	return Width
}

// Turn begins a new page that lies, or stands again.
func (p *Paper) Turn(lying bool) {
	p.body.WriteString(`<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>`)
	p.section()
	p.body.WriteString(`</w:pPr></w:p>`)
	p.wide = lying
	p.turn++
}

// section is the properties of the section that ends here.
func (p *Paper) section() {
	p.body.WriteString(`<w:sectPr>`)
	if p.turn == 0 {
		p.body.WriteString(`<w:headerReference w:type="default" r:id="rId2"/>` +
			`<w:headerReference w:type="first" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>` +
			`<w:footerReference w:type="first" r:id="rId4"/>`)
	}
	if p.wide {
		fmt.Fprintf(&p.body, `<w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/>`, pageLong, pageShort)
	} else {
		fmt.Fprintf(&p.body, `<w:pgSz w:w="%d" w:h="%d"/>`, pageShort, pageLong)
	}
	fmt.Fprintf(&p.body, `<w:pgMar w:top="%[1]d" w:right="%[1]d" w:bottom="%[1]d" w:left="%[2]d" `+
		`w:header="%[3]d" w:footer="%[3]d" w:gutter="0"/>`, marginEdge, marginLeft, marginHead)
	if p.turn == 0 {
		p.body.WriteString(`<w:titlePg/>`)
	}
	p.body.WriteString(`</w:sectPr>`)
}

//go:embed styles.xml
var styles string

const (
	head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	main = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
		`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	inPackage = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	relation  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

	// Word sets a paper without these as its release of 2003 did.
	settings = `<w:compat><w:compatSetting w:name="compatibilityMode" ` +
		`w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>`

	pageNumber = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE ` +
		`</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>` +
		`<w:r><w:fldChar w:fldCharType="end"/></w:r>`
)

// Write writes the paper.
func (p *Paper) Write(w io.Writer) error {
	p.section()
	foot := Look{Size: 9, Italic: true}
	z := zip.NewWriter(w)
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", types()},
		{"_rels/.rels", relations("officeDocument", "word/document.xml")},
		{"word/document.xml", `<w:document ` + main + `><w:body>` + p.body.String() + `</w:body></w:document>`},
		{"word/_rels/document.xml.rels", relations("styles", "styles.xml", "header", "header1.xml", "header",
			"header2.xml", "footer", "footer1.xml", "settings", "settings.xml")},
		{"word/header1.xml", `<w:hdr ` + main + `><w:p><w:pPr><w:jc w:val="center"/></w:pPr>` + pageNumber +
			`</w:p></w:hdr>`},
		{"word/header2.xml", `<w:hdr ` + main + `>` + Paragraph(Look{Size: 13, Bold: true, Across: Right}, p.Mark) +
			`</w:hdr>`},
		{"word/footer1.xml", `<w:ftr ` + main + `>` + Paragraph(foot, p.Foot) + `</w:ftr>`},
		{"word/styles.xml", strings.TrimPrefix(styles, head)},
		{"word/settings.xml", `<w:settings ` + main + `>` + settings + `</w:settings>`},
	} {
		into, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate})
		if err == nil {
			_, err = io.WriteString(into, head+part.content)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}

func types() string {
	out := `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>`
	for _, part := range [][2]string{{"document", "document.main"}, {"styles", "styles"}, {"header1", "header"},
		{"header2", "header"}, {"footer1", "footer"}, {"settings", "settings"}} {
		out += fmt.Sprintf(`<Override PartName="/word/%s.xml" ContentType="%s%s+xml"/>`, part[0], inPackage, part[1])
	}
	return out + `</Types>`
}

// relations are those to each kind and target.
func relations(kindThenTarget ...string) string {
	out := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	for i := 0; i < len(kindThenTarget); i += 2 {
		out += fmt.Sprintf(`<Relationship Id="rId%d" Type="%s%s" Target="%s"/>`, i/2+1, relation, kindThenTarget[i],
			kindThenTarget[i+1])
	}
	return out + `</Relationships>`
}
