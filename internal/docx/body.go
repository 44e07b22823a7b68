package docx

import "ntm/internal/document"

// body reads the main part.
type body struct {
	xml        *xmlReader
	styles     *styles
	lists      *numbering
	budget     *document.Budget
	fields     []*field
	paragraphs int
	said       []string
	inserting  int // how many tracked insertions are open
	tracked    tracked
}

// document reads the whole part.
func (b *body) document() []document.Block {
	var f flow
	isDocument := false
	for e := range b.xml.children() {
		if e.name != "w:document" {
			b.xml.fail(errNotWord)
			break
		}
		isDocument = true
		for e := range b.xml.children() {
			if e.name == "w:body" {
				b.blocks(&f)
			}
		}
	}
	if !isDocument && b.xml.failed() == nil {
		b.xml.err = errDamaged
	}
	return f.blocks
}

// flow is where blocks go: the paper, a cell, a text box.
type flow struct {
	blocks []document.Block
	joined *document.Paragraph // the paragraph whose end was deleted: the next one goes on in it
	odd    []string
	// changed is what tracked changes made of it.
	changed []string
}

// dropped are the elements whose text no person sees, or that have none.
var dropped = map[string]bool{
	"w:del": true, "w:moveFrom": true, "w:sectPr": true, "w:tblPr": true, "w:tblGrid": true, "w:sdtPr": true,
	"w:sdtEndPr":    true,
	"w:customXmlPr": true, "w:smartTagPr": true, "w:tblPrEx": true, "w:rt": true, "w:rubyPr": true, "w:delText": true,
	"w:delInstrText": true, "w:customXmlDelRangeStart": true, "w:tcPr": true, "w:trPr": true, "w:pPr": true,
	"w:rPr": true,
}

// blocks reads the paragraphs and tables of the open element.
func (b *body) blocks(f *flow) {
	for e := range b.xml.children() {
		b.block(e, f)
	}
}

func (b *body) block(e element, f *flow) {
	switch {
	case e.name == "w:p":
		b.paragraph(f)
	case e.name == "w:tbl":
		if t := b.table(); t.Rows > 0 {
			f.blocks = append(f.blocks, document.Block{Table: t})
		}
	case e.name == "w:altChunk":
		b.add(f, &document.Paragraph{Text: document.Unreadable}) // another file within this one
	case e.name == "mc:AlternateContent":
		b.alternate(func() { b.blocks(f) }, func() int { return len(f.blocks) })
	case isInsertion(e.name):
		b.inserted(func() { b.blocks(f) })
	case !dropped[e.name]:
		b.blocks(f) // content controls, insertions and what else goes around blocks
	}
}

// alternate reads one of two forms of the same thing: the newer, or if there is nothing
// in it the older.
func (b *body) alternate(read func(), size func() int) {
	before := size()
	for e := range b.xml.children() {
		if (e.name == "mc:Choice" || e.name == "mc:Fallback") && size() == before {
			read()
		}
	}
}

// add puts a paragraph in place, unless there is nothing in it.
func (b *body) add(f *flow, p *document.Paragraph) {
	p.Text = document.Clean(p.Text)
	if into := f.joined; into != nil {
		into.Text, into.Notes = document.Clean(into.Text+" "+p.Text), append(into.Notes, p.Notes...)
		return
	}
	if p.Text == "" && len(p.Notes) == 0 {
		return
	}
	f.blocks = append(f.blocks, document.Block{Paragraph: p})
}
