package draw

import (
	"ntm/internal/picture"

	"github.com/xuri/excelize/v2"
)

// Picture is a photograph that stands at the foot of a cell, as large as it fits.
type Picture struct {
	*picture.Picture
	Says string // for those who cannot see it

	Column, Row int
}

// Show shows a photograph in a cell that is laid down.
func (s *Sheet) Show(p *picture.Picture, says string, column, row int) {
	s.Shown = append(s.Shown, Picture{p, Clean(says), column, row})
}

// Tall is how high a row is in which a photograph is as wide as its column, in points.
func (s *Sheet) Tall(p *picture.Picture, column int) float64 {
	return s.Widths[column-1] * float64(p.Height) / float64(max(p.Width, 1))
}

// pictures puts the photographs of a sheet in their cells. One that is gone leaves its cell
// empty.
func (b *book) pictures(s *Sheet) error {
	for _, p := range s.Shown {
		if len(p.JPEG) == 0 {
			continue
		}
		b.pictured = true
		width, height := s.Widths[p.Column-1]/pixel, s.Rows[p.Row-1].Height/pixel
		by := min(width/float64(p.Width), height/float64(p.Height)) * within
		format := &excelize.GraphicOptions{AltText: p.Says, ScaleX: by, ScaleY: by, LockAspectRatio: true,
			OffsetX: int((width - by*float64(p.Width)) / 2), OffsetY: int((height - by*float64(p.Height)) * within),
			PrintObject: new(true), Positioning: "oneCell"}
		if err := b.file.AddPictureFromBytes(s.Name, Ref(p.Column, p.Row), &excelize.Picture{Extension: ".jpeg",
			File: p.JPEG, Format: format}); err != nil {
			return err
		}
	}
	return nil
}

// within is how much of its cell a photograph fills, at most: columns are narrower in some
// programs.
const within = 0.94
