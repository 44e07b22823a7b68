package dossier

import (
	"fmt"
	"slices"

	"ntm/internal/look"
	"ntm/internal/xlsx/draw"
)

// mostPhoto and leastPhoto bound how high a photograph's row is, in points.
const (
	mostPhoto  = 275
	leastPhoto = 120
)

// photos is the sheet Hình ảnh minh họa: the evidence that can be looked at, two in a row and
// four on a page, each with its number and what the report calls it.
func (d *dossier) photos() *draw.Sheet {
	if len(d.Photos) == 0 {
		return nil
	}
	s := draw.NewSheet(photosName, d.portrait(), 1, 1)
	d.head(s, "HÌNH ẢNH MINH HỌA")
	caption := look.Remark.AtTop()
	s.Gap(6)
	const inRow, onPage = 2, 4
	first := 1 // row of the page
	for from := 0; from < len(d.Photos); from += onPage {
		var rows []int
		for i := from; i < min(from+onPage, len(d.Photos)); i += inRow {
			row := s.AddTall(leastPhoto, draw.Blank(caption), draw.Blank(caption))
			var captions []draw.Cell
			for k, p := range d.Photos[i:min(i+inRow, len(d.Photos))] {
				says := fmt.Sprintf("Ảnh %d. %s", i+k+1, d.a.Report.TitleOf(p.File))
				captions = append(captions, draw.Text(says, caption))
				s.Show(p.Picture, says, k+1, row)
				s.Rows[row-1].Height = max(s.Rows[row-1].Height, s.Tall(p.Picture, k+1))
			}
			s.Add(captions...)
			rows = append(rows, row)
		}
		divide(s, first, rows)
		first = s.Last() + 1
	}
	return s
}

// divide gives the rows of photographs of a page, which begins at first, the room that its
// words leave.
func divide(s *draw.Sheet, first int, photos []int) {
	free := s.Page.Room()
	for row := first; row <= s.Last(); row++ {
		if !slices.Contains(photos, row) {
			free -= s.Rows[row-1].Height
		}
	}
	for _, row := range photos {
		s.Rows[row-1].Height = min(s.Rows[row-1].Height, mostPhoto, max(leastPhoto, free/2))
	}
	s.Bind(first)
}
