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
	levels    [levels]level
	styleLink string // the style that this kind is the form of
	numStyle  string // the style whose kind stands for this one
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

func (a *archive) readNumbering(name string) (*numbering, error) {
	n := &numbering{kinds: map[string]*listKind{}, lists: map[string]*list{}, counts: map[*listKind]*[levels]int{}}
	if name == "" {
		return n, nil
	}
	x, err := a.xml(name)
	if err != nil {
		return nil, err
	}
	return n, x.close(x.elements(func(element) error {
		return x.children(func(e element) error {
			if len(n.kinds)+len(n.lists) > maxStyles {
				return errStyles
			}
			switch e.name {
			case "w:abstractNum":
				return n.addKind(x, e.attr("abstractNumId"))
			case "w:num":
				return n.addList(x, e.attr("numId"))
			}
			return x.skip()
		})
	}))
}

func (n *numbering) addKind(x *xmlReader, id string) error {
	kind := &listKind{}
	n.kinds[id] = kind
	return x.children(func(e element) error {
		switch e.name {
		case "w:lvl":
			at := e.number("ilvl", 0)
			one, err := readLevel(x)
			if at < levels {
				kind.levels[at] = one
			}
			return err
		case "w:styleLink":
			kind.styleLink = e.attr("val")
		case "w:numStyleLink":
			kind.numStyle = e.attr("val")
		}
		return x.skip()
	})
}

func (n *numbering) addList(x *xmlReader, id string) error {
	one := &list{starts: map[int]int{}, levels: map[int]level{}, begun: map[int]bool{}}
	n.lists[id] = one
	return x.children(func(e element) error {
		switch e.name {
		case "w:abstractNumId":
			one.kind = e.attr("val")
		case "w:lvlOverride":
			at := e.number("ilvl", 0)
			return x.children(func(e element) (err error) {
				switch e.name {
				case "w:startOverride":
					one.starts[at] = e.number("val", 1)
				case "w:lvl":
					one.levels[at], err = readLevel(x)
					return err
				}
				return x.skip()
			})
		}
		return x.skip()
	})
}

func readLevel(x *xmlReader) (level, error) {
	l := level{format: "decimal"}
	return l, x.children(func(e element) error {
		switch e.name {
		case "w:start":
			l.start = e.number("val", 0)
		case "w:numFmt":
			l.format = e.attr("val")
		case "w:lvlText":
			l.text = e.attr("val")
		case "w:pStyle":
			l.style = e.attr("val")
		case "w:suff":
			l.glued = e.attr("val") == "nothing"
		case "w:isLgl":
			l.arabic = e.on()
		case "w:lvlRestart":
			l.noRestart = e.attr("val") == "0"
		case "w:rPr":
			look, err := readLook(x)
			l.font = look.font
			return err
		}
		return x.skip()
	})
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
	n.styles.chain(paragraphStyle, func(name string, s style) bool {
		if id == "" && s.listed.list != "" {
			id, styled = s.listed.list, name
			if at < 0 && s.listed.level >= 0 {
				at = s.listed.level
			}
		}
		return id == ""
	})
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

// ordinal is a number of a list as its format shows it.
func ordinal(n int, format string) string {
	switch {
	case format == "none":
		return ""
	case n <= 0 || n > 9999:
		return strconv.Itoa(n)
	}
	switch format {
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "upperLetter":
		return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
	case "lowerLetter":
		return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	var out strings.Builder
	for _, step := range []struct {
		value int
		sign  string
	}{
		{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
		{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
	} {
		for ; n >= step.value; n -= step.value {
			out.WriteString(step.sign)
		}
	}
	return out.String()
}
