package docx

import (
	"bytes"
	"encoding/xml"

	"ntm/internal/problem"
)

// kind is what a node is to the filling.
type kind byte

const (
	wrapper kind = iota // anything else around nodes
	paragraphNode
	rowNode
	tableNode
	textNode   // a w:t that holds fields, or a part of one
	beforeNode // where paragraphs can be set before all others of the body
	afterNode  // and after them
)

// node is an element of a part from its first byte to behind its last.
type node struct {
	kind       kind
	start, end int
	kids       []*node
	parts      []piece // of a text
	texts      []span  // of a paragraph with fields: all its w:t
	list       *List   // that a paragraph or a row is repeated for
	when       []condition
}

// span is bytes of a part.
type span struct{ start, end int }

// piece is text as it stands, or a field.
type piece struct {
	text string
	slot *slot
}

// condition is {{nếu …}}.
type condition struct {
	slot slot
	not  bool
}

// text is the content of a w:t as it is read.
type text struct {
	span
	words string
}

// scanner reads a part for its fields.
type scanner struct {
	part       *templatePart
	xml        *xmlReader
	schema     *Schema
	used       map[string]bool
	paragraphs int
	fields     int
	sections   int // where the body's last properties begin
	wrong      problem.List
}

// open is an element that is being read.
type open struct {
	node  *node
	texts []text
	name  string
}

func (a *archive) scanTemplate(name string, schema *Schema, used map[string]bool) (*scanner, error) {
	data, err := a.data(name)
	if err != nil {
		return nil, err
	}
	s := &scanner{part: &templatePart{name: name, data: data}, schema: schema, used: used,
		xml: &xmlReader{decoder: xml.NewDecoder(bytes.NewReader(data))}}
	s.scan()
	return s, s.xml.failed()
}

func (s *scanner) scan() {
	stack := []*open{{node: &node{end: len(s.part.data)}}}
	for s.xml.err == nil {
		start := int(s.xml.decoder.InputOffset())
		switch token := s.xml.token().(type) {
		case xml.StartElement:
			stack = append(stack, s.begin(named(token).name, start))
		case xml.EndElement:
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			top.node.end = int(s.xml.decoder.InputOffset())
			s.finish(top, stack, start)
		case xml.CharData:
			if top := stack[len(stack)-1]; top.name == "w:t" {
				top.texts[0].words += string(token)
			}
		}
	}
	s.part.root = stack[0].node
}

// begin is an element whose start has been read.
func (s *scanner) begin(name string, start int) *open {
	o := &open{node: &node{start: start}, name: name}
	switch name {
	case "w:p":
		o.node.kind = paragraphNode
	case "w:tr":
		o.node.kind = rowNode
	case "w:tbl":
		o.node.kind = tableNode
	case "w:t":
		o.texts = []text{{}}
	case "w:body":
		tag := s.part.data[start:s.xml.decoder.InputOffset()]
		s.part.prefix = tag[1 : 1+bytes.Index(tag[1:], []byte("body"))]
		o.node.kids = []*node{{kind: beforeNode, start: start + len(tag), end: start + len(tag)}}
	}
	return o
}

// finish takes a read element into what stands around it.
func (s *scanner) finish(o *open, around []*open, endTag int) {
	up := around[len(around)-1]
	switch o.name {
	case "w:t":
		for i := len(around) - 1; i >= 0; i-- {
			if around[i].name == "w:p" {
				around[i].texts = append(around[i].texts, text{span{o.node.start, o.node.end}, o.texts[0].words})
				break
			}
		}
		return
	case "w:p":
		s.paragraphs++
		if s.paragraphs > maxParagraphs {
			s.xml.fail(errParagraphs)
		}
		s.paragraph(o)
	case "w:tr":
		s.row(o.node)
	case "w:tbl":
		if rows := o.node.rows(); len(rows) > 0 {
			o.node.when, rows[0].when = rows[0].when, nil
		}
	case "w:body":
		at := endTag
		if last := o.node.kids[len(o.node.kids)-1].end; s.sections >= last {
			at = s.sections
		}
		if endTag == o.node.kids[0].start && bytes.HasSuffix(s.part.data[:endTag], []byte("/>")) {
			s.xml.fail(errDamaged) // a body in which there is nothing
		}
		o.node.kids = append(o.node.kids, &node{kind: afterNode, start: at, end: at})
	case "w:sectPr":
		if up.name == "w:body" {
			s.sections = o.node.start
		}
	}
	if o.node.kind != wrapper || len(o.node.kids) > 0 {
		up.node.kids = append(up.node.kids, o.node)
	}
}

// rows are the rows of a table, not those of tables within it.
func (n *node) rows() []*node {
	var out []*node
	for _, kid := range n.kids {
		switch kid.kind {
		case rowNode:
			out = append(out, kid)
		case wrapper:
			out = append(out, kid.rows()...)
		}
	}
	return out
}
