package docx

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"ntm/internal/document"
)

// paragraph is a paragraph that is being read.
type paragraph struct {
	text bytes.Buffer
	// begins is the raised mark before the text.
	begins string
	notes  []string
	// raisedAt is where the last of them stands.
	raisedAt int
	style    string
	look     look // of its style
	boxes    flow // the text boxes that hang on it
	odd      []string
	added    strings.Builder // by tracked changes, and
	// removed is what they took away.
	removed strings.Builder
	tail    tail
}

// tail is the last letter written in a font that keeps its mark apart: the mark may stand
// in the next run.
type tail struct {
	letter, font string
	from, to     int // where in the paragraph
}

// paragraph reads the open w:p.
func (b *body) paragraph(f *flow) {
	p := &paragraph{style: b.styles.paragraph}
	p.look = b.styles.look(p.style).over(b.styles.defaults)
	own, ends := listed{level: -1}, true
	labelled := false
	label := func() {
		labelled = true
		if ends { // a paragraph whose end is deleted is no item of its own
			p.text.WriteString(b.lists.label(p.style, own))
		}
	}
	for e := range b.xml.children() {
		if e.name == "w:pPr" {
			own, ends = b.paragraphLook(p)
			label()
			continue
		}
		if !labelled {
			label()
		}
		b.inline(e, p)
	}
	if !labelled {
		label()
	}
	f.changed = append(append(f.changed, b.changes(p)...), p.boxes.changed...)
	text, mark := document.Begun(p.begins, p.text.String())
	if mark != "" {
		p.notes = append([]string{mark}, p.notes...)
	}
	one := &document.Paragraph{Text: text, Notes: p.notes}
	b.add(f, one)
	if b.paragraphs++; one.Text != "" && b.paragraphs > maxParagraphs {
		b.xml.fail(errParagraphs)
	}
	switch {
	case ends:
		f.joined = nil
	case f.joined == nil && one.Text != "":
		f.joined = one
	}
	f.blocks = append(f.blocks, p.boxes.blocks...)
	f.odd = append(append(f.odd, p.odd...), p.boxes.odd...)
}

// paragraphLook reads the open w:pPr; ends is false when the end of the paragraph is
// deleted.
func (b *body) paragraphLook(p *paragraph) (own listed, ends bool) {
	own, ends = listed{level: -1}, true
	for e := range b.xml.children() {
		switch e.name {
		case "w:pStyle":
			p.style = e.attr("val")
			p.look = b.styles.look(p.style).over(b.styles.defaults)
		case "w:numPr":
			own = readListed(b.xml)
		case "w:rPr":
			ends = !readLook(b.xml).markDelete
		}
	}
	return own, ends
}

// inline reads one element within a paragraph.
func (b *body) inline(e element, p *paragraph) {
	switch {
	case e.name == "w:r":
		b.run(p)
	case e.name == "m:oMath" || e.name == "m:oMathPara":
		b.equation(p)
	case e.name == "mc:AlternateContent":
		b.alternate(func() { b.inlines(p) }, p.size)
	case isInsertion(e.name):
		b.inserted(func() { b.inlines(p) })
	case isDeletion(e.name):
		b.deleted(p)
	case !dropped[e.name]:
		b.inlines(p) // links, content controls, insertions, simple fields
	}
}

func (b *body) inlines(p *paragraph) {
	for e := range b.xml.children() {
		b.inline(e, p)
	}
}

func (p *paragraph) size() int { return p.text.Len() + len(p.boxes.blocks) }

// run reads the open w:r: text of one look.
func (b *body) run(p *paragraph) {
	l := p.look
	for e := range b.xml.children() {
		if e.name == "w:rPr" {
			own := readLook(b.xml)
			l = own.over(b.styles.look(own.style)).over(p.look)
			continue
		}
		b.piece(e, p, l)
	}
}

// piece reads one element of a run.
func (b *body) piece(e element, p *paragraph, l look) {
	switch e.name {
	case "w:t":
		stored := p.joined(b.xml.text(), l.font)
		b.write(p, l, document.Shown(stored, l.font))
		p.keepTail(stored, l.font)
	case "w:tab", "w:ptab":
		b.write(p, l, " ")
	case "w:br", "w:cr":
		b.write(p, l, "\n")
	case "w:noBreakHyphen":
		b.write(p, l, "-")
	case "w:sym":
		b.write(p, l, symbol(e))
	case "w:footnoteReference", "w:endnoteReference":
		if !b.inCode() && l.hidden != on && e.attr("customMarkFollows") == "" {
			mark := e.attr("id")
			if e.name == "w:endnoteReference" {
				mark = endnote + mark
			}
			p.notes = append(p.notes, mark)
		}
	case "w:fldChar":
		b.write(p, l, b.fieldChar(e))
	case "w:instrText":
		b.instruction()
	case "w:drawing", "w:pict", "w:object":
		b.object(p)
	case "mc:AlternateContent":
		b.alternate(func() {
			for e := range b.xml.children() {
				b.piece(e, p, l)
			}
		}, p.size)
	case "w:ruby", "w:rubyBase":
		b.inlines(p)
	}
}

// joined puts a letter whose mark stands in another run before that mark.
func (p *paragraph) joined(stored, font string) string {
	t := p.tail
	if p.tail = (tail{}); t.letter == "" || t.font != font || t.to != p.text.Len() {
		return stored
	}
	if first, _ := utf8.DecodeRuneInString(stored); first < utf8.RuneSelf || first > unicode.MaxLatin1 {
		return stored
	}
	p.text.Truncate(t.from)
	return t.letter + stored
}

func (p *paragraph) keepTail(stored, font string) {
	if !document.IsVNI(font) {
		return
	}
	last, _ := utf8.DecodeLastRuneInString(stored)
	letter := string(last)
	if shown := document.Shown(letter, font); strings.ContainsRune("aeouyôöAEOUYÔÖ", last) &&
		bytes.HasSuffix(p.text.Bytes(), []byte(shown)) {
		p.tail = tail{letter, font, p.text.Len() - len(shown), p.text.Len()}
	}
}

// write adds what is shown to a paragraph.
func (b *body) write(p *paragraph, l look, text string) {
	if b.inserting > 0 && !b.inCode() && l.hidden != on {
		p.added.WriteString(text)
	}
	switch {
	case b.inCode() || l.hidden == on || text == "":
	case l.struck == on:
		if strings.TrimSpace(text) != "" {
			p.odd = append(p.odd, fmt.Sprintf("có chữ bị gạch ngang: %q", strings.TrimSpace(text)))
		}
	case l.raised == on:
		p.raise(text)
	case l.underlined == on:
		shown, isUnsure := document.Underlined(text)
		if isUnsure {
			p.odd = append(p.odd, document.UnsureSign(text))
		}
		p.text.WriteString(shown)
	default:
		p.text.WriteString(text)
	}
}

// raise adds a superscript: the 2 of m2 belongs to the text, any other digit or sign is
// the mark of a note, and words are words.
func (p *paragraph) raise(text string) {
	mark := strings.TrimSpace(text)
	isMark := len(mark) == 1 || mark != "" && !strings.ContainsFunc(mark, unicode.IsLetter)
	squared := map[string]string{"2": "²", "3": "³"}[mark]
	switch {
	case squared != "" && document.EndsInMetre(p.text.String()):
		p.text.WriteString(squared)
	case isMark && len(bytes.TrimSpace(p.text.Bytes())) == 0:
		p.begins += mark
	case isMark:
		mark = strings.Trim(mark, "()[]")
		if last := len(p.notes) - 1; last >= 0 && p.raisedAt == p.text.Len() {
			p.notes[last] += mark // in several runs
		} else if mark != "" {
			p.notes = append(p.notes, mark)
		}
		p.raisedAt = p.text.Len()
	default:
		p.text.WriteString(text)
	}
}
