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
	room   int // bytes that may still be written
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
	err := r.inner(r.part.root, &scope{at: v})
	return r.out.Bytes(), err
}

// inner writes what is in a node.
func (r *renderer) inner(n *node, s *scope) error {
	at := n.start
	for i := 0; i < len(n.kids); {
		kid := n.kids[i]
		r.out.Write(r.data[at:kid.start])
		j := i + 1
		if kid.list != nil && s.find(kid.list) == nil {
			for j < len(n.kids) && n.kids[j].list != nil && n.kids[j].kind != textNode &&
				n.kids[j].list.isWithin(kid.list) {
				j++
			}
		}
		if err := r.several(n.kids[i:j], s, j == len(n.kids)); err != nil {
			return err
		}
		at = n.kids[j-1].end
		i = j
	}
	r.out.Write(r.data[at:n.end])
	return r.bounded()
}

func (r *renderer) bounded() error {
	if r.out.Len() > r.room {
		return errFilled
	}
	return nil
}

// several writes neighbours, once for each item of the list that the first one names.
// last tells that nothing stands behind them.
func (r *renderer) several(nodes []*node, s *scope, last bool) error {
	list := nodes[0].list
	if list == nil || s.find(list) != nil {
		for i := 0; i < len(nodes); { // those behind the first may name lists within
			if i > 0 {
				r.out.Write(r.data[nodes[i-1].end:nodes[i].start])
			}
			j := i + 1
			if inner := nodes[i].list; inner != nil && s.find(inner) == nil {
				for j < len(nodes) && nodes[j].list != nil && nodes[j].list.isWithin(inner) {
					j++
				}
				if err := r.several(nodes[i:j], s, false); err != nil {
					return err
				}
			} else if err := r.one(nodes[i], s, last && i == len(nodes)-1); err != nil {
				return err
			}
			i = j
		}
		return r.bounded()
	}
	items := s.items(list)
	for _, item := range items {
		if err := r.several(nodes, item, false); err != nil {
			return err
		}
	}
	if len(items) == 0 && last {
		r.emptied(nodes[len(nodes)-1])
	}
	return r.bounded()
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
func (r *renderer) one(n *node, s *scope, last bool) error {
	if slices.ContainsFunc(n.when, func(c condition) bool { return !c.holds(s) }) {
		if last {
			r.emptied(n)
		}
		return nil
	}
	switch n.kind {
	case textNode:
		r.text(n, s)
		return nil
	case beforeNode:
		r.paragraphs(r.around.Before)
	case afterNode:
		r.paragraphs(r.around.After)
	case rowNode:
		r.rows++
	case tableNode: // one without rows is none
		before, outside := r.out.Len(), r.rows
		r.rows = 0
		err := r.inner(n, s)
		if r.rows == 0 && len(n.rows()) > 0 {
			r.out.Truncate(before)
		}
		r.rows = outside
		return err
	}
	return r.inner(n, s)
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
	is := false
	switch f := c.slot; {
	case f.word != "":
		at := s.find(f.list).at
		is = at.Words[f.word] != "" || at.Pictures[f.word] != nil
	default:
		from := []*scope{s}
		if f.list.up != nil && s.find(f.list.up) == nil {
			from = s.items(f.list.up)
		}
		is = slices.ContainsFunc(from, func(one *scope) bool {
			return len(one.find(f.list.up).at.Lists[f.list.Name]) > 0
		})
	}
	return is != c.not
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
