package webpage

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"ntm/internal/document"

	"golang.org/x/net/html"
)

// walker goes through a page.
type walker struct {
	ctx    context.Context
	budget *document.Budget
	err    error // what ended the walk
}

// flow is where text goes: the page, or a cell.
type flow struct {
	blocks []document.Block
	text   strings.Builder // of the paragraph that is being read
	begins string          // the raised mark before its text
	notes  []string
	odd    []string
	font   string
}

// flush ends a paragraph.
func (f *flow) flush() {
	text, mark := document.Begun(f.begins, document.Clean(f.text.String()))
	f.text.Reset()
	if f.begins = ""; mark != "" {
		f.notes = append([]string{mark}, f.notes...)
	}
	if text != "" || len(f.notes) > 0 {
		f.blocks = append(f.blocks, document.Block{Paragraph: &document.Paragraph{Text: text, Notes: f.notes}})
	}
	f.notes = nil
}

// unseen are the elements that show no text of the page.
var unseen = []string{"head", "script", "style", "template", "noscript", "del", "select", "button", "textarea",
	"iframe", "title", "rt", "rp"}

// blocks begin and end a paragraph.
var blocks = []string{"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "section",
	"article", "header", "footer", "main", "nav", "center", "pre", "dl", "dt", "dd", "hr", "form", "figure", "caption",
	"address"}

// lineEnds in the file are none on the page.
var lineEnds = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

func (w *walker) walk(n *html.Node, f *flow) {
	switch n.Type {
	case html.TextNode:
		f.text.WriteString(document.Shown(lineEnds.Replace(n.Data), f.font))
	case html.ElementNode:
		w.fail(w.ctx.Err())
		around := f.font
		f.font = cmp.Or(fontOf(n), around)
		w.element(n, f)
		f.font = around
	default:
		w.children(n, f)
	}
}

func (w *walker) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *walker) children(n *html.Node, f *flow) {
	for child := n.FirstChild; child != nil && w.err == nil; child = child.NextSibling {
		w.walk(child, f)
	}
}

func (w *walker) element(n *html.Node, f *flow) {
	switch {
	case slices.Contains(unseen, n.Data) || isHidden(n):
	case n.Data == "br":
		f.text.WriteString("\n")
	case n.Data == "table":
		f.flush()
		w.table(n, f)
	case n.Data == "img", n.Data == "svg", n.Data == "object", n.Data == "embed", n.Data == "canvas":
		f.text.WriteString(document.Unreadable)
	case n.Data == "math":
		f.text.WriteString(formula(n))
	case isNoteMark(n):
		if mark := document.Clean(textOf(n)); mark != "" {
			f.notes = append(f.notes, strings.Trim(mark, "()[]"))
		}
	case n.Data == "sup", strings.Contains(styleOf(n), "vertical-align:super"):
		f.raise(textOf(n))
	case n.Data == "s", n.Data == "strike", strings.Contains(styleOf(n), "line-through"):
		if struck := document.Clean(textOf(n)); struck != "" {
			f.odd = append(f.odd, fmt.Sprintf("có chữ bị gạch ngang: %q", struck))
		}
	case isUnderlined(n):
		shown, isUnsure := document.Underlined(textOf(n))
		if isUnsure {
			f.odd = append(f.odd, document.UnsureSign(shown))
		} else if shown != textOf(n) {
			f.text.WriteString(shown)
			return
		}
		w.children(n, f)
	case slices.Contains(blocks, n.Data):
		w.block(n, f)
	default:
		w.children(n, f)
	}
}

// block reads what is a paragraph of its own.
func (w *walker) block(n *html.Node, f *flow) {
	f.flush()
	w.children(n, f)
	f.flush()
}

// isUnderlined tells whether a text within a line is underlined.
func isUnderlined(n *html.Node) bool {
	return n.Data == "u" || n.Data == "ins" || n.Data == "span" && strings.Contains(styleOf(n), "underline")
}

// raise adds a superscript: the 2 of m2 belongs to the text, another digit or sign is
// the mark of a note.
func (f *flow) raise(text string) {
	mark := document.Clean(text)
	before := strings.TrimRightFunc(f.text.String(), unicode.IsSpace)
	squared := map[string]string{"2": "²", "3": "³"}[mark]
	switch {
	case mark == "":
	case squared != "" && document.EndsInMetre(before):
		f.text.WriteString(squared)
	case len([]rune(mark)) == 1 || !strings.ContainsFunc(mark, unicode.IsLetter):
		if before == "" && f.begins == "" {
			f.begins = mark
			return
		}
		f.notes = append(f.notes, strings.Trim(mark, "()[]"))
	default:
		f.text.WriteString(text)
	}
}

// formula is a formula that is a line of signs, or the sign that there is another.
func formula(n *html.Node) string {
	plain := true
	var check func(*html.Node)
	check = func(n *html.Node) {
		for child := range n.ChildNodes() {
			switch child.Data {
			case "mrow", "mi", "mo", "mn", "mtext", "mspace", "semantics":
				check(child)
			default:
				plain = plain && child.Type == html.TextNode
			}
		}
	}
	check(n)
	if text := textOf(n); plain && strings.TrimSpace(text) != "" {
		return text
	}
	return document.Unreadable
}

// textOf is all the text within an element.
func textOf(n *html.Node) string {
	var out strings.Builder
	for one := range n.Descendants() {
		if one.Type == html.TextNode {
			out.WriteString(one.Data)
		}
	}
	return out.String()
}

func attr(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// styleOf is what an element says of its look, without spaces.
func styleOf(n *html.Node) string {
	style, _ := attr(n, "style")
	return strings.ToLower(strings.Join(strings.Fields(style), ""))
}

// fontOf is the font that an element sets, or "".
func fontOf(n *html.Node) string {
	font, _ := attr(n, "face")
	style, _ := attr(n, "style")
	if _, after, set := strings.Cut(spaces.Replace(style), "font-family:"); set {
		font, _, _ = strings.Cut(after, ";")
	}
	font, _, _ = strings.Cut(font, ",")
	return strings.Trim(font, ` "'`)
}

var spaces = strings.NewReplacer("\n", " ", "\r", "", "font-family :", "font-family:", "FONT-FAMILY:", "font-family:")

// isNoteMark tells whether an element is how Word writes the mark of a footnote.
func isNoteMark(n *html.Node) bool {
	class, _ := attr(n, "class")
	return class == "MsoFootnoteReference" || class == "MsoEndnoteReference"
}

func isHidden(n *html.Node) bool {
	style := styleOf(n)
	_, hidden := attr(n, "hidden")
	return hidden || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") ||
		strings.Contains(style, "mso-hide:all")
}
