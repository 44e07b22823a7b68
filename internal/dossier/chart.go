package dossier

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// chart is a drawing of the cells of its own sheet or another.
type chart struct {
	at            string // the cell under its upper left corner
	kind          excelize.ChartType
	width, height float64 // in points
	title         string
	series        []series
	most          float64 // of the axis; 0 for as much as there is
}

// series is a row of bars: cells for its name, for what each bar stands for and
// for how long it is. Printed without colour, the shade tells them apart.
type series struct {
	name, labels, values string
	shade                string
}

// The shades of bars, from what is good to what is not known.
const (
	dark   = "404040"
	middle = "A6A6A6"
	light  = "E3E3E3"
)

const pixel = 0.75 // points

// charts draws the charts of a sheet.
func (b *book) charts(s *sheet) error {
	axis := excelize.Font{Family: font, Size: 10, Color: "000000"}
	for _, c := range s.drawn {
		drawing := &excelize.Chart{
			Type: c.kind, Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.title, Font: &excelize.Font{Family: font, Size: 11, Bold: true, Color: "000000"}}}},
			Dimension: excelize.ChartDimension{Width: uint(c.width / pixel), Height: uint(c.height / pixel)},
			Legend:    excelize.ChartLegend{Position: "bottom", Font: &excelize.Font{Family: font, Size: 10}},
			Format:    excelize.GraphicOptions{Positioning: "oneCell", ScaleX: 1, ScaleY: 1, PrintObject: ptr(true)},
			PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0.##"}},
			XAxis:     excelize.ChartAxis{Font: axis, ReverseOrder: c.kind == excelize.BarStacked || c.kind == excelize.Bar},
			YAxis:     excelize.ChartAxis{Font: axis, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}, Minimum: ptr(0.0), MajorGridLines: true},
			GapWidth:  ptr(uint(60)),
		}
		if len(c.series) == 1 { // the title says what it is
			drawing.Legend.Position, drawing.VaryColors = "none", ptr(false)
		}
		if c.most > 0 {
			drawing.YAxis.Maximum = &c.most
		}
		for _, one := range c.series {
			drawing.Series = append(drawing.Series, excelize.ChartSeries{
				Name: one.name, Categories: one.labels, Values: one.values,
				Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{one.shade}},
				Line: excelize.LineOptions{Width: 0.75, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"000000"}}},
			})
		}
		if err := b.file.AddChart(s.name, c.at, drawing); err != nil {
			return err
		}
	}
	return nil
}

// draw lays a chart over rows of its own, which keep free what it covers.
func (s *sheet) draw(c chart) {
	c.at = ref(1, len(s.rows)+1)
	for _, w := range s.widths {
		c.width += w
	}
	c.width *= 0.98
	first := len(s.rows)
	const slice = 100 // points: rows have a limit
	for left := c.height; left > 0; left -= slice {
		s.gap(min(left, slice))
	}
	for i := first; i < len(s.rows)-1; i++ {
		s.rows[i].bound = true
	}
	s.drawn = append(s.drawn, c)
}

// span names cells of a row or a column for a chart.
func (s *sheet) span(left, top, right, bottom int) string {
	from, to := absolute(left, top), absolute(right, bottom)
	if from == to {
		return fmt.Sprintf("'%s'!%s", s.name, from)
	}
	return fmt.Sprintf("'%s'!%s:%s", s.name, from, to)
}

func absolute(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column, row, true)
	return name
}
