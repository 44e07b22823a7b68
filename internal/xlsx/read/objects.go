package read

import (
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
)

// Object is something that is drawn on a sheet or put into it, besides its cells and the
// comments on them.
type Object struct {
	Kind  ObjectKind
	Words string   // that stand in it: of a chart the title, of a text box the text
	Cells []string // that a chart draws, as formulas name them

	// Of a picture:
	Part        string // the part that holds it, "" where there is not just one
	Cropped     bool
	Column, Row int // of the cell under its upper left corner, counted from 1; 0 where none is named
}

// ObjectKind is what an object is.
type ObjectKind uint8

// The kinds of an object.
const (
	Chart    ObjectKind = iota
	Picture             // also one behind the cells
	Shape               // also a text box, a diagram, a line
	Embedded            // another file, a control, a link to a file
)

// Objects are what is drawn on the sheet, wherever its parts are and whatever they are
// called: each is found by the relation that leads to it. What stands at the head and
// the foot of its pages is left out.
func (s *Sheet) Objects() ([]Object, error) {
	if s.part == "" {
		return nil, nil
	}
	related, err := s.book.relationsIfAny(s.part)
	if err != nil || len(related) == 0 {
		return nil, s.wrong(err)
	}
	heads, err := s.headPictures()
	if err != nil {
		return nil, s.wrong(err)
	}
	f := &objectFinder{book: s.book, seen: map[string]bool{}}
	for _, id := range slices.Sorted(maps.Keys(related)) {
		if slices.Contains(heads, id) {
			continue
		}
		if err := f.follow(related[id]); err != nil {
			return nil, s.wrong(err)
		}
	}
	return f.found, nil
}

// headPictures are the relations to pictures in the heads and feet of pages.
func (s *Sheet) headPictures() (ids []string, err error) {
	err = s.book.parts.walk(s.part, "worksheet", func(_ *document, e xml.StartElement) error {
		if e.Name.Local == "legacyDrawingHF" {
			ids = append(ids, relationID(e))
		}
		return nil
	})
	return ids, err
}

// relationID is the relation that an element means.
func relationID(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// relationsIfAny are those of a part that may have none.
func (b *Book) relationsIfAny(of string) (relations, error) {
	folder, name := path.Split(of)
	if b.parts.parts[folder+"_rels/"+name+".rels"] == nil {
		return nil, nil
	}
	return b.relations(of)
}

// objectFinder collects objects.
type objectFinder struct {
	book  *Book
	found []Object
	seen  map[string]bool // parts: a drawing may lead back to itself

	column, row int // that the open anchor begins in
}

func (f *objectFinder) add(kind ObjectKind, words string) {
	f.found = append(f.found, Object{Kind: kind, Words: words})
}

// follow collects what a relation of a sheet leads to.
func (f *objectFinder) follow(to relation) error {
	switch strings.TrimPrefix(to.kind, outside) {
	case "drawing":
		return f.drawing(to.part, "wsDr")
	case "vmlDrawing":
		return f.vml(to.part)
	case "image":
		f.add(Picture, "")
	case "oleObject", "package", "control", "ctrlProp", "slicer", "timeline":
		f.add(Embedded, "")
	}
	return nil
}

// open opens a part, unless it is not there or was looked at.
func (f *objectFinder) open(part, root string) (*document, relations, error) {
	if f.book.parts.parts[part] == nil || f.seen[part] {
		return nil, nil, nil
	}
	f.seen[part] = true
	related, err := f.book.relationsIfAny(part)
	if err != nil {
		return nil, nil, err
	}
	d, err := f.book.parts.document(part, root)
	return d, related, err
}

// Part is the content of a part, nil where it holds more than so many bytes.
func (b *Book) Part(name string, most int64) ([]byte, error) {
	content, err := b.parts.open(name)
	if err != nil {
		return nil, b.wrong(err)
	}
	data, err := io.ReadAll(io.LimitReader(content, most+1))
	if err = errors.Join(err, content.Close()); err != nil {
		return nil, b.wrong(err)
	}
	if int64(len(data)) > most {
		return nil, nil
	}
	return data, nil
}
