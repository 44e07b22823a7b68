package draw

import (
	"testing"
)

// A chart for which alone a page would begin gives way: it is drawn lower where that is enough,
// else left out if it may be; one that has room, or saves nothing, stays as it was.
func TestChartsSaveAPage(t *testing.T) {
	full := Page{}.Room()
	for _, c := range []struct {
		name   string
		above  float64
		chart  Chart
		height float64 // of the chart drawn; 0 for none
		pages  int
	}{
		{"room enough", full - 120, Chart{Height: 100, Least: 60, Spare: true}, 100, 1},
		{"room for a lower one", full - 80, Chart{Height: 100, Least: 60, Spare: true}, 60, 1},
		{"no room", full - 40, Chart{Height: 100, Least: 60, Spare: true}, 0, 1},
		{"no room, and it must stay", full - 40, Chart{Height: 100, Least: 60}, 100, 2},
		{"no room, and no lower", full - 40, Chart{Height: 100}, 100, 2},
		{"a page begins anyway", full + 300, Chart{Height: 100, Least: 60, Spare: true}, 100, 2},
	} {
		s := NewSheet("x", Page{}, 1)
		for left := c.above; left > 0; left -= 50 {
			s.AddTall(min(left, 50), Text("dòng", words))
		}
		s.Draw(c.chart)
		pages := s.Pages()
		drawn := 0.0
		for _, chart := range s.Charts {
			drawn += chart.Height
			for row := chart.first; row <= chart.last; row++ {
				drawn -= s.Rows[row-1].Height
			}
		}
		if drawn > 0.01 || drawn < -0.01 {
			t.Errorf("%s: the chart is higher than its rows by %v", c.name, drawn)
		}
		height := 0.0
		if len(s.Charts) > 0 {
			height = s.Charts[0].Height
		}
		if height != c.height || pages != c.pages || len(s.Charts)+len(s.Absent) != 1 {
			t.Errorf("%s: %v points high on %d pages, %d absent; want %v, %d", c.name, height, pages, len(s.Absent),
				c.height, c.pages)
		}
	}
}

// The last page of several is used for a sixth of it at least, if the page before can spare it.
func TestLastPageIsUsed(t *testing.T) {
	s := NewSheet("x", Page{}, 1)
	for s.Pages() < 2 || len(s.Rows)%10 != 0 {
		s.settled = false
		s.AddTall(12, Text("dòng", words))
	}
	last := len(s.Rows) - s.breaks()[0] + 1
	if used := float64(last) * s.Rows[0].Height; used < littleUsed*s.Page.Room() {
		t.Errorf("%d rows on the last page, %.0f points of %.0f", last, used, s.Page.Room())
	}
}

// A wide cell does not widen a narrow column that it covers, and what a column does not need
// goes to all.
func TestWideCellsLeaveColumns(t *testing.T) {
	lay := func(wide string) *Sheet {
		s := NewSheet("x", Page{}, 6, 30, 20, 20)
		s.Fitted = true
		s.Add(Text("1", words), Text("Thôn 1", words), Text("10", words), Text("20", words))
		s.Add(Text(wide, words).Over(3), Text("99 %", words))
		s.settle()
		return s
	}
	short, long := lay("a"), lay("Giao thông, thủy lợi và phòng, chống thiên tai")
	for k := range short.Widths {
		if long.Widths[k] > short.Widths[k]*1.5 {
			t.Errorf("column %d is %.0f points wide under a wide cell, else %.0f", k+1, long.Widths[k], short.Widths[k])
		}
	}
	s := NewSheet("x", Page{}, 30, 10, 30)
	s.Fitted = true
	s.Add(Text("a", words), Text("triệu đồng / người / năm", words), Text("b", words))
	s.settle()
	if need := Column("triệu đồng / người / năm", words); s.Widths[1] < need || s.Widths[1] > 2.5*need {
		t.Errorf("a column whose line needs %.0f points is %.0f wide beside %.0f, %.0f", need, s.Widths[1], s.Widths[0],
			s.Widths[2])
	}
}

// A number that shrinks to its column has no inset, which LibreOffice keeps for some only.
func TestNumbersAreFlush(t *testing.T) {
	if a := words.InsetRight().Shown("0.0").style().Alignment; a.Indent != 0 || a.Horizontal != "right" {
		t.Errorf("%+v", a)
	}
	if a := words.InsetRight().style().Alignment; a.Indent != 1 {
		t.Errorf("%+v", a)
	}
}

// Words take as many lines as their column is wide.
func TestLinesOfACell(t *testing.T) {
	c := Text("một hai ba bốn", words)
	if one, more := c.Lines(500), c.Lines(40); one != 1 || more < 2 {
		t.Errorf("%d lines, %d", one, more)
	}
}
