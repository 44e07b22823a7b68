package read

import (
	"encoding/xml"
	"maps"
	"slices"
	"strconv"
	"strings"
)

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
		return nil
	})
}

// from notes the cell that an anchor begins in.
func (f *objectFinder) from(d *document) error {
	return d.children("from", func(e xml.StartElement) error {
		at := map[string]*int{"col": &f.column, "row": &f.row}[e.Name.Local]
		if at == nil {
			return nil
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
