// Package picture makes photographs ready for papers: turned upright, scaled down, and
// without what the camera wrote beside them (the place, the day, the telephone).
//
// The same photograph gives the same bytes.
package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
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
	JPEG          []byte // nil for one that is gone
	Width, Height int    // in dots
	SHA256        string // of the JPEG, in hexadecimal
}

// Photo is a photograph among the files that a report names.
type Photo struct {
	File string // as the report names it
	*Picture
}

// Bounds of what is read and written.
const (
	MostBytes = 64 << 20 // of a file
	mostDots  = 64e6     // of a photograph: in memory four bytes each, at most
	longSide  = 1000     // dots of the longer side: 300 to the inch on half a page's width

	// Most is how many photographs a paper shows: with MostWritten each it stays below
	// 10 MB, small enough to be sent.
	Most        = 40
	MostWritten = 250_000 // bytes of a photograph that was made ready
)

// qualities of JPEG, of which the first is taken that is small enough. Of photographs it is
// nearly always the very first.
var qualities = []int{80, 60, 40, 20}

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
	for _, quality := range qualities {
		out.Reset()
		if err := jpeg.Encode(&out, small, &jpeg.Options{Quality: quality}); err != nil {
			return nil, err
		}
		if out.Len() <= MostWritten {
			break
		}
	}
	return made(out.Bytes(), small.Rect.Dx(), small.Rect.Dy()), nil
}

// Kept is a picture of Make's that a paper holds; ErrRead for anything else.
func Kept(data []byte) (*Picture, error) {
	size, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || kind != "jpeg" || len(data) > MostWritten || min(size.Width, size.Height) < 1 ||
		max(size.Width, size.Height) > longSide {
		return nil, ErrRead
	}
	return made(data, size.Width, size.Height), nil
}

func made(data []byte, width, height int) *Picture {
	sum := sha256.Sum256(data)
	return &Picture{JPEG: data, Width: width, Height: height, SHA256: hex.EncodeToString(sum[:])}
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
