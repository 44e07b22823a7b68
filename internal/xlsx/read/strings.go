package read

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf16"
)

// sharedString is a text that cells point at.
type sharedString struct {
	text  string
	drawn lettering
}

func (b *Book) loadStrings(name string) error {
	d, err := b.parts.document(name, "sst")
	if err != nil {
		return err
	}
	size := 0
	return d.close(d.children("sst", func(e xml.StartElement) error {
		if e.Name.Local != "si" {
			return d.skip(e)
		}
		text, drawn, err := d.richText("si")
		size += len(text)
		d.idle += idleEntry + idleText*len(text)
		if len(b.strings) == maxStrings || size > maxStringBytes {
			return errStrings
		}
		b.strings = append(b.strings, sharedString{text, drawn})
		return err
	}))
}

// richText joins the runs of the open element; how a word is pronounced, which
// East Asian texts add, is left out. A run may bring its own font.
func (d *document) richText(of string) (string, lettering, error) {
	var joined strings.Builder
	drawn, inherits := ofCell, false
	add := func(text []byte, err error) error {
		if joined.Len()+len(text) > maxToken {
			return errToken
		}
		joined.Write(text)
		return err
	}
	own := false // of the run being read
	properties := d.only("rFont", func(e xml.StartElement) error {
		own = true
		drawn = max(drawn, letteringOf(attribute(e, "val"))) // one old run makes the text old
		return d.skip(e)
	})
	run := func(e xml.StartElement) error {
		switch e.Name.Local {
		case "t":
			return add(d.text("t"))
		case "rPr":
			return d.children("rPr", properties)
		}
		return d.skip(e)
	}
	err := d.children(of, func(e xml.StartElement) error {
		switch e.Name.Local {
		case "t":
			inherits = true
			return add(d.text("t"))
		case "r":
			own = false
			err := d.children("r", run)
			inherits = inherits || !own
			return err
		}
		return d.skip(e)
	})
	if inherits && drawn == unicode {
		drawn = ofCell
	}
	return unescape(joined.String()), drawn, err
}

// unescape writes out _x000D_, as workbooks write a character that XML has not.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); {
		unit, ok := escaped(s[i:])
		if !ok {
			out.WriteByte(s[i])
			i++
			continue
		}
		i += escapeLength
		if low, ok := escaped(s[i:]); ok && utf16.IsSurrogate(unit) {
			if r := utf16.DecodeRune(unit, low); r != '\uFFFD' {
				unit = r
				i += escapeLength
			}
		}
		out.WriteRune(unit) // half a pair becomes U+FFFD
	}
	return out.String()
}

const escapeLength = len("_x000D_")

func escaped(s string) (rune, bool) {
	if len(s) < escapeLength || s[:2] != "_x" || s[escapeLength-1] != '_' {
		return 0, false
	}
	unit, err := strconv.ParseUint(s[2:escapeLength-1], 16, 16)
	return rune(unit), err == nil
}
