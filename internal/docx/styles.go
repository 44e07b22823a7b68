package docx

import (
	"cmp"
	"iter"
)

// look is what of a text's look changes what is read. The zero value of a field says
// nothing, and the style below decides.
type look struct {
	font       string
	raised     toggle // superscript
	struck     toggle
	hidden     toggle
	underlined toggle
	style      string // of its characters
	markDelete bool   // the end of the paragraph is deleted
}

// toggle is a switch that may be left unsaid.
type toggle int8

const (
	unsaid toggle = iota
	off
	on
)

func toggled(yes bool) toggle {
	if yes {
		return on
	}
	return off
}

// over is the look with what it leaves unsaid taken from the one below.
func (l look) over(below look) look {
	l.font = cmp.Or(l.font, below.font)
	l.raised = cmp.Or(l.raised, below.raised)
	l.struck = cmp.Or(l.struck, below.struck)
	l.hidden = cmp.Or(l.hidden, below.hidden)
	l.underlined = cmp.Or(l.underlined, below.underlined)
	return l
}

// listed says which list a paragraph belongs to.
type listed struct {
	list  string // "" when unsaid, "0" for none
	level int    // -1 when unsaid
}

type style struct {
	basedOn string
	look    look
	listed  listed
}

// styles are the styles of a file by their ids.
type styles struct {
	byID      map[string]style
	defaults  look
	paragraph string // the style of paragraphs that name none
}

func (a *archive) readStyles(name string) (*styles, error) {
	s := &styles{byID: map[string]style{}}
	return s, a.each(name, func(x *xmlReader, e element) {
		switch e.name {
		case "w:docDefaults":
			for range x.children() { // w:rPrDefault, w:pPrDefault
				for e := range x.children() {
					if e.name == "w:rPr" {
						s.defaults = readLook(x)
					}
				}
			}
		case "w:style":
			s.add(x, e)
		}
	})
}

func (s *styles) add(x *xmlReader, e element) {
	one := style{listed: listed{level: -1}}
	id := e.attr("styleId")
	if e.attr("type") == "paragraph" && e.attr("default") != "" && e.attr("default") != "0" {
		s.paragraph = id
	}
	for e := range x.children() {
		switch e.name {
		case "w:basedOn":
			one.basedOn = e.attr("val")
		case "w:rPr":
			one.look = readLook(x)
		case "w:pPr":
			for e := range x.children() {
				if e.name == "w:numPr" {
					one.listed = readListed(x)
				}
			}
		}
	}
	if len(s.byID) >= maxStyles {
		x.fail(errStyles)
	}
	s.byID[id] = one
}

// chain is a style and those it is based on, the nearest first.
func (s *styles) chain(id string) iter.Seq2[string, style] {
	return func(yield func(string, style) bool) {
		for range 20 { // a circle of styles ends somewhere
			one, known := s.byID[id]
			if !known || !yield(id, one) {
				return
			}
			id = one.basedOn
		}
	}
}

// look is what a style says.
func (s *styles) look(id string) look {
	var out look
	for _, one := range s.chain(id) {
		out = out.over(one.look)
	}
	return out
}

// readLook reads the open w:rPr.
func readLook(x *xmlReader) (l look) {
	for e := range x.children() {
		switch e.name {
		case "w:rStyle":
			l.style = e.attr("val")
		case "w:rFonts":
			l.font = cmp.Or(l.font, e.attr("ascii"), e.attr("hAnsi"), e.attr("cs"))
		case "w:vertAlign":
			l.raised = toggled(e.attr("val") == "superscript")
		case "w:strike", "w:dstrike":
			if e.on() || l.struck == unsaid {
				l.struck = toggled(e.on())
			}
		case "w:vanish":
			l.hidden = toggled(e.on())
		case "w:u":
			l.underlined = toggled(e.attr("val") != "none")
		case "w:del", "w:moveFrom":
			l.markDelete = true
		}
	}
	return l
}

// readListed reads the open w:numPr.
func readListed(x *xmlReader) listed {
	l := listed{level: -1}
	for e := range x.children() {
		switch e.name {
		case "w:ilvl":
			l.level = e.number("val", 0)
		case "w:numId":
			l.list = e.attr("val")
		}
	}
	return l
}
