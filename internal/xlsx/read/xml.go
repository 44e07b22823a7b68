package read

import (
	"encoding/xml"
	"errors"
	"io"
)

// document reads the XML of a part from its head to its end. Names are told
// apart without their namespace: programs choose the prefix, and strict
// workbooks have other namespaces.
type document struct {
	decoder *xml.Decoder
	source  io.ReadCloser
	letters io.Reader // source, as UTF-8
	buffer  []byte    // read from source, and not yet by decoder
	from    int
	token   int // bytes of the token being read
	depth   int // of the elements that are open
	idle    int // bytes that may still come before something that is read
	chars   []byte
}

// walk visits the children of a part's root element, which must have the name, and reads the
// part to its end.
func (a *archive) walk(name, root string, visit func(*document, xml.StartElement) error) error {
	d, err := a.document(name, root)
	if err != nil {
		return err
	}
	return d.close(d.children(root, func(e xml.StartElement) error { return visit(d, e) }))
}

// document opens a part, whose root element must have the name.
func (a *archive) document(name, root string) (*document, error) {
	source, err := a.open(name)
	if err != nil {
		return nil, err
	}
	d := &document{source: source, buffer: make([]byte, 0, 64<<10), idle: idleBytes}
	if err := d.decode(); err != nil {
		return nil, errors.Join(err, source.Close())
	}
	d.decoder = xml.NewDecoder(d)
	d.decoder.CharsetReader = func(string, io.Reader) (io.Reader, error) { return d, nil } // decode has seen to it
	for {
		token, err := d.next()
		if err != nil {
			return nil, errors.Join(err, source.Close())
		}
		if start, is := token.(xml.StartElement); is {
			if start.Name.Local != root {
				return nil, errors.Join(errDamaged, source.Close())
			}
			return d, nil
		}
	}
}

// Read is never called: the decoder takes the bytes one by one.
func (d *document) Read([]byte) (int, error) { return 0, io.ErrNoProgress }

// ReadByte bounds each token, so that a hostile one does not fill the memory.
func (d *document) ReadByte() (byte, error) {
	for d.from == len(d.buffer) {
		n, err := d.letters.Read(d.buffer[:cap(d.buffer)])
		if n == 0 && err != nil {
			return 0, err
		}
		d.buffer, d.from = d.buffer[:n], 0
		if d.idle -= n; d.idle < 0 {
			return 0, errIdle
		}
	}
	if d.token++; d.token > maxToken {
		return 0, errToken
	}
	b := d.buffer[d.from]
	d.from++
	return b, nil
}

// next is the next token, valid until the one after it.
func (d *document) next() (xml.Token, error) {
	d.token = 0
	token, err := d.decoder.RawToken()
	switch token.(type) {
	case xml.StartElement:
		d.depth++
	case xml.EndElement:
		d.depth--
	}
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return token, err
}

// children calls visit for each child of the open element, whose end it reads.
// What visit leaves of the child is passed over.
func (d *document) children(of string, visit func(xml.StartElement) error) error {
	for {
		token, err := d.next()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			within := d.depth
			if err := visit(t); err != nil {
				return err
			}
			if err := d.leave(within); err != nil {
				return err
			}
		case xml.EndElement:
			if t.Name.Local != of {
				return errDamaged
			}
			return nil
		}
	}
}

// leave reads to the end of the element within which the depth was that, where it is still open.
func (d *document) leave(depth int) error {
	for d.depth >= depth {
		if _, err := d.next(); err != nil {
			return err
		}
	}
	return nil
}

// text is the text of the open element, whose end it reads. It is valid until
// the next call.
func (d *document) text(of string) ([]byte, error) {
	d.chars = d.chars[:0]
	for {
		token, err := d.next()
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.CharData:
			if len(d.chars)+len(t) > maxToken {
				return nil, errToken
			}
			d.chars = append(d.chars, t...)
		case xml.StartElement:
			if err := d.leave(d.depth); err != nil {
				return nil, err
			}
		case xml.EndElement:
			if t.Name.Local != of {
				return nil, errDamaged
			}
			return d.chars, nil
		}
	}
}

// close reads what is left, which must be nothing: only at the end of a part is
// it known to be whole.
func (d *document) close(err error) error {
	for err == nil {
		var token xml.Token
		d.token = 0
		if token, err = d.decoder.RawToken(); err == nil {
			if _, is := token.(xml.StartElement); is {
				err = errDamaged
			}
		}
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return errors.Join(err, d.source.Close())
}

// attribute is the value of an attribute without a namespace, or "".
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// xmlSpace is what may stand around a value.
const xmlSpace = " \t\r\n"

// isTrue reads a truth value of XML.
func isTrue(value string) bool { return value == "1" || value == "true" }
