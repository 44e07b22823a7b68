package read

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"ntm/internal/pattern"
)

// style is what a cell's style tells about its content.
type style struct {
	shown  Shown
	format *format // nil where every number is shown as it is held
	font   font
}

// font is what the font of a text tells.
type font struct {
	drawn         lettering
	struck, small bool // struck out; above or below the line
}

// lettering is the lettering of the font a text is set in.
type lettering uint8

const (
	ofCell  lettering = iota // that of the cell's style
	unicode                  // any font of today
	tcvn3
	vni
)

// letteringOf tells fonts from before Unicode by their names.
func letteringOf(font string) lettering {
	switch name := strings.ToLower(strings.TrimSpace(font)); {
	case strings.HasPrefix(name, ".vn"):
		return tcvn3
	case strings.HasPrefix(name, "vni-"), strings.HasPrefix(name, "vni "):
		return vni
	}
	return unicode
}

// take reads a property of a font that makes a text another to the eye.
func (f *font) take(e xml.StartElement) {
	switch e.Name.Local {
	case "strike":
		value := attribute(e, "val")
		f.struck = value == "" || isTrue(value)
	case "vertAlign":
		value := attribute(e, "val")
		f.small = value == "superscript" || value == "subscript"
	}
}

// name is what Cell.Font tells.
func (l lettering) name() string {
	switch l {
	case tcvn3:
		return TCVN3
	case vni:
		return VNI
	}
	return ""
}

// stylesheet is the document of a workbook's styles: each names its number format and its font.
type stylesheet struct {
	*document
	formats map[int]*format
	fonts   []font
	styles  []struct{ format, font int } // the fonts may follow them
}

func (b *Book) loadStyles(name string) error {
	s := &stylesheet{formats: map[int]*format{}}
	err := b.parts.walk(name, "styleSheet", func(d *document, e xml.StartElement) error {
		switch s.document = d; e.Name.Local {
		case "numFmts":
			return d.children("numFmts", only("numFmt", s.readFormat))
		case "fonts":
			return d.children("fonts", only("font", s.readFont))
		case "cellXfs":
			return d.children("cellXfs", only("xf", s.readStyle))
		}
		return nil
	})
	for _, one := range s.styles {
		b.styles = append(b.styles, s.style(one.format, one.font))
	}
	return err
}

func (s *stylesheet) readFormat(e xml.StartElement) error {
	if len(s.formats) == maxStyles {
		return errStyles
	}
	if id, err := strconv.Atoi(attribute(e, "numFmtId")); err == nil {
		s.formats[id] = formatOf(unescape(attribute(e, "formatCode")))
	}
	return nil
}

func (s *stylesheet) readFont(xml.StartElement) error {
	if len(s.fonts) == maxStyles {
		return errStyles
	}
	one := font{drawn: unicode}
	err := s.children("font", func(e xml.StartElement) error {
		if e.Name.Local == "name" {
			one.drawn = letteringOf(attribute(e, "val"))
		}
		one.take(e)
		return nil
	})
	s.fonts = append(s.fonts, one)
	return err
}

func (s *stylesheet) readStyle(e xml.StartElement) error {
	if len(s.styles) == maxStyles {
		return errStyles
	}
	format, _ := strconv.Atoi(attribute(e, "numFmtId")) // 0 when left out
	font, _ := strconv.Atoi(attribute(e, "fontId"))
	s.styles = append(s.styles, struct{ format, font int }{format, font})
	return nil
}

// style is one by its numbers: a format of the workbook's own goes before the built-in one.
func (s *stylesheet) style(format, font int) style {
	var one style
	if 0 <= font && font < len(s.fonts) {
		one.font = s.fonts[font]
	}
	if custom := s.formats[format]; custom != nil {
		one.shown, one.format = custom.shown, custom
	} else {
		one.shown, one.format = builtIn(format), builtInFormats()[format]
	}
	return one
}

// only visits the children of one name.
func only(name string, visit func(xml.StartElement) error) func(xml.StartElement) error {
	return func(e xml.StartElement) error {
		if e.Name.Local != name {
			return nil
		}
		return visit(e)
	}
}

// builtIn is how the number formats show a number that workbooks do not spell
// out (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are the dates of East
// Asian programs).
func builtIn(format int) Shown {
	switch {
	case format == 9 || format == 10:
		return Percent
	case format == 12 || format == 13:
		return Otherwise
	case 14 <= format && format <= 22, 27 <= format && format <= 36, 45 <= format && format <= 47, 50 <= format &&
		format <= 58:
		return Date
	}
	return Plain
}

// What stands in a number format and is no part of it: literal text, a colour,
// a condition or a language in brackets, a blank as wide as a letter, a filler.
// Hours that pass 24 stand in brackets too.
var (
	aside   = pattern.New(`"[^"]*"?|\[[^\]]*\]?|\\.|_.|\*.`)
	elapsed = pattern.New(`(?i)\[(h+|m+|s+)\]`)
)

// shownBy is how a number format that is spelled out shows a number.
func shownBy(code string) Shown {
	bare := strings.ToLower(aside.ReplaceAllStringFunc(code, func(s string) string {
		if elapsed.MatchString(s) {
			return "h"
		}
		return ""
	}))
	switch {
	case strings.Contains(bare, "%"):
		return Percent
	case strings.Contains(bare, "general"):
		return Plain
	case slices.ContainsFunc([]byte(bare), func(c byte) bool { return strings.IndexByte("ydhms", c) >= 0 }):
		return Date
	case odd(code, bare):
		return Otherwise
	}
	return Plain
}

var (
	scaled   = pattern.New(`[0#?],+(?:[^0#?,.]|$)`)
	fraction = pattern.New(`[?#0]+ */ *[?#0]+`)
)

// odd tells whether a format shows something else than its number: a part of it only,
// thousandths, a fraction.
func odd(code, bare string) bool {
	return scaled.MatchString(bare) || fraction.MatchString(bare) ||
		strings.Contains(code, "‰")
}
