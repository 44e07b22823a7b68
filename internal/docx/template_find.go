package docx

import (
	"fmt"
	"slices"
	"strings"

	"ntm/internal/problem"
	"ntm/internal/vi"
)

// found is {{…}} in the words of a paragraph.
type found struct {
	span
	name string
}

// fieldsIn finds the fields in the words of a paragraph, and tells whether braces are
// left over.
func fieldsIn(words string) (fields []found, left bool) {
	at := 0
	for {
		begin := strings.Index(words[at:], "{{")
		if begin < 0 {
			return fields, left || strings.Contains(words[at:], "}}")
		}
		begin += at
		left = left || strings.Contains(words[at:begin], "}}")
		length := strings.Index(words[begin:], "}}")
		if length < 0 {
			return fields, true
		}
		if inner := strings.LastIndex(words[begin+2:begin+length], "{{"); inner >= 0 {
			left, begin, length = true, begin+2+inner, length-2-inner
		}
		at = begin + length + 2
		fields = append(fields, found{span{begin, at}, words[begin+2 : at-2]})
	}
}

// paragraph finds the fields of a paragraph.
func (s *scanner) paragraph(o *open) {
	var whole strings.Builder
	for _, t := range o.texts {
		whole.WriteString(t.words)
	}
	words := whole.String()
	if !strings.Contains(words, "{{") && !strings.Contains(words, "}}") {
		return
	}
	fields, left := fieldsIn(words)
	if left {
		s.fail(words, "có dấu {{ hoặc }} lẻ, trường chưa đủ hai đầu", "viết trường trong hai cặp ngoặc, ví dụ {{xã}}")
	}
	s.place(o, words, fields)
}

// place cuts the texts of a paragraph into what stays and fields.
func (s *scanner) place(o *open, words string, fields []found) {
	n := o.node
	pieces := make([][]piece, len(o.texts))
	begins := make([]int, len(o.texts))
	touched := make([]bool, len(o.texts))
	at := 0
	for i, t := range o.texts {
		begins[i] = at
		at += len(t.words)
		n.texts = append(n.texts, t.span)
	}
	stay := func(from, to int) { // the words between, each with the text that it stands in
		for i, t := range o.texts {
			a, b := max(from, begins[i])-begins[i], min(to, begins[i]+len(t.words))-begins[i]
			if a < b {
				pieces[i] = append(pieces[i], piece{text: t.words[a:b]})
			}
		}
	}
	last := 0
	for _, f := range fields {
		value, when := s.resolve(words, f.name)
		stay(last, f.start)
		last = f.end
		if when != nil {
			n.when = append(n.when, *when)
			for last < len(words) && words[last] == ' ' && strings.TrimSpace(words[:f.start]) == "" {
				last++
			}
		}
		for i, t := range o.texts {
			if begins[i] < last && begins[i]+len(t.words) > f.start {
				touched[i] = true
			}
			if value != nil && begins[i] <= f.start && f.start < begins[i]+len(t.words) {
				pieces[i] = append(pieces[i], piece{slot: value})
			}
		}
		s.repeat(n, words, value, when)
	}
	stay(last, len(words))
	for i, t := range o.texts {
		if touched[i] {
			n.kids = append(n.kids, &node{kind: textNode, start: t.start, end: t.end, parts: pieces[i]})
		}
	}
	slices.SortFunc(n.kids, func(a, b *node) int { return a.start - b.start })
}

// repeat notes the list that a node is repeated for: the innermost that it names.
func (s *scanner) repeat(n *node, words string, value *slot, when *condition) {
	f := value
	if when != nil {
		f = &when.slot
	}
	if f == nil || f.list == nil || f.word == "" {
		return
	}
	if !n.repeatFor(f.list) {
		s.fail(words, fmt.Sprintf("dùng trường của hai danh sách “%s” và “%s” cùng một chỗ", n.list.Name, f.list.Name),
			"tách ra hai hàng hoặc hai đoạn")
	}
}

// repeatFor repeats a node for a list, where that is within the one that it is repeated for already; false where
// neither is within the other.
func (n *node) repeatFor(l *List) bool {
	if n.list == nil || l.isWithin(n.list) {
		n.list = l
	}
	return n.list.isWithin(l)
}

// row gathers what a row is repeated for from the paragraphs in it, and the condition
// that its first paragraph opens with.
func (s *scanner) row(row *node) {
	first := true
	var visit func(n *node)
	visit = func(n *node) {
		for _, kid := range n.kids {
			switch kid.kind {
			case tableNode:
				continue
			case paragraphNode:
				if first {
					row.when, kid.when = kid.when, nil
				}
				first = false
				if kid.list != nil && !row.repeatFor(kid.list) {
					s.fail("hàng của bảng", fmt.Sprintf("dùng trường của hai danh sách “%s” và “%s” trong một hàng",
						row.list.Name, kid.list.Name), "tách ra hai hàng")
				}
			}
			visit(kid)
		}
	}
	visit(row)
}

// fail tells of a paragraph.
func (s *scanner) fail(words, message, hint string) {
	s.wrong.Add(problem.Problem{
		Message: fmt.Sprintf("đoạn %d (“%s”): %s", s.paragraphs, vi.Short(vi.NFC(words), 60), message), Hint: hint,
	})
}

// resolve is what stands between the braces, nil for what does not exist.
func (s *scanner) resolve(words, name string) (*slot, *condition) {
	name = vi.NFC(name)
	var when *condition
	wanted := name
	if rest, is := cutFold(name, "nếu không "); is {
		when, wanted = &condition{not: true}, rest
	} else if rest, is := cutFold(name, "nếu "); is {
		when, wanted = &condition{}, rest
	}
	f, known := s.schema.find(wanted)
	if !known || when == nil && f.word == "" {
		hint := "xem các trường có thể dùng: ntm papers --template-fields"
		if near := s.schema.near(wanted); len(near) > 0 {
			hint = "có phải là {{" + strings.Join(near, "}}, {{") + "}}? " + vi.Capital(hint)
		}
		s.fail(words, fmt.Sprintf("không có trường {{%s}}", name), hint)
		return nil, nil
	}
	s.fields++
	s.used[foldField(wanted)] = true
	if f.list != nil {
		s.used[foldField(f.list.Name)] = true
	}
	if when != nil {
		when.slot = f
		return nil, when
	}
	return &f, nil
}

func cutFold(name, before string) (string, bool) {
	n := len(before)
	if len(name) > n && strings.EqualFold(name[:n], before) {
		return name[n:], true
	}
	return name, false
}
