package docx

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// Picture stands where a field is: within the line, as wide and high as is said.
type Picture struct {
	JPEG          []byte
	Width, Height float64 // in millimetres
	Says          string  // what it shows, for those who do not see it
}

// SetPicture sets a field to a picture; nil is nothing.
func (v *Values) SetPicture(name string, p *Picture) {
	if p == nil {
		v.Put(name, "")
		return
	}
	if v.Pictures == nil {
		v.Pictures = map[string]*Picture{}
	}
	v.Pictures[name] = p
}

const (
	emuInMM   = 36000 // the unit in which Word measures what is drawn
	firstDraw = 1_000_000
)

// Namespaces of what is drawn. They are declared where they are used, for a template need
// not know them.
const (
	nsDrawing  = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	nsMain     = "http://schemas.openxmlformats.org/drawingml/2006/main"
	nsPicture  = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	nsRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// drawing writes the picture of a relation within a run.
func (r *renderer) drawing(prefix string, p *Picture) {
	r.drawn++
	of := slices.Index(r.media, p)
	if of < 0 {
		of = len(r.media)
		r.media = append(r.media, p)
	}
	var says strings.Builder
	_ = xml.EscapeText(&says, []byte(p.Says)) // a builder takes everything
	size := fmt.Sprintf(`cx="%d" cy="%d"`, int(p.Width*emuInMM), int(p.Height*emuInMM))
	fmt.Fprintf(&r.out, `<%[1]sdrawing><wp:inline xmlns:wp="`+nsDrawing+`" distT="0" distB="0" distL="0" distR="0">`+
		`<wp:extent %[2]s/><wp:docPr id="%[3]d" name="Ảnh %[4]d" descr="%[5]s"/>`+
		`<a:graphic xmlns:a="`+nsMain+`"><a:graphicData uri="`+nsPicture+`"><pic:pic xmlns:pic="`+nsPicture+`">`+
		`<pic:nvPicPr><pic:cNvPr id="%[3]d" name="Ảnh %[4]d" descr="%[5]s"/><pic:cNvPicPr/></pic:nvPicPr>`+
		`<pic:blipFill><a:blip xmlns:r="`+nsRelation+`" r:embed="%[6]s"/><a:stretch><a:fillRect/></a:stretch>`+
		`</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext %[2]s/></a:xfrm>`+
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`+
		`</wp:inline></%[1]sdrawing>`, prefix, size, firstDraw+r.drawn, r.drawn, says.String(), relationOf(of+1))
}

// relationOf is the name of the relation to the n-th picture of a part.
func relationOf(n int) string { return fmt.Sprintf("ntmAnh%d", n) }
