package draw

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// Across is where the words of a line stand.
type Across string

// The words begin at the left, or stand so.
const (
	Left   Across = ""
	Centre Across = "center"
	Right  Across = "right"
	Both   Across = "both"
)

// Look is how a paragraph looks.
type Look struct {
	Size         float64 // in points; 0 for 14
	Bold, Italic bool
	Across       Across
	First        int     // by how much the first line is set in, in mm
	In           int     // by how much both sides are, in mm
	Before       float64 // points above it
	Line         float64 // from line to line, in times of a single one; 0 for 1
	Heading      int     // 1 or 2: of which level, 0 for none
	Kept         bool    // on one page with what follows
	Ruled        bool    // a rule below it
	Thin         bool    // a point high, whatever its letters
	NewPage      bool    // begins a page
}

// Paragraph is a paragraph of words as Word keeps it; a line end begins a line.
func Paragraph(l Look, words string) string {
	var out strings.Builder
	out.WriteString(`<w:p><w:pPr>`)
	if l.Heading > 0 {
		fmt.Fprintf(&out, `<w:pStyle w:val="Heading%d"/>`, l.Heading)
	}
	if l.Kept {
		out.WriteString(`<w:keepNext/>`)
	}
	if l.NewPage {
		out.WriteString(`<w:pageBreakBefore/>`)
	}
	if l.Ruled {
		out.WriteString(`<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>`)
	}
	line := ""
	switch {
	case l.Thin:
		line = ` w:line="20" w:lineRule="exact"`
	case l.Ruled:
		line = ` w:line="40" w:lineRule="exact"`
	case l.Line > 0:
		line = fmt.Sprintf(` w:line="%d" w:lineRule="auto"`, int(240*l.Line))
	}
	if l.Before > 0 || line != "" {
		fmt.Fprintf(&out, `<w:spacing w:before="%d" w:after="0"%s/>`, int(20*l.Before), line)
	}
	if l.First > 0 || l.In > 0 {
		fmt.Fprintf(&out, `<w:ind w:left="%[1]d" w:right="%[1]d" w:firstLine="%[2]d"/>`, mm(l.In), mm(l.First))
	}
	if l.Across != Left {
		fmt.Fprintf(&out, `<w:jc w:val="%s"/>`, l.Across)
	}
	if words == "" && l.Size > 0 { // an empty line is as high as its own letters would be
		fmt.Fprintf(&out, `<w:rPr><w:sz w:val="%[1]d"/><w:szCs w:val="%[1]d"/></w:rPr>`, int(2*l.Size))
	}
	out.WriteString(`</w:pPr>`)
	if words != "" {
		run(&out, l, words)
	}
	out.WriteString(`</w:p>`)
	return out.String()
}

// run writes words in a look: what stands between two ** is bold.
func run(out *strings.Builder, l Look, words string) {
	for i, part := range strings.Split(words, "**") {
		if part == "" {
			continue
		}
		out.WriteString(`<w:r><w:rPr>`)
		if l.Bold || i%2 == 1 {
			out.WriteString(`<w:b/>`)
		}
		if l.Italic {
			out.WriteString(`<w:i/>`)
		}
		if l.Size > 0 {
			fmt.Fprintf(out, `<w:sz w:val="%[1]d"/><w:szCs w:val="%[1]d"/>`, int(2*l.Size))
		}
		out.WriteString(`</w:rPr>`)
		for k, line := range strings.Split(part, "\n") {
			if k > 0 {
				out.WriteString(`<w:br/>`)
			}
			out.WriteString(`<w:t xml:space="preserve">`)
			_ = xml.EscapeText(out, []byte(line)) // a builder takes everything
			out.WriteString(`</w:t>`)
		}
		out.WriteString(`</w:r>`)
	}
}

func mm(n int) int { return int(float64(n) * inMM) }

// Add adds a paragraph.
func (p *Paper) Add(l Look, words string) { p.body.WriteString(Paragraph(l, words)) }
