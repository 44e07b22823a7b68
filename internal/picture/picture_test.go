package picture_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"ntm/internal/picture"
	"ntm/internal/testenv"
)

// corner names the quarter of a picture that is red: a camera's upper left.
func corner(t *testing.T, p *picture.Picture) string {
	t.Helper()
	read, err := jpeg.Decode(bytes.NewReader(p.JPEG))
	if err != nil {
		t.Fatal(err)
	}
	b := read.Bounds()
	if b.Dx() != p.Width || b.Dy() != p.Height {
		t.Errorf("%v, said %d × %d", b, p.Width, p.Height)
	}
	for name, at := range map[string]image.Point{"upper left": {b.Dx() / 4, b.Dy() / 4},
		"upper right": {3 * b.Dx() / 4, b.Dy() / 4}, "lower left": {b.Dx() / 4, 3 * b.Dy() / 4},
		"lower right": {3 * b.Dx() / 4, 3 * b.Dy() / 4}} {
		if r, _, blue, _ := read.At(at.X, at.Y).RGBA(); r > 0xc000 && blue < 0x4000 {
			return name
		}
	}
	return "none"
}

// scene is a picture whose upper left quarter is red and the rest blue.
func scene(w, h int) image.Image {
	p := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{B: 255, A: 255}
			if x < w/2 && y < h/2 {
				c = color.RGBA{R: 255, A: 255}
			}
			p.SetRGBA(x, y, c)
		}
	}
	return p
}

func encoded(t *testing.T, p image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, p, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// held adds what a camera writes of how it was held, and of where, to a JPEG.
func held(data []byte, orientation uint16) []byte {
	exif := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00")
	exif = binary.LittleEndian.AppendUint16(exif, 2)
	const where = "xóm 3, nơi giả định\x00"
	exif = append(exif, 0x0e, 0x01, 2, 0) // ImageDescription
	exif = binary.LittleEndian.AppendUint32(exif, uint32(len(where)))
	exif = binary.LittleEndian.AppendUint32(exif, 8+2+24+4)
	exif = append(exif, 0x12, 0x01, 3, 0, 1, 0, 0, 0)
	exif = binary.LittleEndian.AppendUint16(exif, orientation)
	exif = append(exif, 0, 0, 0, 0, 0, 0)
	exif = append(exif, where...)
	segment := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(exif)+2))
	return append(append(append([]byte{0xff, 0xd8}, segment...), exif...), data[2:]...)
}

// However a telephone was held, the picture stands upright, and nothing of where it was
// taken is left.
func TestUpright(t *testing.T) {
	data := encoded(t, scene(400, 300))
	for orientation, want := range map[uint16]string{0: "upper left", 1: "upper left", 2: "upper right",
		3: "lower right", 4: "lower left", 5: "upper left", 6: "upper right", 7: "lower right", 8: "lower left",
		9: "upper left"} {
		p, err := picture.Make(held(data, orientation))
		if err != nil {
			t.Fatal(err)
		}
		if got := corner(t, p); got != want {
			t.Errorf("orientation %d: red is %s, want %s", orientation, got, want)
		}
		if lies := p.Width > p.Height; lies != (orientation < 5 || orientation > 8) {
			t.Errorf("orientation %d: %d × %d", orientation, p.Width, p.Height)
		}
		if bytes.Contains(p.JPEG, []byte("Exif")) || bytes.Contains(p.JPEG, []byte("giả định")) {
			t.Errorf("orientation %d: what the camera wrote is kept", orientation)
		}
	}
}

// The longer side has at most a thousand dots, small pictures stay as they are, and the
// same photograph gives the same bytes.
func TestSizes(t *testing.T) {
	for _, c := range testenv.Every(t, 2, []struct{ w, h, width, height int }{{800, 600, 800, 600},
		{4000, 3000, 1000, 750}, {1001, 10, 1000, 10}, {3000, 4000, 750, 1000}, {5000, 1, 1000, 1}, {1, 1, 1, 1}}) {
		data := encoded(t, scene(c.w, c.h))
		p, err := picture.Make(data)
		if err != nil {
			t.Fatal(err)
		}
		if p.Width != c.width || p.Height != c.height {
			t.Errorf("%d × %d becomes %d × %d, want %d × %d", c.w, c.h, p.Width, p.Height, c.width, c.height)
		}
		again, err := picture.Make(data)
		if err != nil || !bytes.Equal(again.JPEG, p.JPEG) {
			t.Errorf("%d × %d: other bytes the second time, %v", c.w, c.h, err)
		}
	}
}

// However much there is in a picture it stays within its bytes, and what was made is known
// again; what was not made here is no picture of a paper.
func TestBytes(t *testing.T) {
	noise := image.NewRGBA(image.Rect(0, 0, 1200, 1200))
	r := rand.New(rand.NewPCG(22, 8))
	for i := range noise.Pix {
		noise.Pix[i] = byte(r.Uint32())
	}
	p, err := picture.Make(encoded(t, noise))
	if err != nil || len(p.JPEG) > picture.MostWritten || p.Width != 1000 {
		t.Fatalf("%d bytes, %v", len(p.JPEG), err)
	}
	again, err := picture.Kept(p.JPEG)
	if err != nil || again.SHA256 != p.SHA256 || again.Width != 1000 || again.Height != 1000 || len(p.SHA256) != 64 {
		t.Errorf("%+v, %v", again, err)
	}
	var drawn bytes.Buffer
	if err := png.Encode(&drawn, scene(9, 9)); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"nothing": nil, "words": []byte("ảnh"), "another kind": drawn.Bytes(),

		"too wide":       encoded(t, scene(1001, 9)),
		"too many bytes": append(p.JPEG, make([]byte, picture.MostWritten)...)} {
		if _, err := picture.Kept(data); !errors.Is(err, picture.ErrRead) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What lets light through stands on white.
func TestClear(t *testing.T) {
	var data bytes.Buffer
	if err := png.Encode(&data, image.NewNRGBA(image.Rect(0, 0, 9, 9))); err != nil {
		t.Fatal(err)
	}
	p, err := picture.Make(data.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	read, err := jpeg.Decode(bytes.NewReader(p.JPEG))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, _ := read.At(4, 4).RGBA(); min(r, g, b) < 0xfc00 {
		t.Error("not white")
	}
}

// What is no photograph, or a broken or an endless one, is told of.
func TestRefused(t *testing.T) {
	whole := encoded(t, scene(40, 30))
	var huge bytes.Buffer // a head that promises 30,000 × 30,000 dots
	if err := png.Encode(&huge, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	large := huge.Bytes()
	binary.BigEndian.PutUint32(large[16:], 30000)
	binary.BigEndian.PutUint32(large[20:], 30000)
	binary.BigEndian.PutUint32(large[29:], crc32.ChecksumIEEE(large[12:29]))
	for name, c := range map[string]struct {
		data []byte
		want error
	}{"nothing": {nil, picture.ErrKind}, "words": {[]byte("ảnh của xã"), picture.ErrKind},
		"half":  {whole[:len(whole)/2], picture.ErrRead},
		"head":  {whole[:12], picture.ErrRead},
		"heic":  {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), picture.ErrKind},
		"large": {large, picture.ErrLarge}} {
		if p, err := picture.Make(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v, want %v", name, p, err, c.want)
		}
	}
}

func TestNamed(t *testing.T) {
	for name, want := range map[string]bool{"anh/Cổng làng.JPG": true, "a.jpeg": true, "b.PNG": true, "c.webp": true,
		"d.HEIC": true, "e.pdf": false, "jpg": false, "f.jpg.docx": false, "": false} {
		if picture.Named(name) != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
}

// Whatever a file holds, it is read within bounds or told of.
func FuzzMake(f *testing.F) {
	var out bytes.Buffer
	_ = jpeg.Encode(&out, scene(20, 10), nil)
	f.Add(out.Bytes())
	f.Add(held(out.Bytes(), 6))
	f.Add([]byte(strings.Repeat("\xff\xd8\xff", 20)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if size, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && size.Width*size.Height > 1e6 {
			t.Skip("slow")
		}
		p, err := picture.Make(data)
		if err == nil && (max(p.Width, p.Height) > 1000 || min(p.Width, p.Height) < 1) {
			t.Error(fmt.Sprint(p.Width, p.Height))
		}
	})
}

func BenchmarkMake(b *testing.B) {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, scene(4000, 3000), nil); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := picture.Make(out.Bytes()); err != nil {
			b.Fatal(err)
		}
	}
}
