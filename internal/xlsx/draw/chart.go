package draw

import (
	"slices"

	"ntm/internal/list"

	"github.com/xuri/excelize/v2"
)

// Chart is a drawing of the cells of its own sheet or another, as wide as the
// sheet.
type Chart struct {
	Bars   Bars
	Height float64 // in points
	Title  string
	Series []Series
	Most   float64 // of the axis; 0 for as much as there is
	Bare   bool    // bars bear whole numbers alone, not what their cells show
	Least  float64 // height in points down to which it may shrink to save a page; 0 for none
	Spare  bool    // is left out where a page would begin for it

	at          string // the cell under its upper left corner
	width       float64
	first, last int // rows that it covers
}

// Bars is how the bars of a chart stand.
type Bars excelize.ChartType

// The bars of charts.
const (
	Upright = Bars(excelize.Col)
	Lying   = Bars(excelize.Bar)
	Stacked = Bars(excelize.BarStacked) // lying, one behind the other
)

// Series is a row of bars: cells for its name, for what each bar stands for and
// for how long it is. Printed without colour, the shade tells them apart.
type Series struct {
	Name, Labels, Values string
	Shade                string
}

// Series is the bars of a column of a table, which has its head above the first row
// after head, and in its column labels what each bar stands for.
func (s *Sheet) Series(labels, values, head, last int, shade string) Series {
	return Series{Name: s.Of(values, head, values, head), Labels: s.Of(labels, head+1, labels, last),
		Values: s.Of(values, head+1, values, last), Shade: shade}
}

const (
	pixel       = 0.75           // points
	wholeNumber = "[$-42A]#,##0" // in Vietnamese writing whatever the program's language
)

// charts draws the charts of a sheet.
func (b *book) charts(s *Sheet) error {
	bold := &excelize.Font{Family: font, Size: 11, Bold: true, Color: Black}
	axis := excelize.Font{Family: font, Size: 10, Color: Black}
	for _, c := range s.Charts {
		axis := axis
		if c.Bars != Upright { // a line for each bar
			axis.Size = 8
		}
		label := excelize.ChartNumFmt{SourceLinked: true}
		if c.Bare {
			label = excelize.ChartNumFmt{CustomNumFmt: wholeNumber}
		}
		drawing := &excelize.Chart{
			Type:      excelize.ChartType(c.Bars),
			Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.Title, Font: bold}}},
			Dimension: excelize.ChartDimension{Width: uint(c.width / pixel), Height: uint(c.Height / pixel)},
			Legend:    excelize.ChartLegend{Position: "bottom", Font: &excelize.Font{Family: font, Size: 10}},
			Format:    excelize.GraphicOptions{Positioning: "oneCell", ScaleX: 1, ScaleY: 1, PrintObject: new(true)},
			PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: label},
			XAxis:     excelize.ChartAxis{Font: axis, ReverseOrder: c.Bars != Upright},
			YAxis: excelize.ChartAxis{Font: axis, NumFmt: excelize.ChartNumFmt{CustomNumFmt: wholeNumber},
				Minimum: new(float64), MajorGridLines: true},
			GapWidth: new(uint(60)),
		}
		if len(c.Series) == 1 { // the title says what it is
			drawing.Legend.Position, drawing.VaryColors = "none", new(false)
		}
		if c.Most > 0 {
			drawing.YAxis.Maximum = &c.Most
		}
		for _, one := range c.Series {
			drawing.Series = append(drawing.Series, excelize.ChartSeries{
				Name: one.Name, Categories: one.Labels, Values: one.Values,
				Fill:      fill(one.Shade),
				Line:      excelize.LineOptions{Width: 0.75, Fill: fill(Black)},
				DataLabel: excelize.ChartDataLabel{Font: axis},
			})
		}
		if err := b.file.AddChart(s.Name, c.at, drawing); err != nil {
			return err
		}
	}
	return nil
}

// Draw lays a chart over rows of its own, which keep free what it covers.
func (s *Sheet) Draw(c Chart) {
	c.at = Ref(1, len(s.Rows)+1)
	c.width = list.Sum(s.Widths) * 0.98
	first := len(s.Rows)
	const slice = 100 // points: rows have a limit
	for left := c.Height; left > 0; left -= slice {
		s.Gap(min(left, slice))
	}
	s.Bind(first + 1)
	c.first, c.last = first+1, len(s.Rows)
	s.Charts = append(s.Charts, c)
}

// squeeze has charts save a page where they can: by being as low as they may be, or by not
// being there.
func (s *Sheet) squeeze() {
	pages := len(s.breaks())
	saves := func(change func(*Chart)) bool {
		before := slices.Clone(s.Charts)
		rows := slices.Clone(s.Rows)
		for i := range s.Charts {
			change(&s.Charts[i])
		}
		if len(s.breaks()) < pages {
			return true
		}
		s.Charts, s.Rows = before, rows
		return false
	}
	if len(s.Charts) == 0 || pages == 0 || saves(s.shrink) {
		return
	}
	if saves(s.leaveOut) {
		isSpare := func(c Chart) bool { return c.Spare }
		s.Absent = append(s.Absent, list.Where(s.Charts, isSpare)...)
		s.Charts = slices.DeleteFunc(s.Charts, isSpare)
	}
}

func (s *Sheet) shrink(c *Chart) {
	if c.Least == 0 {
		return
	}
	for row := c.first; row <= c.last; row++ {
		s.Rows[row-1].Height *= c.Least / c.Height
	}
	c.Height = c.Least
}

func (s *Sheet) leaveOut(c *Chart) {
	for row := c.first; row <= c.last && c.Spare; row++ {
		s.Rows[row-1].Hidden = true
	}
}
