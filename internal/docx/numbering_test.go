package docx_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Numbers that Word shows and the text does not have.
func TestNumbersOfLists(t *testing.T) {
	level := func(at, format, text, more string) string {
		return `<w:lvl w:ilvl="` + at + `"><w:start w:val="1"/><w:numFmt w:val="` + format +
			`"/><w:lvlText w:val="` + text + `"/>` + more + `</w:lvl>`
	}
	kind := func(id, inside string) string {
		return `<w:abstractNum w:abstractNumId="` + id + `">` + inside + `</w:abstractNum>`
	}
	list := func(id, kind, more string) string {
		return `<w:num w:numId="` + id + `"><w:abstractNumId w:val="` + kind + `"/>` + more + `</w:num>`
	}
	numbering := kind("0", level("0", "upperRoman", "%1.", "")+level("1", "decimal", "%2.",
		`<w:lvlRestart w:val="0"/>`)+level("2", "decimal", "%1.%3", "<w:isLgl/>")) +
		kind("1", level("0", "lowerLetter", "%1)", `<w:suff w:val="nothing"/>`)+level("1", "bullet", "\uf0b7",
			`<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>`)+level("2", "none", "", "")) +
		kind("2", level("0", "decimalZero", "Điều %1.", `<w:pStyle w:val="Dieu"/>`)+level("1", "lowerRoman", "%2.",
			"")) +
		kind("3", `<w:numStyleLink w:val="KieuSo"/>`) + kind("4", `<w:styleLink w:val="KieuSo"/>`+level("0",
		"upperLetter", "%1.", "")) +
		list("1", "0", "") + list("2", "1", "") + list("3", "2", "") + list("4", "3", "") + list("5", "4", "") +
		list("6", "1", `<w:lvlOverride w:ilvl="0">`+level("0", "decimal", "(%1)", "")+`</w:lvlOverride>`)
	styles := `<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr>` +
		`</w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dieu"/></w:style>` +
		`<w:style w:type="numbering" w:styleId="KieuSo"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>` +
		`</w:style>`
	item := func(list, level string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list +
			`"/></w:numPr></w:pPr>` + run("", "x") + `</w:p>`
	}
	styled := func(style, more string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + more + `</w:pPr>` + run("", "x") + `</w:p>`
	}
	for _, c := range []struct{ name, body, want string }{
		{"roman, and a level that does not restart", item("1", "0") + item("1", "1") + item("1", "0") + item("1",
			"1"), "I. x|1. x|II. x|2. x"},
		{"legal numbers", item("1", "0") + item("1", "0") + item("1", "2"), "I. x|II. x|2.1 x"},
		{"letters, glued", item("2", "0") + item("2", "0"), "a)x|b)x"},
		{"bullets and none", item("2", "1") + item("2", "2"), "• x|x"},
		{"by style, and by a style based on it", styled("Dieu", "") + styled("Con", ""), "Điều 01. x|Điều 02. x"},
		{"a style's list taken away", styled("Dieu", `<w:numPr><w:numId w:val="0"/></w:numPr>`), "x"},
		{"a level under one that was never used", item("3", "1"), "i. x"},
		{"kind behind a style", item("4", "0") + item("4", "0"), "A. x|B. x"},
		{"the list's own form", item("6", "0"), "(1) x"},
		{"no such list", item("77", "0"), "x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := read(t, word(t, c.body,
				part{"word/numbering.xml", `<w:numbering xmlns:w="` + transitional + `">` + numbering +
					`</w:numbering>`},
				part{"word/styles.xml", `<w:styles xmlns:w="` + transitional + `">` + styles + `</w:styles>`}))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, b := range d.Blocks {
				got = append(got, b.Paragraph.Text)
			}
			if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
				t.Error(diff)
			}
		})
	}
}
