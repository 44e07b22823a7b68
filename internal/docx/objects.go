package docx

import (
	"slices"
	"strconv"
	"strings"

	"ntm/internal/document"
)

// field is a field that is being read: what it is made by is no text, what it came to is.
type field struct {
	code        bool // before its result
	instruction strings.Builder
}

// inCode tells whether what is read belongs to the making of a field.
func (b *body) inCode() bool {
	return slices.ContainsFunc(b.fields, func(f *field) bool { return f.code })
}

// fieldChar follows a field; the text is that of one which has no result of its own.
func (b *body) fieldChar(e element) (text string) {
	switch last := len(b.fields) - 1; e.attr("fldCharType") {
	case "begin":
		if len(b.fields) < maxDepth {
			b.fields = append(b.fields, &field{code: true})
		}
	case "separate":
		if last >= 0 {
			b.fields[last].code = false
		}
	case "end":
		if last < 0 {
			return ""
		}
		ended := b.fields[last]
		b.fields = b.fields[:last]
		if ended.code {
			return resultless(ended.instruction.String())
		}
	}
	return ""
}

// resultless is what a field shows that has no result: SYMBOL its sign, EQ an equation.
func resultless(instruction string) string {
	words := strings.Fields(instruction)
	if len(words) == 0 {
		return ""
	}
	switch strings.ToUpper(words[0]) {
	case "EQ":
		return document.Unreadable
	case "SYMBOL":
		font := "Symbol"
		for i, word := range words[:len(words)-1] {
			if strings.EqualFold(word, `\f`) {
				font = strings.Trim(words[i+1], `"`)
			}
		}
		if code, err := strconv.ParseUint(words[min(1, len(words)-1)], 0, 16); err == nil {
			return signOf(code, font)
		}
	}
	return ""
}

// instruction reads the open w:instrText.
func (b *body) instruction() {
	text := b.xml.text()
	if last := len(b.fields) - 1; last >= 0 && b.fields[last].instruction.Len() < 1000 {
		b.fields[last].instruction.WriteString(text)
	}
}

// symbol is the sign of a w:sym.
func symbol(e element) string {
	code, err := strconv.ParseUint(e.attr("char"), 16, 16)
	if err != nil {
		return document.Unreadable
	}
	return signOf(code, e.attr("font"))
}

// signOf is the sign of a code in a font, whose first codes are a byte.
func signOf(code uint64, font string) string {
	if code < 0x100 {
		code += 0xF000
	}
	return document.Shown(string(rune(code)), font)
}

// equation reads the open m:oMath. A line of signs is text; a fraction or a power,
// whose digits would run together, is not.
func (b *body) equation(p *paragraph) {
	var text strings.Builder
	plain := true
	var read func()
	read = func() {
		for e := range b.xml.children() {
			switch e.name {
			case "m:t", "w:t":
				text.WriteString(b.xml.text())
			case "m:r", "m:oMath", "w:r", "m:box", "m:e", "w:ins":
				read()
			case "m:rPr", "w:rPr", "m:ctrlPr", "m:boxPr", "m:oMathParaPr", "w:del", "w:bookmarkStart", "w:bookmarkEnd":
			default:
				plain = false
			}
		}
	}
	read()
	switch {
	case b.inCode():
	case plain && strings.TrimSpace(text.String()) != "":
		p.text.WriteString(text.String())
	default:
		p.text.WriteString(document.Unreadable)
	}
}

// lines are shapes that only rule a line, as below the head of a decision.
var lines = map[string]bool{"line": true, "straightConnector1": true}

// object reads an open drawing, picture or embedded object: the text of its boxes, or
// the sign that there is something without text.
func (b *body) object(p *paragraph) {
	var inside flow
	seen, isLine := false, false
	var read func()
	read = func() {
		for e := range b.xml.children() {
			switch e.name {
			case "w:txbxContent":
				fields := b.fields // a field does not reach into a box
				b.fields = nil
				b.blocks(&inside)
				b.fields = fields
				continue
			case "mc:AlternateContent":
				b.alternate(read, func() int { return len(inside.blocks) })
				continue
			case "v:line", "wps:cxnSp":
				isLine = true
			case "a:prstGeom":
				isLine = isLine || lines[e.attr("prst")]
			case "v:shape", "v:rect", "v:oval", "v:roundrect", "a:graphic", "o:OLEObject", "w:control", "v:imagedata":
				seen = true
			}
			read()
		}
	}
	read()
	switch {
	case b.inCode():
	case len(inside.blocks) > 0:
		p.boxes.blocks = append(p.boxes.blocks, inside.blocks...)
		p.boxes.odd = append(p.boxes.odd, inside.odd...)
	case seen && !isLine:
		p.text.WriteString(document.Unreadable)
	}
}
