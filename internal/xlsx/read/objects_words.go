package read

import (
	"encoding/xml"
	"strings"
)

// wordsIn reads the open element to its end: the runs of text in it, joined, and the cells
// that formulas in it name. visit sees every element within.
func wordsIn(d *document, visit func(xml.StartElement)) (_ string, cells []string, _ error) {
	var words strings.Builder
	in := ""
	for within := d.depth; d.depth >= within; {
		token, err := d.next()
		if err != nil {
			return "", nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			in = t.Name.Local
			if in == "f" {
				cells = append(cells, "")
			}
			if visit != nil {
				visit(t)
			}
		case xml.EndElement:
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
