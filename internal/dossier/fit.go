package dossier

import "ntm/internal/paper"

// height is what a cell needs when it is so many points wide.
func (c cell) height(width float64) float64 {
	words, _ := c.value.(string)
	return paper.Type{Points: c.look.points(), Bold: c.look.bold}.Height(words, width)
}

// fit is the height a row needs. Cells that reach down into further rows do
// not count: those rows make room for them.
func (s *sheet) fit(cells []cell) float64 {
	height, column := 0.0, 0
	for _, c := range cells {
		width := 0.0
		for range c.span {
			width += s.widths[column]
			column++
		}
		if !c.deep {
			height = max(height, c.height(width))
		}
	}
	return height
}
