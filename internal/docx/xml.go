package docx

import (
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"strconv"
	"strings"
)

// xmlReader reads a part element by element. The decoder itself bounds neither depth
// nor what a DOCTYPE may say.
type xmlReader struct {
	decoder *xml.Decoder
	source  io.Closer
	depth   int   // elements that are open
	seen    int   // elements so far
	err     error // what ended the reading: io.EOF at the end of the part
}

func (a *archive) xml(name string) (*xmlReader, error) {
	content, err := a.open(name)
	if err != nil {
		return nil, err
	}
	return &xmlReader{decoder: xml.NewDecoder(content), source: content}, nil
}

// each visits what stands in the root of a part; of a part without a name there is nothing.
func (a *archive) each(name string, visit func(*xmlReader, element)) error {
	if name == "" {
		return nil
	}
	x, err := a.xml(name)
	if err != nil {
		return err
	}
	for range x.children() {
		for e := range x.children() {
			visit(x, e)
		}
	}
	return x.close()
}

// element is the start of an element.
type element struct {
	name  string // with the prefix that is usual for its namespace: "w:tc"
	attrs []xml.Attr
}

// prefixes are the namespaces in both editions of the standard, and those of the parts
// that may hold text.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           "w:",
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                       "w:",
	"http://schemas.openxmlformats.org/officeDocument/2006/math":             "m:",
	"http://purl.oclc.org/ooxml/officeDocument/math":                         "m:",
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            "mc:",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  "a:",
	"http://purl.oclc.org/ooxml/drawingml/main":                              "a:",
	"http://schemas.microsoft.com/office/word/2010/wordprocessingShape":      "wps:",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp:",
	"urn:schemas-microsoft-com:vml":                                          "v:",
	"urn:schemas-microsoft-com:office:office":                                "o:",
}

func (e element) local() string { return e.name[strings.IndexByte(e.name, ':')+1:] }

// attr is an attribute by its name without a prefix, or "".
func (e element) attr(local string) string {
	for _, a := range e.attrs {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// number is an attribute that is a whole number from 0 up, or otherwise.
func (e element) number(local string, otherwise int) int {
	n, err := strconv.Atoi(e.attr(local))
	if err != nil || n < 0 {
		return otherwise
	}
	return n
}

// on tells whether a switch such as <w:strike/> is on.
func (e element) on() bool {
	switch e.attr("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// token is the next one, nil where the reading has ended.
func (x *xmlReader) token() xml.Token {
	if x.err != nil {
		return nil
	}
	token, err := x.decoder.Token()
	x.err = err
	switch token.(type) {
	case xml.StartElement:
		x.depth++
		x.seen++
		switch {
		case x.depth > maxDepth:
			x.err = errDepth
		case x.seen > maxElements:
			x.err = errElements
		}
	case xml.EndElement:
		x.depth--
	case xml.Directive:
		x.err = errDoctype
	}
	return token
}

// fail ends the reading, where there is an error and it has not ended.
func (x *xmlReader) fail(err error) {
	if x.err == nil {
		x.err = err
	}
}

// children are those of the open element, whose end is read behind them; where none is open, those at the top of the
// part: its root. What is left unread of one is passed over.
func (x *xmlReader) children() iter.Seq[element] {
	return func(yield func(element) bool) {
		more := true
		for depth := x.depth; x.err == nil && x.depth >= depth; {
			start, is := x.token().(xml.StartElement)
			if more && is && x.err == nil && x.depth == depth+1 {
				more = yield(named(start))
			}
		}
	}
}

// text is the text of the open element, whose end it reads.
func (x *xmlReader) text() string {
	var out strings.Builder
	for depth := x.depth; x.err == nil && x.depth >= depth; {
		if data, is := x.token().(xml.CharData); is && x.depth == depth {
			out.Write(data)
		}
	}
	return out.String()
}

// failed is what ended the reading before the end of the part, nil where nothing did.
func (x *xmlReader) failed() error {
	if errors.Is(x.err, io.EOF) {
		return nil
	}
	return x.err
}

// close lets go of the part, and tells what its reading came to.
func (x *xmlReader) close() error { return errors.Join(x.failed(), x.source.Close()) }

func named(start xml.StartElement) element {
	return element{name: prefixes[start.Name.Space] + start.Name.Local, attrs: start.Attr}
}
