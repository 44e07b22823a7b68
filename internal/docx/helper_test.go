package docx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"ntm/internal/document"
	"ntm/internal/docx"
)

const (
	transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// part is one part of a file that a test makes.
type part struct{ name, content string }

// zipped makes a Word file of its parts.
func zipped(t testing.TB, parts ...part) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err == nil {
			_, err = w.Write([]byte(p.content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func relations(kindThenTarget ...string) string {
	var out strings.Builder
	out.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i := 0; i < len(kindThenTarget); i += 2 {
		fmt.Fprintf(&out, `<Relationship Id="r%d" Type="%s%s" Target="%s"/>`, i, relationType, kindThenTarget[i],
			kindThenTarget[i+1])
	}
	return out.String() + `</Relationships>`
}

// word makes a file whose body is the given XML, with more parts where they are needed.
func word(t testing.TB, inBody string, more ...part) []byte {
	t.Helper()
	document := `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="` + transitional + `"
		xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
		xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
		xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
		xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
		xmlns:v="urn:schemas-microsoft-com:vml"><w:body>` + inBody + `</w:body></w:document>`
	targets := []string{}
	for _, p := range more {
		name := strings.TrimPrefix(p.name, "word/")
		targets = append(targets, strings.TrimSuffix(name, ".xml"), name)
	}
	return zipped(t, append([]part{
		{"_rels/.rels", relations("officeDocument", "word/document.xml")},
		{"word/document.xml", document},
		{"word/_rels/document.xml.rels", relations(targets...)},
	}, more...)...)
}

func read(t testing.TB, data []byte) (*document.Document, error) {
	t.Helper()
	return docx.Read("gia-dinh.docx", bytes.NewReader(data), int64(len(data)))
}

// pictured shows the paragraphs and tables as the expectations are written.
func pictured(d *document.Document) string {
	var out strings.Builder
	first := true
	for t := range d.Tables() {
		if !first {
			out.WriteString("--\n")
		}
		first = false
		for row := 1; row <= t.Rows; row++ {
			for column := 1; column <= t.Columns; column++ {
				if column > 1 {
					out.WriteString("|")
				}
				if c := t.At(row, column); c != nil {
					out.WriteString(strings.ReplaceAll(c.Text, "\n", `\n`))
					for _, nested := range c.Tables {
						fmt.Fprintf(&out, "[table %dx%d]", nested.Rows, nested.Columns)
					}
				}
			}
			out.WriteString("\n")
		}
	}
	return out.String()
}

// table, row and cell write the XML of a table.
func table(rows ...string) string { return "<w:tbl>" + strings.Join(rows, "") + "</w:tbl>" }

func row(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }

func cell(looks string, paragraphs ...string) string {
	if looks != "" {
		looks = "<w:tcPr>" + looks + "</w:tcPr>"
	}
	return "<w:tc>" + looks + strings.Join(paragraphs, "") + "</w:tc>"
}

func para(runs ...string) string { return "<w:p>" + strings.Join(runs, "") + "</w:p>" }

func run(look, text string) string {
	if look != "" {
		look = "<w:rPr>" + look + "</w:rPr>"
	}
	return "<w:r>" + look + `<w:t xml:space="preserve">` + text + "</w:t></w:r>"
}

func said(text string) string { return cell("", para(run("", text))) }
