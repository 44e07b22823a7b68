package dossiertest

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"testing"

	"ntm/internal/commune"
	"ntm/internal/picture"
)

// Photographs are n made up photographs, each another, upright ones and others, and the change
// that has a report name them as evidence.
func Photographs(t testing.TB, n int) (out []picture.Photo, named func(*commune.Report)) {
	t.Helper()
	for i := range n {
		p, err := picture.Make(Photograph(t, i))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, picture.Photo{File: fmt.Sprintf("anh/%d.jpg", i+1), Picture: p})
	}
	return out, func(r *commune.Report) {
		for i, p := range out {
			r.Evidence = append(r.Evidence, commune.Evidence{ID: fmt.Sprint("anh", i+1),
				Title: fmt.Sprintf("Ảnh giả định & <%d>", i+1), File: p.File})
		}
	}
}

// Photograph is the file of the photograph of that number.
func Photograph(t testing.TB, i int) []byte {
	t.Helper()
	shot := image.NewGray(image.Rect(0, 0, 40+30*(i%2), 60))
	draw.Draw(shot, shot.Rect, image.NewUniform(color.Gray{Y: uint8(20 * i)}), image.Point{}, draw.Src)
	var data bytes.Buffer
	if err := jpeg.Encode(&data, shot, nil); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}
