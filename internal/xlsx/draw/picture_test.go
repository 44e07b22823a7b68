package draw

import (
	"archive/zip"
	"bytes"
	"image"
	"image/jpeg"
	"io"
	"math"
	"testing"

	"ntm/internal/picture"
)

// taken is a photograph of so many dots.
func taken(t *testing.T, width, height int) *picture.Picture {
	t.Helper()
	var data bytes.Buffer
	if err := jpeg.Encode(&data, image.NewGray(image.Rect(0, 0, width, height)), nil); err != nil {
		t.Fatal(err)
	}
	return must(picture.Make(data.Bytes()))
}

// Photographs stand within their cells, in their own proportions; the same ones give the same
// bytes, and one that is gone leaves its cell empty.
func TestPictures(t *testing.T) {
	sheet := func() *Sheet {
		s := NewSheet("Ảnh", Page{}, 1, 1)
		s.AddTall(200, Blank(words), Blank(words))
		s.Add(Text("rộng", words), Text("cao", words))
		s.AddTall(200, Blank(words))
		s.Show(taken(t, 900, 300), "rộng", 1, 1)
		s.Show(taken(t, 300, 900), "cao\x01", 2, 1)
		s.Show(&picture.Picture{SHA256: "không còn"}, "không còn", 1, 3)
		return s
	}
	file := painted(t, about, sheet())
	if cells := must(file.GetPictureCells("Ảnh")); len(cells) != 2 || cells[0] != "A1" || cells[1] != "B1" {
		t.Fatal(cells)
	}
	for cell, says := range map[string]string{"A1": "rộng", "B1": "cao"} {
		p := must(file.GetPictures("Ảnh", cell))[0]
		if p.Format.AltText != says || p.Extension != ".jpeg" || len(p.File) == 0 {
			t.Errorf("%s: %q, %s", cell, p.Format.AltText, p.Extension)
		}
	}
	whole := bytesOf(t, about, sheet())
	z := must(zip.NewReader(bytes.NewReader(whole), int64(len(whole))))
	types := must(io.ReadAll(must(z.Open("[Content_Types].xml"))))
	if n := bytes.Count(types, []byte(`"image/`)); n != 1 {
		t.Errorf("%d kinds of pictures: %s", n, types)
	}
	if !bytes.Equal(whole, bytesOf(t, about, sheet())) {
		t.Error("the same photographs give other bytes")
	}
	s := sheet()
	if tall := s.Tall(taken(t, 300, 900), 1); math.Abs(tall-3*s.Widths[0]) > 0.01 {
		t.Errorf("a row of %v points, the column has %v", tall, s.Widths[0])
	}
}
