package read

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// sharedString is a text that cells point at.
type sharedString struct {
	text  string
	drawn lettering
	odd   *Oddity // nil where all of it stands as it is written
	bare  bool    // a part of it is set as the cell is
}

func (b *Book) loadStrings(name string) error {
	size := 0
	return b.parts.walk(name, "sst", func(d *document, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		one, err := d.richText("si")
		size += one.size()
		d.idle += idleEntry + idleText*one.size()
		if len(b.strings) == maxStrings || size > maxStringBytes {
			return errStrings
		}
		b.strings = append(b.strings, one)
		return err
	})
}

// size is the bytes that are kept of a text.
func (s *sharedString) size() int {
	if s.odd == nil {
		return len(s.text)
	}
	return len(s.text) + len(s.odd.Raised) + len(s.odd.Struck)
}

// runs gathers the runs of a text.
type runs struct {
	all, kept, raised, struck strings.Builder
	small                     bool // some run stands above or below the line
}

// add takes a run's text. What is struck out is no part of the text any more; what is
// raised is none but in a unit or a formula, m² and CO₂.
func (r *runs) add(text []byte, own font) error {
	if r.all.Len()+len(text) > maxToken {
		return errToken
	}
	r.all.Write(text)
	switch {
	case own.struck:
		r.struck.Write(text)
	case own.small && !isExponent(r.kept.String(), string(text)):
		r.raised.Write(text)
	default:
		r.kept.Write(text)
	}
	r.small = r.small || own.small
	return nil
}

// isExponent tells a small digit that belongs to the letter before it.
func isExponent(before, text string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return len(text) == 1 && '1' < text[0] && text[0] <= '9' && (last|0x20 >= 'a' && last|0x20 <= 'z')
}

// text is the text, and what is odd about it.
func (r *runs) text() (string, *Oddity) {
	kept, raised, struck := unescape(r.kept.String()), unescape(r.raised.String()), unescape(r.struck.String())
	kind := Oddity{}
	if strings.TrimSpace(raised) != "" {
		kind.Raised = raised
	}
	if strings.TrimSpace(struck) != "" {
		kind.Struck = struck
	}
	switch {
	case kind == Oddity{}:
		return unescape(r.all.String()), nil
	case strings.TrimSpace(kept) != "":
		return kept, &kind
	}
	return unescape(r.all.String()), &Oddity{Gone: kind.Struck != "", Small: kind.Struck == ""}
}

// richText joins the runs of the open element; how a word is pronounced, which
// East Asian texts add, is left out. A run may bring its own font.
func (d *document) richText(of string) (sharedString, error) {
	var joined runs
	out := sharedString{drawn: ofCell}
	var own font
	named, styled := false, false // the font of the run being read, by name and at all
	take := func(text []byte, err error) error {
		if err != nil {
			return err
		}
		return joined.add(text, own)
	}
	run := func(e xml.StartElement) error {
		switch e.Name.Local {
		case "t":
			return take(d.text("t"))
		case "rPr":
			styled = true
			return d.children("rPr", func(e xml.StartElement) error {
				if e.Name.Local == "rFont" {
					named = true
					out.drawn = max(out.drawn, letteringOf(attribute(e, "val"))) // one old run makes the text old
				}
				own.take(e)
				return nil
			})
		}
		return nil
	}
	inherits := false
	err := d.children(of, func(e xml.StartElement) error {
		own, named, styled = font{}, false, false
		switch e.Name.Local {
		case "t":
			inherits, out.bare = true, true
			return take(d.text("t"))
		case "r":
			err := d.children("r", run)
			inherits, out.bare = inherits || !named, out.bare || !styled
			return err
		}
		return nil
	})
	if inherits && out.drawn == unicode {
		out.drawn = ofCell
	}
	out.text, out.odd = joined.text()
	return out, err
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
