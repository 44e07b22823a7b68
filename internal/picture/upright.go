package picture

import (
	"bytes"
	"image"

	"github.com/bep/imagemeta" // which way up a camera was held: EXIF, bounded, well kept
)

// orientation is how a camera says it was held, 1 for upright, by EXIF's tag Orientation.
// What cannot be read is taken as it lies.
func orientation(data []byte) int {
	held := 1
	_, _ = imagemeta.Decode(imagemeta.Options{R: bytes.NewReader(data), ImageFormat: imagemeta.JPEG,
		Sources: imagemeta.EXIF,
		ShouldHandleTag: func(t imagemeta.TagInfo) bool {
			return t.Namespace == "IFD0" && t.Tag == "Orientation"
		},
		HandleTag: func(t imagemeta.TagInfo) error {
			if v, is := t.Value.(uint16); is && v >= 1 && v <= 8 {
				held = int(v)
			}
			return imagemeta.ErrStopWalking
		}})
	return held
}

// upright turns and mirrors a picture as EXIF's orientation asks: 2 to 4 keep its sides,
// 5 to 8 change them.
func upright(p *image.RGBA, held int) *image.RGBA {
	if held == 1 {
		return p
	}
	w, h := p.Rect.Dx(), p.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if held > 4 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			out.SetRGBA(x, y, p.RGBAAt(lies(held, x, y, w, h)))
		}
	}
	return out
}

// lies is where a dot of the upright picture lies in one of w by h that was held so.
func lies(held, x, y, w, h int) (int, int) {
	switch held {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return y, h - 1 - x
	case 7:
		return w - 1 - y, h - 1 - x
	}
	return w - 1 - y, x // 8
}
