package docx

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strings"
)

// renderer writes a part with its fields filled.
type renderer struct {
	part   *templatePart
	data   []byte
	out    bytes.Buffer
	room   int  // bytes that may still be written
	full   bool // more were
	rows   int
	around Around
	media  []*Picture // each once
	drawn  int        // pictures
}

// scope is the items that a place stands in, the innermost first.
type scope struct {
	list *List
	at   *Values
	up   *scope
}

func (s *scope) find(l *List) *scope {
	for ; s != nil; s = s.up {
		if s.list == l {
			return s
		}
	}
	return nil
}

func (r *renderer) render(v *Values) ([]byte, error) {
	r.inner(r.part.root, &scope{at: v})
	if r.isFull() {
		return nil, errFilled
	}
	return r.out.Bytes(), nil
}

// isFull tells whether more was written than may be; nothing goes on from there.
func (r *renderer) isFull() bool {
	r.full = r.full || r.out.Len() > r.room
	return r.full
}

// inner writes what is in a node.
func (r *renderer) inner(n *node, s *scope) {
	at := n.start
	if len(n.kids) > 0 {
		r.out.Write(r.data[at:n.kids[0].start])
		r.nodes(n.kids, s, true)
		at = n.kids[len(n.kids)-1].end
	}
	r.out.Write(r.data[at:n.end])
}

// nodes writes neighbours and what stands between them: those of a list that is not gone through yet, and of lists
// within it, together for each of its items. last tells that nothing stands behind them.
func (r *renderer) nodes(nodes []*node, s *scope, last bool) {
	for i, j := 0, 0; i < len(nodes) && !r.isFull(); i = j {
		if i > 0 {
			r.out.Write(r.data[nodes[i-1].end:nodes[i].start])
		}
		list := nodes[i].list
		j = i + 1
		if list == nil || s.find(list) != nil {
			r.one(nodes[i], s, last && j == len(nodes))
			continue
		}
		for j < len(nodes) && nodes[j].list != nil && nodes[j].list.isWithin(list) {
			j++
		}
		items := s.items(list)
		for _, item := range items {
			r.nodes(nodes[i:j], item, false)
		}
		if len(items) == 0 && last && j == len(nodes) {
			r.emptied(nodes[j-1])
		}
	}
}

// items are those of a list from here, through the lists that it stands in.
func (s *scope) items(l *List) []*scope {
	from := []*scope{s}
	if l.up != nil && s.find(l.up) == nil {
		from = s.items(l.up)
	}
	var out []*scope
	for _, f := range from {
		for _, v := range f.find(l.up).at.Lists[l.Name] {
			out = append(out, &scope{list: l, at: v, up: f})
		}
	}
	return out
}

// one writes a node where its conditions hold.
func (r *renderer) one(n *node, s *scope, last bool) {
	if slices.ContainsFunc(n.when, func(c condition) bool { return !c.holds(s) }) {
		if last {
			r.emptied(n)
		}
		return
	}
	switch n.kind {
	case textNode:
		r.text(n, s)
		return
	case beforeNode:
		r.paragraphs(r.around.Before)
	case afterNode:
		r.paragraphs(r.around.After)
	case rowNode:
		r.rows++
	case tableNode: // one without rows is none
		before, outside := r.out.Len(), r.rows
		r.rows = 0
		r.inner(n, s)
		if r.rows == 0 && len(n.rows()) > 0 {
			r.out.Truncate(before)
		}
		r.rows = outside
		return
	}
	r.inner(n, s)
}

// emptied writes the last paragraph of a cell or a page's head, which must have one,
// without its words.
func (r *renderer) emptied(n *node) {
	if n.kind != paragraphNode {
		return
	}
	at := n.start
	for _, t := range n.texts {
		r.out.Write(r.data[at:t.start])
		at = t.end
	}
	r.out.Write(r.data[at:n.end])
}

func (c *condition) holds(s *scope) bool {
	f := c.slot
	if f.word == "" {
		return len(s.items(f.list)) > 0 != c.not
	}
	at := s.find(f.list).at
	return (at.Words[f.word] != "" || at.Pictures[f.word] != nil) != c.not
}

// text writes a w:t anew, with what its fields say.
func (r *renderer) text(n *node, s *scope) {
	name := string(bytes.TrimRight(r.data[n.start+1:n.start+1+bytes.IndexAny(r.data[n.start+1:n.end], "> /\t\r\n")],
		" "))
	var words strings.Builder
	written := false
	for _, p := range n.parts {
		if p.slot == nil {
			words.WriteString(p.text)
			continue
		}
		at := s.find(p.slot.list).at
		if picture := at.Pictures[p.slot.word]; picture != nil {
			if words.Len() > 0 {
				r.write(name, words.String())
				words.Reset()
			}
			r.drawing(strings.TrimSuffix(name, "t"), picture)
			written = true
			continue
		}
		value, known := at.Words[p.slot.word]
		if !known {
			value = Blank
		}
		words.WriteString(p.slot.shape(value))
	}
	if words.Len() > 0 || !written {
		r.write(name, words.String())
	}
}

// paragraphs writes paragraphs of their own.
func (r *renderer) paragraphs(lines []string) {
	prefix := string(r.part.prefix)
	for _, line := range lines {
		r.out.WriteString("<" + prefix + "p><" + prefix + "r>")
		r.write(prefix+"t", line)
		r.out.WriteString("</" + prefix + "r></" + prefix + "p>")
	}
}

// write writes words as elements of that name, with a break between lines.
func (r *renderer) write(name, words string) {
	prefix := strings.TrimSuffix(name, "t")
	for i, line := range strings.Split(words, "\n") {
		if i > 0 {
			r.out.WriteString("<" + prefix + "br/>")
		}
		r.out.WriteString("<" + name + ` xml:space="preserve">`)
		_ = xml.EscapeText(&r.out, []byte(line)) // a buffer takes everything
		r.out.WriteString("</" + name + ">")
	}
}
