package read

import (
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"path"
	"slices"
	"strconv"
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
	d, err := s.book.parts.document(s.part, "worksheet")
	if err != nil {
		return nil, err
	}
	return ids, d.close(d.children("worksheet", d.only("legacyDrawingHF", func(e xml.StartElement) error {
		ids = append(ids, relationID(e))
		return d.skip(e)
	})))
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

func (f *objectFinder) drawing(part, root string) error {
	d, related, err := f.open(part, root)
	if d == nil || err != nil {
		return err
	}
	return d.close(f.drawn(d, root, related))
}

// drawn collects what stands in an element of a drawing.
func (f *objectFinder) drawn(d *document, of string, related relations) error {
	return d.children(of, func(e xml.StartElement) error {
		switch name := e.Name.Local; name {
		case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor", "relSizeAnchor", "absSizeAnchor", "grpSp",
			"AlternateContent", "Choice", "Fallback":
			if strings.HasSuffix(name, "Anchor") {
				f.column, f.row = 0, 0
			}
			return f.drawn(d, name, related)
		case "from":
			return f.from(d)
		case "pic":
			return f.picture(d, related)
		case "contentPart":
			f.add(Shape, "")
		case "sp", "cxnSp":
			words, _, err := wordsIn(d, nil)
			f.add(Shape, words)
			return err
		case "graphicFrame":
			return f.frame(d, related)
		}
		return d.skip(e)
	})
}

// from notes the cell that an anchor begins in.
func (f *objectFinder) from(d *document) error {
	return d.children("from", func(e xml.StartElement) error {
		at := map[string]*int{"col": &f.column, "row": &f.row}[e.Name.Local]
		if at == nil {
			return d.skip(e)
		}
		text, err := d.text(e.Name.Local)
		if n, wrong := strconv.Atoi(strings.TrimSpace(string(text))); wrong == nil && n >= 0 && n < lastRow {
			*at = n + 1
		}
		return err
	})
}

// picture collects a picture, with the part that holds it.
func (f *objectFinder) picture(d *document, related relations) error {
	found, parts := Object{Kind: Picture, Column: f.column, Row: f.row}, 0
	_, _, err := wordsIn(d, func(e xml.StartElement) {
		for _, a := range e.Attr {
			switch {
			case a.Name.Local == "embed" || a.Name.Local == "link":
				if part := related[a.Value].part; parts == 0 && f.book.parts.parts[part] != nil {
					found.Part = part
				} else { // who knows which one is shown
					found.Part = ""
				}
				parts++
			case e.Name.Local == "srcRect" && strings.Trim(a.Value, "0%") != "":
				found.Cropped = true
			}
		}
	})
	f.found = append(f.found, found)
	return err
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

// frame collects what stands in the frame of a chart, or of a diagram.
func (f *objectFinder) frame(d *document, related relations) error {
	id := ""
	words, _, err := wordsIn(d, func(e xml.StartElement) {
		if e.Name.Local == "chart" {
			id = relationID(e)
		}
	})
	if err != nil {
		return err
	}
	to, known := related[id]
	if !known || !strings.HasPrefix(to.kind, "chart") {
		f.add(Shape, words)
		return nil
	}
	inChart, parts, err := f.open(to.part, "chartSpace")
	if err != nil {
		return err
	}
	chart := Object{Kind: Chart, Words: words}
	if inChart != nil {
		chart.Words, chart.Cells, err = wordsIn(inChart, nil)
		if err = inChart.close(err); err != nil {
			return err
		}
	}
	f.found = append(f.found, chart)
	for _, id := range slices.Sorted(maps.Keys(parts)) {
		if parts[id].kind == "chartUserShapes" {
			if err := f.drawing(parts[id].part, "userShapes"); err != nil {
				return err
			}
		}
	}
	return nil
}

// wordsIn reads the open element to its end: the runs of text in it, joined, and the cells
// that formulas in it name. visit sees every element within.
func wordsIn(d *document, visit func(xml.StartElement)) (_ string, cells []string, _ error) {
	var words strings.Builder
	in := ""
	for depth := 1; depth > 0; {
		token, err := d.next()
		if err != nil {
			return "", nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			in = t.Name.Local
			if in == "f" {
				cells = append(cells, "")
			}
			if visit != nil {
				visit(t)
			}
		case xml.EndElement:
			depth--
			in = ""
		case xml.CharData:
			switch {
			case in == "t" && words.Len() < maxText:
				words.Write(t)
			case in == "f" && len(cells[len(cells)-1]) < maxText:
				cells[len(cells)-1] += string(t)
			}
		}
	}
	return words.String(), cells, nil
}

// vml collects the shapes of the older kind of drawing, in which comments are drawn too.
func (f *objectFinder) vml(part string) error {
	d, _, err := f.open(part, "xml")
	if d == nil || err != nil {
		return err
	}
	d.decoder.Strict = false // Excel leaves elements of HTML open in it
	open := false            // a shape, of which nothing says yet that it is a comment
	end := func() {
		if open {
			f.add(Shape, "")
		}
		open = false
	}
	for token, err := d.next(); err == nil; token, err = d.next() { // what cannot be read is not drawn either
		e, _ := token.(xml.StartElement)
		switch e.Name.Local {
		case "shape", "rect", "roundrect", "oval", "line", "polyline", "arc", "curve", "image":
			end()
			open = true
		case "ClientData":
			open = open && attribute(e, "ObjectType") != "Note"
		}
	}
	end()
	_ = d.source.Close() // opened for reading: nothing is lost
	return nil
}
