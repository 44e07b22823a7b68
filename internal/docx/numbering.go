package docx

import (
	"strconv"
	"strings"

	"ntm/internal/document"
)

// levels is how many levels a list has.
const levels = 9

// numbering are the lists of a file and how far each has counted.
type numbering struct {
	styles *styles
	kinds  map[string]*listKind // by abstractNumId
	lists  map[string]*list     // by numId
	counts map[*listKind]*[levels]int
}

// listKind is a list's form; lists of one kind count on from each other.
type listKind struct {
	levels   [levels]level
	numStyle string // the style whose kind stands for this one
}

type level struct {
	start     int
	format    string // "decimal", "upperRoman"
	text      string // "%1.%2."
	font      string
	style     string // the paragraphs of this style are of the level
	glued     bool   // nothing stands between the number and the text
	arabic    bool   // the numbers of upper levels are shown in digits
	noRestart bool
}

// list is a kind with what the list itself says otherwise.
type list struct {
	kind   string
	starts map[int]int
	levels map[int]level
	begun  map[int]bool // its own start was taken
}

// label counts a paragraph of a list and gives the number that stands before its text.
func (n *numbering) label(paragraphStyle string, own listed) string {
	id, at, styled := n.membership(paragraphStyle, own)
	one := n.lists[id]
	if one == nil {
		return ""
	}
	kind := n.kindOf(one, 0)
	if kind == nil {
		return ""
	}
	form := func(at int) level {
		if l, overridden := one.levels[at]; overridden {
			return l
		}
		return kind.levels[at]
	}
	if styled != "" {
		for i := range levels {
			if form(i).style == styled {
				at = i
			}
		}
	}
	at = min(max(at, 0), levels-1)
	return n.count(one, kind, at, form)
}

// membership is the list, the level, and the style through which a paragraph has them.
func (n *numbering) membership(paragraphStyle string, own listed) (id string, at int, styled string) {
	id, at = own.list, own.level
	for name, s := range n.styles.chain(paragraphStyle) {
		if id != "" {
			break
		}
		if id = s.listed.list; id != "" {
			styled = name
			if at < 0 {
				at = s.listed.level
			}
		}
	}
	if own.level >= 0 {
		styled = ""
	}
	return id, at, styled
}

// kindOf is a list's kind, through the style that stands for it.
func (n *numbering) kindOf(one *list, depth int) *listKind {
	kind := n.kinds[one.kind]
	if kind == nil || kind.numStyle == "" || depth > 3 {
		return kind
	}
	if linked := n.lists[n.styles.byID[kind.numStyle].listed.list]; linked != nil && linked != one {
		return n.kindOf(linked, depth+1)
	}
	return kind
}

func (n *numbering) count(one *list, kind *listKind, at int, form func(int) level) string {
	counts := n.counts[kind]
	if counts == nil {
		counts = &[levels]int{}
		for i := range levels {
			counts[i] = kind.levels[i].start - 1
		}
		n.counts[kind] = counts
	}
	if start, own := one.starts[at]; own && !one.begun[at] {
		counts[at] = start - 1
	}
	one.begun[at] = true
	counts[at]++
	for below := at + 1; below < levels; below++ {
		if !form(below).noRestart {
			counts[below] = form(below).start - 1
		}
	}
	l := form(at)
	if l.format == "none" {
		return ""
	}
	if l.format == "bullet" {
		return document.Shown(l.text, l.font) + " "
	}
	text := l.text
	for i := range levels {
		value := counts[i]
		if i < at && value < form(i).start {
			value = form(i).start // a level that was never used shows its first number
		}
		format := form(i).format
		if l.arabic {
			format = "decimal"
		}
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), ordinal(value, format))
	}
	if text == "" || l.glued {
		return text
	}
	return text + " "
}
