package blank

import (
	"fmt"
	"math"
	"strings"

	"ntm/internal/xlsx/draw"
)

const meterTitle = "Mức độ đầy đủ: đã có / cần có"

// meter shows how far the form is filled in: in all, and by criterion.
func (d *drawing) meter(p *page) {
	const bars = 24
	lines := d.tallies()
	half := (len(lines) + 1) / 2
	top := p.Last() + 4 // the first line of the tables, after the sum, the states and the heads
	asked, given := 0, 0
	for _, l := range lines {
		asked, given = asked+l.asked, given+l.given
	}
	both := func(column int) string {
		second := column + guideSecond - 1
		return fmt.Sprintf("SUM(%s)+SUM(%s)", draw.Cells(column, top, column, top+half-1),
			draw.Cells(second, top, second, top+half-1))
	}
	share := float64(given) / float64(max(asked, 1))
	shown := draw.Look{Size: 12, Bold: true, Across: "center", Box: draw.Grey}
	n := p.Last() + 1
	d.meterAt, d.asked, d.given = n, asked, given
	full := int(math.Round(share * bars))
	p.Add(draw.Text(meterTitle, draw.Look{Size: 12, Bold: true, Box: draw.Grey}),
		draw.Cell{Value: given, Formula: both(3), Look: shown}, draw.Cell{Value: asked, Formula: both(2),
			Look: shown}, draw.Cell{},
		draw.Cell{Value: strings.Repeat("■", full) + strings.Repeat("□", bars-full), Look: shown,
			Formula: fmt.Sprintf(`REPT("■",ROUND(%s*%d,0))&REPT("□",%d-ROUND(%s*%d,0))`, draw.Ref(6, n), bars, bars,
				draw.Ref(6, n), bars)},
		draw.Cell{Value: share, Formula: fmt.Sprintf("%s/MAX(%s,1)", draw.Ref(2, n), draw.Ref(3, n)),
			Look: shown.Shown("0%")}.Over(2))
	p.Add(d.counts().Over(guideColumns))
	p.Add(guideHead("Tiêu chí", "Cần", "Đã có", "Tiêu chí, tờ khác", "Cần", "Đã có")...)
	for i, l := range lines {
		column := 2 // of what is asked; what is given is beside it
		if i >= half {
			column += guideSecond - 1
		}
		if l.who != "" {
			row := top + i%half
			d.owed = append(d.owed, owing{who: l.who, name: l.name, no: l.name, isOwed: l.given < l.asked,
				test:  guideCell(column+1, row) + "<" + guideCell(column, row),
				named: fmt.Sprintf("%q", "; "+l.name)})
		}
	}
	for i := range half {
		cells := lines[i].cells()
		if i+half < len(lines) {
			cells = append(append(cells, draw.Cell{}), lines[i+half].cells()...)
		}
		p.Add(cells...)
	}
}

func guideHead(titles ...string) []draw.Cell {
	var out []draw.Cell
	for i, t := range titles {
		if i == guideSecond-2 {
			out = append(out, draw.Cell{})
		}
		out = append(out, draw.Text(t, colHead))
	}
	return out
}
