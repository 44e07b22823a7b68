package wordpapers

import (
	"fmt"

	"ntm/internal/docx"
	"ntm/internal/picture"
)

// Boxes in which photographs stand, in millimetres: one across the page, and two, so that
// four with their captions are a page.
var (
	acrossBox = [2]float64{150, 110}
	pairBox   = [2]float64{76, 96}
)

// photos are the photographs one by one, and by two.
func (v *values) photos() {
	for i := range v.o.Photos {
		p := &v.o.Photos[i]
		item := v.Add("ảnh")
		item.SetPicture("hình", v.shown(p, acrossBox))
		item.Set("tt", fmt.Sprint(i+1), "chú thích", v.a.Report.TitleOf(p.File))
	}
	for i := 0; i < len(v.o.Photos); i += 2 {
		pair := v.Add("cặp ảnh")
		for k, side := range []string{"trái", "phải"} {
			pair.Put("hình "+side, "", "chú thích "+side, "")
			if n := i + k; n < len(v.o.Photos) {
				p := &v.o.Photos[n]
				pair.SetPicture("hình "+side, v.shown(p, pairBox))
				pair.Put("chú thích "+side, fmt.Sprintf("Ảnh %d. %s", n+1, v.a.Report.TitleOf(p.File)))
			}
		}
	}
}

// shown is a photograph as large as it can stand in a box.
func (v *values) shown(p *picture.Photo, box [2]float64) *docx.Picture {
	by := min(box[0]/float64(p.Width), box[1]/float64(p.Height))
	return &docx.Picture{JPEG: p.JPEG, Width: by * float64(p.Width), Height: by * float64(p.Height),
		Says: v.a.Report.TitleOf(p.File)}
}
