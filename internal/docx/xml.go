package docx

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// xmlReader reads a part element by element. The decoder itself bounds neither depth
// nor what a DOCTYPE may say.
type xmlReader struct {
	decoder *xml.Decoder
	source  io.Closer
	depth   int
	seen    int // elements so far
}

func (a *archive) xml(name string) (*xmlReader, error) {
	content, err := a.open(name)
	if err != nil {
		return nil, err
	}
	return &xmlReader{decoder: xml.NewDecoder(content), source: content}, nil
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

func (x *xmlReader) token() (xml.Token, error) {
	token, err := x.decoder.Token()
	if err != nil {
		return nil, err
	}
	switch token.(type) {
	case xml.StartElement:
		x.depth++
		x.seen++
		switch {
		case x.depth > maxDepth:
			return nil, errDepth
		case x.seen > maxElements:
			return nil, errElements
		}
	case xml.EndElement:
		x.depth--
	case xml.Directive:
		return nil, errDoctype
	}
	return token, nil
}

// elements visits the elements at the top of a part: its root.
func (x *xmlReader) elements(visit func(element) error) error {
	for {
		token, err := x.token()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if start, is := token.(xml.StartElement); is {
			if err := visit(named(start)); err != nil {
				return err
			}
		}
	}
}

// children visits the children of the open element and reads its end. visit must read
// each child to its end.
func (x *xmlReader) children(visit func(element) error) error {
	for {
		token, err := x.token()
		if err != nil {
			return cut(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := visit(named(t)); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// text is the text of the open element, whose end it reads.
func (x *xmlReader) text() (string, error) {
	var out strings.Builder
	for {
		token, err := x.token()
		if err != nil {
			return "", cut(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			out.Write(t)
		case xml.StartElement:
			if err := x.skip(); err != nil {
				return "", err
			}
		case xml.EndElement:
			return out.String(), nil
		}
	}
}

// skip reads to the end of the open element.
func (x *xmlReader) skip() error {
	for depth := 1; depth > 0; {
		token, err := x.token()
		if err != nil {
			return cut(err)
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// close lets go of the part; err is what its reading came to.
func (x *xmlReader) close(err error) error { return errors.Join(err, x.source.Close()) }

// cut is an end that came too early.
func cut(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

func named(start xml.StartElement) element {
	return element{name: prefixes[start.Name.Space] + start.Name.Local, attrs: start.Attr}
}
