package draw

// Height is what a cell needs in a column of that width, both in points.
func (c Cell) Height(width float64) float64 {
	words, _ := c.Value.(string)
	return setting{points: c.Look.points(), bold: c.Look.Bold}.height(words, width)
}

// fit is the height a row needs. Cells that do not wrap do not count, nor do those
// that reach down into further rows: those rows make room for them.
func (s *Sheet) fit(cells []Cell) float64 {
	height, column := s.Least, 0
	for i := range cells {
		c := &cells[i]
		width := 0.0
		for range c.columns() {
			if column < len(s.Widths) {
				width += s.Widths[column]
			}
			column++
		}
		if !c.Deep && !c.Look.Flat && width > 0 {
			height = max(height, c.Height(width))
		}
	}
	return height
}
