// Package picture makes photographs ready for papers: turned upright, scaled down, and
// without what the camera wrote beside them (the place, the day, the telephone).
//
// The same photograph gives the same bytes.
package picture

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png"
	"path"
	"strings"

	"golang.org/x/image/draw" // scaling, by the makers of Go
	_ "golang.org/x/image/webp"
)

// Picture is a photograph as papers hold it.
type Picture struct {
	JPEG          []byte
	Width, Height int // in dots
}

// Bounds of what is read and written.
const (
	MostBytes = 64 << 20 // of a file
	mostDots  = 64e6     // of a photograph: in memory four bytes each, at most
	longSide  = 1000     // dots of the longer side: 300 to the inch on half a page's width
	quality   = 80
)

// What is wrong with a file, in the user's words.
var (
	ErrKind  = errors.New("không phải ảnh JPEG, PNG hay WebP; mở ảnh và lưu lại dạng JPEG")
	ErrLarge = errors.New("ảnh quá lớn (hơn 64 triệu điểm ảnh); lưu lại nhỏ hơn")
	ErrRead  = errors.New("ảnh hỏng, không đọc được; chép lại ảnh gốc")
)

// Named tells whether a file's name is that of a photograph, also of a kind that cannot
// be read here (.heic), which is then told of.
func Named(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".heic", ".heif":
		return true
	}
	return false
}

// Make reads a photograph. The error is one of those above.
func Make(data []byte) (*Picture, error) {
	size, kind, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case errors.Is(err, image.ErrFormat):
		return nil, ErrKind
	case err != nil, size.Width <= 0, size.Height <= 0:
		return nil, ErrRead
	case float64(size.Width)*float64(size.Height) > mostDots:
		return nil, ErrLarge
	}
	read, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, ErrRead
	}
	small := scaled(read)
	if kind == "jpeg" {
		small = upright(small, orientation(data))
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, small, &jpeg.Options{Quality: quality}); err != nil {
		return nil, err
	}
	return &Picture{JPEG: out.Bytes(), Width: small.Rect.Dx(), Height: small.Rect.Dy()}, nil
}

// scaled is a picture no larger than a paper needs, on white where it lets through.
func scaled(from image.Image) *image.RGBA {
	b := from.Bounds()
	w, h := b.Dx(), b.Dy()
	if long := max(w, h); long > longSide {
		w, h = max(1, (w*longSide+long/2)/long), max(1, (h*longSide+long/2)/long)
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(out, out.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.BiLinear.Scale(out, out.Rect, from, b, draw.Over, nil)
	return out
}
